"""Days on which something happens at the schools of the example: never in a weekend or holiday."""

from datetime import date, timedelta

from ibreflect.measure.school_calendar import Region, is_school_day

_SATURDAY = 5
_DAY = timedelta(days=1)
_SUMMER = ((7, 10), (8, 24))
"""Month and day between which schools are closed in years of which no holidays are known."""


def on_or_before(day: date) -> date:
    """The last school day up to a day."""
    while not is_open(day):
        day -= _DAY
    return day


def on_or_after(day: date) -> date:
    """The first school day from a day on."""
    while not is_open(day):
        day += _DAY
    return day


def is_open(day: date) -> bool:
    """Whether children go to school."""
    first, last = _SUMMER
    in_summer = first <= (day.month, day.day) <= last
    return is_school_day(day, Region.CENTRE) and not in_summer


def is_weekend(day: date) -> bool:
    """Whether it is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY
