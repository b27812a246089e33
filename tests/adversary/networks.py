"""Networks that never were, and what all that is published of them tells about too few schools.

Columns are facts about schools: the value of one scan on one scale. Schools join, leave, withdraw
and come back with a new scan, and move to another network with one. Whoever read any snapshot of
any network lay all of it together, so nothing is won by coaches who work together; what that adds
is only that each of them may know the values of a school of their own.

What holds, exactly: nothing follows about fewer than five schools. Readers who know the values of
`insiders` schools between them learn nothing about fewer than five minus `insiders` others.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from fractions import Fraction
from random import Random
from typing import NamedTuple
from uuid import UUID

from ibreflect.measure import network
from ibreflect.measure.network import LEAST_SCANS, Group
from tests.adversary.network_histories import Scene, Step, history
from tests.adversary.published import Row, Who
from tests.adversary.rank import worked_out

_PROMISED = 5
"""What users are told; not read from the product, so that a lower floor there is found."""

Compare = Callable[[Sequence[Group], Sequence[Group], Set[UUID], Random], frozenset[UUID]]
Grouping = Callable[[Mapping[UUID, float]], tuple[Group, ...]]
Bands = Callable[[Mapping[UUID, str], Sequence[str]], Mapping[UUID, tuple[str, ...]]]


class Rules(NamedTuple):
    """How networks are published.

    `beside` is whether parts stand beside the whole, `counts_again` whether a scan may be in two
    snapshots, `counts_elsewhere` in those of two networks, and `recomputed` whether a snapshot is
    made anew without who withdrew.
    """

    name: str
    groups: Grouping = network.groups
    compared: Compare = network.compared
    bands: Bands = network.bands
    beside: bool = False
    counts_again: bool = False
    counts_elsewhere: bool = False
    recomputed: bool = False


PRODUCT = Rules("ibreflect")


class _Moment(NamedTuple):
    """A snapshot: the groups of every line in it, and the fact that each school is in it with."""

    lines: tuple[tuple[Group, ...], ...]
    facts: Mapping[UUID, str]

    @property
    def groups(self) -> tuple[Group, ...]:
        return self.lines[0]


def breaches(rules: Rules, scene: Scene, seed: int) -> list[str]:
    """What can be worked out about too few schools in one scene; at best nothing."""
    chance = Random(seed)  # noqa: S311 - to be repeated, not to be secret
    steps = history(scene, chance)
    everybody = sorted({each for step in steps for each in step.schools})
    known = {str(each.int) for each in chance.sample(everybody, scene.insiders)}
    need = _PROMISED - scene.insiders
    rows = [
        {
            (Who(who.name, need), fact): weight
            for (who, fact), weight in row.items()
            if weight and who.name not in known
        }
        for row in _rows(rules, steps, chance)
    ]
    found = worked_out(rows)
    return [f"{about}: {', '.join(each.name for each in who)}" for about, who in found]


def _rows(rules: Rules, steps: Sequence[Step], chance: Random) -> Iterator[Row]:
    before: dict[str, _Moment] = {}
    for step in steps:
        if len(step.schools) < LEAST_SCANS:
            continue
        now = _moment(rules, chance, step, before)
        yield from _sums(now)
        earlier = before.get(step.network)
        if earlier:
            yield _change(rules, step, earlier, now, chance)
            if rules.recomputed:
                yield from _sums(_without(earlier, step.withdrawn))
        before[step.network] = now


def _sums(moment: _Moment) -> Iterator[Row]:
    for line in moment.lines:
        for group in line:
            yield {_fact(each, moment): Fraction(1) for each in group}


def _change(rules: Rules, step: Step, before: _Moment, now: _Moment, chance: Random) -> Row:
    """What changed, of the schools that are told of; who withdrew is known no more by then."""
    kept = _without(before, step.withdrawn)
    stopped = tuple((each,) for each in sorted(step.withdrawn))
    groups = (*kept.groups, *stopped)
    told = rules.compared(groups, now.groups, {*kept.facts} & {*now.facts}, chance)
    row: dict[tuple[Who, tuple[str, int]], Fraction] = {}
    for each in told:
        for moment, sign in ((now, 1), (before, -1)):
            fact = _fact(each, moment)
            row[fact] = row.get(fact, Fraction(0)) + sign
    return row


def _without(moment: _Moment, withdrawn: Set[UUID]) -> _Moment:
    """As usecases.networks reads a snapshot back: who withdrew is in no group of it any more."""
    lines = tuple(
        tuple(left for group in line if (left := tuple(e for e in group if e not in withdrawn)))
        for line in moment.lines
    )
    return _Moment(lines, {k: fact for k, fact in moment.facts.items() if k not in withdrawn})


def _fact(school_id: UUID, moment: _Moment) -> tuple[Who, tuple[str, int]]:
    return Who(str(school_id.int), _PROMISED), (moment.facts[school_id], 1)


def _moment(rules: Rules, chance: Random, step: Step, before: Mapping[str, _Moment]) -> _Moment:
    values = {each: float(chance.randint(1, 5)) for each in sorted(step.schools)}
    facts = dict.fromkeys(step.schools, f"scan {step.network}{step.number}")
    for place, earlier in before.items():
        again = rules.counts_again if place == step.network else rules.counts_elsewhere
        facts |= {each: f for each, f in earlier.facts.items() if again and each in facts}
    return _Moment(tuple(_lines(rules, chance, values)), facts)


def _lines(
    rules: Rules, chance: Random, values: Mapping[UUID, float]
) -> Iterator[tuple[Group, ...]]:
    """The network as a whole or in parts; with a planted fault both."""
    chosen = {each: chance.choice("aaabbbc") for each in values}
    parts = rules.bands(chosen, "abc") if chance.random() < 0.5 else {}
    if rules.beside or not parts:
        yield rules.groups(values)
    if parts:
        yield tuple(
            group
            for part in sorted(set(parts.values()))
            for group in rules.groups({k: v for k, v in values.items() if parts[k] == part})
        )
