"""What a coach keeps for themselves about an ib'er, over conversations.

Sealed with the key of the ib'er and over that with the key of the coach: whichever of the two is
erased, nothing opens it any more, in no copy of the database.
"""

from collections.abc import Collection
from uuid import UUID

from ibreflect.store.connection import Store, Transaction

_READ = "select body from coach_note where coach_id = $1 and person_id = $2"
_ABOUT = "select person_id from coach_note where coach_id = $1"
_KEEP = """
    insert into coach_note (coach_id, person_id, body)
    select c.person_id, p.person_id, $3 from person c, person p
    where c.person_id = $1 and p.person_id = $2
    on conflict (coach_id, person_id) do update set body = excluded.body
"""
_DROP = "delete from coach_note where coach_id = $1 and person_id = $2"


def read(store: Store, coach_id: UUID, person_id: UUID) -> str:
    """What the coach wrote about somebody; empty without."""
    rows = store.read(_READ, coach_id, person_id)
    if not rows:
        return ""
    return store.vault.opened(person_id, store.vault.opened(coach_id, str(rows[0][0])))


def about(store: Store, coach_id: UUID) -> frozenset[UUID]:
    """About whom the coach wrote something."""
    return frozenset(person_id for (person_id,) in store.read(_ABOUT, coach_id))


def keep(store: Store, coach_id: UUID, person_id: UUID, body: str) -> None:
    """Keep the one note of the coach about somebody, or drop it when empty."""
    if not body:
        drop(store, coach_id, {person_id})
        return
    sealed = store.vault.seal(coach_id, store.vault.seal(person_id, body))
    store.write(lambda work: work.run(_KEEP, coach_id, person_id, sealed))


def drop(store: Store, coach_id: UUID, person_ids: Collection[UUID]) -> None:
    """Drop what the coach wrote about these."""

    def work(transaction: Transaction) -> None:
        for person_id in person_ids:
            transaction.run(_DROP, coach_id, person_id)

    store.write(work)
