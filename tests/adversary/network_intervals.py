"""Between which bounds must the value of one school lie, given the dots of a network?

Of a line with dots the reader knows that the groups go from the lowest values to the highest, how
large they are at worst, how dots are rounded, and what "minstens" and "hoogstens" mean. Put the
values in rising order and all of that is linear, so linear programming gives the bounds exactly.

Nobody sees which school is in which group. So what is told of a school is that its value lies from
the lowest that the first of all may have to the highest that the last may have.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from scipy.optimize import linprog  # type: ignore[import-untyped]

from ibreflect.model.network import Dot

_HALF = 0.05
_LOW, _HIGH = 1.0, 5.0

Drawn = Callable[[Sequence[float]], Dot]


class Line(NamedTuple):
    """The dots of one line, and of how many schools each is the mean.

    `half` is that of the rounding; `opens` is whether a mean near an end is told with a bound.
    """

    dots: tuple[Dot, ...]
    sizes: tuple[int, ...]
    half: float = _HALF
    opens: bool = True


def drawn(dot: Drawn, groups: Sequence[Sequence[float]]) -> Line:
    """The line that a way of drawing makes of these values, in rising order."""
    return Line(tuple(dot(each) for each in groups), tuple(len(each) for each in groups))


def width(line: Line) -> float:
    """How far apart the bounds are of the value of any school of the line."""
    return _bounds(line, 0, sum(line.sizes) - 1)


def width_in(line: Line, group: int) -> float:
    """The same for who would know in which group a school is."""
    ends = [0, *accumulate(line.sizes)]
    return _bounds(line, ends[group], ends[group + 1] - 1)


def _bounds(line: Line, first: int, last: int) -> float:
    """The highest value of the school in place `last` minus the lowest of that in `first`."""
    many = sum(line.sizes)
    upper, under = [], []
    for lower, higher in zip(range(many - 1), range(1, many), strict=True):
        row = np.zeros(many)
        row[lower], row[higher] = 1, -1
        upper.append(row)
        under.append(0.0)
    start = 0
    for dot, size in zip(line.dots, line.sizes, strict=True):
        row = np.zeros(many)
        row[start : start + size] = 1 / size
        low, high = _mean(dot, size, line)
        upper += [row, -row]
        under += [high, -low]
        start += size
    ends = []
    for place, sign in ((first, 1), (last, -1)):
        goal = np.zeros(many)
        goal[place] = sign
        found = linprog(goal, A_ub=upper, b_ub=under, bounds=(_LOW, _HIGH), method="highs")
        assert found.fun is not None, line
        ends.append(float(found.fun))
    return -ends[1] - ends[0]


def _mean(dot: Dot, size: int, line: Line) -> tuple[float, float]:
    """Between which bounds the mean behind a dot lies, for who knows how it is rounded."""
    room = 1 / size if line.opens else 0
    if dot.bound == "minstens":
        return _HIGH - room, _HIGH
    if dot.bound == "hoogstens":
        return _LOW, _LOW + room
    low, high = dot.value - line.half, dot.value + line.half
    return max(low, _LOW + room), min(high, _HIGH - room)
