"""Attack two, rounding: between which bounds must an answer, or the sum of two, lie?

A mean with one decimal says that the sum of the answers lies within n·0.05 of it; "minstens" and
"hoogstens" open one end; lowest, highest and counts bound more. It is a breach when the answer of
one person lies within less than one step, for then it is known, or the sum of two does.

The figures of one cell say the same of everybody in it, so the bounds of one person are those of
all, and two numbers say it: that is `bounds`. Where cells overlap, or the schoolleider is mixed in,
linear programming finds the bounds for each kind of person; a test has it confirm `bounds` too.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from scipy.optimize import linprog  # type: ignore[import-untyped]

from ibreflect.measure.disclosure import AT_LEAST, AT_MOST
from tests.adversary.published import Told, Who

STEP = 1.0
_HALF = 0.05
_ALMOST = 1e-6
"""Linear programming answers to about this many points."""

Range = tuple[float, float]


class Said(NamedTuple):
    """What one cell says of the numbers people gave: bounds of their sum, lowest, highest, counts.

    `kinds` are the places of the kinds of people that are in the cell.
    """

    kinds: tuple[int, ...]
    total: Range
    low: int
    high: int
    counts: tuple[int, ...] | None


def known(told: Iterable[Told]) -> list[tuple[Told, int]]:
    """Each figure that tells the answer of one person, or the sum of two, and of how many."""
    found = []
    for cells in _overlapping([each for each in told if each.heard.value is not None]):
        kinds = _kinds(cells)
        said = tuple(_said(cell, list(kinds)) for cell in cells)
        sizes = tuple(len(people) for people in kinds.values())
        found += [
            (cells[0], together)
            for together in (1, 2)
            if any(_is_known(said, sizes, kind, together) for kind in range(len(sizes)))
        ]
    return found


def bounds(said: Said, size: int, together: int) -> Range:
    """The bounds of the sum of one person's or two people's answers in a cell of `size` people.

    With t together, S the sum of all and every answer from l to h: from max(t·l, S - h·(n-t)) to
    min(t·h, S - l·(n-t)). With counts: from the t lowest to the t highest.
    """
    if said.counts is not None:
        numbers = [value for value, many in enumerate(said.counts, 1) for _ in range(many)]
        return float(sum(numbers[:together])), float(sum(numbers[-together:]))
    others = size - together
    return (
        max(together * said.low, said.total[0] - said.high * others),
        min(together * said.high, said.total[1] - said.low * others),
    )


def programmed(said: Sequence[Said], sizes: Sequence[int], kind: int, together: int) -> Range:
    """The same bounds by linear programming, in cells that overlap, of people of one kind.

    The unknowns are how many of the people asked about gave 1-5, and how many of each kind besides.
    """
    blocks = len(sizes) + 1
    left = [size - together * (place == kind) for place, size in enumerate(sizes)]
    how_many = np.kron(np.eye(blocks), np.ones(5))
    rows, limits = list(how_many), [float(each) for each in (*left, together)]
    upper, under = [], []
    for cell in said:
        inside = np.zeros(blocks)
        inside[[*cell.kinds, *([blocks - 1] if kind in cell.kinds else [])]] = 1
        total = np.kron(inside, np.arange(1, 6))
        upper += [total, -total]
        under += [cell.total[1], -cell.total[0]]
        for value in range(1, 6):
            gave = np.kron(inside, np.arange(1, 6) == value)
            if cell.counts is not None or not cell.low <= value <= cell.high:
                rows.append(gave)
                limits.append(cell.counts[value - 1] if cell.counts is not None else 0)
    goal = np.kron(np.eye(blocks)[-1], np.arange(1, 6))
    low, high = (
        linprog(sign * goal, A_ub=upper, b_ub=under, A_eq=rows, b_eq=limits, method="highs").fun
        for sign in (1, -1)
    )
    return low, -high


def _is_known(said: tuple[Said, ...], sizes: tuple[int, ...], kind: int, together: int) -> bool:
    if sizes[kind] < together:
        return False
    low, high = _range(said, sizes, kind, together)
    return high - low < STEP - _ALMOST


@lru_cache(maxsize=100_000)
def _range(said: tuple[Said, ...], sizes: tuple[int, ...], kind: int, together: int) -> Range:
    if len(said) == 1 and len(sizes) == 1:
        return bounds(said[0], sizes[0], together)
    return programmed(said, sizes, kind, together)


def _said(cell: Told, kinds: Sequence[tuple[int, ...]]) -> Said:
    """The figures of a cell; what the schoolleider gave is known and taken off."""
    value, n, heard = cell.heard.value, len(cell.givers) + len(cell.known), cell.heard
    assert value is not None
    low = n * (1.0 if heard.bound == AT_MOST else value - _HALF) - sum(cell.known)
    high = n * (cell.top if heard.bound == AT_LEAST else value + _HALF) - sum(cell.known)
    return Said(
        tuple(place for place, cells in enumerate(kinds) if id(cell) in cells),
        (low, high),
        heard.low or 1,
        heard.high or cell.top,
        heard.counts,
    )


def _kinds(cells: Sequence[Told]) -> dict[tuple[int, ...], list[Who]]:
    """The people of overlapping cells by the cells they are in."""
    places: dict[Who, list[int]] = defaultdict(list)
    for cell in cells:
        for who in cell.givers:
            places[who].append(id(cell))
    kinds: dict[tuple[int, ...], list[Who]] = defaultdict(list)
    for who, inside in places.items():
        kinds[tuple(inside)].append(who)
    return kinds


def _overlapping(told: Sequence[Told]) -> list[list[Told]]:
    """Cells about one statement that share people, together."""
    found: list[list[Told]] = []
    for each in told:
        near = [
            cells
            for cells in found
            if any(
                cell.item_id == each.item_id and {*cell.givers} & {*each.givers} for cell in cells
            )
        ]
        found = [cells for cells in found if cells not in near]
        found.append([each, *(cell for cells in near for cell in cells)])
    return found
