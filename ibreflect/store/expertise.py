"""The expertisekaart: entries sealed under a key each, and the one link per school to add one."""

from datetime import date
from functools import partial
from uuid import UUID

from ibreflect.model.expertise import Content, Entry
from ibreflect.model.person import School
from ibreflect.store import erasure
from ibreflect.store.connection import Row, Store, Transaction

_SCHOOL = "select school_id, name from school where school_id = $1"
_BY_LINK = """
    select s.school_id, s.name from team_link t join school s on s.school_id = t.school_id
    where t.digest = $1
"""
_LINK = "select 1 from team_link where school_id = $1"
_KEEP_LINK = """
    insert into team_link (school_id, digest) values ($1, $2)
    on conflict (school_id) do update set digest = excluded.digest
"""
_DROP_LINK = "delete from team_link where school_id = $1"
_OF_SCHOOL = """
    select entry_id, school_id, changed_on, edition, name, knows, interests, courses, reach
    from expertise where school_id = $1 order by entry_id
"""
_ONE = """
    select entry_id, school_id, changed_on, edition, name, knows, interests, courses, reach
    from expertise where entry_id = $1
"""
_PLACE = "select school_id from expertise where entry_id = $1"
_OPEN_TO = "select school_id from team_link where digest = $1"
_OTHERS = "select count(*) from expertise where school_id = $1 and entry_id <> $2"
_PUT = """
    insert into expertise (
        entry_id, school_id, changed_on, name, knows, interests, courses, reach, edition
    )
    values ($1, $2, $3, $4, $5, $6, $7, $8, 0)
    on conflict (entry_id) do update set
        changed_on = excluded.changed_on, name = excluded.name, knows = excluded.knows,
        interests = excluded.interests, courses = excluded.courses, reach = excluded.reach,
        edition = expertise.edition + 1
"""
_CHANGE = """
    update expertise set
        changed_on = $3, name = $4, knows = $5, interests = $6, courses = $7, reach = $8,
        edition = edition + 1
    where entry_id = $1 and edition = $2
    returning entry_id
"""
_EXPIRED = "select entry_id from expertise where changed_on < $1"


def school(store: Store, school_id: UUID) -> School | None:
    """The school with this id, or None."""
    rows = store.read(_SCHOOL, school_id)
    return School(*rows[0]) if rows else None


def school_of_link(store: Store, digest: str) -> School | None:
    """The school whose team link has this digest; None when there is none, or no longer."""
    rows = store.read(_BY_LINK, digest)
    return School(*rows[0]) if rows else None


def has_link(store: Store, school_id: UUID) -> bool:
    """Whether there is a link by which the team of a school can add something."""
    return bool(store.read(_LINK, school_id))


def set_link(store: Store, school_id: UUID, digest: str) -> None:
    """Let this be the team link of a school; the one before leads nowhere from then on."""
    store.write(lambda transaction: transaction.run(_KEEP_LINK, school_id, digest))


def drop_link(store: Store, school_id: UUID) -> None:
    """Let no link lead to a new entry for a school."""
    store.write(lambda transaction: transaction.run(_DROP_LINK, school_id))


def of_school(store: Store, school_id: UUID) -> tuple[Entry, ...]:
    """Everything that is written for a school; StoreError when a key is missing."""
    return tuple(_entry(store, row) for row in store.read(_OF_SCHOOL, school_id))


def one(store: Store, entry_id: UUID) -> Entry | None:
    """An entry, or None; StoreError without its key."""
    rows = store.read(_ONE, entry_id)
    return _entry(store, rows[0]) if rows else None


def school_id_of(store: Store, entry_id: UUID) -> UUID | None:
    """The school that an entry is for, or None when there is no such entry."""
    rows = store.read(_PLACE, entry_id)
    return rows[0][0] if rows else None


def put(store: Store, new: Entry, digest: str, *, most: int) -> bool:
    """Keep an entry that was written by a team link; one with the same id is replaced.

    False when the link is not that of the school (any more), or when the school has `most` others.
    StoreError when the entry was erased before, or when the disk refuses.
    """
    content = _sealed(store, new.entry_id, new.content)

    def work(transaction: Transaction) -> bool:
        ((others,),) = transaction.run(_OTHERS, new.school_id, new.entry_id)
        if others >= most or transaction.run(_OPEN_TO, digest) != [(new.school_id,)]:
            return False
        transaction.run(_PUT, new.entry_id, new.school_id, new.changed_on, *content)
        return True

    return store.write(work)


def change(store: Store, changed: Entry) -> bool:
    """Let an entry say this, if it still is in the edition that was read; else False."""
    if not store.read(_PLACE, changed.entry_id):
        return False
    content = _sealed(store, changed.entry_id, changed.content)
    key = (changed.entry_id, changed.edition, changed.changed_on)
    return store.write(lambda transaction: bool(transaction.run(_CHANGE, *key, *content)))


def drop_before(transaction: Transaction, day: date) -> int:
    """Erase entries that were changed last before a day; how many. Their keys are due."""
    expired = transaction.run(_EXPIRED, day)
    for (entry_id,) in expired:
        erasure.erase_expertise(transaction, entry_id)
    return len(expired)


def _sealed(store: Store, entry_id: UUID, content: Content) -> tuple[str, ...]:
    return tuple(store.vault.seal(entry_id, each) for each in content)


def _entry(store: Store, row: Row) -> Entry:
    entry_id, school_id, changed_on, edition, *sealed = row
    content = Content(*map(partial(store.vault.opened, entry_id), sealed))
    return Entry(entry_id, school_id, content, changed_on, edition)
