"""Who may do what with goals: they are of the ib'er alone."""

from datetime import timedelta
from uuid import UUID

from ibreflect.measure.growth import Noise
from ibreflect.model.goal import GoalEntry, Look, Outcome
from ibreflect.model.person import Person
from ibreflect.store import goals as kept
from ibreflect.usecases import goal_progress, goals, view_goals
from tests.usecases.access_rules import (
    SCHOOL,
    Of,
    anybody,
    coordinator_there,
    ever_there,
    line,
    owner,
)
from tests.usecases.access_scene import NOW, SOON_AFTER, TODAY, Scene, State, Thing

NEW, ASKING, ENDED = State
NONE = UUID(int=902)
LATER = SOON_AFTER + timedelta(days=7)


def _goal_of(scene: Scene, _: Person, thing: Thing) -> UUID:
    found = kept.of_person(scene.store, thing.owner.person_id)
    return found[0].goal_id if found else NONE


def _other_words(_: Scene, __: Person, thing: Thing) -> GoalEntry:
    return GoalEntry(f"Iets anders bij {thing.name}", "", "", "", "", LATER)


GOAL, OTHER_WORDS = Of(_goal_of), Of(_other_words)
LOOK = Look(Outcome.CHANGED, "")

TABLE = (
    line(goals.make, NEW, coordinator_there, SCHOOL, OTHER_WORDS, today=TODAY),
    line(goals.mine, NEW, anybody),
    line(goals.one, NEW, owner, GOAL),
    line(goals.reminders, NEW, anybody, today=SOON_AFTER),
    line(goals.remove, NEW, owner, GOAL),
    line(goals.rewrite, NEW, owner, GOAL, OTHER_WORDS, today=TODAY),
    line(goal_progress.close, NEW, owner, GOAL, LOOK, today=TODAY),
    line(goal_progress.drop_note, NEW, owner, GOAL, NONE),
    line(goal_progress.move, NEW, owner, GOAL, LATER, today=TODAY),
    line(goal_progress.note, NEW, owner, GOAL, "Het gaat goed", today=TODAY),
    line(goal_progress.offer_check_date, NEW, owner, GOAL, now=NOW, seconds=0.0),
    line(goal_progress.reopen, NEW, owner, GOAL),
    line(view_goals.at_school, ENDED, ever_there, SCHOOL, Noise(), today=TODAY),
)
