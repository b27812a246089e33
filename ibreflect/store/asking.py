"""The asking of a round: its rules, whether enough have answered, and who looks along."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple
from uuid import UUID

from ibreflect.model.asking import HandedOutBy, Rules, SecondPerson, Task
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import RoundId
from ibreflect.store.connection import Row, Store, Transaction

_ROUND_IS_OPEN = "select 1 from round where round_id = $1 and is_open"
_BEGIN = """
    insert into asking (
        round_id, opens_on, closes_on, floors, asked, region, reply_name, reply_address,
        handed_out_by, reminders
    )
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)
    on conflict (round_id) do nothing
    returning round_id
"""
_RULES = """
    select opens_on, closes_on, floors, asked, region, reply_name, reply_address, handed_out_by
    from asking where round_id = $1
"""
_ASKED_OF_PERSON = """
    select a.round_id, a.asked from round r join asking a on a.round_id = r.round_id
    where r.person_id = $1
"""
_LATER = """
    update asking set closes_on = $2
    where round_id = $1 and closes_on < $2 and round_id not in (select round_id from snapshot)
    returning round_id
"""
_DUE = """
    select a.round_id from asking a join round r on r.round_id = a.round_id
    where (a.closes_on < $1 or not r.is_open)
        and a.round_id not in (select round_id from snapshot)
    order by a.round_id
"""
_UNDER_WAY = """
    select a.round_id from asking a join round r on r.round_id = a.round_id
    where r.is_open and a.opens_on <= $1 and a.closes_on >= $1
        and a.round_id not in (select round_id from snapshot)
    order by a.round_id
"""
_REMINDED = "select reminders, reminded_on from asking where round_id = $1"
_REMIND = """
    update asking set reminders = reminders + 1, reminded_on = $2
    where round_id = $1 and reminders = $3
    returning reminders
"""
_KEEP_PROGRESS = """
    insert into progress (round_id, rater_group, is_enough, as_of) values ($1, $2, $3, $4)
    on conflict (round_id, rater_group) do update
    set is_enough = excluded.is_enough, as_of = excluded.as_of
    where progress.as_of < excluded.as_of
"""
_PROGRESS = "select rater_group, is_enough, as_of from progress where round_id = $1"
_SECOND = "select name, task, has_agreed from second_person where round_id = $1"
_SECOND_BY_HASH = "select round_id from second_person where token_hash = $1"
_KEEP_SECOND = """
    insert into second_person (round_id, name, task, token_hash, has_agreed)
    values ($1, $2, $3, $4, false)
    on conflict (round_id) do update
    set name = excluded.name, task = excluded.task, token_hash = excluded.token_hash,
        has_agreed = false
"""
_DROP_SECOND = "delete from second_person where round_id = $1"
_ASK_AGAIN = "update second_person set has_agreed = false where round_id = $1"
_AGREE = "update second_person set has_agreed = true where token_hash = $1"


class Progress(NamedTuple):
    """Whether enough people of a group had answered on the morning of a day."""

    is_enough: bool
    as_of: date


class Reminded(NamedTuple):
    """How often reminders went out, and when last."""

    times: int
    last: date | None


def begin(store: Store, round_id: RoundId, rules: Rules) -> bool:
    """Fix the rules of a round; False when it is closed or gone, or asking had begun already."""
    reply = [store.vault.seal(round_id, each) for each in (rules.reply_name, rules.reply_address)]

    def work(transaction: Transaction) -> bool:
        if not transaction.run(_ROUND_IS_OPEN, round_id):
            return False
        floors = ",".join(f"{group.value} {floor}" for group, floor in rules.floors.items())
        return bool(
            transaction.run(
                _BEGIN,
                round_id,
                rules.opens_on,
                rules.closes_on,
                floors,
                ",".join(rules.asked),
                rules.region,
                *reply,
                rules.handed_out_by.value,
            )
        )

    return store.write(work)


def rules(store: Store, round_id: RoundId) -> Rules | None:
    """The rules of a round, or None when asking has not begun; StoreError without its key."""
    rows = store.read(_RULES, round_id)
    return _rules(rows[0], partial(store.vault.opened, round_id)) if rows else None


def asked_of_person(store: Store, person_id: UUID) -> dict[RoundId, tuple[str, ...]]:
    """The ids of the questionnaires that others answer, by round, of rounds with an asking."""
    return {
        round_id: tuple(asked.split(","))
        for round_id, asked in store.read(_ASKED_OF_PERSON, person_id)
    }


def close_later(store: Store, round_id: RoundId, day: date) -> bool:
    """Give people more time; False when `day` is no later, or asking has ended."""
    return bool(store.write(lambda transaction: transaction.run(_LATER, round_id, day)))


def due(store: Store, today: date) -> tuple[RoundId, ...]:
    """The rounds of which asking has ended without a snapshot having been made."""
    return tuple(round_id for (round_id,) in store.read(_DUE, today))


def under_way(store: Store, today: date) -> tuple[RoundId, ...]:
    """The rounds in which people can answer today."""
    return tuple(round_id for (round_id,) in store.read(_UNDER_WAY, today))


def reminded(store: Store, round_id: RoundId) -> Reminded:
    """How often people were reminded."""
    rows = store.read(_REMINDED, round_id)
    return Reminded(int(rows[0][0]), rows[0][1]) if rows else Reminded(0, None)


def count_reminder(store: Store, round_id: RoundId, *, sent_before: int, today: date) -> bool:
    """Count one more time; False when somebody else did so since `sent_before` was read."""
    return bool(
        store.write(lambda transaction: transaction.run(_REMIND, round_id, today, sent_before))
    )


def keep_progress(
    store: Store, round_id: RoundId, enough: Mapping[RaterGroup, bool], *, today: date
) -> None:
    """Keep whether there are enough answers as of today; what is kept of today already, stays."""

    def work(transaction: Transaction) -> None:
        for group, is_enough in enough.items():
            transaction.run(_KEEP_PROGRESS, round_id, group.value, is_enough, today)

    store.write(work)


def progress(store: Store, round_id: RoundId) -> dict[RaterGroup, Progress]:
    """What is kept of how far the groups of a round are."""
    return {
        RaterGroup(group): Progress(is_enough, as_of)
        for group, is_enough, as_of in store.read(_PROGRESS, round_id)
    }


def second_person(store: Store, round_id: RoundId) -> SecondPerson | None:
    """Who looks along with a round, or None."""
    rows = store.read(_SECOND, round_id)
    if not rows:
        return None
    ((sealed, task, has_agreed),) = rows
    return SecondPerson(store.vault.opened(round_id, sealed), Task(task), bool(has_agreed))


def round_of_second(store: Store, digest: str) -> RoundId | None:
    """The round that the link of a second person is for, or None."""
    rows = store.read(_SECOND_BY_HASH, digest)
    return rows[0][0] if rows else None


def keep_second(store: Store, round_id: RoundId, name: str, task: Task, digest: str) -> None:
    """Let somebody look along; an earlier one no longer can."""
    sealed = store.vault.seal(round_id, name)
    store.write(
        lambda transaction: transaction.run(_KEEP_SECOND, round_id, sealed, task.value, digest)
    )


def drop_second(store: Store, round_id: RoundId) -> None:
    """Let nobody look along any more."""
    store.write(lambda transaction: transaction.run(_DROP_SECOND, round_id))


def ask_again(store: Store, round_id: RoundId) -> None:
    """Let the second person look at the list once more: it has changed."""
    store.write(lambda transaction: transaction.run(_ASK_AGAIN, round_id))


def agree(store: Store, digest: str) -> None:
    """Keep that the second person agrees with the list."""
    store.write(lambda transaction: transaction.run(_AGREE, digest))


def _rules(row: Row, opened: Callable[[str], str]) -> Rules:
    opens_on, closes_on, floors, asked, region, reply_name, reply_address, handed_out_by = row
    return Rules(
        opens_on=opens_on,
        closes_on=closes_on,
        floors={
            RaterGroup(group): int(floor)
            for group, floor in (each.split(" ") for each in floors.split(","))
        },
        asked=tuple(asked.split(",")),
        region=region,
        reply_name=opened(reply_name),
        reply_address=opened(reply_address),
        handed_out_by=HandedOutBy(handed_out_by),
    )
