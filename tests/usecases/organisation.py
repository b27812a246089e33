"""An installation in which several people work: two schools, and somebody of every position."""

from datetime import UTC, date, datetime
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import links
from ibreflect.model.membership import INSTALLATION, Membership, Position
from ibreflect.model.person import Person
from ibreflect.store import memberships, people
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import signing_in

LONG_AGO = date(2020, 9, 14)
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC).replace(tzinfo=None)

ALLIANCE, BOARD = UUID(int=100), UUID(int=101)
WILG, ESDOORN = UUID(int=102), UUID(int=103)


class Organisation(NamedTuple):
    """One person of every position at De Wilg, and an ib'er and a schoolleider at De Esdoorn."""

    an: Person
    bo: Person
    leader: Person
    other_leader: Person
    coach: Person
    board_member: Person
    administrator: Person


def organisation(store: Store) -> Organisation:
    """Make it in an empty database, where everybody signs in from then on."""
    everybody = Organisation(
        *(
            Person(UUID(int=number), name)
            for number, name in enumerate(("An", "Bo", "Cas", "Dilan", "Els", "Fay", "Gijs"), 1)
        )
    )
    store.write(lambda transaction: _make(transaction, everybody))
    return everybody


def sign_in(store: Store, person: Person, *, now: datetime = NOW) -> str:
    """The digest of a new session of somebody, as a browser's cookie would give."""
    digest = links.session_digest(links.new_token())
    assert signing_in.by_passkey(store, digest, person.person_id, now=now) == person
    return digest


def cookie_of(store: Store, person: Person) -> str:
    """The secret in the cookie of somebody who signed in a moment ago, by the real clock."""
    secret = links.new_token()
    now = datetime.now(UTC).replace(tzinfo=None)
    assert signing_in.by_passkey(store, links.session_digest(secret), person.person_id, now=now)
    return secret


def _make(transaction: Transaction, everybody: Organisation) -> None:
    for each in everybody:
        people.add(transaction, each.person_id, each.name)
    transaction.run("insert into alliance (alliance_id, name) values ($1, 'PO Zuid')", ALLIANCE)
    transaction.run("insert into board (board_id, name) values ($1, 'Stichting Zuid')", BOARD)
    for school_id, name in ((WILG, "De Wilg"), (ESDOORN, "De Esdoorn")):
        transaction.run(
            "insert into school (school_id, alliance_id, board_id, name) values ($1, $2, $3, $4)",
            school_id,
            ALLIANCE,
            BOARD,
            name,
        )
    for person, position, place in (
        (everybody.an, Position.IB_COORDINATOR, WILG),
        (everybody.bo, Position.IB_COORDINATOR, ESDOORN),
        (everybody.leader, Position.SCHOOL_LEADER, WILG),
        (everybody.other_leader, Position.SCHOOL_LEADER, ESDOORN),
        (everybody.coach, Position.COACH, ALLIANCE),
        (everybody.board_member, Position.BOARD_MEMBER, BOARD),
        (everybody.administrator, Position.ADMINISTRATOR, INSTALLATION),
    ):
        new = Membership(person.person_id, position, place, LONG_AGO, None)
        memberships.add(transaction, new)
    people.set_to(transaction, people.MODE, people.TOGETHER)
