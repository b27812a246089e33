"""The rounds somebody has, and what can be done with each."""

from collections.abc import Sequence

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.store.connection import Store
from ibreflect.ui import resources, screens
from ibreflect.ui.words import literal
from ibreflect.usecases import fill_in, my_data, rounds


def my_rounds(store: Store, actor: Person, mine: Sequence[Round]) -> None:
    """Each round, newest first, with its state and its buttons."""
    if not mine:
        st.info("Je hebt nog geen meetronde. Hieronder begin je er een.")
    for each in reversed(mine):
        with st.container(border=True):
            st.markdown(f"**{each.term.label}**, {literal(each.school_name)}")
            st.caption(_state(each))
            with st.container(horizontal=True, gap="small"):
                _buttons(store, actor, each)


def _state(each: Round) -> str:
    if not each.is_open:
        return "Afgesloten. Je kunt haar bekijken, niet veranderen."
    if each.handed_in:
        return "Ingeleverd. Je kunt de scan heropenen tot je de meetronde afsluit."
    return "Je bent nog aan het invullen."


def _buttons(store: Store, actor: Person, each: Round) -> None:
    if each.is_open and not each.handed_in:
        _go_on(each)
    elif each.is_open:
        _reopen_or_close(store, actor, each)
    if st.button("Wissen …", key=f"wis:{each.round_id.hex}"):
        _confirm_erasing(store, actor, each)


def _go_on(each: Round) -> None:
    if st.button("Verder invullen", key=f"verder:{each.round_id.hex}"):
        st.switch_page(screens.SCAN.path)


def _reopen_or_close(store: Store, actor: Person, each: Round) -> None:
    if st.button("Scan heropenen", key=f"heropen:{each.round_id.hex}"):
        _reopen(store, actor, each)
    if st.button("Meetronde afsluiten", key=f"sluit:{each.round_id.hex}"):
        rounds.close(store, actor, each.round_id)
        st.rerun()


def _reopen(store: Store, actor: Person, each: Round) -> None:
    try:
        fill_in.reopen(store, actor, each.round_id)
    except IbreflectError as error:
        st.error(str(error))
        return
    st.switch_page(screens.SCAN.path)


@st.dialog("Deze meetronde wissen?")
def _confirm_erasing(store: Store, actor: Person, each: Round) -> None:
    st.markdown(
        f"Alle antwoorden, notities en je opdracht van **{each.term.label}** op "
        f"**{literal(each.school_name)}** verdwijnen uit ibreflect, met wat anderen erin "
        "antwoordden en wat je ervan deelde. Dat is niet terug te draaien."
    )
    if st.button("Ja, wis deze meetronde", type="primary", key="wis_zeker"):
        my_data.erase_round(store, actor, each.round_id, now=resources.moment())
        st.rerun()
    if st.button("Nee, bewaar haar", key="wis_niet"):
        st.rerun()
