"""With whom an ib'er can share a round."""

from datetime import timedelta
from uuid import UUID

import pytest

from ibreflect.errors import NotAllowedError
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.model.round import term_of
from ibreflect.store import memberships, people
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import contacts, rounds
from ibreflect.usecases.contacts import Reader
from tests.store import scans
from tests.usecases.organisation import (
    ALLIANCE,
    ESDOORN,
    LONG_AGO,
    NOW,
    WILG,
    Organisation,
    organisation,
)

TODAY = NOW.date()


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


def _readers(store: Store, actor: Person, school_id: UUID = WILG) -> tuple[Reader, ...]:
    wish = rounds.Wish(school_id, term_of(TODAY), scans.instrument())
    round_id = rounds.start(store, actor, wish, today=TODAY)
    subject = rounds.one(store, actor, round_id)
    return contacts.readers_of(store, actor, subject, today=TODAY)


def _give(store: Store, person: Person, position: Position, place_id: UUID) -> None:
    new = Membership(person.person_id, position, place_id, LONG_AGO, None)
    store.write(lambda transaction: memberships.add(transaction, new))


def test_the_schoolleider_and_the_coach_and_nobody_else(
    store: Store, everybody: Organisation
) -> None:
    assert _readers(store, everybody.an) == (
        Reader(everybody.leader, Position.SCHOOL_LEADER, "De Wilg"),
        Reader(everybody.coach, Position.COACH, "PO Zuid"),
    )


def test_at_another_school_it_is_the_schoolleider_of_that_one(
    store: Store, everybody: Organisation
) -> None:
    _give(store, everybody.an, Position.IB_COORDINATOR, ESDOORN)

    found = _readers(store, everybody.an, ESDOORN)
    assert [each.person for each in found] == [everybody.other_leader, everybody.coach]


def test_who_left_or_is_still_to_come_or_is_switched_off_is_not_there(
    store: Store, everybody: Organisation
) -> None:
    leading = Membership(everybody.leader.person_id, Position.SCHOOL_LEADER, WILG, LONG_AGO, None)
    coming = leading._replace(
        person_id=everybody.other_leader.person_id, since=TODAY + timedelta(days=1)
    )

    def work(transaction: Transaction) -> None:
        memberships.end(transaction, leading, TODAY - timedelta(days=1))
        memberships.add(transaction, coming)
        people.switch(transaction, everybody.coach.person_id, is_active=False)

    store.write(work)
    assert _readers(store, everybody.an) == ()


def test_the_last_day_of_a_position_counts(store: Store, everybody: Organisation) -> None:
    leading = Membership(everybody.leader.person_id, Position.SCHOOL_LEADER, WILG, LONG_AGO, None)
    store.write(lambda transaction: memberships.end(transaction, leading, TODAY))
    assert everybody.leader in [each.person for each in _readers(store, everybody.an)]


def test_who_is_schoolleider_and_coach_is_there_once(store: Store, everybody: Organisation) -> None:
    _give(store, everybody.leader, Position.COACH, ALLIANCE)

    assert _readers(store, everybody.an) == (
        Reader(everybody.leader, Position.SCHOOL_LEADER, "De Wilg"),
        Reader(everybody.coach, Position.COACH, "PO Zuid"),
    )


def test_nobody_shares_with_themselves(store: Store, everybody: Organisation) -> None:
    _give(store, everybody.an, Position.COACH, ALLIANCE)
    assert everybody.an not in [each.person for each in _readers(store, everybody.an)]


def test_only_the_owner_of_a_round_asks(store: Store, everybody: Organisation) -> None:
    wish = rounds.Wish(WILG, term_of(TODAY), scans.instrument())
    round_id = rounds.start(store, everybody.an, wish, today=TODAY)
    subject = rounds.one(store, everybody.an, round_id)
    for other in everybody:
        if other != everybody.an:
            with pytest.raises(NotAllowedError):
                contacts.readers_of(store, other, subject, today=TODAY)
