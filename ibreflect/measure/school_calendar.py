"""School days: good days to open, to close and to remind, and when a choice of days asks care.

The school holidays are those of Dutch primary schools, in `schoolvakanties.json` beside this
module: which publications they come from, when they were checked, and how a beheerder adds the
next school year stands there. Autumn, spring and the extra week in May are advice that schools may
depart from, and study days are known to the school alone, so a day here is a good guess, never a
promise. Public holidays are computed.
"""

import json
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

import holidays

from ibreflect.measure.dutch import number_word
from ibreflect.model.days import with_weekday

OPEN_FOR = 10
"""School days from opening to closing, when nobody chooses otherwise."""

FEWEST_DAYS = 5
"""School days to answer on, below which a period is short: not everybody works every day."""

FIRST_REMINDER, WEEK, BEFORE_CLOSING, APART = 3, 5, 2, 2
"""In school days: the first reminder after opening, the second after the first, the second before
closing, and the least between two messages (the opening is one)."""

_DAY = timedelta(days=1)
_SATURDAY = 5
_MIDWEEK = (1, 2, 3)
_SCHOOL_HOLIDAYS = Path(__file__).with_name("schoolvakanties.json")


class Region(StrEnum):
    """The three regions over which school holidays are spread; the value is the name in files."""

    NORTH = "noord"
    CENTRE = "midden"
    SOUTH = "zuid"


def is_school_day(day: date, region: Region) -> bool:
    """Whether children go to school: Monday to Friday, no school holiday, no public holiday.

    Goede Vrijdag and Bevrijdingsdag count as free every year, and so does the week with which OCW
    advises to extend the meivakantie. After `known_until()`, and before the first school year in
    the data, only weekends and public holidays are reckoned with: no holiday is guessed.
    """
    if day.weekday() >= _SATURDAY or day in _public_holidays(day.year):
        return False
    return not any(first <= day <= last for first, last in _school_holidays(region))


def known_until() -> date:
    """The last day of the last school holiday in the data, in whichever region that is."""
    return max(last for region in Region for _, last in _school_holidays(region))


def closing_day(opens: date, region: Region) -> date:
    """A day to close on: the tenth school day after opening, or the first Tue-Thu after it."""
    day = opens
    for _ in range(OPEN_FOR):
        day = _next_school_day(day, region)
    while day.weekday() not in _MIDWEEK:
        day = _next_school_day(day, region)
    return day


def reminder_days(opens: date, closes: date, region: Region) -> tuple[date, ...]:
    """When to remind: at most two school days between opening and closing, in order.

    The first is three school days after opening. The second is five school days after the first,
    or two before closing if that is earlier; if those two leave less than two school days between
    them, there is only one. Either moves one school day when that makes it a Tuesday, Wednesday or
    Thursday. A period with fewer than two school days between its ends has no reminder.
    """
    days = [opens, *_school_days(opens, closes - _DAY, region)]
    if len(days) <= APART:
        return ()
    first = _near(days, FIRST_REMINDER, APART)
    aim = min(first + WEEK, len(days) - BEFORE_CLOSING)
    if aim < first + APART:
        return (days[first],)
    return days[first], days[_near(days, aim, first + APART)]


def remind_now(  # noqa: PLR0913 -- three say which period, three how far it is
    opens: date, closes: date, region: Region, *, sent: int, today: date, last: date | None
) -> bool:
    """Whether a reminder goes out today.

    `sent` is how many went out before (0-2) and `last` the day of the last of them, None when there
    is none. A planned day on which nothing could be sent is made up for on the next school day, as
    long as the period is open. Two reminders are never on the same school day or on adjacent ones.
    """
    planned = reminder_days(opens, closes, region)
    if today >= closes or sent >= len(planned) or today < planned[sent]:
        return False
    if last is not None and len(_school_days(last, today, region)) < APART:
        return False
    return is_school_day(today, region)


def warnings(opens: date, closes: date, region: Region) -> tuple[str, ...]:
    """What asks care in this choice of days, as Dutch sentences; empty when nothing does.

    Opening and closing day count as days to answer on.
    """
    school_days = len(_school_days(opens - _DAY, closes, region))
    weekdays = sum(day.weekday() < _SATURDAY for day in _days(opens - _DAY, closes))
    said = []
    if not is_school_day(closes, region):
        said.append(
            f"De sluitdag is {with_weekday(closes)}, en dan is er geen school. "
            "Kies liever een schooldag."
        )
    if school_days < FEWEST_DAYS:
        said.append(
            f"{_how_many(school_days)} om te antwoorden. Geef iedereen liever minstens "
            f"{number_word(FEWEST_DAYS)} schooldagen de tijd."
        )
    if 2 * school_days < weekdays:
        said.append(
            "Meer dan de helft van de doordeweekse dagen in deze periode is vrij. "
            "Kies liever een periode met meer schooldagen."
        )
    if closes > known_until():
        said.append(
            f"De schoolvakanties na {with_weekday(known_until())} zijn hier nog niet bekend. Na "
            "die dag tellen alleen weekenden en feestdagen mee: kijk in het jaarrooster van de "
            "school."
        )
    return tuple(said)


def _how_many(school_days: int) -> str:
    if school_days == 0:
        return "Er is geen schooldag"
    if school_days == 1:
        return "Er is maar één schooldag"
    return f"Er zijn maar {number_word(school_days)} schooldagen"


def _near(days: list[date], aim: int, lowest: int) -> int:
    """Which of `days` at or beside `aim`, from `lowest` on: midweek, then near."""
    span = range(max(aim - 1, lowest), min(aim + 2, len(days)))
    return min(span, key=lambda at: (days[at].weekday() not in _MIDWEEK, abs(at - aim)))


def _next_school_day(day: date, region: Region) -> date:
    day += _DAY
    while not is_school_day(day, region):
        day += _DAY
    return day


def _school_days(after: date, until: date, region: Region) -> list[date]:
    return [day for day in _days(after, until) if is_school_day(day, region)]


def _days(after: date, until: date) -> list[date]:
    return [after + count * _DAY for count in range(1, (until - after).days + 1)]


@cache
def _school_holidays(region: Region) -> tuple[tuple[date, date], ...]:
    years = json.loads(_SCHOOL_HOLIDAYS.read_text(encoding="utf-8"))["schooljaren"]
    spans = [spread[region] for year in years.values() for spread in year.values()]
    return tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in spans)


@cache
def _public_holidays(year: int) -> frozenset[date]:
    # Bevrijdingsdag is among the optional ones in four years out of five.
    categories = (holidays.PUBLIC, holidays.OPTIONAL)
    return frozenset(holidays.country_holidays("NL", years=year, categories=categories))
