"""The network of the example: most ib'ers count in it, and the coach published it twice."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from ibreflect.model.membership import PlaceKind, Position
from ibreflect.model.person import Person
from ibreflect.model.round import Round, SchoolTerm
from ibreflect.store import memberships, places
from ibreflect.store.connection import Store
from ibreflect.usecases import counting, networks, rounds
from ibreflect.usecases.demo.tables import first_day, term_back
from ibreflect.usecases.demo.telling_others import Now

_SUBGROUP = "tijd"
_AFTER_A_MONTH = timedelta(days=30)
_A_WEEK = timedelta(days=7)
_NOT_EVERY = 9
"""One in so many does not want to count."""


def tell(store: Store, coach: Person, alliance_id: UUID, now: Now) -> None:
    """Let them count and publish, two terms ago and last week, where there is enough for it."""
    earlier = term_back(now.term, 2)
    there = _ibers(store, alliance_id)
    for day, term, subgroup in (
        (first_day(earlier) + _AFTER_A_MONTH, earlier, ""),
        (now.today - _A_WEEK, now.term, _SUBGROUP),
    ):
        for person in there:
            _count(store, person, term, day)
        if networks.is_enough(store, coach, alliance_id, today=day):
            networks.publish(store, coach, alliance_id, subgroup, now=_moment(day))


def _ibers(store: Store, alliance_id: UUID) -> list[Person]:
    """Those who count, at the schools of the network, in a fixed order."""
    schools = {
        each.place_id
        for each in places.every(store)
        if each.kind is PlaceKind.SCHOOL and each.alliance_id == alliance_id
    }
    found = {
        each.person_id
        for each in memberships.every(store)
        if each.position is Position.IB_COORDINATOR and each.place_id in schools
    }
    return [
        Person(person_id, "")
        for number, person_id in enumerate(sorted(found), 1)
        if number % _NOT_EVERY
    ]


def _count(store: Store, person: Person, latest: SchoolTerm, day: date) -> None:
    """Let the newest scan up to and with a term count."""
    done = [each for each in rounds.mine(store, person) if each.handed_in and each.term <= latest]
    newest: Round | None = done[-1] if done else None
    if newest:
        now = _moment(day)
        counting.count(store, person, newest.round_id, day + counting.USUAL, now=now)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(10))
