"""What somebody wants, beside what is there now: an open mark on the scale, or a direction."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from ibreflect.charts.mark_key import Named
from ibreflect.charts.statement_rows import Sheet, at, at_step
from ibreflect.charts.style import (
    LINE_HEIGHT,
    PAPER,
    SMALL_TEXT_SIZE,
    Look,
    on_paper,
    pixels_down,
    wrapped,
)
from ibreflect.model.questionnaire import DIRECTION_WORDS

SIGNS = dict(zip(DIRECTION_WORDS, ("←", "=", "→"), strict=True))
_SIGN_BESIDE = {"←": -17, "=": 16, "→": 17}
_CHARACTERS = 36
"""In one line of a label: what fits beside the first two steps on a phone of 375 pixels."""
_LINE_TO_LABEL = 13
_LABEL_TO_NEXT = 20
_LABEL_CENTRED_FROM, _LABEL_LEFT_FROM = 2.5, 3.5


def has_wishes(items: pd.DataFrame) -> bool:
    """Whether the items say what is wanted, in a column `wished` or `wish`."""
    return "wished" in items or "wish" in items


def with_wishes(items: pd.DataFrame, words: Sequence[str]) -> pd.DataFrame:
    """The items with both columns, and their `label`: the answer with the wish in words."""
    wished = items["wished"] if "wished" in items else pd.Series(index=items.index, dtype=float)
    complete = items.assign(wished=wished.astype(float), wish=items.get("wish", ""))
    labels = [
        _label(answer, wanted, wish, words)
        for answer, wanted, wish in zip(
            complete["answer"], complete["wished"], complete["wish"], strict=True
        )
    ]
    return complete.assign(label=pd.Series(labels, index=items.index, dtype=object))


def line_to_next(items: pd.DataFrame) -> int:
    """How many pixels below a line keep its label free from the next statement."""
    lines = max((label.count("\n") + 1 for label in items["label"]), default=1)
    return _LINE_TO_LABEL + LINE_HEIGHT * lines + _LABEL_TO_NEXT


def wish_key(items: pd.DataFrame, look: Look) -> list[Named]:
    """The marks to explain: now, and what is wanted."""
    key = [Named("nu", look.colour, look.shape)]
    if "wished" in items:
        key.append(Named("gewenst", look.colour, look.shape, filled=False))
    if "wish" in items:
        (less, sign), *others = SIGNS.items()
        key.append(Named(f"wens: {less}", sign=sign))
        key += [Named(word, sign=sign) for word, sign in others]
    return key


def open_mark_layers(sheet: Sheet, look: Look) -> list[alt.Chart]:
    """An open mark at the wanted value, joined to the mark at the value of now.

    Where both are the same, the open mark is a ring around the other one.
    """
    rows = sheet.rows[sheet.rows["wished"].notna()]
    rows = rows.assign(size=[380 if same else 150 for same in rows["wished"] == rows["value"]])
    y = pixels_down("line", sheet.height)
    links: alt.Chart = (
        alt.Chart(rows[rows["value"].notna()])
        .mark_rule(color=look.colour, strokeWidth=1.5)
        .encode(x=at("value"), x2="wished:Q", y=y)
    )
    marks: alt.Chart = (
        alt.Chart(rows)
        .mark_point(fill=PAPER, stroke=look.colour, strokeWidth=2, opacity=1, shape=look.shape)
        .encode(x=at("wished"), y=y, size=alt.Size("size:Q", scale=None))
    )
    return [links, marks]


def direction_layers(sheet: Sheet) -> list[alt.Chart]:
    """An arrow or an equals sign beside the mark of now."""
    rows = sheet.rows[sheet.rows["value"].notna()]
    signs = rows.assign(sign=rows["wish"].map(SIGNS))
    y = pixels_down("line", sheet.height)
    return [
        part
        for sign, beside in _SIGN_BESIDE.items()
        for part in on_paper(
            alt.Chart(signs[signs["sign"] == sign]).encode(x=at("value"), y=y, text="sign:N"),
            dx=beside,
            fontSize=19,
            fontWeight="bold",
        )
    ]


def label_layers(sheet: Sheet) -> list[alt.Chart]:
    """The answer and the wish in words, below the line and near the mark of now."""
    rows = sheet.rows.assign(below=sheet.rows["line"] + _LINE_TO_LABEL)
    value = rows["value"]
    early, late = value < _LABEL_CENTRED_FROM, value >= _LABEL_LEFT_FROM
    return [
        _labels(rows[early], at("value"), sheet.height, align="left", dx=-8),
        _labels(rows[~early & ~late & value.notna()], at("value"), sheet.height, align="center"),
        _labels(rows[late], at("value"), sheet.height, align="right", dx=8),
        _labels(rows[value.isna()], at_step(1), sheet.height, align="left", fontStyle="italic"),
    ]


def _labels(rows: pd.DataFrame, x: alt.X | alt.XDatum, height: float, **look: Any) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(rows)
        .mark_text(baseline="top", lineHeight=LINE_HEIGHT, fontSize=SMALL_TEXT_SIZE, **look)
        .encode(x=x, y=pixels_down("below", height), text="label:N")
    )
    return chart


def _label(answer: str, wished: float, wish: str, words: Sequence[str]) -> str:
    if pd.notna(wished):
        return wrapped(f"{answer}, gewenst: {words[round(wished) - 1]}", _CHARACTERS)
    return wrapped(f"{answer}, wens: {wish}" if wish else answer, _CHARACTERS)
