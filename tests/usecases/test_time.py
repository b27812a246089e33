"""Keeping time: every number as it was typed, and whole splits only when they are a hundred."""

from collections.abc import Callable
from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.person import Person
from ibreflect.model.time import LINE, SPLITS, WORK, Moment, Slot, TimeSplit
from ibreflect.store import erasing
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in, rounds, time
from tests.store import scans

Action = Callable[[Store, Person, UUID], object]
CURATIVE = Slot("werk", "curatief", Moment.NOW)
EVERY_SLOT = [
    Slot(split.split_id, part.part_id, moment)
    for split in SPLITS
    for part in split.parts
    for moment in Moment
]
HUNDREDS = st.lists(st.integers(0, 100), min_size=3, max_size=3).map(
    lambda cuts: [high - low for low, high in pairwise([0, *sorted(cuts), 100])]
)


def whole(split: TimeSplit, moment: Moment, *percents: int) -> dict[Slot, int]:
    slots = [Slot(split.split_id, part.part_id, moment) for part in split.parts]
    return dict(zip(slots, percents, strict=True))


def _keep(store: Store, actor: Person, round_id: UUID) -> None:
    time.keep(store, actor, round_id, slot=CURATIVE, percent=40)


def _save(store: Store, actor: Person, round_id: UUID) -> None:
    time.save(store, actor, round_id, numbers=whole(WORK, Moment.NOW, 20, 40, 30, 10))


def _hand_in(store: Store, actor: Person, round_id: UUID) -> None:
    fill_in.save(store, actor, round_id, item_id="LC1", given=3)
    fill_in.hand_in(store, actor, round_id)


def test_nothing_has_to_be_divided(store: Store, actor: Person, round_id: UUID) -> None:
    kept = time.of_round(store, actor, round_id)
    assert (kept.numbers, kept.earlier, kept.earlier_numbers) == ({}, None, {})
    assert not any(time.over_rounds(store, actor).values())


def test_every_number_is_kept_as_it_was_typed(store: Store, actor: Person, round_id: UUID) -> None:
    expected = {slot: number * 7 for number, slot in enumerate(EVERY_SLOT)}
    for slot, percent in expected.items():
        time.keep(store, actor, round_id, slot=slot, percent=percent)
    assert time.of_round(store, actor, round_id).numbers == expected


def test_a_number_is_replaced_and_an_emptied_one_is_gone(
    store: Store, actor: Person, round_id: UUID
) -> None:
    for percent, expected in [(40, {CURATIVE: 40}), (0, {CURATIVE: 0}), (None, {}), (None, {})]:
        time.keep(store, actor, round_id, slot=CURATIVE, percent=percent)
        assert time.of_round(store, actor, round_id).numbers == expected


@pytest.mark.parametrize("percent", [-1, 101, 12.5, True, "40", 10**9])
def test_another_number_is_refused_and_the_one_before_stays(
    store: Store, actor: Person, round_id: UUID, percent: object
) -> None:
    _keep(store, actor, round_id)
    with pytest.raises(InputError, match="van 0 tot en met 100"):
        time.keep(store, actor, round_id, slot=CURATIVE, percent=percent)  # type: ignore[arg-type]
    assert time.of_round(store, actor, round_id).numbers == {CURATIVE: 40}


@pytest.mark.parametrize("slot", [Slot("werk", "eerste", Moment.NOW), Slot("", "", Moment.NOW)])
def test_an_unknown_part_is_refused(
    store: Store, actor: Person, round_id: UUID, slot: Slot
) -> None:
    with pytest.raises(InputError, match="hoort niet bij je tijd"):
        time.keep(store, actor, round_id, slot=slot, percent=40)
    assert time.of_round(store, actor, round_id).numbers == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(percents=st.lists(st.integers(0, 100), min_size=4, max_size=4) | HUNDREDS)
def test_a_whole_split_is_kept_exactly_or_refused_with_what_is_left(
    store: Store, actor: Person, round_id: UUID, percents: list[int]
) -> None:
    before = time.of_round(store, actor, round_id).numbers
    numbers = whole(WORK, Moment.WISHED, *percents)
    rest = 100 - sum(percents)
    if rest == 0:
        time.save(store, actor, round_id, numbers=numbers)
        assert time.of_round(store, actor, round_id).numbers == numbers
        return
    asked = f"verdeel nog {rest}" if rest > 0 else f"haal er {-rest}"
    with pytest.raises(InputError, match=rf"samen {sum(percents)}\s%: {asked}\s%"):
        time.save(store, actor, round_id, numbers=numbers)
    assert time.of_round(store, actor, round_id).numbers == before


def test_one_split_that_does_not_fit_keeps_the_other_out_too(
    store: Store, actor: Person, round_id: UUID
) -> None:
    good, short = whole(WORK, Moment.NOW, 20, 40, 30, 10), whole(LINE, Moment.NOW, 50, 40)
    with pytest.raises(InputError, match=r"Nu is het samen 90\s%: verdeel nog 10\s%\."):
        time.save(store, actor, round_id, numbers=good | short)
    assert time.of_round(store, actor, round_id).numbers == {}


def test_a_part_left_out_of_a_whole_split_is_nothing(
    store: Store, actor: Person, round_id: UUID
) -> None:
    _keep(store, actor, round_id)
    all_of_it = {Slot("werk", "preventief", Moment.NOW): 100}
    time.save(store, actor, round_id, numbers=all_of_it)
    kept = time.of_round(store, actor, round_id).numbers
    assert kept == whole(WORK, Moment.NOW, 100, 0, 0, 0)


def test_the_round_before_is_a_reminder_only(store: Store, actor: Person, round_id: UUID) -> None:
    _save(store, actor, round_id)
    _hand_in(store, actor, round_id)
    second = scans.begin(store, actor, scans.SPRING)
    kept = time.of_round(store, actor, second)
    assert kept.numbers == {}
    assert kept.earlier
    assert kept.earlier.round_id == round_id
    assert kept.earlier_numbers == whole(WORK, Moment.NOW, 20, 40, 30, 10)


def test_over_rounds_only_what_is_a_hundred_counts_oldest_first(
    store: Store, actor: Person, somebody_else: Person, round_id: UUID
) -> None:
    _save(store, actor, round_id)
    _hand_in(store, actor, round_id)
    second = scans.begin(store, actor, scans.SPRING)
    _keep(store, actor, second)
    _hand_in(store, actor, second)
    third = scans.begin(store, actor, scans.NEXT_AUTUMN)
    time.save(store, actor, third, numbers=whole(WORK, Moment.NOW, 40, 20, 30, 10))
    time.save(store, actor, third, numbers=whole(WORK, Moment.WISHED, 60, 20, 15, 5))
    time.save(store, somebody_else, scans.begin(store, somebody_else), numbers={CURATIVE: 100})

    found = time.over_rounds(store, actor)
    assert [each.round.round_id for each in found["werk"]] == [round_id, third]
    assert [each.now["preventief"] for each in found["werk"]] == [20, 40]
    assert [each.wished and each.wished["preventief"] for each in found["werk"]] == [None, 60]
    assert found["lijn"] == ()


@pytest.mark.parametrize("action", [time.of_round, _keep, _save])
def test_somebody_elses_time_reads_as_no_round(
    store: Store, somebody_else: Person, round_id: UUID, action: Action
) -> None:
    before = scans.contents(store)
    with pytest.raises(NotAllowedError) as others:
        action(store, somebody_else, round_id)
    with pytest.raises(NotAllowedError) as none:
        action(store, somebody_else, uuid4())
    assert str(others.value) == str(none.value)
    assert scans.contents(store) == before


@pytest.mark.parametrize("action", [_keep, _save])
def test_time_can_change_until_the_round_closes(
    store: Store, actor: Person, round_id: UUID, action: Action
) -> None:
    _hand_in(store, actor, round_id)
    action(store, actor, round_id)
    rounds.close(store, actor, round_id)
    before = scans.contents(store)
    with pytest.raises(NotAllowedError, match="afgesloten"):
        action(store, actor, round_id)
    assert scans.contents(store) == before


def test_an_erased_round_or_person_takes_its_time_along(
    store: Store, actor: Person, somebody_else: Person, round_id: UUID
) -> None:
    other = scans.begin(store, somebody_else)
    _save(store, actor, round_id)
    _save(store, somebody_else, other)
    rounds.erase(store, actor, round_id)
    assert {row["round_id"] for row in scans.contents(store)["time_share"]} == {other}
    erasing.erase_person(store, somebody_else.person_id)
    assert scans.contents(store)["time_share"] == []
