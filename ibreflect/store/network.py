"""Which scans count in a samenwerkingsverband, and the snapshots that were published of them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.model.network import SnapshotId
from ibreflect.model.round import RoundId
from ibreflect.store.connection import Row, Store, Transaction

_CHOOSE = """
    insert into network_scan
        (scan_id, alliance_id, school_id, person_id, round_id, until, added, places)
    select $2, s.alliance_id, s.school_id, r.person_id, r.round_id, $3, '', ''
    from round r join school s on s.school_id = r.school_id
    where r.round_id = $1 and s.alliance_id is not null
    on conflict (round_id) do update set until = excluded.until
    returning scan_id
"""
# What was counted stays known as counted: it may not be counted a second time.
_WITHDRAW = "delete from network_scan where round_id = $1 and snapshot_id is null"
_FORGET = """
    update network_scan set added = '', places = '' where round_id = $1 and snapshot_id is not null
"""
_OF_PERSON = """
    select round_id, until, snapshot_id is not null, added <> '' from network_scan
    where person_id = $1 and round_id is not null
"""
# A scan counts in the samenwerkingsverband that it was given to, as long as its school is there,
# and never after a newer one of the same person: what changed would run backwards.
_WAITING = """
    select n.scan_id, n.person_id, n.school_id, n.round_id, n.until
    from network_scan n
    join school s on s.school_id = n.school_id and s.alliance_id = n.alliance_id
    join round r on r.round_id = n.round_id
    join response p on p.round_id = r.round_id and p.perspective = 'self' and p.handed_in
    where n.alliance_id = $1 and n.snapshot_id is null and n.until >= $2
        and not exists (
            select 1 from network_scan c join round o on o.round_id = c.round_id
            where c.person_id = n.person_id and c.snapshot_id is not null
                and (o.school_year, o.period) >= (r.school_year, r.period))
    order by r.school_year, r.period, n.scan_id
"""
_COUNTED = """
    select person_id, school_id, added, places from network_scan
    where snapshot_id = $1 order by scan_id
"""
_COUNT = """
    update network_scan set snapshot_id = $2, added = $3, places = $4
    where scan_id = $1 and snapshot_id is null
    returning scan_id
"""
_PUBLISH = """
    insert into network_snapshot (snapshot_id, alliance_id, sequence, made_on, figures)
    values ($1, $2, $3, $4, $5)
    on conflict (alliance_id, sequence) do nothing
    returning snapshot_id
"""
_SNAPSHOTS = """
    select snapshot_id, sequence, made_on, figures from network_snapshot
    where alliance_id = $1 order by sequence
"""


class Choice(NamedTuple):
    """What an ib'er chose for a round: until when it may be counted, and whether it was.

    `is_matched` is whether what it added is still kept, to lay a later scan beside.
    """

    round_id: RoundId
    until: date
    is_counted: bool
    is_matched: bool


class Waiting(NamedTuple):
    """A handed-in scan that may be counted and was not yet."""

    scan_id: UUID
    person_id: UUID
    school_id: UUID
    round_id: RoundId
    until: date


class Earlier(NamedTuple):
    """A scan that was counted: what it added and where it was placed, as they were written.

    Both are empty of one that was withdrawn or erased since; of that the school is known only.
    """

    person_id: UUID
    school_id: UUID
    added: str
    places: str


class Published(NamedTuple):
    """A snapshot as it was published; `sequence` counts from 1 in its samenwerkingsverband."""

    snapshot_id: SnapshotId
    sequence: int
    made_on: date
    figures: str


class Count(NamedTuple):
    """A scan that is counted now, with what it adds and where it is placed."""

    scan_id: UUID
    added: str
    places: str


def choose(transaction: Transaction, round_id: RoundId, until: date) -> bool:
    """Let a round count until and with a day; False where the school is in no network."""
    return bool(transaction.run(_CHOOSE, round_id, uuid4(), until))


def withdraw(transaction: Transaction, round_id: RoundId) -> None:
    """Let a round count no more; of what was counted nothing is kept to lay beside."""
    transaction.run(_WITHDRAW, round_id)
    transaction.run(_FORGET, round_id)


def choices(store: Store, person_id: UUID) -> tuple[Choice, ...]:
    """What somebody chose for each round for which they did."""
    return tuple(Choice(*row) for row in store.read(_OF_PERSON, person_id))


def waiting(store: Store, alliance_id: UUID, day: date) -> tuple[Waiting, ...]:
    """What can be counted on a day, the oldest term first."""
    return tuple(Waiting(*row) for row in store.read(_WAITING, alliance_id, day))


def counted(store: Store, snapshot_id: SnapshotId) -> tuple[Earlier, ...]:
    """What was counted in a snapshot, also what may not be laid beside any more."""
    return tuple(Earlier(*row) for row in store.read(_COUNTED, snapshot_id))


def publish(
    transaction: Transaction, alliance_id: UUID, new: Published, counts: Iterable[Count]
) -> bool:
    """Keep a snapshot, and that these scans are in it; False when another was first.

    Then the transaction has to be given up.
    """
    key = (new.snapshot_id, alliance_id, new.sequence, new.made_on, new.figures)
    if not transaction.run(_PUBLISH, *key):
        return False
    return all(
        transaction.run(_COUNT, each.scan_id, new.snapshot_id, each.added, each.places)
        for each in counts
    )


def snapshots(store: Store, alliance_id: UUID) -> tuple[Published, ...]:
    """Everything that was published of a network, oldest first."""
    return tuple(_published(row) for row in store.read(_SNAPSHOTS, alliance_id))


def _published(row: Row) -> Published:
    snapshot_id, sequence, made_on, figures = row
    return Published(SnapshotId(snapshot_id), sequence, made_on, figures)
