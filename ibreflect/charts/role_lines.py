"""The three roles as lines over days, with the words of the answer scale beside them."""

import json
from collections.abc import Sequence

import altair as alt
import pandas as pd

from ibreflect.charts.school_years import YearPlane
from ibreflect.charts.style import ROLE_LOOKS, look_of, on_paper, wrapped_words
from ibreflect.model.numbers import one_decimal
from ibreflect.model.role import Role

_TOP = 20
_STEP = 44
"""Pixels between two steps of the answer scale."""
SCALE_HEIGHT = _TOP + 4 * _STEP + 24
_LABEL_APART = 15
_LABEL_SHARE = 0.22
"""How much of the years the label of a value takes, on a phone."""


def role_layers(points: pd.DataFrame, plane: YearPlane) -> list[alt.Chart]:
    """Lines with a mark for each round, and the last value behind its mark.

    `points` is that of `goals_timeline`.
    """
    placed = points.assign(
        day=[each.toordinal() for each in points["day"]],
        place=_TOP + (5 - points["value"].astype(float)) * _STEP,
        written=[one_decimal(value) for value in points["value"]],
    )
    shown = placed[placed["value"].notna()]
    layers: list[alt.Chart] = []
    for role in Role:
        layers += _one_role(placed[placed["role"] == role], shown[shown["role"] == role], plane)
    labels = alt.Chart(_end_labels(shown)).encode(
        x=plane.x("day"), y=plane.y("label_at"), text="label:N"
    )
    return [*layers, *on_paper(labels, align="left", dx=9, fontWeight="bold")]


def _one_role(placed: pd.DataFrame, shown: pd.DataFrame, plane: YearPlane) -> list[alt.Chart]:
    """A line, which breaks where a round has no value, and a mark for each value."""
    if shown.empty:
        return []
    look = look_of(Role(shown["role"].iloc[0]))
    line: alt.Chart = (
        alt.Chart(placed)
        .mark_line(color=look.colour, strokeWidth=2)
        .encode(x=plane.x("day"), y=plane.y("place"))
    )
    marks: alt.Chart = (
        alt.Chart(shown)
        .mark_point(filled=True, size=80, opacity=1, color=look.colour, shape=look.shape)
        .encode(
            x=plane.x("day"),
            y=plane.y("place"),
            tooltip=[
                alt.Tooltip("round:N", title="ronde"),
                alt.Tooltip("written:N", title="waarde"),
            ],
        )
    )
    return [line, marks]


def _end_labels(shown: pd.DataFrame) -> pd.DataFrame:
    """The last value of each role with its letters, moved apart where they would overlap."""
    last = shown.groupby("role").tail(1).sort_values("place")
    places: list[float] = []
    for place in last["place"]:
        places.append(max(place, places[-1] + _LABEL_APART) if places else place)
    letters = [ROLE_LOOKS[Role(role)].short for role in last["role"]]
    return last.assign(
        label_at=places,
        label=[f"{each} {value}" for each, value in zip(letters, last["written"], strict=True)],
    )


def end_of_labels(points: pd.DataFrame, plane: YearPlane) -> int:
    """Up to which day the labels behind the last values reach."""
    last = max((each.toordinal() for each in points["day"]), default=0)
    return last + round(_LABEL_SHARE * (plane.last - plane.first))


def word_axis(words: Sequence[str]) -> alt.Axis:
    """The five words beside their steps."""
    places = [_TOP + (4 - step) * _STEP for step in range(len(words))]
    names = dict(
        zip(map(str, places), (each.split("\n") for each in wrapped_words(words)), strict=True)
    )
    return alt.Axis(
        values=places,
        labelExpr=f"{json.dumps(names)}[datum.value]",
        labelOverlap=False,
        labelPadding=6,
        ticks=False,
        domain=False,
        title=None,
    )
