"""A round or goal as it was elsewhere: with all that is in it, and as far as it was."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import uuid4

from ibreflect.model.goal import Goal
from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.model.round import ResponseId, RoundId
from ibreflect.store import goals, instruments
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
_ADD_GOAL = """
    insert into goal (
        goal_id, person_id, school_id, conversation_id, agreed_on, outcome, closed_on, sequence,
        effect, behaviour, first_step, evidence, helper, partner_part, check_on
    )
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
"""
_ADD_NOTE = "insert into goal_note (note_id, goal_id, written_on, body) values ($1, $2, $3, $4)"


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


def keep_goal(whole: Whole, goal: Goal) -> None:
    """Keep a goal with its notes, open or closed as it was; its ids are new."""
    run, owner = whole.transaction.run, goal.person_id
    run(
        _ADD_GOAL,
        *(goal.goal_id, owner, goal.school_id, goal.conversation_id, goal.agreed_on),
        *(goal.outcome.value if goal.outcome else None, goal.closed_on, goal.sequence),
        whole.vault.seal(owner, goal.effect),
        *goals.sealed(whole.vault, owner, goal.entry),
    )
    for note in goal.notes:
        sealed = whole.vault.seal(owner, note.body)
        run(_ADD_NOTE, note.note_id, goal.goal_id, note.written_on, sealed)
