"""Several voices on the same statements: each voice with its own mark on the line."""

from collections.abc import Hashable, Sequence
from typing import Any, Literal

import altair as alt
import pandas as pd

from ibreflect.charts.mark_key import Named, key_height, key_layers
from ibreflect.charts.statement_rows import Sheet, Space, at, row_layers, sheet, words_layer
from ibreflect.charts.style import (
    FIT_WIDTH,
    INK,
    PAPER,
    QUIET_INK,
    SMALL_TEXT_SIZE,
    Look,
    on_paper,
    padding,
    pixels_down,
    styled,
)
from ibreflect.model.numbers import one_decimal

COORDINATOR, SCHOOL_LEADER, TEAM = "iber", "schoolleider", "team"
VOICE_LOOKS = {
    COORDINATOR: Look(INK, "circle", ""),
    SCHOOL_LEADER: Look("#9b2f77", "triangle-up", ""),
    TEAM: Look("#998700", "square", ""),
}
"""The voices from top to bottom, where their marks would lie on each other."""

_SPACE = Space(text_to_line=26, line_to_next=34)
_LANE = 13
_TOUCHING = 0.25
"""Values this close have marks that touch on a phone, where a step is 68 pixels."""
_NUMBER_WIDE = 0.6
"""So many steps beside a mark its number takes on a phone."""
_RANGE = "#8c8c8c"


def voice_dots(
    voices: pd.DataFrame,
    *,
    words: Sequence[str],
    width: int | Literal["container"] = "container",
) -> alt.LayerChart:
    """Draw one row for each statement, in the order given, with a mark for each voice.

    `voices` has one row for each statement and voice: item (id), text (the statement), voice
    ("iber", "schoolleider" or "team"), label (its name in the key), value (1..5, for the team a
    mean; NaN is not drawn) and wished (what is wanted, 1..5 or NaN). `words` are the five words of
    the scale. `width` is the width of the whole figure in pixels, or "container"; the height
    follows from the statements.
    """
    voices = voices.astype({"value": float, "wished": float})
    key = _key(voices)
    statements = voices[["item", "text"]].drop_duplicates("item")
    placed = sheet(statements, words, _SPACE._replace(above=key_height(key)))
    marks = _marks(voices, placed)
    layers = [
        *key_layers(key),
        *row_layers(placed),
        words_layer(words, placed),
        _range_layer(marks, placed),
        *_wish_layers(marks, placed),
        _mark_layer(marks[marks["value"].notna()], "value", placed, filled=True),
        *_number_layers(marks, placed),
    ]
    return styled(
        alt.LayerChart(
            layer=layers, width=width, height=placed.height, autosize=FIT_WIDTH, padding=padding(0)
        )
    )


def _key(voices: pd.DataFrame) -> list[Named]:
    labels = voices.drop_duplicates("voice").set_index("voice")["label"]
    key = [
        Named(labels[voice], look.colour, look.shape)
        for voice, look in VOICE_LOOKS.items()
        if voice in labels
    ]
    if voices["wished"].notna().any():
        key.append(Named("open teken: gewenst", QUIET_INK, filled=False))
    return key


def _marks(voices: pd.DataFrame, placed: Sheet) -> pd.DataFrame:
    """The voices in the order of `VOICE_LOOKS`, with their look and the pixels down of their mark.

    Marks keep to the line as long as they do not touch; with wishes each voice has its own lane.
    """
    order = list(VOICE_LOOKS)
    marks = voices.merge(placed.rows[["item", "line"]], on="item")
    marks = marks.sort_values("voice", key=lambda column: column.map(order.index), kind="stable")
    lanes = marks.groupby("item")["value"].transform(_lanes)
    if marks["wished"].notna().any():
        lanes = marks["voice"].map(order.index) - (len(order) - 1) / 2
    return marks.assign(
        y=marks["line"] + _LANE * lanes.astype(float),
        colour=[VOICE_LOOKS[voice].colour for voice in marks["voice"]],
        shape=[VOICE_LOOKS[voice].shape for voice in marks["voice"]],
        written=[one_decimal(value) for value in marks["value"]],
    )


def _lanes(values: pd.Series) -> list[float]:
    """How many lanes down each mark of one statement moves, so that touching marks lie apart."""
    lanes = []
    for place, value in enumerate(values):
        near = [other for other, each in enumerate(values) if abs(each - value) < _TOUCHING]
        lanes.append(sum(other < place for other in near) - (len(near) - 1) / 2)
    return lanes


def _range_layer(marks: pd.DataFrame, placed: Sheet) -> alt.Chart:
    """A line from the lowest to the highest voice."""
    ranges = marks.groupby(["item", "line"])["value"].agg(["min", "max"]).reset_index()
    chart: alt.Chart = (
        alt.Chart(ranges[ranges["min"] < ranges["max"]])
        .mark_rule(color=_RANGE, strokeWidth=3)
        .encode(x=at("min"), x2="max:Q", y=pixels_down("line", placed.height))
    )
    return chart


def _wish_layers(marks: pd.DataFrame, placed: Sheet) -> list[alt.Chart]:
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
    return [links, _mark_layer(wished, "wished", placed, filled=False)]


def _mark_layer(marks: pd.DataFrame, field: str, placed: Sheet, *, filled: bool) -> alt.Chart:
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
            tooltip=[
                alt.Tooltip("text:N", title="stelling"),
                alt.Tooltip("label:N", title="stem"),
            ],
        )
    )
    return chart


def _number_layers(marks: pd.DataFrame, placed: Sheet) -> list[alt.Chart]:
    """The mean of the team beside its mark, on a side where no other mark is."""
    team = marks[(marks["voice"] == TEAM) & marks["value"].notna()]
    sides = [_free_side(row, marks) for row in team.to_dict("records")]
    numbers = team.assign(side=pd.Series(sides, index=team.index, dtype=object))
    after, before = (
        alt.Chart(numbers[numbers["side"] == side]).encode(
            x=at("value"), y=pixels_down("y", placed.height), text="written:N"
        )
        for side in ("after", "before")
    )
    return [
        *on_paper(after, align="left", dx=10, fontSize=SMALL_TEXT_SIZE),
        *on_paper(before, align="right", dx=-10, fontSize=SMALL_TEXT_SIZE),
    ]


def _free_side(team: dict[Hashable, Any], marks: pd.DataFrame) -> str:
    """Where the number of the team fits: 'after' its mark, 'before' it, or nowhere ('')."""
    others = marks[marks["item"] == team["item"]]
    beside = pd.concat([others["value"], others["wished"]]) - team["value"]
    if not beside.between(0, _NUMBER_WIDE, inclusive="right").any():
        return "after"
    return "" if beside.between(-_NUMBER_WIDE, 0, inclusive="left").any() else "before"
