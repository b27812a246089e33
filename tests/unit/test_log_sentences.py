"""What the logboek says: quarters, and sentences that are right for one, few and many."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure import log_sentences
from ibreflect.measure.log_sentences import Tally
from ibreflect.model.log import Quarter, Step, quarter_of
from ibreflect.model.role import REGIONS, Region
from ibreflect.model.round import term_of

FEW = "Het zijn er weinig"


def tallies(*numbers: int) -> dict[Region, Tally]:
    """For the seven regions: three of one role, three of two, one of three."""
    return {
        region: Tally(number, 30 * number) for region, number in zip(REGIONS, numbers, strict=True)
    }


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2026, 8, 1), "aug–okt 2026"),
        (date(2026, 10, 31), "aug–okt 2026"),
        (date(2026, 11, 1), "nov–jan 2027"),
        (date(2027, 1, 31), "nov–jan 2027"),
        (date(2027, 2, 1), "feb–apr 2027"),
        (date(2027, 5, 1), "mei–jul 2027"),
        (date(2027, 7, 31), "mei–jul 2027"),
        (date(2027, 8, 1), "aug–okt 2027"),
    ],
)
def test_a_day_falls_in_a_quarter_of_the_school_year(day: date, label: str) -> None:
    assert quarter_of(day).label == label


def test_a_quarter_says_when_it_begins() -> None:
    assert quarter_of(date(2027, 1, 31)).first_month == "nov 2026"
    assert quarter_of(date(2026, 8, 1)).first_month == "aug 2026"


@given(st.dates(date(2000, 1, 1), date(2100, 12, 30)))
def test_quarters_follow_each_other_and_never_cross_a_school_year(day: date) -> None:
    next_day = day + timedelta(days=1)
    step = quarter_of(next_day).number - quarter_of(day).number
    assert step in {0, 1}
    if term_of(day).school_year != term_of(next_day).school_year:
        assert step == 1
        assert next_day.month == 8
    assert quarter_of(day) <= quarter_of(next_day)
    assert isinstance(quarter_of(day), Quarter)


def test_planned_stands_beside_spontaneous() -> None:
    said = log_sentences.about_planned("aug 2025", 14, 9)
    first, _, more = said.partition(". ")
    assert first == (
        "Sinds aug 2025 schreef je 14 keer iets op dat gepland was, en 9 keer iets spontaans"
    )
    assert "sneller vergeten" in more
    assert FEW not in said


def test_nothing_planned_is_said_in_words_and_few_are_called_few() -> None:
    said = log_sentences.about_planned("aug 2025", 0, 5)
    assert "geen enkele keer iets op dat gepland was, en 5 keer iets spontaans" in said
    assert FEW in said


@pytest.mark.parametrize(
    ("early", "others", "start"),
    [
        (3, 9, "Bij 3 van de 12 vragen die je sinds aug 2025 opschreef was nog niets geprobeerd."),
        (0, 12, "Bij elke vraag die je sinds aug 2025 opschreef was al iets geprobeerd."),
        (12, 0, "Bij elke vraag die je sinds aug 2025 opschreef was nog niets geprobeerd."),
    ],
)
def test_steps_are_told_of_the_team_and_of_nobody(early: int, others: int, start: str) -> None:
    said = log_sentences.about_steps("aug 2025", {Step.NOTHING: early, Step.BOTH: others})
    assert said.startswith(start)
    assert "niet over jou of een ander" in said
    assert FEW not in said


def test_few_questions_are_called_few() -> None:
    assert FEW in log_sentences.about_steps("aug 2025", {Step.NOTHING: 3, Step.TRIED: 6})
    assert FEW not in log_sentences.about_steps("aug 2025", {Step.NOTHING: 3, Step.TRIED: 7})


@pytest.mark.parametrize(
    ("numbers", "start"),
    [
        ((5, 2, 1, 1, 1, 0, 2), "lagen 4 van je 12 activiteiten in meer dan één rol."),
        ((5, 5, 1, 0, 0, 0, 1), "lag 1 van je 12 activiteiten in meer dan één rol."),
        ((5, 5, 2, 0, 0, 0, 0), "lag elke activiteit die je opschreef in één rol."),
        ((0, 0, 0, 9, 0, 0, 3), "lag elke activiteit die je opschreef in meer dan één rol."),
    ],
)
def test_activities_in_more_than_one_role_are_counted(numbers: tuple[int, ...], start: str) -> None:
    said = log_sentences.about_activities("2026/2027", tallies(*numbers))
    assert said == f"In schooljaar 2026/2027 {start}"


def test_few_activities_are_called_few() -> None:
    assert FEW in log_sentences.about_activities("2026/2027", tallies(5, 0, 0, 0, 0, 0, 1))


def test_only_themes_that_came_back_are_named_the_most_first() -> None:
    counts = {"tijd": 2, "gedrag": 5, "ouders": 1, "team": 2, "toetsen": 2}
    said = log_sentences.about_themes(counts)
    assert said == "Dit kwam vaker terug: gedrag (5 keer), team (2 keer) en tijd (2 keer)."
    assert log_sentences.about_themes({"tijd": 1}) == log_sentences.about_themes({}) == ""


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 minuten"),
        (1, "1 minuut"),
        (45, "45 minuten"),
        (60, "1 uur"),
        (125, "2 uur en 5 minuten"),
    ],
)
def test_a_duration_is_said_in_hours_and_minutes(minutes: int, said: str) -> None:
    assert log_sentences.hours(minutes) == said
