"""Samen: voices beside each other once both are done, and the wish beside an answer."""

from uuid import UUID

import pytest

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.ui import screens
from ibreflect.usecases import answering, fill_in, rounds
from tests.pages import by_link
from tests.pages.by_link import TODAY
from tests.pages.visitor import Visitor
from tests.store import rounds_with_others as others


@pytest.fixture
def round_id(store: Store, noor: Person) -> UUID:
    return by_link.begin(store, noor)


def _leader_answers(store: Store, noor: Person, round_id: UUID) -> None:
    (token,) = by_link.links(store, noor, round_id, RaterGroup.SCHOOL_LEADER)
    answering.save(store, by_link.kept(store, token), item_id="MR1", given=5, today=TODAY)
    answering.hand_in(store, token, today=TODAY)


def test_voices_are_shown_only_when_both_are_done(
    store: Store, noor: Person, round_id: UUID
) -> None:
    others.finish_scan(store, noor, round_id, {"MR1": 2, "PO11": 3, "PO11.wens": 4})
    assert "De schoolleider heeft nog niet geantwoord" in Visitor().go(screens.TOGETHER).text
    _leader_answers(store, noor, round_id)
    shown = Visitor().go(screens.TOGETHER)
    assert "**ib'er en schoolleider**" in shown.text
    assert "helemaal duidelijk" in shown.table(0).to_string()


def test_a_scan_that_both_can_see_is_not_reopened(
    store: Store, noor: Person, round_id: UUID
) -> None:
    others.finish_scan(store, noor, round_id, {"MR1": 2})
    _leader_answers(store, noor, round_id)
    Visitor().go(screens.ROUNDS).press("heropen")
    assert rounds.one(store, noor, round_id).handed_in


def test_the_wish_is_asked_beside_a_number_and_kept(store: Store, noor: Person) -> None:
    round_id = others.begin(store, noor, "critical-friend-sturend")
    visitor = Visitor().go(screens.SCAN, deel="critical_friend")
    assert not _has(visitor, "CF1.wens")
    visitor.answer("CF1", 4)
    assert _has(visitor, "CF1.wens")
    visitor.answer("CF1.wens", 3)
    kept = fill_in.scan(store, noor, round_id).kept
    assert {item: each.given for item, each in kept.items()} == {"CF1": 4, "CF1.wens": 3}
    assert Visitor().go(screens.SCAN, deel="critical_friend").item("CF1.wens").value == 3


def _has(visitor: Visitor, answer_id: str) -> bool:
    return any(f":{answer_id}:" in str(each.key) for each in visitor.app.segmented_control)
