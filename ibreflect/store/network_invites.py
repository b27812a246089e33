"""The codes of ib'ers with a computer of their own, and the scans that came from there as files."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from ibreflect.model.round import Period, SchoolTerm
from ibreflect.store.connection import Row, Store, Transaction
from ibreflect.store.vault import Vault

Run = Callable[..., list[Row]]
"""Reads apart, or in a transaction."""

_ADD = """
    insert into network_invite
        (invite_id, alliance_id, school_id, person_id, code, ending, is_taken_back, stopped_on)
    values ($1, $2, $3, $4, $5, $6, false, null)
"""
# An invite leads to its school as long as that is in the samenwerkingsverband.
_INVITES = """
    select i.invite_id, i.school_id, s.name, i.person_id, i.ending, i.is_taken_back, i.stopped_on
    from network_invite i
    join school s on s.school_id = i.school_id and s.alliance_id = i.alliance_id
    where i.alliance_id = $1
"""
_OF_ALLIANCE = _INVITES + " order by s.name, i.ending, i.invite_id"
_OF_ID = _INVITES + " and i.invite_id = $2"
_CODE = "select code from network_invite where invite_id = $1 and not is_taken_back"
_SCANS = """
    select n.scan_id, n.person_id, f.school_year, f.period, f.made_on, n.until,
        n.snapshot_id is not null, n.added
    from network_scan n join network_file f on f.scan_id = n.scan_id
"""
_KNOWN = _SCANS + " where n.person_id = $1 or n.scan_id = $2"
_IN_ALLIANCE = _SCANS + " where n.alliance_id = $1"
_WAITING = """
    select n.scan_id, n.person_id, n.school_id, n.added
    from network_scan n
    join network_file f on f.scan_id = n.scan_id
    join school s on s.school_id = n.school_id and s.alliance_id = n.alliance_id
    where n.alliance_id = $1 and n.snapshot_id is null and n.until >= $2
    order by n.scan_id
"""
_DROP_FILES_UNTIL = """
    delete from network_file where made_on <= $2 and scan_id in (
        select scan_id from network_scan where person_id = $1 and snapshot_id is null)
"""
_DROP_OTHER_FILES = """
    delete from network_file where scan_id <> $2 and scan_id in (
        select scan_id from network_scan where person_id = $1 and snapshot_id is null)
"""
# After its file: a scan without a round and without a file is of nobody.
_DROP_SCANS = """
    delete from network_scan
    where person_id = $1 and snapshot_id is null
        and scan_id not in (select scan_id from network_file)
"""
_FORGET = """
    update network_scan set added = '', places = ''
    where person_id = $1 and snapshot_id is not null
        and scan_id in (select scan_id from network_file where made_on <= $2)
"""
_FORGET_EXPIRED = """
    update network_scan set added = ''
    where until < $1 and snapshot_id is null and added <> ''
        and scan_id in (select scan_id from network_file)
    returning scan_id
"""
_STOP = "update network_invite set stopped_on = $2 where invite_id = $1"
_KEEP_SCAN = """
    insert into network_scan
        (scan_id, alliance_id, school_id, person_id, round_id, until, added, places)
    select $2, alliance_id, school_id, person_id, null, $3, $4, ''
    from network_invite where invite_id = $1
    on conflict (scan_id) do update set until = excluded.until, added = excluded.added
"""
_KEEP_FILE = """
    insert into network_file (scan_id, school_year, period, made_on) values ($1, $2, $3, $4)
    on conflict (scan_id) do update set made_on = excluded.made_on
"""


class NewInvite(NamedTuple):
    """A code to hand out for one ib'er of a school, sealed; `ending` are its last characters."""

    invite_id: UUID
    alliance_id: UUID
    school_id: UUID
    person_id: UUID
    code: str
    ending: str


class Invite(NamedTuple):
    """A code that was handed out; `person_id` stands for who has it.

    What was made until and with `stopped_on` does not count.
    """

    invite_id: UUID
    school_id: UUID
    school_name: str
    person_id: UUID
    ending: str
    is_taken_back: bool
    stopped_on: date | None


class FileScan(NamedTuple):
    """A scan that came as a file; `added` is as it was written, empty when nothing is kept."""

    scan_id: UUID
    person_id: UUID
    term: SchoolTerm
    made_on: date
    until: date
    is_counted: bool
    added: str


class Waiting(NamedTuple):
    """A scan that came as a file and may be counted."""

    scan_id: UUID
    person_id: UUID
    school_id: UUID
    added: str


def add(transaction: Transaction, new: NewInvite) -> None:
    """Keep a code."""
    transaction.run(_ADD, *new)


def of_alliance(store: Store, alliance_id: UUID) -> tuple[Invite, ...]:
    """The codes for schools that are in a samenwerkingsverband, by name of school."""
    return tuple(Invite(*row) for row in store.read(_OF_ALLIANCE, alliance_id))


def find(run: Run, alliance_id: UUID, invite_id: UUID) -> Invite | None:
    """One of those codes; None for any other."""
    return next((Invite(*row) for row in run(_OF_ID, alliance_id, invite_id)), None)


def code(vault: Vault, run: Run, invite: Invite) -> str:
    """The code itself, empty once it is taken back; StoreError without its key."""
    return "".join(
        vault.opened(invite.invite_id, sealed) for (sealed,) in run(_CODE, invite.invite_id)
    )


def scans(store: Store, alliance_id: UUID) -> tuple[FileScan, ...]:
    """Every scan that was read in and is not withdrawn."""
    return tuple(_scan(row) for row in store.read(_IN_ALLIANCE, alliance_id))


def known(transaction: Transaction, invite: Invite, scan_id: UUID) -> tuple[FileScan, ...]:
    """The scans of who has the code, and the one with this id, whoever it is of."""
    return tuple(_scan(row) for row in transaction.run(_KNOWN, invite.person_id, scan_id))


def keep(transaction: Transaction, invite: Invite, new: FileScan) -> None:
    """Let a scan wait to be counted, instead of what waited of the same person."""
    transaction.run(_DROP_OTHER_FILES, invite.person_id, new.scan_id)
    transaction.run(_DROP_SCANS, invite.person_id)
    transaction.run(_KEEP_SCAN, invite.invite_id, new.scan_id, new.until, new.added)
    transaction.run(_KEEP_FILE, new.scan_id, *new.term, new.made_on)


def stop(transaction: Transaction, invite: Invite, day: date) -> None:
    """Let nothing count that was made until and with a day; of what was counted nothing is kept."""
    transaction.run(_STOP, invite.invite_id, day)
    transaction.run(_FORGET, invite.person_id, day)
    transaction.run(_DROP_FILES_UNTIL, invite.person_id, day)
    transaction.run(_DROP_SCANS, invite.person_id)


def forget_expired(transaction: Transaction, day: date) -> int:
    """Drop what scans would have added that may not be counted any more; how many that were."""
    return len(transaction.run(_FORGET_EXPIRED, day))


def waiting(store: Store, alliance_id: UUID, day: date) -> tuple[Waiting, ...]:
    """What can be counted on a day of what came as files, at most one of each person."""
    return tuple(Waiting(*row) for row in store.read(_WAITING, alliance_id, day))


def _scan(row: Row) -> FileScan:
    scan_id, person_id, school_year, period, made_on, until, is_counted, added = row
    term = SchoolTerm(school_year, Period(period))
    return FileScan(scan_id, person_id, term, made_on, until, is_counted, added)
