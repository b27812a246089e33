"""How time is divided: each part with a bar for now and, below it, one for the wish."""

from typing import Literal, NamedTuple

import altair as alt
import pandas as pd

from ibreflect.charts.style import (
    FIT_WIDTH,
    OVERLAP_LOOK,
    PAPER,
    QUIET_INK,
    SMALL_TEXT_SIZE,
    on_paper,
    padding,
    pixels_down,
    styled,
)
from ibreflect.model.time import percent

_NAME = 18
_BAR = 16
_BETWEEN = 4
_TO_NEXT = 16
_AXIS = 18
_GRID = (0, 25, 50, 75, 100)
_GRID_COLOUR = "#e4e4e4"
_LEFT, _RIGHT = -24.0, 120.0
"""In percent, with room for the words before a bar and the number after it."""


class _Bar(NamedTuple):
    column: str
    word: str
    fill: str


_BARS = (_Bar("now", "nu", OVERLAP_LOOK.colour), _Bar("wished", "gewenst", PAPER))


def time_split(
    parts: pd.DataFrame, *, width: int | Literal["container"] = "container"
) -> alt.LayerChart:
    """Draw one pair of bars for each part, in the order given, on one axis from 0 to 100 %.

    `parts` has the columns part (its name), now and wished (0..100, or NaN when it is not known).
    Now is filled and the wish is hollow; no part has a colour of its own. `width` is the width of
    the whole figure in pixels, or "container"; the height follows from the parts.
    """
    step = _NAME + len(_BARS) * (_BAR + _BETWEEN) + _TO_NEXT
    height = len(parts) * step - _TO_NEXT + _AXIS
    bars = _placed(parts, step)
    layers = [
        *_grid_layers(height),
        *_name_layers(parts, step, height),
        *(_bar_layer(bars, each, height) for each in _BARS),
        *_text_layers(bars, height),
    ]
    return styled(
        alt.LayerChart(
            layer=layers, width=width, height=height, autosize=FIT_WIDTH, padding=padding(2)
        )
    )


def _placed(parts: pd.DataFrame, step: int) -> pd.DataFrame:
    """One row per bar: part, column, word, value, written, and its top, middle and bottom."""
    rows = [
        {
            "part": row["part"],
            "column": bar.column,
            "word": bar.word,
            "value": row[bar.column],
            "written": "nog open" if pd.isna(row[bar.column]) else percent(round(row[bar.column])),
            "top": at * step + _NAME + below * (_BAR + _BETWEEN),
        }
        for at, row in enumerate(parts.to_dict("records"))
        for below, bar in enumerate(_BARS)
    ]
    columns = ["part", "column", "word", "value", "written", "top"]
    bars = pd.DataFrame(rows, columns=columns).astype({"value": float, "top": float})
    return bars.assign(middle=bars["top"] + _BAR / 2, bottom=bars["top"] + _BAR)


def _grid_layers(height: int) -> list[alt.Chart]:
    steps = pd.DataFrame({"step": _GRID, "written": [percent(step) for step in _GRID]})
    steps = steps.assign(top=0, bottom=height - _AXIS, label=height)
    lines: alt.Chart = (
        alt.Chart(steps)
        .mark_rule(color=_GRID_COLOUR)
        .encode(x=_across("step"), y=pixels_down("top", height), y2="bottom:Q")
    )
    labels: alt.Chart = (
        alt.Chart(steps)
        .mark_text(baseline="bottom", fontSize=SMALL_TEXT_SIZE, color=QUIET_INK)
        .encode(x=_across("step"), y=pixels_down("label", height), text="written:N")
    )
    return [lines, labels]


def _name_layers(parts: pd.DataFrame, step: int, height: int) -> list[alt.Chart]:
    names = pd.DataFrame({"part": parts["part"], "top": [at * step for at in range(len(parts))]})
    placed = alt.Chart(names).encode(x=_at(_LEFT), y=pixels_down("top", height), text="part:N")
    return on_paper(placed, align="left", baseline="top", fontWeight="bold")


def _bar_layer(bars: pd.DataFrame, bar: _Bar, height: int) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(bars[(bars["column"] == bar.column) & bars["value"].notna()])
        .mark_rect(fill=bar.fill, stroke=OVERLAP_LOOK.colour, strokeWidth=1.5)
        .encode(
            x=_across("value"),
            x2=alt.datum(0),
            y=pixels_down("top", height),
            y2="bottom:Q",
            tooltip=[
                alt.Tooltip("part:N", title="onderdeel"),
                alt.Tooltip("word:N", title="wanneer"),
                alt.Tooltip("written:N", title="deel van de tijd"),
            ],
        )
    )
    return chart


def _text_layers(bars: pd.DataFrame, height: int) -> list[alt.Chart]:
    """'nu' or 'gewenst' before each bar and its percentage after it."""
    middle = pixels_down("middle", height)
    words: alt.Chart = (
        alt.Chart(bars)
        .mark_text(align="left", baseline="middle", fontSize=SMALL_TEXT_SIZE, color=QUIET_INK)
        .encode(x=_at(_LEFT), y=middle, text="word:N")
    )
    numbers = bars[bars["value"].notna()]
    placed = alt.Chart(numbers).encode(x=_across("value"), y=middle, text="written:N")
    unknown = alt.Chart(bars[bars["value"].isna()]).encode(x=_at(0), y=middle, text="written:N")
    return [
        words,
        *on_paper(placed, align="left", baseline="middle", dx=7, fontWeight="bold"),
        *on_paper(unknown, align="left", baseline="middle", dx=7, fontStyle="italic"),
    ]


def _across(field: str) -> alt.X:
    return alt.X(f"{field}:Q", axis=None, scale=_scale())


def _at(place: float) -> alt.XDatum:
    return alt.XDatum(place, type="quantitative", axis=None, scale=_scale())


def _scale() -> alt.Scale:
    return alt.Scale(domain=[_LEFT, _RIGHT], nice=False, zero=False)
