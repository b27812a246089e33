"""What others answer about a round: links, what is filled in so far, what was handed in.

Nothing may tie a link to its answers, so the place of a row may not either. Links stay in the order
in which they were made, and responses lie in the order of their ids, which are random.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.model.questionnaire import Given, NonAnswer, RaterGroup
from ibreflect.store.connection import Store, Transaction

OPEN, HANDED_IN, WITHDRAWN = "open", "handed_in", "withdrawn"

_ROUND_IS_OPEN = "select 1 from round where round_id = $1 and is_open"
_INVITE = """
    insert into invitation (token_hash, round_id, rater_group, state) values ($1, $2, $3, 'open')
"""
_WITHDRAW = """
    update invitation set state = 'withdrawn'
    where round_id = $1 and rater_group = $2 and state = 'open'
"""
_MADE = "select count(*) from invitation where round_id = $1 and rater_group = $2"
_ANY_HANDED_IN = """
    select 1 from invitation where round_id = $1 and rater_group = $2 and state = 'handed_in'
"""
_BY_HASH = "select round_id, rater_group, state from invitation where token_hash = $1"
_COUNTS = """
    select rater_group, state, count(*) from invitation where round_id = $1
    group by rater_group, state
"""
_MAY_STILL_ANSWER = """
    select i.round_id, i.rater_group from invitation i join round r on r.round_id = i.round_id
    where i.token_hash = $1 and i.state = 'open' and r.is_open
"""
_KEEP_DRAFT = """
    insert into draft (draft_id, round_id, sealed) values ($1, $2, $3)
    on conflict (draft_id) do update set sealed = excluded.sealed
"""
_DRAFT = "select sealed from draft where draft_id = $1"
_DROP_DRAFT = "delete from draft where draft_id = $1"
_DROP_DRAFTS = "delete from draft where round_id not in (select round_id from round where is_open)"
# Without `returning`, with which DuckDB would move the row to the end of its table.
_USE = "update invitation set state = 'handed_in' where token_hash = $1"
_ADD_RESPONSE = """
    insert into response (response_id, round_id, perspective, handed_in) values ($1, $2, $3, true)
"""
_ADD_ANSWER = "insert into answer (response_id, item_id, value, reason) values ($1, $2, $3, $4)"
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
    select p.response_id, p.perspective, a.item_id, a.value, a.reason
    from response p left join answer a on a.response_id = p.response_id
    where p.round_id = $1 and p.perspective <> 'self' and p.handed_in
"""


class Invitation(NamedTuple):
    """What a link is for; `state` is OPEN, HANDED_IN or WITHDRAWN."""

    round_id: UUID
    group: RaterGroup
    state: str


def invite(
    store: Store, round_id: UUID, group: RaterGroup, digests: Sequence[str], *, most: int
) -> bool:
    """Keep the digests of new links for a group.

    False when the round is closed or gone, or when more than `most` would have been made in all.
    """

    def work(transaction: Transaction) -> bool:
        ((made,),) = transaction.run(_MADE, round_id, group.value)
        if made + len(digests) > most or not transaction.run(_ROUND_IS_OPEN, round_id):
            return False
        for digest in digests:
            transaction.run(_INVITE, digest, round_id, group.value)
        return True

    return store.write(work)


def invite_one(store: Store, round_id: UUID, group: RaterGroup, digest: str) -> bool:
    """Keep the digest of the one link of a group; an earlier one is withdrawn.

    False when the round is closed or gone, or when somebody of the group has handed in.
    """

    def work(transaction: Transaction) -> bool:
        heard = transaction.run(_ANY_HANDED_IN, round_id, group.value)
        if heard or not transaction.run(_ROUND_IS_OPEN, round_id):
            return False
        transaction.run(_WITHDRAW, round_id, group.value)
        transaction.run(_INVITE, digest, round_id, group.value)
        return True

    return store.write(work)


def withdraw(store: Store, round_id: UUID, group: RaterGroup) -> None:
    """Withdraw the links of a group that have not been handed in with."""
    store.write(lambda transaction: transaction.run(_WITHDRAW, round_id, group.value))


def invitation(store: Store, digest: str) -> Invitation | None:
    """What the link with this digest is for, or None."""
    rows = store.read(_BY_HASH, digest)
    return Invitation(rows[0][0], RaterGroup(rows[0][1]), str(rows[0][2])) if rows else None


def counts(store: Store, round_id: UUID) -> dict[tuple[RaterGroup, str], int]:
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
    digest: str,
    *,
    draft_id: str,
    round_id: UUID,
    change: Callable[[bytes | None], bytes],
) -> bool:
    """Replace what is filled in so far by what `change` makes of it, with nothing in between.

    False when the link or its round no longer takes answers.
    """

    def work(transaction: Transaction) -> bool:
        if not transaction.run(_MAY_STILL_ANSWER, digest):
            return False
        rows = transaction.run(_DRAFT, draft_id)
        sealed = change(bytes(rows[0][0]) if rows else None)
        transaction.run(_KEEP_DRAFT, draft_id, round_id, sealed)
        return True

    return store.write(work)


def hand_in(store: Store, digest: str, draft_id: str, given: Mapping[str, Given]) -> bool:
    """As `hand_in_draft`, with answers of which no draft was kept."""
    return hand_in_draft(store, digest, draft_id=draft_id, unseal=lambda _: given)


def hand_in_draft(
    store: Store,
    digest: str,
    *,
    draft_id: str,
    unseal: Callable[[bytes | None], Mapping[str, Given]],
) -> bool:
    """Use the link up and keep what `unseal` finds in its draft, as a response of its own.

    Nothing comes in between, so that no answer is left behind. False when the link was used before,
    was withdrawn, or its round is closed; what `unseal` raises leaves everything as it was.
    """

    def work(transaction: Transaction) -> bool:
        used = transaction.run(_MAY_STILL_ANSWER, digest)
        if not used:
            return False
        rows = transaction.run(_DRAFT, draft_id)
        given = unseal(bytes(rows[0][0]) if rows else None)
        transaction.run(_USE, digest)
        transaction.run(_DROP_DRAFT, draft_id)
        response_id = uuid4()
        transaction.run(_ADD_RESPONSE, response_id, *used[0])
        for item_id in sorted(given):
            transaction.run(_ADD_ANSWER, response_id, item_id, *_columns(given[item_id]))
        _put_in_order(transaction, *used[0])
        return True

    return store.write(work)


def forget_the_way(store: Store) -> None:
    """Fold the log of changes into the file.

    The log has the link that was used and the answers that were added side by side.
    """
    store.write(lambda transaction: transaction.run(_FOLD))


def _put_in_order(transaction: Transaction, round_id: UUID, group: str) -> None:
    """Write the responses of a group anew in the order of their random ids."""
    ((last,),) = transaction.run(_LAST_ANSWER)
    transaction.run(_ADD_ANSWERS_AGAIN, round_id, group)
    transaction.run(_DROP_ANSWERS_BEFORE, round_id, group, last)
    ordered = transaction.run(_RESPONSES, round_id, group)
    transaction.run(_DROP_RESPONSES, round_id, group)
    for (response_id,) in ordered:
        transaction.run(_ADD_RESPONSE, response_id, round_id, group)


def drop_drafts_of_closed_rounds(transaction: Transaction) -> None:
    """Destroy what was never handed in, as part of closing a round."""
    transaction.run(_DROP_DRAFTS)


def handed_in(store: Store, round_id: UUID) -> dict[RaterGroup, list[dict[str, Given]]]:
    """Per group what each person gave, by item id, in random order; drafts are never among them."""
    of_response: dict[UUID, tuple[RaterGroup, dict[str, Given]]] = {}
    for response_id, perspective, item_id, value, reason in store.read(_HEARD, round_id):
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
