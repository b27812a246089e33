"""What is written beside the marks of voices: numbers, and that a voice differs from the ib'er.

Every function gets the voices as `voice_marks` does, with the number to write (`written`, or "").
`step` is the width of one step of the scale in pixels; places are in steps, so that what has room
in a narrow figure has it in a wider one.
"""

from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from ibreflect.charts.statement_rows import Sheet, at
from ibreflect.charts.style import SMALL_TEXT_SIZE, on_paper, pixels_down

DIFFERENCE = "verschil in beeld"

_LEFT, _RIGHT = 0.5, 5.5
_MARK = 7.0
"""Pixels from the middle of a mark to just beyond its edge."""
_GAP = 4.0
_STUB = 14.0
"""Pixels of a line that stay in sight on both sides of the words on it."""
_PIXELS_A_CHARACTER = 6.4
_TEXT_HIGH = 12
_BELOW_LINE = 24
_ALIGN = {"after": "left", "before": "right", "middle": "center"}

_Row = dict[Hashable, Any]


class _Span(NamedTuple):
    """From where to where something lies across, in steps."""

    low: float
    high: float

    def touches(self, other: "_Span") -> bool:
        return self.low < other.high and other.low < self.high

    def on_sheet(self) -> bool:
        return self.low >= _LEFT and self.high <= _RIGHT


def on_line(marks: pd.DataFrame, step: float) -> pd.DataFrame:
    """Numbers beside the marks that have a free side, and below the line who differs."""
    texts = []
    for _, voices in marks.groupby("item", sort=False):
        rows = voices.to_dict("records")
        texts += [text for row in rows if row["written"] for text in _free_side(row, rows, step)]
        texts += [_below(row, step) for row in rows if row["differs"] and pd.notna(row["own"])]
    return _frame(texts)


def in_lanes(marks: pd.DataFrame, step: float) -> pd.DataFrame:
    """The number of each mark clear of its band, and that it differs where its lane has room."""
    texts = []
    for row in marks[marks["value"].notna()].to_dict("records"):
        taken = _taken(row, step)
        if row["written"]:
            side, span = _clear_of_band(row, step)
            texts.append(_text(row, side, span, row["written"]))
            taken.append(span)
        if row["differs"] and pd.notna(row["own"]):
            texts += _in_gap(row, taken, step)
    return _frame(texts)


def text_layers(texts: pd.DataFrame, placed: Sheet) -> list[alt.Chart]:
    """The texts, each on a strip of paper."""
    layers = []
    for side, align in _ALIGN.items():
        written = alt.Chart(texts[texts["side"] == side]).encode(
            x=at("x"), y=pixels_down("y", placed.height), text="written:N"
        )
        layers += on_paper(written, align=align, fontSize=SMALL_TEXT_SIZE)
    return layers


def _frame(texts: list[_Row]) -> pd.DataFrame:
    return pd.DataFrame(texts, columns=["item", "voice", "x", "y", "side", "written"])


def _text(row: _Row, side: str, span: _Span, written: str) -> _Row:
    across = {"after": span.low, "before": span.high, "middle": (span.low + span.high) / 2}
    return {
        "item": row["item"],
        "voice": row["voice"],
        "x": across[side],
        "y": row["y"],
        "side": side,
        "written": written,
    }


def _wide(text: str, step: float) -> float:
    return _PIXELS_A_CHARACTER * len(text) / step


def _hull(values: Iterable[float]) -> _Span:
    """The span of those values that are known."""
    known = [value for value in values if pd.notna(value)]
    return _Span(min(known), max(known))


def _around(value: float, pixels: float, step: float) -> _Span:
    return _Span(value - pixels / step, value + pixels / step)


def _beside(span: _Span, text: str, step: float) -> dict[str, _Span]:
    """Where a text would lie after and before a span."""
    gap, wide = _GAP / step, _wide(text, step)
    return {
        "after": _Span(span.high + gap, span.high + gap + wide),
        "before": _Span(span.low - gap - wide, span.low - gap),
    }


def _free_side(row: _Row, rows: list[_Row], step: float) -> list[_Row]:
    """The number beside its mark on the line, unless there is a mark on both sides."""
    others = [
        _around(each["value"], _MARK, step)
        for each in rows
        if each is not row and abs(each["y"] - row["y"]) < _TEXT_HIGH
    ]
    spans = _beside(_around(row["value"], _MARK, step), row["written"], step)
    return [
        _text(row, side, spans[side], row["written"])
        for side in _sides(row)
        if spans[side].on_sheet() and not any(spans[side].touches(other) for other in others)
    ][:1]


def _sides(row: _Row) -> list[str]:
    """The sides of a mark, first the one away from the ib'er, where no line between them runs."""
    return ["before", "after"] if row["own"] > row["value"] else ["after", "before"]


def _below(row: _Row, step: float) -> _Row:
    """The words below the heavy line, in its middle as far as the sheet allows."""
    half = _wide(DIFFERENCE, step) / 2
    middle = min(max((row["own"] + row["value"]) / 2, _LEFT + half), _RIGHT - half)
    lowered = {**row, "y": row["line"] + _BELOW_LINE}
    return _text(lowered, "middle", _Span(middle - half, middle + half), DIFFERENCE)


def _taken(row: _Row, step: float) -> list[_Span]:
    """What lies in the lane of a voice, besides what is written and the line from the ib'er."""
    mark = _around(row["value"], _MARK, step)
    across = [row[each] for each in ("low", "high", "band_low", "band_high", "wished")]
    taken = [_hull([*mark, *across])]
    if pd.notna(row["own"]):
        taken.append(_around(row["own"], _GAP, step))
    return taken


def _clear_of_band(row: _Row, step: float) -> tuple[str, _Span]:
    """Where the number stands: as near to its mark as it covers no end of a whisker or line.

    The first choice is the side away from the ib'er; the last is on the whisker.
    """
    mark = _around(row["value"], _MARK, step)
    near = _hull([*mark, row["band_low"], row["band_high"]])
    far = _hull([*near, row["low"], row["high"], row["wished"]])
    sides = _sides(row)
    ends = [
        _around(row[each], _GAP, step)
        for each in ("low", "high", "wished", "own")
        if pd.notna(row[each])
    ]
    places = [
        (side, _beside(span, row["written"], step)[side]) for span in (near, far) for side in sides
    ]
    on_sheet = [(side, span) for side, span in places if span.on_sheet()]
    free = [place for place in on_sheet if not any(place[1].touches(end) for end in ends)]
    return [*free, *on_sheet, *places][0]


def _in_gap(row: _Row, taken: list[_Span], step: float) -> list[_Row]:
    """The words on the heavy line, or beyond what lies in the lane, where they have room."""
    wide, gap, stub = _wide(DIFFERENCE, step), _GAP / step, _STUB / step
    line = _hull([row["own"], row["value"]])
    for low, high in _gaps(taken):
        on_line = line.low <= low and high <= line.high
        if on_line and high - low >= wide + 2 * stub:
            return [_text(row, "middle", _Span(low, high), DIFFERENCE)]
    for low, high in _gaps(taken):
        if not (line.low <= low and high <= line.high) and high - low >= wide + 2 * gap:
            start = low + gap if low >= line.low else high - gap - wide
            return [_text(row, "middle", _Span(start, start + wide), DIFFERENCE)]
    return []


def _gaps(taken: list[_Span]) -> list[_Span]:
    """The free spans of a lane, from left to right."""
    gaps, low = [], _LEFT
    for span in sorted(taken):
        gaps.append(_Span(low, span.low))
        low = max(low, span.high)
    return [*gaps, _Span(low, _RIGHT)]
