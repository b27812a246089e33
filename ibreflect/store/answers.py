"""Answers: appended one by one, thinned when the scan is handed in."""

from collections.abc import Sequence
from typing import NamedTuple

from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.model.round import ResponseId, Round, RoundId
from ibreflect.store.connection import Row, Store, Transaction

# The scan's state is part of the statement, so that no answer slips in after handing in. That is
# enough for closing too, since only a scan that is handed in is closed; a join to its round would
# cost as much as all the rest.
_ADD = """
    insert into answer (response_id, item_id, value, reason)
    select response_id, $2, $3, $4
    from response
    where response_id = $1 and not handed_in
    returning answer_id
"""
_OF_RESPONSE = """
    select item_id, answer_id, value, reason from answer where response_id = $1 order by answer_id
"""
# By position, for making an id of each row costs more than reading it; sorted afterwards, for with
# `order by` DuckDB takes four times as long.
_OF_RESPONSES = """
    select list_position(cast($1 as uuid[]), response_id), item_id, answer_id, value, reason
    from answer where response_id in (select unnest(cast($1 as uuid[])))
"""
_HAND_IN = """
    update response set handed_in = true
    where response_id = $1 and not handed_in
        and round_id in (select round_id from round where is_open)
    returning response_id
"""
_REOPEN = """
    update response set handed_in = false
    where response_id = $1 and handed_in
        and round_id in (select round_id from round where is_open)
        and round_id not in (select round_id from response where perspective = 'schoolleider')
        and round_id not in (select round_id from snapshot)
    returning response_id
"""
_THIN = """
    delete from answer
    where response_id = $1 and answer_id not in (
        select max(answer_id) from answer where response_id = $1 group by item_id
    )
"""


class KeptAnswer(NamedTuple):
    """The newest answer to an item; `answer_id` grows with every answer that is given."""

    answer_id: int
    given: Given


def add(store: Store, response_id: ResponseId, item_id: str, given: Given) -> int | None:
    """Append an answer and return its number once it is on disk; None when nothing may change."""
    value, reason = (None, given.value) if isinstance(given, NonAnswer) else (given, None)
    rows = store.write(
        lambda transaction: transaction.run(_ADD, response_id, item_id, value, reason)
    )
    return int(rows[0][0]) if rows else None


def newest(store: Store, response_id: ResponseId) -> dict[str, KeptAnswer]:
    """The newest answer per item id of one response."""
    return {row[0]: _kept(row[1:]) for row in store.read(_OF_RESPONSE, response_id)}


def of_scans(store: Store, scans: Sequence[Round]) -> dict[RoundId, dict[str, Given]]:
    """The newest answers of the ib'er in these rounds, by round id: item id to answer."""
    found = store.read(_OF_RESPONSES, [str(each.response_id) for each in scans])
    answers: dict[RoundId, dict[str, Given]] = {each.round_id: {} for each in scans}
    for position, item_id, *rest in sorted(found, key=_number):
        answers[scans[position - 1].round_id][item_id] = _kept(tuple(rest)).given
    return answers


def hand_in(store: Store, response_id: ResponseId) -> bool:
    """Hand in and drop answers that were changed later; False when that had been done already."""

    def work(transaction: Transaction) -> bool:
        changed = transaction.run(_HAND_IN, response_id)
        if changed:
            transaction.run(_THIN, response_id)
        return bool(changed)

    return store.write(work)


def reopen(store: Store, response_id: ResponseId) -> bool:
    """Open a handed-in scan again.

    False when the round is closed, the scan was open, or what others answered can be seen.
    """
    return bool(store.write(lambda transaction: transaction.run(_REOPEN, response_id)))


def _number(row: Row) -> int:
    return int(row[2])


def _kept(row: Row) -> KeptAnswer:
    answer_id, value, reason = row
    return KeptAnswer(answer_id, NonAnswer(reason) if value is None else int(value))
