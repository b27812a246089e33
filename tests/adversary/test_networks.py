"""Nothing about fewer than five schools follows from all that is published of networks."""

from collections.abc import Sequence
from random import Random
from statistics import fmean
from uuid import UUID

import pytest

from ibreflect.measure import network
from ibreflect.model.network import Added, Counted, Dot, Shift
from ibreflect.usecases import network_figures
from tests.adversary import network_intervals as intervals
from tests.adversary import networks
from tests.adversary.network_histories import Scene
from tests.adversary.network_planted import PLANTED, SCENES
from tests.adversary.networks import PRODUCT, Rules

STEP_OF_ONE = 1.0
"""Of one dot on a line: no value of a school is known to within less than a step of the scale."""

WIDTH_OF_MORE = 0.45
"""Of more dots on a line, for who does not know which school is in which group.

Two dots of five schools at d: the lowest is no lower than 5·(d - 0.05) - 4·(d + 0.05), which is d -
0.45, and the highest no higher than d + 0.45. Near an end the scale takes away one side of it.
"""
_ALMOST = 1e-6
_SIZES = (5, 6, 7, 8, 9)

HISTORIES = 12
AT_MOST = 40


@pytest.mark.parametrize("seed", range(HISTORIES))
@pytest.mark.parametrize("scene", SCENES, ids=lambda each: each.name)
def test_nothing_is_learned_about_too_few_schools(scene: Scene, seed: int) -> None:
    assert networks.breaches(PRODUCT, scene, seed) == []


@pytest.mark.parametrize(("weakness", "scene"), PLANTED, ids=lambda each: each.name)
def test_a_planted_weakness_is_found(weakness: Rules, scene: Scene) -> None:
    assert any(networks.breaches(weakness, scene, seed) for seed in range(AT_MOST))


def _of_means(many: int, size: int, step: int = 5) -> list[list[list[float]]]:
    """Lines of `many` groups, of which all schools have the same value: what tells most."""
    return [[[value / 100] * size] * many for value in range(100, 501, step)]


def _unbounded(values: Sequence[float]) -> Dot:
    return Dot(round(fmean(values), 1), "")


def _unrounded(values: Sequence[float]) -> Dot:
    return Dot(fmean(values), "")


@pytest.mark.parametrize("size", _SIZES)
def test_one_dot_tells_no_value_to_within_a_step(size: int) -> None:
    for groups in _of_means(1, size, 1):
        line = intervals.drawn(network.dot, groups)
        assert intervals.width(line) >= STEP_OF_ONE - _ALMOST, line


@pytest.mark.parametrize("many", [2, 3, 4])
def test_more_dots_tell_no_value_to_within_half_a_step(many: int) -> None:
    for groups in _of_means(many, 5, 1 if many == 2 else 5):
        line = intervals.drawn(network.dot, groups)
        assert intervals.width(line) >= WIDTH_OF_MORE - _ALMOST, line


@pytest.mark.parametrize("seed", range(40))
def test_dots_of_any_values_tell_no_value_either(seed: int) -> None:
    """Values all over the scale, and values close to one end."""
    chance = Random(seed)  # noqa: S311 - to be repeated, not to be secret
    low, high = chance.choice(((1, 5), (1, 1.5), (4.5, 5), (2.9, 3.1)))
    values = sorted(chance.uniform(low, high) for _ in range(chance.choice((5, 9, 10, 14, 23))))
    by_place = {UUID(int=place): value for place, value in enumerate(values)}
    groups = [[by_place[each] for each in group] for group in network.groups(by_place)]
    line = intervals.drawn(network.dot, groups)
    least = STEP_OF_ONE if len(groups) == 1 else WIDTH_OF_MORE
    assert intervals.width(line) >= least - _ALMOST, line


def test_who_would_know_the_groups_would_know_the_schools() -> None:
    """Why nobody may see who is in which group: between two equal dots nothing is left to vary."""
    line = intervals.drawn(network.dot, [[3.0] * 5] * 3)
    assert intervals.width_in(line, 1) == pytest.approx(0.1)


def test_a_dot_at_the_end_without_a_bound_is_found() -> None:
    lines = [
        intervals.drawn(_unbounded, groups)._replace(opens=False) for groups in _of_means(1, 5)
    ]
    assert min(intervals.width(line) for line in lines) < STEP_OF_ONE - _ALMOST


def test_dots_that_are_not_rounded_are_found() -> None:
    lines = [
        intervals.drawn(_unrounded, groups)._replace(half=1e-9, opens=False)
        for groups in _of_means(2, 5)
    ]
    assert min(intervals.width(line) for line in lines) < WIDTH_OF_MORE - _ALMOST


def _scan_of(number: int, value: float, weeks: dict[str, int]) -> Counted:
    none = frozenset[str]()
    added = Added({}, {"scale": value}, {}, none, none, none, none, weeks)
    return Counted(UUID(int=number), UUID(int=100 + number), added)


def _shift(before: float, after: float) -> Shift | None:
    """What is told when every one of ten schools goes from one value to another."""
    chance = Random(1)  # noqa: S311 - to be repeated, not to be secret
    then = [_scan_of(number, before, {}) for number in range(10)]
    now = [_scan_of(number, after, {}) for number in range(10)]
    first = network_figures.made(then, "", None, chance)
    earlier = network_figures.Before(then, first.places)
    return network_figures.made(now, "", earlier, chance).figures.scales[0].shift


def test_a_change_never_says_what_every_school_did() -> None:
    """With an error of nought all schools changed by the same: then each of them is known."""
    told = _shift(3.0, 4.0)
    assert told is None or told.error > 0


def test_a_change_from_end_to_end_is_not_told_as_it_is() -> None:
    """Only who goes from 1 to 5 changes by 4: the dots hide that all did, and so must this."""
    told = _shift(1.0, 5.0)
    assert told is None or abs(told.change) < 4.0


def test_a_change_is_of_people_who_gave_a_value_both_times() -> None:
    """Nobody changes; one of two ib'ers of a school has no value on this scale the second time."""
    chance = Random(1)  # noqa: S311 - to be repeated, not to be secret
    others = [_scan_of(number, 3.0, {}) for number in range(1, 10)]
    low, high = (_scan_of(0, value, {})._replace(person_id=UUID(int=50)) for value in (1.0, 5.0))
    high = high._replace(person_id=UUID(int=51))
    without = low._replace(added=low.added._replace(values={}))
    first = network_figures.made([low, high, *others], "", None, chance)
    earlier = network_figures.Before([low, high, *others], first.places)
    told = network_figures.made([high, without, *others], "", earlier, chance)
    shift = told.figures.scales[0].shift
    assert shift is None or shift.change == 0.0


@pytest.mark.parametrize("percent", [0, 100])
def test_time_never_says_that_all_schools_are_at_an_end(percent: int) -> None:
    """A mean of 0 % or 100 % is that of every school: a dot has "hoogstens" and "minstens"."""
    weeks = {"one": percent, "two": 100 - percent}
    scans_of = [_scan_of(number, 3.0, weeks) for number in range(10)]
    chance = Random(1)  # noqa: S311 - to be repeated, not to be secret
    figures = network_figures.made(scans_of, "", None, chance).figures
    assert [each for each in figures.time.values() if each in (0, 100)] == []
