"""What a division of time tells, in words: what is left to divide, and what should be different."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from ibreflect.measure.dutch import listed
from ibreflect.model.time import Division, Moment, Shares, TimeSplit, left, percent

ABOUT_EQUAL = 10
"""Percentage points: a smaller difference is called 'ongeveer gelijk'. A choice, no measurement:
somebody who looks back on a week does not know it to five points."""

_TOGETHER = {Moment.NOW: "Nu is het samen", Moment.WISHED: "Gewenst is samen"}


class _Shift(NamedTuple):
    """The phrases of the parts that get more, less and about as much time."""

    more: list[str]
    less: list[str]
    same: list[str]


def about_total(moment: Moment, shares: Shares) -> str:
    """What the entered numbers add up to, and how much percent has to be added or taken off."""
    rest = left(shares)
    together = f"{_TOGETHER[moment]} {percent(sum(shares.values()))}"
    if rest > 0:
        return f"{together}: verdeel nog {percent(rest)}."
    if rest < 0:
        return f"{together}: haal er {percent(-rest)} af."
    return f"{together}."


def difference(now: int, wished: int) -> str:
    """The wish of one part against now, both 0-100, in words: '15 punten meer'."""
    points = wished - now
    if abs(points) < ABOUT_EQUAL:
        return "ongeveer gelijk"
    return f"{abs(points)} punten {'meer' if points > 0 else 'minder'}"


def about_split(split: TimeSplit, division: Division) -> str:
    """What somebody wants more, less and about as much time for; at least one moment is whole."""
    now, wished = division
    if now and wished:
        shift = _shift(split, now, wished)
        if not shift.more and not shift.less:
            return "Je wilt je tijd ongeveer zo verdelen als nu."
        return f"Je wilt {_moved(shift, 'voor')}{_unmoved(shift)}."
    if now:
        return (
            f"Nu gaat de meeste tijd naar {_most(split, now)}. Vul ook in wat je wenst: dan zie "
            "je wat je anders zou willen."
        )
    return (
        f"Je wenst de meeste tijd voor {_most(split, wished or {})}. Vul ook in hoe het nu is: dan "
        "zie je wat je anders zou willen."
    )


def about_rounds(split: TimeSplit, labels: Sequence[str], shares: Sequence[Shares]) -> str:
    """What became of the division now since the previous round and, from three, since the first.

    `labels` name the rounds of one school, oldest first, and `shares` are theirs; at least one.
    """
    if len(labels) == 1:
        return f"Dit is je eerste verdeling op deze school ({labels[0]})."
    earlier = [(f"de vorige meetronde ({labels[-2]})", shares[-2])]
    if len(labels) > 2:  # noqa: PLR2004 - with two rounds, the previous one is the first
        earlier.append((f"de eerste ({labels[0]})", shares[0]))
    said = [(which, _became(_shift(split, before, shares[-1]))) for which, before in earlier]
    return " ".join(
        f"Sinds {listed([which for which, _ in same])} {became}."
        for became, same in groupby(said, key=itemgetter(1))
    )


def _became(shift: _Shift) -> str:
    if not shift.more and not shift.less:
        return "is je verdeling ongeveer gelijk gebleven"
    return f"gaat er {_moved(shift, 'naar')}{_unmoved(shift)}"


def _shift(split: TimeSplit, before: Shares, after: Shares) -> _Shift:
    points = {part.phrase: after[part.part_id] - before[part.part_id] for part in split.parts}
    return _Shift(
        more=[phrase for phrase, each in points.items() if each >= ABOUT_EQUAL],
        less=[phrase for phrase, each in points.items() if each <= -ABOUT_EQUAL],
        same=[phrase for phrase, each in points.items() if abs(each) < ABOUT_EQUAL],
    )


def _moved(shift: _Shift, preposition: str) -> str:
    """'meer tijd voor a en minder voor b'; at least one of the two."""
    clauses = []
    if shift.more:
        clauses.append(f"meer tijd {preposition} {listed(shift.more)}")
    if shift.less:
        time = "" if clauses else " tijd"
        clauses.append(f"minder{time} {preposition} {listed(shift.less)}")
    return " en ".join(clauses)


def _unmoved(shift: _Shift) -> str:
    if not shift.same:
        return ""
    return (
        f"; {listed(shift.same)} {'blijft' if len(shift.same) == 1 else 'blijven'} ongeveer gelijk"
    )


def _most(split: TimeSplit, shares: Shares) -> str:
    highest = max(shares.values())
    phrases = [part.phrase for part in split.parts if shares[part.part_id] == highest]
    evenly = ", evenveel" if len(phrases) > 1 else ""
    return f"{listed(phrases)} ({percent(highest)}{evenly})"
