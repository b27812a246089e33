from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in, rounds
from tests.store import scans

Action = Callable[[Store, Person, UUID], object]


def _save(store: Store, actor: Person, round_id: UUID) -> object:
    return fill_in.save(store, actor, round_id, item_id="LC1", given=4)


ACTIONS = [fill_in.scan, _save, fill_in.hand_in, fill_in.reopen]
CHANGES = [_save, fill_in.hand_in, fill_in.reopen]


@pytest.fixture
def handed_in(store: Store, actor: Person, round_id: UUID) -> UUID:
    fill_in.save(store, actor, round_id, item_id="LC1", given=2)
    fill_in.hand_in(store, actor, round_id)
    return round_id


@pytest.fixture
def closed(store: Store, actor: Person, handed_in: UUID) -> UUID:
    rounds.close(store, actor, handed_in)
    return handed_in


def test_a_new_scan_is_empty_and_starts_at_the_first_scale(
    store: Store, actor: Person, round_id: UUID
) -> None:
    scan = fill_in.scan(store, actor, round_id)
    assert scan.kept == {}
    assert scan.open_count == len(scan.items) == 32
    assert scan.place == scan.scales[0]


@pytest.mark.parametrize("given", [1, 2, 3, 4, 5, *NonAnswer])
def test_an_answer_is_kept_as_it_was_given(
    store: Store, actor: Person, round_id: UUID, given: Given
) -> None:
    kept = fill_in.save(store, actor, round_id, item_id="TA2", given=given)
    scan = fill_in.scan(store, actor, round_id)
    assert scan.kept == {"TA2": kept}
    assert kept.given == given
    assert type(scan.kept["TA2"].given) is type(given)
    assert scan.open_count == 31


def test_the_newest_answer_counts_and_tells_where_she_was(
    store: Store, actor: Person, round_id: UUID
) -> None:
    answers: list[tuple[str, Given]] = [
        ("LC1", 1),
        ("TA1", 2),
        ("LC1", NonAnswer.NOT_APPLICABLE),
        ("LC1", 5),
    ]
    for item_id, given in answers:
        fill_in.save(store, actor, round_id, item_id=item_id, given=given)
    scan = fill_in.scan(store, actor, round_id)
    assert {item_id: kept.given for item_id, kept in scan.kept.items()} == {"LC1": 5, "TA1": 2}
    assert scan.place.id == "learning_coordinator"
    learning = scan.scales[0]
    assert [item.id for item in scan.open_items(learning)] == [
        item.id for item in learning.items if item.id != "LC1"
    ]


@pytest.mark.parametrize(
    ("item_id", "given"),
    [
        *(("LC1", forged) for forged in (9, 0, -1, 6, 10**20, True, 3.0, "3", "nvt", None, [3])),
        *((forged, 3) for forged in ("XX1", "", "lc1", "LC1 ", "LC1'; drop table answer --")),
    ],
)
def test_a_forged_answer_never_reaches_the_database(
    store: Store, actor: Person, round_id: UUID, item_id: str, given: Any
) -> None:
    with pytest.raises(InputError, match="past niet bij de stelling en is niet opgeslagen"):
        fill_in.save(store, actor, round_id, item_id=item_id, given=given)
    assert store.read("select * from answer") == []


@examples(
    item_id=st.text(),
    given=st.one_of(st.none(), st.booleans(), st.floats(), st.text(), st.integers()),
)
def test_only_points_of_the_scale_are_accepted(item_id: str, given: Any) -> None:
    questionnaire = scans.instrument().questionnaire
    assert not questionnaire.accepts(item_id, 3) or item_id in {i.id for i in questionnaire.items}
    assert questionnaire.accepts("LC1", given) == (type(given) is int and 1 <= given <= 5)


@pytest.mark.parametrize("action", ACTIONS)
def test_somebody_elses_scan_reads_as_no_scan(
    store: Store, somebody_else: Person, handed_in: UUID, action: Action
) -> None:
    before = scans.contents(store)
    with pytest.raises(NotAllowedError) as others:
        action(store, somebody_else, handed_in)
    with pytest.raises(NotAllowedError) as none:
        action(store, somebody_else, uuid4())
    assert str(others.value) == str(none.value)
    assert scans.contents(store) == before


@pytest.mark.parametrize("action", CHANGES)
def test_nothing_changes_in_a_closed_round(
    store: Store, actor: Person, closed: UUID, action: Action
) -> None:
    before = scans.contents(store)
    with pytest.raises(NotAllowedError, match=r"afgesloten\. Je kunt haar nog bekijken"):
        action(store, actor, closed)
    assert scans.contents(store) == before
    assert fill_in.scan(store, actor, closed).kept["LC1"].given == 2


def test_a_handed_in_scan_takes_no_answers_until_it_is_reopened(
    store: Store, actor: Person, handed_in: UUID
) -> None:
    with pytest.raises(NotAllowedError, match=r"al ingeleverd\. Heropen"):
        _save(store, actor, handed_in)
    fill_in.reopen(store, actor, handed_in)
    fill_in.reopen(store, actor, handed_in)
    assert not rounds.one(store, actor, handed_in).handed_in
    _save(store, actor, handed_in)
    assert fill_in.scan(store, actor, handed_in).kept["LC1"].given == 4


def test_handing_in_keeps_the_newest_answers_only(
    store: Store, actor: Person, round_id: UUID
) -> None:
    for given in (1, 2, 3):
        fill_in.save(store, actor, round_id, item_id="LC1", given=given)
    last = fill_in.save(store, actor, round_id, item_id="LC2", given=NonAnswer.ELSEWHERE)
    before = fill_in.scan(store, actor, round_id).kept
    fill_in.hand_in(store, actor, round_id)
    fill_in.hand_in(store, actor, round_id)
    scan = fill_in.scan(store, actor, round_id)
    assert rounds.one(store, actor, round_id).handed_in
    assert scan.kept == before
    assert before["LC2"] == last
    assert store.read("select count(*) from answer") == [(2,)]


def test_an_empty_scan_is_not_handed_in(store: Store, actor: Person, round_id: UUID) -> None:
    with pytest.raises(InputError, match="nog niets ingevuld"):
        fill_in.hand_in(store, actor, round_id)
    assert not rounds.one(store, actor, round_id).handed_in


def test_twenty_clicks_hand_in_once(store: Store, actor: Person, round_id: UUID) -> None:
    for given in (1, 2, 3):
        fill_in.save(store, actor, round_id, item_id="LC1", given=given)
    with ThreadPoolExecutor(20) as threads:
        list(threads.map(lambda _: fill_in.hand_in(store, actor, round_id), range(20)))
    assert rounds.one(store, actor, round_id).handed_in
    assert store.read("select item_id, value from answer") == [("LC1", 3)]


def test_no_answer_slips_in_while_another_tab_hands_in(
    store: Store, actor: Person, round_id: UUID
) -> None:
    _save(store, actor, round_id)

    def work(number: int) -> int | None:
        if number == 20:
            fill_in.hand_in(store, actor, round_id)
            return None
        try:
            given = number % 5 + 1
            return fill_in.save(store, actor, round_id, item_id="TA1", given=given).answer_id
        except NotAllowedError:
            return None

    with ThreadPoolExecutor(8) as threads:
        acknowledged = [number for number in threads.map(work, range(40)) if number]
    kept = fill_in.scan(store, actor, round_id).kept
    assert rounds.one(store, actor, round_id).handed_in
    assert kept["TA1"].answer_id == max(acknowledged)
    assert store.read("select count(*) from answer") == [(2,)]


def test_answers_of_many_tabs_are_all_kept(store: Store, actor: Person, round_id: UUID) -> None:
    items = [item.id for item in scans.instrument().questionnaire.items]

    def save(item_id: str) -> None:
        fill_in.save(store, actor, round_id, item_id=item_id, given=3)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(save, items))
    assert fill_in.scan(store, actor, round_id).open_count == 0
