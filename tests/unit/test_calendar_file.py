"""An appointment as calendars read it: Dutch time, summer and winter, and nothing more."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar, Event

from ibreflect.reports.calendar_file import Appointment, calendar_file

MADE_AT = datetime(2026, 11, 23, 0, 30, tzinfo=UTC).replace(tzinfo=None)
TALK = Appointment(
    uid="abc@ibreflect",
    title="Reflectiegesprek",
    day=date(2027, 3, 15),
    start=time(15, 30),
    minutes=60,
    sequence=0,
    made_at=MADE_AT,
)


def _read(appointment: Appointment) -> Event:
    (event,) = Calendar.from_ical(calendar_file(appointment)).events
    return event


# In the Netherlands the clock goes forward in the night to the last Sunday of March and back in
# that to the last of October: 28 March and 31 October 2027. 15.30 in winter (UTC+1) is 14.30 UTC,
# in summer (UTC+2) it is 13.30 UTC.
@pytest.mark.parametrize(
    ("day", "hour_in_utc"),
    [
        (date(2027, 3, 26), 14),
        (date(2027, 3, 29), 13),
        (date(2027, 10, 29), 13),
        (date(2027, 11, 1), 14),
    ],
)
def test_half_past_three_is_that_in_summer_and_in_winter(day: date, hour_in_utc: int) -> None:
    event = _read(TALK._replace(day=day))
    assert event.start == datetime(day.year, day.month, day.day, hour_in_utc, 30, tzinfo=UTC)
    assert event.end - event.start == timedelta(hours=1)
    assert f"DTSTART;TZID=Europe/Amsterdam:{day:%Y%m%d}T153000\r\n".encode() in calendar_file(
        TALK._replace(day=day)
    )


def test_the_zone_goes_along_by_the_rule_of_the_law() -> None:
    """Forward at 02.00 winter time, back at 03.00 summer time: both at 01.00 UTC."""
    (zone,) = Calendar.from_ical(calendar_file(TALK)).timezones
    assert zone.to_ical().decode().split("\r\n")[1:-2] == [
        "TZID:Europe/Amsterdam",
        "BEGIN:DAYLIGHT",
        "DTSTART:19960331T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
    ]


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 10, 31), date(2028, 2, 29)])
def test_a_whole_day_is_that_day_whatever_the_clock_does(day: date) -> None:
    event = _read(TALK._replace(day=day, start=None))
    assert (event.start, event.end) == (day, day + timedelta(days=1))
    assert event["TRANSP"] == "TRANSPARENT"


def test_moved_it_stays_the_same_appointment_with_a_higher_number() -> None:
    before = _read(TALK)
    after = _read(TALK._replace(day=date(2027, 4, 1), sequence=1))
    assert before.uid == after.uid == "abc@ibreflect"
    assert (before.sequence, after.sequence) == (0, 1)
    made_at = before.DTSTAMP
    assert made_at == datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def test_the_same_appointment_is_the_same_file() -> None:
    assert calendar_file(TALK) == calendar_file(TALK)
    assert Calendar.from_ical(calendar_file(TALK))["METHOD"] == "PUBLISH"


def test_long_and_odd_texts_are_folded_and_come_back_as_they_were() -> None:
    title, place = "Gesprek; over, alles\\niets " * 6, "lokaal 7\nboven é👩‍🏫"
    content = calendar_file(TALK._replace(title=title, place=place))
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    event = _read(TALK._replace(title=title, place=place))
    assert (event["SUMMARY"], event["LOCATION"]) == (title, place)


def test_it_says_when_and_what_it_is_called_and_nothing_else() -> None:
    assert set(_read(TALK)) == {
        *("UID", "SEQUENCE", "DTSTAMP", "SUMMARY", "DTSTART", "DTEND", "TRANSP", "CLASS"),
    }
    assert _read(TALK)["CLASS"] == "PRIVATE"
