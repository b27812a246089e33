"""The expertisekaart for the ib'er and the schoolleider: read it, and hand out the team link.

What stands on it is of who wrote it: it can be taken off here, never changed.
"""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import expertise as access
from ibreflect.access import links, policy
from ibreflect.model.event import Event, EventKind
from ibreflect.model.expertise import Entry, by_name
from ibreflect.model.person import Person, School
from ibreflect.store import erasing, events, expertise, memberships
from ibreflect.store.connection import Store
from ibreflect.usecases import tidying


class Card(NamedTuple):
    """Everything on the card of a school, by name; whether a team link leads to it."""

    school: School
    entries: tuple[Entry, ...]
    has_link: bool


def schools(store: Store, actor: Person, *, today: date) -> tuple[School, ...]:
    """The schools of which the actor reads the card today, by name."""
    held = access.schools(memberships.of_person(store, actor.person_id), today)
    found = (expertise.school(store, each) for each in held)
    return tuple(
        sorted((each for each in found if each), key=lambda each: (each.name.casefold(), each))
    )


def card(store: Store, actor: Person, school_id: UUID, *, today: date) -> Card:
    """The card of a school; NotAllowedError, the same for another school as for none."""
    _require(store, actor, school_id, today)
    school = expertise.school(store, school_id)
    assert school is not None  # noqa: S101 -- somebody works there
    entries = by_name(expertise.of_school(store, school_id))
    return Card(school, entries, expertise.has_link(store, school_id))


def make_link(store: Store, actor: Person, school_id: UUID, *, today: date) -> str:
    """The secret part of a new team link; the one before leads nowhere from then on.

    NotAllowedError as `card`.
    """
    _require(store, actor, school_id, today)
    token = links.new_token()
    expertise.set_link(store, school_id, links.team_digest(token))
    return token


def shut_link(store: Store, actor: Person, school_id: UUID, *, today: date) -> None:
    """Let the team link lead nowhere; what is on the card stays. NotAllowedError as `card`."""
    _require(store, actor, school_id, today)
    expertise.drop_link(store, school_id)


def remove(store: Store, actor: Person, entry_id: UUID, *, today: date, now: datetime) -> None:
    """Take what somebody wrote off the card, for good and from older copies too.

    That it was is written down, without whose it was; `now` is a moment in UTC. NotAllowedError,
    the same for an entry of another school as for none.
    """
    _require(store, actor, expertise.school_id_of(store, entry_id), today)
    erasing.erase_expertise(store, entry_id)
    events.record(store, Event(now, EventKind.EXPERTISE_REMOVED, actor.person_id, None))
    tidying.forget_deleted(store)


def _require(store: Store, actor: Person, school_id: UUID | None, today: date) -> None:
    held = memberships.of_person(store, actor.person_id)
    policy.require(access.may_use(held, school_id, today))
