"""Where an agreed report lands: goals, the mandate map and the next talk; a later version too."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from ibreflect.errors import InputError
from ibreflect.model.conversation import Conversation, Decision
from ibreflect.model.goal import Goal, Look, Outcome
from ibreflect.model.guide import Seat
from ibreflect.model.report import Closing
from ibreflect.store import mandate
from ibreflect.store.connection import Store
from ibreflect.store.mandate import Terms
from ibreflect.usecases import conversing, goal_progress, goals, planning, talking
from ibreflect.usecases.conversing import At
from ibreflect.usecases.mandate_agreement import Entry, agree
from ibreflect.usecases.planning import Days
from tests.store import scans
from tests.usecases import organisation, talks
from tests.usecases.organisation import WILG, Organisation
from tests.usecases.talks import CHECK, LATER, TODAY, TOMORROW, Table, goal

OWNER, PARTNER = Seat
REVIEW = TODAY + timedelta(days=100)
HALF_A_YEAR = date(2027, 5, 2)
NEXT, OTHER = LATER, LATER + timedelta(days=7)


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation.organisation(store)


@pytest.fixture
def table(store: Store, folk: Organisation, tmp_path: Path) -> Table:
    found = talks.plan(store, folk.an, folk.leader, tmp_path)
    found.hold()
    return found


@pytest.fixture
def with_map(store: Store, folk: Organisation, tmp_path: Path) -> Table:
    talks.with_round(store, folk.an)
    found = talks.plan(store, folk.an, folk.leader, tmp_path)
    found.hold()
    return found


def _agree(table: Table, closing: Closing) -> None:
    table.keep(closing)
    table.confirm()


def _another_version(table: Table) -> None:
    talking.write(table.store, table.owner, table.at(), "rollen", "Een zin erbij")
    table.confirm()


def _goals(table: Table) -> dict[str, Goal]:
    return {each.entry.behaviour: each for each in goals.mine(table.store, table.owner)}


def _decide(table: Table, topic: str, level: int, note: str = "") -> None:
    talking.decide(table.store, table.owner, table.at(), Decision(topic, level, note))


def _mandates(table: Table) -> list[Terms]:
    kept = mandate.agreements(table.store, table.owner.person_id, WILG)
    return [each.terms for each in kept]


def _others(table: Table) -> list[Conversation]:
    mine = conversing.mine(table.store, table.owner, today=TODAY)
    there = [each for each, _ in mine if each.conversation_id != table.conversation_id]
    return sorted(there, key=lambda each: each.planned_on)


def test_nothing_lands_before_both_confirmed(with_map: Table) -> None:
    _decide(with_map, "MI1", 3)
    with_map.keep(Closing((goal("Doen"),), REVIEW, NEXT))
    with_map.confirm(OWNER)
    assert (_goals(with_map), _mandates(with_map), _others(with_map)) == ({}, [], [])


def test_goals_are_the_ib_coordinators_and_of_this_conversation(table: Table) -> None:
    _agree(table, Closing((goal("Een"), goal("Twee"))))
    found = _goals(table)
    assert sorted(found) == ["Een", "Twee"]
    for each in found.values():
        assert (each.person_id, each.school_id) == (table.owner.person_id, WILG)
        assert (each.conversation_id, each.agreed_on) == (table.conversation_id, TODAY)
    assert goals.mine(table.store, table.partner) == ()


def test_with_one_goal_too_many_nothing_at_all_lands(with_map: Table) -> None:
    for number in range(2):
        own = goal(f"Van mezelf {number}")
        goals.make(with_map.store, with_map.owner, WILG, own, today=TODAY)
    _decide(with_map, "MI1", 3)
    with_map.keep(Closing((goal("Een"), goal("Twee")), REVIEW, NEXT))
    with_map.confirm(OWNER)
    before = scans.contents(with_map.store)
    with pytest.raises(InputError, match="drie doelen"):
        with_map.confirm(PARTNER)
    assert scans.contents(with_map.store) == before
    goals.remove(with_map.store, with_map.owner, _goals(with_map)["Van mezelf 0"].goal_id)
    with_map.confirm(PARTNER)
    assert len(_goals(with_map)) == 3
    assert len(_mandates(with_map)) == len(_others(with_map)) == 1


def test_a_later_version_adds_what_is_new_and_drops_what_was_not_worked_on(table: Table) -> None:
    _agree(table, Closing((goal("Blijft"), goal("Genoteerd"), goal("Vervalt"))))
    first = _goals(table)
    noted = first["Genoteerd"].goal_id
    goal_progress.note(table.store, table.owner, noted, "Begonnen", today=TODAY)
    _agree(table, Closing((goal("Blijft"), goal("Nieuw"))))
    found = _goals(table)
    assert sorted(found) == ["Blijft", "Genoteerd", "Nieuw"]
    assert found["Blijft"].goal_id == first["Blijft"].goal_id


def test_what_became_of_a_goal_is_not_undone_by_a_later_version(table: Table) -> None:
    _agree(table, Closing((goal("Gelukt"), goal("Verschoven"), goal("Weggehaald"))))
    found, store, owner = _goals(table), table.store, table.owner
    closed, moved = found["Gelukt"].goal_id, found["Verschoven"].goal_id
    goal_progress.close(store, owner, closed, Look(Outcome.REACHED, "Rust"), today=TODAY)
    goal_progress.move(store, owner, moved, CHECK + timedelta(days=5), today=TODAY)
    goals.remove(store, owner, found["Weggehaald"].goal_id)
    before = goals.mine(store, owner)
    _another_version(table)
    assert goals.mine(store, owner) == before
    _agree(table, Closing())
    assert [each.entry.behaviour for each in goals.mine(store, owner)] == ["Gelukt"]


def test_another_check_date_moves_the_goal_that_is_there(table: Table) -> None:
    _agree(table, Closing((goal("Doen"),)))
    first = _goals(table)["Doen"]
    goal_progress.note(table.store, table.owner, first.goal_id, "Begonnen", today=TODAY)
    _agree(table, Closing((goal("Doen", CHECK + timedelta(days=9)),)))
    (moved,) = goals.mine(table.store, table.owner)
    assert moved.goal_id == first.goal_id
    assert moved.entry.check_on == CHECK + timedelta(days=9)
    assert len(moved.notes) == 1


def test_goals_of_another_conversation_or_of_oneself_stay(
    folk: Organisation, table: Table, tmp_path: Path
) -> None:
    goals.make(table.store, table.owner, WILG, goal("Zelfde"), today=TODAY)
    _agree(table, Closing((goal("Zelfde"), goal("Anders"))))
    assert len(goals.mine(table.store, table.owner)) == 3
    _agree(table, Closing())
    assert [each.conversation_id for each in goals.mine(table.store, table.owner)] == [None]


def test_decisions_land_on_the_map_over_what_was_agreed_before(with_map: Table) -> None:
    (round_id,) = with_map.store.read("select round_id from round")[0]
    earlier = Entry({"MI1": 1, "MI3": 5}, {"MI3": "Al afgesproken"}, TODAY, REVIEW)
    agree(with_map.store, with_map.owner, round_id, earlier)
    _decide(with_map, "MI1", 4, "Na overleg")
    _decide(with_map, "X1", 2)
    assert with_map.page().lands
    _agree(with_map, Closing(review_on=REVIEW + timedelta(days=1)))
    newest = _mandates(with_map)[0]
    assert (newest.agreed_on, newest.review_on) == (TODAY, REVIEW + timedelta(days=1))
    assert {topic: tuple(level) for topic, level in newest.agreed.items()} == {
        "MI1": (4, "Na overleg"),
        "MI3": (5, "Al afgesproken"),
    }


def test_without_a_day_mandates_are_looked_at_again_in_half_a_year(with_map: Table) -> None:
    _decide(with_map, "MI2", 3)
    _agree(with_map, Closing())
    assert [each.review_on for each in _mandates(with_map)] == [HALF_A_YEAR]


def test_a_later_version_about_something_else_agrees_no_mandate_again(with_map: Table) -> None:
    _decide(with_map, "MI1", 4)
    _agree(with_map, Closing())
    next_day = with_map._replace(today=TOMORROW)
    _agree(next_day, Closing((goal("Nieuw"),)))
    assert len(_mandates(with_map)) == 1
    _decide(next_day, "MI1", 2)
    next_day.confirm()
    assert [each.agreed["MI1"].level for each in _mandates(with_map)] == [2, 4]


def test_without_a_map_decisions_stand_in_the_report_only(table: Table) -> None:
    _decide(table, "MI1", 4)
    assert not table.page().lands
    _agree(table, Closing())
    assert [each.level for each in table.page().report.decided] == ["meebeslissen"]


def test_a_topic_that_is_not_on_the_map_does_not_land(with_map: Table) -> None:
    _decide(with_map, "X1", 2)
    _agree(with_map, Closing())
    assert _mandates(with_map) == []


def test_the_next_talk_is_planned_with_the_same_two_once(table: Table) -> None:
    closing = Closing(next_on=NEXT, next_at=time(14))
    _agree(table, closing)
    (following,) = _others(table)
    days = (following.planned_on, following.planned_at, following.open_until)
    assert days == (NEXT, time(14), NEXT + timedelta(weeks=6))
    assert (following.partner_id, following.guide_id) == (table.partner.person_id, talks.LEADER)
    assert conversing.seated(table.store, table.partner, At(following.conversation_id, TODAY))
    _agree(table, closing._replace(goals=(goal("Nieuw"),)))
    assert len(_others(table)) == 1


def test_another_day_moves_the_next_talk_that_has_not_begun(table: Table) -> None:
    _agree(table, Closing(next_on=NEXT))
    (first,) = _others(table)
    _agree(table, Closing(next_on=OTHER, next_at=time(9)))
    (moved,) = _others(table)
    assert moved.conversation_id == first.conversation_id
    assert (moved.planned_on, moved.planned_at, moved.sequence) == (OTHER, time(9), 1)


def test_a_next_talk_that_was_moved_by_hand_is_still_that_one(table: Table) -> None:
    _agree(table, Closing(next_on=NEXT))
    there = At(_others(table)[0].conversation_id, TODAY)
    by_hand = NEXT + timedelta(days=2)
    planning.move(table.store, table.owner, there, Days(by_hand, None, by_hand))
    _another_version(table)
    assert [each.planned_on for each in _others(table)] == [by_hand]
    _agree(table, Closing(next_on=OTHER))
    assert [each.planned_on for each in _others(table)] == [OTHER]


def test_a_next_talk_that_began_stays_and_another_is_planned(table: Table) -> None:
    _agree(table, Closing(next_on=NEXT))
    table._replace(conversation_id=_others(table)[0].conversation_id).begin()
    _agree(table, Closing(next_on=OTHER))
    assert [each.planned_on for each in _others(table)] == [NEXT, OTHER]


def test_what_both_confirm_after_the_day_plans_nothing_in_the_past(table: Table) -> None:
    table.keep(Closing((goal("Doen", TOMORROW),), next_on=TOMORROW))
    late = table._replace(today=TODAY + timedelta(days=9))
    late.confirm()
    assert _others(table) == []
    assert list(_goals(table)) == ["Doen"]
