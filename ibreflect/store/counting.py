"""How many there are of what in the whole installation; never whose or where."""

from datetime import date
from typing import NamedTuple

from ibreflect.model.membership import Position
from ibreflect.store.connection import Store

_POSITIONS = """
    select m.role, count(distinct m.person_id)
    from membership m join person p on p.person_id = m.person_id
    where p.is_active and m.since <= $1 and (m.until is null or m.until >= $1)
    group by m.role
"""
_PLACES = """
    select
        (select count(*) from school where not coalesce(is_closed, false)),
        (select count(*) from board),
        (select count(*) from alliance)
"""
_ROUNDS = """
    select
        count(*),
        count(case when p.handed_in then 1 end),
        count(case when a.round_id is not null then 1 end)
    from round r
    join response p on p.round_id = r.round_id and p.perspective = 'self'
    left join asking a on a.round_id = r.round_id
    where r.school_year = $1
"""


class Places(NamedTuple):
    """How many places there are of each kind; schools that are closed are left out."""

    schools: int
    boards: int
    alliances: int


class Rounds(NamedTuple):
    """How many rounds began, how many scans were handed in, and in how many others are asked."""

    begun: int
    handed_in: int
    with_others: int


def positions(store: Store, day: date) -> dict[Position, int]:
    """How many people who can come in hold each position on a day."""
    found = {Position(role): int(count) for role, count in store.read(_POSITIONS, day)}
    return {each: found.get(each, 0) for each in Position}


def places(store: Store) -> Places:
    """How many places there are."""
    return Places(*store.read(_PLACES)[0])


def rounds(store: Store, school_year: str) -> Rounds:
    """How many rounds there are of a school year."""
    return Rounds(*store.read(_ROUNDS, school_year)[0])
