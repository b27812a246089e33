"""Positions, given and ended by the beheerder; people can hold several at once."""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.days import in_dutch
from ibreflect.model.event import Event, EventKind
from ibreflect.model.membership import AT, INSTALLATION, Membership, PlaceKind, Position
from ibreflect.model.person import Person
from ibreflect.store import events, memberships, places
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import administering
from ibreflect.usecases.administering import ONE_AT_A_TIME, When

FIRST_DAY = date(1980, 1, 1)
"""Before this nobody who works now had begun."""

LONGEST_AHEAD = timedelta(days=730)

NOT_A_DAY = "Kies een dag vanaf {first} en niet later dan {last}."
CLOSED = "Deze school is gesloten. Open haar eerst weer bij Scholen en besturen."
_NO_PLACE = "Kies waar deze functie is."
_HELD = "Deze functie is daar al gegeven."
_NOT_HELD = "Deze functie is er niet (meer), of is al beëindigd. Laad de pagina opnieuw."


class Wanted(NamedTuple):
    """A position to give: at a place of its kind (None: the installation), from a day on."""

    position: Position
    place_id: UUID | None
    since: date


def give(store: Store, actor: Person, person_id: UUID, wanted: Wanted, *, when: When) -> None:
    """Give somebody a position.

    InputError for a place of the wrong kind or a closed school, a strange day, or a position that
    they hold already.
    """
    administering.one(store, actor, person_id, when=when)
    new = Membership(person_id, wanted.position, _place_id(store, wanted), wanted.since, None)
    require_day(wanted.since, when.day)

    def work(transaction: Transaction) -> None:
        if not memberships.add(transaction, new):
            raise InputError(_HELD)
        events.add(transaction, given(actor, new, when))

    with ONE_AT_A_TIME:
        store.write(work)


def given(actor: Person, new: Membership, when: When) -> Event:
    """The event that somebody was given a position."""
    return _event(EventKind.POSITION_GIVEN, actor, new, when)


def end(store: Store, actor: Person, held: Membership, last: date, *, when: When) -> None:
    """Let a position end with a day; what they did in it stays theirs.

    A position that begins today or later can end the day before it begins: then it never was.
    InputError for another day before its beginning, for a position that is not held (any more), and
    for that of the last beheerder.
    """
    subject = administering.one(store, actor, held.person_id, when=when)
    current = [each.membership for each in subject.held_on(when.day)]
    if held not in current:
        raise NotAllowedError(_NOT_HELD)
    first, furthest = earliest_end(held, when.day), when.day + LONGEST_AHEAD
    if not first <= last <= furthest:
        raise InputError(NOT_A_DAY.format(first=in_dutch(first), last=in_dutch(furthest)))

    def work(transaction: Transaction) -> None:
        if held.position is Position.ADMINISTRATOR:
            administering.require_other_administrator(transaction, held.person_id, when.day)
        memberships.end(transaction, held, last)
        events.add(transaction, _event(EventKind.POSITION_ENDED, actor, held, when))

    store.write(work)


def earliest_end(held: Membership, today: date) -> date:
    """The first day that a position can end with."""
    return held.since - timedelta(days=1) if held.since >= today else held.since


def require_day(since: date, today: date) -> None:
    """Raise InputError for a first day that nobody can mean."""
    furthest = today + LONGEST_AHEAD
    if not FIRST_DAY <= since <= furthest:
        raise InputError(NOT_A_DAY.format(first=in_dutch(FIRST_DAY), last=in_dutch(furthest)))


def _place_id(store: Store, wanted: Wanted) -> UUID:
    kind = AT[wanted.position]
    if kind is PlaceKind.INSTALLATION:
        return INSTALLATION
    for each in places.every(store):
        if (each.kind, each.place_id) == (kind, wanted.place_id):
            if each.is_closed:
                raise InputError(CLOSED)
            return each.place_id
    raise InputError(_NO_PLACE)


def _event(kind: EventKind, actor: Person, about: Membership, when: When) -> Event:
    fields = {"position": about.position.value, "place_id": str(about.place_id)}
    return Event(when.moment, kind, actor.person_id, about.person_id, fields)
