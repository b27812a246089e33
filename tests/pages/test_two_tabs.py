"""Two tabs on one scan, and a tab that outlives its session: no answer is lost, the newest wins.

AppTest runs the whole page for every answer; test_wire.py has two tabs in which one answer reruns
one statement, as in a browser.
"""

from uuid import UUID

from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui.screens import SCAN
from ibreflect.usecases import fill_in, rounds
from tests.pages.conftest import everywhere, fill, kept
from tests.pages.visitor import Visitor


def test_an_older_tab_leaves_the_answer_of_another_tab_alone(
    store: Store, noor: Person, round_id: UUID
) -> None:
    newer, older = Visitor().go(SCAN), Visitor().go(SCAN)
    newer.answer("LC1", 2)
    assert older.item("LC1").value is None

    older.answer("LC2", 3)
    assert kept(store, noor, round_id) == {"LC1": 2, "LC2": 3}

    older.answer("LC1", 4)
    assert kept(store, noor, round_id) == {"LC1": 4, "LC2": 3}
    assert Visitor().go(SCAN).item("LC1").value == 4


def test_a_choice_from_before_does_not_come_back_over_a_newer_one(
    store: Store, noor: Person, round_id: UUID
) -> None:
    older = Visitor().go(SCAN).answer("LC1", 2)
    Visitor().go(SCAN).answer("LC1", 5)

    older.answer("LC2", 3)

    assert kept(store, noor, round_id) == {"LC1": 5, "LC2": 3}
    assert older.item("LC1").value == 5


def test_what_a_tab_brings_along_into_a_new_session_is_saved(
    store: Store, noor: Person, round_id: UUID
) -> None:
    after_restart = Visitor()
    after_restart.app.session_state[f"{round_id.hex}:LC1:0"] = 4
    after_restart.go(SCAN)

    assert kept(store, noor, round_id) == {"LC1": 4}
    assert "Opgeslagen." in after_restart.status


def test_a_tab_cannot_answer_once_the_scan_is_handed_in(
    store: Store, noor: Person, round_id: UUID
) -> None:
    tab = Visitor().go(SCAN)
    fill(store, noor, round_id, everywhere(3))

    tab.answer("LC1", 5)

    assert kept(store, noor, round_id) == everywhere(3)
    assert "is ingeleverd" in tab.text


def test_a_tab_cannot_answer_in_an_erased_round(store: Store, noor: Person, round_id: UUID) -> None:
    fill_in.save(store, noor, round_id, item_id="LC1", given=2)
    tab = Visitor().go(SCAN)
    rounds.erase(store, noor, round_id)

    tab.answer("LC2", 5)

    assert rounds.mine(store, noor) == ()
    assert "Er is nu geen meetronde om aan te werken." in tab.text
