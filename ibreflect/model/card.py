"""A conversation card as its file states it. The Dutch aliases are the keys of the YAML file."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from ibreflect.model.part import LongText, Part, SourceDocument, SourceLine, Text, Version

CardId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,59}$")]
CardQuestion = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)
]


class Audience(StrEnum):
    """Who has the conversation (`voor`)."""

    COORDINATOR = "ib'er"
    SCHOOL_LEADER = "schoolleider"
    TOGETHER = "samen"
    TEAM = "team"
    COACH = "coach"


AUDIENCE_WORDS = {
    Audience.COORDINATOR: "de ib'er",
    Audience.SCHOOL_LEADER: "de schoolleider",
    Audience.TOGETHER: "ib'er en schoolleider samen",
    Audience.TEAM: "het team",
    Audience.COACH: "de coach",
}


class Card(Part):
    """A few open questions for one conversation; nothing is counted or kept."""

    id: CardId = Field(description="Nooit hergebruiken, ook niet als de kaart vervalt.")
    title: Text = Field(alias="titel", max_length=80)
    audience: tuple[Audience, ...] = Field(alias="voor", min_length=1)
    sources: tuple[SourceLine, ...] = Field(alias="bron", min_length=1)
    explanation: LongText | None = Field(alias="toelichting", default=None)
    questions: tuple[CardQuestion, ...] = Field(alias="vragen", min_length=2, max_length=6)


class CardFile(Part):
    """Cards that are edited together, with the documents they point to."""

    version: Version = Field(alias="versie")
    sources: dict[str, SourceDocument] = Field(alias="bronnen")
    cards: tuple[Card, ...] = Field(alias="kaarten", min_length=1, max_length=200)
