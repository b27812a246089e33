"""What the tests of school days share: days in words, spans of days, and periods to draw from."""

from datetime import date, timedelta

from hypothesis import strategies as st

from ibreflect.measure.school_calendar import Region, is_school_day

NORTH, CENTRE, SOUTH = Region
MIDWEEK = (1, 2, 3)
DAY = timedelta(days=1)

days = st.dates(date(2025, 9, 1), date(2030, 12, 31))
regions = st.sampled_from(Region)
lengths = st.integers(0, 80).map(lambda count: count * DAY)


def day(text: str) -> date:
    """The day that is written as 2026-11-02."""
    return date.fromisoformat(text)


def span(first: date, last: date) -> list[date]:
    """Every day from the first to the last, both included."""
    return [first + count * DAY for count in range((last - first).days + 1)]


def school_days(first: date, last: date, region: Region) -> list[date]:
    """The school days from the first day to the last, both included."""
    return [each for each in span(first, last) if is_school_day(each, region)]
