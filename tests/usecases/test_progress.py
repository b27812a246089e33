"""How far a group is: whether enough answered, once a day, and never how many."""

from datetime import timedelta
from uuid import UUID

import pytest

from ibreflect.measure import disclosure
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.usecases import answering, asking
from ibreflect.usecases.asking import Asking
from tests.store import rounds_with_others as others
from tests.store.rounds_with_others import TODAY

T, C, LEADER = RaterGroup.TEACHER, RaterGroup.COLLEAGUE, RaterGroup.SCHOOL_LEADER
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def round_id(store: Store, actor: Person) -> UUID:
    return others.begin(store, actor, "rolhelderheid")


@pytest.fixture
def team(store: Store, actor: Person, round_id: UUID) -> tuple[str, ...]:
    return others.ask_team(store, actor, round_id, 5)


def told(store: Store, actor: Person, round_id: UUID) -> dict[RaterGroup, tuple[object, ...]]:
    return dict(asking.of_round(store, actor, round_id, today=TODAY).progress)


def test_who_just_handed_in_shows_no_sooner_than_tomorrow(
    store: Store, actor: Person, round_id: UUID, team: tuple[str, ...]
) -> None:
    """Somebody says "I am handing in now" and the ib'er looks before and after."""
    asking.refresh_progress(store, TODAY)
    before = asking.of_round(store, actor, round_id, today=TODAY)
    assert dict(before.progress) == {T: (False, TODAY)}
    for token in team[:3]:
        others.answers(store, token, {"MR1": 3})
        asking.refresh_progress(store, TODAY)
        assert asking.of_round(store, actor, round_id, today=TODAY) == before
    asking.refresh_progress(store, TOMORROW)
    assert told(store, actor, round_id) == {T: (True, TOMORROW)}


def test_a_clock_that_was_wrong_for_a_while_changes_nothing(
    store: Store, actor: Person, round_id: UUID, team: tuple[str, ...]
) -> None:
    asking.refresh_progress(store, TOMORROW)
    for token in team:
        others.answers(store, token, {"MR1": 3})
    asking.refresh_progress(store, TODAY)
    asking.refresh_progress(store, TOMORROW)
    assert told(store, actor, round_id) == {T: (False, TOMORROW)}


@pytest.mark.parametrize("answered", range(6))
def test_enough_is_yes_or_no(
    store: Store, actor: Person, round_id: UUID, team: tuple[str, ...], answered: int
) -> None:
    for token in team[:answered]:
        others.answers(store, token, {"MR1": 3})
    asking.refresh_progress(store, TODAY)
    ((is_enough, _),) = told(store, actor, round_id).values()
    assert is_enough is (answered >= 3)


def test_nothing_that_can_be_read_counts_answers(store: Store) -> None:
    """Three people asked six each; three, four and six answered: every one reads the same."""
    seen = []
    for number, answered in enumerate((3, 4, 6), start=1):
        who = Person(UUID(int=number), "Noor")
        round_id = others.begin(store, who, "rolhelderheid")
        for token in others.ask_team(store, who, round_id, 6)[:answered]:
            others.answers(store, token, {"MR1": 3})
        asking.refresh_progress(store, TODAY)
        seen.append(_without_ids(asking.of_round(store, who, round_id, today=TODAY)))
    assert seen == [seen[0]] * 3


def test_a_round_of_its_own_floors_asks_for_more(
    store: Store, actor: Person, round_id: UUID
) -> None:
    others.begin_asking(store, actor, round_id, floors=disclosure.floors(4))
    others.team_answers(store, actor, round_id, [{"MR1": 3}] * 3)
    others.group_answers(store, actor, round_id, C, [{"MR1": 3}] * 4)
    asking.refresh_progress(store, TODAY)
    assert told(store, actor, round_id) == {T: (False, TODAY), C: (True, TODAY)}


def test_drafts_the_schoolleider_and_groups_that_are_not_asked_are_no_progress(
    store: Store, actor: Person, round_id: UUID, team: tuple[str, ...]
) -> None:
    for token in team:
        others.answer(store, token, {"MR1": 3})
    others.leader_answers(store, actor, round_id, {"MR1": 3})
    asking.refresh_progress(store, TODAY)
    seen = asking.of_round(store, actor, round_id, today=TODAY)
    assert dict(seen.progress) == {T: (False, TODAY)}
    assert seen.leader_handed_in, "who is named may be told to have answered"


def test_progress_is_kept_only_while_people_can_answer(
    store: Store, actor: Person, round_id: UUID
) -> None:
    week = timedelta(days=7)
    others.begin_asking(store, actor, round_id, opens_on=TODAY + week, closes_on=TODAY + 2 * week)
    (token,) = others.ask_team(store, actor, round_id, 1)
    asking.refresh_progress(store, TODAY)
    assert told(store, actor, round_id) == {}
    asking.refresh_progress(store, TODAY + week)
    assert set(told(store, actor, round_id)) == {T}
    asking.refresh_progress(store, TODAY + 3 * week)
    assert answering.state(store, token, today=TODAY + week) is answering.State.OPEN
    assert told(store, actor, round_id) == {T: (False, TODAY + week)}
    asking.end_now(store, actor, round_id, today=TODAY + week)
    asking.refresh_progress(store, TODAY + week)
    assert told(store, actor, round_id) == {}


def _without_ids(seen: Asking) -> tuple[object, ...]:
    people = [each[1:] for each in seen.invitees]
    return (seen.rules, seen.stage, people, seen.leader_handed_in, dict(seen.progress))
