"""Days as people write them."""

from datetime import date

from babel.dates import format_date

_DUTCH = "nl_NL"


def in_dutch(day: date) -> str:
    """A day: '3 maart 2027'."""
    return str(format_date(day, "d MMMM y", locale=_DUTCH))


def with_weekday(day: date) -> str:
    """A day with its weekday: 'woensdag 3 maart 2027'."""
    return str(format_date(day, "EEEE d MMMM y", locale=_DUTCH))
