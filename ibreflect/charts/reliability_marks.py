"""How reliable the scales of a questionnaire are: a mark with its interval for each measure."""

import altair as alt
import pandas as pd

from ibreflect.charts.style import (
    FIT_WIDTH,
    HAIRLINE,
    INK,
    LINE_HEIGHT,
    QUIET_INK,
    SMALL_TEXT_SIZE,
    on_paper,
    padding,
    pixels_down,
    styled,
    wrapped,
)
from ibreflect.model.numbers import two_decimals

_SHAPES = {"alfa": "circle", "omega": "diamond"}
_CHARACTERS = 40
_BETWEEN = 30
"""Pixels from one line to the next; the number stands above its mark."""
_AFTER = 14
_AXIS_HEIGHT = 24
_STEPS = [0.0, 0.25, 0.5, 0.75, 1.0]
_FULL = alt.Scale(domain=[-0.03, 1.09], nice=False, zero=False)


def reliability_marks(scales: pd.DataFrame) -> alt.LayerChart:
    """Draw the name of each scale with a line from 0 to 1 below it for each of its measures.

    `scales` has the columns scale (its name), measure ("alfa" or "omega"), value, low and high
    (0..1; what is below 0 is drawn at 0), with the rows of one scale together. The figure is as
    wide as its column; its height follows from the rows.
    """
    rows, names, end = _placed(scales)
    height = end + _AXIS_HEIGHT
    layers = [
        _names_layer(names, height),
        *_line_layers(rows, height),
        *_mark_layers(rows, height),
        _axis_layer(end, height),
    ]
    return styled(
        alt.LayerChart(
            layer=layers, width="container", height=height, autosize=FIT_WIDTH, padding=padding(0)
        )
    )


def _placed(scales: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, float]:
    """Rows with their `line` and what is written, names with their `top`, and where they end."""
    rows, names, top = [], [], 2.0
    before = None
    for row in scales.to_dict("records"):
        if row["scale"] != before:
            top += _AFTER if before is not None else 0
            name = wrapped(row["scale"], _CHARACTERS)
            names.append({"name": name, "top": top})
            top += LINE_HEIGHT * (name.count("\n") + 1)
            before = row["scale"]
        top += _BETWEEN
        low, value, high = (max(0.0, row[each]) for each in ("low", "value", "high"))
        written = f"{row['measure']} {two_decimals(row['value'])}"
        rows.append({**row, "low": low, "value": value, "high": high, "written": written})
        rows[-1]["line"] = top
    columns = [*scales.columns, "written", "line"]
    return pd.DataFrame(rows, columns=columns), pd.DataFrame(names), top + _AFTER


def _names_layer(names: pd.DataFrame, height: float) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(names)
        .mark_text(align="left", baseline="top", lineHeight=LINE_HEIGHT, fontWeight="bold")
        .encode(x=alt.value(1), y=pixels_down("top", height), text="name:N")
    )
    return chart


def _line_layers(rows: pd.DataFrame, height: float) -> list[alt.Chart]:
    """The whole line, thin, and on it the interval, thick."""
    down = pixels_down("line", height)
    whole: alt.Chart = (
        alt.Chart(rows).mark_rule(color=HAIRLINE).encode(x=_at_datum(0), x2=alt.datum(1), y=down)
    )
    interval: alt.Chart = (
        alt.Chart(rows)
        .mark_rule(color=INK, strokeWidth=3)
        .encode(x=_across("low"), x2="high:Q", y=down)
    )
    return [whole, interval]


def _mark_layers(rows: pd.DataFrame, height: float) -> list[alt.Chart]:
    down = pixels_down("line", height)
    marks: list[alt.Chart] = [
        alt.Chart(rows[rows["measure"] == measure])
        .mark_point(filled=True, size=130, opacity=1, color=INK, shape=shape)
        .encode(
            x=_across("value"),
            y=down,
            tooltip=[
                alt.Tooltip("scale:N", title="schaal"),
                alt.Tooltip("written:N", title="waarde"),
            ],
        )
        for measure, shape in _SHAPES.items()
    ]
    placed = alt.Chart(rows).encode(x=_across("value"), y=down, text="written:N")
    return [*marks, *on_paper(placed, align="center", baseline="bottom", dy=-8)]


def _axis_layer(end: float, height: float) -> alt.Chart:
    steps = pd.DataFrame({"step": _STEPS, "word": [two_decimals(each) for each in _STEPS]})
    chart: alt.Chart = (
        alt.Chart(steps.assign(top=end))
        .mark_text(baseline="top", fontSize=SMALL_TEXT_SIZE, color=QUIET_INK)
        .encode(x=_across("step"), y=pixels_down("top", height), text="word:N")
    )
    return chart


def _across(field: str) -> alt.X:
    return alt.X(f"{field}:Q", axis=None, scale=_FULL)


def _at_datum(value: float) -> alt.XDatum:
    return alt.XDatum(value, type="quantitative", axis=None, scale=_FULL)
