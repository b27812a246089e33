"""What ib'er and others answered, as far as it may be seen.

The only way by which answers of others leave the store: those of groups from the snapshot alone.
"""

from collections.abc import Collection
from uuid import UUID

from ibreflect.access import policy
from ibreflect.measure.disclosure import FLOOR, FLOORS
from ibreflect.model.asking import ANONYMOUS
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Form, Questionnaire, RaterGroup
from ibreflect.model.round import Round
from ibreflect.model.voice import MARK_OF, Mark, Snapshot, Voice
from ibreflect.store import answers, asking
from ibreflect.store.connection import Store
from ibreflect.store.voices import counts, of_leader
from ibreflect.usecases import ending, rounds

_LEADER = RaterGroup.SCHOOL_LEADER


def voices(
    store: Store, actor: Person, round_id: UUID, questionnaire: Questionnaire
) -> tuple[Voice, ...]:
    """Ib'er, schoolleider and the groups, in that order, on a questionnaire of the actor's round.

    A voice that may not be heard (yet) says why; of a round in which others are asked nothing about
    this questionnaire, only the ib'er is in it.
    """
    subject = rounds.one(store, actor, round_id)
    rules = asking.rules(store, subject.round_id)
    if rules is None or questionnaire.id not in rules.asked:
        return (_self(store, subject, questionnaire),)
    taken = ending.snapshot(store, subject.round_id)
    return (
        _self(store, subject, questionnaire),
        *_leader(store, subject, questionnaire, taken),
        *_groups(store, subject, questionnaire, taken),
    )


def _self(store: Store, subject: Round, questionnaire: Questionnaire) -> Voice:
    verdict = policy.may_hear_self(subject)
    if not verdict.allowed:
        return Voice(Mark.SELF, (), 0, 1, {}, verdict.reason)
    own = {item: kept.given for item, kept in answers.newest(store, subject.response_id).items()}
    return ending.of_named(Mark.SELF, questionnaire, own)


def _leader(
    store: Store, subject: Round, questionnaire: Questionnaire, taken: Snapshot | None
) -> tuple[Voice, ...]:
    """The schoolleider is named, so the answers are those that were handed in."""
    if _LEADER not in questionnaire.groups:
        return ()
    found = _leader_heard(store, subject, questionnaire, taken)
    verdict = policy.may_hear_leader(
        subject, answered=found is not None, has_ended=taken is not None
    )
    if found is None or not verdict.allowed:
        return (Voice(Mark.SCHOOL_LEADER, (_LEADER,), 0, 1, {}, verdict.reason),)
    return (found,)


def _leader_heard(
    store: Store, subject: Round, questionnaire: Questionnaire, taken: Snapshot | None
) -> Voice | None:
    if taken is not None:
        seen = taken.voices.get(questionnaire.id, ())
        return next((each for each in seen if each.mark is Mark.SCHOOL_LEADER), None)
    given = of_leader(store, subject.round_id)
    return None if given is None else ending.of_named(Mark.SCHOOL_LEADER, questionnaire, given)


def _groups(
    store: Store, subject: Round, questionnaire: Questionnaire, taken: Snapshot | None
) -> tuple[Voice, ...]:
    verdict = policy.may_hear_groups(subject, has_ended=taken is not None)
    if taken is None:
        invited = {group for group, _ in counts(store, subject.round_id)}
        found = _while_open(questionnaire, invited)
    else:
        found = _from(taken, questionnaire)
    if verdict.allowed:
        return found
    return tuple(each._replace(n=0, heard={}, reason=verdict.reason) for each in found)


def _while_open(questionnaire: Questionnaire, invited: Collection[RaterGroup]) -> tuple[Voice, ...]:
    """A voice for each group that is asked; how they go together is known at the end."""
    groups = tuple(each for each in ANONYMOUS if each in questionnaire.groups and each in invited)
    if questionnaire.form is Form.MANDATE_MAP:
        return (Voice(Mark.TEAM, groups, 0, FLOOR, {}, ""),) if groups else ()
    return tuple(Voice(MARK_OF[group], (group,), 0, FLOORS[group], {}, "") for group in groups)


def _from(taken: Snapshot, questionnaire: Questionnaire) -> tuple[Voice, ...]:
    seen = taken.voices.get(questionnaire.id, ())
    return tuple(each for each in seen if each.mark is not Mark.SCHOOL_LEADER)
