"""What marks stand for: each mark with its name, in a line at the top of a figure."""

from collections.abc import Sequence
from typing import NamedTuple

import altair as alt
import pandas as pd

from ibreflect.charts.style import INK, LINE_HEIGHT, PAPER, SMALL_TEXT_SIZE

_PIXELS_WIDE = 330
"""What fits on a phone of 375 pixels."""
_PIXELS_A_CHARACTER = 6.4
_MARK_TO_NAME = 13
_NAME_TO_MARK = 18
_LINE = LINE_HEIGHT + 4
_BELOW = 8


class Named(NamedTuple):
    """A mark and its name. `sign` is a character that stands in place of a shape."""

    name: str
    colour: str = INK
    shape: str = "circle"
    filled: bool = True
    sign: str = ""


def key_height(key: Sequence[Named]) -> float:
    """How many pixels the key takes from the top; 0 without marks."""
    rows = _placed(key)
    return float(rows["y"].max()) + _LINE / 2 + _BELOW if len(rows) else 0


def key_layers(key: Sequence[Named]) -> list[alt.Chart]:
    """The marks with their names at the top left, on as many lines as a phone needs."""
    if not key:
        return []
    placed = alt.Chart(_placed(key)).encode(
        x=alt.X("x:Q", axis=None, scale=None), y=alt.Y("y:Q", axis=None, scale=None)
    )
    shape = alt.Shape("shape:N", scale=None)
    stroke = alt.Stroke("colour:N", scale=None)
    marks: alt.Chart = (
        placed.transform_filter("datum.sign == ''")
        .mark_point(size=110, opacity=1, strokeWidth=1.75)
        .encode(shape=shape, stroke=stroke, fill=alt.Fill("fill:N", scale=None))
    )
    signs: alt.Chart = placed.mark_text(fontWeight="bold", fontSize=17).encode(text="sign:N")
    names: alt.Chart = placed.mark_text(
        align="left", dx=_MARK_TO_NAME, fontSize=SMALL_TEXT_SIZE
    ).encode(text="name:N")
    return [marks, signs, names]


def _placed(key: Sequence[Named]) -> pd.DataFrame:
    """The entries with the pixels across (`x`) and down (`y`) of their marks."""
    rows: list[dict[str, object]] = []
    x, y = 8.0, _LINE / 2
    for entry in key:
        wide = _MARK_TO_NAME + _PIXELS_A_CHARACTER * len(entry.name)
        if rows and x + wide > _PIXELS_WIDE:
            x, y = 8.0, y + _LINE
        fill = entry.colour if entry.filled else PAPER
        rows.append({**entry._asdict(), "fill": fill, "x": x, "y": y})
        x += wide + _NAME_TO_MARK
    return pd.DataFrame(rows)
