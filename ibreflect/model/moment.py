"""Moments, which are kept in UTC without a time zone, as people in the Netherlands know them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from ibreflect.model.days import in_dutch

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def day_at(moment: datetime) -> date:
    """The day in the Netherlands at a moment in UTC."""
    return _here(moment).date()


def moment_in_dutch(moment: datetime) -> str:
    """A moment in UTC as a clock here showed it: '3 maart 2027 om 14.05 uur'."""
    here = _here(moment)
    return f"{in_dutch(here.date())} om {here:%H.%M} uur"


def _here(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC).astimezone(_AMSTERDAM)
