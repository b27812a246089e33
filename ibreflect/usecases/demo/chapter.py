"""What is told of one round of the cast besides the core scan: the words that chapters are in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

Signs = Mapping[str, str]
"""By scale id, a sign for each statement in order: a digit is an answer or level, "n" not
applicable, "?" cannot judge, "a" lies with somebody else and "." nothing."""


class Said(NamedTuple):
    """What one person gave, the wishes beside it, what they wrote by topic, and how often they work
    with the ib'er (1-5)."""

    now: Signs = MappingProxyType({})
    wished: Signs = MappingProxyType({})
    remarks: Mapping[str, str] = MappingProxyType({})
    contact: int | None = None


class TimeShares(NamedTuple):
    """Percents by part, in the order of the splits of `model.time`, each 100 together."""

    work_now: tuple[int, ...]
    work_wished: tuple[int, ...]
    line_now: tuple[int, ...]
    line_wished: tuple[int, ...]


class Recorded(NamedTuple):
    """The direction of the school (position 1-5), so many days into the term, and why."""

    days: int
    position: int
    body: str


class Deal(NamedTuple):
    """Agreed mandates, so many days into the term: levels by scale id, notes by item id."""

    days: int
    levels: Signs
    notes: Mapping[str, str]


class Others(NamedTuple):
    """Who was asked about a round, and what they answered.

    team: the leraren who handed in, of `links` who were asked; begun: those who answered a part.
    colleagues: the collega's who were asked and all handed in. days_ago: when asking began, in a
    round of the present term; it takes two weeks.
    """

    leader: Said | None = None
    team: tuple[Said, ...] = ()
    begun: tuple[Said, ...] = ()
    links: int = 0
    colleagues: tuple[Said, ...] = ()
    days_ago: int = 3


class Chapter(NamedTuple):
    """One round as it goes on after its core scan.

    modules: ids of those that it asks. own: what the ib'er answered to them, and what replaces
    drawn answers to the core scan.
    """

    modules: tuple[str, ...] = ()
    own: Said = Said()
    others: Others = Others()
    time: TimeShares | None = None
    direction: Recorded | None = None
    deals: tuple[Deal, ...] = ()
    hands_in: bool = True
    closes: bool = True


def core(learning: str, trends: str, care: str, overlap: str) -> Signs:
    """The signs of the core scan, eight for each scale."""
    return {
        "learning_coordinator": learning,
        "trend_analyst": trends,
        "care_director": care,
        "role_overlap": overlap,
    }
