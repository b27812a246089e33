"""Every page when there is little to go on: nobody known, no rounds, no readable database."""

import logging
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui.screens import (
    ABOUT,
    ASSIGNMENT,
    GROWTH,
    HAND_IN,
    PICTURE,
    ROUNDS,
    SCAN,
    SCREENS,
    START,
    Screen,
)
from tests.pages.visitor import Visitor

PERSONAL = [screen for screen in SCREENS if screen not in {START, ABOUT}]
NEXT = {
    ASSIGNMENT: "Er is nu geen meetronde om aan te werken.",
    SCAN: "Er is nu geen meetronde om aan te werken.",
    HAND_IN: "Er is nu geen meetronde om aan te werken.",
    PICTURE: "Hier staat straks je beeld.",
    GROWTH: "Groei zie je vanaf je eerste ingeleverde scan",
    ROUNDS: "Je hebt nog geen meetronde.",
}
CANARY = "Wilhelmina-van-Canarie"


@pytest.mark.parametrize("screen", PERSONAL, ids=lambda screen: screen.name)
def test_a_stranger_is_sent_to_the_start(store: Store, screen: Screen) -> None:
    visitor = Visitor().go(screen)

    assert visitor.title == "Nog even kennismaken"
    assert not visitor.app.exception
    assert not visitor.app.button


def test_the_explanation_is_for_everybody(store: Store) -> None:
    visitor = Visitor().go(ABOUT)
    assert visitor.title == "Uitleg"
    assert not visitor.app.exception


@pytest.mark.parametrize("screen", PERSONAL, ids=lambda screen: screen.name)
def test_without_a_round_each_page_says_what_to_do(
    store: Store, noor: Person, screen: Screen
) -> None:
    visitor = Visitor().go(screen)

    assert NEXT[screen] in visitor.text
    assert visitor.app.page_link or visitor.app.button
    assert not visitor.app.exception


@pytest.mark.parametrize("screen", PERSONAL, ids=lambda screen: screen.name)
def test_an_unreadable_database_is_told_in_one_sentence(place: Path, screen: Screen) -> None:
    place.write_bytes(b"geen database " * 1000)
    visitor = Visitor().go(screen)

    (told,) = visitor.app.exception
    assert told.proto.type == "StoreError"
    assert told.message.startswith(f"Het bestand {place} is geen leesbare database.")
    assert place.read_bytes() == b"geen database " * 1000


def test_what_a_user_can_be_told_is_shown_and_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    def page() -> None:
        from ibreflect.errors import StoreError
        from ibreflect.ui import problem

        assert problem.show(StoreError("De schijf is vol. Maak ruimte."))

    shown = AppTest.from_function(page).run()

    assert [each.value for each in shown.error] == ["De schijf is vol. Maak ruimte."]
    assert not shown.exception
    assert not [each for each in caplog.records if each.name == "ibreflect"]


def test_an_unforeseen_error_is_neutral_on_screen_and_traceable_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def page() -> None:
        from ibreflect.ui import problem

        def read_the_name() -> None:
            try:
                {}["Wilhelmina-van-Canarie"]
            except KeyError as error:
                raise ValueError("Wilhelmina-van-Canarie is geen getal") from error

        try:
            read_the_name()
        except ValueError as error:
            assert problem.show(error)

    with caplog.at_level(logging.ERROR, logger="ibreflect"):
        shown = AppTest.from_function(page).run()

    (sentence,) = [each.value for each in shown.error]
    (record,) = [each for each in caplog.records if each.name == "ibreflect"]
    code = record.getMessage().split()[2]
    assert f"code {code}" in sentence
    assert "ValueError" not in sentence
    assert all(word in record.getMessage() for word in ("ValueError", "KeyError", "read_the_name"))
    assert CANARY not in sentence
    # The lines of code that a traceback quotes are ours; only the messages could quote a person.
    said = [line for line in record.getMessage().splitlines() if not line.startswith(" " * 4)]
    assert CANARY not in "\n".join(said)
