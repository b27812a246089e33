"""Starting, closing and erasing rounds."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import policy
from ibreflect.model.person import Person
from ibreflect.model.round import Asked, Round, SchoolTerm
from ibreflect.questionnaires.load import Instrument
from ibreflect.store import erasure, people, rounds
from ibreflect.store.connection import Store
from ibreflect.usecases import ending, entering, instruments


class Wish(NamedTuple):
    """What the ib'er chose for a new round."""

    school: str
    term: SchoolTerm
    instrument: Instrument
    modules: tuple[Instrument, ...] = ()


def mine(store: Store, actor: Person) -> tuple[Round, ...]:
    """All rounds of the actor, oldest first."""
    return rounds.of_person(store, actor.person_id)


def one(store: Store, actor: Person, round_id: UUID) -> Round:
    """A round of the actor; NotAllowedError, the same for somebody else's as for none."""
    found = rounds.find(store, round_id)
    policy.require(policy.may_see(actor, found.person_id if found else None))
    assert found is not None  # noqa: S101 -- the policy refuses a round that is not there
    return found


def current(store: Store, actor: Person) -> Round | None:
    """The round to work on now: the newest that is open; an unfinished scan goes first."""
    open_rounds = [each for each in mine(store, actor) if each.is_open]
    unfinished = [each for each in open_rounds if not each.handed_in]
    return next(reversed(unfinished or open_rounds), None)


def start(store: Store, actor: Person, wish: Wish, *, today: date) -> UUID:
    """Start a round and return its id; a second click returns the same round.

    InputError for a school without a name, NotAllowedError while another scan at that school is
    still being filled in, QuestionnaireError when a questionnaire changed without a new version or
    two of them ask a statement with the same id.
    """
    name = entering.name(wish.school, "de naam van je school")
    before = [each for each in mine(store, actor) if each.school_name == name]
    same = [each.round_id for each in before if each.term == wish.term]
    if same:
        return same[0]
    policy.require(policy.may_start(actor, before))
    chosen = (wish.instrument, *wish.modules)
    instruments.require_fit(store, chosen)
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


def close(store: Store, actor: Person, round_id: UUID) -> None:
    """Close a round whose scan is handed in; NotAllowedError otherwise."""
    policy.require(policy.may_close(actor, one(store, actor, round_id)))
    if not rounds.close(store, round_id):  # reopened in another tab since the policy was asked
        policy.require(policy.may_close(actor, one(store, actor, round_id)))
        return
    ending.end(store, round_id)


def erase(store: Store, actor: Person, round_id: UUID) -> None:
    """Delete one of the actor's rounds with everything in it, open or closed."""
    subject = one(store, actor, round_id)
    erasure.erase_round(store, subject.round_id)
