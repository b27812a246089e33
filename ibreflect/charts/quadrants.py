"""Own view across and the view of others upward: what both see, and what only one of them does."""

import json
from typing import Any, Literal

import altair as alt
import pandas as pd

from ibreflect.charts.plane_sheet import BESIDE, HIGH, LOW, TEXT, Axes, at_x, at_y
from ibreflect.charts.quadrant_titles import corner, diagonal, places_of_titles
from ibreflect.charts.style import (
    FIT_WIDTH,
    HAIRLINE,
    LINE_HEIGHT,
    PAPER,
    QUIET_INK,
    padding,
    styled,
    wrapped,
    wrapped_words,
)
from ibreflect.charts.voice_dots import VOICE_LOOKS
from ibreflect.model.numbers import one_decimal

_MIDDLE = 3.5
_NEUTRAL = "#efefef"
_CORNERS: dict[tuple[Literal["left", "right"], Literal["top", "bottom"]], str] = {
    ("left", "top"): "onvermoede kracht",
    ("right", "top"): "herkende kracht",
    ("left", "bottom"): "gedeeld leerpunt",
    ("right", "bottom"): "gespreksonderwerp",
}
_SAME_VIEW = "zelfde kijk"
_CHARACTERS = 18
"""In one line of a title beside its mark."""


def quadrants(
    points: pd.DataFrame,
    axes: Axes,
    *,
    neutral_self: float,
    neutral_others: float,
    width: int = 400,
) -> alt.LayerChart:
    """Draw each scale where the ib'er and the others put it, with its title beside it.

    `points` has one row per scale: label (its title), x (the ib'er, 1..5), y (the others, 1..5) and
    voice (a key of `VOICE_LOOKS`: who the others are). A scale without x or y is left out. `axes`
    has the names of both views, such as "zelf" and "leraren (5)", and the five words of the scale.
    `neutral_self` and `neutral_others` are how far around 3.5 (in steps) a view belongs to no side.
    `width` is the width of the whole figure in pixels, from 320. On the dotted line both see the
    same. The corners have names and no colours: none of them is a verdict.
    """
    across = width - BESIDE
    placed = _placed(points, across)
    layers = [
        _neutral_layer(neutral_self, neutral_others),
        _frame_layer(axes),
        *_same_view_layers(),
        *_corner_layers(),
        _leader_layer(placed),
        *_title_layers(placed),
        _mark_layer(placed),
    ]
    return styled(
        alt.LayerChart(
            layer=layers, width=width, height=across, autosize=FIT_WIDTH, padding=padding(2)
        )
    )


def _neutral_layer(across: float, up: float) -> alt.Chart:
    """Pale bands around the middle of both scales, across the whole plane."""
    bands = pd.DataFrame(
        {
            "left": [max(LOW, _MIDDLE - across), LOW],
            "right": [min(HIGH, _MIDDLE + across), HIGH],
            "low": [LOW, max(LOW, _MIDDLE - up)],
            "high": [HIGH, min(HIGH, _MIDDLE + up)],
        }
    )
    chart: alt.Chart = (
        alt.Chart(bands)
        .mark_rect(color=_NEUTRAL)
        .encode(x=at_x("left"), x2="right:Q", y=at_y("low"), y2="high:Q")
    )
    return chart


def _frame_layer(axes: Axes) -> alt.Chart:
    """The edge of the plane; this layer carries both axes."""
    edge = pd.DataFrame({"left": [LOW], "right": [HIGH], "low": [LOW], "high": [HIGH]})
    chart: alt.Chart = (
        alt.Chart(edge)
        .mark_rect(filled=False, stroke=HAIRLINE)
        .encode(
            x=at_x("left").axis(
                title=f"{axes.across} →", titleAnchor="end", titlePadding=6, **_look(axes)
            ),
            x2="right:Q",
            y=at_y("low").axis(
                title=f"{axes.up} ↑",
                titleAngle=0,
                titleAlign="left",
                titleAnchor="end",
                titleX=4 - BESIDE,
                titleY=-10,
                **_look(axes),
            ),
            y2="high:Q",
        )
    )
    return chart


def _look(axes: Axes) -> dict[str, Any]:
    """A stroke at each step, and words at the first and the last."""
    first, *_, last = wrapped_words(axes.words)
    names = json.dumps([first.split("\n"), "", "", "", last.split("\n")])
    return {
        "values": [1, 2, 3, 4, 5],
        "labelExpr": f"{names}[datum.value - 1]",
        "labelOverlap": False,
        "labelFontSize": TEXT,
        "titleFontSize": TEXT,
        "grid": False,
        "domain": False,
    }


def _same_view_layers() -> list[alt.Chart]:
    """A dotted line where both see the same, with its name at the low end."""
    line: alt.Chart = (
        alt.Chart(pd.DataFrame({"same": [1, 5]}))
        .mark_line(color=QUIET_INK, strokeWidth=1.25, strokeDash=[1.5, 4])
        .encode(x=at_x("same"), y=at_y("same"))
    )
    name: alt.Chart = (
        alt.Chart(pd.DataFrame({"same": [1], "text": [_SAME_VIEW]}))
        .mark_text(angle=315, align="left", dy=-9, dx=4, color=QUIET_INK, fontSize=TEXT - 1)
        .encode(x=at_x("same"), y=at_y("same"), text="text:N")
    )
    return [line, name]


def _corner_layers() -> list[alt.Chart]:
    """The names of the four corners, all in the same quiet ink."""
    return [
        alt.Chart(pd.DataFrame({"x": [x], "y": [y], "text": [name]}))
        .mark_text(
            align=side,
            baseline=edge,
            dx=5 if side == "left" else -5,
            dy=5 if edge == "top" else -5,
            color=QUIET_INK,
            fontSize=TEXT,
            fontStyle="italic",
        )
        .encode(x=at_x("x"), y=at_y("y"), text="text:N")
        for (side, edge), name in _CORNERS.items()
        for x, y in [(LOW if side == "left" else HIGH, HIGH if edge == "top" else LOW)]
    ]


def _placed(points: pd.DataFrame, across: float) -> pd.DataFrame:
    """The points that have a place, with their look and with where their title stands."""
    known = points.astype({"x": float, "y": float}).dropna(subset=["x", "y"])
    looks = [VOICE_LOOKS[voice] for voice in known["voice"]]
    known = known.assign(
        wrapped=[wrapped(label, _CHARACTERS) for label in known["label"]],
        x_written=[one_decimal(value) for value in known["x"]],
        y_written=[one_decimal(value) for value in known["y"]],
        colour=[look.colour for look in looks],
        shape=[look.shape for look in looks],
    )
    names = [corner(name, *place, across) for place, name in _CORNERS.items()]
    return places_of_titles(known, [*names, *diagonal(_SAME_VIEW, across)], across)


def _leader_layer(placed: pd.DataFrame) -> alt.Chart:
    """A thin line from a mark to a title that had to move away from it."""
    chart: alt.Chart = (
        alt.Chart(placed[placed["away"]])
        .mark_rule(color=QUIET_INK, strokeWidth=0.8)
        .encode(x=at_x("x"), y=at_y("y"), x2="near_x:Q", y2="near_y:Q")
    )
    return chart


def _title_layers(placed: pd.DataFrame) -> list[alt.Chart]:
    aligns: tuple[Literal["left", "center", "right"], ...] = ("left", "center", "right")
    return [
        alt.Chart(placed[placed["align"] == align])
        .mark_text(align=align, baseline="top", fontSize=TEXT, lineHeight=LINE_HEIGHT)
        .encode(x=at_x("title_x"), y=at_y("title_y"), text="wrapped:N")
        for align in aligns
    ]


def _mark_layer(placed: pd.DataFrame) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(placed)
        .mark_point(size=140, opacity=1, stroke=PAPER, strokeWidth=1)
        .encode(
            x=at_x("x"),
            y=at_y("y"),
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("colour:N", scale=None),
            tooltip=[
                alt.Tooltip("label:N", title="over"),
                alt.Tooltip("x_written:N", title="van links naar rechts"),
                alt.Tooltip("y_written:N", title="van onder naar boven"),
            ],
        )
    )
    return chart
