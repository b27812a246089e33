"""A goal (doel): what an ib'er is going to do in the work, and how that is looked back on."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple, NewType
from uuid import UUID

from ibreflect.model.conversation import ConversationId

MOST_OPEN = 3
"""Open goals of one ib'er at one school."""

GoalId = NewType("GoalId", UUID)
"""The id of a goal that may be worked with: somebody asked the policy, or it was just made."""


class Outcome(StrEnum):
    """How it went, as the ib'er says at the check; the value is the word in files."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"
    CHANGED = "changed"


OUTCOME_WORDS = {
    Outcome.REACHED: "gelukt",
    Outcome.PARTLY: "deels gelukt",
    Outcome.NOT_REACHED: "niet gelukt",
    Outcome.CHANGED: "doel veranderd",
}


class GoalEntry(NamedTuple):
    """A goal as it is written down: texts, and the day on which it is looked back on (kijkdatum).

    `behaviour` is what somebody is going to do, to be seen in the work and no score; `first_step`
    the first nearby goal; `evidence` by what it is noticed; `helper` who helps; `partner_part` what
    the schoolleider or another partner does. Only behaviour and check date are always there.
    """

    behaviour: str
    first_step: str
    evidence: str
    helper: str
    partner_part: str
    check_on: date

    def with_texts(self, change: Callable[[str], str]) -> "GoalEntry":
        """The same goal with every text changed in the same way."""
        return GoalEntry(
            change(self.behaviour),
            change(self.first_step),
            change(self.evidence),
            change(self.helper),
            change(self.partner_part),
            self.check_on,
        )


ENTRY_WORDS = {
    "behaviour": "Wat ga ik doen?",
    "first_step": "Eerste haalbare stap",
    "evidence": "Waaraan merken we het?",
    "helper": "Wie helpt?",
    "partner_part": "Wat doet de schoolleider of je gesprekspartner?",
    "check_on": "Kijkdatum",
}
"""What the parts of a goal are called on screen and on paper."""


class GoalNote(NamedTuple):
    """How it goes meanwhile, in a sentence of a day."""

    note_id: UUID
    written_on: date
    body: str


class Look(NamedTuple):
    """Looking back on a goal: how it went, and what was seen to change."""

    outcome: Outcome
    effect: str


class Goal(NamedTuple):
    """A goal with its notes, oldest first; `outcome` and `closed_on` are None while it is open.

    `effect` is what was seen to change; `sequence` how often the check date was moved.
    """

    goal_id: GoalId
    person_id: UUID
    school_id: UUID
    school_name: str
    conversation_id: ConversationId | None
    agreed_on: date
    entry: GoalEntry
    outcome: Outcome | None
    closed_on: date | None
    sequence: int
    effect: str
    notes: tuple[GoalNote, ...]

    @property
    def is_open(self) -> bool:
        """Whether it is still worked on."""
        return self.closed_on is None

    @property
    def can_be_rewritten(self) -> bool:
        """Whether its texts may still change: made alone, open, and nothing noted yet.

        What was agreed with somebody, or what notes are about, changes by a new goal only.
        """
        return self.is_open and self.conversation_id is None and not self.notes
