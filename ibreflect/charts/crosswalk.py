"""A second lens beside the three roles: each scale with a mark below every role it belongs to."""

from typing import Literal

import altair as alt
import pandas as pd

from ibreflect.charts.mark_key import Named, key_height, key_layers
from ibreflect.charts.style import (
    FIT_WIDTH,
    HAIRLINE,
    LINE_HEIGHT,
    PAPER,
    QUIET_INK,
    SMALL_TEXT_SIZE,
    look_of,
    padding,
    pixels_down,
    styled,
)
from ibreflect.model.crosswalk import Column, Strength
from ibreflect.model.numbers import DASH

_HEADS = {
    Column.LEARNING_COORDINATOR: "leer-\ncoördinator",
    Column.TREND_ANALYST: "trend-\nanalist",
    Column.CARE_DIRECTOR: "zorg-\nregisseur",
    Column.OVERLAP: "waar rollen\nsamenkomen",
}
"""On lines short enough for a quarter of a phone screen."""
_KEY = (
    Named("vol: sterk verwant", QUIET_INK),
    Named("open: licht verwant", QUIET_INK, filled=False),
)
_HEAD = 2 * LINE_HEIGHT + 10
_TITLE_TO_MARK = 28
_ROW = 60
_ACROSS = alt.Scale(domain=[0.5, len(Column) + 0.5], nice=False, zero=False)


def crosswalk(
    cells: pd.DataFrame, *, width: int | Literal["container"] = "container"
) -> alt.LayerChart:
    """Draw one row for each scale, in the order given, with a column for each role.

    `cells` has one row for each scale and column: row (the title of the scale), column (a role id
    or "overlap") and strength ("sterk", "licht" or ""). `width` is the width of the whole figure in
    pixels, or "container"; the height follows from the rows.
    """
    top = key_height(_KEY) + _HEAD
    drawn = _placed(cells, top)
    height = top + _ROW * drawn["row"].nunique()
    layers = [*key_layers(_KEY), _head_layer(), *_row_layers(drawn, height)]
    return styled(
        alt.LayerChart(
            layer=layers, width=width, height=height, autosize=FIT_WIDTH, padding=padding(0)
        )
    )


def _placed(cells: pd.DataFrame, top: float) -> pd.DataFrame:
    """The cells with their look, the place of their column, and the pixels down of row and mark."""
    looks = [look_of(Column(column).role) for column in cells["column"]]
    colours = [look.colour for look in looks]
    strong = cells["strength"] == Strength.STRONG
    tops = top + _ROW * pd.factorize(cells["row"])[0]
    return cells.assign(
        place=[list(Column).index(Column(column)) + 1 for column in cells["column"]],
        colour=colours,
        fill=pd.Series(colours, index=cells.index, dtype=object).where(strong, PAPER),
        shape=[look.shape for look in looks],
        top=tops,
        mark=tops + _TITLE_TO_MARK + LINE_HEIGHT / 2,
        none=DASH,
    )


def _head_layer() -> alt.Chart:
    heads = pd.DataFrame({"place": range(1, len(Column) + 1), "head": _HEADS.values()})
    chart: alt.Chart = (
        alt.Chart(heads)
        .mark_text(
            baseline="top", fontSize=SMALL_TEXT_SIZE, color=QUIET_INK, lineHeight=LINE_HEIGHT - 2
        )
        .encode(x=_across(), y=alt.value(key_height(_KEY)), text="head:N")
    )
    return chart


def _row_layers(drawn: pd.DataFrame, height: float) -> list[alt.Chart]:
    """A line above each row, its title, and its marks; a dash where nothing belongs."""
    rows = alt.Chart(drawn.drop_duplicates("row"))
    lines: alt.Chart = rows.mark_rule(color=HAIRLINE).encode(
        x=alt.value(0), x2=alt.value("width"), y=pixels_down("top", height)
    )
    titles: alt.Chart = rows.mark_text(align="left", baseline="top", dy=8).encode(
        x=alt.value(1), y=pixels_down("top", height), text="row:N"
    )
    marked = drawn["strength"] != ""
    marks: alt.Chart = (
        alt.Chart(drawn[marked])
        .mark_point(size=150, opacity=1, strokeWidth=2)
        .encode(
            x=_across(),
            y=pixels_down("mark", height),
            shape=alt.Shape("shape:N", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            tooltip=[
                alt.Tooltip("row:N", title="onderdeel"),
                alt.Tooltip("strength:N", title="verwant"),
            ],
        )
    )
    dashes: alt.Chart = (
        alt.Chart(drawn[~marked])
        .mark_text(color=QUIET_INK)
        .encode(x=_across(), y=pixels_down("mark", height), text="none:N")
    )
    return [lines, titles, marks, dashes]


def _across() -> alt.X:
    return alt.X("place:Q", axis=None, scale=_ACROSS)
