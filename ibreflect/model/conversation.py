"""A conversation (gesprek): between an ib'er and one other, or of a group, along a guide."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple, NewType
from uuid import UUID

from ibreflect.model.frozen import Frozen
from ibreflect.model.guide import Company, Guide, Seat
from ibreflect.model.round import RoundId

ConversationId = NewType("ConversationId", UUID)
"""The id of a conversation in which who asks has a seat; one from a page is a bare UUID."""


class Stage(StrEnum):
    """How far a conversation is."""

    PREPARING = "preparing"
    TALKING = "talking"
    ENDED = "ended"


class Conversation(NamedTuple):
    """A conversation as both who have a seat in it may know it.

    `partner_id` is None for a group, and where somebody works alone and the partner has only a
    `partner_name`. `round_id` is the round whose picture can be put on the table. `ready` are the
    seats whose preparation is done. `step` counts every change that both should see. `theme` is
    what is talked about now, empty before the first one; `pen` is who writes; `clock_ends` the
    moment in UTC until which the clock runs. `open_until` is the last day on which the partner sees
    what was put on the table.
    """

    conversation_id: ConversationId
    owner_id: UUID
    owner_name: str
    school_id: UUID
    school_name: str
    alliance_id: UUID | None
    partner_id: UUID | None
    partner_name: str
    round_id: RoundId | None
    guide_id: str
    guide_version: str
    company: Company
    planned_on: date
    planned_at: time | None
    open_until: date
    stage: Stage
    ready: frozenset[Seat]
    theme: str
    pen: Seat
    clock_ends: datetime | None
    step: int
    sequence: int

    @property
    def has_partner(self) -> bool:
        """Whether it is between two; else it is of a group."""
        return self.company is not Company.GROUP

    def name_of(self, seat: Seat) -> str:
        """What who sits there is called."""
        return self.owner_name if seat is Seat.OWNER else self.partner_name


class Seated(NamedTuple):
    """A conversation with the seat of who asks, and the guide it goes along."""

    conversation: Conversation
    seat: Seat
    guide: Guide


class TabledText(NamedTuple):
    """A text of the ib'er's own that lies on the table: where it is from, and the words."""

    heading: str
    body: str


class Tabled(NamedTuple):
    """What lies on the table: the themes in order of the guide, texts, and parts of the picture."""

    themes: tuple[str, ...]
    texts: tuple[TabledText, ...]
    picture: Frozen | None


class Decision(NamedTuple):
    """What is agreed about one topic of the mandate map: level 1-5, with a note."""

    topic: str
    level: int
    note: str
