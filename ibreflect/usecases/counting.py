"""Whether a round of the ib'er's counts in the figures of the samenwerkingsverband."""

from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import policy
from ibreflect.errors import InputError
from ibreflect.model.event import Event, EventKind
from ibreflect.model.membership import PlaceKind
from ibreflect.model.moment import day_at
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.store import events, network, places
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import rounds

USUAL = LONGEST = timedelta(days=365)

_NO_NETWORK = (
    "Deze school hoort in ibreflect niet bij een samenwerkingsverband. Vraag de beheerder van "
    "ibreflect om haar daarbij te zetten. Er is niets veranderd."
)
_WHEN = "Kies een dag vanaf vandaag, en hoogstens een jaar verder. Er is niets veranderd."


class Mine(NamedTuple):
    """A handed-in round of the actor's, the network it can count in, and what was chosen.

    `until` is None while it does not count. `was_counted` is whether it is in a snapshot already.
    """

    subject: Round
    alliance: str
    until: date | None
    was_counted: bool


def mine(store: Store, actor: Person) -> tuple[Mine, ...]:
    """The actor's handed-in rounds at schools that are in a network, newest first."""
    known = {each.place_id: each for each in places.near(store, actor.person_id)}
    chosen = {each.round_id: each for each in network.choices(store, actor.person_id)}
    found = []
    for subject in reversed(rounds.mine(store, actor)):
        school = known.get(subject.school_id)
        alliance = known.get(school.alliance_id) if school and school.alliance_id else None
        if not subject.handed_in or alliance is None or alliance.kind is not PlaceKind.ALLIANCE:
            continue
        choice = chosen.get(subject.round_id)
        until = choice.until if choice and (choice.is_matched or not choice.is_counted) else None
        found.append(Mine(subject, alliance.name, until, bool(choice and choice.is_counted)))
    return tuple(found)


def count(store: Store, actor: Person, round_id: UUID, until: date, *, now: datetime) -> None:
    """Let a round of the actor's count until and with a day; again sets the day.

    `now` is a moment in UTC. InputError for a day before today or more than a year off, and for a
    school in no network; NotAllowedError for a scan that is not handed in or somebody else's.
    """
    subject = rounds.one(store, actor, round_id)
    policy.require(policy.may_share(actor, subject))
    if not day_at(now) <= until <= day_at(now) + LONGEST:
        raise InputError(_WHEN)

    def work(transaction: Transaction) -> None:
        if not network.choose(transaction, subject.round_id, until):
            raise InputError(_NO_NETWORK)
        events.add(transaction, _event(EventKind.COUNTED, actor, now, until=until.isoformat()))

    store.write(work)


def withdraw(store: Store, actor: Person, round_id: UUID, *, now: datetime) -> None:
    """Let a round count no more from now on; what was published before stays as it is.

    NotAllowedError for a scan that is somebody else's.
    """
    subject = rounds.one(store, actor, round_id)

    def work(transaction: Transaction) -> None:
        network.withdraw(transaction, subject.round_id)
        events.add(transaction, _event(EventKind.COUNTS_NO_MORE, actor, now))

    store.write(work)


def _event(kind: EventKind, actor: Person, now: datetime, **fields: str) -> Event:
    return Event(now, kind, actor.person_id, actor.person_id, fields)
