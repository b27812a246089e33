"""How often something was written down: a row of bars for each sort, over periods of time."""

from typing import Literal

import altair as alt
import pandas as pd

from ibreflect.charts.style import (
    FIT_WIDTH,
    HAIRLINE,
    OVERLAP_LOOK,
    QUIET_INK,
    SMALL_TEXT_SIZE,
    on_paper,
    padding,
    pixels_down,
    styled,
)

_NAME, _NUMBER, _BAR, _TO_NEXT = 20, 18, 52, 14
"""Pixels: for the name of a row, a number over the highest bar, that bar, and white below it."""
_STEP = _NAME + _NUMBER + _BAR + _TO_NEXT
_LABELS = 36
_SLOTS = 6
"""With fewer periods bars keep their width and stand to the left, as time goes on to the right."""
_HALF_BAR = 0.32


def log_periods(
    counts: pd.DataFrame, *, width: int | Literal["container"] = "container"
) -> alt.LayerChart:
    """Draw for each sort how often it was written down in each period, on one scale from 0.

    `counts` has a row for each sort in each period: row (the name of the sort; sorts stand below
    each other in the order given), period ('nov–jan 2027'), position (0-5, in order of time) and
    count (0 or more). `width` is the width of the whole figure in pixels, or "container".
    """
    names = list(dict.fromkeys(counts["row"]))
    height = max(len(names) * _STEP - _TO_NEXT, 0) + _LABELS
    bars = _placed(counts, names)
    layers = [
        *_row_layers(names, height),
        _bar_layer(bars, height),
        *_number_layers(bars, height),
        _period_layer(bars, height),
    ]
    return styled(
        alt.LayerChart(
            layer=layers, width=width, height=height, autosize=FIT_WIDTH, padding=padding(2)
        )
    )


def _placed(counts: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """The counts with the edges of their bars: left and right in positions, top in pixels."""
    highest = max([1, *counts["count"]])
    base = counts["row"].map(lambda name: (names.index(name) + 1) * _STEP - _TO_NEXT).astype(float)
    return counts.assign(
        left=counts["position"] - _HALF_BAR,
        right=counts["position"] + _HALF_BAR,
        base=base,
        top=base - counts["count"] * _BAR / highest,
        label=counts["period"].str.replace(" ", "\n"),
    )


def _row_layers(names: list[str], height: int) -> list[alt.Chart]:
    """The name of each row, and the line that its bars stand on."""
    rows = pd.DataFrame(
        {
            "row": names,
            "top": [float(at * _STEP) for at in range(len(names))],
            "base": [float((at + 1) * _STEP - _TO_NEXT) for at in range(len(names))],
        }
    )
    lines: alt.Chart = (
        alt.Chart(rows).mark_rule(color=HAIRLINE).encode(y=pixels_down("base", height))
    )
    placed = alt.Chart(rows).encode(x=alt.value(0), y=pixels_down("top", height), text="row:N")
    return [lines, *on_paper(placed, align="left", baseline="top", fontWeight="bold")]


def _bar_layer(bars: pd.DataFrame, height: int) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(bars[bars["count"] > 0])
        .mark_rect(color=OVERLAP_LOOK.colour)
        .encode(
            x=_across("left"),
            x2="right:Q",
            y=pixels_down("top", height),
            y2="base:Q",
            tooltip=[
                alt.Tooltip("row:N", title="soort"),
                alt.Tooltip("period:N", title="periode"),
                alt.Tooltip("count:Q", title="aantal"),
            ],
        )
    )
    return chart


def _number_layers(bars: pd.DataFrame, height: int) -> list[alt.Chart]:
    placed = alt.Chart(bars).encode(
        x=_across("position"), y=pixels_down("top", height), text="count:Q"
    )
    return on_paper(placed, baseline="bottom", dy=-4, fontWeight="bold")


def _period_layer(bars: pd.DataFrame, height: int) -> alt.Chart:
    """The periods once, below the last row."""
    periods = bars[["position", "label"]].drop_duplicates()
    chart: alt.Chart = (
        alt.Chart(periods.assign(down=float(height - _LABELS + 6)))
        .mark_text(baseline="top", fontSize=SMALL_TEXT_SIZE, color=QUIET_INK)
        .encode(x=_across("position"), y=pixels_down("down", height), text="label:N")
    )
    return chart


def _across(field: str) -> alt.X:
    scale = alt.Scale(domain=[-0.5, _SLOTS - 0.5], nice=False, zero=False)
    return alt.X(f"{field}:Q", axis=None, scale=scale)
