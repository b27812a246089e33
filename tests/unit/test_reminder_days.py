"""When to remind: by a real calendar, and what holds whenever and however often the server ran."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.school_calendar import Region, is_school_day, remind_now, reminder_days
from tests.unit.school_days import (
    CENTRE,
    DAY,
    MIDWEEK,
    NORTH,
    SOUTH,
    day,
    days,
    lengths,
    regions,
    school_days,
    span,
)


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
        # From Friday: Wednesday 4, and two before closing is Friday 6. Thursday is too soon after
        # the first, Monday no better.
        ("2026-10-30", "2026-11-10", NORTH, ["2026-11-04", "2026-11-06"]),
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
    due = [
        each
        for each in span(day("2026-10-17"), day("2026-10-26"))
        if remind_now(opens, closes, CENTRE, sent=0, today=each, last=None)
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
