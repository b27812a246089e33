"""Sharing parts of a round with one reader until a day, and withdrawing that."""

from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import sharing as verdicts
from ibreflect.errors import InputError
from ibreflect.measure.growth import Noise
from ibreflect.model.event import Event, EventKind
from ibreflect.model.frozen import Frozen
from ibreflect.model.moment import day_at
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.model.sharing import Part, Share, ShareId
from ibreflect.store import events, memberships, people, shares
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import freezing, freezing_source, rounds
from ibreflect.usecases.freezing_source import Source

USUAL = timedelta(weeks=6)
LONGEST = timedelta(days=365)
"""A share lasts a school year at most."""

_NO_PART = "Kies eerst wat je wilt delen. Er is nog niets gedeeld."
_NOT_THERE = "Daarvan is nu niets te delen. Laad de pagina opnieuw en kies nog eens."
_WHEN = "Kies een dag vanaf vandaag, en hoogstens een jaar verder. Er is nog niets gedeeld."


class Wish(NamedTuple):
    """What the ib'er wants to share, with whom, up to and with which day.

    `noise` is the error that the ib'er's own pages reckon with now.
    """

    parts: frozenset[Part]
    reader_id: UUID
    until: date
    noise: Noise = Noise()


class Mine(NamedTuple):
    """Something the ib'er shared, with whom and of which round.

    `lasts` is whether it is neither withdrawn nor over; `is_near` whether its reader still works
    with the school, without which they cannot read it. `looks` are the moments in UTC at which they
    did, newest first.
    """

    share: Share
    reader: str
    subject: Round
    lasts: bool
    is_near: bool
    looks: tuple[datetime, ...]


def offered(
    store: Store, actor: Person, round_id: UUID, reader_id: UUID, *, now: datetime
) -> tuple[Part, ...]:
    """The parts of the actor's round that there is something of, for this reader.

    NotAllowedError for a scan that is not handed in or somebody else's, InputError for somebody it
    cannot be shared with.
    """
    wish = Wish(frozenset(), reader_id, day_at(now))
    return freezing.offered(_source(store, actor, round_id, wish, now))


def preview(store: Store, actor: Person, round_id: UUID, wish: Wish, *, now: datetime) -> Frozen:
    """Exactly what the reader would see; errors as `offered`."""
    return freezing.freeze(_source(store, actor, round_id, wish, now), wish.parts)


def share(store: Store, actor: Person, round_id: UUID, wish: Wish, *, now: datetime) -> ShareId:
    """Freeze parts of a round and let somebody read them; a second click gives the same share.

    `now` is a moment in UTC. Errors as `offered`; InputError also without a part, for a part that
    there is nothing of, or a last day before today or more than a year from it.
    """
    source = _source(store, actor, round_id, wish, now)
    _require_possible(source, wish)
    subject = source.subject
    text = freezing.written(freezing.freeze(source, wish.parts))
    same = _same(store, subject, wish, text)
    if same is not None:
        return same
    parts = tuple(part for part in Part if part in wish.parts)
    sealed = store.vault.seal(subject.round_id, text)
    new = shares.NewShare(subject.round_id, wish.reader_id, parts, wish.until, sealed)

    def work(transaction: Transaction) -> ShareId:
        share_id = shares.add(transaction, new, now)
        if share_id is None:  # round or reader were erased since they were read
            raise InputError(_NOT_THERE)
        told = {
            "share_id": str(share_id),
            "with_id": str(wish.reader_id),
            "parts": ",".join(parts),
            "until": wish.until.isoformat(),
        }
        events.add(transaction, _by_owner(EventKind.SHARED, actor, told, now))
        return share_id

    return store.write(work)


def withdraw(store: Store, actor: Person, share_id: UUID, *, now: datetime) -> None:
    """Let nobody read a share any more, from now on; again does nothing.

    NotAllowedError, the same for somebody else's share as for none.
    """
    found = verdicts.shared_by(actor, shares.find(store, share_id))

    def work(transaction: Transaction) -> None:
        if shares.withdraw(transaction, found.share_id):
            told = {"share_id": str(found.share_id)}
            events.add(transaction, _by_owner(EventKind.WITHDRAWN, actor, told, now))

    store.write(work)


def mine(store: Store, actor: Person, *, now: datetime) -> tuple[Mine, ...]:
    """Everything the actor ever shared of rounds that are there, newest first."""
    day = day_at(now)
    mine_by_id = {each.round_id: each for each in rounds.mine(store, actor)}
    looks = _looks(store, actor)
    return tuple(
        Mine(
            share=each,
            reader=_name(store, each.reader_id),
            subject=mine_by_id[each.round_id],
            lasts=each.lasts_on(day),
            is_near=_is_near(store, each, day),
            looks=looks.get(str(each.share_id), ()),
        )
        for each in shares.of_owner(store, actor.person_id)
        if each.round_id in mine_by_id
    )


def _source(store: Store, actor: Person, round_id: UUID, wish: Wish, now: datetime) -> Source:
    subject = rounds.one(store, actor, round_id)
    source = Source(store, actor, subject, wish.noise, day_at(now))
    return freezing_source.for_reader(source, wish.reader_id)


def _require_possible(source: Source, wish: Wish) -> None:
    if not wish.parts:
        raise InputError(_NO_PART)
    if not wish.parts <= set(freezing.offered(source)):
        raise InputError(_NOT_THERE)
    if not source.today <= wish.until <= source.today + LONGEST:
        raise InputError(_WHEN)


def _same(store: Store, subject: Round, wish: Wish, text: str) -> ShareId | None:
    """The share that shows just this to this reader until that day, if there is one."""
    for each in shares.of_owner(store, subject.person_id):
        key = (each.round_id, each.reader_id, each.until, frozenset(each.parts))
        if each.withdrawn or key != (subject.round_id, wish.reader_id, wish.until, wish.parts):
            continue
        sealed = shares.frozen(store, each.share_id)
        if sealed is not None and store.vault.opened(subject.round_id, sealed) == text:
            return each.share_id
    return None


def _by_owner(kind: EventKind, actor: Person, told: dict[str, str], now: datetime) -> Event:
    return Event(now, kind, actor.person_id, actor.person_id, told)


def _looks(store: Store, actor: Person) -> dict[str, tuple[datetime, ...]]:
    """When each of the actor's shares was looked at, by its id."""
    found: dict[str, tuple[datetime, ...]] = {}
    for each in events.about(store, actor.person_id):
        if each.kind is EventKind.SEEN and each.subject_id == actor.person_id:
            share_id = str(each.fields["share_id"])
            found[share_id] = (*found.get(share_id, ()), each.at)
    return found


def _is_near(store: Store, each: Share, day: date) -> bool:
    near = memberships.near_school(store, each.school_id, day)
    return each.reader_id in {person.person_id for person, _, _ in near}


def _name(store: Store, person_id: UUID) -> str:
    found = people.person(store, person_id)
    return found.name if found else ""
