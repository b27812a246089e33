"""Where the titles of points stand: beside their marks, and over nothing else that is drawn.

All places are in pixels from the left and the top of a square plane, `across` pixels wide, that
shows the scale from `LOW` to `HIGH`.
"""

import math
from collections.abc import Hashable, Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd

from ibreflect.charts.plane_sheet import HIGH, LOW
from ibreflect.charts.style import LINE_HEIGHT

_PIXELS_A_CHARACTER = 7.7
_MARK = 9.0
"""Pixels from the middle of a mark to the text beside it."""
_DOWN = (0, -1, 10, -10, 20, -20, 36, -36, 52, -52, 70, -70)
"""How many pixels further down or up a title may move, the nearest first."""
_AWAY, _ON_MARK, _THROUGH = 5, 5, 30
"""What is as bad as one square pixel on a line or a text: this part of a pixel moved away, of a
square pixel on a mark, of a square pixel of the line to the mark that runs through something."""


class Box(NamedTuple):
    """What something covers."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def shared(self, other: "Box") -> float:
        """How many square pixels both cover."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(across, 0) * max(down, 0)

    def within(self, across: float) -> bool:
        return min(self.left, self.top) >= 0 and max(self.right, self.bottom) <= across


class _Place(NamedTuple):
    """Where a title may stand, its side at the mark, and how far it moved to stand there."""

    box: Box
    align: str
    moved: float

    def near(self, mark: Box) -> tuple[float, float]:
        """Where a line from the middle of the mark meets the title."""
        x, y = mark.middle
        box = self.box
        return min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)

    def line(self, mark: Box) -> Box:
        """The room of that line."""
        (x, y), (near_x, near_y) = mark.middle, self.near(mark)
        return Box(min(x, near_x), min(y, near_y), max(x, near_x) + 1, max(y, near_y) + 1)


def places_of_titles(points: pd.DataFrame, drawn: Sequence[Box], across: float) -> pd.DataFrame:
    """The points with the places of their titles, each where it covers least of all the rest.

    `points` has x and y (1..5) and wrapped (the title on lines); `drawn` is what no title should
    cover besides marks and other titles. Added are align ("left", "right" or "center"), in steps of
    the scale title_x and title_y (where the text so aligned has its top) and near_x and near_y
    (where a line from the mark meets the title), and away (whether it needs that line).
    """
    step = across / (HIGH - LOW)
    rows = points.to_dict("records")
    marks, texts = [_around(row, step) for row in rows], list(drawn)
    titles = []
    for row, mark in zip(rows, marks, strict=True):
        places = list(_places(row["wrapped"], mark, across))
        place = min(places, key=lambda each: _cost(each, mark, marks, texts))
        texts.append(place.box)
        titles.append(_in_steps(place, mark, step))
    columns = ["align", "title_x", "title_y", "near_x", "near_y", "away"]
    placed = pd.DataFrame(titles, columns=columns).set_index(points.index)
    return points.join(placed.astype({"away": bool}))


def corner(name: str, side: str, edge: str, across: float) -> Box:
    """What a name in a corner of the plane covers."""
    wide, high = _PIXELS_A_CHARACTER * len(name) + 6, LINE_HEIGHT + 4
    left = 0 if side == "left" else across - wide
    top = 0 if edge == "top" else across - high
    return Box(left, top, left + wide, top + high)


def diagonal(name: str, across: float) -> Iterator[Box]:
    """What the line from 1 to 5 covers, with its name above the low end, in small parts."""
    step = across / (HIGH - LOW)
    part = 6.0
    named = _PIXELS_A_CHARACTER * len(name) / math.sqrt(2)
    for place in range(round(4 * step / part)):
        left, bottom = (1 - LOW) * step + place * part, (HIGH - 1) * step - place * part
        above = LINE_HEIGHT if place * part < named else 0
        yield Box(left - above, bottom - part - above, left + part, bottom)


def _cost(place: _Place, mark: Box, marks: Sequence[Box], texts: Sequence[Box]) -> float:
    line, others = place.line(mark), [each for each in marks if each != mark]
    return (
        sum(place.box.shared(each) for each in texts)
        + _ON_MARK * sum(place.box.shared(each) for each in marks)
        + _THROUGH * sum(line.shared(each) for each in [*texts, *others])
        + _AWAY * abs(place.moved)
    )


def _around(row: dict[Hashable, Any], step: float) -> Box:
    """What a mark covers."""
    x, y = (row["x"] - LOW) * step, (HIGH - row["y"]) * step
    return Box(x - _MARK, y - _MARK, x + _MARK, y + _MARK)


def _places(title: str, mark: Box, across: float) -> Iterator[_Place]:
    """Beside the mark, below it and above it, as far to the left or right as the sheet asks."""
    lines = title.split("\n")
    wide, high = _PIXELS_A_CHARACTER * max(map(len, lines)), LINE_HEIGHT * len(lines)
    x, y = mark.middle
    left = min(max(x - wide / 2, 0), across - wide)
    for moved in _DOWN:
        top = y - high / 2 + moved
        far = mark.bottom + moved if moved >= 0 else mark.top + moved - high
        for box, align in (
            (Box(mark.right, top, mark.right + wide, top + high), "left"),
            (Box(mark.left - wide, top, mark.left, top + high), "right"),
            (Box(left, far, left + wide, far + high), "center"),
        ):
            if box.within(across):
                yield _Place(box, align, moved)


def _in_steps(place: _Place, mark: Box, step: float) -> dict[str, Any]:
    box, (x, y), (near_x, near_y) = place.box, mark.middle, place.near(mark)
    edge = {"left": box.left, "right": box.right, "center": box.middle[0]}
    return {
        "align": place.align,
        "title_x": LOW + edge[place.align] / step,
        "title_y": HIGH - box.top / step,
        "near_x": LOW + near_x / step,
        "near_y": HIGH - near_y / step,
        "away": math.hypot(near_x - x, near_y - y) > 1.5 * _MARK,
    }
