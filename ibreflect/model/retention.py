"""How long what is kept: the bounds, the usual periods, and how they are said."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

YEAR = 365
"""Days in a year of keeping."""

NOTICE_DAYS = 60
"""How long before everything of an ib'er who left goes, they are told."""


class Period(StrEnum):
    """What is kept for a while and then erased by itself."""

    ANSWERS_OF_OTHERS = "answers_of_others"
    EVENTS = "events"
    ENDED_POSITIONS = "ended_positions"
    SIGNING_IN = "signing_in"
    SHARES = "shares"


class Bounds(NamedTuple):
    """In days: the shortest and longest that may be chosen, and what holds until somebody does.

    `says` tells in Dutch what it is about and from when the days count.
    """

    shortest: int
    longest: int
    usual: int
    says: str

    @property
    def is_fixed(self) -> bool:
        """Whether there is nothing to choose."""
        return self.shortest == self.longest

    @property
    def is_in_years(self) -> bool:
        """Whether it is chosen and told in whole years."""
        return self.shortest % YEAR == 0

    def allows(self, days: int) -> bool:
        """Whether so many days may be chosen."""
        whole = not self.is_in_years or days % YEAR == 0
        return whole and self.shortest <= days <= self.longest


BOUNDS: Mapping[Period, Bounds] = MappingProxyType(
    {
        Period.ANSWERS_OF_OTHERS: Bounds(
            7,
            30,
            30,
            "Losse antwoorden en teksten van anderen, nadat het vragen is gesloten. Wat ervan te "
            "zien is, ligt dan vast en blijft.",
        ),
        Period.EVENTS: Bounds(
            YEAR, 5 * YEAR, 2 * YEAR, "Gebeurtenissen: wie wat deed, bekeek of deelde."
        ),
        Period.ENDED_POSITIONS: Bounds(
            YEAR,
            5 * YEAR,
            2 * YEAR,
            "Meetrondes en al het andere van een ib'er, nadat de laatste aanstelling als ib'er is "
            f"afgelopen. Minstens {NOTICE_DAYS} dagen van tevoren staat het op diens startpagina.",
        ),
        Period.SIGNING_IN: Bounds(
            30, 30, 30, "Aanmeldingen die zijn afgelopen, en links om binnen te komen."
        ),
        Period.SHARES: Bounds(30, 30, 30, "Wat was gedeeld, nadat de tijd van het delen om is."),
    }
)


def in_words(days: int) -> str:
    """A period as people say it: '30 dagen', '1 jaar', '2 jaar'."""
    return f"{days // YEAR} jaar" if days % YEAR == 0 else f"{days} dagen"
