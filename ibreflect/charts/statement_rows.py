"""Statements below each other, each with its own line of five steps: what dot plots stand on."""

from collections.abc import Sequence
from typing import NamedTuple

import altair as alt
import pandas as pd

from ibreflect.charts.style import (
    HAIRLINE,
    LINE_HEIGHT,
    QUIET_INK,
    SMALL_TEXT_SIZE,
    pixels_down,
    wrapped,
    wrapped_words,
)

_CHARACTERS = 46
"""In one line of a statement: what fits on a phone of 375 pixels."""
_TOP = 2.0
_REPEAT_WORDS_FROM = 5
_FULL_SCALE = alt.Scale(domain=[0.5, 5.5], nice=False, zero=False)
"""Half a step beside the scale, so that its end words stay on the sheet."""


class Space(NamedTuple):
    """How much room a figure keeps, in pixels: above everything, and around each line."""

    above: float = 0
    text_to_line: int = 15
    line_to_next: int = 28


class Sheet(NamedTuple):
    """Where everything stands, in pixels from the top.

    `rows` are the items with their text `wrapped`, the `top` of it and their `line`; `heads` the
    tops of the words of the scale, which are repeated below many statements.
    """

    rows: pd.DataFrame
    heads: list[float]
    height: float


def sheet(items: pd.DataFrame, words: Sequence[str], space: Space) -> Sheet:
    """Place the statements in the order given; `items` has at least the column text."""
    head = LINE_HEIGHT * max(word.count("\n") + 1 for word in wrapped_words(words)) + 12
    rows = _placed(items, space.above + head, space)
    end = rows["line"].max() + space.line_to_next if len(rows) else space.above + head
    heads = [space.above + _TOP]
    if len(rows) >= _REPEAT_WORDS_FROM:
        heads.append(end)
    return Sheet(rows, heads, max(end, heads[-1] + head) - 8)


def _placed(items: pd.DataFrame, top: float, space: Space) -> pd.DataFrame:
    rows = []
    for row in items.to_dict("records"):
        text = wrapped(row["text"], _CHARACTERS)
        line = top + LINE_HEIGHT * (text.count("\n") + 1) + space.text_to_line
        rows.append({**row, "wrapped": text, "top": top, "line": line})
        top = line + space.line_to_next
    return pd.DataFrame(rows, columns=[*items.columns, "wrapped", "top", "line"])


def row_layers(placed: Sheet) -> list[alt.Chart]:
    """The statement, and below it its line with a stroke at each of the five steps."""
    rows, height = placed.rows, placed.height
    steps = rows[["line"]].merge(pd.DataFrame({"step": range(1, 6)}), how="cross")
    on_line = pixels_down("line", height)
    statements: alt.Chart = (
        alt.Chart(rows)
        .mark_text(align="left", baseline="top", lineHeight=LINE_HEIGHT)
        .encode(x=alt.value(1), y=pixels_down("top", height), text="wrapped:N")
    )
    lines: alt.Chart = (
        alt.Chart(rows).mark_rule(color=HAIRLINE).encode(x=at_step(1), x2=alt.datum(5), y=on_line)
    )
    ticks: alt.Chart = (
        alt.Chart(steps)
        .mark_tick(orient="vertical", size=9, thickness=1, color=HAIRLINE)
        .encode(x=at("step"), y=on_line)
    )
    return [statements, lines, ticks]


def words_layer(words: Sequence[str], placed: Sheet) -> alt.Chart:
    """The words of the answer scale above, and with many statements also below."""
    frame = pd.DataFrame({"step": range(1, 6), "word": wrapped_words(words)})
    chart: alt.Chart = (
        alt.Chart(frame.merge(pd.DataFrame({"top": placed.heads}), how="cross"))
        .mark_text(
            baseline="top", fontSize=SMALL_TEXT_SIZE, color=QUIET_INK, lineHeight=LINE_HEIGHT - 2
        )
        .encode(x=at("step"), y=pixels_down("top", placed.height), text="word:N")
    )
    return chart


def at(field: str) -> alt.X:
    """The x channel for a field with values on the answer scale."""
    return alt.X(f"{field}:Q", axis=None, scale=_FULL_SCALE)


def at_step(step: int) -> alt.XDatum:
    """The x channel for one step of the answer scale."""
    return alt.XDatum(step, type="quantitative", axis=None, scale=_FULL_SCALE)
