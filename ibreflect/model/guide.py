"""A guide (leidraad) for a conversation, as its file states it; aliases are keys of the file."""

from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import Field, StringConstraints, model_validator

from ibreflect.model.card import CardId
from ibreflect.model.part import LongText, Part, SourceDocument, SourceLine, Text, Version
from ibreflect.model.sharing import Part as PicturePart

GuideId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,39}$")]
_Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,39}$")]
_Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
_Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Sources = Annotated[tuple[SourceLine, ...], Field(min_length=1)]


class Seat(StrEnum):
    """On which side of the table somebody sits: the ib'er, or who talks with the ib'er."""

    OWNER = "owner"
    PARTNER = "partner"

    @property
    def other(self) -> "Seat":
        """The seat across the table."""
        return Seat.PARTNER if self is Seat.OWNER else Seat.OWNER


class Company(StrEnum):
    """With whom a conversation is (`met`)."""

    SCHOOL_LEADER = "schoolleider"
    COACH = "coach"
    GROUP = "groep"


class PointScale(Part):
    """The words of a scale, from 1 on; from `apart` steps on, two answers are said to differ.

    One statement is a rough yardstick: a step apart can be chance (domain: error of measurement).
    """

    words: tuple[_Word, ...] = Field(alias="woorden", min_length=2, max_length=5)
    apart: int = Field(alias="verschil_vanaf", ge=1, le=4)


class Point(Part):
    """A point to look at from both seats; each seat answers its own wording."""

    id: _Key
    owner: _Line = Field(alias="ib'er")
    partner: _Line = Field(alias="ander")
    scale: _Key = Field(alias="schaal")
    sources: Sources = Field(alias="bron")
    topic: Text | None = Field(
        alias="onderwerp", default=None, description="Het id van een onderwerp op de mandaatkaart."
    )

    def text_for(self, seat: Seat) -> str:
        """The wording for who sits there."""
        return self.owner if seat is Seat.OWNER else self.partner


class OpenQuestion(Part):
    """An open question of the preparation; a private one stays with who wrote it unless brought."""

    id: _Key
    text: _Line = Field(alias="vraag")
    hint: _Line | None = Field(alias="hulp", default=None)
    is_private: bool = Field(alias="prive", default=False)
    sources: Sources = Field(alias="bron")


class Theme(Part):
    """What is talked about together: its points, parts of the picture and cards.

    `time` is whether both say how the time is divided.
    """

    id: _Key
    title: _Line = Field(alias="titel")
    minutes: int = Field(alias="minuten", ge=1, le=60)
    explanation: LongText | None = Field(alias="toelichting", default=None)
    sources: Sources = Field(alias="bron")
    parts: tuple[PicturePart, ...] = Field(alias="beeld", default=())
    cards: tuple[CardId, ...] = Field(alias="kaarten", default=(), max_length=4)
    points: tuple[Point, ...] = Field(alias="kijkpunten", default=(), max_length=12)
    time: bool = Field(alias="tijd", default=False)


class Guide(Part):
    """How one kind of conversation goes: who prepares what, and the themes in order."""

    id: GuideId
    version: Version = Field(alias="versie")
    title: _Line = Field(alias="titel")
    company: Company = Field(alias="met")
    explanation: LongText = Field(alias="toelichting")
    scales: dict[_Key, PointScale] = Field(alias="schalen", default_factory=dict)
    owner: tuple[OpenQuestion, ...] = Field(alias="voorbereiding_iber", default=(), max_length=8)
    partner: tuple[OpenQuestion, ...] = Field(
        alias="voorbereiding_ander", default=(), max_length=12
    )
    themes: tuple[Theme, ...] = Field(alias="themas", min_length=1, max_length=12)
    sources: dict[str, SourceDocument] = Field(alias="bronnen")

    @model_validator(mode="after")
    def _hangs_together(self) -> "Guide":
        points = [point for theme in self.themes for point in theme.points]
        keys = [theme.id for theme in self.themes] + [point.id for point in points]
        keys += [question.id for question in (*self.owner, *self.partner)]
        if len(keys) != len(set(keys)):
            raise ValueError("id_twice")
        if any(point.scale not in self.scales for point in points):
            raise ValueError("unknown_scale")
        return self

    def questions(self, seat: Seat) -> tuple[OpenQuestion, ...]:
        """The open questions for who sits there."""
        return self.owner if seat is Seat.OWNER else self.partner

    def theme(self, theme_id: str) -> Theme:
        """The theme with this id; KeyError when there is none."""
        return {each.id: each for each in self.themes}[theme_id]

    @property
    def is_prepared(self) -> bool:
        """Whether there is anything to prepare, apart from each other."""
        return self.company is not Company.GROUP


class ExactGuide(NamedTuple):
    """A guide with the very text of its file."""

    guide: Guide
    text: str
