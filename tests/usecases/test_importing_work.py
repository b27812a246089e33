"""From one installation to another: goals, the log and reflection questions, once each."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from ibreflect.errors import InputError
from ibreflect.model.goal import MOST_OPEN
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    exporting,
    goal_progress,
    goals,
    importing,
    log_entries,
    people,
    reflection,
    rounds,
)
from tests.store import scans
from tests.usecases import taking_along, talks
from tests.usecases.organisation import LONG_AGO
from tests.usecases.taking_along import CHECK, NOW, TODAY, bring_in, edited, file_of, propose

GOLDEN = Path(__file__).with_name("taken_along_1.json")


@pytest.fixture
def me(store: Store) -> Person:
    people.introduce(store, name="Noor", school=scans.SCHOOL, today=LONG_AGO)
    found = people.owner(store)
    assert found is not None
    return found


@pytest.fixture
def content(store: Store, me: Person) -> bytes:
    """What somebody takes along who has no round."""
    taking_along.work(store, me, people.my_schools(store, me)[0])
    return file_of(store, me)


def _work(store: Store, person: Person) -> dict[str, Any]:
    taken = exporting.take_along(store, person, today=TODAY)
    return taken.model_dump(include={"goals", "log", "reflections"})


def test_all_of_it_is_the_same_elsewhere(
    store: Store, me: Person, elsewhere: Store, there: Person, content: bytes
) -> None:
    assert bring_in(elsewhere, there, content) == 0
    assert _work(elsewhere, there) == _work(store, me)
    is_open, over = sorted(goals.mine(elsewhere, there), key=lambda each: not each.is_open)
    assert (is_open.school_name, len(is_open.notes)) == (scans.SCHOOL, 2)
    assert (over.effect, over.closed_on) == ("De leraar begint zelf.", talks.TODAY)
    assert len(log_entries.mine(elsewhere, there)) == len(taking_along.ENTRIES)


def test_the_proposal_says_how_much_is_new(elsewhere: Store, there: Person, content: bytes) -> None:
    before = scans.contents(elsewhere)
    found = propose(elsewhere, there, content)
    assert found.is_new
    assert (len(found.work.goals), len(found.work.log), len(found.work.reflections)) == (2, 5, 2)
    assert (found.work.goals_here, found.work.reflections_here) == (0, 0)
    assert found.new_schools == (scans.SCHOOL,)
    assert scans.contents(elsewhere) == before


def test_the_same_file_twice_brings_nothing_new(
    elsewhere: Store, there: Person, content: bytes
) -> None:
    first = propose(elsewhere, there, content)
    importing.bring_in(elsewhere, there, first, now=NOW, today=TODAY)
    before = _work(elsewhere, there)

    again = propose(elsewhere, there, content)
    assert not again.is_new
    assert (again.work.goals_here, again.work.reflections_here) == (2, 2)
    # A second click on the button of before.
    importing.bring_in(elsewhere, there, first, now=NOW, today=TODAY)
    assert _work(elsewhere, there) == before


def test_a_goal_that_went_on_here_stays_as_it_is(
    elsewhere: Store, there: Person, content: bytes
) -> None:
    bring_in(elsewhere, there, content)
    (is_open,) = (each for each in goals.mine(elsewhere, there) if each.is_open)
    goal_progress.note(elsewhere, there, is_open.goal_id, "Weer verder.", today=TODAY)
    later = CHECK + timedelta(days=9)
    goal_progress.move(elsewhere, there, is_open.goal_id, later, today=TODAY)

    assert not propose(elsewhere, there, content).is_new
    bring_in(elsewhere, there, content)
    assert len(goals.one(elsewhere, there, is_open.goal_id).notes) == 3
    assert len(goals.mine(elsewhere, there)) == 2


def test_an_answer_to_the_same_question_stays_as_it_is_here(
    elsewhere: Store, there: Person, content: bytes
) -> None:
    reflection.save(elsewhere, there, "reflectie:waarom", "Van hier.", today=TODAY)
    assert propose(elsewhere, there, content).work.reflections_here == 1
    bring_in(elsewhere, there, content)
    kept = {each.topic: each.body for each in reflection.answers(elsewhere, there)}
    assert kept == {"reflectie:waarom": "Van hier.", "reflectie:kennis": taking_along.KEPT_ODD}


def test_more_than_three_open_goals_may_come_in(
    store: Store, me: Person, elsewhere: Store, there: Person
) -> None:
    def more(tree: dict[str, Any]) -> None:
        (goal,) = tree["goals"]
        tree["goals"] = [{**goal, "behaviour": f"Doel {number}"} for number in range(5)]

    (school,) = people.my_schools(store, me)
    goals.make(store, me, school.school_id, talks.goal("Doel", CHECK), today=TODAY)
    bring_in(elsewhere, there, edited(file_of(store, me), more))
    kept = [each for each in goals.mine(elsewhere, there) if each.is_open]
    assert len(kept) == 5 > MOST_OPEN
    # The limit holds for making a new one.
    with pytest.raises(InputError, match="drie doelen open"):
        goals.make(elsewhere, there, kept[0].school_id, talks.goal("Nog een", CHECK), today=TODAY)


def test_conversations_stay_in_the_file(
    store: Store, me: Person, elsewhere: Store, there: Person
) -> None:
    taking_along.talk(store, me)
    found = propose(elsewhere, there, file_of(store, me))
    assert found.conversations == 1
    importing.bring_in(elsewhere, there, found, now=NOW, today=TODAY)
    assert elsewhere.read("select * from conversation") == []
    assert not propose(elsewhere, there, file_of(store, me)).is_new
    # The goal that the two agreed on comes along, as a goal of the ib'er alone.
    (goal,) = goals.mine(elsewhere, there)
    assert (goal.entry.behaviour, goal.conversation_id) == ("Samen kijken", None)


def test_a_file_of_version_1_is_read_as_it_was(elsewhere: Store, there: Person) -> None:
    """The golden file was made before there were goals, and stays as it is."""
    tree = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert tree["version"] == 1
    tree["questionnaires"][0]["text"] = scans.instrument().text
    old = json.dumps(tree).encode()
    found = propose(elsewhere, there, old)
    assert (found.work.is_any, found.conversations) == (False, 0)
    assert bring_in(elsewhere, there, old) == 1
    assert [each.school_name for each in rounds.mine(elsewhere, there)] == ["De Wilg"]


def test_version_1_has_no_field_of_version_2(
    elsewhere: Store, there: Person, content: bytes
) -> None:
    with pytest.raises(InputError, match="Bij version"):
        propose(elsewhere, there, edited(content, lambda tree: tree.update(version=1)))
