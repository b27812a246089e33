"""What others said in a round, fixed once; and the end of everything that could tell who said it.

At the same moment drafts, names and addresses go, and the responses are written anew under other
ids in another order.
"""

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple
from uuid import uuid4

from ibreflect.model.questionnaire import Given, RaterGroup
from ibreflect.model.round import RoundId
from ibreflect.store import voices
from ibreflect.store.connection import Row, Store, Transaction
from ibreflect.store.vault import Vault

_SNAPSHOT = "select figures from snapshot where round_id = $1"
_KEEP = "insert into snapshot (round_id, figures) values ($1, $2)"
_REMARKS = "select perspective, topic, body from remark where round_id = $1"
_INVITED = "select distinct rater_group from invitation where round_id = $1"
_DROP_DRAFTS = "delete from draft where round_id = $1"
_DROP_INVITEES = "delete from invitee where round_id = $1"
_DROP_SECOND = "delete from second_person where round_id = $1"
_DROP_PROGRESS = "delete from progress where round_id = $1"
_DROP_REMARKS = "delete from remark where round_id = $1"
_ADD_REMARK = """
    insert into remark (remark_id, round_id, perspective, topic, body) values ($1, $2, $3, $4, $5)
"""
_RESPONSES = """
    select response_id, perspective from response where round_id = $1 and perspective <> 'self'
"""
_ADD_RESPONSE = """
    insert into response (response_id, round_id, perspective, handed_in) values ($1, $2, $3, true)
"""
_ADD_ANSWERS = """
    insert into answer (response_id, item_id, value, reason)
    select $2, item_id, value, reason from answer where response_id = $1
    order by item_id
"""
_DROP_ANSWERS = "delete from answer where response_id = $1"
_DROP_RESPONSE = "delete from response where response_id = $1"


class HandedIn(NamedTuple):
    """Everything others handed in about a round.

    `invited` are the groups that got a link; `given` has, per group, what each person answered by
    item id; `remarks` are perspective, topic and text. Every order is random.
    """

    invited: frozenset[RaterGroup]
    given: Mapping[RaterGroup, Sequence[Mapping[str, Given]]]
    remarks: Sequence[tuple[str, str, str]]


def find(store: Store, round_id: RoundId) -> str | None:
    """The snapshot of a round as it was kept, or None; StoreError without the round's key."""
    rows = store.read(_SNAPSHOT, round_id)
    return store.vault.opened(round_id, rows[0][0]) if rows else None


def freeze(store: Store, round_id: RoundId, make: Callable[[HandedIn], str]) -> bool:
    """Keep what `make` makes of everything that was handed in; False when there is one already."""

    def work(transaction: Transaction) -> bool:
        if transaction.run(_SNAPSHOT, round_id):
            return False
        remarks = _shuffled(_remarks(transaction, store.vault, round_id))
        invited = frozenset(RaterGroup(group) for (group,) in transaction.run(_INVITED, round_id))
        given = voices.given_in(transaction, round_id)
        figures = make(HandedIn(invited, given, remarks))
        transaction.run(_KEEP, round_id, store.vault.seal(round_id, figures))
        for statement in (_DROP_DRAFTS, _DROP_INVITEES, _DROP_SECOND, _DROP_PROGRESS):
            transaction.run(statement, round_id)
        _write_anew(transaction, round_id)
        # Sealed anew, so that no older copy of the file tells which remark this was.
        _write_remarks_anew(transaction, store.vault, round_id, remarks)
        return True

    return store.write(work)


def _remarks(transaction: Transaction, vault: Vault, round_id: RoundId) -> list[Row]:
    return [
        (whose, topic, vault.opened(round_id, sealed))
        for whose, topic, sealed in transaction.run(_REMARKS, round_id)
    ]


def _write_anew(transaction: Transaction, round_id: RoundId) -> None:
    """Other ids in another order."""
    responses = _shuffled(transaction.run(_RESPONSES, round_id))
    anew = sorted((uuid4(), *response) for response in responses)
    for response_id, before, _ in anew:
        transaction.run(_ADD_ANSWERS, before, response_id)
    for response_id, before, perspective in anew:
        transaction.run(_DROP_ANSWERS, before)
        transaction.run(_DROP_RESPONSE, before)
        transaction.run(_ADD_RESPONSE, response_id, round_id, perspective)


def _write_remarks_anew(
    transaction: Transaction, vault: Vault, round_id: RoundId, remarks: Sequence[Row]
) -> None:
    transaction.run(_DROP_REMARKS, round_id)
    for whose, topic, body in remarks:
        sealed = vault.seal(round_id, body)
        transaction.run(_ADD_REMARK, uuid4(), round_id, whose, topic, sealed)


def _shuffled(rows: Sequence[Row]) -> list[Row]:
    return secrets.SystemRandom().sample(list(rows), len(rows))
