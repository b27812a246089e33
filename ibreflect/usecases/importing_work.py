"""Goals, entries of the log and reflection questions from a file: what is new, and keeping that."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from typing import NamedTuple, TypeVar
from uuid import UUID, uuid4

from ibreflect.model.goal import Goal, GoalEntry, GoalId, GoalNote
from ibreflect.model.log import Content, Entry
from ibreflect.model.person import Person, School
from ibreflect.model.takeaway import TakeAway
from ibreflect.model.taken_work import TakenGoal, TakenReflection
from ibreflect.store import bringing_in, log
from ibreflect.store import reflection as kept_reflection
from ibreflect.store.connection import Store
from ibreflect.store.whole import Whole
from ibreflect.usecases import entering, goals, log_entries, reflection

T = TypeVar("T")


class SchoolEntry(NamedTuple):
    """What was written down in the log of the work at a school."""

    school: str
    content: Content


class NewWork(NamedTuple):
    """What is new, in the order of the file.

    `goals_here` and `reflections_here` are how many of these stay as they are here.
    """

    goals: tuple[TakenGoal, ...]
    log: tuple[SchoolEntry, ...]
    reflections: tuple[TakenReflection, ...]
    goals_here: int
    reflections_here: int

    @property
    def is_any(self) -> bool:
        """Whether anything is new."""
        return bool(self.goals or self.log or self.reflections)


def cleaned_goal(goal: TakenGoal) -> TakenGoal:
    """The goal with its texts as they would have been kept when typed here."""
    notes = (each.model_copy(update={"body": entering.cleaned(each.body)}) for each in goal.notes)
    texts = goal.entry.with_texts(entering.cleaned)._asdict()
    return goal.model_copy(
        update={**texts, "effect": entering.cleaned(goal.effect), "notes": tuple(notes)}
    )


def new(store: Store, actor: Person, taken: TakeAway, *, today: date) -> NewWork:
    """What of a checked file the actor does not have here yet.

    A goal is the same when school, day and texts are, whatever happened to it since; an entry of
    the log when all of it is; an answer when year and question are. What the file has twice and the
    actor once, is new once.
    """
    told = [
        SchoolEntry(each.school, log_entries.checked(each.content, today)) for each in taken.log
    ]
    mine = goals.mine(store, actor)
    written = log_entries.mine(store, actor)
    answered = {(each.school_year, each.topic) for each in reflection.answers(store, actor)}
    fresh = _lacking(taken.goals, _told_goal, (_kept_goal(each) for each in mine))
    unanswered = tuple(
        each for each in taken.reflections if (each.school_year, each.topic) not in answered
    )
    return NewWork(
        goals=fresh,
        log=_lacking(told, _itself, (SchoolEntry(e.school.name, e.content) for e in written)),
        reflections=unanswered,
        goals_here=len(taken.goals) - len(fresh),
        reflections_here=len(taken.reflections) - len(unanswered),
    )


def keep(whole: Whole, actor: Person, found: NewWork, places: Mapping[str, UUID]) -> None:
    """Keep what is new; `places` has the school of each name."""
    for goal in found.goals:
        bringing_in.keep_goal(whole, _as_goal(goal, actor, places[goal.school]))
    for school, content in found.log:
        entry = Entry(uuid4(), School(places[school], school), content)
        log.add(whole, actor.person_id, entry)
    for each in found.reflections:
        key = (actor.person_id, each.school_year, each.topic)
        kept_reflection.keep(whole, *key, each.body)


def _as_goal(goal: TakenGoal, actor: Person, school_id: UUID) -> Goal:
    """As a goal of the actor's alone: the conversation that it may come from is not here."""
    return Goal(
        goal_id=GoalId(uuid4()),
        person_id=actor.person_id,
        school_id=school_id,
        school_name=goal.school,
        conversation_id=None,
        agreed_on=goal.agreed_on,
        entry=goal.entry,
        outcome=goal.outcome,
        closed_on=goal.closed_on,
        sequence=0,
        effect=goal.effect,
        notes=tuple(GoalNote(uuid4(), each.written_on, each.body) for each in goal.notes),
    )


def _told_goal(goal: TakenGoal) -> Hashable:
    return goal.school, goal.agreed_on, _texts(goal.entry)


def _kept_goal(goal: Goal) -> Hashable:
    return goal.school_name, goal.agreed_on, _texts(goal.entry)


def _texts(entry: GoalEntry) -> tuple[str, ...]:
    *texts, _ = entry
    return tuple(texts)


def _itself(entry: SchoolEntry) -> Hashable:
    return entry


def _lacking(
    told: Iterable[T], key: Callable[[T], Hashable], here: Iterable[Hashable]
) -> tuple[T, ...]:
    """What is told more often than it is here."""
    left = Counter(here)
    lacking = []
    for each in told:
        if left[key(each)] > 0:
            left[key(each)] -= 1
        else:
            lacking.append(each)
    return tuple(lacking)
