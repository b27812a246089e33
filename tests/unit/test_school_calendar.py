"""School days by a real calendar, and what holds for the days to close and remind, whenever."""

import json
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure import school_calendar
from ibreflect.measure.school_calendar import (
    Region,
    closing_day,
    is_school_day,
    known_until,
    remind_now,
    reminder_days,
    warnings,
)

SCHOOL_HOLIDAYS = Path(school_calendar.__file__).with_name("schoolvakanties.json")
NAMES = (
    "herfstvakantie",
    "kerstvakantie",
    "voorjaarsvakantie",
    "meivakantie",
    "adviesweek",
    "zomervakantie",
)
NORTH, CENTRE, SOUTH = Region
MIDWEEK = (1, 2, 3)
DAY = timedelta(days=1)

days = st.dates(date(2025, 9, 1), date(2030, 12, 31))
regions = st.sampled_from(Region)
lengths = st.integers(0, 80).map(lambda count: count * DAY)


def day(text: str) -> date:
    return date.fromisoformat(text)


def school_days(first: date, last: date, region: Region) -> list[date]:
    """The school days from the first day to the last, both included."""
    return [each for each in _span(first, last) if is_school_day(each, region)]


def _span(first: date, last: date) -> list[date]:
    return [first + count * DAY for count in range((last - first).days + 1)]


@pytest.mark.parametrize(
    ("text", "at_school"),
    [
        ("2026-10-09", [NORTH, CENTRE, SOUTH]),  # the Friday before the herfstvakantie of Noord
        ("2026-10-12", [CENTRE, SOUTH]),
        ("2026-10-19", [NORTH]),  # a week later the other two
        ("2026-10-26", [NORTH, CENTRE, SOUTH]),
        ("2026-11-21", []),  # a Saturday
        ("2026-12-21", []),  # kerstvakantie
        ("2027-01-04", [NORTH, CENTRE, SOUTH]),  # the first Monday after it
        ("2027-02-15", [NORTH, CENTRE]),  # voorjaarsvakantie in Zuid
        ("2027-02-22", [SOUTH]),
        ("2027-03-26", []),  # Goede Vrijdag
        ("2027-03-29", []),  # tweede paasdag
        ("2026-04-20", []),  # the advised week of the meivakantie, before the other
        ("2027-05-04", []),  # or after it
        ("2028-04-24", []),
        ("2029-04-23", []),
        ("2027-05-17", []),  # tweede pinksterdag
        ("2026-05-05", []),  # Bevrijdingsdag, outside every holiday
        ("2026-05-06", [NORTH, CENTRE, SOUTH]),
        ("2027-07-12", [CENTRE, SOUTH]),  # zomervakantie, in turn
        ("2027-07-19", [SOUTH]),
        ("2027-08-23", [NORTH]),
        ("2027-09-03", [NORTH, CENTRE]),
    ],
)
def test_where_there_is_school(text: str, at_school: list[Region]) -> None:
    assert [region for region in Region if is_school_day(day(text), region)] == at_school


@pytest.mark.parametrize("region", Region)
def test_the_dates_agree_with_an_independent_table(region: Region) -> None:
    # The package `holidays` has the Regeling 2025-2030 and the advice as ISO weeks; our dates come
    # from the overviews of the Rijksoverheid. The advised week beside the meivakantie is in ours
    # alone: five weekdays a year, or fewer when public holidays fall in it.
    years = range(2025, 2031)
    school, other = (
        holidays.country_holidays("NL", subdiv=region.capitalize(), years=years, categories=kinds)
        for kinds in ((holidays.SCHOOL,), (holidays.PUBLIC, holidays.OPTIONAL))
    )
    last = min(known_until(), day("2030-12-31"))
    weekdays = [each for each in _span(day("2025-09-01"), last) if each.weekday() < 5]
    ours = {each for each in weekdays if not is_school_day(each, region)}
    theirs = {each for each in weekdays if each in school or each in other}
    assert theirs <= ours
    advised = Counter(each.year for each in ours - theirs)
    assert all(each.month in (4, 5) for each in ours - theirs)
    assert all(3 <= count <= 5 for count in advised.values())
    assert set(advised) == {each.year for each in weekdays} - {2025}


def test_the_file_has_whole_school_years_from_saturday_to_sunday() -> None:
    years = json.loads(SCHOOL_HOLIDAYS.read_text(encoding="utf-8"))["schooljaren"]
    for name, year in years.items():
        assert sorted(year) == sorted(NAMES)
        assert all(set(spread) == {region.value for region in Region} for spread in year.values())
        for first, last in (span for spread in year.values() for span in spread.values()):
            assert (day(first).weekday(), day(last).weekday()) == (5, 6)
            assert f"{name[:4]}-08-01" <= first < last <= f"{name[5:]}-09-30"
            assert (day(last) - day(first)).days + 1 in (9, 16, 44)


def test_after_the_known_years_no_holiday_is_guessed() -> None:
    autumn = date(known_until().year, 10, 1)
    weekdays = [each for each in _span(autumn, autumn + 60 * DAY) if each.weekday() < 5]
    assert all(is_school_day(each, region) for each in weekdays for region in Region)
    assert not is_school_day(date(known_until().year, 12, 25), NORTH)


@pytest.mark.parametrize(
    ("opens", "region", "closes"),
    [
        # Monday 2 November: the tenth school day after it is Monday 16, so Tuesday 17.
        ("2026-11-02", NORTH, "2026-11-17"),
        # Wednesday 4 November: the tenth is Wednesday 18 itself.
        ("2026-11-04", NORTH, "2026-11-18"),
        # Friday 6 November: the tenth is Friday 20, so Tuesday 24.
        ("2026-11-06", NORTH, "2026-11-24"),
        # Thursday 8 October: in Zuid 9, 12-16 are six, holiday until 25, 26-29 make ten: Thursday.
        ("2026-10-08", SOUTH, "2026-10-29"),
        # In Noord 9 is the first, holiday until 18, 19-23 are six, 26-29 make ten: the same day.
        ("2026-10-08", NORTH, "2026-10-29"),
        # Thursday 10 December: 11, 14-18 are six, holiday until 3 January, 4-7 make ten: Thursday.
        ("2026-12-10", CENTRE, "2027-01-07"),
        # Saturday in summer: school starts Monday 31 August 2026 in Midden; ten is Friday 11
        # September, so Tuesday 15.
        ("2026-08-01", CENTRE, "2026-09-15"),
    ],
)
def test_closing_is_ten_school_days_later_and_midweek(
    opens: str, region: Region, closes: str
) -> None:
    assert closing_day(day(opens), region) == day(closes)


@pytest.mark.parametrize(
    ("opens", "closes", "region", "reminders"),
    [
        # Monday to Tuesday two weeks later: the third day is Thursday 5, and a week later.
        ("2026-11-02", "2026-11-17", NORTH, ["2026-11-05", "2026-11-12"]),
        # From Tuesday the third day is a Friday; Thursday lies beside it, Monday is no better.
        ("2026-11-03", "2026-11-17", NORTH, ["2026-11-05", "2026-11-12"]),
        # From Wednesday the third is a Monday, so Tuesday; two before closing is again a Monday.
        ("2026-11-04", "2026-11-18", NORTH, ["2026-11-10", "2026-11-17"]),
        # A long period: still a week after the first, not two days before the end.
        ("2026-11-02", "2026-12-15", NORTH, ["2026-11-05", "2026-11-12"]),
        # Thursday 8 October in Noord: 9 (1), holiday, 19 (2), 20 (3, Tuesday); a week later 27.
        ("2026-10-08", "2026-10-29", NORTH, ["2026-10-20", "2026-10-27"]),
        # Monday 14 December: Thursday 17, then five school days on, past the kerstvakantie:
        # 18, 4, 5, 6, 7 January.
        ("2026-12-14", "2027-01-12", CENTRE, ["2026-12-17", "2027-01-07"]),
        # Monday to Tuesday of the next week: two before closing is Friday 6, one day after the
        # first, and that is too soon.
        ("2026-11-02", "2026-11-10", NORTH, ["2026-11-05"]),
        # To Wednesday: two before closing is Monday 9, two days after the first; Tuesday is better.
        ("2026-11-02", "2026-11-11", NORTH, ["2026-11-05", "2026-11-10"]),
        # Monday to Thursday of the next week: two before closing is Tuesday 10.
        ("2026-11-02", "2026-11-12", NORTH, ["2026-11-05", "2026-11-10"]),
        # Monday to Thursday: only Wednesday is two school days on and before the end.
        ("2026-11-02", "2026-11-05", NORTH, ["2026-11-04"]),
        ("2026-11-02", "2026-11-04", NORTH, []),
        ("2026-11-02", "2026-11-02", NORTH, []),
        ("2026-12-18", "2027-01-04", NORTH, []),
        # The Thursday before Easter: Tuesday 30 March is the first school day after it, Thursday
        # 1 April the third.
        ("2027-03-25", "2027-04-13", SOUTH, ["2027-04-01", "2027-04-08"]),
    ],
)
def test_reminders_by_a_real_calendar(
    opens: str, closes: str, region: Region, reminders: list[str]
) -> None:
    planned = reminder_days(day(opens), day(closes), region)
    assert planned == tuple(day(each) for each in reminders)


@given(days, lengths, regions)
def test_reminders_fall_on_school_days_inside_the_period(
    opens: date, length: timedelta, region: Region
) -> None:
    closes = opens + length
    planned = reminder_days(opens, closes, region)
    assert len(planned) <= 2
    assert all(opens < each < closes and is_school_day(each, region) for each in planned)
    for earlier, later in pairwise((opens, *planned)):
        assert len(school_days(earlier + DAY, later, region)) >= 2


@given(days, lengths, regions)
def test_a_reminder_is_midweek_when_a_midweek_day_lies_beside_it(
    opens: date, length: timedelta, region: Region
) -> None:
    closes = opens + length
    within = [opens, *school_days(opens + DAY, closes - DAY, region)]
    planned = reminder_days(opens, closes, region)
    aims = [3, min(within.index(planned[0]) + 5, len(within) - 2)] if planned else []
    earliest = 2
    for reminder, aim in zip(planned, aims, strict=False):
        could_be = within[max(aim - 1, earliest) : aim + 2]
        assert reminder in could_be
        if any(each.weekday() in MIDWEEK for each in could_be):
            assert reminder.weekday() in MIDWEEK
        earliest = within.index(reminder) + 2


@given(days, regions)
def test_a_closing_day_leaves_two_weeks_of_school(opens: date, region: Region) -> None:
    closes = closing_day(opens, region)
    assert is_school_day(closes, region)
    assert closes.weekday() in MIDWEEK
    assert len(school_days(opens + DAY, closes, region)) >= 10
    assert len(reminder_days(opens, closes, region)) == 2


OPENS, CLOSES = day("2026-11-02"), day("2026-11-17")  # reminders on Thursday 5 and 12 November


@pytest.mark.parametrize(
    ("today", "sent", "last"),
    [
        ("2026-11-05", 0, None),
        ("2026-11-06", 0, None),  # nothing ran on Thursday,
        ("2026-11-09", 0, None),  # nor on Friday
        ("2026-11-12", 1, "2026-11-05"),
        ("2026-11-12", 0, None),  # nothing ran for a week: the first goes out now
        ("2026-11-16", 1, "2026-11-12"),  # and the second two school days later
    ],
)
def test_a_reminder_is_due_from_its_day_on(today: str, sent: int, last: str | None) -> None:
    before = day(last) if last else None
    assert remind_now(OPENS, CLOSES, NORTH, sent=sent, today=day(today), last=before)


@pytest.mark.parametrize(
    ("today", "sent", "last"),
    [
        ("2026-11-04", 0, None),
        ("2026-11-07", 0, None),  # Saturday
        ("2026-11-05", 1, "2026-11-05"),
        ("2026-11-06", 1, "2026-11-05"),
        ("2026-11-11", 1, "2026-11-05"),
        ("2026-11-12", 1, "2026-11-12"),
        ("2026-11-13", 1, "2026-11-12"),
        ("2026-11-16", 1, "2026-11-13"),  # Friday and Monday are adjacent school days
        ("2026-11-16", 2, "2026-11-12"),
        ("2026-11-17", 1, "2026-11-05"),  # the closing day
        ("2026-11-18", 0, None),
    ],
)
def test_no_reminder_is_due(today: str, sent: int, last: str | None) -> None:
    before = day(last) if last else None
    assert not remind_now(OPENS, CLOSES, NORTH, sent=sent, today=day(today), last=before)


def test_a_missed_reminder_waits_for_the_end_of_the_holiday() -> None:
    # Opens Monday 12 October in Midden, reminder on Thursday 15; the herfstvakantie is 17-25.
    opens, closes = day("2026-10-12"), day("2026-11-03")
    span = [day("2026-10-17") + count * DAY for count in range(10)]
    due = [
        each for each in span if remind_now(opens, closes, CENTRE, sent=0, today=each, last=None)
    ]
    assert due == [day("2026-10-26")]


@given(days, lengths, regions, st.data())
def test_however_often_the_server_was_off(
    opens: date, length: timedelta, region: Region, data: st.DataObject
) -> None:
    closes = opens + length
    was_on = data.draw(st.lists(st.booleans(), min_size=length.days, max_size=length.days))
    sent: list[date] = []
    for count, on in enumerate(was_on):
        today = opens + count * DAY
        last = sent[-1] if sent else None
        if on and remind_now(opens, closes, region, sent=len(sent), today=today, last=last):
            sent.append(today)
    planned = reminder_days(opens, closes, region)
    assert len(sent) <= len(planned)
    assert all(each >= plan for each, plan in zip(sent, planned, strict=False))
    assert all(is_school_day(each, region) and each < closes for each in sent)
    for earlier, later in pairwise(sent):
        assert len(school_days(earlier + DAY, later, region)) >= 2
    if all(was_on):
        assert tuple(sent) == planned


def test_a_good_choice_of_days_has_no_warnings() -> None:
    assert warnings(OPENS, CLOSES, NORTH) == ()


@pytest.mark.parametrize(
    ("opens", "closes", "region", "said"),
    [
        (
            "2026-11-02",
            "2026-11-14",
            NORTH,
            ("De sluitdag is zaterdag 14 november 2026, en dan is er geen school.",),
        ),
        ("2026-11-02", "2026-11-05", NORTH, ("Er zijn maar vier schooldagen om te antwoorden.",)),
        ("2026-11-02", "2026-11-06", NORTH, ()),
        # 18 December and 4 January are school, the ten weekdays between them are not.
        (
            "2026-12-18",
            "2027-01-04",
            SOUTH,
            ("Er zijn maar twee schooldagen", "Meer dan de helft van de doordeweekse dagen"),
        ),
        # Half of the weekdays free is not more than half: 12-16 October free, 19-23 school.
        ("2026-10-12", "2026-10-23", NORTH, ()),
        ("2026-10-12", "2026-10-22", NORTH, ("Er zijn maar vier", "Meer dan de helft")),
        (
            "2027-07-12",
            "2027-08-20",
            NORTH,
            ("De sluitdag is vrijdag 20 augustus 2027", "Er is geen schooldag", "Meer dan de"),
        ),
        ("2026-12-18", "2026-12-18", CENTRE, ("Er is maar één schooldag om te antwoorden.",)),
        # In Midden 20-31 August are ten school days of thirty-five weekdays; closing is a Sunday.
        ("2029-07-16", "2029-09-02", CENTRE, ("De sluitdag is zondag", "Meer dan de helft")),
    ],
)
def test_what_asks_care_is_said(
    opens: str, closes: str, region: Region, said: tuple[str, ...]
) -> None:
    found = warnings(day(opens), day(closes), region)
    assert [sentence[: len(start)] for sentence, start in zip(found, said, strict=True)] == [*said]


def test_a_period_that_ends_after_the_known_years_says_so() -> None:
    def unknown(closes: date) -> list[str]:
        said = warnings(closes - 14 * DAY, closes, CENTRE)
        return [sentence for sentence in said if "nog niet bekend" in sentence]

    assert unknown(known_until()) == []
    assert len(unknown(known_until() + DAY)) == 1
