"""Starting, closing and erasing rounds."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import policy
from ibreflect.model.membership import Position
from ibreflect.model.person import Person, School
from ibreflect.model.round import Asked, Round, RoundId, SchoolTerm
from ibreflect.questionnaires.load import Instrument
from ibreflect.store import erasing, memberships, people, rounds
from ibreflect.store.connection import Store
from ibreflect.usecases import ending, entering, instruments, signing_in, tidying

_NAME = "de naam van je school"


class Wish(NamedTuple):
    """What the ib'er chose for a new round; the school by its id, or by a name that was typed."""

    school: UUID | str
    term: SchoolTerm
    instrument: Instrument
    modules: tuple[Instrument, ...] = ()


def mine(store: Store, actor: Person) -> tuple[Round, ...]:
    """All rounds of the actor, oldest first."""
    return rounds.of_person(store, actor.person_id)


def one(store: Store, actor: Person, round_id: UUID) -> Round:
    """A round of the actor; NotAllowedError, the same for somebody else's as for none."""
    return policy.opened(actor, rounds.find(store, round_id))


def current(store: Store, actor: Person) -> Round | None:
    """The round to work on now: the newest that is open; an unfinished scan goes first."""
    open_rounds = [each for each in mine(store, actor) if each.is_open]
    unfinished = [each for each in open_rounds if not each.handed_in]
    return next(reversed(unfinished or open_rounds), None)


def start(store: Store, actor: Person, wish: Wish, *, today: date) -> RoundId:
    """Start a round and return its id; a second click returns the same round.

    InputError for a school without a name, NotAllowedError while another scan at that school is
    still being filled in, and for a school that is not among `schools` (only who works alone adds
    one by its name), QuestionnaireError when a questionnaire changed without a new version or two
    of them ask a statement with the same id.
    """
    school = _school(store, actor, wish.school, today=today)
    before = [each for each in mine(store, actor) if school and each.school_id == school.school_id]
    same = [each.round_id for each in before if each.term == wish.term]
    if same:
        return same[0]
    policy.require(policy.may_start(actor, before))
    chosen = (wish.instrument, *wish.modules)
    instruments.require_fit(store, chosen)
    if school is None:
        name = entering.name(str(wish.school), _NAME)
        school = people.add_school(store, actor.person_id, name, today)
    texts = tuple(
        rounds.ExactText(
            Asked(each.questionnaire.id, each.questionnaire.version), each.sha256, each.text
        )
        for each in chosen
    )
    new = rounds.NewRound(actor.person_id, school.school_id, wish.term, texts)
    round_id = rounds.start(store, new)
    for each in before:  # those that were handed in are closed now
        if each.is_open and each.handed_in:
            ending.end(store, each.round_id)
    return round_id


def schools(store: Store, actor: Person, *, today: date) -> tuple[School, ...]:
    """Where the actor can start a round: where they are ib'er now; alone, where they ever were."""
    ever = people.schools_of(store, actor.person_id)
    if not signing_in.is_together(store):
        return ever
    now = {
        each.place_id
        for each in memberships.of_person(store, actor.person_id)
        if each.position is Position.IB_COORDINATOR and each.holds_on(today)
    }
    return tuple(each for each in ever if each.school_id in now)


def _school(store: Store, actor: Person, wanted: UUID | str, *, today: date) -> School | None:
    """The school that is meant; None for one that is still to be added."""
    if isinstance(wanted, str):
        wanted = entering.name(wanted, _NAME)
    for each in schools(store, actor, today=today):
        if wanted in each:
            return each
    alone = not signing_in.is_together(store)
    policy.require(policy.may_add_school(is_alone=alone and isinstance(wanted, str)))
    return None


def close(store: Store, actor: Person, round_id: UUID) -> None:
    """Close a round whose scan is handed in; NotAllowedError otherwise."""
    subject = one(store, actor, round_id)
    policy.require(policy.may_close(actor, subject))
    if not rounds.close(store, subject.round_id):  # reopened in another tab since it was read
        policy.require(policy.may_close(actor, one(store, actor, round_id)))
        return
    ending.end(store, subject.round_id)


def erase(store: Store, actor: Person, round_id: UUID) -> None:
    """Delete one of the actor's rounds with everything in it, open or closed.

    Its texts cannot be opened any more from older copies of the database either.
    """
    subject = one(store, actor, round_id)
    erasing.erase_round(store, subject.round_id)
    tidying.forget_deleted(store)
