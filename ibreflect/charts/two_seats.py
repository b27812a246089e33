"""What two people answered apart: each point with a mark for either, and a line between them."""

import math
from collections.abc import Hashable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

import altair as alt
import pandas as pd

from ibreflect.charts.style import (
    FIT_WIDTH,
    INK,
    QUIET_INK,
    TEXT_SIZE,
    Look,
    on_paper,
    padding,
    pixels_down,
    styled,
    wrapped,
    wrapped_words,
)

OWNER_LOOK = Look("#0072B2", "circle", "")
PARTNER_LOOK = Look("#D55E00", "diamond", "")

_SMALLEST_TYPE = 12
_CHARACTERS = {TEXT_SIZE: 46}
"""In one line of a point at the usual size: what fits on a phone of 375 pixels."""
_CHARACTERS_LARGE = 56
_BESIDE = 0.13
"""Beside the scale, as a share of it, so that the words at its ends stay on the sheet."""
_NEAR_AN_END = 0.2
_X = alt.Scale(domain=[-_BESIDE, 1 + _BESIDE], nice=False, zero=False)
_SEATS: tuple[Literal["owner", "partner"], ...] = ("owner", "partner")


class _Sheet(NamedTuple):
    """Where everything stands, in pixels from the top, with text of `size` pixels."""

    rows: pd.DataFrame
    ticks: pd.DataFrame
    names: pd.DataFrame
    height: float
    size: int


def two_seats(
    points: pd.DataFrame,
    *,
    size: int = TEXT_SIZE,
    width: int | Literal["container"] = "container",
) -> alt.LayerChart:
    """Draw one row for each point, in the order given.

    `points` has the columns text, owner and partner (where each stands on the scale, from 0 for its
    first word to 1 for its last, or NaN), owner_label and partner_label (the words beside the
    marks), words (those of the scale, at equal steps) and differs (whether the line between the two
    is thick). `size` is that of the text in pixels, `width` that of the whole figure; the height
    follows.
    """
    sheet = _placed(points.astype({"owner": float, "partner": float}), size)
    layers = [
        *_row_layers(sheet),
        *_between(sheet),
        _marks(sheet, "partner", PARTNER_LOOK),
        _marks(sheet, "owner", OWNER_LOOK),
        *_names(sheet),
    ]
    return styled(
        alt.LayerChart(
            layer=layers, width=width, height=sheet.height, autosize=FIT_WIDTH, padding=padding(0)
        )
    )


def _placed(points: pd.DataFrame, size: int) -> _Sheet:
    line_height = _line_height(size)
    rows, ticks, names = [], [], []
    top = 0.0
    for row in points.to_dict("records"):
        text = wrapped(row["text"], _CHARACTERS.get(size, _CHARACTERS_LARGE))
        line = top + line_height * (text.count("\n") + 1) + 2.2 * line_height
        below = line + 2.1 * line_height
        words = wrapped_words(row["words"])
        rows.append({**row, "wrapped": text, "top": top, "line": line})
        ticks += [
            {"x": at / (len(words) - 1), "line": line, "below": below, "word": word}
            for at, word in enumerate(words)
        ]
        names += list(_named(row, line, line_height))
        top = below + line_height * max(word.count("\n") + 1 for word in words) + line_height
    return _Sheet(
        pd.DataFrame(rows, columns=[*points.columns, "wrapped", "top", "line"]),
        pd.DataFrame(ticks, columns=["x", "line", "below", "word"]),
        pd.DataFrame(names, columns=["x", "y", "name", "align"]),
        max(top, line_height),
        size,
    )


def _named(
    row: dict[Hashable, Any], line: float, line_height: float
) -> Iterator[dict[str, object]]:
    """The words beside the marks: the owner's above the line, the partner's below it."""
    for seat, away in zip(_SEATS, (-1.15 * line_height, 1.3 * line_height), strict=True):
        x = -_BESIDE if math.isnan(row[seat]) else row[seat]
        yield {"x": x, "y": line + away, "name": row[f"{seat}_label"], "align": _align(x)}


def _align(x: float) -> str:
    """Words at an end of the scale go inwards."""
    if x < _NEAR_AN_END:
        return "left"
    return "right" if x > 1 - _NEAR_AN_END else "center"


def _row_layers(sheet: _Sheet) -> list[alt.Chart]:
    """The point, its line with a stroke at each step, and the words of the scale below."""
    on_line = pixels_down("line", sheet.height)
    small = max(_SMALLEST_TYPE, sheet.size - 1)
    texts: alt.Chart = (
        alt.Chart(sheet.rows)
        .mark_text(
            align="left",
            baseline="top",
            fontSize=sheet.size,
            fontWeight="bold",
            lineHeight=_line_height(sheet.size),
        )
        .encode(x=alt.value(1), y=pixels_down("top", sheet.height), text="wrapped:N")
    )
    lines: alt.Chart = (
        alt.Chart(sheet.rows)
        .mark_rule(color=QUIET_INK)
        .encode(x=_at_end(0), x2=alt.datum(1), y=on_line)
    )
    strokes: alt.Chart = (
        alt.Chart(sheet.ticks)
        .mark_tick(orient="vertical", size=sheet.size * 0.7, thickness=1, color=QUIET_INK)
        .encode(x=_at("x"), y=on_line)
    )
    words: alt.Chart = (
        alt.Chart(sheet.ticks)
        .mark_text(baseline="top", fontSize=small, color=QUIET_INK, lineHeight=small * 1.15)
        .encode(x=_at("x"), y=pixels_down("below", sheet.height), text="word:N")
    )
    return [texts, lines, strokes, words]


def _between(sheet: _Sheet) -> list[alt.Chart]:
    """From one mark to the other; thick where the two are clearly apart."""
    whole = sheet.rows[sheet.rows["owner"].notna() & sheet.rows["partner"].notna()]
    differs = whole["differs"].astype(bool)
    return [
        _line(whole[differs], sheet, sheet.size / 2.6),
        _line(whole[~differs], sheet, sheet.size / 9),
    ]


def _line(rows: pd.DataFrame, sheet: _Sheet, thick: float) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(rows)
        .mark_rule(color=INK, strokeWidth=thick)
        .encode(x=_at("owner"), x2="partner:Q", y=pixels_down("line", sheet.height))
    )
    return chart


def _marks(sheet: _Sheet, seat: Literal["owner", "partner"], look: Look) -> alt.Chart:
    """The owner's mark is full, the partner's open and larger: at one place both are seen."""
    scale = (sheet.size / TEXT_SIZE) ** 2
    is_owner = seat == "owner"
    chart: alt.Chart = (
        alt.Chart(sheet.rows[sheet.rows[seat].notna()])
        .mark_point(
            shape=look.shape,
            size=(130 if is_owner else 480) * scale,
            stroke=look.colour,
            fill=look.colour if is_owner else "#ffffff",
            strokeWidth=2.5 * sheet.size / TEXT_SIZE,
            opacity=1,
        )
        .encode(
            x=_at(seat),
            y=pixels_down("line", sheet.height),
            tooltip=[
                alt.Tooltip("text:N", title="punt"),
                alt.Tooltip(f"{seat}_label:N", title="antwoord"),
            ],
        )
    )
    return chart


def _names(sheet: _Sheet) -> list[alt.Chart]:
    layers = []
    for align, rows in sheet.names.groupby("align", sort=True):
        placed = alt.Chart(rows).encode(x=_at("x"), y=pixels_down("y", sheet.height), text="name:N")
        layers += on_paper(placed, align=align, fontSize=max(_SMALLEST_TYPE, sheet.size))
    return layers


def _at(field: str) -> alt.X:
    return alt.X(f"{field}:Q", axis=None, scale=_X)


def _at_end(place: int) -> alt.XDatum:
    return alt.XDatum(place, type="quantitative", axis=None, scale=_X)


def _line_height(size: int) -> float:
    return size * 1.25


def share_of(step: int | None, words: Sequence[str]) -> float:
    """Where a step (from 1 on) stands on a scale of these words: 0 to 1; NaN without a step."""
    return math.nan if step is None else (step - 1) / (len(words) - 1)
