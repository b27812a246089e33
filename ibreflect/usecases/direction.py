"""The direction of a school: recorded by somebody who works there, with the history kept."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from ibreflect.errors import InputError
from ibreflect.model.direction import DIRECTION_POINTS, Direction
from ibreflect.model.person import Person
from ibreflect.store import direction
from ibreflect.store.connection import Store
from ibreflect.usecases import entering, people

FEWEST_WORDS = 3


class Chosen(NamedTuple):
    """What somebody filled in: a position 1-5 or None, and why."""

    position: int | None
    body: str


def history(store: Store, actor: Person, school_id: UUID) -> tuple[Direction, ...]:
    """What the actor recorded of one of their own schools, newest first.

    NotAllowedError, the same for a foreign school as for an unknown one.
    """
    people.my_school(store, actor, school_id)
    return direction.history(store, actor.person_id, school_id)


def record(store: Store, actor: Person, school_id: UUID, chosen: Chosen, *, today: date) -> None:
    """Add a direction to the history of one of the actor's own schools.

    The same as the newest one of today changes nothing: that is a second click. InputError without
    a position, or when the text has fewer than three words or more than 4,000 characters;
    NotAllowedError as for `history`.
    """
    people.my_school(store, actor, school_id)
    body = entering.free_text(chosen.body)
    if chosen.position is None or not 1 <= chosen.position <= len(DIRECTION_POINTS):
        raise InputError("Kies eerst een van de vijf richtingen. Er is nog niets vastgelegd.")
    if len(body.split()) < FEWEST_WORDS:
        raise InputError("Schrijf in een of twee zinnen waarom. Er is nog niets vastgelegd.")
    direction.add(store, actor.person_id, school_id, Direction(today, chosen.position, body))
