"""Persons, schools and what this installation knows about itself."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.model.person import Person, School
from ibreflect.store.connection import Store, Transaction

_SETTING = "select content from installation where setting = $1"
_KEEP_SETTING = """
    insert into installation (setting, content) values ($1, $2) on conflict do nothing
"""
_CHANGE_SETTING = """
    insert into installation (setting, content) values ($1, $2)
    on conflict (setting) do update set content = excluded.content
"""
_PERSON = "select person_id, name from person where person_id = $1"
_SCHOOLS = """
    select distinct s.school_id, s.name
    from membership m join school s on s.school_id = m.place_id
    where m.person_id = $1 and m.role = 'ib_coordinator' order by s.name
"""
_ADD_PERSON = "insert into person (person_id, name) values ($1, $2)"
_ADD_PEOPLE = """
    insert into person (person_id, name, address) select unnest($1), unnest($2), unnest($3)
"""
_ADD_SCHOOL = "insert into school (school_id, name) values ($1, $2)"
_ADD_MEMBERSHIP = """
    insert into membership (person_id, place_id, role, since) values ($1, $2, 'ib_coordinator', $3)
"""
_VIEWPOINTS = "select person_id, label from demo_viewpoint order by position"

_DROP_SETTING = "delete from installation where setting = $1"
_IS_ACTIVE = "select is_active from person where person_id = $1"
_EVERYBODY = "select person_id, name from person order by name, person_id"
_REGISTERED = """
    select
        p.person_id, p.name, p.address, p.is_active,
        exists (select 1 from passkey k where k.person_id = p.person_id)
            or exists (select 1 from identity i where i.person_id = p.person_id),
        exists (select 1 from entry_link l where l.person_id = p.person_id and l.expires_at > $1)
    from person p
"""
_CORRECT = "update person set name = $2, address = $3 where person_id = $1"
_SWITCH = """
    update person set is_active = $2 where person_id = $1 and is_active <> $2 returning person_id
"""
_ADDRESS = "select address from person where person_id = $1"

OWNER = "owner"
DEMO = "demo"
FIRST = "first_administrator"
MODE = "mode"
TOGETHER = "together"


class Viewpoint(NamedTuple):
    """An invented person through whose eyes example data can be looked at."""

    person_id: UUID
    label: str


class Registered(NamedTuple):
    """Somebody as the beheerder knows them; `address` is sealed under their own key, or empty.

    `can_come_in` once they have a way to sign in; `has_link` while a link of theirs can be used.
    """

    person: Person
    address: str
    is_active: bool
    can_come_in: bool
    has_link: bool


def setting(store: Store, name: str) -> str | None:
    """What the installation keeps under `name`, or None."""
    rows = store.read(_SETTING, name)
    return str(rows[0][0]) if rows else None


def change_setting(store: Store, name: str, content: str) -> None:
    """Keep something about the installation under `name`, in place of what was there."""
    store.write(lambda transaction: transaction.run(_CHANGE_SETTING, name, content))


def set_to(transaction: Transaction, name: str, content: str) -> None:
    """As `change_setting`, in a transaction with what goes with it."""
    transaction.run(_CHANGE_SETTING, name, content)


def drop_setting(transaction: Transaction, name: str) -> None:
    """Keep nothing under `name` any more."""
    transaction.run(_DROP_SETTING, name)


def person(store: Store, person_id: UUID) -> Person | None:
    """The person with this id, or None."""
    rows = store.read(_PERSON, person_id)
    return Person(*rows[0]) if rows else None


def everybody(store: Store) -> tuple[Person, ...]:
    """Everybody there is, by name."""
    return tuple(Person(*row) for row in store.read(_EVERYBODY))


def is_active(transaction: Transaction, person_id: UUID) -> bool:
    """Whether somebody is there, and not switched off."""
    return any(active for (active,) in transaction.run(_IS_ACTIVE, person_id))


def add(transaction: Transaction, person_id: UUID, name: str) -> None:
    """Add a person."""
    transaction.run(_ADD_PERSON, person_id, name)


def address(store: Store, person_id: UUID) -> str:
    """Where mail reaches somebody; empty when that is not known."""
    rows = store.read(_ADDRESS, person_id)
    return store.vault.opened(person_id, str(rows[0][0] or "")) if rows else ""


def registered(store: Store, now: datetime) -> tuple[Registered, ...]:
    """Everybody there is, by name, with what the beheerder knows of them at a moment in UTC."""
    found = [
        Registered(Person(person_id, name), address or "", *rest)
        for person_id, name, address, *rest in store.read(_REGISTERED, now)
    ]
    return tuple(sorted(found, key=lambda each: (each.person.name.casefold(), each.person)))


def correct(transaction: Transaction, person: Person, address: str) -> None:
    """Let somebody have this name and this sealed address from now on."""
    transaction.run(_CORRECT, person.person_id, person.name, address)


def switch(transaction: Transaction, person_id: UUID, *, is_active: bool) -> bool:
    """Switch somebody on or off; False when they were so already."""
    return bool(transaction.run(_SWITCH, person_id, is_active))


def add_many(transaction: Transaction, new: Sequence[tuple[Person, str]]) -> None:
    """Add people with their sealed addresses, which may be empty."""
    if new:
        ids = [person.person_id for person, _ in new]
        names = [person.name for person, _ in new]
        transaction.run(_ADD_PEOPLE, ids, names, [address for _, address in new])


def schools_of(store: Store, person_id: UUID) -> tuple[School, ...]:
    """The schools somebody works or worked at as ib'er, by name."""
    return tuple(School(*row) for row in store.read(_SCHOOLS, person_id))


def viewpoints(store: Store) -> tuple[Viewpoint, ...]:
    """The viewpoints of a filled example database, in order; empty in a real one."""
    return tuple(Viewpoint(*row) for row in store.read(_VIEWPOINTS))


def become_owner(store: Store, name: str, school: str, since: date) -> UUID:
    """The id of this installation's owner, who is made now unless there is one already."""

    def work(transaction: Transaction) -> UUID:
        known = transaction.run(_SETTING, OWNER)
        if known:
            return UUID(known[0][0])
        person_id = uuid4()
        transaction.run(_ADD_PERSON, person_id, name)
        transaction.run(_KEEP_SETTING, OWNER, str(person_id))
        _add_school(transaction, person_id, school, since)
        return person_id

    return store.write(work)


def add_school(store: Store, person_id: UUID, school: str, since: date) -> School:
    """The school with this name among the person's own; made now unless it is there already."""

    def work(transaction: Transaction) -> School:
        for school_id, name in transaction.run(_SCHOOLS, person_id):
            if name == school:
                return School(school_id, name)
        return _add_school(transaction, person_id, school, since)

    return store.write(work)


def _add_school(transaction: Transaction, person_id: UUID, name: str, since: date) -> School:
    school = School(uuid4(), name)
    transaction.run(_ADD_SCHOOL, school.school_id, school.name)
    transaction.run(_ADD_MEMBERSHIP, person_id, school.school_id, since)
    return school
