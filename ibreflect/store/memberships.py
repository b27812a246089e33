"""Who is what, where: positions of people at schools, boards and samenwerkingsverbanden."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
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
_ADD_MANY = """
    insert into membership (person_id, role, place_id, since)
    select unnest($1), unnest($2), unnest($3), unnest($4)
"""
_END = """
    update membership set until = $4
    where person_id = $1 and role = $2 and place_id = $3 and (until is null or until > $4)
"""
_EVERY = "select person_id, role, place_id, since, until from membership order by since, role"
_NEVER = """
    delete from membership
    where person_id = $1 and role = $2 and place_id = $3 and until < since
"""
_OTHER_ADMINISTRATORS = """
    select 1 from membership m join person p on p.person_id = m.person_id
    where m.role = 'administrator' and m.person_id <> $1 and p.is_active
        and m.since <= $2 and m.until is null
"""
_NEAR_SCHOOL = """
    select p.person_id, p.name, m.role, s.name
    from school s
    join membership m on m.place_id = s.school_id and m.role = 'school_leader'
    join person p on p.person_id = m.person_id
    where s.school_id = $1 and p.is_active
        and m.since <= $2 and (m.until is null or m.until >= $2)
    union all
    select p.person_id, p.name, m.role, a.name
    from school s
    join alliance a on a.alliance_id = s.alliance_id
    join membership m on m.place_id = a.alliance_id and m.role = 'coach'
    join person p on p.person_id = m.person_id
    where s.school_id = $1 and p.is_active
        and m.since <= $2 and (m.until is null or m.until >= $2)
    order by 3 desc, 2, 1
"""


def of_person(store: Store, person_id: UUID) -> tuple[Membership, ...]:
    """All positions somebody holds or held, in order of their beginning."""
    return tuple(_membership(row) for row in store.read(_OF_PERSON, person_id))


def every(store: Store) -> tuple[Membership, ...]:
    """All positions that anybody holds or held, in order of their beginning."""
    return tuple(_membership(row) for row in store.read(_EVERY))


def at_place(store: Store, place_id: UUID) -> tuple[Membership, ...]:
    """All positions that are or were held at a place."""
    return tuple(_membership(row) for row in store.read(_AT_PLACE, place_id))


def near_school(
    store: Store, school_id: UUID, day: date
) -> tuple[tuple[Person, Position, str], ...]:
    """The schoolleiders of a school on a day, then the coaches of its samenwerkingsverband.

    Each as what and at which place, each group by name; nobody who is switched off.
    """
    return tuple(
        (Person(person_id, name), Position(role), place_name)
        for person_id, name, role, place_name in store.read(_NEAR_SCHOOL, school_id, day)
    )


def add(transaction: Transaction, new: Membership) -> bool:
    """Give somebody a position from `new.since` on; False when they hold it already."""
    key = (new.person_id, new.position.value, new.place_id)
    if transaction.run(_HELD, *key, new.since):
        return False
    transaction.run(_ADD, *key, new.since)
    return True


def add_many(transaction: Transaction, new: Sequence[Membership]) -> None:
    """Give positions that are known not to be held."""
    if new:
        columns = zip(*(each[:4] for each in new), strict=True)
        transaction.run(_ADD_MANY, *(list(column) for column in columns))


def end(transaction: Transaction, held: Membership, last: date) -> None:
    """Let a position end with that day; one that then never began is not kept."""
    key = (held.person_id, held.position.value, held.place_id)
    transaction.run(_END, *key, last)
    transaction.run(_NEVER, *key)


def has_other_administrator(transaction: Transaction, person_id: UUID, day: date) -> bool:
    """Whether somebody else is beheerder on a day: not switched off, and without an end to it."""
    return bool(transaction.run(_OTHER_ADMINISTRATORS, person_id, day))


def _membership(row: Row) -> Membership:
    person_id, position, place_id, since, until = row
    return Membership(person_id, Position(position), place_id, since, until)
