"""One part of somebody's time over the rounds, with the wish of the last round beside the line."""

import json
import math
from collections.abc import Sequence

import altair as alt
import pandas as pd

from ibreflect.charts.style import (
    FIT_WIDTH,
    OVERLAP_LOOK,
    PAPER,
    on_paper,
    padding,
    styled,
    wrapped,
)
from ibreflect.model.time import percent

_TOP = 140
_UP = alt.Scale(domain=[0, _TOP], nice=False, zero=False)
"""0 to 100 %, with room for a number above the highest dot, and the name of the part over that."""
_AXIS = [0, 50, 100]
_LINE, _ASIDE, _EDGE = 0.54, 0.24, 0.11
"""Shares of the width: for the line, from its end to the wish, and for half a name at each edge."""
_ROUND_NAMES = 3


def time_rounds(
    rounds: pd.DataFrame, *, part: str, width: int = 320, height: int = 190
) -> alt.LayerChart:
    """Draw a part of the time over the rounds on one axis of 0 to 100 %; a line per school.

    `rounds` has the columns position (0, 1, ... in order of time), round (its name), school (what
    tells schools apart), now (0..100) and wished (0..100 in the last row, or NaN). `part` is the
    name above the figure. `width` is that of the whole figure in pixels, `height` that of its
    plane.
    """
    last = max(len(rounds) - 1, 0)
    span = max(last, 1) / _LINE
    beyond = last + _ASIDE * span
    shown = rounds.assign(
        now=rounds["now"].astype(float),
        written=[percent(round(each)) for each in rounds["now"]],
    )
    wish = _wish(rounds, beyond)
    across = alt.X(
        "position:Q",
        axis=_round_axis([*rounds["round"]], [*wish["position"]]),
        scale=alt.Scale(domain=[-_EDGE * span, beyond + _EDGE * span], nice=False, zero=False),
    )
    layers = [_name_layer(part), *_line_layers(shown, across), *_wish_layers(wish, across)]
    chart = alt.LayerChart(
        layer=layers,
        width=width,
        height=height,
        autosize=FIT_WIDTH,
        padding=padding(2),
    )
    return styled(chart)


def _name_layer(part: str) -> alt.Chart:
    names = pd.DataFrame({"part": [wrapped(part, 40)], "top": [_TOP]})
    chart: alt.Chart = (
        alt.Chart(names)
        .mark_text(align="left", baseline="top", fontWeight="bold")
        .encode(x=alt.value(0), y=alt.Y("top:Q", scale=_UP), text="part:N")
    )
    return chart


def _wish(rounds: pd.DataFrame, position: float) -> pd.DataFrame:
    """The wish of the last round, if there is one: position, value and what is written there."""
    known = rounds["wished"].astype(float).dropna().tail(1)
    return pd.DataFrame(
        {
            "position": [position] * len(known),
            "now": known.to_list(),
            "written": [percent(round(each)) for each in known],
            "round": ["gewenst"] * len(known),
        }
    )


def _line_layers(shown: pd.DataFrame, across: alt.X) -> list[alt.Chart]:
    line: alt.Chart = (
        alt.Chart(shown)
        .mark_line(color=OVERLAP_LOOK.colour, strokeWidth=2)
        .encode(x=across, y=_up(), detail="school:N")
    )
    dots: alt.Chart = (
        alt.Chart(shown)
        .mark_point(filled=True, size=80, opacity=1, color=OVERLAP_LOOK.colour, shape="circle")
        .encode(x=across, y=_up(), tooltip=_tooltip())
    )
    ends = shown[shown["position"].isin([0, len(shown) - 1])]
    return [line, dots, *_numbers(ends, across)]


def _wish_layers(wish: pd.DataFrame, across: alt.X) -> list[alt.Chart]:
    mark: alt.Chart = (
        alt.Chart(wish)
        .mark_point(
            filled=True,
            fill=PAPER,
            stroke=OVERLAP_LOOK.colour,
            strokeWidth=1.5,
            size=110,
            opacity=1,
            shape="diamond",
        )
        .encode(x=across, y=_up(), tooltip=_tooltip())
    )
    return [mark, *_numbers(wish, across)]


def _numbers(rows: pd.DataFrame, across: alt.X) -> list[alt.Chart]:
    placed = alt.Chart(rows).encode(x=across, y=_up(), text="written:N")
    return on_paper(placed, baseline="bottom", dy=-9, fontWeight="bold")


def _up() -> alt.Y:
    axis = alt.Axis(
        values=_AXIS,
        labelExpr="datum.value + '\u00a0%'",
        domain=False,
        ticks=False,
        labelPadding=6,
        title=None,
    )
    return alt.Y("now:Q", axis=axis, scale=_UP)


def _round_axis(rounds: Sequence[str], wished: Sequence[float]) -> alt.Axis:
    """Names of at most three rounds, back from the last, and 'gewenst' where the wish stands."""
    step = max(1, math.ceil(len(rounds) / _ROUND_NAMES))
    places = [*range(len(rounds) - 1, -1, -step)]
    names = {str(place): wrapped(rounds[place], 9).split("\n") for place in places}
    return alt.Axis(
        values=[*places, *wished],
        labelExpr=f"{json.dumps(names)}[datum.value] || 'gewenst'",
        labelOverlap=False,
        grid=False,
        domain=False,
        title=None,
    )


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("round:N", title="ronde"),
        alt.Tooltip("written:N", title="deel van de tijd"),
    ]
