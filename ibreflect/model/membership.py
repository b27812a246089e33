"""What somebody is, where, and from when until when."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

INSTALLATION = UUID(int=0)
"""The place of a position that is at no school, board or samenwerkingsverband."""


class Position(StrEnum):
    """As what somebody works with the tool; people can hold several, also of one kind."""

    IB_COORDINATOR = "ib_coordinator"
    SCHOOL_LEADER = "school_leader"
    COACH = "coach"
    BOARD_MEMBER = "board_member"
    ADMINISTRATOR = "administrator"


class PlaceKind(StrEnum):
    """At what kind of place a position is."""

    SCHOOL = "school"
    BOARD = "board"
    ALLIANCE = "alliance"
    INSTALLATION = "installation"


AT = {
    Position.IB_COORDINATOR: PlaceKind.SCHOOL,
    Position.SCHOOL_LEADER: PlaceKind.SCHOOL,
    Position.COACH: PlaceKind.ALLIANCE,
    Position.BOARD_MEMBER: PlaceKind.BOARD,
    Position.ADMINISTRATOR: PlaceKind.INSTALLATION,
}

POSITION_WORDS = {
    Position.IB_COORDINATOR: "ib'er",
    Position.SCHOOL_LEADER: "schoolleider",
    Position.COACH: "coach",
    Position.BOARD_MEMBER: "bestuur",
    Position.ADMINISTRATOR: "beheerder",
}


class Membership(NamedTuple):
    """A position of somebody at a place; `until` is the last day, None while it lasts."""

    person_id: UUID
    position: Position
    place_id: UUID
    since: date
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the position is held on that day."""
        return self.since <= day and (self.until is None or day <= self.until)
