"""What the logboek shows: counted by period, rung and region, and only from a few entries on."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.growth import Noise
from ibreflect.measure.log_sentences import Tally
from ibreflect.model.log import Content, Entry, Kind, Place, Step
from ibreflect.model.person import Person, School
from ibreflect.model.role import REGIONS, Region
from ibreflect.model.round import term_of
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in, log_entries, people, rounds, view_log
from tests.store import scans

AUTUMN, WINTER, TODAY = date(2024, 9, 2), date(2024, 11, 5), date(2026, 11, 3)
ALONE, PAIR = REGIONS[0], REGIONS[3]


@pytest.fixture
def school(store: Store, actor: Person) -> School:
    scans.begin(store, actor)
    return people.my_schools(store, actor)[0]


def write(store: Store, actor: Person, school: School, *contents: Content) -> None:
    for each in contents:
        log_entries.add(store, actor, Entry(uuid4(), school, each), today=TODAY)


def moment(day: date) -> Content:
    return Content(Kind.BUMPY_MOMENT, day, "Het liep vast.", "gedrag")


def activity(day: date, roles: Region = ALONE, *, planned: bool = True) -> Content:
    return Content(Kind.ACTIVITY, day, "Meegekeken", roles=roles, minutes=45, is_planned=planned)


def question(day: date, step: Step) -> Content:
    return Content(Kind.QUESTION, day, "Hoe?", step=step)


def test_with_too_little_nothing_is_drawn(store: Store, actor: Person, school: School) -> None:
    few = [moment(AUTUMN)] * 2 + [activity(AUTUMN)] * 2 + [question(AUTUMN, Step.TRIED)] * 4
    write(store, actor, school, *few, Content(Kind.EFFECT, AUTUMN, "Rust", place=Place.TEAM))
    seen = view_log.picture(store, actor, school.school_id)
    assert (seen.planned, seen.steps, seen.years, seen.themes) == (None, None, (), "")


def test_bumpy_moments_are_spontaneous_and_activities_are_what_was_chosen(
    store: Store, actor: Person, school: School
) -> None:
    autumn = [activity(AUTUMN)] * 3 + [activity(AUTUMN, planned=False)]
    write(store, actor, school, *autumn, moment(AUTUMN), moment(WINTER))
    seen = view_log.picture(store, actor, school.school_id).planned
    assert seen
    assert seen.read.to_dict("records") == [
        {"Periode": "aug–okt 2024", "gepland": 3, "spontaan": 2},
        {"Periode": "nov–jan 2025", "gepland": 0, "spontaan": 1},
    ]
    assert seen.says.startswith("Sinds aug 2024 schreef je 3 keer iets op dat gepland was, en 3")


def test_a_period_without_anything_stands_between_the_others(
    store: Store, actor: Person, school: School
) -> None:
    write(store, actor, school, *[moment(AUTUMN)] * 4, moment(AUTUMN + timedelta(days=200)))
    seen = view_log.picture(store, actor, school.school_id).planned
    assert seen
    assert list(seen.read["spontaan"]) == [4, 0, 1]


def test_six_periods_are_drawn_and_all_are_in_the_table(
    store: Store, actor: Person, school: School
) -> None:
    write(store, actor, school, *[moment(AUTUMN + timedelta(days=91 * at)) for at in range(8)])
    seen = view_log.picture(store, actor, school.school_id).planned
    assert seen
    assert len(seen.read) == 8
    assert set(seen.drawn["position"]) == set(range(6))
    assert seen.drawn["count"].sum() == 6
    assert seen.says.startswith("Sinds feb 2025 schreef je geen enkele keer iets op dat gepland")
    assert "en 6 keer iets spontaans" in seen.says


def test_questions_stand_on_the_rungs_of_the_ladder_from_the_top(
    store: Store, actor: Person, school: School
) -> None:
    steps = [Step.NOTHING, Step.NOTHING, Step.TRIED, Step.CONSULTED, Step.BOTH]
    write(store, actor, school, *[question(AUTUMN, step) for step in steps])
    seen = view_log.picture(store, actor, school.school_id).steps
    assert seen
    assert list(seen.drawn["row"]) == [
        "allebei gedaan, en nog vast",
        "met een collega overlegd",
        "zelf iets geprobeerd",
        "nog niets geprobeerd",
    ]
    assert list(seen.drawn["count"]) == [1, 1, 1, 2]
    assert seen.says.startswith("Bij 2 van de 5 vragen")


def test_activities_count_once_in_the_region_of_exactly_their_roles(
    store: Store, actor: Person, school: School
) -> None:
    write(store, actor, school, *[activity(AUTUMN)] * 3, *[activity(WINTER, PAIR)] * 2)
    (year,) = view_log.picture(store, actor, school.school_id).years
    assert year.school_year == "2024/2025"
    assert year.tallies[ALONE] == Tally(3, 135)
    assert year.tallies[PAIR] == Tally(2, 90)
    assert list(year.tallies) == list(REGIONS)
    assert year.read.loc[3, "Tijd"] == "1 uur en 30 minuten"


@given(
    st.lists(
        st.tuples(
            st.dates(date(2023, 1, 1), date(2026, 12, 31)),
            st.sampled_from(REGIONS),
            st.integers(5, 600),
        )
    )
)
def test_no_activity_and_no_minute_is_lost_or_counted_twice(
    logged: list[tuple[date, Region, int]],
) -> None:
    school = School(uuid4(), "De Wilg")
    entries = [
        Entry(uuid4(), school, activity(day, roles)._replace(minutes=minutes))
        for day, roles, minutes in logged
    ]
    counted = view_log.activities(entries)
    everything = [tally for year in counted.values() for tally in year.values()]
    assert sum(tally.number for tally in everything) == len(logged)
    assert sum(tally.minutes for tally in everything) == sum(minutes for *_, minutes in logged)
    years = [term_of(day).school_year for day, *_ in logged]
    assert list(counted) == sorted(set(years), reverse=True)


def test_the_scan_of_that_school_stands_beside_it_once_handed_in(
    store: Store, actor: Person, school: School
) -> None:
    beside = view_log.scan_beside(store, actor, school.school_id, Noise())
    assert beside is None
    (mine,) = rounds.mine(store, actor)
    fill_in.save(store, actor, mine.round_id, item_id="LC1", given=4)
    fill_in.hand_in(store, actor, mine.round_id)
    beside = view_log.scan_beside(store, actor, school.school_id, Noise())
    assert beside
    assert beside.term == mine.term.label
    assert len(beside.figure.drawn) == len(REGIONS)
    assert view_log.scan_beside(store, actor, uuid4(), Noise()) is None
