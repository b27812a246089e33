"""An appointment as a file that any calendar reads (RFC 5545): when, and nothing of what about."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

_ZONE = "Europe/Amsterdam"
_AMSTERDAM = ZoneInfo(_ZONE)
_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)


class Appointment(NamedTuple):
    """What goes into a calendar.

    The `uid` stays the same for the same appointment, and `sequence` (0, 1, …) goes up when it was
    moved, so that a calendar moves it too. `start` is Dutch time, None for a whole day; `minutes`
    then count for nothing. `made_at` is the moment in UTC, without a zone.
    """

    uid: str
    title: str
    day: date
    start: time | None
    minutes: int
    sequence: int
    made_at: datetime
    place: str = ""


def calendar_file(appointment: Appointment) -> bytes:
    """The appointment as the content of an .ics file."""
    calendar = Calendar()
    calendar.add("prodid", "-//ibreflect//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_zone())
    calendar.add_component(_event(appointment))
    return bytes(calendar.to_ical())


def _event(appointment: Appointment) -> Event:
    event = Event()
    event.add("uid", appointment.uid)
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", appointment.made_at.replace(tzinfo=ZoneInfo("UTC")))
    event.add("summary", appointment.title)
    begin, end = _span(appointment)
    event.add("dtstart", begin)
    event.add("dtend", end)
    # A whole day to look at something keeps nobody from meeting others.
    event.add("transp", "OPAQUE" if appointment.start else "TRANSPARENT")
    # In a calendar that a team shares, others see that there is something, not what.
    event.add("class", "PRIVATE")
    if appointment.place:
        event.add("location", appointment.place)
    return event


def _span(appointment: Appointment) -> tuple[date, date]:
    """Begin and end; the end of a whole day is the day after."""
    if appointment.start is None:
        return appointment.day, appointment.day + timedelta(days=1)
    begin = datetime.combine(appointment.day, appointment.start, _AMSTERDAM)
    # On the clock: nobody meets in the night in which it is changed.
    return begin, begin + timedelta(minutes=appointment.minutes)


def _zone() -> Timezone:
    """When clocks go forward and back in the Netherlands, by the rule that holds since 1996."""
    zone = Timezone()
    zone.add("tzid", _ZONE)
    for part, name, before, after, begin, month in (
        (TimezoneDaylight(), "CEST", _WINTER, _SUMMER, datetime(1996, 3, 31, 2), 3),  # noqa: DTZ001
        (TimezoneStandard(), "CET", _SUMMER, _WINTER, datetime(1996, 10, 27, 3), 10),  # noqa: DTZ001
    ):
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("dtstart", begin)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(part)
    return zone
