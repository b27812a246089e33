"""The answers to the statements of one scale: each statement with a dot on its own line."""

from collections.abc import Sequence
from typing import Literal

import altair as alt
import pandas as pd

from ibreflect.charts import wish_marks
from ibreflect.charts.mark_key import key_height, key_layers
from ibreflect.charts.statement_rows import (
    Sheet,
    Space,
    at,
    at_step,
    row_layers,
    sheet,
    words_layer,
)
from ibreflect.charts.style import FIT_WIDTH, Look, look_of, on_paper, padding, pixels_down, styled
from ibreflect.model.role import Role

_LABEL_LEFT_FROM = 3.5


def item_dots(
    items: pd.DataFrame,
    *,
    words: Sequence[str],
    role: Role | None,
    width: int | Literal["container"] = "container",
) -> alt.LayerChart:
    """Draw one row for each statement, in the order given.

    `items` has the columns item (id), text (the statement), value (1..5 or NaN) and answer (the
    words beside the dot or, without a value, in place of it). It may also have what is wanted:
    wished (1..5 on the same scale, or NaN), or wish ("minder", "zo houden", "meer" or ""); then the
    words stand below the line, with the wish. `words` are the five words of the scale; `role` gives
    colour and shape, None a neutral look. `width` is the width of the whole figure in pixels, or
    "container"; the height follows from the statements.
    """
    items, look = items.astype({"value": float}), look_of(role)
    if wish_marks.has_wishes(items):
        placed, layers = _with_wishes(items, words, look)
    else:
        placed = sheet(items, words, Space())
        layers = [
            *row_layers(placed),
            words_layer(words, placed),
            _dot_layer(placed, look),
            *_answer_layers(placed),
        ]
    return styled(
        alt.LayerChart(
            layer=layers, width=width, height=placed.height, autosize=FIT_WIDTH, padding=padding(0)
        )
    )


def _with_wishes(
    items: pd.DataFrame, words: Sequence[str], look: Look
) -> tuple[Sheet, list[alt.Chart]]:
    key = wish_marks.wish_key(items, look)
    wanted = wish_marks.with_wishes(items, words)
    space = Space(above=key_height(key), line_to_next=wish_marks.line_to_next(wanted))
    placed = sheet(wanted, words, space)
    return placed, [
        *key_layers(key),
        *row_layers(placed),
        words_layer(words, placed),
        *wish_marks.open_mark_layers(placed, look),
        _dot_layer(placed, look),
        *wish_marks.direction_layers(placed),
        *wish_marks.label_layers(placed),
    ]


def _dot_layer(placed: Sheet, look: Look) -> alt.Chart:
    answer = "label" if "label" in placed.rows else "answer"
    chart: alt.Chart = (
        alt.Chart(placed.rows[placed.rows["value"].notna()])
        .mark_point(filled=True, size=150, opacity=1, color=look.colour, shape=look.shape)
        .encode(
            x=at("value"),
            y=pixels_down("line", placed.height),
            tooltip=[
                alt.Tooltip("text:N", title="stelling"),
                alt.Tooltip(f"{answer}:N", title="antwoord"),
            ],
        )
    )
    return chart


def _answer_layers(placed: Sheet) -> list[alt.Chart]:
    """The answer beside its dot, on the roomy side; what is no answer starts the line."""
    rows, height = placed.rows, placed.height
    after = rows[rows["value"] < _LABEL_LEFT_FROM]
    before = rows[rows["value"] >= _LABEL_LEFT_FROM]
    missing = rows[rows["value"].isna()]
    beside = at("value")
    return [
        *on_paper(_answers(after, beside, height), align="left", dx=12),
        *on_paper(_answers(before, beside, height), align="right", dx=-12),
        *on_paper(_answers(missing, at_step(1), height), align="left", fontStyle="italic"),
    ]


def _answers(rows: pd.DataFrame, x: alt.X | alt.XDatum, height: float) -> alt.Chart:
    chart: alt.Chart = alt.Chart(rows).encode(x=x, y=pixels_down("line", height), text="answer:N")
    return chart
