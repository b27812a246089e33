"""Goals in the database: what is erased with somebody, and what only whose key it is opens."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from ibreflect.access import sealing
from ibreflect.errors import StoreError
from ibreflect.model.conversation import ConversationId
from ibreflect.model.goal import GoalEntry, GoalId, Look, Outcome
from ibreflect.model.person import Person
from ibreflect.store import erasing, goals
from ibreflect.store.connection import Store
from ibreflect.store.goals import NewGoal
from ibreflect.usecases import people
from tests.store import scans

TODAY = scans.AUTUMN
ENTRY = GoalEntry("doen", "stap", "merken", "hulp", "schoolleider", TODAY + timedelta(days=60))
TALK = ConversationId(UUID(int=7))


@pytest.fixture
def owner(store: Store) -> Person:
    people.introduce(store, name="Noor", school="De Wilg", today=date(2020, 9, 14))
    found = people.owner(store)
    assert found is not None
    return found


def _add(
    store: Store, person: Person, school_id: UUID, conversation_id: ConversationId | None = None
) -> GoalId:
    sealed = goals.sealed(store.vault, person.person_id, ENTRY)
    new = NewGoal(person.person_id, school_id, conversation_id, TODAY, sealed)
    return store.write(lambda work: goals.add(work, new))


def _noted(store: Store, person: Person, school_id: UUID) -> GoalId:
    goal_id = _add(store, person, school_id, TALK)
    for goal in goals.of_person(store, person.person_id):
        goals.note(store, goal, "tussendoor", TODAY)
    return goal_id


def _school(store: Store, person: Person) -> UUID:
    return people.my_schools(store, person)[0].school_id


def test_a_goal_comes_back_as_it_was_written(store: Store, owner: Person) -> None:
    goal_id = _noted(store, owner, _school(store, owner))
    look = Look(Outcome.PARTLY, store.vault.seal(owner.person_id, "leraren vragen eerder"))
    assert store.write(lambda work: goals.close(work, goal_id, look, TODAY))
    (goal,) = goals.of_person(store, owner.person_id)
    assert goal[:9] == (
        *(goal_id, owner.person_id, _school(store, owner), "De Wilg", TALK, TODAY, ENTRY),
        *(Outcome.PARTLY, TODAY),
    )
    assert (goal.sequence, goal.effect) == (0, "leraren vragen eerder")
    assert [(each.written_on, each.body) for each in goal.notes] == [(TODAY, "tussendoor")]
    assert goals.of_conversation(store, TALK) == (ENTRY,)
    assert goals.of_conversation(store, ConversationId(uuid4())) == ()


def test_every_text_is_sealed_and_opens_with_the_key_of_whose_it_is_only(
    store: Store, owner: Person, somebody_else: Person
) -> None:
    goal_id = _noted(store, owner, _school(store, owner))
    texts = store.read("select * from goal where goal_id = $1", goal_id)[0][-6:-1]
    (note,) = store.read("select body from goal_note")
    assert all(sealing.is_sealed(each) for each in (*texts, *note))
    store.write(lambda work: work.run("update goal set person_id = $1", somebody_else.person_id))
    store.vault.make_keys([somebody_else.person_id])
    with pytest.raises(StoreError):
        goals.of_person(store, somebody_else.person_id)


def test_an_erased_person_has_no_goals_or_notes_and_others_keep_theirs(
    store: Store, owner: Person, somebody_else: Person
) -> None:
    school_id = _school(store, owner)
    for person in (owner, somebody_else):
        _noted(store, person, school_id)
    erasing.erase_person(store, owner.person_id)
    after = scans.contents(store)
    assert [row["person_id"] for row in after["goal"]] == [somebody_else.person_id]
    assert len(after["goal_note"]) == 1
    assert goals.of_person(store, somebody_else.person_id)[0].notes


def test_what_is_closed_is_not_closed_moved_or_noted_again(store: Store, owner: Person) -> None:
    goal_id = _add(store, owner, _school(store, owner))
    look = Look(Outcome.NOT_REACHED, "")
    assert store.write(lambda work: goals.close(work, goal_id, look, TODAY))
    (before,) = goals.of_person(store, owner.person_id)
    assert not store.write(lambda work: goals.close(work, goal_id, look, ENTRY.check_on))
    store.write(lambda work: goals.move(work, goal_id, date(2027, 1, 1)))
    goals.note(store, before, "te laat", TODAY)
    sealed = goals.sealed(store.vault, owner.person_id, ENTRY)
    assert not store.write(lambda work: goals.rewrite(work, goal_id, sealed))
    assert goals.of_person(store, owner.person_id) == (before,)


def test_a_note_of_another_goal_stays(store: Store, owner: Person) -> None:
    school_id = _school(store, owner)
    noted, other = _noted(store, owner, school_id), _add(store, owner, school_id)
    note_id = store.read("select note_id from goal_note")[0][0]
    store.write(lambda work: goals.drop_note(work, other, note_id))
    assert store.read("select goal_id from goal_note") == [(noted,)]
    store.write(lambda work: goals.drop_note(work, noted, note_id))
    assert store.read("select goal_id from goal_note") == []
