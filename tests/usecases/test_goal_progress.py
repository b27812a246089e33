"""How it goes with a goal: notes, another check date, looking back, and going on after all."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.goal import Goal, GoalEntry, GoalId, Look, Outcome
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import goal_progress, goals, people

TODAY = date(2026, 11, 23)
SOON = TODAY + timedelta(days=60)
SEEN = "Leraren komen met een eigen plan"


@pytest.fixture
def noor(store: Store) -> Person:
    people.introduce(store, name="Noor", school="De Wilg", today=date(2020, 9, 14))
    owner = people.owner(store)
    assert owner is not None
    return owner


@pytest.fixture
def goal_id(store: Store, noor: Person) -> GoalId:
    school_id = people.my_schools(store, noor)[0].school_id
    entry = GoalEntry("Ik vraag eerst", "", "", "", "", SOON)
    return goals.make(store, noor, school_id, entry, today=TODAY)


def _now(store: Store, noor: Person, goal_id: GoalId) -> Goal:
    return goals.one(store, noor, goal_id)


def test_notes_stand_in_order_of_their_days_and_once_each(
    store: Store, noor: Person, goal_id: GoalId
) -> None:
    for days, body in ((9, "later"), (2, " eerder "), (2, "eerder"), (9, "ook")):
        on = TODAY + timedelta(days=days)
        goal_progress.note(store, noor, goal_id, body, today=on)
    notes = _now(store, noor, goal_id).notes
    assert [each.body for each in notes][:1] == ["eerder"]
    assert sorted(each.body for each in notes) == ["eerder", "later", "ook"]

    goal_progress.drop_note(store, noor, goal_id, notes[0].note_id)
    assert [each.body for each in _now(store, noor, goal_id).notes] == [
        each.body for each in notes[1:]
    ]


@pytest.mark.parametrize(("body", "says"), [(" \n ", "Schrijf eerst"), ("x" * 501, "501 tekens")])
def test_an_empty_or_long_note_is_not_kept(
    store: Store, noor: Person, goal_id: GoalId, body: str, says: str
) -> None:
    with pytest.raises(InputError, match=says):
        goal_progress.note(store, noor, goal_id, body, today=TODAY)
    assert _now(store, noor, goal_id).notes == ()


def test_a_moved_check_date_counts_once_for_the_calendar(
    store: Store, noor: Person, goal_id: GoalId
) -> None:
    for _ in range(2):
        goal_progress.move(store, noor, goal_id, SOON + timedelta(days=7), today=TODAY)
    goal = _now(store, noor, goal_id)
    assert (goal.entry.check_on, goal.sequence) == (SOON + timedelta(days=7), 1)
    with pytest.raises(InputError, match="Kies een kijkdatum"):
        goal_progress.move(store, noor, goal_id, TODAY, today=TODAY)


@pytest.mark.parametrize("outcome", Outcome)
def test_looking_back_closes_it_and_can_be_undone(
    store: Store, noor: Person, goal_id: GoalId, outcome: Outcome
) -> None:
    before = _now(store, noor, goal_id)
    for _ in range(2):  # a second click changes nothing
        goal_progress.close(store, noor, goal_id, Look(outcome, f" {SEEN} "), today=SOON)
    goal = _now(store, noor, goal_id)
    assert (goal.outcome, goal.effect, goal.closed_on) == (outcome, SEEN, SOON)

    for _ in range(2):
        goal_progress.reopen(store, noor, goal_id)
    assert _now(store, noor, goal_id) == before._replace(effect=SEEN)


@pytest.mark.parametrize("outcome", [Outcome.REACHED, Outcome.PARTLY])
def test_it_went_well_when_something_was_seen_to_change(
    store: Store, noor: Person, goal_id: GoalId, outcome: Outcome
) -> None:
    with pytest.raises(InputError, match="bij de leraar, in het team of bij leerlingen"):
        goal_progress.close(store, noor, goal_id, Look(outcome, " "), today=SOON)
    assert _now(store, noor, goal_id).is_open


def test_another_end_in_another_window_is_not_lost_in_silence(
    store: Store, noor: Person, goal_id: GoalId
) -> None:
    goal_progress.close(store, noor, goal_id, Look(Outcome.REACHED, SEEN), today=SOON)
    with pytest.raises(InputError, match="intussen al afgesloten"):
        goal_progress.close(store, noor, goal_id, Look(Outcome.NOT_REACHED, ""), today=SOON)
    assert _now(store, noor, goal_id).outcome is Outcome.REACHED


def test_a_closed_goal_stays_as_it_was(store: Store, noor: Person, goal_id: GoalId) -> None:
    goal_progress.note(store, noor, goal_id, "Het loopt", today=TODAY)
    goal_progress.close(store, noor, goal_id, Look(Outcome.CHANGED, ""), today=SOON)
    before = _now(store, noor, goal_id)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: goal_progress.note(store, noor, goal_id, "nog iets", today=SOON),
        lambda: goal_progress.drop_note(store, noor, goal_id, before.notes[0].note_id),
        lambda: goal_progress.move(store, noor, goal_id, SOON + timedelta(days=9), today=SOON),
        lambda: goals.rewrite(store, noor, goal_id, before.entry, today=TODAY),
    )
    for attempt in attempts:
        with pytest.raises(NotAllowedError, match="al afgesloten"):
            attempt()
    assert _now(store, noor, goal_id) == before
