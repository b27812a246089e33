"""What a network may show: numbers derived by hand, and what holds whatever the schools are."""

from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure import network
from ibreflect.measure.network import FLOOR, MOST_DOTS, REST
from ibreflect.model.network import Dot, Shift

A, B, C = "tot100", "101_200", "201_500"


def school(number: int) -> UUID:
    return UUID(int=number)


def schools(*numbers: int) -> frozenset[UUID]:
    return frozenset(map(school, numbers))


values = st.dictionaries(
    st.integers(1, 2000).map(school), st.floats(1, 5, allow_nan=False), max_size=120
)


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(4, []), (5, [5]), (9, [9]), (10, [5, 5]), (12, [6, 6]), (13, [6, 7]), (85, [8, 9] * 5)],
)
def test_a_group_is_of_five_schools_or_more(count: int, sizes: list[int]) -> None:
    made = network.groups({school(each): float(each % 5) for each in range(count)})
    assert [len(each) for each in made] == sizes


def test_groups_go_from_the_lowest_values_to_the_highest() -> None:
    made = network.groups({school(each): 5.0 - each / 4 for each in range(10)})
    assert [set(each) for each in made] == [schools(5, 6, 7, 8, 9), schools(0, 1, 2, 3, 4)]


@given(values)
def test_every_school_is_in_one_group_and_none_is_small(of_school: dict[UUID, float]) -> None:
    made = network.groups(of_school)
    members = [each for group in made for each in group]
    assert sorted(members) == (sorted(of_school) if len(of_school) >= FLOOR else [])
    assert all(len(each) >= FLOOR for each in made)
    assert len(made) <= MOST_DOTS


@pytest.mark.parametrize(
    ("of_group", "shown"),
    [
        ([1, 2, 3, 4, 5], Dot(3.0, "")),
        ([3, 3, 3, 3, 4], Dot(3.2, "")),
        ([5, 5, 5, 5, 5], Dot(4.8, "minstens")),
        ([5, 5, 5, 5, 4], Dot(4.8, "minstens")),
        ([5, 5, 5, 5, 3], Dot(4.6, "")),
        ([1, 1, 1, 1, 1], Dot(1.2, "hoogstens")),
        ([1, 1, 1, 1, 1, 1, 1, 1, 1, 2], Dot(1.1, "hoogstens")),
    ],
)
def test_a_dot_never_says_that_all_gave_the_same_end(of_group: list[float], shown: Dot) -> None:
    assert network.dot(of_group) == shown


def _chosen(**many: int) -> dict[UUID, str]:
    words = [band for band, count in many.items() for _ in range(count)]
    return {school(place): band for place, band in enumerate(words)}


def _sizes(chosen: dict[UUID, str]) -> dict[tuple[str, ...], int]:
    shown = list(network.bands(chosen, ("a", "b", "c")).values())
    return {part: shown.count(part) for part in shown}


def test_bands_with_enough_schools_stand_apart() -> None:
    assert _sizes(_chosen(a=5, b=7, c=6)) == {("a",): 5, ("b",): 7, ("c",): 6}


def test_small_bands_go_together_or_with_the_smallest_of_the_others() -> None:
    assert _sizes(_chosen(a=3, b=7, c=2)) == {("b",): 7, ("a", "c"): 5}
    assert _sizes(_chosen(a=9, b=7, c=1)) == {("a",): 9, ("b", "c"): 8}


def test_schools_of_an_unknown_band_are_in_a_part_as_well() -> None:
    unknown = {school(100 + each): REST for each in range(5)}
    assert _sizes({**_chosen(a=8), **unknown}) == {("a",): 8, (REST,): 5}


def test_one_part_is_no_part() -> None:
    assert _sizes(_chosen(a=8, b=2)) == {}
    assert _sizes(_chosen(a=12)) == {}


@given(st.lists(st.sampled_from(["a", "b", "c", REST]), max_size=60))
def test_a_part_has_five_schools_and_parts_are_all_there_are(words: list[str]) -> None:
    chosen = {school(place): word for place, word in enumerate(words)}
    shown = network.bands(chosen, ("a", "b", "c"))
    assert set(shown) in ({*chosen}, set())
    assert all(count >= FLOOR for count in _sizes(chosen).values())
    assert all(chosen[each] in part for each, part in shown.items())


def test_a_change_has_the_error_of_a_mean() -> None:
    """Steps 0, 1, 2, 1, 1: mean 1, s = √0.5; 2.776 · √0.5 / √5 = 0.88, written as 0.9."""
    assert network.shift([0.0, 1.0, 2.0, 1.0, 1.0]) == Shift(1.0, 0.9, 5)


def test_a_change_never_says_that_all_changed_by_the_same() -> None:
    """As if one of five changed by a step more: 2.776 / 5 = 0.56, written as 0.6."""
    assert network.shift([1.0] * 5) == Shift(1.0, 0.6, 5)


@pytest.mark.parametrize("step", [4.0, -4.0, 3.8])
def test_a_change_from_end_to_end_is_not_told(step: float) -> None:
    assert network.shift([step] * 5) is None


@pytest.mark.parametrize(
    ("percents", "told"), [([0] * 5, 1), ([100] * 5, 99), ([0, 0, 0, 0, 50], 10), ([41, 42], 42)]
)
def test_time_is_never_at_an_end(percents: list[int], told: int) -> None:
    assert network.percent(percents) == told


CHANCE = Random(1)  # noqa: S311 - to be repeated, not to be secret
LOW, HIGH = tuple(map(school, range(5))), tuple(map(school, range(5, 10)))


def test_with_the_same_schools_all_are_compared() -> None:
    assert network.compared([LOW, HIGH], [HIGH, LOW], {*LOW, *HIGH}, CHANCE) == {*LOW, *HIGH}


def test_of_ten_with_one_newcomer_too_few_would_be_left() -> None:
    """Five left out of ten and five compared: subtracting a group of which two are compared and
    three not leaves at least two; of two groups together at most four, so nothing is told."""
    after = [(*LOW[:4], school(20)), HIGH]
    both = {*LOW[:4], *HIGH}
    assert network.compared([LOW, HIGH], after, both, CHANCE) == frozenset()


def test_of_twenty_with_one_newcomer_some_are_left_out_too() -> None:
    before = [tuple(map(school, range(first, first + 5))) for first in range(0, 20, 5)]
    after = [(*before[0][:4], school(20)), *before[1:]]
    both = {each for group in before for each in group} - {before[0][4]}
    told = network.compared(before, after, both, CHANCE)
    assert FLOOR <= len(told) < len(both)
    for side in (before, after):
        left = [min(len(told & {*group}), len({*group} - told)) for group in side]
        assert sum(left) >= FLOOR
