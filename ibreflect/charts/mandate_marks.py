"""The voices inside the cells of a matrix: each a mark with a letter, side by side in one cell."""

from typing import NamedTuple

import altair as alt
import pandas as pd

from ibreflect.charts.statement_rows import Sheet, at
from ibreflect.charts.style import INK, PAPER, SMALL_TEXT_SIZE, pixels_down
from ibreflect.charts.voice_dots import COORDINATOR, SCHOOL_LEADER, TEAM, VOICE_LOOKS

_MARK_TO_MARK = 20
"""So that three marks fit in a cell on a phone of 375 pixels."""


class Letter(NamedTuple):
    """How a voice is named inside its mark; `size` is that of the mark in Vega's square pixels."""

    letter: str
    ink: str
    size: int
    down: int = 1


LETTERS = {
    COORDINATOR: Letter("I", PAPER, 360),
    SCHOOL_LEADER: Letter("S", PAPER, 600, down=4),
    TEAM: Letter("T", INK, 320),
}


def mark_layers(said: pd.DataFrame, placed: Sheet) -> list[alt.Chart]:
    """A mark and its letter for each voice that names a level; a layer for each place in a cell.

    `said` has topic, voice, label, level and answer; `placed` the topics as `text`.
    """
    marks = _beside_each_other(said, placed)
    places = marks[["voice", "beside"]].drop_duplicates().itertuples(index=False, name=None)
    return [
        layer
        for voice, beside in places
        for layer in _voice_layers(
            marks[(marks["voice"] == voice) & (marks["beside"] == beside)], placed, voice, beside
        )
    ]


def _beside_each_other(said: pd.DataFrame, placed: Sheet) -> pd.DataFrame:
    """The voices with a level, each with its place beside the others in the same cell."""
    order = list(VOICE_LOOKS)
    rows = placed.rows[["text", "line"]].rename(columns={"text": "topic"})
    marks = said[said["level"].notna()].merge(rows, on="topic")
    marks = marks.sort_values("voice", key=lambda column: column.map(order.index), kind="stable")
    cell = marks.groupby(["topic", "level"])["voice"]
    return marks.assign(beside=(cell.cumcount() - (cell.transform("size") - 1) / 2) * _MARK_TO_MARK)


def _voice_layers(rows: pd.DataFrame, placed: Sheet, voice: str, beside: float) -> list[alt.Chart]:
    look, letter = VOICE_LOOKS[voice], LETTERS[voice]
    place = alt.Chart(rows).encode(x=at("level"), y=pixels_down("line", placed.height))
    mark: alt.Chart = place.mark_point(
        shape=look.shape,
        size=letter.size,
        fill=look.colour,
        stroke=PAPER,
        strokeWidth=1.5,
        opacity=1,
        xOffset=beside,
    ).encode(
        tooltip=[
            alt.Tooltip("topic:N", title="onderwerp"),
            alt.Tooltip("label:N", title="stem"),
            alt.Tooltip("answer:N", title="niveau"),
        ]
    )
    written: alt.Chart = place.mark_text(
        text=letter.letter,
        color=letter.ink,
        fontSize=SMALL_TEXT_SIZE,
        fontWeight="bold",
        xOffset=beside,
        dy=letter.down,
    )
    return [mark, written]
