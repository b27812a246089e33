"""Entries of the logboek; every text is sealed under the key of whose it is.

Whatever is read, changed or removed goes by the person as well as by the entry, so that an id of
somebody else's entry is worth nothing here.
"""

from typing import Any
from uuid import UUID

from ibreflect.model.log import Content, Entry, Kind, Place, Step
from ibreflect.model.person import School
from ibreflect.model.role import Role
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.vault import Vault

_OF_PERSON = """
    select
        e.entry_id, e.school_id, s.name, e.happened_on, e.kind, e.theme, e.place, e.roles,
        e.minutes, e.is_planned, e.step, e.what, e.explored, e.follow_up
    from log_entry e
    join school s on s.school_id = e.school_id
    where e.person_id = $1
    order by e.happened_on desc, e.entry_number desc
"""
_IDS = "select entry_id from log_entry where person_id = $1"
_ADD = """
    insert into log_entry (
        person_id, entry_id, school_id, happened_on, kind, theme, place, roles,
        minutes, is_planned, step, what, explored, follow_up
    )
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    on conflict do nothing
"""
_CHANGE = """
    update log_entry set
        happened_on = $3, kind = $4, theme = $5, place = $6, roles = $7,
        minutes = $8, is_planned = $9, step = $10, what = $11, explored = $12, follow_up = $13
    where person_id = $1 and entry_id = $2
    returning entry_id
"""
_REMOVE = "delete from log_entry where person_id = $1 and entry_id = $2"


def of_person(store: Store, person_id: UUID) -> tuple[Entry, ...]:
    """All entries of somebody, newest first; StoreError without their key."""
    rows = store.read(_OF_PERSON, person_id)
    return tuple(
        Entry(entry_id, School(school_id, name), _content(store.vault, person_id, *rest))
        for entry_id, school_id, name, *rest in rows
    )


def ids(store: Store, person_id: UUID) -> frozenset[UUID]:
    """The ids of all entries of somebody."""
    return frozenset(entry_id for (entry_id,) in store.read(_IDS, person_id))


def add(store: Store, person_id: UUID, *entries: Entry) -> None:
    """Add entries, all or none; one that is there already stays as it is."""
    rows = [
        (
            person_id,
            each.entry_id,
            each.school.school_id,
            *_row(store.vault, person_id, each.content),
        )
        for each in entries
    ]

    def work(transaction: Transaction) -> None:
        for row in rows:
            transaction.run(_ADD, *row)

    store.write(work)


def change(store: Store, person_id: UUID, entry_id: UUID, content: Content) -> bool:
    """Let an entry of this person say this from now on; False when there is none."""
    row = _row(store.vault, person_id, content)

    def work(transaction: Transaction) -> bool:
        return bool(transaction.run(_CHANGE, person_id, entry_id, *row))

    return store.write(work)


def remove(store: Store, person_id: UUID, entry_id: UUID) -> None:
    """Remove an entry of this person, if it is there."""
    store.write(lambda transaction: transaction.run(_REMOVE, person_id, entry_id))


def _row(vault: Vault, person_id: UUID, content: Content) -> tuple[Any, ...]:
    return (
        content.day,
        content.kind,
        content.theme,
        content.place or "",
        "+".join(content.roles),
        content.minutes,
        content.is_planned,
        content.step,
        *(vault.seal(person_id, text) for text in content.texts),
    )


def _content(vault: Vault, person_id: UUID, *row: Any) -> Content:
    day, kind, theme, place, roles, minutes, is_planned, step, *sealed = row
    what, explored, follow_up = (vault.opened(person_id, each) for each in sealed)
    return Content(
        kind=Kind(kind),
        day=day,
        what=what,
        theme=theme,
        explored=explored,
        follow_up=follow_up,
        roles=tuple(Role(each) for each in roles.split("+") if each),
        minutes=minutes,
        is_planned=is_planned,
        step=None if step is None else Step(step),
        place=Place(place) if place else None,
    )
