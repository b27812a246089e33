"""Coming in, staying in and going out, when more people work with one installation."""

import hashlib
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import links
from ibreflect.errors import NotAllowedError
from ibreflect.model.event import Event, EventKind
from ibreflect.model.person import Person
from ibreflect.store import events, people, sessions
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.sessions import Session

IDLE = timedelta(minutes=60)
"""After so long without a click somebody has to sign in again."""

LONGEST = timedelta(hours=12)
"""After so long somebody has to sign in again in any case."""

LINK_LASTS = timedelta(days=7)
"""How long a link by which somebody comes in can be used."""

FRESH = timedelta(minutes=10)
"""How long after a provider let somebody in that begins a session here."""

_SEEN_EVERY = timedelta(minutes=1)
NO_LINK = (
    "Deze link werkt niet (meer). Een link werkt één keer en zeven dagen lang. Vraag de beheerder "
    "van ibreflect om een nieuwe."
)


class Standing(StrEnum):
    """What a browser's cookie says: somebody is signed in, was signed in, or never was."""

    SIGNED_IN = "signed_in"
    ENDED = "ended"
    UNKNOWN = "unknown"


class Account(NamedTuple):
    """What a provider says of who signed in: its own address, who, and this one time."""

    issuer: str
    subject: str
    sign_in: str
    at: datetime


def is_together(store: Store) -> bool:
    """Whether several people work here, each signed in; else it belongs to one owner."""
    return people.setting(store, people.MODE) == people.TOGETHER


def standing(store: Store, digest: str, *, now: datetime) -> Standing:
    """What a session is worth at a moment in UTC; one that is still worth something is seen now."""
    found = sessions.find(store, digest)
    if found is None:
        return Standing.UNKNOWN
    if not still_stands(found, now=now):
        return Standing.ENDED
    if now - found.seen_at > _SEEN_EVERY:
        sessions.seen(store, digest, now)
    return Standing.SIGNED_IN


def still_stands(session: Session, *, now: datetime) -> bool:
    """Whether a session is worth something at a moment in UTC."""
    return not (session.has_ended or now - session.seen_at > IDLE or now - session.since > LONGEST)


def person(store: Store, digest: str, *, now: datetime) -> Person | None:
    """Who is signed in with a session at a moment in UTC; None when nobody is."""
    if standing(store, digest, now=now) is not Standing.SIGNED_IN:
        return None
    found = sessions.find(store, digest)
    return people.person(store, found.person_id) if found else None


def by_account(store: Store, digest: str, account: Account, *, now: datetime) -> Person | None:
    """Let in who signed in elsewhere a moment ago; None for an account that nobody has here.

    One time of signing in begins one session, so that a copied cookie is worth nothing later.
    """
    person_id = sessions.known(store, account.issuer, account.subject)
    if person_id is None or now - account.at > FRESH:
        return None
    sign_in = hashlib.sha256(account.sign_in.encode()).hexdigest()
    return _begin(store, digest, person_id, _Way("account", sign_in), now=now)


def by_passkey(store: Store, digest: str, person_id: UUID, *, now: datetime) -> Person | None:
    """Let in who showed a passkey of theirs; None for somebody who is switched off."""
    return _begin(store, digest, person_id, _Way("passkey", digest), now=now)


def make_link(store: Store, actor_id: UUID | None, person_id: UUID, *, now: datetime) -> str:
    """The secret part of a new link by which somebody comes in once; earlier ones stop working.

    Asks no policy: the use cases that hand links out do, and the command line is the operator's.
    """
    token = links.new_token()

    def work(transaction: Transaction) -> None:
        digest = links.entry_digest(token)
        sessions.replace_link(transaction, digest, person_id, now + LINK_LASTS)
        events.add(transaction, Event(now, EventKind.ENTRY_LINK_MADE, actor_id, person_id))

    store.write(work)
    return token


def whose_link(store: Store, token: str, *, now: datetime) -> Person:
    """Whom a link lets in, without using it; NotAllowedError, the same for any other link."""
    person_id = sessions.link_of(store, links.entry_digest(token), now)
    found = people.person(store, person_id) if person_id else None
    if found is None:
        raise NotAllowedError(NO_LINK)
    return found


def tie_account(store: Store, token: str, account: Account, *, now: datetime) -> None:
    """Let an account elsewhere be whom a link lets in, and use the link up.

    An account that was somebody else here is this person from now on. NotAllowedError for a link
    that does not work.
    """

    def work(transaction: Transaction) -> UUID | None:
        person_id = sessions.use_link(transaction, links.entry_digest(token), now)
        if person_id is not None:
            sessions.tie(transaction, account.issuer, account.subject, person_id)
        return person_id

    if store.write(work) is None:
        raise NotAllowedError(NO_LINK)


def sign_out(store: Store, digest: str, *, now: datetime) -> None:
    """End a session, in every window of that browser."""

    def work(transaction: Transaction) -> None:
        person_id = sessions.end(transaction, digest)
        if person_id is not None:
            gone = Event(now, EventKind.SIGNED_OUT, person_id, person_id, {"why": "asked"})
            events.add(transaction, gone)

    store.write(work)


class _Way(NamedTuple):
    """How somebody signed in, and what tells this time from every other."""

    name: str
    once: str


def _begin(
    store: Store, digest: str, person_id: UUID, way: _Way, *, now: datetime
) -> Person | None:
    def work(transaction: Transaction) -> bool:
        if not people.is_active(transaction, person_id):
            return False
        if not sessions.begin(transaction, digest, person_id, sign_in=way.once, now=now):
            return False
        came = Event(now, EventKind.SIGNED_IN, person_id, person_id, {"way": way.name})
        events.add(transaction, came)
        return True

    return people.person(store, person_id) if store.write(work) else None
