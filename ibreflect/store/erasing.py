"""Erasing a round, a person or an entry of the expertisekaart: first the rows, then the keys.

The rows go in one transaction, with which is kept what keys are to be destroyed. So what is cut
short in between is finished at the next start, or at night.
"""

from contextlib import suppress
from uuid import UUID

from ibreflect.errors import StoreError
from ibreflect.model.round import RoundId
from ibreflect.store import erasure
from ibreflect.store.connection import Store


def erase_round(store: Store, round_id: RoundId) -> None:
    """Erase a round and everything that belongs to it, also from older copies of the database."""
    store.write(lambda transaction: erasure.erase_round(transaction, round_id))
    _try_to_destroy(store)


def erase_person(store: Store, person_id: UUID) -> None:
    """Erase a person, their rounds and everything that belongs to them, as `erase_round`."""
    store.write(lambda transaction: erasure.erase_person(transaction, person_id))
    _try_to_destroy(store)


def erase_expertise(store: Store, entry_id: UUID) -> None:
    """Erase what a team member wrote on the expertisekaart, as `erase_round`."""
    store.write(lambda transaction: erasure.erase_expertise(transaction, entry_id))
    _try_to_destroy(store)


def erase_invite(store: Store, invite_id: UUID) -> None:
    """Erase a code of a network with what was read in and not counted, as `erase_round`."""
    store.write(lambda transaction: erasure.erase_invite(transaction, invite_id))
    _try_to_destroy(store)


def destroy_keys(store: Store) -> None:
    """Destroy the keys of who was erased; StoreError when the disk refuses, and then once more."""
    due = erasure.keys_due(store.read)
    for owner_id in due:
        store.vault.destroy(owner_id)
    if due:
        store.write(lambda transaction: erasure.forget_keys(transaction, due))


def _try_to_destroy(store: Store) -> None:
    """The rows are gone already: a key that stays for now is no reason to say that it failed."""
    with suppress(StoreError):
        destroy_keys(store)
