"""School years from left to right, for what lies on days: their names, and where each begins."""

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import altair as alt
import pandas as pd

_SHORT_YEARS, _MOST_YEARS = 2, 4
"""School years of which the quarters are named, and as many names of years as a phone has room for.
"""
_QUARTERS = ((8, "aug"), (11, "nov"), (2, "feb"), (5, "mei"))
_AUGUST, _FEBRUARY = 8, 2
_FAINT = "#e4e4e4"


class YearPlane(NamedTuple):
    """Whole school years from left to right, as ordinals of days; pixels from the top down."""

    years: range
    height: int
    upright: alt.Axis | None = None
    """What stands beside it on the left."""
    until: int = 0
    """The day up to which there is room, if that is after the last school year."""

    @property
    def first(self) -> int:
        """The first day of the first school year."""
        return date(self.years.start, _AUGUST, 1).toordinal()

    @property
    def last(self) -> int:
        """The day after the last school year."""
        return date(self.years.stop, _AUGUST, 1).toordinal()

    def x(self, field: str) -> alt.X:
        """The channel for a field that holds ordinals of days."""
        domain = [self.first, max(self.last, self.until)]
        scale = alt.Scale(domain=domain, nice=False, zero=False)
        return alt.X(f"{field}:Q", axis=_time_axis(self.years), scale=scale)

    def y(self, field: str) -> alt.Y:
        """The channel for a field that holds pixels from the top."""
        scale = alt.Scale(domain=[self.height, 0], nice=False, zero=False)
        return alt.Y(f"{field}:Q", axis=self.upright, scale=scale)


def school_years(days: Sequence[date]) -> range:
    """The years in which a school year begins, from the first of these days to the last."""
    begins = [each.year - (each.month < _AUGUST) for each in days]
    return range(min(begins), max(begins) + 1)


def year_lines(plane: YearPlane) -> list[alt.Chart]:
    """A thin line where a school year begins."""
    begins = [date(year, _AUGUST, 1).toordinal() for year in plane.years]
    lines = pd.DataFrame({"day": begins, "from": 0, "to": plane.height})
    layer: alt.Chart = (
        alt.Chart(lines)
        .mark_rule(color=_FAINT)
        .encode(x=plane.x("day"), y=plane.y("from"), y2="to:Q")
    )
    return [layer]


def _time_axis(years: range) -> alt.Axis:
    """Quarters of one or two school years; of more, the years themselves, back from the last."""
    names = _quarters(years) if len(years) <= _SHORT_YEARS else _named_years(years)
    return alt.Axis(
        values=list(names),
        labelExpr=f"{json.dumps({str(day): name for day, name in names.items()})}[datum.value]",
        labelOverlap="parity",
        grid=False,
        domain=False,
        ticks=False,
        title=None,
    )


def _quarters(years: range) -> dict[int, list[str]]:
    days = [
        (date(year + (month < _AUGUST), month, 1), name)
        for year in years
        for month, name in _QUARTERS
    ]
    return {
        day.toordinal(): [name, str(day.year) if day.month in {_AUGUST, _FEBRUARY} else ""]
        for day, name in days
    }


def _named_years(years: range) -> dict[int, list[str]]:
    apart = -(-len(years) // _MOST_YEARS)
    return {
        date(year + 1, _FEBRUARY, 1).toordinal(): ["schooljaar", f"{year}/{year + 1}"]
        for year in years[::-1][::apart]
    }
