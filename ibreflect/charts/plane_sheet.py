"""The sheet of a plane: two scales with their words, and what each corner means."""

import json
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import altair as alt
import pandas as pd

from ibreflect.charts.style import HAIRLINE, QUIET_INK, wrapped_words

TEXT = 14
"""Large enough to be 12 pixels still when a phone shows the figure at 343 instead of 400."""
LOW, HIGH = 0.1, 5.9
"""The scale of 1 to 5 with room around it: for the corners, and for arrows at an end."""
BESIDE = 76
"""Pixels that the words of the upward scale take, so that the plane itself is square."""

_LINE = 16
_SCALE = alt.Scale(domain=[LOW, HIGH], nice=False, zero=False)
_CORNER_LINES = 0.58
"""Steps that the two lines in a corner take."""


class Axes(NamedTuple):
    """The names of the two scales as they stand in a sentence, and the five words of both."""

    across: str
    up: str
    words: Sequence[str]


def sheet_layers(axes: Axes) -> list[alt.Chart]:
    """The grid with its axes, and the corners: what is drawn under everything else."""
    return [*_grid_layers(axes), *_corner_layers(axes)]


def at_x(field: str) -> alt.X:
    """The x channel for a field in points of the answer scale."""
    return alt.X(f"{field}:Q", scale=_SCALE)


def at_y(field: str) -> alt.Y:
    """The y channel for a field in points of the answer scale."""
    return alt.Y(f"{field}:Q", scale=_SCALE)


def _grid_layers(axes: Axes) -> list[alt.Chart]:
    """A hairline at each step of both scales; these layers carry the axes with their words."""
    steps = pd.DataFrame({"step": range(1, 6), "low": 1, "high": 5})
    upright: alt.Chart = (
        alt.Chart(steps)
        .mark_rule(color=HAIRLINE, strokeWidth=0.7)
        .encode(
            x=alt.X("step:Q", scale=_SCALE, axis=_axis_across(axes)),
            y=alt.Y("low:Q", scale=_SCALE, axis=_axis_up(axes)),
            y2="high:Q",
        )
    )
    level: alt.Chart = (
        alt.Chart(steps)
        .mark_rule(color=HAIRLINE, strokeWidth=0.7)
        .encode(x=at_x("low"), x2="high:Q", y=at_y("step"))
    )
    return [upright, level]


def _corner_layers(axes: Axes) -> list[alt.Chart]:
    """What being in a corner means, in the words of the scale and in quiet ink."""
    seldom, often = axes.words[1], axes.words[-2]
    return [
        _corners(axes, seldom, x=LOW, align="left"),
        _corners(axes, often, x=HIGH, align="right"),
    ]


def _corners(axes: Axes, word: str, *, x: float, align: Literal["left", "right"]) -> alt.Chart:
    """The lower and the upper corner on one side; `word` is how often that is across."""
    seldom, often = axes.words[1], axes.words[-2]
    corners = pd.DataFrame(
        {
            "x": x,
            "top": [LOW + _CORNER_LINES, HIGH],
            "text": [f"{word} {axes.across},\n{each} {axes.up}" for each in (seldom, often)],
        }
    )
    chart: alt.Chart = (
        alt.Chart(corners)
        .mark_text(align=align, baseline="top", color=QUIET_INK, fontSize=TEXT, lineHeight=_LINE)
        .encode(x=at_x("x"), y=at_y("top"), text="text:N")
    )
    return chart


def _axis_across(axes: Axes) -> alt.Axis:
    return alt.Axis(title=f"{axes.across} →", titleAnchor="end", titlePadding=6, **_look(axes))


def _axis_up(axes: Axes) -> alt.Axis:
    """The name above the words, each word with the middle of its lines beside its step."""
    lifts = [-word.count("\n") * _LINE / 2 for word in wrapped_words(axes.words)]
    return alt.Axis(
        title=f"{axes.up} ↑",
        titleAngle=0,
        titleAlign="left",
        titleAnchor="end",
        titleX=4 - BESIDE,
        titleY=-8,
        labelOffset=alt.expr(f"{lifts}[datum.value - 1]"),
        **_look(axes),
    )


def _look(axes: Axes) -> dict[str, Any]:
    names = json.dumps([word.split("\n") for word in wrapped_words(axes.words)])
    return {
        "values": [1, 2, 3, 4, 5],
        "labelExpr": f"{names}[datum.value - 1]",
        "labelOverlap": False,
        "labelFontSize": TEXT,
        "labelPadding": 4,
        "titleFontSize": TEXT,
        "grid": False,
        "ticks": False,
        "domain": False,
    }
