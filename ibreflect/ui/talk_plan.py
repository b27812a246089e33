"""Planning a conversation: which, with whom, about which round, and when."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import streamlit as st

from ibreflect.model.guide import Company, Guide
from ibreflect.model.person import Person, School
from ibreflect.store.connection import Store
from ibreflect.ui import goal_form, resources
from ibreflect.ui.long_list import change
from ibreflect.ui.talk_change import day_field
from ibreflect.ui.words import literal, said
from ibreflect.usecases import planning
from ibreflect.usecases.planning import USUAL, Options, Plan

_USUALLY_IN = timedelta(weeks=2)
_USUAL_GUIDE = "reflectiegesprek"
_FORM = "plan_gesprek"
_ONE_COMPUTER = (
    "Je werkt hier alleen, dus jullie bereiden je om de beurt voor op deze computer. Bovenaan "
    "Voorbereiden kiest ieder de eigen naam en ziet dan alleen wat die zelf invulde; loop even weg "
    "als de ander bezig is."
)
_NOBODY = (
    "Bij deze school is nu niemand met wie je een gesprek kunt plannen. De beheerder van ibreflect "
    "kan de schoolleider of een coach toevoegen."
)
_NO_ROUND = (
    "Op deze school is nog geen scan ingeleverd. Een gesprek kan ook zonder: je legt dan niets uit "
    "je beeld op tafel."
)


def plan(store: Store, actor: Person, *, is_open: bool) -> None:
    """The form for a new conversation, unfolded or not; nothing for who is ib'er nowhere now."""
    mine = planning.schools(store, actor, today=resources.today())
    if not mine:
        return
    with st.expander("Plan een gesprek", expanded=is_open):
        key = goal_form.fresh_key(_FORM)
        school = _school(mine, key)
        offered = planning.options(
            store, actor, school.school_id, resources.folder(), today=resources.today()
        )
        if not offered.guides:
            st.markdown(said(_NOBODY))
            return
        wanted = _fields(key, school, offered)
        if st.button("Plan dit gesprek", type="primary", key=f"plan:{key}"):
            change(
                lambda: _keep(store, actor, wanted),
                "Het gesprek is gepland en staat hieronder. Laat het ook de ander weten.",
            )


def _keep(store: Store, actor: Person, wanted: Plan) -> None:
    planning.plan(store, actor, wanted, resources.folder(), today=resources.today())
    goal_form.empty(_FORM)


def _school(mine: Sequence[School], key: str) -> School:
    if len(mine) == 1:
        return mine[0]
    return st.selectbox(
        "Op welke school?", mine, format_func=lambda each: each.name, key=f"{key}:school"
    )


def _fields(key: str, school: School, offered: Options) -> Plan:
    guide = _guide(key, offered)
    partner = _partner(f"{key}:{school.school_id.hex}", guide, offered)
    about = _round(f"{key}:{school.school_id.hex}", guide, offered)
    today = resources.today()
    on = day_field("Op welke dag?", f"{key}:dag", today + _USUALLY_IN, today)
    hour = st.time_input(
        "Hoe laat? (mag leeg blijven)",
        value=None,
        step=timedelta(minutes=15),
        key=f"{key}:uur",
    )
    until = on + USUAL
    if isinstance(partner, UUID):
        label = "Tot en met welke dag ziet de ander wat jij op tafel legt?"
        until = day_field(label, f"{key}:tot:{on}", until, on)
    return Plan(guide.id, school.school_id, partner, about, on, hour, until)


def _guide(key: str, offered: Options) -> Guide:
    """Which conversation; the one that most begin with goes first."""
    guides = [each.guide for each in offered.guides]
    guides.sort(key=lambda guide: (guide.id != _USUAL_GUIDE, not guide.is_prepared))
    by_id = {guide.id: guide for guide in guides}
    chosen = st.radio(
        "Welk gesprek?",
        list(by_id),
        format_func=lambda each: literal(said(by_id[each].title)),
        captions=[_about(guide) for guide in guides],
        key=f"{key}:leidraad",
    )
    return by_id[chosen]


def _about(guide: Guide) -> str:
    minutes = sum(theme.minutes for theme in guide.themes)
    return literal(said(f"{guide.explanation.strip()} Alle thema's samen: {minutes} minuten."))


def _partner(key: str, guide: Guide, offered: Options) -> UUID | str | None:
    """Somebody with an account, or a name where somebody works alone; nobody for a group."""
    if guide.company is Company.GROUP:
        return None
    if offered.by_name:
        st.markdown(_ONE_COMPUTER)
        return st.text_input("Met wie praat je?", max_chars=80, key=f"{key}:naam") or ""
    names = {
        each.person.person_id: f"{each.person.name}, {each.place_name}"
        for each in offered.partners
        if each.company is guide.company
    }
    return st.selectbox(
        "Met wie praat je?",
        list(names),
        format_func=names.__getitem__,
        key=f"{key}:met:{guide.company}",
    )


def _round(key: str, guide: Guide, offered: Options) -> UUID | None:
    """Which round it is about, if any; the newest unless another is chosen."""
    if guide.company is Company.GROUP:
        return None
    if not offered.rounds:
        st.caption(said(_NO_ROUND))
        return None
    labels = {str(each.round_id): each.term.label for each in offered.rounds}
    chosen = st.selectbox(
        "Over welke meetronde? Wat er straks van op tafel ligt, kies je bij het voorbereiden.",
        [*labels, ""],
        format_func=lambda each: labels.get(each, "geen meetronde"),
        key=f"{key}:ronde",
    )
    return UUID(chosen) if chosen else None
