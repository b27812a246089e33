"""What is old enough to go, and its end. Answers of the ib'er and snapshots are not in here."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from ibreflect.store import erasure
from ibreflect.store.connection import Store, Transaction

_DATE_SNAPSHOTS = "update snapshot set taken_on = $1 where taken_on is null or taken_on > $1"
_RAW = """
    select p.round_id from response p join snapshot s on s.round_id = p.round_id
    where p.perspective <> 'self' and s.taken_on <= $1
    union
    select m.round_id from remark m join snapshot s on s.round_id = m.round_id
    where s.taken_on <= $1
"""
_DROP_ANSWERS = """
    delete from answer where response_id in (
        select response_id from response where round_id = $1 and perspective <> 'self'
    )
"""
_DROP_RESPONSES = "delete from response where round_id = $1 and perspective <> 'self'"
_DROP_REMARKS = "delete from remark where round_id = $1"
_EMPTY_SHARES = """
    update share set frozen = '' where until < $1 and frozen <> '' returning share_id
"""
_LEFT = """
    select person_id, max(until) from membership where role = 'ib_coordinator'
    group by person_id having count(*) = count(until)
"""
_TOLD = "select person_id, told_on from leaving"
_TELL = "insert into leaving (person_id, told_on) values ($1, $2) on conflict do nothing"
_STAYS = "delete from leaving where person_id = $1"
_NOT_LATER = "update leaving set told_on = $1 where told_on > $1"
_TOLD_ON = "select told_on from leaving where person_id = $1"
_LAST_DAY = """
    select max(until) from membership where person_id = $1 and role = 'ib_coordinator'
    having count(*) = count(until)
"""
_ROUNDS = "select round_id from round where person_id = $1"
_WORKS_HERE = """
    select 1 from membership
    where person_id = $1 and role <> 'ib_coordinator' and (until is null or until >= $2)
"""
_NO_IB_COORDINATOR = "delete from membership where person_id = $1 and role = 'ib_coordinator'"

_STAYS_OF_WHO_WORKS_HERE = frozenset(
    {
        *("membership", "identity", "passkey", "entry_link", "session", "event", "installation"),
        *("demo_viewpoint", "share", "person"),
    }
)
"""Tables with what somebody needs who still works here, as something else than an ib'er."""


class Left(NamedTuple):
    """Somebody of whom every position as an ib'er has ended, the last one with this day.

    `told_on` is since when they can read that everything of theirs goes, or None.
    """

    person_id: UUID
    last: date
    told_on: date | None


def date_snapshots(transaction: Transaction, day: date) -> None:
    """Let snapshots without a day, or with one that is still to come, count from this day."""
    transaction.run(_DATE_SNAPSHOTS, day)


def drop_answers_of_others(transaction: Transaction, last: date) -> int:
    """Erase what others answered and wrote where the snapshot is of that day or before.

    The snapshot stays. How many rounds there was something of.
    """
    rounds = transaction.run(_RAW, last)
    for (round_id,) in rounds:
        for statement in (_DROP_ANSWERS, _DROP_RESPONSES, _DROP_REMARKS):
            transaction.run(statement, round_id)
    return len(rounds)


def empty_shares(transaction: Transaction, before: date) -> int:
    """Erase what shares showed that could last be read before a day; how many."""
    return len(transaction.run(_EMPTY_SHARES, before))


def left(transaction: Transaction) -> tuple[Left, ...]:
    """Everybody who was an ib'er and no longer is at any school, or will not be after a day."""
    told: dict[UUID, date] = dict(transaction.run(_TOLD))
    return tuple(
        Left(person_id, last, told.get(person_id)) for person_id, last in transaction.run(_LEFT)
    )


def tell(transaction: Transaction, people: Collection[UUID], day: date) -> None:
    """Let exactly these people read that everything of theirs goes, from this day or since before.

    A day that is still to come, of a clock that was ahead, becomes this day.
    """
    for person_id, _ in transaction.run(_TOLD):
        if person_id not in people:
            transaction.run(_STAYS, person_id)
    transaction.run(_NOT_LATER, day)
    for person_id in people:
        transaction.run(_TELL, person_id, day)


def of_person(store: Store, person_id: UUID) -> Left | None:
    """When somebody's last position as an ib'er ended; None unless they are told of erasure."""
    told = store.read(_TOLD_ON, person_id)
    last = store.read(_LAST_DAY, person_id)
    return Left(person_id, last[0][0], told[0][0]) if told and last else None


def erase_who_left(transaction: Transaction, person_id: UUID, today: date) -> None:
    """Erase everything of an ib'er who left.

    Who still works here as something else stays, without what was theirs as an ib'er. Keys are due
    to be destroyed afterwards.
    """
    if not transaction.run(_WORKS_HERE, person_id, today):
        erasure.erase_person(transaction, person_id)
        return
    for (round_id,) in transaction.run(_ROUNDS, person_id):
        erasure.erase_round(transaction, round_id)
    for table in erasure.OF_PERSON:
        if table.name not in _STAYS_OF_WHO_WORKS_HERE:
            transaction.run(table.sql, person_id)
    transaction.run(_NO_IB_COORDINATOR, person_id)
