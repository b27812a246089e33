"""How one value developed over the rounds, with its error and what happened meanwhile."""

import json
import math
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

import altair as alt
import pandas as pd

from ibreflect.charts.style import (
    FIT_WIDTH,
    LINE_HEIGHT,
    QUIET_INK,
    SMALL_TEXT_SIZE,
    Look,
    look_of,
    on_paper,
    padding,
    styled,
    wrapped,
    wrapped_words,
)
from ibreflect.model.numbers import DASH, one_decimal
from ibreflect.model.role import Role

_STEP = 52
"""Pixels between two steps of the answer scale."""
_LOWEST = 0.75
_HIGHEST = 5.5
"""The full scale with room for a dot and its label beyond the end steps."""
_MARKER_CHARACTERS = 22
_ROUND_NAMES = 4
"""As many names of rounds as a phone has room for; the last round always keeps its name."""
_TOOLTIP = [
    alt.Tooltip("round:N", title="ronde"),
    alt.Tooltip("written:N", title="waarde"),
    alt.Tooltip("margin:N", title="meetfout"),
    alt.Tooltip("change:N", title="sinds de vorige ronde"),
]


def growth_line(
    points: pd.DataFrame,
    markers: pd.DataFrame,
    *,
    words: Sequence[str],
    role: Role | None,
    width: int | Literal["container"] = "container",
) -> alt.LayerChart:
    """Draw a value over the rounds: one line per school, which breaks where a round has no value.

    `points` has the columns position (0, 1, ... in order of time), round (its name), school (what
    tells schools apart), value (1..5 or NaN), low and high (the band of measurement error within
    1..5, or NaN) and verdict (the change since the round before in words, or None). `markers` has
    position (1.5 is halfway between the second and the third round) and text. `words` are the
    five words of the scale; `role` gives colour and shape, None a neutral look. `width` is the
    width of the whole figure in pixels, or "container".
    """
    shown = _shown(points)
    last = max(len(shown) - 1, 0)
    noted = _noted(markers, last)
    top = max([_HIGHEST, *noted["level"]])
    plane = _Plane(
        rounds=_round_axis(list(shown["round"])),
        across=_across(noted, last),
        words=_word_axis(words),
        up=alt.Scale(domain=[_LOWEST, top], nice=False, zero=False),
    )
    layers = [
        *_marker_layers(noted, plane),
        *_error_layers(shown, plane, look_of(role)),
        *_value_layers(shown, plane, look_of(role)),
    ]
    height = round((top - _LOWEST) * _STEP)
    return styled(
        alt.LayerChart(
            layer=layers, width=width, height=height, autosize=FIT_WIDTH, padding=padding(2)
        )
    )


class _Plane(NamedTuple):
    """Rounds from left to right, the answer scale from bottom to top."""

    rounds: alt.Axis
    across: alt.Scale
    words: alt.Axis
    up: alt.Scale

    def x(self) -> alt.X:
        return alt.X("position:Q", axis=self.rounds, scale=self.across)

    def y(self, field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", axis=self.words, scale=self.up)


def _shown(points: pd.DataFrame) -> pd.DataFrame:
    """The points with their texts, and which of them have no neighbour."""
    numbers = points[["value", "low", "high"]].astype(float)
    value = numbers["value"]
    at_school = value.groupby(points["school"])
    return points.assign(
        value=value,
        low=numbers["low"],
        high=numbers["high"],
        written=[one_decimal(number) for number in value],
        margin=[
            f"{one_decimal(low)} tot {one_decimal(high)}"
            for low, high in zip(numbers["low"], numbers["high"], strict=True)
        ],
        change=[text if isinstance(text, str) else DASH for text in points["verdict"]],
        alone=value.notna() & at_school.shift(1).isna() & at_school.shift(-1).isna(),
    )


def _noted(markers: pd.DataFrame, last: int) -> pd.DataFrame:
    """The markers with wrapped text, how high it starts, and whether it runs to the right.

    Texts run towards the middle, each on a row of its own. The outer markers stand highest, so
    that no text has to cross the rule of its neighbour.
    """
    middle = last / 2
    order = (markers["position"].astype(float) - middle).abs().argsort()
    nearest_first = markers.iloc[order]
    position = nearest_first["position"].astype(float)
    texts = [wrapped(text, _MARKER_CHARACTERS) for text in nearest_first["text"]]
    heights = [(text.count("\n") + 1) * LINE_HEIGHT / _STEP for text in texts]
    return pd.DataFrame(
        {
            "position": position.to_list(),
            "wrapped": texts,
            "level": [_HIGHEST + height for height in accumulate(heights)],
            "rightward": (position <= middle).to_list(),
        }
    )


def _across(noted: pd.DataFrame, last: int) -> alt.Scale:
    """All rounds and markers, with room at both ends for the label of a value."""
    beside = max(0.5, last / 6)
    first_place = min([-beside, *noted["position"]])
    last_place = max([last + beside, *noted["position"]])
    return alt.Scale(domain=[first_place, last_place], nice=False, zero=False)


def _marker_layers(noted: pd.DataFrame, plane: _Plane) -> list[alt.Chart]:
    rules: alt.Chart = (
        alt.Chart(noted)
        .mark_rule(strokeDash=[4, 3], color=QUIET_INK)
        .encode(x=plane.x(), y=plane.y("level"), y2=alt.datum(_LOWEST))
    )
    layers = [rules]
    for side, align, shift in ((True, "left", 5), (False, "right", -5)):
        placed = alt.Chart(noted[noted["rightward"] == side]).encode(
            x=plane.x(), y=plane.y("level"), text="wrapped:N"
        )
        layers += on_paper(
            placed,
            align=align,
            dx=shift,
            baseline="top",
            fontSize=SMALL_TEXT_SIZE,
            lineHeight=LINE_HEIGHT - 2,
        )
    return layers


def _error_layers(shown: pd.DataFrame, plane: _Plane, look: Look) -> list[alt.Chart]:
    """The measurement error as a band, and as a bar where a round has no neighbour."""
    band: alt.Chart = (
        alt.Chart(shown)
        .mark_area(color=look.colour, opacity=0.16)
        .encode(x=plane.x(), y=plane.y("low"), y2="high:Q", detail="school:N")
    )
    bars: alt.Chart = (
        alt.Chart(shown[shown["alone"]])
        .mark_rule(color=look.colour, opacity=0.16, strokeWidth=14)
        .encode(x=plane.x(), y=plane.y("low"), y2="high:Q")
    )
    return [band, bars]


def _value_layers(shown: pd.DataFrame, plane: _Plane, look: Look) -> list[alt.Chart]:
    line: alt.Chart = (
        alt.Chart(shown)
        .mark_line(color=look.colour, strokeWidth=2)
        .encode(x=plane.x(), y=plane.y("value"), detail="school:N")
    )
    dots: alt.Chart = (
        alt.Chart(shown[shown["value"].notna()])
        .mark_point(filled=True, size=90, opacity=1, color=look.colour, shape=look.shape)
        .encode(x=plane.x(), y=plane.y("value"), tooltip=_TOOLTIP)
    )
    return [line, dots, *_end_labels(shown[shown["value"].notna()], plane)]


def _end_labels(valued: pd.DataFrame, plane: _Plane) -> list[alt.Chart]:
    """The last value after its dot and, if there are two, the first value before its dot."""
    last = alt.Chart(valued.tail(1)).encode(x=plane.x(), y=plane.y("value"), text="written:N")
    first = alt.Chart(valued.head(len(valued) - 1).head(1)).encode(
        x=plane.x(), y=plane.y("value"), text="written:N"
    )
    return [
        *on_paper(first, align="right", dx=-9, fontWeight="bold"),
        *on_paper(last, align="left", dx=9, fontWeight="bold"),
    ]


def _round_axis(rounds: Sequence[str]) -> alt.Axis:
    """The names of the rounds: all of them, or every second, third, ... back from the last."""
    names = [wrapped(name, 8).split("\n") for name in rounds]
    step = max(1, math.ceil(len(names) / _ROUND_NAMES))
    return alt.Axis(
        values=list(range(len(names) - 1, -1, -step)),
        labelExpr=f"{json.dumps(names)}[datum.value]",
        labelOverlap="parity",
        grid=False,
        domain=False,
        title=None,
    )


def _word_axis(words: Sequence[str]) -> alt.Axis:
    """The five words, each with the middle of its lines beside its step."""
    names = [word.split("\n") for word in wrapped_words(words)]
    lifts = [(1 - len(lines)) * (SMALL_TEXT_SIZE + 2) / 2 for lines in names]
    return alt.Axis(
        values=[1, 2, 3, 4, 5],
        labelExpr=f"{json.dumps(names)}[datum.value - 1]",
        labelOffset=alt.expr(f"{json.dumps(lifts)}[datum.value - 1]"),
        labelOverlap=False,
        labelPadding=6,
        ticks=False,
        domain=False,
        title=None,
    )
