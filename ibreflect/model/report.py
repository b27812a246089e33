"""The report (verslag) of a conversation: the one page that both confirm."""

from datetime import date, time
from typing import NamedTuple

from ibreflect.model.goal import GoalEntry
from ibreflect.model.guide import Seat


class Said(NamedTuple):
    """What was said about a theme, under its title."""

    title: str
    body: str


class Decided(NamedTuple):
    """What is agreed about one topic of the mandate map, in words."""

    topic: str
    level: str
    note: str


class Closing(NamedTuple):
    """What is being agreed at the end: goals, when mandates are looked at again, the next talk."""

    goals: tuple[GoalEntry, ...] = ()
    review_on: date | None = None
    next_on: date | None = None
    next_at: time | None = None


class Report(NamedTuple):
    """Only what was said and agreed at the table; `review_on` is for the decisions."""

    title: str
    school: str
    owner: str
    partner: str
    held_on: date
    said: tuple[Said, ...]
    decided: tuple[Decided, ...]
    closing: Closing


class ReportVersion(NamedTuple):
    """A version of the report, and which seats confirmed just this one."""

    number: int
    report: Report
    confirmed: frozenset[Seat]

    @property
    def is_agreed(self) -> bool:
        """Whether both confirmed it."""
        return self.confirmed == frozenset(Seat)
