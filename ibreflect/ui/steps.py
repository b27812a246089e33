"""The round that is being worked on, or the way to one; and saving into it."""

from typing import NoReturn

import streamlit as st

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given
from ibreflect.model.round import Round
from ibreflect.store.answers import KeptAnswer
from ibreflect.store.connection import Store
from ibreflect.ui import screens
from ibreflect.ui.item_form import Save
from ibreflect.ui.screens import Screen
from ibreflect.ui.sheet_parts import Way
from ibreflect.ui.text_form import Kept
from ibreflect.usecases import fill_in, framing, rounds

MY_SCAN = Way(screens.SCAN, screens.HAND_IN, {})
"""Where the ib'er fills in her own scan."""


def nothing_yet(why: str, screen: Screen, label: str) -> NoReturn:
    """Why there is nothing on this page, the one way on, and the end of the page."""
    st.info(why)
    st.page_link(screen.path, label=label, icon=":material/arrow_forward:")
    st.stop()


def current_round(store: Store, actor: Person) -> Round:
    """The round to work on now; without one the page ends here with the way to the start."""
    current = rounds.current(store, actor)
    if current is None:
        st.title("Nu geen meetronde", anchor=False)
        nothing_yet(
            "Er is nu geen meetronde om aan te werken.", screens.START, "Begin een meetronde"
        )
    return current


def unfinished_round(store: Store, actor: Person) -> Round:
    """The round whose scan is being filled in; a handed-in scan ends the page here."""
    current = current_round(store, actor)
    if current.handed_in:
        _offer_reopening(store, actor, current)
    return current


def _offer_reopening(store: Store, actor: Person, current: Round) -> NoReturn:
    st.title("Je scan is ingeleverd", anchor=False)
    st.info(
        f"Dit is je scan van {current.term.label}. Wil je nog iets veranderen? Zolang de meetronde "
        "niet is afgesloten, kun je de scan heropenen."
    )
    if st.button("Scan heropenen", key="heropen"):
        fill_in.reopen(store, actor, current.round_id)
        st.rerun()
    st.page_link(screens.PICTURE.path, label="Bekijk mijn beeld", icon=":material/arrow_forward:")
    st.stop()


def answer_saver(store: Store, actor: Person, current: Round) -> Save:
    """How the item form keeps one answer of this round."""

    def save(item_id: str, given: Given) -> KeptAnswer:
        return fill_in.save_in(store, actor, current, item_id=item_id, given=given)

    return save


def kept_texts(store: Store, actor: Person, frame: framing.Framing) -> Kept:
    """The texts of a round and how to keep one."""

    def save(topic: str, body: str) -> None:
        framing.save_text(store, actor, frame.round.round_id, topic=topic, body=body)

    return Kept(frame.round.round_id, frame.texts, save)


def kept_choices(store: Store, actor: Person, frame: framing.Framing) -> Kept:
    """The context card of a round and how to keep a choice."""

    def save(field: str, choice: str) -> None:
        framing.save_choice(store, actor, frame.round.round_id, field=field, choice=choice)

    return Kept(frame.round.round_id, frame.choices, save)
