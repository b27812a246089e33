"""The direction a school chose for itself: how much the team decides and how much is steered."""

from datetime import date
from typing import NamedTuple

from ibreflect.model.days import in_dutch

DIRECTION_POINTS = (
    "het team bepaalt zelf de doelen",
    "het team bepaalt de meeste doelen, de school geeft de kaders",
    "het team en de school bepalen de doelen samen",
    "de school bepaalt de meeste doelen, het team denkt mee",
    "de school stuurt het team op doelen",
)
"""The words of the five points, for the positions 1 to 5. All of them can work."""

_MIDDLE = 3


class Direction(NamedTuple):
    """A direction as it was recorded on a day: a position 1-5, and why, in own words."""

    recorded_on: date
    position: int
    body: str

    @property
    def words(self) -> str:
        """The point that was chosen, in words."""
        return DIRECTION_POINTS[self.position - 1]

    @property
    def day(self) -> str:
        """The day it was recorded, such as '3 november 2025'."""
        return in_dutch(self.recorded_on)

    @property
    def side(self) -> int:
        """-1 where the team decides more, 1 where the school steers more, 0 in the middle."""
        return (self.position > _MIDDLE) - (self.position < _MIDDLE)
