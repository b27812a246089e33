"""A round as it was elsewhere: made with its answers, and set to how far it was at the end."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import uuid4

from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.model.round import ResponseId, RoundId
from ibreflect.store import instruments
from ibreflect.store.rounds import NewRound
from ibreflect.store.whole import Whole

_ADD = """
    insert into round (round_id, person_id, school_id, school_year, period, is_open, asked)
    values ($1, $2, $3, $4, $5, true, $6)
"""
_ADD_RESPONSE = """
    insert into response (response_id, round_id, perspective, handed_in)
    values ($1, $2, 'self', false)
"""
_ADD_ANSWERS = """
    insert into answer (response_id, item_id, value, reason)
    select
        cast($1 as uuid), unnest(cast($2 as varchar[])), unnest(cast($3 as integer[])),
        unnest(cast($4 as varchar[]))
"""
_SET_RESPONSE = "update response set handed_in = $2 where response_id = $1"
_SET_ROUND = "update round set is_open = $2 where round_id = $1"


class Begun(NamedTuple):
    """A round that was made now, open, and the own answers in it."""

    round_id: RoundId
    response_id: ResponseId


def begin(whole: Whole, new: NewRound, given: Mapping[str, Given]) -> Begun:
    """Make a round with answers; unlike a new one it closes no other."""
    made = Begun(RoundId(uuid4()), ResponseId(uuid4()))
    run = whole.transaction.run
    for each in new.texts:
        instruments.keep(whole.transaction, each.asked, each.sha256, each.source_text)
    asked = ",".join(" ".join(each.asked) for each in new.texts)
    run(_ADD, made.round_id, new.person_id, new.school_id, *new.term, asked)
    run(_ADD_RESPONSE, made.response_id, made.round_id)
    if given:
        numbers = [None if isinstance(each, NonAnswer) else each for each in given.values()]
        reasons = [each.value if isinstance(each, NonAnswer) else None for each in given.values()]
        run(_ADD_ANSWERS, made.response_id, list(given), numbers, reasons)
    return made


def finish(whole: Whole, made: Begun, *, is_open: bool, handed_in: bool) -> None:
    """Let the round be as open, and its answers as handed in, as they were."""
    whole.transaction.run(_SET_RESPONSE, made.response_id, handed_in)
    whole.transaction.run(_SET_ROUND, made.round_id, is_open)
