"""Who is who, set up by the beheerder: people, with names, mail addresses and access.

The beheerder never learns what anybody filled in, or whether they did.
"""

import threading
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.access import policy
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.event import Event, EventKind
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.model.place import Place
from ibreflect.store import events, memberships, people, places, sessions
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import entering, pasted
from ibreflect.usecases import people as acting

ONE_AT_A_TIME = threading.Lock()
"""Held from looking whether a name or address is there already until the new one is kept."""

NO_ADDRESS = "{what} is geen mailadres. Controleer het, of laat het leeg."
_TAKEN = "Dit mailadres is al van {name}. Kies een ander adres, of laat het leeg."
_NOBODY = "Deze persoon is er niet (meer). Ga terug naar de lijst."
LAST_ADMINISTRATOR = (
    "Dit is de laatste beheerder. Geef eerst iemand anders de functie beheerder; anders kan "
    "niemand hier nog iets regelen."
)


class When(NamedTuple):
    """A moment in UTC without a zone, and what day it is then in the Netherlands."""

    moment: datetime
    day: date


class Held(NamedTuple):
    """A position with the name of its place; empty for that of the installation."""

    membership: Membership
    place_name: str


class Somebody(NamedTuple):
    """A person as the beheerder sees them, with every position they hold or held."""

    person: Person
    address: str
    is_active: bool
    can_come_in: bool
    has_link: bool
    positions: tuple[Held, ...]

    def held_on(self, day: date) -> tuple[Held, ...]:
        """The positions they hold on a day, and those that begin later."""
        return tuple(
            each
            for each in self.positions
            if each.membership.holds_on(day) or each.membership.since > day
        )


def require(store: Store, actor: Person, *, today: date) -> None:
    """Raise NotAllowedError unless the actor is beheerder on that day."""
    policy.require(policy.may_administer(acting.positions(store, actor, today=today)))


def everybody(store: Store, actor: Person, *, when: When) -> tuple[Somebody, ...]:
    """Everybody there is, by name."""
    require(store, actor, today=when.day)
    held: dict[UUID, list[Held]] = {}
    names = {each.place_id: each.name for each in places.every(store)}
    for each in memberships.every(store):
        named = Held(each, names.get(each.place_id, ""))
        held.setdefault(each.person_id, []).append(named)
    return tuple(
        Somebody(
            each.person,
            store.vault.opened(each.person.person_id, each.address),
            each.is_active,
            each.can_come_in,
            each.has_link,
            tuple(held.get(each.person.person_id, ())),
        )
        for each in people.registered(store, when.moment)
    )


def one(store: Store, actor: Person, person_id: UUID, *, when: When) -> Somebody:
    """One of everybody; NotAllowedError when there is no such person."""
    for each in everybody(store, actor, when=when):
        if each.person.person_id == person_id:
            return each
    raise NotAllowedError(_NOBODY)


def overview(store: Store, actor: Person, *, today: date) -> tuple[Place, ...]:
    """All places: samenwerkingsverbanden, boards, then schools, each kind by name."""
    require(store, actor, today=today)
    return places.every(store)


def add_person(store: Store, actor: Person, name: str, address: str, *, when: When) -> UUID:
    """Add somebody, who holds no position and cannot come in yet; their id.

    The address may be empty. InputError for a name that is missing or too long, and for an address
    that is none, or somebody else's.
    """
    with ONE_AT_A_TIME:
        known = everybody(store, actor, when=when)
        new = Person(uuid4(), entering.name(name, "de naam"))
        sealed = store.vault.seal(new.person_id, _address(address, known))

        def work(transaction: Transaction) -> None:
            people.add(transaction, *new)
            people.correct(transaction, new, sealed)
            fields = {"schools": 0, "people": 1}
            happened = Event(
                when.moment, EventKind.PLACES_IMPORTED, actor.person_id, new.person_id, fields
            )
            events.add(transaction, happened)

        store.write(work)
    return new.person_id


def correct(  # noqa: PLR0913 -- who, whom, and into what
    store: Store, actor: Person, person_id: UUID, name: str, address: str, *, when: When
) -> None:
    """Let somebody have another name or mail address; errors as `add_person`."""
    with ONE_AT_A_TIME:
        before = one(store, actor, person_id, when=when)
        others = [
            each for each in everybody(store, actor, when=when) if each.person != before.person
        ]
        now = Person(person_id, entering.name(name, "de naam"))
        new_address = _address(address, others)
        sealed = store.vault.seal(person_id, new_address)
        changed = [
            what
            for what, differs in (
                ("name", now != before.person),
                ("address", new_address != before.address),
            )
            if differs
        ]

        def work(transaction: Transaction) -> None:
            people.correct(transaction, now, sealed)
            for what in changed:
                fields = {"what": what}
                happened = Event(
                    when.moment, EventKind.CORRECTED, actor.person_id, person_id, fields
                )
                events.add(transaction, happened)

        if changed:
            store.write(work)


def switch_off(store: Store, actor: Person, person_id: UUID, *, when: When) -> None:
    """Let somebody come in no more and end all their sessions; what is theirs stays.

    InputError for the last beheerder.
    """
    subject = one(store, actor, person_id, when=when)
    administers = any(
        each.membership.position is Position.ADMINISTRATOR for each in subject.held_on(when.day)
    )

    def work(transaction: Transaction) -> None:
        if administers:
            require_other_administrator(transaction, person_id, when.day)
        sessions.end_all(transaction, person_id)
        sessions.drop_links(transaction, person_id)
        if people.switch(transaction, person_id, is_active=False):
            events.add(
                transaction,
                Event(when.moment, EventKind.SWITCHED_OFF, actor.person_id, person_id),
            )

    store.write(work)


def switch_on(store: Store, actor: Person, person_id: UUID, *, when: When) -> None:
    """Let somebody who was switched off come in again, by the way they had."""
    one(store, actor, person_id, when=when)

    def work(transaction: Transaction) -> None:
        if people.switch(transaction, person_id, is_active=True):
            events.add(
                transaction,
                Event(when.moment, EventKind.SWITCHED_ON, actor.person_id, person_id),
            )

    store.write(work)


def require_other_administrator(transaction: Transaction, person_id: UUID, day: date) -> None:
    """Raise InputError when nobody else would be left to be beheerder."""
    if not memberships.has_other_administrator(transaction, person_id, day):
        raise InputError(LAST_ADMINISTRATOR)


def _address(typed: str, others: Iterable[Somebody]) -> str:
    """The address on one line; InputError when it is none, or one of the others has it."""
    address = "".join(entering.cleaned(typed).split())
    if not address:
        return ""
    if not pasted.is_address(address):
        raise InputError(NO_ADDRESS.format(what="Dit"))
    for each in others:
        if each.address.casefold() == address.casefold():
            raise InputError(_TAKEN.format(name=each.person.name))
    return address
