"""Who is what, where: positions of people at schools, boards and samenwerkingsverbanden."""

from datetime import date
from uuid import UUID

from ibreflect.model.membership import Membership, Position
from ibreflect.store.connection import Row, Store, Transaction

_OF_PERSON = """
    select person_id, role, place_id, since, until from membership
    where person_id = $1 order by since, role
"""
_AT_PLACE = """
    select person_id, role, place_id, since, until from membership
    where place_id = $1 order by since, role
"""
_HELD = """
    select 1 from membership
    where person_id = $1 and role = $2 and place_id = $3 and (until is null or until >= $4)
"""
_ADD = """
    insert into membership (person_id, role, place_id, since, until) values ($1, $2, $3, $4, null)
"""
_END = """
    update membership set until = $4
    where person_id = $1 and role = $2 and place_id = $3 and (until is null or until > $4)
"""


def of_person(store: Store, person_id: UUID) -> tuple[Membership, ...]:
    """All positions somebody holds or held, in order of their beginning."""
    return tuple(_membership(row) for row in store.read(_OF_PERSON, person_id))


def at_place(store: Store, place_id: UUID) -> tuple[Membership, ...]:
    """All positions that are or were held at a place."""
    return tuple(_membership(row) for row in store.read(_AT_PLACE, place_id))


def add(transaction: Transaction, new: Membership) -> bool:
    """Give somebody a position from `new.since` on; False when they hold it already."""
    key = (new.person_id, new.position.value, new.place_id)
    if transaction.run(_HELD, *key, new.since):
        return False
    transaction.run(_ADD, *key, new.since)
    return True


def end(transaction: Transaction, held: Membership, last: date) -> None:
    """Let a position end with that day."""
    transaction.run(_END, held.person_id, held.position.value, held.place_id, last)


def _membership(row: Row) -> Membership:
    person_id, position, place_id, since, until = row
    return Membership(person_id, Position(position), place_id, since, until)
