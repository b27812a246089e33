"""The list and its links: all or nothing, one working link for everybody, and room for so many."""

from uuid import UUID, uuid4

import pytest

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import RoundId
from ibreflect.store import invitees, voices
from ibreflect.store.connection import Store
from ibreflect.store.invitees import NewLink
from tests.store import rounds_with_others as others

T, C = RaterGroup.TEACHER, RaterGroup.COLLEAGUE
PEOPLE = [("Anna", "anna@school.nl"), ("Bo", ""), ("Cas", "cas@school.nl")]
MOST = 5


@pytest.fixture
def round_id(store: Store, actor: Person) -> RoundId:
    round_id = others.begin(store, actor, "rolhelderheid")
    others.begin_asking(store, actor, round_id)
    return round_id


@pytest.fixture
def listed(store: Store, round_id: RoundId) -> dict[str, UUID]:
    assert invitees.add(store, round_id, T, PEOPLE, most=MOST)
    return {each.name: each.invitee_id for each in invitees.of_round(store, round_id)}


def new_link(name: str) -> NewLink:
    return NewLink(f"digest van {name}", f"code van {name}", f"<{name}@ibreflect>")


def give(store: Store, round_id: RoundId, *invitee_ids: UUID) -> bool:
    return invitees.give_links(store, round_id, {each: new_link(str(each)) for each in invitee_ids})


def state_of(store: Store, invitee_id: UUID) -> str:
    found = voices.invitation(store, new_link(str(invitee_id)).digest)
    return found.state if found else "none"


def test_a_list_that_gets_too_long_is_not_added_to_at_all(
    store: Store, round_id: RoundId, listed: dict[str, UUID]
) -> None:
    assert not invitees.add(store, round_id, C, PEOPLE, most=MOST)
    assert len(invitees.of_round(store, round_id)) == len(listed)
    assert invitees.add(store, round_id, C, PEOPLE[:2], most=MOST)


def test_links_are_given_to_all_of_them_or_to_nobody(
    store: Store, round_id: RoundId, listed: dict[str, UUID]
) -> None:
    assert not give(store, round_id, *listed.values(), uuid4())
    assert not any(each.has_link for each in invitees.of_round(store, round_id))
    assert {state_of(store, each) for each in listed.values()} == {"none"}
    assert give(store, round_id, *listed.values())
    assert {state_of(store, each) for each in listed.values()} == {voices.OPEN}


def test_no_link_is_given_for_another_round(
    store: Store, somebody_else: Person, listed: dict[str, UUID]
) -> None:
    theirs = others.begin(store, somebody_else, "rolhelderheid")
    assert not give(store, theirs, listed["Anna"])


def test_a_new_link_ends_the_one_before(
    store: Store, round_id: RoundId, listed: dict[str, UUID]
) -> None:
    anna = listed["Anna"]
    give(store, round_id, anna)
    assert invitees.give_links(store, round_id, {anna: new_link("later")})
    assert state_of(store, anna) == voices.WITHDRAWN
    found = voices.invitation(store, new_link("later").digest)
    assert found == voices.Invitation(round_id, T, voices.OPEN)


def test_who_has_begun_keeps_the_link_that_holds_the_answers(
    store: Store, round_id: RoundId, listed: dict[str, UUID]
) -> None:
    anna, bo = listed["Anna"], listed["Bo"]
    give(store, round_id, anna, bo)
    store.write(
        lambda work: work.run(
            "update invitation set state = 'started' where token_hash = $1",
            new_link(str(anna)).digest,
        )
    )
    assert not invitees.give_links(store, round_id, {anna: new_link("x"), bo: new_link("y")})
    assert state_of(store, anna) == voices.STARTED
    assert state_of(store, bo) == voices.OPEN


def test_a_link_that_is_taken_back_was_never_given(
    store: Store, round_id: RoundId, listed: dict[str, UUID]
) -> None:
    give(store, round_id, *listed.values())
    invitees.take_back(store, round_id, [listed["Anna"]])
    assert state_of(store, listed["Anna"]) == voices.WITHDRAWN
    assert {each.name for each in invitees.of_round(store, round_id) if each.has_link} == {
        "Bo",
        "Cas",
    }


def test_only_who_has_an_address_wants_mail_and_has_not_answered_is_reminded(
    store: Store, actor: Person, round_id: RoundId, listed: dict[str, UUID]
) -> None:
    give(store, round_id, *listed.values())
    late = invitees.to_remind(store, round_id)
    assert {each.invitee.name for each in late} == {"Anna", "Cas"}
    assert [each.invitee.invitee_id for each in late] == sorted(
        each.invitee.invitee_id for each in late
    )
    invitees.unsubscribe(store, new_link(str(listed["Anna"])).unsubscribe_code)
    assert [each.invitee.name for each in invitees.to_remind(store, round_id)] == ["Cas"]
    invitees.unsubscribe(store, "een andere code")
    invitees.remove(store, round_id, listed["Cas"])
    assert invitees.to_remind(store, round_id) == ()


def test_a_list_of_a_round_that_has_ended_is_empty_and_stays_so(
    store: Store, actor: Person, round_id: RoundId, listed: dict[str, UUID]
) -> None:
    others.end_asking(store, actor, round_id)
    assert invitees.of_round(store, round_id) == ()
    assert not invitees.add(store, round_id, T, PEOPLE, most=MOST)
    assert not give(store, round_id, *listed.values())
    assert not give(store, round_id)
