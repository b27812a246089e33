"""The answers to the statements of one scale: each statement with a dot on its own line."""

from collections.abc import Sequence
from typing import Literal

import altair as alt
import pandas as pd

from ibreflect.charts.style import (
    FIT_WIDTH,
    HAIRLINE,
    LINE_HEIGHT,
    QUIET_INK,
    SMALL_TEXT_SIZE,
    look_of,
    on_paper,
    padding,
    pixels_down,
    styled,
    wrapped,
    wrapped_words,
)
from ibreflect.model.role import Role

_CHARACTERS = 46
"""In one line of a statement: what fits on a phone of 375 pixels."""
_TOP = 2.0
_TEXT_TO_LINE = 15
_LINE_TO_NEXT = 28
_REPEAT_WORDS_FROM = 5
_LABEL_LEFT_FROM = 3.5
_FULL_SCALE = alt.Scale(domain=[0.5, 5.5], nice=False, zero=False)
"""Half a step beside the scale, so that its end words stay on the sheet."""


def item_dots(
    items: pd.DataFrame,
    *,
    words: Sequence[str],
    role: Role | None,
    width: int | Literal["container"] = "container",
) -> alt.LayerChart:
    """Draw one row for each statement, in the order given.

    `items` has the columns item (id), text (the statement), value (1..5 or NaN) and answer (the
    words beside the dot or, without a value, in place of it). `words` are the five words of the
    scale; `role` gives colour and shape, None a neutral look. `width` is the width of the whole
    figure in pixels, or "container"; the height follows from the statements.
    """
    head = LINE_HEIGHT * max(word.count("\n") + 1 for word in wrapped_words(words)) + 12
    rows = _placed(items, head)
    last = rows["line"].max() if len(rows) else head - _LINE_TO_NEXT
    heads = [_TOP, last + _LINE_TO_NEXT] if len(rows) >= _REPEAT_WORDS_FROM else [_TOP]
    height = max(last + _LINE_TO_NEXT, heads[-1] + head) - 8
    layers = [
        *_line_layers(rows, height),
        _words_layer(words, heads, height),
        _dot_layer(rows, role, height),
        *_answer_layers(rows, height),
    ]
    return styled(
        alt.LayerChart(
            layer=layers, width=width, height=height, autosize=FIT_WIDTH, padding=padding(0)
        )
    )


def _placed(items: pd.DataFrame, head: float) -> pd.DataFrame:
    """The items with the pixels down of their statement (`top`) and of their line (`line`)."""
    rows, top = [], head
    for row in items.to_dict("records"):
        text = wrapped(row["text"], _CHARACTERS)
        line = top + LINE_HEIGHT * (text.count("\n") + 1) + _TEXT_TO_LINE
        rows.append({**row, "wrapped": text, "top": top, "line": line})
        top = line + _LINE_TO_NEXT
    columns = ["item", "text", "value", "answer", "wrapped", "top", "line"]
    return pd.DataFrame(rows, columns=columns).astype({"value": float})


def _line_layers(rows: pd.DataFrame, height: float) -> list[alt.Chart]:
    """The statement, and below it its line with a stroke at each of the five steps."""
    steps = rows[["line"]].merge(pd.DataFrame({"step": range(1, 6)}), how="cross")
    on_line = pixels_down("line", height)
    statements: alt.Chart = (
        alt.Chart(rows)
        .mark_text(align="left", baseline="top", lineHeight=LINE_HEIGHT)
        .encode(x=alt.value(1), y=pixels_down("top", height), text="wrapped:N")
    )
    lines: alt.Chart = (
        alt.Chart(rows).mark_rule(color=HAIRLINE).encode(x=_at_step(1), x2=alt.datum(5), y=on_line)
    )
    ticks: alt.Chart = (
        alt.Chart(steps)
        .mark_tick(orient="vertical", size=9, thickness=1, color=HAIRLINE)
        .encode(x=_at("step"), y=on_line)
    )
    return [statements, lines, ticks]


def _words_layer(words: Sequence[str], heads: Sequence[float], height: float) -> alt.Chart:
    frame = pd.DataFrame({"step": range(1, 6), "word": wrapped_words(words)})
    chart: alt.Chart = (
        alt.Chart(frame.merge(pd.DataFrame({"top": heads}), how="cross"))
        .mark_text(
            baseline="top", fontSize=SMALL_TEXT_SIZE, color=QUIET_INK, lineHeight=LINE_HEIGHT - 2
        )
        .encode(x=_at("step"), y=pixels_down("top", height), text="word:N")
    )
    return chart


def _dot_layer(rows: pd.DataFrame, role: Role | None, height: float) -> alt.Chart:
    look = look_of(role)
    chart: alt.Chart = (
        alt.Chart(rows[rows["value"].notna()])
        .mark_point(filled=True, size=150, opacity=1, color=look.colour, shape=look.shape)
        .encode(
            x=_at("value"),
            y=pixels_down("line", height),
            tooltip=[
                alt.Tooltip("text:N", title="stelling"),
                alt.Tooltip("answer:N", title="antwoord"),
            ],
        )
    )
    return chart


def _answer_layers(rows: pd.DataFrame, height: float) -> list[alt.Chart]:
    """The answer beside its dot, on the roomy side; what is no answer starts the line."""
    after = rows[rows["value"] < _LABEL_LEFT_FROM]
    before = rows[rows["value"] >= _LABEL_LEFT_FROM]
    missing = rows[rows["value"].isna()]
    beside = _at("value")
    return [
        *on_paper(_answers(after, beside, height), align="left", dx=12),
        *on_paper(_answers(before, beside, height), align="right", dx=-12),
        *on_paper(_answers(missing, _at_step(1), height), align="left", fontStyle="italic"),
    ]


def _answers(rows: pd.DataFrame, x: alt.X | alt.XDatum, height: float) -> alt.Chart:
    chart: alt.Chart = alt.Chart(rows).encode(x=x, y=pixels_down("line", height), text="answer:N")
    return chart


def _at(field: str) -> alt.X:
    return alt.X(f"{field}:Q", axis=None, scale=_FULL_SCALE)


def _at_step(step: int) -> alt.XDatum:
    return alt.XDatum(step, type="quantitative", axis=None, scale=_FULL_SCALE)
