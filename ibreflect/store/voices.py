"""What others answer about a round: links, what is filled in so far, what was handed in.

Nothing may tie a link to its answers, so the place of a row may not either. Links stay in the order
in which they were made, and responses lie in the order of their ids, which are random.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.access.links import Link
from ibreflect.model.questionnaire import Given, NonAnswer, RaterGroup
from ibreflect.model.round import RoundId
from ibreflect.store.connection import Row, Store, Transaction
from ibreflect.store.vault import Vault

OPEN, STARTED, HANDED_IN, WITHDRAWN = "open", "started", "handed_in", "withdrawn"
OTHERS = "others"
"""Whose remarks these are, when not the schoolleider's: people who are not named."""

_BY_HASH = "select round_id, rater_group, state from invitation where token_hash = $1"
_COUNTS = """
    select rater_group, state, count(*) from invitation where round_id = $1
    group by rater_group, state
"""
_MAY_STILL_ANSWER = """
    select i.round_id, i.rater_group
    from invitation i
    join round r on r.round_id = i.round_id
    join asking a on a.round_id = i.round_id
    where i.token_hash = $1 and i.state in ('open', 'started') and r.is_open
        and $2 between a.opens_on and a.closes_on
        and i.round_id not in (select round_id from snapshot)
"""
_KEEP_DRAFT = """
    insert into draft (draft_id, round_id, sealed) values ($1, $2, $3)
    on conflict (draft_id) do update set sealed = excluded.sealed
"""
_DRAFT = "select sealed from draft where draft_id = $1"
_DROP_DRAFT = "delete from draft where draft_id = $1"
# Without `returning`, with which DuckDB would move the row to the end of its table.
_START = "update invitation set state = 'started' where token_hash = $1"
_USE = "update invitation set state = 'handed_in' where token_hash = $1"
_ADD_RESPONSE = """
    insert into response (response_id, round_id, perspective, handed_in) values ($1, $2, $3, true)
"""
_ADD_REMARK = """
    insert into remark (remark_id, round_id, perspective, topic, body) values ($1, $2, $3, $4, $5)
"""
_REMARKS = "select remark_id, perspective, topic, body from remark where round_id = $1"
_DROP_REMARKS = "delete from remark where round_id = $1"
_ADD_ANSWERS = """
    insert into answer (response_id, item_id, value, reason)
    select
        cast($1 as uuid), unnest(cast($2 as varchar[])), unnest(cast($3 as integer[])),
        unnest(cast($4 as varchar[]))
"""
_RESPONSES = """
    select response_id from response where round_id = $1 and perspective = $2 order by response_id
"""
_DROP_RESPONSES = "delete from response where round_id = $1 and perspective = $2"
_LAST_ANSWER = "select max(answer_id) from answer"
_ADD_ANSWERS_AGAIN = """
    insert into answer (response_id, item_id, value, reason)
    select a.response_id, a.item_id, a.value, a.reason
    from answer a join response p on p.response_id = a.response_id
    where p.round_id = $1 and p.perspective = $2
    order by a.response_id, a.item_id
"""
_DROP_ANSWERS_BEFORE = """
    delete from answer
    where answer_id <= $3 and response_id in (
        select response_id from response where round_id = $1 and perspective = $2
    )
"""
_FOLD = "checkpoint"
_HEARD = """
    select p.response_id, p.perspective, a.item_id, a.value, a.reason from round r
    join response p on p.round_id = r.round_id left join answer a on a.response_id = p.response_id
    where r.round_id = $1 and coalesce(p.perspective <> 'self' and p.handed_in, r.is_open)
"""
_HEARD_OF = _HEARD + " and coalesce(p.perspective = $2, r.is_open)"


class Filled(NamedTuple):
    """What somebody filled in: an answer by item id, and texts by topic."""

    given: Mapping[str, Given]
    remarks: Mapping[str, str]


class Invitation(NamedTuple):
    """What a link is for; `state` is OPEN, STARTED, HANDED_IN or WITHDRAWN."""

    round_id: RoundId
    group: RaterGroup
    state: str


def invitation(store: Store, digest: str) -> Invitation | None:
    """What the link with this digest is for, or None."""
    rows = store.read(_BY_HASH, digest)
    return Invitation(rows[0][0], RaterGroup(rows[0][1]), str(rows[0][2])) if rows else None


def counts(store: Store, round_id: RoundId) -> dict[tuple[RaterGroup, str], int]:
    """How many links of a round there are, by group and state."""
    return {
        (RaterGroup(group), state): int(number)
        for group, state, number in store.read(_COUNTS, round_id)
    }


def draft(store: Store, draft_id: str) -> bytes | None:
    """What is filled in so far, sealed, or None."""
    rows = store.read(_DRAFT, draft_id)
    return bytes(rows[0][0]) if rows else None


def change_draft(
    store: Store,
    opened: Link,
    round_id: RoundId,
    *,
    today: date,
    change: Callable[[bytes | None], bytes],
) -> bool:
    """Replace what is filled in so far by what `change` makes of it, with nothing in between.

    False when the link or its round does not take answers today.
    """

    def work(transaction: Transaction) -> bool:
        used = transaction.run(_MAY_STILL_ANSWER, opened.digest, today)
        if not used:
            return False
        rows = transaction.run(_DRAFT, opened.draft_id)
        sealed = change(bytes(rows[0][0]) if rows else None)
        transaction.run(_KEEP_DRAFT, opened.draft_id, round_id, sealed)
        if not rows:
            transaction.run(_START, opened.digest)
        return True

    return store.write(work)


def hand_in(store: Store, opened: Link, filled: Filled, *, today: date) -> bool:
    """As `hand_in_draft`, with answers of which no draft was kept."""
    return hand_in_draft(store, opened, today=today, unseal=lambda _: filled)


def hand_in_draft(
    store: Store, opened: Link, *, today: date, unseal: Callable[[bytes | None], Filled]
) -> bool:
    """Use the link up and keep what `unseal` finds in its draft, as a response of its own.

    Texts are kept apart from the response. Nothing comes in between, so that no answer is left
    behind. False when the link was used before, was withdrawn, or its round does not take answers
    today; what `unseal` raises leaves everything as it was.
    """

    def work(transaction: Transaction) -> bool:
        used = transaction.run(_MAY_STILL_ANSWER, opened.digest, today)
        if not used:
            return False
        rows = transaction.run(_DRAFT, opened.draft_id)
        filled = unseal(bytes(rows[0][0]) if rows else None)
        transaction.run(_USE, opened.digest)
        transaction.run(_DROP_DRAFT, opened.draft_id)
        _add_response(transaction, store.vault, used[0], filled)
        return True

    return store.write(work)


def _add_response(transaction: Transaction, vault: Vault, used: Row, filled: Filled) -> None:
    round_id, group = used
    response_id = uuid4()
    transaction.run(_ADD_RESPONSE, response_id, round_id, group)
    if filled.given:
        items = sorted(filled.given)
        numbers, reasons = zip(*(_columns(filled.given[each]) for each in items), strict=True)
        transaction.run(_ADD_ANSWERS, response_id, items, list(numbers), list(reasons))
    _put_in_order(transaction, round_id, group)
    whose = group if group == RaterGroup.SCHOOL_LEADER else OTHERS
    for topic, body in filled.remarks.items():
        transaction.run(_ADD_REMARK, uuid4(), round_id, whose, topic, vault.seal(round_id, body))
    remarks = sorted(transaction.run(_REMARKS, round_id))
    transaction.run(_DROP_REMARKS, round_id)
    for remark_id, *remark in remarks:
        transaction.run(_ADD_REMARK, remark_id, round_id, *remark)


def forget_the_way(store: Store) -> None:
    """Fold the log of changes into the file.

    The log has the link that was used and the answers that were added side by side.
    """
    store.write(lambda transaction: transaction.run(_FOLD))


def _put_in_order(transaction: Transaction, round_id: RoundId, group: str) -> None:
    """Write the responses of a group anew in the order of their random ids."""
    ((last,),) = transaction.run(_LAST_ANSWER)
    transaction.run(_ADD_ANSWERS_AGAIN, round_id, group)
    transaction.run(_DROP_ANSWERS_BEFORE, round_id, group, last)
    ordered = transaction.run(_RESPONSES, round_id, group)
    transaction.run(_DROP_RESPONSES, round_id, group)
    for (response_id,) in ordered:
        transaction.run(_ADD_RESPONSE, response_id, round_id, group)


def given_in(
    transaction: Transaction, round_id: RoundId
) -> dict[RaterGroup, list[dict[str, Given]]]:
    """Per group what each person gave, by item id, in random order; drafts are never among them."""
    return _by_group(transaction.run(_HEARD, round_id))


def of_leader(store: Store, round_id: RoundId) -> dict[str, Given] | None:
    """What the schoolleider, who is named, handed in, by item id; None when nothing was."""
    given = _by_group(store.read(_HEARD_OF, round_id, RaterGroup.SCHOOL_LEADER.value))
    return given[RaterGroup.SCHOOL_LEADER][0] if given else None


def leader_remarks(store: Store, round_id: RoundId) -> dict[str, str]:
    """What the schoolleider wrote, by topic."""
    return {
        topic: store.vault.opened(round_id, sealed)
        for _, perspective, topic, sealed in store.read(_REMARKS, round_id)
        if perspective == RaterGroup.SCHOOL_LEADER
    }


def _by_group(rows: Sequence[Row]) -> dict[RaterGroup, list[dict[str, Given]]]:
    of_response: dict[UUID, tuple[RaterGroup, dict[str, Given]]] = {}
    for response_id, perspective, item_id, value, reason in rows:
        _, given = of_response.setdefault(response_id, (RaterGroup(perspective), {}))
        if item_id is not None:
            given[item_id] = NonAnswer(reason) if value is None else int(value)
    groups: dict[RaterGroup, list[dict[str, Given]]] = {}
    for response_id in sorted(of_response):  # ids are random, so this order says nothing
        group, given = of_response[response_id]
        groups.setdefault(group, []).append(given)
    return groups


def _columns(given: Given) -> tuple[int | None, str | None]:
    return (None, given.value) if isinstance(given, NonAnswer) else (given, None)
