"""What somebody takes along of their own work: goals, entries of the log, reflection questions."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from ibreflect.model.goal import GoalEntry, Outcome
from ibreflect.model.log import LONGEST_WHAT, Content, Kind, Place, Step
from ibreflect.model.role import Role
from ibreflect.model.taken import Body, Free, Key, Name, SchoolYear, Taken

MOST_NOTES = 10_000
_Part = Annotated[str, StringConstraints(max_length=300)]
_Short = Annotated[str, StringConstraints(max_length=500)]


class TakenGoalEntry(Taken):
    """A goal as it is written down; see `model.goal.GoalEntry`."""

    behaviour: Annotated[str, StringConstraints(min_length=1, max_length=300)]
    first_step: _Part
    evidence: _Part
    helper: _Part
    partner_part: _Part
    check_on: date

    @property
    def entry(self) -> GoalEntry:
        """The goal as it is worked with."""
        return GoalEntry(**{field: getattr(self, field) for field in GoalEntry._fields})


class TakenGoalNote(Taken):
    """How it went with a goal, on a day."""

    written_on: date
    body: Annotated[str, StringConstraints(min_length=1, max_length=500)]


class TakenGoal(TakenGoalEntry):
    """A goal at a school; `outcome` and `closed_on` are there once somebody looked back on it."""

    school: Name
    agreed_on: date
    outcome: Outcome | None
    effect: _Short
    closed_on: date | None
    notes: Annotated[tuple[TakenGoalNote, ...], Field(max_length=MOST_NOTES)]


class TakenLogEntry(Taken):
    """What was written down in the log of the work at a school; see `model.log.Content`."""

    school: Name
    kind: Kind
    day: date
    what: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_WHAT)]
    theme: Annotated[str, StringConstraints(max_length=80)]
    explored: Free
    follow_up: Free
    roles: Annotated[tuple[Role, ...], Field(max_length=len(Role))]
    minutes: int | None
    is_planned: bool | None
    step: Step | None
    place: Place | None

    @property
    def content(self) -> Content:
        """The entry as it is worked with."""
        return Content(**{field: getattr(self, field) for field in Content._fields})


class TakenReflection(Taken):
    """What was answered to a reflection question in a school year."""

    school_year: SchoolYear
    topic: Key
    body: Body
