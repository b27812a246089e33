"""What is drawn for voices that have their place: guides, rules, bands, whiskers and marks.

Every function gets the voices with the pixels down of their marks (`y`) and of the line of their
statement (`line`), their `colour` and `shape`, and what the ib'er answered (`own`, NaN for the
ib'er and without an answer).
"""

import altair as alt
import pandas as pd

from ibreflect.charts.statement_rows import Sheet, at
from ibreflect.charts.style import HAIRLINE, PAPER, QUIET_INK, pixels_down

WHISKER_SIGN = "M-1.2,-0.6V0.6M-1.2,0H1.2M1.2,-0.6V0.6"
BAND_SIGN = "M-1.2,-0.7H1.2V0.7H-1.2Z"
DIFFERENCE_SIGN = "M-1.2,-0.2H1.2V0.2H-1.2Z"
"""Paths for the key, in half marks from the middle."""
BAND_COLOUR = "#c9c9c9"
DIFFERENCE_COLOUR = "#404040"

_RULE = "#8c8c8c"
_PALE = 0.3
"""The share of its colour that a band keeps."""


def guide_layer(placed: Sheet, half: float) -> alt.Chart:
    """A stroke at each of the five steps, `half` its height above and below the line."""
    steps = placed.rows[["line"]].merge(pd.DataFrame({"step": range(1, 6)}), how="cross")
    steps = steps.assign(top=steps["line"] - half, bottom=steps["line"] + half)
    chart: alt.Chart = (
        alt.Chart(steps)
        .mark_rule(color=HAIRLINE, strokeWidth=0.8)
        .encode(x=at("step"), y=pixels_down("top", placed.height), y2="bottom:Q")
    )
    return chart


def range_layer(marks: pd.DataFrame, placed: Sheet) -> alt.Chart:
    """A line from the lowest to the highest voice."""
    ranges = marks.groupby(["item", "line"])["value"].agg(["min", "max"]).reset_index()
    chart: alt.Chart = (
        alt.Chart(ranges[ranges["min"] < ranges["max"]])
        .mark_rule(color=_RULE, strokeWidth=2)
        .encode(x=at("min"), x2="max:Q", y=pixels_down("line", placed.height))
    )
    return chart


def lane_rule_layers(marks: pd.DataFrame, placed: Sheet) -> list[alt.Chart]:
    """The answer of the ib'er drawn down past all lanes, and from it a thin line to each voice."""
    compared = marks[marks["own"].notna() & marks["value"].notna()]
    down = marks.groupby("item")["y"].agg(top="min")
    ends = compared.groupby("item").agg(own=("own", "first"), bottom=("y", "max"))
    upright: alt.Chart = (
        alt.Chart(ends.join(down).reset_index())
        .mark_rule(color=QUIET_INK, strokeDash=[2, 3])
        .encode(x=at("own"), y=pixels_down("top", placed.height), y2="bottom:Q")
    )
    level: alt.Chart = (
        alt.Chart(compared[~compared["differs"]])
        .mark_rule(color=_RULE)
        .encode(x=at("own"), x2="value:Q", y=pixels_down("y", placed.height))
    )
    return [upright, level]


def difference_layer(marks: pd.DataFrame, level: str, placed: Sheet) -> alt.Chart:
    """A heavy line from the ib'er to each voice that differs; `level` is the column for its y."""
    differing = marks[marks["differs"] & marks["own"].notna()]
    chart: alt.Chart = (
        alt.Chart(differing)
        .mark_rule(color=DIFFERENCE_COLOUR, strokeWidth=4)
        .encode(x=at("own"), x2="value:Q", y=pixels_down(level, placed.height))
    )
    return chart


def band_layer(marks: pd.DataFrame, placed: Sheet) -> alt.Chart:
    """Between which values the value of a voice is uncertain, as a pale bar."""
    sure = marks.dropna(subset=["value", "band_low", "band_high"])
    chart: alt.Chart = (
        alt.Chart(sure.assign(pale=[_pale(colour) for colour in sure["colour"]]))
        .mark_rule(strokeWidth=11)
        .encode(
            x=at("band_low"),
            x2="band_high:Q",
            y=pixels_down("y", placed.height),
            stroke=alt.Stroke("pale:N", scale=None),
        )
    )
    return chart


def whisker_layer(marks: pd.DataFrame, placed: Sheet) -> alt.Chart:
    """A thin line from the lowest to the highest answer of a group."""
    chart: alt.Chart = (
        alt.Chart(_with_answers(marks))
        .mark_rule(strokeWidth=1.5)
        .encode(
            x=at("low"),
            x2="high:Q",
            y=pixels_down("y", placed.height),
            stroke=alt.Stroke("colour:N", scale=None),
        )
    )
    return chart


def whisker_end_layer(marks: pd.DataFrame, placed: Sheet) -> alt.Chart:
    """A small stroke at the lowest and at the highest answer of a group."""
    ends = _with_answers(marks).melt(["y", "colour"], ["low", "high"], value_name="end")
    chart: alt.Chart = (
        alt.Chart(ends)
        .mark_tick(orient="vertical", size=11, thickness=2)
        .encode(
            x=at("end"),
            y=pixels_down("y", placed.height),
            color=alt.Color("colour:N", scale=None),
        )
    )
    return chart


def _with_answers(marks: pd.DataFrame) -> pd.DataFrame:
    return marks.dropna(subset=["value", "low", "high"])


def wish_layers(marks: pd.DataFrame, placed: Sheet) -> list[alt.Chart]:
    """An open mark at what a voice wants, joined to its mark; a ring where both are the same."""
    wished = marks[marks["wished"].notna()]
    links: alt.Chart = (
        alt.Chart(wished[wished["value"].notna()])
        .mark_rule(strokeWidth=1.5)
        .encode(
            x=at("value"),
            x2="wished:Q",
            y=pixels_down("y", placed.height),
            stroke=alt.Stroke("colour:N", scale=None),
        )
    )
    return [links, mark_layer(wished, "wished", placed, filled=False)]


def mark_layer(marks: pd.DataFrame, field: str, placed: Sheet, *, filled: bool) -> alt.Chart:
    """The marks at the values or, with the field "wished" and open, at what is wanted."""
    ringed = marks["wished"] == marks["value"]
    fill = marks["colour"] if filled else pd.Series(PAPER, index=marks.index)
    drawn = marks.assign(size=[240 if each and not filled else 110 for each in ringed], fill=fill)
    chart: alt.Chart = (
        alt.Chart(drawn)
        .mark_point(opacity=1, strokeWidth=1.5)
        .encode(
            x=at(field),
            y=pixels_down("y", placed.height),
            shape=alt.Shape("shape:N", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            size=alt.Size("size:Q", scale=None),
            tooltip=[alt.Tooltip("text:N", title="over"), alt.Tooltip("label:N", title="stem")],
        )
    )
    return chart


def _pale(colour: str) -> str:
    """The colour mixed with paper; opaque, so that a line beneath does not show through."""
    channels = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - _PALE * (255 - each)):02x}" for each in channels)
