"""With whom an ib'er can share a round."""

from datetime import date
from typing import NamedTuple

from ibreflect.access import policy
from ibreflect.model.membership import Position
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.store import memberships
from ibreflect.store.connection import Store


class Reader(NamedTuple):
    """Somebody to share with, as what they would read, and the name of the place they are that."""

    person: Person
    position: Position
    place_name: str


def readers_of(store: Store, actor: Person, subject: Round, *, today: date) -> tuple[Reader, ...]:
    """The schoolleiders of the round's school now, and the coaches of its samenwerkingsverband now.

    Each person once, schoolleiders first, by name; never the actor, somebody who is switched off,
    the bestuur or a beheerder. NotAllowedError unless the round is the actor's.
    """
    policy.require(policy.may_see(actor, subject.person_id))
    near = memberships.near_school(store, subject.school_id, today)
    found: dict[Person, Reader] = {}
    for person, position, place_name in near:
        if person.person_id != actor.person_id:
            found.setdefault(person, Reader(person, position, place_name))
    return tuple(found.values())
