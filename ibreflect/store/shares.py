"""What is shared with whom: each share with its frozen version, sealed."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.access.sharing import FoundShare
from ibreflect.model.round import RoundId
from ibreflect.model.sharing import Part, Share, ShareId
from ibreflect.store.connection import Row, Store, Transaction

_SHARE = """
    select
        h.share_id, h.round_id, h.owner_id, h.reader_id, h.parts, h.until, h.shared_at,
        h.withdrawn, h.seen_at, r.school_id, s.alliance_id
    from share h
    join round r on r.round_id = h.round_id
    join school s on s.school_id = r.school_id
"""
_BY_ID = _SHARE + " where h.share_id = $1"
_BY_OWNER = _SHARE + " where h.owner_id = $1 order by h.shared_at desc, h.share_id"
_TO_READ = _SHARE + " join person p on p.person_id = h.reader_id and p.is_active"
_TO_READ_BY_ID = _TO_READ + " where h.share_id = $1"
_FOR_READER = _TO_READ + " where h.reader_id = $1 order by h.shared_at desc, h.share_id"
_ADD = """
    insert into share
        (share_id, round_id, owner_id, reader_id, parts, until, shared_at, withdrawn, frozen)
    select $1, r.round_id, r.person_id, p.person_id, $4, $5, $6, false, $7
    from round r, person p where r.round_id = $2 and p.person_id = $3
    returning share_id
"""
_FROZEN = "select frozen from share where share_id = $1 and not withdrawn"
# What nobody can read any more is not kept either.
_WITHDRAW = """
    update share set withdrawn = true, frozen = '' where share_id = $1 and not withdrawn
    returning share_id
"""
_SEEN = """
    update share set seen_at = $2 where share_id = $1 and (seen_at is null or seen_at <= $3)
    returning share_id
"""


class NewShare(NamedTuple):
    """What a new share needs; `frozen` is sealed."""

    round_id: RoundId
    reader_id: UUID
    parts: tuple[Part, ...]
    until: date
    frozen: str


def find(store: Store, share_id: UUID) -> FoundShare | None:
    """The share with this id, whoever asks: only the policy can open it; None when none is."""
    rows = store.read(_BY_ID, share_id)
    return FoundShare(_share(rows[0])) if rows else None


def find_to_read(store: Store, share_id: UUID) -> FoundShare | None:
    """As `find`; None also when its reader is switched off."""
    rows = store.read(_TO_READ_BY_ID, share_id)
    return FoundShare(_share(rows[0])) if rows else None


def of_owner(store: Store, owner_id: UUID) -> tuple[Share, ...]:
    """Everything somebody ever shared, newest first."""
    return tuple(_share(row) for row in store.read(_BY_OWNER, owner_id))


def for_reader(store: Store, reader_id: UUID) -> tuple[FoundShare, ...]:
    """Everything that was ever shared with somebody, newest first, as `find_to_read` finds it."""
    return tuple(FoundShare(_share(row)) for row in store.read(_FOR_READER, reader_id))


def frozen(store: Store, share_id: ShareId) -> str | None:
    """The sealed version; None when it was withdrawn or erased meanwhile."""
    rows = store.read(_FROZEN, share_id)
    return str(rows[0][0]) if rows else None


def add(transaction: Transaction, new: NewShare, now: datetime) -> ShareId | None:
    """Keep a new share, shared at a moment in UTC; its id, or None without that round or reader."""
    share_id = ShareId(uuid4())
    whose, parts = (new.round_id, new.reader_id), ",".join(new.parts)
    if not transaction.run(_ADD, share_id, *whose, parts, new.until, now, new.frozen):
        return None
    return share_id


def withdraw(transaction: Transaction, share_id: ShareId) -> bool:
    """Withdraw a share and forget what it showed; False when that was done before."""
    return bool(transaction.run(_WITHDRAW, share_id))


def seen(transaction: Transaction, share_id: ShareId, now: datetime, before: datetime) -> bool:
    """Note a look at a moment in UTC; False when the last one noted is later than `before`."""
    return bool(transaction.run(_SEEN, share_id, now, before))


def _share(row: Row) -> Share:
    *begin, parts, until, shared_at, withdrawn, seen_at, school_id, alliance_id = row
    share_id, round_id, owner_id, reader_id = begin
    return Share(
        share_id=share_id,
        round_id=round_id,
        owner_id=owner_id,
        reader_id=reader_id,
        parts=tuple(Part(each) for each in parts.split(",")),
        until=until,
        shared_at=shared_at,
        withdrawn=withdrawn,
        seen_at=seen_at,
        school_id=school_id,
        alliance_id=alliance_id,
    )
