"""Who is signed in, and by what they can sign in."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from ibreflect.store.connection import Row, Store, Transaction

_FIND = """
    select s.digest, s.person_id, s.since, s.seen_at, s.has_ended or not p.is_active
    from session s join person p on p.person_id = s.person_id where s.digest = $1
"""
_OF_PERSON = """
    select s.digest, s.person_id, s.since, s.seen_at, s.has_ended or not p.is_active
    from session s join person p on p.person_id = s.person_id
    where s.person_id = $1 order by s.since desc, s.digest
"""
_BEGIN = """
    insert into session (digest, person_id, since, seen_at, has_ended, sign_in)
    values ($1, $2, $3, $3, false, $4) on conflict do nothing returning digest
"""
_SEEN = "update session set seen_at = $2 where digest = $1"
_END = "update session set has_ended = true where digest = $1 and not has_ended returning person_id"
_END_ALL = "update session set has_ended = true where person_id = $1 and not has_ended"
_DROP_BEFORE = "delete from session where seen_at < $1 returning digest"
_DROP_EXPIRED = "delete from entry_link where expires_at < $1 returning digest"
_KNOWN = "select person_id from identity where issuer = $1 and subject = $2"
_TIE = """
    insert into identity (issuer, subject, person_id) values ($1, $2, $3)
    on conflict (issuer, subject) do update set person_id = excluded.person_id
"""
_ADD_LINK = "insert into entry_link (digest, person_id, expires_at) values ($1, $2, $3)"
_DROP_LINKS = "delete from entry_link where person_id = $1"
_LINK = "select person_id from entry_link where digest = $1 and expires_at > $2"
_USE_LINK = "delete from entry_link where digest = $1 and expires_at > $2 returning person_id"

_WAY_IN = """
    select 1 from membership m join person p on p.person_id = m.person_id
    where m.role = 'administrator' and m.until is null and p.is_active and (
        m.person_id in (select person_id from identity)
        or m.person_id in (select person_id from passkey)
    )
    limit 1
"""


class Session(NamedTuple):
    """A time of being signed in; moments in UTC. `has_ended` also for who is switched off."""

    digest: str
    person_id: UUID
    since: datetime
    seen_at: datetime
    has_ended: bool


def find(store: Store, digest: str) -> Session | None:
    """The session with this digest, ended or not; None when there never was one."""
    rows = store.read(_FIND, digest)
    return _session(rows[0]) if rows else None


def of_person(store: Store, person_id: UUID) -> tuple[Session, ...]:
    """The sessions of somebody, newest first, ended ones too."""
    return tuple(_session(row) for row in store.read(_OF_PERSON, person_id))


def begin(
    transaction: Transaction, digest: str, person_id: UUID, *, sign_in: str, now: datetime
) -> bool:
    """Begin a session; False when this way of signing in was used for one before."""
    return bool(transaction.run(_BEGIN, digest, person_id, now, sign_in))


def seen(store: Store, digest: str, now: datetime) -> None:
    """Note that somebody is still there."""
    store.write(lambda transaction: transaction.run(_SEEN, digest, now))


def end(transaction: Transaction, digest: str) -> UUID | None:
    """End a session; whose it was, or None when there was none to end."""
    rows = transaction.run(_END, digest)
    return rows[0][0] if rows else None


def end_all(transaction: Transaction, person_id: UUID) -> None:
    """End every session of somebody."""
    transaction.run(_END_ALL, person_id)


def drop_before(store: Store, moment: datetime) -> int:
    """Delete sessions last used, and entry links expired, before a moment in UTC; how many."""

    def work(transaction: Transaction) -> int:
        gone = (transaction.run(each, moment) for each in (_DROP_BEFORE, _DROP_EXPIRED))
        return sum(len(rows) for rows in gone)

    return store.write(work)


def known(store: Store, issuer: str, subject: str) -> UUID | None:
    """Who somebody with this account elsewhere is here, or None."""
    rows = store.read(_KNOWN, issuer, subject)
    return rows[0][0] if rows else None


def tie(transaction: Transaction, issuer: str, subject: str, person_id: UUID) -> None:
    """Let an account elsewhere be this person from now on."""
    transaction.run(_TIE, issuer, subject, person_id)


def replace_link(
    transaction: Transaction, digest: str, person_id: UUID, expires_at: datetime
) -> None:
    """Keep a new link by which somebody comes in; their earlier ones no longer work."""
    transaction.run(_DROP_LINKS, person_id)
    transaction.run(_ADD_LINK, digest, person_id, expires_at)


def drop_links(transaction: Transaction, person_id: UUID) -> None:
    """Let no link let this person in any more."""
    transaction.run(_DROP_LINKS, person_id)


def link_of(store: Store, digest: str, now: datetime) -> UUID | None:
    """Whom a link lets in now, without using it; None for any other link."""
    rows = store.read(_LINK, digest, now)
    return rows[0][0] if rows else None


def use_link(transaction: Transaction, digest: str, now: datetime) -> UUID | None:
    """Whom a link lets in now; it is used up by that."""
    rows = transaction.run(_USE_LINK, digest, now)
    return rows[0][0] if rows else None


def administrator_has_way_in(store: Store) -> bool:
    """Whether some beheerder who is not switched off can sign in."""
    return bool(store.read(_WAY_IN))


def _session(row: Row) -> Session:
    return Session(*row)
