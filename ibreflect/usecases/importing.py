"""Bringing in what somebody took along from another installation: looked at first, then all of it.

Whoever brings it in becomes the owner. Links, and what others have not been shown to have said, are
in no such file, so a round in which others were being asked begins to ask anew. Conversations are
of two people, so they are not brought in.
"""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import policy
from ibreflect.model.event import Event, EventKind
from ibreflect.model.membership import Position
from ibreflect.model.person import Person
from ibreflect.model.round import SchoolTerm
from ibreflect.model.takeaway import (
    TakeAway,
    TakenAgreement,
    TakenDirection,
    TakenRound,
)
from ibreflect.model.taken_work import TakenGoal, TakenLogEntry
from ibreflect.store import direction, events, mandate, people, rounds
from ibreflect.store.connection import Store
from ibreflect.store.whole import Whole, in_one
from ibreflect.usecases import (
    entering,
    import_file,
    import_rules,
    importing_parts,
    importing_work,
)
from ibreflect.usecases import people as actors
from ibreflect.usecases.import_rules import Checked
from ibreflect.usecases.importing_work import NewWork

_OfSchool = TakenRound | TakenDirection | TakenAgreement | TakenGoal | TakenLogEntry


class Proposal(NamedTuple):
    """What a file would bring: whose it says it is, and which rounds are new or here already.

    `directions` and `agreements` are how many of these are new, `work` what is new of goals, the
    log and reflection questions; `new_schools` are the names of those that the actor has not worked
    at here. `conversations` is how many there are that stay in the file.
    """

    checked: Checked
    name: str
    made_on: date
    new_rounds: tuple[str, ...]
    rounds_here: tuple[str, ...]
    directions: int
    agreements: int
    work: NewWork
    conversations: int
    new_schools: tuple[str, ...]

    @property
    def is_new(self) -> bool:
        """Whether there is anything to bring in."""
        around = self.directions or self.agreements or self.work.is_any
        return bool(self.new_rounds or around)


def propose(store: Store, folder: Path, actor: Person, content: bytes, *, today: date) -> Proposal:
    """What bringing the file in would mean; nothing is kept yet.

    InputError names everything that is wrong with it; NotAllowedError for somebody who is no ib'er.
    """
    policy.require(_may_bring_in(store, actor, today))
    taken = _cleaned(import_file.read(content))
    checked = import_rules.checked(store, folder, taken, today=today)
    here = _Here(store, actor)
    named = importing_parts.schools(taken)
    fresh = [each for each in taken.rounds if not here.has_round(each)]
    return Proposal(
        checked=checked,
        name=taken.person.name,
        made_on=taken.made_on,
        new_rounds=tuple(_called(each) for each in fresh),
        rounds_here=tuple(_called(each) for each in taken.rounds if each not in fresh),
        directions=sum(not here.has_direction(each) for each in taken.directions),
        agreements=sum(not here.has_agreement(each) for each in taken.agreements),
        work=importing_work.new(store, actor, taken, today=today),
        conversations=len(taken.conversations),
        new_schools=tuple(each for each in named if each not in here.schools),
    )


def bring_in(store: Store, actor: Person, found: Proposal, *, now: datetime, today: date) -> int:
    """Keep everything that is new, all of it or nothing, and return how many rounds that were.

    What is here already stays as it is. `now` is in UTC. StoreError when the disk refuses;
    NotAllowedError for somebody who is no ib'er.
    """
    policy.require(_may_bring_in(store, actor, today))
    taken = found.checked.taken

    def work(whole: Whole) -> int:
        here = _Here(whole, actor)
        fresh = [each for each in taken.rounds if not here.has_round(each)]
        new_work = importing_work.new(whole, actor, taken, today=today)
        places = importing_parts.places(whole, actor, taken, today)
        for each in fresh:
            place_id = places[each.school]
            importing_parts.keep_round(whole, actor, place_id, each, found.checked)
        _keep_around(whole, actor, here, taken, places)
        importing_work.keep(whole, actor, new_work, places)
        about = (actor.person_id, actor.person_id, {"rounds": len(fresh)})
        events.add(whole.transaction, Event(now, EventKind.IMPORTED, *about))
        return len(fresh)

    return in_one(store, work)


class _Here:
    """What the actor has here already."""

    def __init__(self, store: Store, actor: Person) -> None:
        self.schools = {
            each.name: each.school_id for each in people.schools_of(store, actor.person_id)
        }
        mine = rounds.of_person(store, actor.person_id)
        self._rounds = {(each.school_name, each.term) for each in mine}
        self._directions = {
            (name, each)
            for name, school_id in self.schools.items()
            for each in direction.history(store, actor.person_id, school_id)
        }
        self._agreements = [
            (name, each.terms)
            for name, school_id in self.schools.items()
            for each in mandate.agreements(store, actor.person_id, school_id)
        ]

    def has_round(self, each: TakenRound) -> bool:
        return (each.school, SchoolTerm(each.school_year, each.period)) in self._rounds

    def has_direction(self, each: TakenDirection) -> bool:
        return (each.school, importing_parts.as_direction(each)) in self._directions

    def has_agreement(self, each: TakenAgreement) -> bool:
        return (each.school, importing_parts.as_terms(each)) in self._agreements


def _keep_around(
    whole: Whole, actor: Person, here: _Here, taken: TakeAway, places: Mapping[str, UUID]
) -> None:
    """The directions and agreements that are new, in their order."""
    for told in taken.directions:
        if not here.has_direction(told):
            kept = importing_parts.as_direction(told)
            direction.add(whole, actor.person_id, places[told.school], kept)
    for agreed in taken.agreements:
        if not here.has_agreement(agreed):
            terms = importing_parts.as_terms(agreed)
            mandate.add(whole, actor.person_id, places[agreed.school], terms)


def _may_bring_in(store: Store, actor: Person, today: date) -> policy.Verdict:
    held = actors.positions(store, actor, today=today)
    return policy.may_open(held, {Position.IB_COORDINATOR})


def _called(each: TakenRound) -> str:
    return f"{SchoolTerm(each.school_year, each.period).label}, {each.school}"


def _cleaned(taken: TakeAway) -> TakeAway:
    """The names of schools and all texts as they would have been kept when typed here."""
    return taken.model_copy(
        update={
            "rounds": tuple(
                each.model_copy(update={**_school(each), "texts": _texts(each)})
                for each in taken.rounds
            ),
            "directions": tuple(
                each.model_copy(update={**_school(each), "reason": entering.free_text(each.reason)})
                for each in taken.directions
            ),
            "agreements": tuple(each.model_copy(update=_school(each)) for each in taken.agreements),
            "goals": tuple(
                importing_work.cleaned_goal(each.model_copy(update=_school(each)))
                for each in taken.goals
            ),
            "log": tuple(each.model_copy(update=_school(each)) for each in taken.log),
            "reflections": tuple(
                each.model_copy(update={"body": entering.free_text(each.body)})
                for each in taken.reflections
            ),
        }
    )


def _school(each: _OfSchool) -> dict[str, object]:
    return {"school": entering.name(each.school, "de naam van de school")}


def _texts(each: TakenRound) -> dict[str, str]:
    return {topic: entering.free_text(body) for topic, body in each.texts.items()}
