"""The list of who is asked: pasted, counted, taken off, and what its numbers allow."""

from collections.abc import Callable, Sequence

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.measure import display
from ibreflect.measure.disclosure import FLOORS
from ibreflect.measure.dutch import starting
from ibreflect.model.asking import ANONYMOUS, GROUP_WORDS, Invitee
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.words import count_of, literal, said
from ibreflect.usecases import asking, inviting
from ibreflect.usecases.asking import LEADER, Asking

_WHO = {
    RaterGroup.SCHOOL_LEADER: "De schoolleider antwoordt op naam.",
    RaterGroup.TEACHER: "Leraren met wie je dit jaar echt samenwerkte. Vijf of meer is prettig.",
    RaterGroup.COLLEAGUE: "Een collega-ib'er, expert-leraar of bouwcoördinator.",
    RaterGroup.BOARD: "Iemand van het bestuur of het samenwerkingsverband.",
    RaterGroup.PARENT: "Ouders die je bij een gesprek of plan hebben meegemaakt.",
}
_LONG = 15


def on_the_list(store: Store, actor: Person, state: Asking) -> None:
    """Everybody on the list by group, each with a button to take them off."""
    for group in RaterGroup:
        invited = [each for each in state.invitees if each.group is group]
        if not invited:
            continue
        st.markdown(f"**{starting(GROUP_WORDS[group])}** ({len(invited)})")
        with st.container(key=f"lijst_{group.value}"):
            for each in invited:
                if each.name or each.address:
                    _row(store, actor, state, each)
            _unnamed(store, actor, state, [e for e in invited if not (e.name or e.address)])


def add_people(state: Asking, add: Callable[[RaterGroup, str], int]) -> None:
    """A group, and a list to paste; what cannot be read stays where it was typed."""
    group = _group(state)
    if group is None:
        return
    text = st.text_area(
        "Namen of mailadressen, één per regel",
        key=f"plak:{group.value}:{len(state.invitees)}",
        placeholder="Tom Bakker; tom@school.nl",
        height=120,
        max_chars=20_000,
    )
    st.caption("Je kunt een kolom uit een spreadsheet plakken. Alleen een naam mag ook.")
    if st.button("Zet op de lijst", key="zet_op_lijst"):
        _try(lambda: add(group, text or ""))


def add_unnamed(store: Store, actor: Person, state: Asking) -> None:
    """People without a name: a number of links, to hand out or draw from a pile."""
    groups = [each for each in ANONYMOUS if state.asks(each)]
    with st.expander("Liever zonder namen: alleen een aantal"):
        st.markdown("Handig met papier: print de bladen en laat ieder er blind één trekken.")
        group = st.selectbox(
            "Van welke groep?", groups, format_func=_name_of, key="zonder_naam_groep"
        )
        count = st.number_input(
            "Hoeveel mensen?", min_value=1, max_value=60, value=5, key="zonder_naam_aantal"
        )
        if st.button("Zet dit aantal op de lijst", key="zet_aantal"):
            _try(
                lambda: inviting.add_unnamed(
                    store,
                    actor,
                    state.round.round_id,
                    group,
                    int(count),
                    today=resources.today(),
                )
            )


def what_numbers_allow(state: Asking) -> None:
    """What would be shown if all answer, and how much is asked of how many."""
    if not state.numbers:
        return
    floors = state.rules.floors if state.rules else FLOORS
    groups = {group: count for group, count in state.numbers.items() if group is not LEADER}
    st.subheader("Wat laten deze aantallen zien?", anchor=False)
    lines = [*display.forecast(groups, floors)]
    if LEADER in state.numbers:
        lines.insert(0, "De schoolleider: antwoordt op naam.")
    st.markdown(said("\n".join(f"- {starting(line)}" for line in lines)))
    st.caption(f"{display.IF_ALL} {display.TEXTS}")
    _load(state)


def _load(state: Asking) -> None:
    """How much time it asks; a small team is asked a lot soon."""
    each = {group: asking.minutes(state.questionnaires, group) for group in state.numbers}
    longest = max(each.values())
    total = sum(each[group] * count for group, count in state.numbers.items())
    people = count_of(sum(state.numbers.values()), "mens", "mensen")
    st.markdown(
        f"Je vraagt {people} om hoogstens {longest} minuten; samen zijn dat ongeveer {total} minuten."
    )
    if longest > _LONG:
        st.warning(
            f"Meer dan {_LONG} minuten is veel gevraagd. Leg hieronder minder vragenlijsten voor: "
            "wie moe is, antwoordt minder goed."
        )


def _group(state: Asking) -> RaterGroup | None:
    offered = [each for each in RaterGroup if state.asks(each)]
    if RaterGroup.PARENT in offered and RaterGroup.PARENT not in state.numbers:
        with_parents = st.checkbox(
            "Ook ouders vragen",
            key="met_ouders",
            help="Ouders zien dit werk weinig. Zij krijgen een paar vragen, en je ziet pas iets "
            f"vanaf {FLOORS[RaterGroup.PARENT]} ouders.",
        )
        if not with_parents:
            offered.remove(RaterGroup.PARENT)
    group = st.selectbox(
        "Wie wil je erbij zetten?", offered, format_func=_name_of, key="erbij_groep"
    )
    if group is not None:
        st.caption(said(_WHO[group]))
    return group


def _row(store: Store, actor: Person, state: Asking, invitee: Invitee) -> None:
    name = " ".join(each for each in (invitee.name, invitee.address) if each)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text(name, width="stretch")
        _take_off(store, actor, state, invitee, f"Haal {invitee.name or invitee.address} weg")


def _unnamed(store: Store, actor: Person, state: Asking, unnamed: Sequence[Invitee]) -> None:
    if not unnamed:
        return
    last = min(unnamed, key=lambda each: each.has_link)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"{len(unnamed)} zonder naam", width="stretch")
        _take_off(store, actor, state, last, "Eén zonder naam minder")


def _take_off(store: Store, actor: Person, state: Asking, invitee: Invitee, label: str) -> None:
    if st.button(label, key=f"weg:{invitee.invitee_id.hex}", type="tertiary"):
        _try(
            lambda: inviting.remove(
                store,
                actor,
                state.round.round_id,
                invitee.invitee_id,
                today=resources.today(),
            )
        )


def _try(change: Callable[[], object]) -> None:
    try:
        change()
    except IbreflectError as error:
        st.error(literal(str(error)).replace("\n", "\n\n"))
        return
    st.rerun()


def _name_of(group: RaterGroup) -> str:
    return GROUP_WORDS[group]
