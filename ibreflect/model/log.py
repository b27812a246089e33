"""The logboek: what an ib'er writes down of the work, entry by entry, for nobody else."""

from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple
from uuid import UUID

from ibreflect.model.person import School
from ibreflect.model.role import Region

LONGEST_WHAT = 500
"""Characters of what happened: a moment is written down in seconds, so it is short."""

FEWEST_MINUTES, MOST_MINUTES = 5, 600


class Kind(StrEnum):
    """What is written down."""

    BUMPY_MOMENT = "bumpy_moment"
    ACTIVITY = "activity"
    QUESTION = "question"
    EFFECT = "effect"


KIND_WORDS = {
    Kind.BUMPY_MOMENT: "bumpy moment",
    Kind.ACTIVITY: "activiteit",
    Kind.QUESTION: "vraag",
    Kind.EFFECT: "effect",
}


class Step(IntEnum):
    """How far somebody was on the interventieladder when a question came in."""

    NOTHING = 0
    TRIED = 1
    CONSULTED = 2
    BOTH = 3


STEP_WORDS = {
    Step.NOTHING: "nog niets geprobeerd",
    Step.TRIED: "zelf iets geprobeerd",
    Step.CONSULTED: "met een collega overlegd",
    Step.BOTH: "allebei gedaan, en nog vast",
}


class Place(StrEnum):
    """Where an effect was seen."""

    TEACHER = "teacher"
    LEARNING = "learning"
    TEAM = "team"


PLACE_WORDS = {
    Place.TEACHER: "bij de leraar",
    Place.LEARNING: "bij het leren van leerlingen",
    Place.TEAM: "in het team",
}

THEMES = {
    "gedrag": "gedrag",
    "lesgeven": "lesgeven",
    "niveaus": "niveaus",
    "ondersteuning": "ondersteuning",
    "ouders": "ouders",
    "toetsen": "toetsen",
    "team": "team",
    "rollen": "wie doet wat",
    "tijd": "tijd",
    "anders": "anders",
}
"""What an entry can be about: the id that is kept, and the words."""


class Content(NamedTuple):
    """What an entry says; which of these it has depends on its kind.

    `theme` (an id of THEMES, or empty), `explored` and `follow_up` may be left empty in each kind.
    An activity has `roles` (one to three, as a region), `minutes` (5-600) and whether it was
    planned; a bumpy moment is never planned. A question has its `step`, an effect its `place`.
    """

    kind: Kind
    day: date
    what: str
    theme: str = ""
    explored: str = ""
    follow_up: str = ""
    roles: Region = ()
    minutes: int | None = None
    is_planned: bool | None = None
    step: Step | None = None
    place: Place | None = None

    @property
    def texts(self) -> tuple[str, str, str]:
        """What was typed."""
        return self.what, self.explored, self.follow_up


class Entry(NamedTuple):
    """An entry of somebody's log, of the work at one school."""

    entry_id: UUID
    school: School
    content: Content


_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_PER_QUARTER = 3
_AUGUST = 7
"""The month in which a school year begins, counted from 0."""


class Quarter(NamedTuple):
    """Three months of a school year, which begins in August; sorts in time.

    `number` counts the quarters from August of the year 0.
    """

    number: int

    @property
    def label(self) -> str:
        """Its first and last month, with the year of the last: 'nov–jan 2027'."""
        first, _ = self._month(0)
        last, year = self._month(_PER_QUARTER - 1)
        return f"{first}–{last} {year}"

    @property
    def first_month(self) -> str:
        """The month it begins with: 'nov 2026'."""
        month, year = self._month(0)
        return f"{month} {year}"

    def _month(self, at: int) -> tuple[str, int]:
        year, month = divmod(self.number * _PER_QUARTER + _AUGUST + at, len(_MONTHS))
        return _MONTHS[month], year


def quarter_of(day: date) -> Quarter:
    """The quarter of a school year that a day falls in: Aug-Oct, Nov-Jan, Feb-Apr or May-Jul."""
    months = day.year * len(_MONTHS) + day.month - 1
    return Quarter((months - _AUGUST) // _PER_QUARTER)
