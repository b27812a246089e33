"""What a network of schools may show: decided here, before any page, figure or file.

A school often is one ib'er, so the unit is the school: of a school with more ib'ers their mean
counts once, and no school weighs more than another. Three rules make that nothing can be worked out
about fewer than five schools by subtracting, whoever compare what they see:

1. Of each value every school is in one group only, and a figure is the mean of a group. Groups of a
   band together are the band, and bands together are the network: there are no other totals.
2. A scan is in one snapshot only. What is published later is about other scans.
3. A change is about schools that are in two snapshots with the same people. Among those that are
   left out of it there are, beside each group, enough schools to make up five; otherwise a snapshot
   minus the one before, minus the change, would be about whoever joined or left. A school of
   which somebody withdrew or erased what was counted is left out too, and makes up no five.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from enum import StrEnum
from itertools import pairwise
from math import ceil, fsum, sqrt
from random import Random
from statistics import fmean, stdev
from uuid import UUID

from ibreflect.measure.growth import Noise, needed_change
from ibreflect.measure.raters import T_95
from ibreflect.model.network import Dot, Shift

FLOOR = 5
"""From how many schools on something is shown."""

LEAST_SCANS = 10
"""From how many scans on there is a snapshot."""

MOST_DOTS = 10
"""With more the dots of a large network would say more of each school than those of a small one."""

REST = ""
"""The band of schools that are in no band of their own."""

MORE_THAN_HALF = "meer dan de helft van de scholen"
UP_TO_HALF = "een kwart tot de helft van de scholen"
LESS_THAN_A_QUARTER = "minder dan een kwart van de scholen"

_STEP = 1.0
_FURTHEST = 4.0
_FIVES = 5

Group = tuple[UUID, ...]


class Unity(StrEnum):
    """Whether schools lie close together; the value is what users read."""

    UNITED = "eensgezind"
    MIXED = "wisselend"
    DIVIDED = "verdeeld"


def groups(values: Mapping[UUID, float]) -> tuple[Group, ...]:
    """Schools in groups of at least five, from the lowest values to the highest; () below five.

    As many groups as there are times five schools, at most ten, of sizes that differ by one.
    """
    rising = sorted(values, key=lambda school_id: (values[school_id], school_id))
    many = min(MOST_DOTS, len(rising) // FLOOR)
    cuts = [len(rising) * place // many for place in range(many + 1)] if many else []
    return tuple(tuple(rising[first:end]) for first, end in pairwise(cuts))


def dot(values: Sequence[float], ends: tuple[float, float] = (1, 5)) -> Dot:
    """The mean of the values of a group, as if at least one school were a step from either end.

    So that it never says that all schools are at an end: of n schools the mean goes up to
    `ends[1]` - 1/n and down to `ends[0]` + 1/n, and with "minstens" or "hoogstens" that is told.
    """
    low, high = ends
    room = _STEP / len(values)
    mean = fsum(values) / len(values)
    if mean >= high - room:
        return Dot(round(high - room, 1), "minstens")
    if mean <= low + room:
        return Dot(round(low + room, 1), "hoogstens")
    return Dot(round(mean, 1), "")


def percent(values: Sequence[float]) -> int:
    """The mean of percents (0-100) of a group of schools, from 1 to 99.

    So that it never says that all schools are at an end.
    """
    return min(max(round(fmean(values)), 1), 99)


def shift(steps: Sequence[float]) -> Shift | None:
    """What changed in n schools (at least two), with its error; None from one end to the other.

    The change is the mean of the steps (-4 to 4) and the error t(.975, n - 1)·s/√n, as if at least
    one school were a step further: so at least t/n, for s is then 1/√n. Without that an error of
    nought would say that every school changed by the same.
    """
    many = len(steps)
    change = fmean(steps)
    if abs(change) >= _FURTHEST - _STEP / many:
        return None
    t = T_95[min(many - 1, len(T_95)) - 1]
    error = t * max(stdev(steps), _STEP / sqrt(many)) / sqrt(many)
    return Shift(round(change, 1), ceil(error * 10) / 10, in_fives(many))


def in_fives(count: int) -> int:
    """At least so many, in fives."""
    return count // _FIVES * _FIVES


def unity(values: Sequence[float], noise: Noise = Noise()) -> Unity:  # noqa: B008 - frozen
    """How many pairs of schools lie further apart than the error of a difference.

    Of the n(n - 1)/2 pairs of values (1-5, at least two) those with |a - b| > 1.96·SD·√2·√(1 - r)
    count (Jacobson & Truax, 1991): UNITED under a quarter, DIVIDED from a half. Limits for answers
    to one statement would call means of eight statements united nearly always.
    """
    apart = needed_change(noise)
    rising = sorted(values)
    far = sum(len(rising) - bisect_right(rising, value + apart) for value in rising)
    pairs = len(rising) * (len(rising) - 1) / 2
    if 4 * far < pairs:
        return Unity.UNITED
    return Unity.DIVIDED if 2 * far >= pairs else Unity.MIXED


def share(true: int, schools: int) -> str:
    """For how many of the schools something is so, in words that never mean all or none of them."""
    if 2 * true > schools:
        return MORE_THAN_HALF
    return UP_TO_HALF if 4 * true >= schools else LESS_THAN_A_QUARTER


def bands(chosen: Mapping[UUID, str], order: Sequence[str]) -> dict[UUID, tuple[str, ...]]:
    """The bands that each school is shown in, small ones together; {} when there are no two.

    `order` has all bands. Those with fewer than five schools go together with the schools that are
    in none; if that is too few, the smallest of the others joins them.
    """
    members = {band: [each for each in chosen if chosen[each] == band] for band in (*order, REST)}
    small = [band for band in members if members[band] and len(members[band]) < FLOOR]
    if members[REST] and REST not in small:
        small.append(REST)
    kept = [band for band in order if band not in small and members[band]]
    while small and kept and sum(len(members[band]) for band in small) < FLOOR:
        smallest = min(kept, key=lambda band: (len(members[band]), order.index(band)))
        kept.remove(smallest)
        small.append(smallest)
    together = tuple(band for band in (*order, REST) if band in small)
    parts = [*((band,) for band in kept), *((together,) if together else ())]
    if len(parts) < 2:  # noqa: PLR2004 - one part is the network
        return {}
    return {each: part for part in parts for band in part for each in members[band]}


def compared(
    before: Sequence[Group], after: Sequence[Group], in_both: Set[UUID], chance: Random
) -> frozenset[UUID]:
    """The schools of which a change between two snapshots is told; none when it may not be.

    `in_both` are those with the same people in both. If they are all there are, then all; else
    schools are left out by chance until, on either side, five would have to be left over.
    """
    if all(_all_of(side) == in_both for side in (before, after)):
        return frozenset(in_both) if len(in_both) >= FLOOR else frozenset()
    told = sorted(in_both & _all_of(before) & _all_of(after))
    chance.shuffle(told)
    while len(told) >= FLOOR:
        kept = frozenset(told)
        if all(_left_over(side, kept) >= FLOOR for side in (before, after)):
            return kept
        told.pop()
    return frozenset()


def _all_of(side: Sequence[Group]) -> set[UUID]:
    return {school_id for group in side for school_id in group}


def _left_over(side: Sequence[Group], told: Set[UUID]) -> int:
    """How many schools stay at least, whichever groups are subtracted from the change."""
    return sum(min(len(told & {*group}), len({*group} - told)) for group in side)
