"""The keys with which people sign in."""

from uuid import UUID

from ibreflect.model.passkey import Passkey
from ibreflect.store.connection import Row, Store, Transaction

_FIND = """
    select credential_id, person_id, public_key, sign_count, label, added_on from passkey
    where credential_id = $1
"""
_OF_PERSON = """
    select credential_id, person_id, public_key, sign_count, label, added_on from passkey
    where person_id = $1 order by added_on, credential_id
"""
_ADD = """
    insert into passkey (credential_id, person_id, public_key, sign_count, label, added_on)
    values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning credential_id
"""
# A device that counts counts up: the same number twice means that there are two of it.
_USED = """
    update passkey set sign_count = $2
    where credential_id = $1 and (sign_count < $2 or (sign_count = 0 and $2 = 0))
    returning credential_id
"""
_DROP = "delete from passkey where credential_id = $1 and person_id = $2 returning credential_id"
_WAYS_IN = """
    select (select count(*) from passkey where person_id = $1)
         + (select count(*) from identity where person_id = $1)
"""
_ACCOUNTS = "select count(*) from identity where person_id = $1"


def find(store: Store, credential_id: str) -> Passkey | None:
    """The key with this id, or None."""
    rows = store.read(_FIND, credential_id)
    return _passkey(rows[0]) if rows else None


def of_person(store: Store, person_id: UUID) -> tuple[Passkey, ...]:
    """The keys of somebody, oldest first."""
    return tuple(_passkey(row) for row in store.read(_OF_PERSON, person_id))


def add(transaction: Transaction, new: Passkey) -> bool:
    """Keep a key; False when there is one with that id already."""
    return bool(transaction.run(_ADD, *new))


def used(transaction: Transaction, credential_id: str, sign_count: int) -> bool:
    """Note a use of a key; False when its count did not go up, or the key is gone."""
    return bool(transaction.run(_USED, credential_id, sign_count))


def drop(transaction: Transaction, person_id: UUID, credential_id: str) -> bool:
    """Delete a key of somebody; False when they have none with that id."""
    return bool(transaction.run(_DROP, credential_id, person_id))


def ways_in(transaction: Transaction, person_id: UUID) -> int:
    """In how many ways somebody can sign in: with their keys, and with accounts elsewhere."""
    return int(transaction.run(_WAYS_IN, person_id)[0][0])


def accounts(store: Store, person_id: UUID) -> int:
    """With how many accounts elsewhere somebody can sign in."""
    return int(store.read(_ACCOUNTS, person_id)[0][0])


def _passkey(row: Row) -> Passkey:
    credential_id, person_id, public_key, sign_count, label, added_on = row
    return Passkey(credential_id, person_id, bytes(public_key), sign_count, label, added_on)
