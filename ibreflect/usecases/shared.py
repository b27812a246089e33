"""Reading what an ib'er shared, which the ib'er gets to know."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import sharing as verdicts
from ibreflect.errors import NotAllowedError
from ibreflect.model.event import Event, EventKind
from ibreflect.model.frozen import Frozen
from ibreflect.model.moment import day_at
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.model.sharing import Share
from ibreflect.store import events, memberships, people, rounds, shares
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import freezing

SEEN_EVERY = timedelta(minutes=30)
"""Looks within half an hour of one that was written down are the same look."""


class Offered(NamedTuple):
    """Something that somebody can read now."""

    share: Share
    owner: str
    subject: Round


class Reading(NamedTuple):
    """A share with what it shows."""

    share: Share
    frozen: Frozen


def with_me(store: Store, actor: Person, *, now: datetime) -> tuple[Offered, ...]:
    """Everything that the actor can read now, newest first."""
    held, day = memberships.of_person(store, actor.person_id), day_at(now)
    readable = verdicts.readable(actor, shares.for_reader(store, actor.person_id), held, day)
    return tuple(
        Offered(each, _name(store, each.owner_id), subject)
        for each in readable
        if (subject := rounds.of_id(store, each.round_id))
    )


def read(store: Store, actor: Person, share_id: UUID, *, now: datetime) -> Reading:
    """What a share shows; that its reader looked is written down first, once per half hour.

    NotAllowedError with one and the same sentence when it is not for the actor, does not exist, is
    withdrawn or over, or when the actor no longer works with that school.
    """
    held, day = memberships.of_person(store, actor.person_id), day_at(now)
    found = verdicts.shared_with(actor, shares.find_to_read(store, share_id), held, day)
    sealed = shares.frozen(store, found.share_id)
    if sealed is None:  # withdrawn or erased since it was found
        raise NotAllowedError(verdicts.NOT_FOR_YOU)
    _note_look(store, actor, found, now)
    return Reading(found, freezing.read(store.vault.opened(found.round_id, sealed)))


def _note_look(store: Store, actor: Person, found: Share, now: datetime) -> None:
    if found.seen_at is not None and now - found.seen_at < SEEN_EVERY:
        return

    def work(transaction: Transaction) -> None:
        if shares.seen(transaction, found.share_id, now, now - SEEN_EVERY):
            told = {"share_id": str(found.share_id), "parts": ",".join(found.parts)}
            looked = Event(now, EventKind.SEEN, actor.person_id, found.owner_id, told)
            events.add(transaction, looked)

    store.write(work)


def _name(store: Store, person_id: UUID) -> str:
    found = people.person(store, person_id)
    return found.name if found else ""
