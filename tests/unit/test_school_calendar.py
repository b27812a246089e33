"""School days by a real calendar, where the dates come from, and what the form warns of."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import holidays
import pytest
from hypothesis import given

from ibreflect.measure import school_calendar
from ibreflect.measure.school_calendar import (
    Region,
    closing_day,
    is_school_day,
    known_until,
    reminder_days,
    warnings,
)
from tests.unit.school_days import (
    CENTRE,
    DAY,
    MIDWEEK,
    NORTH,
    SOUTH,
    day,
    days,
    regions,
    school_days,
    span,
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
    weekdays = [each for each in span(day("2025-09-01"), last) if each.weekday() < 5]
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
        for first, last in (pair for spread in year.values() for pair in spread.values()):
            assert (day(first).weekday(), day(last).weekday()) == (5, 6)
            assert f"{name[:4]}-08-01" <= first < last <= f"{name[5:]}-09-30"
            assert (day(last) - day(first)).days + 1 in (9, 16, 44)


def test_after_the_known_years_no_holiday_is_guessed() -> None:
    autumn = date(known_until().year, 10, 1)
    weekdays = [each for each in span(autumn, autumn + 60 * DAY) if each.weekday() < 5]
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


@given(days, regions)
def test_a_closing_day_leaves_two_weeks_of_school(opens: date, region: Region) -> None:
    closes = closing_day(opens, region)
    assert is_school_day(closes, region)
    assert closes.weekday() in MIDWEEK
    assert len(school_days(opens + DAY, closes, region)) >= 10
    assert len(reminder_days(opens, closes, region)) == 2


def test_a_good_choice_of_days_has_no_warnings() -> None:
    assert warnings(day("2026-11-02"), day("2026-11-17"), NORTH) == ()


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
