"""Who may decide what, for one role: topics down, levels across, a mark for each voice."""

from collections.abc import Sequence
from typing import Literal

import altair as alt
import pandas as pd

from ibreflect.charts.mandate_marks import LETTERS, mark_layers
from ibreflect.charts.mark_key import Named, key_height, key_layers
from ibreflect.charts.statement_rows import Sheet, Space, at, sheet, words_layer
from ibreflect.charts.style import (
    FIT_WIDTH,
    HAIRLINE,
    INK,
    LINE_HEIGHT,
    PAPER,
    QUIET_INK,
    SMALL_TEXT_SIZE,
    padding,
    pixels_down,
    styled,
    wrapped,
)
from ibreflect.charts.voice_dots import VOICE_LOOKS

_NOTE_CHARACTERS = 52
"""In one line below the cells: what fits on a phone of 375 pixels."""
_HALF_CELL = 17
_FRAME = 2
_GAP = 8
_HALF_WIDE = 0.47
"""Half a cell across, where a step of the scale is 1."""
_ROW_THAT_DIFFERS = "#e9e6ee"
_THIN_BAR, _THICK_BAR = 4, 9


def mandate_matrix(
    said: pd.DataFrame,
    *,
    words: Sequence[str],
    width: int | Literal["container"] = "container",
) -> alt.LayerChart:
    """Draw one row for each topic, in the order given.

    `said` has one row for each topic and voice: topic (its text), voice ("iber", "schoolleider" or
    "team"), label (its name in the key), level (1..5, or NaN without one), answer (in words, also
    why there is no level), and the same in every row of a topic: agreed (1..5 or NaN) and differs
    (whether there is a difference to talk about). `words` are the five words of the levels. `width`
    is the width of the whole figure in pixels, or "container"; the height follows from the topics.
    """
    said = said.astype({"level": float, "agreed": float})
    key, topics = _key(said), _topics(said)
    placed = sheet(topics, words, _space(key_height(key), topics))
    layers = [
        _band_layer(placed),
        *key_layers(key),
        *_text_layers(placed),
        words_layer(words, placed),
        _cell_layer(placed),
        _agreed_layer(placed),
        _bar_layer(placed),
        *mark_layers(said, placed),
    ]
    return styled(
        alt.LayerChart(
            layer=layers, width=width, height=placed.height, autosize=FIT_WIDTH, padding=padding(0)
        )
    )


def _key(said: pd.DataFrame) -> list[Named]:
    labels = said.drop_duplicates("voice").set_index("voice")["label"]
    key = [
        Named(f"{LETTERS[voice].letter} = {labels[voice]}", look.colour, look.shape)
        for voice, look in VOICE_LOOKS.items()
        if voice in labels
    ]
    if said["agreed"].notna().any():
        key.append(Named("kader = afgesproken", INK, "square", filled=False))
    return key


def _topics(said: pd.DataFrame) -> pd.DataFrame:
    """One row per topic: text, low and high level, agreed level, and a note of who names none."""
    rows = [
        (
            topic,
            voices["level"].min(),
            voices["level"].max(),
            voices["agreed"].max(),
            voices["differs"].any(),
            _note(voices[voices["level"].isna()]),
        )
        for topic, voices in said.groupby("topic", sort=False)
    ]
    return pd.DataFrame(rows, columns=["text", "low", "high", "agreed", "differs", "note"])


def _note(without_level: pd.DataFrame) -> str:
    said = zip(without_level["label"], without_level["answer"], strict=True)
    parts = [f"{label}: {answer}" for label, answer in said]
    return wrapped(", ".join(parts), _NOTE_CHARACTERS) if parts else ""


def _space(above: float, topics: pd.DataFrame) -> Space:
    lines = max((note.count("\n") + 1 for note in topics["note"] if note), default=0)
    below = _HALF_CELL + LINE_HEIGHT * lines + 2 * _GAP
    return Space(above=above, text_to_line=_HALF_CELL + 6, line_to_next=below)


def _band_layer(placed: Sheet) -> alt.Chart:
    """A darker band behind the topics about which voices differ."""
    rows = placed.rows[_differs(placed)]
    note = [LINE_HEIGHT * (text.count("\n") + 1) if text else 0 for text in rows["note"]]
    end = rows["line"] + _HALF_CELL + _GAP - 3 + note
    rows = rows.assign(start=rows["top"] - _GAP + 2, end=end)
    chart: alt.Chart = (
        alt.Chart(rows)
        .mark_rect(color=_ROW_THAT_DIFFERS)
        .encode(
            x=alt.value(0),
            x2=alt.value("width"),
            y=pixels_down("start", placed.height),
            y2="end:Q",
        )
    )
    return chart


def _text_layers(placed: Sheet) -> list[alt.Chart]:
    """The topics, heavy where voices differ, and below the cells who names no level."""
    differs = _differs(placed)
    heavy, plain = placed.rows[differs], placed.rows[~differs]
    notes = placed.rows.assign(below=placed.rows["line"] + _HALF_CELL + 4)
    quiet: alt.Chart = (
        alt.Chart(notes[notes["note"] != ""])
        .mark_text(
            align="left",
            baseline="top",
            color=QUIET_INK,
            fontSize=SMALL_TEXT_SIZE,
            fontStyle="italic",
            lineHeight=LINE_HEIGHT,
        )
        .encode(x=alt.value(4), y=pixels_down("below", placed.height), text="note:N")
    )
    return [_topic_layer(heavy, placed, "bold"), _topic_layer(plain, placed, "normal"), quiet]


def _differs(placed: Sheet) -> pd.Series:
    """Which topics voices differ about; a sheet without topics has no type of its own."""
    return placed.rows["differs"].astype(bool)


def _topic_layer(rows: pd.DataFrame, placed: Sheet, weight: Literal["bold", "normal"]) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(rows)
        .mark_text(align="left", baseline="top", lineHeight=LINE_HEIGHT, fontWeight=weight)
        .encode(x=alt.value(4), y=pixels_down("top", placed.height), text="wrapped:N")
    )
    return chart


def _cell_layer(placed: Sheet) -> alt.Chart:
    cells = placed.rows[["line"]].merge(pd.DataFrame({"step": range(1, 6)}), how="cross")
    chart: alt.Chart = _rectangles(cells, placed, inset=0).mark_rect(fill=PAPER, stroke=HAIRLINE)
    return chart


def _agreed_layer(placed: Sheet) -> alt.Chart:
    """A heavy open frame around the level that was agreed."""
    rows = placed.rows[placed.rows["agreed"].notna()].assign(step=placed.rows["agreed"])
    chart: alt.Chart = _rectangles(rows, placed, inset=_FRAME).mark_rect(
        fill=None, stroke=INK, strokeWidth=3, cornerRadius=3
    )
    return chart


def _rectangles(rows: pd.DataFrame, placed: Sheet, *, inset: int) -> alt.Chart:
    """Cells at the column `step` and the pixels `line`, not marked yet."""
    corners = rows.assign(
        left=rows["step"] - _HALF_WIDE,
        right=rows["step"] + _HALF_WIDE,
        start=rows["line"] - _HALF_CELL + inset,
        end=rows["line"] + _HALF_CELL - inset,
    )
    chart: alt.Chart = alt.Chart(corners).encode(
        x=at("left"), x2="right:Q", y=pixels_down("start", placed.height), y2="end:Q"
    )
    return chart


def _bar_layer(placed: Sheet) -> alt.Chart:
    """A bar from the lowest to the highest voice, thicker from two levels on."""
    rows = placed.rows[placed.rows["low"] < placed.rows["high"]]
    thick = [_THICK_BAR if gap > 1 else _THIN_BAR for gap in rows["high"] - rows["low"]]
    chart: alt.Chart = (
        alt.Chart(rows.assign(thick=thick))
        .mark_rule(color=INK)
        .encode(
            x=at("low"),
            x2="high:Q",
            y=pixels_down("line", placed.height),
            strokeWidth=alt.StrokeWidth("thick:Q", scale=None),
        )
    )
    return chart
