"""For a coach: codes for ib'ers with a computer of their own, and the files made with them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.access import network_codes, policy
from ibreflect.access import networks as verdicts
from ibreflect.errors import InputError
from ibreflect.model.event import Event, EventKind
from ibreflect.model.membership import PlaceKind
from ibreflect.model.moment import day_at
from ibreflect.model.person import Person
from ibreflect.model.place import Place
from ibreflect.store import erasing, events, memberships, network_invites, places
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.network_invites import FileScan, Invite, NewInvite
from ibreflect.usecases import network_reading

MOST_FILES = 100

_NO_SCHOOL = "Deze school hoort niet bij dit netwerk. Laad de pagina opnieuw en kies nog eens."
_NO_CODE = "Deze deelnamecode is er niet (meer). Laad de pagina opnieuw."
_TOO_MANY = f"Lees hoogstens {MOST_FILES} bestanden tegelijk in. Er is nog niets ingelezen."


class State(StrEnum):
    """How it stands with a code that was given out."""

    NOTHING = "nothing"
    WAITING = "waiting"
    EXPIRED = "expired"
    COUNTED = "counted"
    STOPPED = "stopped"
    TAKEN_BACK = "taken_back"


class Invited(NamedTuple):
    """A code that was given out, by its last characters; `until` where a scan waits or waited."""

    invite_id: UUID
    school: str
    ending: str
    state: State
    until: date | None


class Upload(NamedTuple):
    """A file as it was chosen."""

    name: str
    content: bytes


class Outcome(NamedTuple):
    """What came of a file, in a sentence."""

    name: str
    says: str
    is_read: bool


def may_invite(store: Store, actor: Person, alliance_id: UUID, *, today: date) -> bool:
    """Whether the actor gives codes for this network."""
    held = memberships.of_person(store, actor.person_id)
    return verdicts.may_invite(held, alliance_id, today).allowed


def schools(store: Store, actor: Person, alliance_id: UUID, *, today: date) -> tuple[Place, ...]:
    """The schools of the network for which there can be a code; NotAllowedError for no coach."""
    _require_coach(store, actor, alliance_id, today)
    return tuple(
        each
        for each in places.every(store)
        if each.kind is PlaceKind.SCHOOL and each.alliance_id == alliance_id and not each.is_closed
    )


def invite(
    store: Store, actor: Person, alliance_id: UUID, school_id: UUID, *, now: datetime
) -> str:
    """A new code for one ib'er of a school; `now` is a moment in UTC.

    InputError for a school outside the network, NotAllowedError for who is no coach of it.
    """
    there = schools(store, actor, alliance_id, today=day_at(now))
    if school_id not in {each.place_id for each in there}:
        raise InputError(_NO_SCHOOL)
    code = network_codes.new_code()
    sealed = store.vault.seal(code.invite_id, code.text)
    new = NewInvite(code.invite_id, alliance_id, school_id, uuid4(), sealed, code.ending)

    def work(transaction: Transaction) -> None:
        network_invites.add(transaction, new)
        events.add(transaction, _event(EventKind.NETWORK_CODE_MADE, actor, school_id, now))

    store.write(work)
    return code.text


def invites(store: Store, actor: Person, alliance_id: UUID, *, today: date) -> tuple[Invited, ...]:
    """The codes that were given out, by school; NotAllowedError for who is no coach."""
    _require_coach(store, actor, alliance_id, today)
    of_person: dict[UUID, list[FileScan]] = {}
    for each in network_invites.scans(store, alliance_id):
        of_person.setdefault(each.person_id, []).append(each)
    return tuple(
        _invited(each, of_person.get(each.person_id, ()), today)
        for each in network_invites.of_alliance(store, alliance_id)
    )


def code_of(store: Store, actor: Person, alliance_id: UUID, invite_id: UUID, *, today: date) -> str:
    """A code that was given out, once more; InputError when it was taken back."""
    _require_coach(store, actor, alliance_id, today)
    found = _open(store, alliance_id, invite_id)
    return network_invites.code(store.vault, store.read, found)


def take_back(
    store: Store, actor: Person, alliance_id: UUID, invite_id: UUID, *, now: datetime
) -> None:
    """Take a code back: what was read in and not counted is gone, and the code opens nothing.

    What was counted stays in figures that were published, and is laid beside nothing any more.
    InputError when it was taken back already; NotAllowedError for who is no coach.
    """
    _require_coach(store, actor, alliance_id, day_at(now))
    found = _open(store, alliance_id, invite_id)
    erasing.erase_invite(store, found.invite_id)
    events.record(store, _event(EventKind.NETWORK_CODE_TAKEN_BACK, actor, found.school_id, now))


def read_in(
    store: Store, actor: Person, alliance_id: UUID, files: Sequence[Upload], *, now: datetime
) -> tuple[Outcome, ...]:
    """Read files in, each apart: one that is wrong does not stop the others.

    InputError for more than a hundred, NotAllowedError for who is no coach of the network.
    """
    _require_coach(store, actor, alliance_id, day_at(now))
    if len(files) > MOST_FILES:
        raise InputError(_TOO_MANY)
    store.write(lambda work: network_invites.forget_expired(work, day_at(now)))

    def outcome(file: Upload) -> Outcome:
        def work(transaction: Transaction) -> str:
            today = day_at(now)
            read = network_reading.read(store, transaction, alliance_id, file.content, today=today)
            happened = _event(EventKind.NETWORK_FILE_READ, actor, read.school_id, now)
            events.add(transaction, happened)
            return read.says

        try:
            return Outcome(file.name, store.write(work), is_read=True)
        except InputError as error:
            return Outcome(file.name, str(error), is_read=False)

    return tuple(outcome(each) for each in files)


def _require_coach(store: Store, actor: Person, alliance_id: UUID, today: date) -> None:
    held = memberships.of_person(store, actor.person_id)
    policy.require(verdicts.may_invite(held, alliance_id, today))


def _open(store: Store, alliance_id: UUID, invite_id: UUID) -> Invite:
    found = network_invites.find(store.read, alliance_id, invite_id)
    if found is None or found.is_taken_back:
        raise InputError(_NO_CODE)
    return found


def _invited(kept: Invite, scans: Iterable[FileScan], today: date) -> Invited:
    waiting = next((each for each in scans if not each.is_counted), None)
    until = waiting.until if waiting and not kept.is_taken_back else None
    matched = any(each.is_counted and each.added for each in scans)
    state = _state(kept, until, today, is_matched=matched)
    return Invited(kept.invite_id, kept.school_name, kept.ending, state, until)


def _state(kept: Invite, until: date | None, today: date, *, is_matched: bool) -> State:
    if kept.is_taken_back:
        return State.TAKEN_BACK
    if until is not None:
        return State.WAITING if today <= until else State.EXPIRED
    if is_matched:
        return State.COUNTED
    return State.STOPPED if kept.stopped_on else State.NOTHING


def _event(kind: EventKind, actor: Person, school_id: UUID, now: datetime) -> Event:
    return Event(now, kind, actor.person_id, None, {"place_id": str(school_id)})
