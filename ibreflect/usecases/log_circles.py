"""The activities of a school year as circles whose areas are true to what was counted."""

import math
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

import pandas as pd

from ibreflect.measure.area_circles import Fit, about_fit, fit
from ibreflect.measure.log_sentences import Tally
from ibreflect.model.role import REGIONS, Region, region_name


class Measure(StrEnum):
    """What an area stands for; the value is its word."""

    NUMBER = "aantal"
    MINUTES = "minuten"


class Circled(NamedTuple):
    """What is drawn (see `charts.activity_circles`), and how true its areas are."""

    drawn: pd.DataFrame
    about: str


def circled(tallies: Mapping[Region, Tally], measure: Measure) -> Circled | None:
    """The circles for the activities in all seven regions; None when there are none."""
    fitted = fit(
        {
            region: tally.minutes if measure is Measure.MINUTES else tally.number
            for region, tally in tallies.items()
        }
    )
    if fitted is None:
        return None
    rows = [_row(fitted, region) for region in REGIONS]
    return Circled(pd.DataFrame(rows), about_fit(fitted))


def _row(fitted: Fit, region: Region) -> dict[str, str | float]:
    label = fitted.labels.get(region)
    circle = fitted.circles.get(region[0]) if len(region) == 1 else None
    return {
        "region": "+".join(region),
        "name": region_name(region),
        "value": fitted.weights[region],
        "x": label.x if label else math.nan,
        "y": label.y if label else math.nan,
        "room": label.room if label else math.nan,
        "circle_x": circle.x if circle else math.nan,
        "circle_y": circle.y if circle else math.nan,
        "radius": circle.radius if circle else math.nan,
    }
