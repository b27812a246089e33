"""Two scales as a plane: where somebody is, where they were, and which way they wish to go."""

from typing import Any

import altair as alt
import pandas as pd

from ibreflect.charts.plane_sheet import (
    BESIDE,
    HIGH,
    LOW,
    TEXT,
    Axes,
    at_x,
    at_y,
    sheet_layers,
)
from ibreflect.charts.style import (
    FIT_WIDTH,
    INK,
    OVERLAP_LOOK,
    PAPER,
    QUIET_INK,
    on_paper,
    padding,
    styled,
)
from ibreflect.model.numbers import one_decimal

_LENGTHS = {0: 0.0, 1: 0.5, 2: 0.8}
_NAME_ROOM = 1.7
"""Steps that the name of a round takes beside its dot."""
_NAME_LINE = 0.3
"""Steps between two names, so that they do not run into each other."""
_BELOW_DOT = 0.32
_MOST_NAMES = 4
_HEADS = {
    ("x", True): "triangle-right",
    ("x", False): "triangle-left",
    ("y", True): "triangle-up",
    ("y", False): "triangle-down",
}
_WORD_PLACES: dict[str, dict[str, Any]] = {
    "triangle-right": {"align": "right", "dx": 6, "dy": -15},
    "triangle-left": {"align": "left", "dx": -6, "dy": -15},
    "triangle-up": {"dy": -15},
    "triangle-down": {"dy": 15},
}


def plane(
    points: pd.DataFrame, arrows: pd.DataFrame, axes: Axes, *, width: int = 400
) -> alt.LayerChart:
    """Draw the rounds as dots, the last one with its error and with an arrow for each wish.

    `points` has one row per round, oldest first: round (its name), x and y (1..5 or NaN), x_low,
    x_high, y_low and y_high (the measurement error within 1..5). A round without x or y is left
    out. `arrows` has axis ("x" or "y"), step (-2, -1, 0, 1 or 2) and word (what is wished); they
    start at the last point and have one of two lengths. `width` is the width of the whole figure
    in pixels. No corner is coloured or praised: both scales may be used often or seldom.
    """
    placed = _placed(points)
    now = placed.tail(1)
    layers = [
        *sheet_layers(axes),
        _error_layer(now),
        *_name_layers(_named(placed)),
        *_earlier_layers(placed),
        *_arrow_layers(_aimed(arrows, now)),
        _now_layer(now),
    ]
    height = width - BESIDE
    return styled(
        alt.LayerChart(
            layer=layers, width=width, height=height, autosize=FIT_WIDTH, padding=padding(2)
        )
    )


def _placed(points: pd.DataFrame) -> pd.DataFrame:
    """The points that have a place, with their values written."""
    numbers = ["x", "y", "x_low", "x_high", "y_low", "y_high"]
    placed = points.astype(dict.fromkeys(numbers, float)).dropna(subset=["x", "y"])
    return placed.assign(
        x_written=[one_decimal(value) for value in placed["x"]],
        y_written=[one_decimal(value) for value in placed["y"]],
    )


def _named(placed: pd.DataFrame) -> pd.DataFrame:
    """The rounds that get a name, with the side it runs to and how high it stands.

    All of them, or with many the first and the last two. Names of earlier rounds run away from the
    last one; a name that would touch the one above it moves down.
    """
    few = placed if len(placed) <= _MOST_NAMES else placed.iloc[[0, -2, -1]]
    rows = few.to_dict("records")
    names = []
    for row in rows:
        last = row is rows[-1]
        no_room_left = row["x"] < LOW + _NAME_ROOM
        room_right = row["x"] < HIGH - _NAME_ROOM
        rightward = no_room_left or (room_right and row["x"] > rows[-1]["x"])
        level = row["y"] - (_BELOW_DOT if last else 0)
        names.append({**row, "last": last, "rightward": rightward, "level": level})
    lowest = {True: HIGH, False: HIGH}
    for name in sorted(names, key=lambda each: -each["level"]):
        name["level"] = min(name["level"], lowest[name["rightward"]])
        lowest[name["rightward"]] = name["level"] - _NAME_LINE
    return pd.DataFrame(names, columns=["round", "x", "last", "rightward", "level"])


def _aimed(arrows: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """The arrows with where they start and end and the shape of their head; none of step 0."""
    rows = []
    for here in now.to_dict("records"):
        for arrow in arrows[arrows["step"] != 0].to_dict("records"):
            axis, more = arrow["axis"], arrow["step"] > 0
            length = _LENGTHS[abs(arrow["step"])] * (1 if more else -1)
            rows.append(
                {
                    "axis": axis,
                    "word": arrow["word"],
                    "x": here["x"],
                    "y": here["y"],
                    "x_end": here["x"] + (length if axis == "x" else 0),
                    "y_end": here["y"] + (length if axis == "y" else 0),
                    "head": _HEADS[axis, more],
                }
            )
    columns = ["axis", "word", "x", "y", "x_end", "y_end", "head"]
    return pd.DataFrame(rows, columns=columns)


def _error_layer(now: pd.DataFrame) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(now)
        .mark_rect(color=OVERLAP_LOOK.colour, opacity=0.14)
        .encode(x=at_x("x_low"), x2="x_high:Q", y=at_y("y_low"), y2="y_high:Q")
    )
    return chart


def _earlier_layers(placed: pd.DataFrame) -> list[alt.Chart]:
    """The way from the first round to the last, with a small open dot for each earlier one."""
    way: alt.Chart = (
        alt.Chart(placed.assign(order=range(len(placed))))
        .mark_line(color=QUIET_INK, strokeWidth=1, strokeDash=[2, 3])
        .encode(x=at_x("x"), y=at_y("y"), order="order:Q")
    )
    dots: alt.Chart = (
        alt.Chart(placed.iloc[:-1])
        .mark_point(filled=True, size=45, opacity=1, color=PAPER, stroke=QUIET_INK)
        .encode(x=at_x("x"), y=at_y("y"), tooltip=_tooltip())
    )
    return [way, dots]


def _now_layer(now: pd.DataFrame) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(now)
        .mark_point(filled=True, size=150, opacity=1, color=OVERLAP_LOOK.colour, shape="circle")
        .encode(x=at_x("x"), y=at_y("y"), tooltip=_tooltip())
    )
    return chart


def _name_layers(named: pd.DataFrame) -> list[alt.Chart]:
    """The name of the last round in bold, those of earlier ones in quiet ink."""
    layers = []
    for (rightward, last), rounds in named.groupby(["rightward", "last"]):
        texts = alt.Chart(rounds).encode(x=at_x("x"), y=at_y("level"), text="round:N")
        layers += on_paper(
            texts,
            align="left" if rightward else "right",
            dx=9 if rightward else -9,
            fontSize=TEXT,
            fontWeight="bold" if last else "normal",
            color=INK if last else QUIET_INK,
        )
    return layers


def _arrow_layers(aimed: pd.DataFrame) -> list[alt.Chart]:
    shafts: alt.Chart = (
        alt.Chart(aimed)
        .mark_rule(color=OVERLAP_LOOK.colour, strokeWidth=2.5)
        .encode(x=at_x("x"), y=at_y("y"), x2="x_end:Q", y2="y_end:Q")
    )
    heads: alt.Chart = (
        alt.Chart(aimed)
        .mark_point(filled=True, size=130, opacity=1, color=OVERLAP_LOOK.colour)
        .encode(
            x=at_x("x_end"),
            y=at_y("y_end"),
            shape=alt.Shape("head:N", scale=None),
            tooltip="word:N",
        )
    )
    return [shafts, heads, *_wishes(aimed)]


def _wishes(aimed: pd.DataFrame) -> list[alt.Chart]:
    """The word of the wish at the head: above an arrow across, beyond the tip of an upright one."""
    layers = []
    for head, place in _WORD_PLACES.items():
        texts = alt.Chart(aimed[aimed["head"] == head]).encode(
            x=at_x("x_end"), y=at_y("y_end"), text="word:N"
        )
        layers += on_paper(texts, fontSize=TEXT, **place)
    return layers


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("round:N", title="meetronde"),
        alt.Tooltip("x_written:N", title="van links naar rechts"),
        alt.Tooltip("y_written:N", title="van onder naar boven"),
    ]
