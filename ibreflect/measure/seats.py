"""What two people answered apart, side by side: what differs goes first."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ibreflect.model.guide import Guide, Point, Theme
from ibreflect.model.time import WORK, Moment

APART_TIME = 20
"""From how many percent of the week on two estimates are said to differ: one day of five."""


class Compared(NamedTuple):
    """One point from both seats; None where somebody did not answer.

    `owner` and `partner` are steps on the scale of the point, from 1 on.
    """

    point: Point
    words: tuple[str, ...]
    apart: int
    owner: int | None
    partner: int | None

    @property
    def steps(self) -> int:
        """How many steps the two are apart; 0 unless both answered."""
        if self.owner is None or self.partner is None:
            return 0
        return abs(self.owner - self.partner)

    @property
    def differs(self) -> bool:
        """Whether they are further apart than one rough answer may be by chance.

        |owner - partner| >= `apart`. A single statement has about reliability 0.5 and SD 0.9 (own
        assumption, after domain.md d11 and d13): 1.96 * 0.9 * sqrt(2) * sqrt(1 - 0.5) = 1.76, so
        two steps. A level on the mandate map is what somebody says holds, so one step is enough.
        """
        return self.steps >= self.apart

    @property
    def is_whole(self) -> bool:
        """Whether both answered."""
        return self.owner is not None and self.partner is not None


class TimeSeen(NamedTuple):
    """One part of the week from both seats, in whole percents; None where it was left open."""

    part_id: str
    name: str
    moment: Moment
    owner: int | None
    partner: int | None

    @property
    def differs(self) -> bool:
        """Whether the estimates are at least one day of the week apart."""
        if self.owner is None or self.partner is None:
            return False
        return abs(self.owner - self.partner) >= APART_TIME


def compared(
    guide: Guide, theme: Theme, owner: Mapping[str, int], partner: Mapping[str, int]
) -> tuple[Compared, ...]:
    """The points of a theme: first those that differ, the widest first, then those both answered.

    `owner` and `partner` have steps by point id. Points that nobody answered are left out; equals
    stand in the order of the guide.
    """
    found = [
        Compared(
            point,
            guide.scales[point.scale].words,
            guide.scales[point.scale].apart,
            owner.get(point.id),
            partner.get(point.id),
        )
        for point in theme.points
        if point.id in owner or point.id in partner
    ]
    return tuple(sorted(found, key=lambda each: (not each.differs, not each.is_whole, -each.steps)))


def time_seen(
    owner: Mapping[tuple[str, Moment], int], partner: Mapping[tuple[str, Moment], int]
) -> tuple[TimeSeen, ...]:
    """The parts of the week, now and then as wished, that at least one of the two filled in."""
    return tuple(
        TimeSeen(
            part.part_id,
            part.name,
            moment,
            owner.get((part.part_id, moment)),
            partner.get((part.part_id, moment)),
        )
        for moment in Moment
        for part in WORK.parts
        if (part.part_id, moment) in {**owner, **partner}
    )


def about(theme_points: Sequence[Compared]) -> str:
    """One sentence about how far the two are apart on a theme."""
    whole = [each for each in theme_points if each.is_whole]
    if not whole:
        return "Over dit thema is er nog geen punt waarop jullie allebei antwoordden."
    differing = sum(each.differs for each in whole)
    if differing == 0:
        return "Jullie antwoorden liggen dicht bij elkaar. Vraag toch door: zie je hetzelfde?"
    if len(whole) == 1:
        return "Op het punt waarop jullie allebei antwoordden, kijken jullie duidelijk anders."
    if differing == 1:
        return f"Op 1 van de {len(whole)} punten kijken jullie duidelijk anders."
    return f"Op {differing} van de {len(whole)} punten kijken jullie duidelijk anders."
