"""What somebody takes along of conversations: what is theirs, and what the two agreed on.

What the other prepared, or noted for themselves, has no field here.
"""

from datetime import date, time
from typing import Annotated

from pydantic import Field, StringConstraints

from ibreflect.model.guide import Company, Seat
from ibreflect.model.taken import Body, Free, Name, Note, Taken
from ibreflect.model.taken_work import TakenGoalEntry

_Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
_Person = Annotated[str, StringConstraints(max_length=80)]


class TakenPrepared(Taken):
    """What was asked before a conversation, and the own answer: a text, or a choice in words."""

    question: _Line
    answer: Body


class TakenTabled(Taken):
    """A text of the ib'er's own that lay on the table: where it was from, and the words."""

    heading: _Line
    body: Annotated[str, StringConstraints(max_length=10_000)]


class TakenSaid(Taken):
    """What the two wrote down about a theme."""

    theme: _Line
    body: Body


class TakenDecided(Taken):
    """What the two agreed about a topic of the mandate map, in words."""

    subject: _Line
    decided: _Line
    note: Note


class TakenReport(Taken):
    """A version of the report that both confirmed; see `model.report.Report`."""

    number: Annotated[int, Field(ge=1)]
    title: _Line
    school: Name
    owner: _Person
    partner: _Person
    held_on: date
    said: tuple[TakenSaid, ...]
    decisions: tuple[TakenDecided, ...]
    goals: tuple[TakenGoalEntry, ...]
    review_on: date | None
    next_on: date | None
    next_at: time | None


class TakenConversation(Taken):
    """A conversation, with what of it is of whoever takes it along, at the own seat.

    `company` is what the partner worked as, or a group: who it was is about somebody else.
    """

    school: Name
    guide: _Line
    company: Company
    seat: Seat
    planned_on: date
    planned_at: time | None
    preparation: Annotated[tuple[TakenPrepared, ...], Field(max_length=1000)]
    tabled: Annotated[tuple[TakenTabled, ...], Field(max_length=10_000)]
    reports: Annotated[tuple[TakenReport, ...], Field(max_length=1000)]
    private_note: Free
