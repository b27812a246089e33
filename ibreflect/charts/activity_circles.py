"""Logged activities as three overlapping circles whose areas are true.

The area is all that speaks: fills only get darker where circles overlap, and a number is what was
counted, not what was drawn.
"""

import math
from collections.abc import Hashable
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from ibreflect.charts.mark_key import Named, key_height, key_layers
from ibreflect.charts.style import (
    INK,
    PAPER,
    QUIET_INK,
    ROLE_LOOKS,
    SMALL_TEXT_SIZE,
    on_paper,
    padding,
    pixels_across,
    pixels_down,
    styled,
)
from ibreflect.model.role import ROLE_NAMES, Role

_KEY = [
    Named(f"{ROLE_NAMES[role]} ({look.short})", look.colour, look.shape)
    for role, look in ROLE_LOOKS.items()
]
_LOWEST, _HIGHEST = 140.0, 300.0
"""Pixels between the top and the bottom of the circles; the lowest has room for all labels."""
_EDGE = 10.0
"""Pixels around the circles, for the marks on their outlines."""
_ASIDE = 96.0
"""Pixels at the right for the numbers that do not fit in their regions."""
_LINE = 19.0
_NUMBER = 15
_DIGIT = 8.4
_SMALL, _TINY, _BESIDE = 24.0, 6.0, 8.0
"""Pixels of radius below which a role's mark stands beside its circle, or is left out."""
_HOME = {
    Role.LEARNING_COORDINATOR: math.radians(210),
    Role.TREND_ANALYST: math.radians(330),
    Role.CARE_DIRECTOR: math.radians(90),
}
_TOOLTIP = [alt.Tooltip("name:N", title="gebied"), alt.Tooltip("written:N", title="aantal")]


class _Sheet(NamedTuple):
    """How large the sheet is, where the circles end, the pixels per unit and of the origin."""

    width: float
    height: float
    bottom: float
    scale: float
    across: float
    down: float


def activity_circles(drawn: pd.DataFrame, *, width: int = 330) -> alt.LayerChart:
    """Draw a true-to-area circle for each role, with the number of each region written in.

    `drawn` has one row for each region: region (role ids joined by "+"), name, value (>= 0), x, y
    and room (where its number goes and the room around it; NaN when it has no area), circle_x,
    circle_y and radius (of its role; NaN for an overlap or a role without activities). Lengths in
    one unit, y pointing down. `width` is in pixels. A number without room stands aside with a thin
    line; one of a region without area stands below.
    """
    placed = _written(drawn)
    sheet = _sheet(placed, width, aside=0)
    if len(_tight(_in_pixels(placed, sheet))):
        sheet = _sheet(placed, width, aside=_ASIDE)
    regions = _in_pixels(placed, sheet)
    layers = [
        *key_layers(_KEY),
        *_circle_layers(regions, sheet),
        *_aside_layers(_tight(regions), sheet),
        *_number_layers(regions[regions["fits"]], sheet),
        *_below_layers(placed, sheet),
    ]
    return styled(
        alt.LayerChart(layer=layers, width=width, height=sheet.height, padding=padding(0, 3))
    )


def _written(drawn: pd.DataFrame) -> pd.DataFrame:
    """With each number as it is written, and the abbreviation of each region."""
    return drawn.assign(
        written=[f"{round(value):,}".replace(",", ".") for value in drawn["value"]],
        short=[
            "+".join(look.short for role, look in ROLE_LOOKS.items() if role in region.split("+"))
            for region in drawn["region"]
        ],
    )


def _sheet(placed: pd.DataFrame, width: float, *, aside: float) -> _Sheet:
    """The largest circles that fit, below the key and with so many pixels free at the right."""
    circles = placed.dropna(subset="radius")
    left = (circles["circle_x"] - circles["radius"]).min()
    right = (circles["circle_x"] + circles["radius"]).max()
    high = (circles["circle_y"] - circles["radius"]).min()
    low = (circles["circle_y"] + circles["radius"]).max()
    room = width - aside - 2 * _EDGE
    scale = min(room / (right - left), _HIGHEST / (low - high))
    top = key_height(_KEY) + _EDGE
    bottom = top + max((low - high) * scale, _LOWEST) + _EDGE
    return _Sheet(
        width,
        bottom + _LINE * len(_hidden(placed)),
        bottom,
        scale,
        _EDGE + (room - (left + right) * scale) / 2,
        (top + bottom - _EDGE - (low + high) * scale) / 2,
    )


def _in_pixels(placed: pd.DataFrame, sheet: _Sheet) -> pd.DataFrame:
    """The places in pixels; `fits` tells whether a number has room in its region."""
    half = placed["written"].str.len() * _DIGIT / 2
    needed = (half**2 + (_NUMBER / 2) ** 2) ** 0.5
    return placed.assign(
        x=sheet.across + placed["x"] * sheet.scale,
        y=sheet.down + placed["y"] * sheet.scale,
        circle_x=sheet.across + placed["circle_x"] * sheet.scale,
        circle_y=sheet.down + placed["circle_y"] * sheet.scale,
        radius=placed["radius"] * sheet.scale,
        fits=placed["room"] * sheet.scale >= needed,
    )


def _circle_layers(regions: pd.DataFrame, sheet: _Sheet) -> list[alt.Chart]:
    """The circles, and the mark of each role on its outline, away from the other circles."""
    circles = regions.dropna(subset="radius")
    marks = [_mark(row, circles) for row in circles.to_dict("records")]
    circles = circles.assign(
        # Vega measures a symbol by the square around it.
        area=(2 * circles["radius"]) ** 2,
        colour=[ROLE_LOOKS[Role(region)].colour for region in circles["region"]],
        shape=[ROLE_LOOKS[Role(region)].shape for region in circles["region"]],
        mark_x=[x for x, _ in marks],
        mark_y=[y for _, y in marks],
    )
    discs: alt.Chart = (
        alt.Chart(circles)
        .mark_point(fill=INK, fillOpacity=0.08, opacity=1, strokeWidth=2.5)
        .encode(
            x=pixels_across("circle_x", sheet.width),
            y=pixels_down("circle_y", sheet.height),
            size=alt.Size("area:Q", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
        )
    )
    signs: alt.Chart = (
        alt.Chart(circles[circles["radius"] >= _TINY])
        .mark_point(size=190, opacity=1, stroke=PAPER, strokeWidth=1.5)
        .encode(
            x=pixels_across("mark_x", sheet.width),
            y=pixels_down("mark_y", sheet.height),
            fill=alt.Fill("colour:N", scale=None),
            shape=alt.Shape("shape:N", scale=None),
        )
    )
    return [discs, signs]


def _mark(circle: dict[Hashable, Any], circles: pd.DataFrame) -> tuple[float, float]:
    """Where the mark of a circle stands: on the side away from the other circles."""
    others = circles[circles["region"] != circle["region"]]
    away_x = circle["circle_x"] - others["circle_x"].mean()
    away_y = circle["circle_y"] - others["circle_y"].mean()
    angle = math.atan2(away_y, away_x)
    if not math.hypot(away_x, away_y) > 1:
        angle = _HOME[Role(circle["region"])]
    reach = circle["radius"] + (_BESIDE if circle["radius"] < _SMALL else 0)
    return (
        circle["circle_x"] + reach * math.cos(angle),
        circle["circle_y"] + reach * math.sin(angle),
    )


def _number_layers(regions: pd.DataFrame, sheet: _Sheet) -> list[alt.Chart]:
    numbers = alt.Chart(regions).encode(
        x=pixels_across("x", sheet.width),
        y=pixels_down("y", sheet.height),
        text="written:N",
        tooltip=_TOOLTIP,
    )
    return on_paper(numbers, fontSize=_NUMBER, fontWeight="bold")


def _tight(regions: pd.DataFrame) -> pd.DataFrame:
    """The regions with activities and an area, but without room for their number; topmost first."""
    tight = regions[regions["x"].notna() & ~regions["fits"] & (regions["value"] > 0)]
    return tight.sort_values("y", kind="stable")


def _aside_layers(tight: pd.DataFrame, sheet: _Sheet) -> list[alt.Chart]:
    """Each number with its region at the right, and a thin line to where it belongs."""
    placed = alt.Chart(
        tight.assign(
            aside=sheet.width - _ASIDE + _EDGE,
            text_y=_spread(list(tight["y"]), sheet.bottom - _LINE / 2),
            label=tight["short"] + " " + tight["written"],
        )
    ).encode(y=pixels_down("text_y", sheet.height))
    lines: alt.Chart = placed.mark_rule(color=INK, strokeWidth=1).encode(
        x=pixels_across("x", sheet.width),
        x2="aside:Q",
        y=pixels_down("y", sheet.height),
        y2="text_y:Q",
    )
    dots: alt.Chart = placed.mark_point(
        shape="circle", size=16, filled=True, color=INK, opacity=1
    ).encode(x=pixels_across("x", sheet.width), y=pixels_down("y", sheet.height))
    texts = placed.mark_text(align="left", dx=4, fontSize=SMALL_TEXT_SIZE, fontWeight="bold")
    labels: alt.Chart = texts.encode(
        x=pixels_across("aside", sheet.width), text="label:N", tooltip=_TOOLTIP
    )
    return [lines, dots, labels]


def _spread(wanted: list[float], bottom: float) -> list[float]:
    """Heights near the wanted ones (in order), a line apart and none below the bottom."""
    spread: list[float] = []
    for at in wanted:
        spread.append(max([at, *(above + _LINE for above in spread[-1:])]))
    lowest = range(len(spread) - 1, -1, -1)
    return [min(spread[at], bottom - _LINE * below) for below, at in enumerate(lowest)][::-1]


def _hidden(placed: pd.DataFrame) -> pd.DataFrame:
    """The regions with activities to which the circles leave no area."""
    return placed[placed["x"].isna() & (placed["value"] > 0)]


def _below_layers(placed: pd.DataFrame, sheet: _Sheet) -> list[alt.Chart]:
    """In words what three circles cannot show."""
    hidden = _hidden(placed)
    notes = hidden.assign(
        note="past niet in deze cirkels: " + hidden["short"] + " " + hidden["written"],
        note_y=[sheet.bottom + _LINE * (at + 0.5) for at in range(len(hidden))],
    )
    texts = alt.Chart(notes).mark_text(align="left", fontSize=SMALL_TEXT_SIZE, color=QUIET_INK)
    return [texts.encode(x=alt.value(2), y=pixels_down("note_y", sheet.height), text="note:N")]
