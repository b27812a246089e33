"""Putting people on the list of who is asked: pasted names and addresses, or a number alone."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import streamlit as st

from ibreflect.measure.disclosure import FLOORS
from ibreflect.model.asking import ANONYMOUS, GROUP_WORDS, Stage
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.ui import asking_list, resources
from ibreflect.ui.words import said
from ibreflect.usecases import inviting
from ibreflect.usecases.asking import LEADER, Asking

_WHO = {
    RaterGroup.SCHOOL_LEADER: "De schoolleider antwoordt op naam.",
    RaterGroup.TEACHER: "Leraren met wie je dit jaar echt samenwerkte. Vijf of meer is prettig.",
    RaterGroup.COLLEAGUE: "Een collega-ib'er, expert-leraar of bouwcoördinator.",
    RaterGroup.BOARD: "Iemand van het bestuur of het samenwerkingsverband.",
    RaterGroup.PARENT: "Ouders die je bij een gesprek of plan hebben meegemaakt.",
}


def add_people(state: Asking, add: Callable[[RaterGroup, str], int]) -> None:
    """A group, and a list to paste; what cannot be read stays where it was typed."""
    with _place(state):
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
            asking_list.attempt(lambda: add(group, text or ""))


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
            round_id, today = state.round.round_id, resources.today()
            asking_list.attempt(
                lambda: inviting.add_unnamed(store, actor, round_id, group, int(count), today=today)
            )


def _place(state: Asking) -> AbstractContextManager[object]:
    """In full view as long as the list is what the page is about."""
    if state.stage is Stage.NOT_BEGUN:
        return st.container()
    return st.expander("Nog iemand op de lijst zetten")


def _group(state: Asking) -> RaterGroup | None:
    """The group to add to: one schoolleider at most, and parents only for who wants that."""
    choice = st.container()
    full = {LEADER} & state.numbers.keys()
    offered = [each for each in RaterGroup if state.asks(each) and each not in full]
    if RaterGroup.PARENT in offered and not _with_parents(state):
        offered.remove(RaterGroup.PARENT)
    with choice:
        group = st.selectbox(
            "Wie wil je erbij zetten?", offered, format_func=_name_of, key="erbij_groep"
        )
        if group is not None:
            st.caption(said(_WHO[group]))
    return group


def _with_parents(state: Asking) -> bool:
    if RaterGroup.PARENT in state.numbers:
        return True
    return st.checkbox(
        "Ook ouders vragen",
        key="met_ouders",
        help="Ouders zien dit werk weinig. Zij krijgen een paar vragen, en je ziet pas iets "
        f"vanaf {FLOORS[RaterGroup.PARENT]} ouders.",
    )


def _name_of(group: RaterGroup) -> str:
    return GROUP_WORDS[group]
