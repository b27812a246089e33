"""A round (meetronde): one person at one school in one part of a school year."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple, NewType
from uuid import UUID

RoundId = NewType("RoundId", UUID)
"""The id of a round that may be worked with: somebody asked the policy.

An id that came from a page is a bare UUID, and the store takes none. It becomes this one in a
round that the policy opened, or that the store found for its owner, by a link, or as due.
"""

ResponseId = NewType("ResponseId", UUID)
"""The id of the own answers in such a round."""


class Period(StrEnum):
    """The half of the school year, as schools know it from their test periods."""

    AUTUMN = "najaar"
    SPRING = "voorjaar"


class SchoolTerm(NamedTuple):
    """A period in a school year; sorts in time because 'najaar' comes before 'voorjaar'."""

    school_year: str
    period: Period

    @property
    def label(self) -> str:
        """The term with its calendar year, such as 'najaar 2026' or 'voorjaar 2027'."""
        first, second = self.school_year.split("/")
        return f"{self.period} {first if self.period is Period.AUTUMN else second}"


def term_of(day: date) -> SchoolTerm:
    """The term a day falls in: a school year starts on 1 August, its spring on 1 February."""
    first = day.year if day.month >= 8 else day.year - 1  # noqa: PLR2004
    autumn = day.month >= 8 or day.month == 1  # noqa: PLR2004
    return SchoolTerm(f"{first}/{first + 1}", Period.AUTUMN if autumn else Period.SPRING)


class Asked(NamedTuple):
    """A questionnaire in the version that a round asks."""

    questionnaire_id: str
    version: str


class Round(NamedTuple):
    """A round with what is needed to decide who may do what with it."""

    round_id: RoundId
    person_id: UUID
    school_id: UUID
    school_name: str
    term: SchoolTerm
    is_open: bool
    response_id: ResponseId
    handed_in: bool
    asked: tuple[Asked, ...]
