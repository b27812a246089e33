"""Keys on people's own devices: signing in with one, the first by a link, more, and fewer."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import links
from ibreflect.access import passkeys as proof
from ibreflect.access.passkeys import NO_KEY, NewKey, Site
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.event import Event, EventKind
from ibreflect.model.passkey import Passkey
from ibreflect.model.person import Person
from ibreflect.store import events, passkeys, people, sessions
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.sessions import Session
from ibreflect.usecases import signing_in
from ibreflect.usecases.signing_in import Standing

FRESH = timedelta(minutes=10)
"""How long after signing in somebody may change how they sign in."""

_NOT_FRESH = (
    "Je bent langer dan tien minuten geleden aangemeld. Meld je af en opnieuw aan; daarna kun je "
    "dit tien minuten lang veranderen. Zo kan niemand anders het op jouw scherm doen."
)
_THE_LAST = "Dit is je enige manier om je aan te melden. Maak eerst een andere toegangssleutel."
_NOT_THERE = "Deze toegangssleutel is er niet (meer)."
_THERE_ALREADY = "Deze toegangssleutel is er al. Je kunt je er gewoon mee aanmelden."
_SWITCHED_OFF = "Aanmelden lukt nu niet. Vraag de beheerder van ibreflect of je toegang aanstaat."


class Attempt(NamedTuple):
    """What a browser answered to a challenge at a site, and on what device that seems to be."""

    site: Site
    challenge: bytes
    answer: str
    device: str = ""


def to_sign_in(site: Site, challenge: bytes) -> str:
    """What a browser needs to show a key; the same for everybody."""
    return proof.to_show(site, challenge)


def sign_in(store: Store, attempt: Attempt, session: str, *, now: datetime) -> Person:
    """Let in who shows a key: their session has the digest `session`, of a cookie that is new.

    NotAllowedError, the same for a key that is unknown, copied or shown wrongly.
    """
    key = passkeys.find(store, proof.shown(attempt.answer))
    if key is None:
        raise NotAllowedError(NO_KEY)
    count = proof.proved(attempt.site, attempt.challenge, attempt.answer, key)
    if not store.write(lambda work: passkeys.used(work, key.credential_id, count)):
        raise NotAllowedError(NO_KEY)
    return _let_in(store, session, key.person_id, now=now)


def to_come_in(store: Store, token: str, site: Site, challenge: bytes, *, now: datetime) -> str:
    """What a browser needs to make a key for whom a link lets in; the link stays as it is.

    NotAllowedError, the same for every link that does not work.
    """
    person = signing_in.whose_link(store, token, now=now)
    return proof.to_make(site, person, challenge, passkeys.of_person(store, person.person_id))


def come_in(store: Store, token: str, attempt: Attempt, session: str, *, now: datetime) -> Person:
    """Keep the first key of whom a link lets in, use the link up, and let them in.

    Of two at the same time one comes in. NotAllowedError, the same for every link that does not
    work; then nothing is kept.
    """
    signing_in.whose_link(store, token, now=now)
    key = proof.made(attempt.site, attempt.challenge, attempt.answer)

    def work(transaction: Transaction) -> UUID:
        person_id = sessions.use_link(transaction, links.entry_digest(token), now)
        if person_id is None or not people.is_active(transaction, person_id):
            raise NotAllowedError(signing_in.NO_LINK)
        _keep(transaction, person_id, key, attempt.device, now)
        return person_id

    return _let_in(store, session, store.write(work), now=now)


def to_add(store: Store, session: str, site: Site, challenge: bytes, *, now: datetime) -> str:
    """What a browser needs to make one more key for who signed in a moment ago.

    InputError when that is too long ago; NotAllowedError for who is not signed in.
    """
    person = _freshly_in(store, session, now=now)
    return proof.to_make(site, person, challenge, passkeys.of_person(store, person.person_id))


def add(store: Store, session: str, attempt: Attempt, *, now: datetime) -> None:
    """Keep one more key of who signed in a moment ago; errors as of `to_add`."""
    person = _freshly_in(store, session, now=now)
    key = proof.made(attempt.site, attempt.challenge, attempt.answer)
    store.write(lambda work: _keep(work, person.person_id, key, attempt.device, now))


def mine(store: Store, actor: Person) -> tuple[Passkey, ...]:
    """The keys of the actor, oldest first."""
    return passkeys.of_person(store, actor.person_id)


def has_account(store: Store, actor: Person) -> bool:
    """Whether the actor also signs in with an account elsewhere."""
    return passkeys.accounts(store, actor.person_id) > 0


def is_fresh(store: Store, session: str, *, now: datetime) -> bool:
    """Whether somebody signed in with this session at most ten minutes before a moment in UTC."""
    if signing_in.standing(store, session, now=now) is not Standing.SIGNED_IN:
        return False
    found = sessions.find(store, session)
    return found is not None and now - found.since <= FRESH


def remove(store: Store, actor: Person, session: str, credential_id: str, *, now: datetime) -> None:
    """Delete a key of the actor, who signed in a moment ago.

    InputError when that is too long ago, or when nothing would be left to sign in with;
    NotAllowedError, the same for somebody else's key as for none.
    """
    if not is_fresh(store, session, now=now):
        raise InputError(_NOT_FRESH)

    def work(transaction: Transaction) -> None:
        if not passkeys.drop(transaction, actor.person_id, credential_id):
            raise NotAllowedError(_NOT_THERE)
        if passkeys.ways_in(transaction, actor.person_id) == 0:
            raise InputError(_THE_LAST)
        events.add(transaction, _event(EventKind.KEY_REMOVED, actor.person_id, now))

    store.write(work)


def open_sessions(store: Store, actor: Person, *, now: datetime) -> tuple[Session, ...]:
    """Where the actor is signed in at a moment in UTC, newest first."""
    return tuple(
        each
        for each in sessions.of_person(store, actor.person_id)
        if signing_in.still_stands(each, now=now)
    )


def sign_out_everywhere(store: Store, actor: Person, *, now: datetime) -> None:
    """End every session of the actor, on every device."""

    def work(transaction: Transaction) -> None:
        sessions.end_all(transaction, actor.person_id)
        gone = _event(EventKind.SIGNED_OUT, actor.person_id, now)
        events.add(transaction, gone._replace(fields={"why": "everywhere"}))

    store.write(work)


def _freshly_in(store: Store, session: str, *, now: datetime) -> Person:
    person = signing_in.person(store, session, now=now)
    if person is None:
        raise NotAllowedError("Meld je eerst aan.")
    if not is_fresh(store, session, now=now):
        raise InputError(_NOT_FRESH)
    return person


def _let_in(store: Store, session: str, person_id: UUID, *, now: datetime) -> Person:
    person = signing_in.by_passkey(store, session, person_id, now=now)
    if person is None:
        raise NotAllowedError(_SWITCHED_OFF)
    return person


def _keep(
    transaction: Transaction, person_id: UUID, key: NewKey, device: str, now: datetime
) -> None:
    new = Passkey(key.credential_id, person_id, key.public_key, key.sign_count, device, now.date())
    if not passkeys.add(transaction, new):
        raise InputError(_THERE_ALREADY)
    events.add(transaction, _event(EventKind.KEY_ADDED, person_id, now))


def _event(kind: EventKind, person_id: UUID, now: datetime) -> Event:
    return Event(now, kind, person_id, person_id)
