"""Goals and roles over time in one picture: what was worked on when, below how the roles went."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

import altair as alt
import pandas as pd

from ibreflect.charts.role_lines import SCALE_HEIGHT, end_of_labels, role_layers, word_axis
from ibreflect.charts.school_years import YearPlane, school_years, year_lines
from ibreflect.charts.style import (
    FIT_WIDTH,
    HAIRLINE,
    INK,
    PAPER,
    QUIET_INK,
    SMALL_TEXT_SIZE,
    on_paper,
    padding,
    styled,
)
from ibreflect.model.days import in_dutch

_LANE, _BAR = 50, 31
"""The height of the lane of a goal, and how far down in it the goal lies."""
_AXIS = 4
_LONGEST = 40
"""Characters above a goal, on a phone."""
_HALF_DISC = "M0,-1A1,1,0,0,0,0,1Z"
_ARROW = "M-1,-0.25L0.1,-0.25L0.1,-0.8L1,0L0.1,0.8L0.1,0.25L-1,0.25Z"


class _Mark(NamedTuple):
    """How an outcome is recognised, besides by its word: by shape and filling, never by colour."""

    shape: str
    fill: str


_MARKS = {
    "gelukt": (_Mark("circle", INK),),
    "deels gelukt": (_Mark("circle", PAPER), _Mark(_HALF_DISC, INK)),
    "niet gelukt": (_Mark("circle", PAPER),),
    "doel veranderd": (_Mark(_ARROW, INK),),
}
_OPEN = "nog open"


def goals_timeline(
    points: pd.DataFrame,
    goals: pd.DataFrame,
    notes: pd.DataFrame,
    *,
    words: Sequence[str],
    width: int | Literal["container"] = "container",
) -> alt.LayerChart:
    """Draw the roles over the years and, below them on the same days, a line for each goal.

    `points` has the columns day (a date), round (its name), role (a Role) and value (1..5 or NaN);
    without a row the scale is left out. `goals`, at least one and in the order to draw them, has
    number, name (its behaviour), begin and end (dates; end is today while a goal is open), check
    (the check date of an open goal, else None) and outcome ("gelukt", "deels gelukt", "niet
    gelukt", "doel veranderd" or "nog open"). `notes` has number (of the goal) and day. `words` are
    the five words of the scale. `width` is that of the whole figure in pixels, or "container".
    """
    top = 0 if points.empty else SCALE_HEIGHT
    height = top + _LANE * len(goals) + _AXIS
    ahead = [each for each in goals["check"] if isinstance(each, date)]
    years = school_years([*points["day"], *goals["begin"], *goals["end"], *ahead])
    plane = YearPlane(years, height, word_axis(words) if top else None)
    plane = plane._replace(until=end_of_labels(points, plane))
    lanes = _lanes(goals, plane, top)
    layers = [
        *year_lines(plane),
        *_goal_layers(lanes, _ticks(notes, lanes), plane),
        *(role_layers(points, plane) if top else []),
    ]
    return styled(
        alt.LayerChart(
            layer=layers, width=width, height=height, autosize=FIT_WIDTH, padding=padding(2)
        )
    )


def _lanes(goals: pd.DataFrame, plane: YearPlane, top: int) -> pd.DataFrame:
    """The goals with their place, as numbers, and what is written above each."""
    lanes = [top + _LANE * place for place in range(len(goals))]
    return pd.DataFrame(
        {
            "number": list(goals["number"]),
            "left": plane.first,
            "text_at": [lane + _BAR - 17 for lane in lanes],
            "lane": [lane + _BAR for lane in lanes],
            "begin": [each.toordinal() for each in goals["begin"]],
            "end": [each.toordinal() for each in goals["end"]],
            "check": [
                each.toordinal() if isinstance(each, date) else None for each in goals["check"]
            ],
            "outcome": list(goals["outcome"]),
            "written": [
                _heading(*each)
                for each in zip(goals["number"], goals["name"], goals["outcome"], strict=True)
            ],
            "name": list(goals["name"]),
            "days": [
                f"{in_dutch(begin)} tot {in_dutch(end)}"
                for begin, end in zip(goals["begin"], goals["end"], strict=True)
            ],
        }
    )


def _ticks(notes: pd.DataFrame, lanes: pd.DataFrame) -> pd.DataFrame:
    """The notes as short strokes across the line of their goal."""
    place = dict(zip(lanes["number"], lanes["lane"], strict=True))
    middle = [place[number] for number in notes["number"]]
    return pd.DataFrame(
        {
            "day": [each.toordinal() for each in notes["day"]],
            "from": [each - 6 for each in middle],
            "to": [each + 6 for each in middle],
        }
    )


def _goal_layers(lanes: pd.DataFrame, ticks: pd.DataFrame, plane: YearPlane) -> list[alt.Chart]:
    base = alt.Chart(lanes)
    tooltip = [
        alt.Tooltip("name:N", title="doel"),
        alt.Tooltip("days:N", title="wanneer"),
        alt.Tooltip("outcome:N", title="hoe het ging"),
    ]
    spans: alt.Chart = base.mark_rule(strokeWidth=5, color=HAIRLINE).encode(
        x=plane.x("begin"), x2="end:Q", y=plane.y("lane"), tooltip=tooltip
    )
    strokes: alt.Chart = (
        alt.Chart(ticks)
        .mark_rule(color=INK, strokeWidth=1.5)
        .encode(x=plane.x("day"), y=plane.y("from"), y2="to:Q")
    )
    texts = base.encode(x=plane.x("left"), y=plane.y("text_at"), text="written:N")
    look = {"align": "left", "baseline": "middle", "fontSize": SMALL_TEXT_SIZE, "dx": 2}
    return [
        *_ahead(lanes[lanes["outcome"] == _OPEN], plane),
        spans,
        strokes,
        *(
            _mark_layer(lanes[lanes["outcome"] == outcome], mark, plane)
            for outcome, marks in _MARKS.items()
            for mark in marks
        ),
        *on_paper(texts, **look),
    ]


def _ahead(still_open: pd.DataFrame, plane: YearPlane) -> list[alt.Chart]:
    """From today to the check date of an open goal: a line of dots that ends at a stroke."""
    coming = still_open[still_open["check"].astype(float) > still_open["end"]]
    base = alt.Chart(coming.assign(low=coming["lane"] - 8, high=coming["lane"] + 8))
    dots: alt.Chart = base.mark_rule(strokeDash=[2, 4], strokeWidth=2, color=QUIET_INK).encode(
        x=plane.x("end"), x2="check:Q", y=plane.y("lane")
    )
    stop: alt.Chart = base.mark_rule(strokeWidth=2, color=QUIET_INK).encode(
        x=plane.x("check"), y=plane.y("low"), y2="high:Q"
    )
    return [dots, stop]


def _mark_layer(ended: pd.DataFrame, mark: _Mark, plane: YearPlane) -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(ended)
        .mark_point(
            shape=mark.shape, fill=mark.fill, stroke=INK, strokeWidth=1.5, size=120, opacity=1
        )
        .encode(x=plane.x("end"), y=plane.y("lane"))
    )
    return layer


def _heading(number: int, name: str, outcome: str) -> str:
    """What stands above a goal: the number, as much of the name as fits, and the outcome."""
    flat, room = " ".join(name.split()), _LONGEST - len(f"{number}.  ({outcome})")
    shown = flat if len(flat) <= room else f"{flat[: room - 1].rstrip()}…"
    return f"{number}. {shown} ({outcome})"
