"""The goals of an ib'er: those that are worked on, with what can be done, and those of before."""

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from ibreflect.model.days import in_dutch, with_weekday
from ibreflect.model.goal import ENTRY_WORDS, OUTCOME_WORDS, Goal, GoalNote
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import address, goal_form, goal_look, resources, screens, steps
from ibreflect.ui.long_list import change, part
from ibreflect.ui.words import literal, said
from ibreflect.usecases import goal_progress, goals, people
from ibreflect.usecases.goal_progress import LONGEST_NOTE

_NO_SCHOOL = "Doelen horen bij een school waar je ib'er bent. Er is nu geen school."
_NOTHING = (
    "Hier staan straks je doelen: wat je gaat doen, waaraan jullie het merken en wanneer je "
    "terugkijkt. Je maakt ze in een gesprek of hier, alleen. Niemand anders leest deze pagina."
)
_PARTS = ("first_step", "evidence", "helper", "partner_part")


def one_school(store: Store, actor: Person) -> UUID:
    """The school whose goals are looked at; the page ends here without any."""
    mine = {str(each.school_id): each.name for each in people.my_schools(store, actor)}
    if not mine:
        steps.nothing_yet(said(_NO_SCHOOL), screens.START, "Naar Start")
    if len(mine) == 1:
        return UUID(next(iter(mine)))
    return UUID(address.choice("Welke school?", "school", mine))


def open_goals(store: Store, actor: Person, found: Sequence[Goal]) -> None:
    """Each goal that is worked on, the nearest check date first."""
    if not found:
        st.markdown(said(_NOTHING))
    for each in found:
        with st.container(border=True, key=f"doel_{each.goal_id.hex}"):
            _what(each)
            _notes(store, actor, each)
            goal_look.looking_back(store, actor, each)
            goal_look.check_date(store, actor, each)
            _other_words(store, actor, each)


def closed_goals(store: Store, actor: Person, found: Sequence[Goal]) -> None:
    """The goals that were looked back on, the newest first."""
    if not found:
        return
    st.header("Waar je op terugkeek", anchor=False)
    for each in part(found, lambda goal: in_dutch(goal.closed_on or goal.agreed_on), "eerdere"):
        _closed(store, actor, each)


def _what(goal: Goal) -> None:
    st.subheader(literal(_on_one_line(goal.entry.behaviour)), anchor=False)
    _entry(goal)
    how = "In een gesprek afgesproken" if goal.conversation_id else "Zelf gemaakt"
    st.caption(
        f"{how} op {in_dutch(goal.agreed_on)}. Kijkdatum: {with_weekday(goal.entry.check_on)}."
    )


def _entry(goal: Goal) -> None:
    """The parts that were filled in."""
    for field in _PARTS:
        text = getattr(goal.entry, field)
        if text:
            with st.container(gap="xxsmall"):
                st.markdown(f"**{said(ENTRY_WORDS[field])}**")
                st.text(text)


def _notes(store: Store, actor: Person, goal: Goal) -> None:
    """How it goes: what was written down, and a field for more."""
    _notes_so_far(store, actor, goal)
    key = goal_form.fresh_key(f"notitie:{goal.goal_id.hex}")
    with st.form(key, border=False):
        body = st.text_input(
            "Hoe gaat het? Een zin is genoeg.",
            max_chars=LONGEST_NOTE,
            key=f"tekst_{key}",
        )
        wanted = st.form_submit_button("Schrijf op", key=f"bewaar_{key}")
    if wanted:
        change(lambda: _write(store, actor, goal, body or ""), "Opgeschreven.")


def _write(store: Store, actor: Person, goal: Goal, body: str) -> None:
    goal_progress.note(store, actor, goal.goal_id, body, today=resources.today())
    goal_form.empty(f"notitie:{goal.goal_id.hex}")


def _notes_so_far(store: Store, actor: Person, goal: Goal) -> None:
    with st.container(key=f"lijst_notities_{goal.goal_id.hex}", gap="xxsmall"):
        for each in goal.notes:
            _note(store, actor, goal, each)


def _note(store: Store, actor: Person, goal: Goal, note: GoalNote) -> None:
    day = in_dutch(note.written_on)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text(f"{day}: {note.body}", width="stretch")
        if goal.is_open and st.button(
            f"Haal de notitie van {day} weg",
            key=f"weg:{note.note_id.hex}",
            type="tertiary",
            icon=":material/close:",
        ):
            change(
                lambda: goal_progress.drop_note(store, actor, goal.goal_id, note.note_id),
                "De notitie is weg.",
            )


def _other_words(store: Store, actor: Person, goal: Goal) -> None:
    with st.expander("Veranderen of wissen"):
        if goal.can_be_rewritten:
            goal_form.other_words(store, actor, goal)
        else:
            st.markdown(
                "Wat je gaat doen, ligt vast: er is over gesproken of geschreven. Wordt het iets "
                "anders? Kies dan bij Terugkijken voor “doel veranderd” en maak een nieuw doel."
            )
        _removal(store, actor, goal)


def _closed(store: Store, actor: Person, goal: Goal) -> None:
    went = OUTCOME_WORDS[goal.outcome] if goal.outcome else ""
    day = in_dutch(goal.closed_on or goal.agreed_on)
    with st.expander(f"{literal(_on_one_line(goal.entry.behaviour))} ({went}, {day})"):
        if goal.effect:
            st.markdown("**Wat er veranderde**")
            st.text(goal.effect)
        _entry(goal)
        _notes_so_far(store, actor, goal)
        st.caption(f"Afgesproken op {in_dutch(goal.agreed_on)}, teruggekeken op {day}.")
        if st.button("Toch verder met dit doel", key=f"heropen:{goal.goal_id.hex}"):
            change(
                lambda: goal_progress.reopen(store, actor, goal.goal_id),
                "Het doel is weer open. Wat je erover schreef, staat er nog.",
            )
        _removal(store, actor, goal)


def _removal(store: Store, actor: Person, goal: Goal) -> None:
    if st.button("Wis dit doel", key=f"wis:{goal.goal_id.hex}", type="tertiary"):
        _confirm(store, actor, goal)


@st.dialog("Dit doel wissen?")
def _confirm(store: Store, actor: Person, goal: Goal) -> None:
    st.text(goal.entry.behaviour)
    st.markdown("Het doel verdwijnt met alle notities, ook uit het plaatje. Dat is voorgoed.")
    if st.button("Ja, wis dit doel", type="primary", key="wis_zeker"):
        change(lambda: goals.remove(store, actor, goal.goal_id), "Het doel is gewist.")
    if st.button("Nee, laat staan", key="wis_niet"):
        st.rerun()


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
