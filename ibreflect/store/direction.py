"""The directions that somebody recorded of a school: added, never changed."""

from uuid import UUID

from ibreflect.model.direction import Direction
from ibreflect.store.connection import Row, Store, Transaction
from ibreflect.store.vault import Vault

_HISTORY = """
    select recorded_on, position, body from school_direction
    where person_id = $1 and school_id = $2
    order by recorded_on desc, direction_id desc
"""
_NEWEST = _HISTORY + " limit 1"
_ADD = """
    insert into school_direction (person_id, school_id, recorded_on, position, body)
    values ($1, $2, $3, $4, $5)
"""


def history(store: Store, person_id: UUID, school_id: UUID) -> tuple[Direction, ...]:
    """What this person recorded of this school, newest first; StoreError without their key."""
    rows = store.read(_HISTORY, person_id, school_id)
    return tuple(_direction(store.vault, person_id, row) for row in rows)


def add(store: Store, person_id: UUID, school_id: UUID, direction: Direction) -> bool:
    """Add a direction; False, and nothing added, when the newest one is the same already."""
    *when_and_where, body = direction
    sealed = store.vault.seal(person_id, body)

    def work(transaction: Transaction) -> bool:
        newest = transaction.run(_NEWEST, person_id, school_id)
        if [_direction(store.vault, person_id, row) for row in newest] == [direction]:
            return False
        transaction.run(_ADD, person_id, school_id, *when_and_where, sealed)
        return True

    return store.write(work)


def _direction(vault: Vault, person_id: UUID, row: Row) -> Direction:
    recorded_on, position, sealed = row
    return Direction(recorded_on, position, vault.opened(person_id, sealed))
