"""Every page when there is little to go on, and what is said when something goes wrong.

test_fresh_process.py has the pages of an unreadable database: AppTest shows errors its own way.
"""

import logging

import pytest
from streamlit.testing.v1 import AppTest

from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui.screens import (
    ASSIGNMENT,
    EXPERTISE,
    GOALS,
    GROWTH,
    HAND_IN,
    LOG,
    MANDATE,
    MEETING,
    MIRROR,
    MY_DATA,
    NETWORK,
    OTHERS,
    OWN_QUESTIONNAIRES,
    PICTURE,
    PREPARE,
    REFLECTION,
    REPORT,
    ROUNDS,
    SCAN,
    SHARE,
    TALK,
    TALKS,
    TIME,
    TOGETHER,
    WORDS,
    Screen,
)
from tests.pages.audiences import EXPLAINING, PERSONAL, TOGETHER_ONLY
from tests.pages.visitor import Visitor

NEXT = {
    ASSIGNMENT: "Er is nu geen meetronde om aan te werken.",
    SCAN: "Er is nu geen meetronde om aan te werken.",
    HAND_IN: "Er is nu geen meetronde om aan te werken.",
    PICTURE: "Hier staat straks je beeld.",
    MIRROR: "Hier staat straks wat de schoolleider, leraren en anderen van je werk zien.",
    TALKS: "Een reflectiegesprek gaat over het werk van de ib'er",
    PREPARE: "Kies eerst een gesprek.",
    TALK: "Kies eerst een gesprek.",
    REPORT: "Kies eerst een gesprek.",
    LOG: "Je logboek is nog leeg.",
    REFLECTION: "Schrijf je iets bij Mijn opdracht? Dan lees je het hier terug.",
    GOALS: "Hier staan straks je doelen",
    GROWTH: "Groei zie je vanaf je eerste ingeleverde scan",
    ROUNDS: "Je hebt nog geen meetronde.",
    TIME: "Er is nu geen meetronde om aan te werken.",
    OTHERS: "Er is nu geen meetronde om aan te werken.",
    TOGETHER: "Kies bij een nieuwe meetronde een module",
    EXPERTISE: "Er staat nog niemand op de kaart.",
    MANDATE: "Je hebt nog geen meetronde met de mandaatkaart.",
    OWN_QUESTIONNAIRES: "Eigen vragenlijsten",
    WORDS: "Alleen de woorden op het scherm veranderen.",
    NETWORK: "Je school hoort hier niet bij een samenwerkingsverband.",
    MEETING: "Je school hoort hier niet bij een samenwerkingsverband.",
    SHARE: "Je werkt hier alleen, zonder aanmelden.",
    MY_DATA: "Wat bewaart ibreflect van jou",
}


@pytest.mark.parametrize("screen", PERSONAL, ids=lambda screen: screen.name)
def test_a_stranger_is_sent_to_the_start(store: Store, screen: Screen) -> None:
    visitor = Visitor().go(screen)

    assert visitor.title == "Nog even kennismaken"
    assert not visitor.app.exception
    assert not visitor.app.button


@pytest.mark.parametrize("screen", EXPLAINING, ids=lambda each: each.name)
def test_what_explains_is_for_everybody(store: Store, screen: Screen) -> None:
    visitor = Visitor().go(screen)
    assert visitor.title == screen.title
    assert not visitor.app.exception


@pytest.mark.parametrize("screen", TOGETHER_ONLY, ids=lambda each: each.name)
def test_who_works_alone_finds_no_page_of_working_together(
    store: Store, noor: Person, screen: Screen
) -> None:
    visitor = Visitor().go(screen)
    assert visitor.title == "Niet gevonden"
    assert not visitor.app.exception


@pytest.mark.parametrize("screen", PERSONAL, ids=lambda screen: screen.name)
def test_without_a_round_each_page_says_what_to_do(
    store: Store, noor: Person, screen: Screen
) -> None:
    visitor = Visitor().go(screen)

    assert NEXT[screen] in visitor.text
    kinds = ("page_link", "button", "download_button", "radio")
    assert any(visitor.app.get(kind) for kind in kinds)
    assert not visitor.app.exception


def test_what_a_user_can_be_told_is_shown_and_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    shown = AppTest.from_function(_tell_what_is_known).run()

    assert [each.value for each in shown.error] == ["De schijf is vol. Maak ruimte."]
    assert not shown.exception
    assert not [each for each in caplog.records if each.name == "ibreflect"]


def test_an_unforeseen_error_is_neutral_on_screen_and_traceable_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR, logger="ibreflect"):
        shown = AppTest.from_function(_tell_what_is_unforeseen).run()

    (sentence,) = [each.value for each in shown.error]
    (record,) = [each for each in caplog.records if each.name == "ibreflect"]
    story = record.getMessage()
    assert f"code {story.split()[2]}" in sentence
    assert all(word in story for word in ("ValueError", "KeyError", "read_the_name"))
    assert not [word for word in ("ValueError", "KeyError", "Canarie") if word in sentence]
    assert "Canarie" not in story
    assert not shown.exception


# The source of these two is run as a page of its own, so what they need is imported inside.
def _tell_what_is_known() -> None:
    from ibreflect.errors import StoreError
    from ibreflect.ui import problem

    problem.show(StoreError("De schijf is vol. Maak ruimte."))


def _tell_what_is_unforeseen() -> None:
    from ibreflect.ui import problem

    def read_the_name(name: str) -> None:
        try:
            {"iemand": 1}[name]
        except KeyError as error:
            raise ValueError(f"{name} is geen getal") from error

    try:
        read_the_name("".join(["Can", "arie"]))
    except ValueError as error:
        problem.show(error)
