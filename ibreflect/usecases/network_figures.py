"""The figures of a network, from what its scans add; what may be told is decided in measure."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from statistics import fmean
from typing import NamedTuple
from uuid import UUID

from ibreflect.measure import network
from ibreflect.measure.network import FLOOR, REST, Group
from ibreflect.model.assignment import CONTEXT_FIELDS
from ibreflect.model.network import Counted, Figures, ScaleFigure, Shift, Strip

_GAP_ENDS = (-4.0, 4.0)

Of = Callable[[Counted], Mapping[str, float]]
Places = Mapping[str, tuple[Group, ...]]
"""By key of a scale: the groups its schools were in."""


class Made(NamedTuple):
    """The figures, and by scale the groups of schools behind its dots, which nobody gets to see."""

    figures: Figures
    places: Places


class Before(NamedTuple):
    """The snapshot before, as far as it is still known: its scans and their groups.

    `stopped` are the schools of which somebody withdrew what was counted, or erased it.
    """

    scans: Sequence[Counted]
    places: Places
    stopped: frozenset[UUID] = frozenset()


def made(scans: Sequence[Counted], subgroup: str, before: Before | None, chance: Random) -> Made:
    """All figures of these scans, one per person; `subgroup` a field of the context card or ""."""
    parts = _bands_of(scans, subgroup)
    values = _by_key(scans, lambda each: each.added.values)
    places = {key: _grouped(of, parts, subgroup) for key, of in values.items()}
    scales = tuple(
        _scale(key, of, places[key], _Change(scans, before, chance)) for key, of in values.items()
    )
    gaps = _by_key(scans, lambda each: each.added.gaps)
    weeks = _by_key(scans, lambda each: each.added.time)
    figures = Figures(
        schools=network.in_fives(len({each.school_id for each in scans})),
        scans=network.in_fives(len(scans)),
        subgroup=subgroup,
        scales=scales,
        gaps={k: network.dot([*of.values()], _GAP_ENDS) for k, of in _enough(gaps).items()},
        unseen=_shares(scans, lambda each: (each.added.judged, each.added.unseen)),
        unsure=_shares(scans, lambda each: (each.added.mapped, each.added.unsure)),
        time={part: network.percent([*of.values()]) for part, of in _enough(weeks).items()},
    )
    return Made(figures, {key: tuple(g for _, gs in of for g in gs) for key, of in places.items()})


class _Change(NamedTuple):
    scans: Sequence[Counted]
    before: Before | None
    chance: Random


_Grouped = Sequence[tuple[tuple[str, ...], tuple[Group, ...]]]


def _scale(key: str, of: Mapping[UUID, float], parts: _Grouped, change: _Change) -> ScaleFigure:
    strips = tuple(
        Strip(bands, tuple(network.dot([of[each] for each in group]) for group in groups))
        for bands, groups in parts
    )
    if not strips:
        return ScaleFigure(key, (), "", None)
    shift = _shift(key, of, [group for _, groups in parts for group in groups], change)
    return ScaleFigure(key, strips, network.unity([*of.values()]).value, shift)


def _shift(
    key: str, of: Mapping[UUID, float], groups: Sequence[Group], change: _Change
) -> Shift | None:
    """What changed in the schools that are compared, when that may be told.

    Which group a school was in of which somebody stopped is known no more: as a group of its own it
    is among those that are left out, and makes up no five.
    """
    before = change.before
    if before is None or key not in before.places:
        return None
    then = _by_key(before.scans, lambda each: each.added.values).get(key, {})
    same = _same_people(key, before.scans, change.scans) - before.stopped
    earlier = [*before.places[key], *((each,) for each in sorted(before.stopped))]
    told = network.compared(earlier, groups, same, change.chance)
    return network.shift([of[each] - then[each] for each in told]) if told else None


def _same_people(key: str, before: Sequence[Counted], after: Sequence[Counted]) -> frozenset[UUID]:
    """The schools of which the same people have a value of this scale both times."""
    then, now = _people(key, before), _people(key, after)
    return frozenset(school_id for school_id in then if then[school_id] == now.get(school_id))


def _people(key: str, scans: Sequence[Counted]) -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = {}
    for each in scans:
        if key in each.added.values:
            found.setdefault(each.school_id, set()).add(each.person_id)
    return found


def _by_key(scans: Sequence[Counted], of: Of) -> dict[str, dict[UUID, float]]:
    """By key and school the mean over its ib'ers who have a value, the keys in first order."""
    found: dict[str, dict[UUID, list[float]]] = {}
    for each in scans:
        for key, value in of(each).items():
            found.setdefault(key, {}).setdefault(each.school_id, []).append(value)
    return {
        key: {school_id: fmean(values) for school_id, values in schools.items()}
        for key, schools in found.items()
    }


def _enough(found: Mapping[str, Mapping[UUID, float]]) -> dict[str, Mapping[UUID, float]]:
    return {key: of for key, of in found.items() if len(of) >= FLOOR}


def _bands_of(scans: Sequence[Counted], subgroup: str) -> dict[UUID, str]:
    """The band of each school; none that is known where its ib'ers chose differently."""
    chosen: dict[UUID, set[str]] = {}
    for each in scans:
        chosen.setdefault(each.school_id, set()).add(each.added.choices.get(subgroup, REST))
    return {
        school_id: words.pop() if len(words) == 1 else REST for school_id, words in chosen.items()
    }


def _grouped(of: Mapping[UUID, float], bands: Mapping[UUID, str], subgroup: str) -> _Grouped:
    order = _words_of(subgroup)
    known = {each: band if (band := bands[each]) in order else REST for each in of}
    parts = network.bands(known, order) if subgroup else {}
    if not parts:
        groups = network.groups(of)
        return (((), groups),) if groups else ()
    return tuple(
        (part, network.groups({each: of[each] for each in of if parts[each] == part}))
        for part in dict.fromkeys(parts.values())
    )


def _words_of(subgroup: str) -> tuple[str, ...]:
    return next((tuple(each.options) for each in CONTEXT_FIELDS if each.field == subgroup), ())


def _shares(
    scans: Sequence[Counted], of: Callable[[Counted], tuple[frozenset[str], frozenset[str]]]
) -> dict[str, str]:
    """By statement for which part of the schools it is so, where at least five were asked."""
    asked: dict[str, set[UUID]] = {}
    found: dict[str, set[UUID]] = {}
    for each in scans:
        all_of, true = of(each)
        for item_id in all_of:
            asked.setdefault(item_id, set()).add(each.school_id)
        for item_id in true:
            found.setdefault(item_id, set()).add(each.school_id)
    return {
        item_id: network.share(len(found.get(item_id, ())), len(schools))
        for item_id, schools in sorted(asked.items())
        if len(schools) >= FLOOR
    }
