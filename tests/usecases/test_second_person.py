"""Somebody who looks along with the list, by a link that opens this list and nothing else."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.asking import HandedOutBy, SecondPerson, Task
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.usecases import asking, inviting, people
from ibreflect.usecases.answering import State
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.store.rounds_with_others import TODAY

T, C = RaterGroup.TEACHER, RaterGroup.COLLEAGUE


@pytest.fixture
def noor(store: Store) -> Person:
    """The owner of this installation: only of somebody who has a name here a list can be seen."""
    people.introduce(store, name="Noor", school=scans.SCHOOL, today=TODAY)
    owner = people.owner(store)
    assert owner is not None
    return owner


@pytest.fixture
def round_id(store: Store, noor: Person) -> UUID:
    return others.begin(store, noor, "rolhelderheid")


def ask(store: Store, noor: Person, round_id: UUID, task: Task) -> str:
    return inviting.ask_along(store, noor, round_id, "  Marleen\n ", task, today=TODAY)


def handing_out(store: Store, noor: Person, round_id: UUID) -> str:
    """Marleen hands out the links, as the rules say."""
    token = ask(store, noor, round_id, Task.HAND_OUT)
    others.begin_asking(store, noor, round_id, handed_out_by=HandedOutBy.SECOND)
    return token


def hand_out(store: Store, noor: Person, round_id: UUID) -> tuple[inviting.HandedOut, ...]:
    return inviting.hand_out(store, noor, round_id, today=TODAY)


def test_who_looks_along_sees_the_list_and_adds_to_it(
    store: Store, noor: Person, round_id: UUID
) -> None:
    token = ask(store, noor, round_id, Task.ADD)
    inviting.add(store, noor, round_id, T, "Anna", today=TODAY)
    assert inviting.add_along(store, token, C, "Bo <bo@school.nl>\nCas", today=TODAY) == 2
    seen = inviting.look(store, token, today=TODAY)
    marleen = SecondPerson("Marleen", Task.ADD, has_agreed=False)
    assert (seen.asked_by, seen.second) == ("Noor", marleen)
    assert seen.asking == asking.of_round(store, noor, round_id, today=TODAY)
    assert [each.name for each in seen.asking.invitees] == ["Bo", "Cas", "Anna"]
    with pytest.raises(InputError, match="Regel 1"):
        inviting.add_along(store, token, T, "bo@school.nl", today=TODAY)


def test_links_are_made_after_agreement_only(store: Store, noor: Person, round_id: UUID) -> None:
    token = ask(store, noor, round_id, Task.AGREE)
    others.begin_asking(store, noor, round_id)
    inviting.add_unnamed(store, noor, round_id, T, 3, today=TODAY)
    with pytest.raises(NotAllowedError, match="wacht op akkoord"):
        hand_out(store, noor, round_id)
    inviting.agree(store, token, today=TODAY)
    assert len(hand_out(store, noor, round_id)) == 3


@pytest.mark.parametrize("change", ["add", "add_unnamed"])
def test_a_longer_list_is_agreed_with_anew(
    store: Store, noor: Person, round_id: UUID, change: str
) -> None:
    token = ask(store, noor, round_id, Task.AGREE)
    others.begin_asking(store, noor, round_id)
    inviting.add_unnamed(store, noor, round_id, T, 3, today=TODAY)
    inviting.agree(store, token, today=TODAY)
    assert inviting.look(store, token, today=TODAY).asking.is_agreed
    if change == "add":
        inviting.add(store, noor, round_id, C, "Bo", today=TODAY)
    else:
        inviting.add_unnamed(store, noor, round_id, C, 1, today=TODAY)
    assert not inviting.look(store, token, today=TODAY).asking.is_agreed
    with pytest.raises(NotAllowedError, match="wacht op akkoord"):
        hand_out(store, noor, round_id)


def test_an_agreement_of_before_is_not_that_of_somebody_new(
    store: Store, noor: Person, round_id: UUID
) -> None:
    first = ask(store, noor, round_id, Task.AGREE)
    inviting.agree(store, first, today=TODAY)
    second = ask(store, noor, round_id, Task.AGREE)
    assert not inviting.look(store, second, today=TODAY).asking.is_agreed
    for act in (inviting.look, inviting.agree, inviting.hand_out_along):
        with pytest.raises(NotAllowedError, match="werkt niet"):
            act(store, first, today=TODAY)


def test_links_that_somebody_else_hands_out_are_not_for_the_ib_er(
    store: Store, noor: Person, round_id: UUID
) -> None:
    token = handing_out(store, noor, round_id)
    inviting.add(store, noor, round_id, T, "Anna\nBo <bo@school.nl>", today=TODAY)
    with pytest.raises(NotAllowedError):
        hand_out(store, noor, round_id)
    inviting.agree(store, token, today=TODAY)
    with pytest.raises(NotAllowedError, match="jij ziet ze niet"):
        hand_out(store, noor, round_id)
    with pytest.raises(NotAllowedError, match="ligt vast"):
        inviting.ask_nobody_along(store, noor, round_id, today=TODAY)
    made = inviting.hand_out_along(store, token, today=TODAY)
    assert {each.invitee.name for each in made} == {"Anna", "Bo"}
    assert {others.state(store, each.token) for each in made} == {State.OPEN}
    assert inviting.hand_out_along(store, token, today=TODAY) == ()


@pytest.mark.parametrize("task", Task)
def test_links_of_who_hands_out_alone_are_not_for_who_looks_along(
    store: Store, noor: Person, round_id: UUID, task: Task
) -> None:
    token = ask(store, noor, round_id, task)
    inviting.add_unnamed(store, noor, round_id, T, 3, today=TODAY)
    with pytest.raises(NotAllowedError, match="andere manier"):
        inviting.hand_out_along(store, token, today=TODAY)
    others.begin_asking(store, noor, round_id)
    with pytest.raises(NotAllowedError, match="andere manier"):
        inviting.hand_out_along(store, token, today=TODAY)


def test_a_link_to_the_list_ends_with_the_asking(
    store: Store, noor: Person, round_id: UUID
) -> None:
    token = handing_out(store, noor, round_id)
    inviting.add_unnamed(store, noor, round_id, T, 3, today=TODAY)
    over = TODAY + timedelta(days=15)
    acts: list[Callable[[], object]] = [
        lambda: inviting.look(store, token, today=over),
        lambda: inviting.agree(store, token, today=over),
        lambda: inviting.hand_out_along(store, token, today=over),
        lambda: inviting.add_along(store, token, T, "Bo", today=over),
    ]
    for act in acts:
        with pytest.raises(NotAllowedError, match="werkt niet"):
            act()
    others.end_asking(store, noor, round_id)
    assert store.read("select count(*) from second_person") == [(0,)]
    with pytest.raises(NotAllowedError, match="werkt niet"):
        inviting.look(store, token, today=TODAY)


def test_nobody_looks_along_any_more(store: Store, noor: Person, round_id: UUID) -> None:
    token = ask(store, noor, round_id, Task.AGREE)
    inviting.ask_nobody_along(store, noor, round_id, today=TODAY)
    with pytest.raises(NotAllowedError, match="werkt niet"):
        inviting.look(store, token, today=TODAY)
    assert asking.of_round(store, noor, round_id, today=TODAY).is_agreed
