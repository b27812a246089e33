"""A snapshot is made once, with the answers and everything that goes at that moment, or not."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import RoundId
from ibreflect.store import snapshots
from ibreflect.store.connection import Store
from ibreflect.store.snapshots import HandedIn
from ibreflect.usecases import answering
from tests.store import rounds_with_others as others
from tests.store import scans

T = RaterGroup.TEACHER


@pytest.fixture
def round_id(store: Store, actor: Person) -> RoundId:
    """Three leraren handed in, of whom one wrote something; a fourth has begun."""
    round_id = others.begin(store, actor, "rolhelderheid")
    tokens = others.ask_team(store, actor, round_id, 4)
    here = others.visit(store, tokens[0])
    answering.write(store, here, topic="meer", body="Uitleg", today=others.TODAY)
    for token in tokens:
        others.answer(store, token, {"MR1": 2})
    for token in tokens[:3]:
        others.hand_in(store, token)
    return round_id


def test_it_is_made_of_everything_that_was_handed_in(store: Store, round_id: RoundId) -> None:
    seen: list[HandedIn] = []

    def make(handed_in: HandedIn) -> str:
        seen.append(handed_in)
        return "{}"

    assert snapshots.find(store, round_id) is None
    assert snapshots.freeze(store, round_id, make)
    assert seen == [HandedIn(frozenset({T}), {T: [{"MR1": 2}] * 3}, [("others", "meer", "Uitleg")])]
    assert snapshots.find(store, round_id) == "{}"


def test_it_is_made_once(store: Store, round_id: RoundId) -> None:
    with ThreadPoolExecutor(8) as threads:
        made = list(
            threads.map(
                lambda number: snapshots.freeze(store, round_id, lambda _: str(number)), range(8)
            )
        )
    assert made.count(True) == 1
    assert snapshots.find(store, round_id) == str(made.index(True))


def test_when_it_cannot_be_made_nothing_goes(store: Store, round_id: RoundId) -> None:
    def make(_: HandedIn) -> str:
        raise ZeroDivisionError

    before = scans.contents(store)
    with pytest.raises(ZeroDivisionError):
        snapshots.freeze(store, round_id, make)
    assert scans.contents(store) == before


def test_another_round_keeps_what_it_has(
    store: Store, somebody_else: Person, round_id: RoundId
) -> None:
    theirs = others.begin(store, somebody_else, "rolhelderheid")
    for token in others.ask_team(store, somebody_else, theirs, 2):
        others.answers(store, token, {"MR1": 4})
    before = _of(scans.contents(store), theirs)
    assert len(before) >= 8
    snapshots.freeze(store, round_id, lambda _: "{}")
    assert _of(scans.contents(store), theirs) == before


def _of(rows: dict[str, list[dict[str, object]]], round_id: RoundId) -> list[dict[str, object]]:
    """The rows of a round, and the answers to it, as they lie."""
    of_round = [row for table in rows.values() for row in table if row.get("round_id") == round_id]
    responses = {row.get("response_id") for row in of_round} - {None}
    return [*of_round, *(row for row in rows["answer"] if row["response_id"] in responses)]
