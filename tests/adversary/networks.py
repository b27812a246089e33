"""Networks that never were, and what all that is published of them tells about too few schools.

Columns are facts about schools: the value of one scan on one scale. Schools join, leave and come
back with a new scan; every reader of every snapshot lays all of it together.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from fractions import Fraction
from random import Random
from typing import NamedTuple
from uuid import UUID

from ibreflect.measure import network
from ibreflect.measure.network import FLOOR, Group
from tests.adversary.published import Row, Who
from tests.adversary.rank import worked_out

_POOL = 21
_FEWEST = 10

Compare = Callable[[Sequence[Group], Sequence[Group], Set[UUID], Random], frozenset[UUID]]
Grouping = Callable[[Mapping[UUID, float]], tuple[Group, ...]]


class Rules(NamedTuple):
    """How a network is published; `counts_again` is whether a scan may be in two snapshots."""

    name: str
    groups: Grouping
    compared: Compare
    counts_again: bool = False


PRODUCT = Rules("ibreflect", network.groups, network.compared)


def _all_in_both(
    _: Sequence[Group], __: Sequence[Group], in_both: Set[UUID], ___: Random
) -> frozenset[UUID]:
    return frozenset(in_both)


def _threes(values: Mapping[UUID, float]) -> tuple[Group, ...]:
    rising = sorted(values, key=lambda each: (values[each], each))
    return tuple(tuple(rising[first : first + 3]) for first in range(0, len(rising), 3))


PLANTED = (
    Rules("a change of all that are in both", network.groups, _all_in_both),
    Rules("groups of three", _threes, network.compared),
    Rules("a scan counts in every snapshot", network.groups, network.compared, counts_again=True),
)


class _Moment(NamedTuple):
    schools: frozenset[UUID]
    groups: tuple[Group, ...]
    facts: Mapping[UUID, str]


def breaches(rules: Rules, seed: int) -> list[str]:
    """What can be worked out about fewer than five schools of one network; at best nothing."""
    chance = Random(seed)  # noqa: S311 - to be repeated, not to be secret
    found = worked_out(_rows(rules, chance))
    return [f"{about}: {', '.join(each.name for each in who)}" for about, who in found]


def _rows(rules: Rules, chance: Random) -> Iterator[Row]:
    before: _Moment | None = None
    for number, schools in enumerate(_history(chance)):
        now = _moment(rules, chance, schools, number, before)
        for group in now.groups:
            yield {_fact(each, now): Fraction(1) for each in group}
        if before is not None:
            both = before.schools & now.schools
            told = rules.compared(before.groups, now.groups, both, chance)
            row: dict[tuple[Who, tuple[str, int]], Fraction] = {}
            for each in told:
                for moment, sign in ((now, 1), (before, -1)):
                    fact = _fact(each, moment)
                    row[fact] = row.get(fact, Fraction(0)) + sign
            yield {fact: weight for fact, weight in row.items() if weight}
        before = now


def _fact(school_id: UUID, moment: _Moment) -> tuple[Who, tuple[str, int]]:
    return Who(str(school_id.int), FLOOR), (moment.facts[school_id], 1)


def _moment(
    rules: Rules, chance: Random, schools: frozenset[UUID], number: int, before: _Moment | None
) -> _Moment:
    values = {each: float(chance.randint(1, 5)) for each in sorted(schools)}
    stays = before is not None and rules.counts_again
    facts = {
        each: before.facts[each] if stays and before and each in before.facts else f"scan {number}"
        for each in schools
    }
    return _Moment(schools, _grouped(rules, chance, values), facts)


def _grouped(rules: Rules, chance: Random, values: Mapping[UUID, float]) -> tuple[Group, ...]:
    """With or without parts of the network."""
    parts = network.bands({each: chance.choice("ab") for each in values}, "ab")
    if chance.random() < 0.6 or not parts:
        return rules.groups(values)
    return tuple(
        group
        for part in sorted(set(parts.values()))
        for group in rules.groups({each: values[each] for each in values if parts[each] == part})
    )


def _history(chance: Random) -> Iterator[frozenset[UUID]]:
    """Who takes part at each of two to four moments."""
    pool = [UUID(int=number) for number in range(1, _POOL + 1)]
    there = set(pool[: chance.choice((10, 10, 11, 12, 13, 14, 16))])
    for _ in range(chance.choice((2, 3, 4))):
        yield frozenset(there)
        for _ in range(chance.choice((0, 0, 1, 1, 2, 3, 6))):
            if len(there) > _FEWEST:
                there.remove(chance.choice(sorted(there)))
        for _ in range(chance.choice((0, 0, 1, 1, 2, 3, 6))):
            there.add(chance.choice(pool))
