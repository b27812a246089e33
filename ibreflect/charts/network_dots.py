"""The schools of a network on one scale: each dot is the mean of a group of at least five."""

from collections.abc import Sequence
from typing import Literal

import altair as alt
import pandas as pd

from ibreflect.charts.statement_rows import Sheet, Space, at, row_layers, sheet, words_layer
from ibreflect.charts.style import (
    FIT_WIDTH,
    INK,
    PAPER,
    SMALL_TEXT_SIZE,
    look_of,
    padding,
    pixels_down,
    styled,
)

A_GROUP, MINE = "een groep scholen", "mijn meetronde"
_STEP = 9
"""From a dot to the one above it, in pixels."""
_TO_NEXT, _TO_NEXT_BELOW_A_WORD = 28, 36


def network_dots(
    rows: pd.DataFrame, *, words: Sequence[str], width: int | Literal["container"] = "container"
) -> alt.LayerChart:
    """Draw one line for each part of the network, in the order given, with its dots on it.

    `rows` has one row per dot: text (what stands above the line), value (1..5), dot (what it says
    in words) and kind: A_GROUP, or MINE for the reader's own place, which is drawn open. Dots of
    one part have the same text. `words` are the five words of the scale. Dots at one place are
    drawn above each other. `width` in pixels, or "container".
    """
    above = rows.groupby(["text", "value"]).cumcount()
    highest = int(above.max()) if len(rows) else 0
    mine_too = (rows["kind"] == MINE).any()
    # No more room than the highest pile needs, or the words seem to belong to the line above them.
    space = Space(
        text_to_line=15 + _STEP * highest,
        line_to_next=_TO_NEXT_BELOW_A_WORD if mine_too else _TO_NEXT,
    )
    lines = rows[["text"]].drop_duplicates().reset_index(drop=True)
    placed = sheet(lines, words, space)
    stacked = rows.assign(above=above).merge(placed.rows[["text", "line"]], on="text")
    stacked = stacked.assign(line=stacked["line"] - _STEP * stacked["above"])
    look = look_of(None)
    groups: alt.Chart = (
        alt.Chart(stacked[stacked["kind"] == A_GROUP])
        .mark_point(
            filled=True,
            size=100,
            opacity=1,
            color=look.colour,
            shape="circle",
            stroke=PAPER,
            strokeWidth=1,
        )
        .encode(
            x=at("value"),
            y=pixels_down("line", placed.height),
            tooltip=[alt.Tooltip("dot:N", title=A_GROUP)],
        )
    )
    layers = [*row_layers(placed), words_layer(words, placed), groups]
    mine = stacked[stacked["kind"] == MINE]
    if len(mine):
        layers += _mine(mine, placed)
    return styled(
        alt.LayerChart(
            layer=layers, width=width, height=placed.height, autosize=FIT_WIDTH, padding=padding(0)
        )
    )


def _mine(rows: pd.DataFrame, placed: Sheet) -> list[alt.Chart]:
    """The reader's own place: an open diamond, with the word below the line."""
    x, y = at("value"), pixels_down("line", placed.height)
    mark: alt.Chart = (
        alt.Chart(rows)
        .mark_point(filled=False, size=130, opacity=1, color=INK, shape="diamond", strokeWidth=2)
        .encode(x=x, y=y, tooltip=[alt.Tooltip("dot:N", title=MINE)])
    )
    word: alt.Chart = (
        alt.Chart(rows.assign(line=rows["line"] + _STEP * rows["above"] + 18, word=MINE))
        .mark_text(fontSize=SMALL_TEXT_SIZE, color=INK, baseline="middle")
        .encode(x=x, y=y, text="word:N")
    )
    return [mark, word]
