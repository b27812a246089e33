"""What a visitor of example data finds between the rounds: talks, goals, logboek and expertise."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from pathlib import Path

import pytest

from ibreflect.access.telltales import names_in
from ibreflect.model.conversation import Conversation, Stage
from ibreflect.model.goal import Outcome
from ibreflect.model.guide import Seat
from ibreflect.model.log import Kind, Step
from ibreflect.model.person import Person
from ibreflect.model.role import REGIONS
from ibreflect.model.round import term_of
from ibreflect.model.sharing import Part
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.usecases import (
    agreeing,
    conversing,
    expertise,
    goals,
    log_entries,
    mandate_agreement,
    people,
    preparing,
    private_notes,
    reflection,
    rounds,
    talking,
    view_talk,
)
from ibreflect.usecases.conversing import At
from ibreflect.usecases.demo.build import build
from ibreflect.usecases.demo.viewpoints import CAST
from tests.usecases.demo_reading import TODAY, everybody, offered, viewpoint_people
from tests.usecases.organisation import NOW

SANNE, BILAL, MARLEEN, JORIS, AYLIN = range(5)
SCHOOLLEIDER, COACH = range(len(CAST), len(CAST) + 2)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(tmp_path_factory.mktemp("demo") / "one.duckdb")
    build(store, offered(), scale=0.05, seed=7, today=TODAY)
    yield store
    close_stores()


@pytest.fixture
def fresh(tmp_path: Path, filled: Store) -> Store:
    """An empty database; `filled` closes it with the others."""
    return open_store(tmp_path / "fresh.duckdb")


def who(store: Store, place: int) -> Person:
    found = people.invented(store, people.viewpoints(store)[place].person_id)
    assert found
    return found


def talks_of(store: Store, person: Person, stage: Stage, today: date = TODAY) -> list[Conversation]:
    mine = conversing.mine(store, person, today=today)
    return [each for each, _ in mine if each.stage is stage]


def at(conversation: Conversation, today: date = TODAY) -> At:
    return At(conversation.conversation_id, today)


def test_sanne_and_the_schoolleider_held_two_talks_that_both_agreed_on(filled: Store) -> None:
    sanne = who(filled, SANNE)
    check, first = talks_of(filled, sanne, Stage.ENDED)
    assert (first.guide_id, check.guide_id) == ("reflectiegesprek", "koerscheck")
    assert 300 <= (TODAY - first.planned_on).days <= 400
    assert 150 <= (TODAY - check.planned_on).days <= 215
    reports = {}
    for person in (sanne, who(filled, SCHOOLLEIDER)):
        for talk in (first, check):
            page = agreeing.page(filled, person, at(talk))
            assert page.is_agreed
            reports[talk.guide_id] = page.report
    report = reports["reflectiegesprek"]
    assert len(report.closing.goals) == len(report.decided) == 2
    assert len(report.said) == 6
    assert report.closing.next_on


def test_what_was_decided_before_there_was_a_mandate_map_stays_in_the_report(filled: Store) -> None:
    sanne = who(filled, SANNE)
    newest = rounds.mine(filled, sanne)[-1]
    days = [each.terms.agreed_on for each in mandate_agreement.versions(filled, sanne, newest)]
    assert len(days) == 2
    assert days == sorted(days, reverse=True)  # the newest first


def test_the_next_talk_is_near_and_the_schoolleider_can_walk_on(fresh: Store) -> None:
    build(fresh, offered(), scale=0.05, seed=3, today=TODAY)
    sanne, leader = who(fresh, SANNE), who(fresh, SCHOOLLEIDER)
    (coming,) = talks_of(fresh, sanne, Stage.PREPARING)
    assert TODAY < coming.planned_on <= TODAY + timedelta(weeks=2)
    assert coming.ready == {Seat.OWNER}

    sheet = preparing.sheet(fresh, leader, at(coming))
    asked = sheet.seated.guide.questions(Seat.PARTNER)
    lacking = [each.id for each in asked if each.id not in sheet.entries]
    assert 0 < len(lacking) < len(asked)
    for question_id in lacking:
        preparing.save(fresh, leader, at(coming), question_id, "Daar denk ik nog over na.")
    preparing.set_ready(fresh, leader, at(coming), is_ready=True, now=NOW)
    talking.begin(fresh, leader, at(coming))
    talk = view_talk.talk(fresh, leader, at(coming))
    assert talk.seated.conversation.stage is Stage.TALKING
    assert len(talk.tabled.texts) == 2
    assert talk.tabled.picture
    assert {each.part for each in talk.tabled.picture.parts} == {
        Part.ROLES,
        Part.OVERLAP,
        Part.OTHERS,
    }


def test_goals_of_sanne_ended_well_or_in_part_and_two_are_to_be_looked_at_soon(
    filled: Store,
) -> None:
    mine = goals.mine(filled, who(filled, SANNE))
    closed = [each for each in mine if not each.is_open]
    assert [each.outcome for each in closed] == [Outcome.REACHED, Outcome.PARTLY]
    assert all(each.effect for each in closed)
    still = [each for each in mine if each.is_open]
    assert len(still) == 2
    for goal in still:
        assert goal.notes
        assert TODAY < goal.entry.check_on <= TODAY + timedelta(weeks=2)
        assert all(goal.agreed_on <= note.written_on <= TODAY for note in goal.notes)


def test_marleen_closed_a_goal_in_each_of_ten_years_at_the_school_of_then(filled: Store) -> None:
    mine = goals.mine(filled, who(filled, MARLEEN))
    closed = [each for each in mine if not each.is_open]
    assert len({term_of(each.agreed_on).school_year for each in closed}) == len(closed) == 10
    assert len({each.school_id for each in closed}) == 2
    assert {each.outcome for each in closed} == set(Outcome)


@pytest.mark.parametrize(
    ("place", "count", "years"), [(SANNE, 60, 3), (BILAL, 6, 1), (MARLEEN, 150, 11)]
)
def test_logboeken_are_as_long_as_somebody_is_there(
    filled: Store, place: int, count: int, years: int
) -> None:
    entries = log_entries.mine(filled, who(filled, place))
    assert len(entries) == count
    assert len({term_of(each.content.day).school_year for each in entries}) == years
    assert all(each.content.day <= TODAY for each in entries)
    for others in (JORIS, AYLIN):
        assert not log_entries.mine(filled, who(filled, others))


def test_the_logboek_of_sanne_holds_every_kind_of_thing_once(filled: Store) -> None:
    contents = [each.content for each in log_entries.mine(filled, who(filled, SANNE))]
    assert {each.kind for each in contents} == set(Kind)
    assert {each.step for each in contents} == {None, *Step}
    assert {each.roles for each in contents} == {(), *REGIONS}
    assert {each.is_planned for each in contents} == {None, True, False}
    assert len({each.what for each in contents}) == len(contents)


def test_no_logboek_or_reflection_names_anybody(filled: Store) -> None:
    known = [each.name for each in everybody(filled)]
    for person in viewpoint_people(filled):
        told = (each.content.texts for each in log_entries.mine(filled, person))
        written = (each.body for each in reflection.answers(filled, person))
        for text in (*chain.from_iterable(told), *written):
            assert names_in(text, known) == ()


def test_sanne_wrote_down_reflections_in_two_school_years(filled: Store) -> None:
    answers = reflection.answers(filled, who(filled, SANNE))
    assert {each.school_year for each in answers} == {"2025/2026", "2026/2027"}


def test_the_team_of_sanne_is_on_the_expertisekaart(filled: Store) -> None:
    for place in (SANNE, SCHOOLLEIDER):
        reader = who(filled, place)
        (school,) = expertise.schools(filled, reader, today=TODAY)
        card = expertise.card(filled, reader, school.school_id, today=TODAY)
        assert len(card.entries) == 8
        assert card.has_link
        assert all(each.changed_on <= TODAY <= each.last_day for each in card.entries)


def test_the_coach_held_a_talk_with_marleen_and_kept_a_note_about_the_method(
    filled: Store,
) -> None:
    coach, marleen = who(filled, COACH), who(filled, MARLEEN)
    (held,) = talks_of(filled, coach, Stage.ENDED)
    (coming,) = talks_of(filled, coach, Stage.PREPARING)
    assert agreeing.page(filled, coach, at(held)).is_agreed
    assert not coming.ready
    assert preparing.sheet(filled, coach, at(coming)).entries
    assert "stiltes" in private_notes.read(filled, coach, at(held))
    assert private_notes.read(filled, marleen, at(held)) == ""


def test_the_visieteam_met_and_meets_again(filled: Store) -> None:
    marleen = who(filled, MARLEEN)
    (met,) = [each for each in talks_of(filled, marleen, Stage.ENDED) if not each.has_partner]
    (again,) = [each for each in talks_of(filled, marleen, Stage.PREPARING) if not each.has_partner]
    assert met.guide_id == again.guide_id == "visieteam"
    assert met.planned_on < TODAY < again.planned_on
    assert agreeing.page(filled, marleen, at(met)).is_agreed


@pytest.mark.parametrize("today", [date(2026, 8, 1), date(2027, 1, 31), date(2027, 2, 1)])
def test_the_story_is_whole_on_the_first_and_the_last_day_of_a_term(
    fresh: Store, today: date
) -> None:
    build(fresh, offered(), scale=0.05, seed=1, today=today)
    sanne = who(fresh, SANNE)
    (coming,) = talks_of(fresh, sanne, Stage.PREPARING, today)
    assert today < coming.planned_on <= today + timedelta(weeks=2)
    assert len(talks_of(fresh, sanne, Stage.ENDED, today)) == 2
    still = [each for each in goals.mine(fresh, sanne) if each.is_open]
    assert all(today < each.entry.check_on <= today + timedelta(weeks=2) for each in still)
    assert len(log_entries.mine(fresh, who(fresh, MARLEEN))) == 150
