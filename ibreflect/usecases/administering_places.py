"""Schools, boards and samenwerkingsverbanden, set up by the beheerder."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.event import Event, EventKind
from ibreflect.model.membership import PlaceKind
from ibreflect.model.person import Person
from ibreflect.model.place import Place
from ibreflect.store import events, places
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import administering, entering
from ibreflect.usecases.administering import ONE_AT_A_TIME, When

WORDS = {
    PlaceKind.ALLIANCE: "het samenwerkingsverband",
    PlaceKind.BOARD: "het bestuur",
    PlaceKind.SCHOOL: "de school",
}
_TAKEN = "{what} {name} is er al. Kies een naam waaraan mensen de twee uit elkaar houden."
_NOT_THERE = "Dit is er niet (meer). Laad de pagina opnieuw."


class Wanted(NamedTuple):
    """What a place is to be; boards and samenwerkingsverbanden belong to nothing."""

    name: str
    board_id: UUID | None = None
    alliance_id: UUID | None = None


def add(store: Store, actor: Person, kind: PlaceKind, wanted: Wanted, *, when: When) -> UUID:
    """Add a school, board or samenwerkingsverband; its id.

    InputError for a name that is missing, too long or taken: two schools may have one name when
    they belong to different boards. NotAllowedError for a board or samenwerkingsverband that is
    not there.
    """
    with ONE_AT_A_TIME:
        known = administering.overview(store, actor, today=when.day)
        new = _as_wanted(Place(kind, uuid4(), ""), wanted, known)
        store.write(lambda transaction: _add(transaction, actor, new, when))
    return new.place_id


def change(store: Store, actor: Person, place_id: UUID, wanted: Wanted, *, when: When) -> None:
    """Let a place have another name or belong elsewhere; errors as `add`."""
    with ONE_AT_A_TIME:
        known = administering.overview(store, actor, today=when.day)
        before = _one(known, place_id)
        others = [each for each in known if each != before]
        _change(store, actor, _as_wanted(before, wanted, others), when)


def close(store: Store, actor: Person, school_id: UUID, *, when: When) -> None:
    """Close a school: nobody gets a new position there. Whoever has one keeps it until it ends."""
    _set_closed(store, actor, school_id, when, is_closed=True)


def reopen(store: Store, actor: Person, school_id: UUID, *, when: When) -> None:
    """Open a school again."""
    _set_closed(store, actor, school_id, when, is_closed=False)


def _set_closed(
    store: Store, actor: Person, school_id: UUID, when: When, *, is_closed: bool
) -> None:
    with ONE_AT_A_TIME:
        before = _one(administering.overview(store, actor, today=when.day), school_id)
        if before.kind is not PlaceKind.SCHOOL:
            raise NotAllowedError(_NOT_THERE)
        _change(store, actor, before._replace(is_closed=is_closed), when)


def _one(known: Iterable[Place], place_id: UUID) -> Place:
    for each in known:
        if each.place_id == place_id:
            return each
    raise NotAllowedError(_NOT_THERE)


def _as_wanted(before: Place, wanted: Wanted, others: Sequence[Place]) -> Place:
    """The place with its new name and ties, which fit the other places."""
    name = entering.name(wanted.name, f"de naam van {WORDS[before.kind]}")
    _require_ties(before.kind, wanted, others)
    after = before._replace(name=name, board_id=wanted.board_id, alliance_id=wanted.alliance_id)
    if any(_looks_like(after, each) for each in others):
        raise InputError(_TAKEN.format(what=WORDS[before.kind].capitalize(), name=name))
    return after


def _require_ties(kind: PlaceKind, wanted: Wanted, others: Iterable[Place]) -> None:
    """Only a school belongs to a board and a samenwerkingsverband, and only to what is there."""
    there = {each.place_id: each.kind for each in others if kind is PlaceKind.SCHOOL}
    ties = ((PlaceKind.BOARD, wanted.board_id), (PlaceKind.ALLIANCE, wanted.alliance_id))
    if any(tied_id and there.get(tied_id) is not tied_kind for tied_kind, tied_id in ties):
        raise NotAllowedError(_NOT_THERE)


def _looks_like(one: Place, other: Place) -> bool:
    """Whether nobody could tell the two apart by name and board."""
    return (one.kind, one.name.casefold(), one.board_id) == (
        other.kind,
        other.name.casefold(),
        other.board_id,
    )


def _add(transaction: Transaction, actor: Person, new: Place, when: When) -> None:
    places.add(transaction, new)
    events.add(transaction, _event(actor, new, when))


def _change(store: Store, actor: Person, after: Place, when: When) -> None:
    def work(transaction: Transaction) -> None:
        places.change(transaction, after)
        events.add(transaction, _event(actor, after, when))

    store.write(work)


def _event(actor: Person, about: Place, when: When) -> Event:
    fields = {"schools": 1 if about.kind is PlaceKind.SCHOOL else 0, "people": 0}
    return Event(when.moment, EventKind.PLACES_IMPORTED, actor.person_id, None, fields)
