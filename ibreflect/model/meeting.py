"""A meeting of a network: themes as their file states them, and what is told of one at the meeting.

The Dutch aliases are the keys of the YAML file.
"""

from datetime import date
from typing import Annotated, NamedTuple

from pydantic import Field, StringConstraints

from ibreflect.model.card import Card, CardId
from ibreflect.model.part import LongText, Part, SourceDocument, SourceLine, Text, Version

UNSURE, UNSEEN, GAPS, TIME = "mandaat", "onzichtbaar", "verschil", "tijd"
NAMED_FIGURES = (UNSURE, UNSEEN, GAPS, TIME)
"""The figures of a network that are not about one scale."""

MOST_THEMES = 3
"""More than there is time for in one meeting."""

ThemeId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,39}$")]
FigureKey = Annotated[
    str, StringConstraints(pattern=r"^([a-z0-9-]+/[a-z0-9_+]+|mandaat|onzichtbaar|verschil|tijd)$")
]


class MeetingTheme(Part):
    """What a network may talk about: its figures, a question, and cards to go on with.

    A figure is one of NAMED_FIGURES, or the key of a scale or region (`model.network.key_of`). A
    theme may do without: a network has no figures of what only a school or two people together
    fill in.
    """

    id: ThemeId
    title: Text = Field(alias="titel", max_length=80)
    minutes: int = Field(alias="minuten", ge=5, le=90)
    explanation: LongText = Field(alias="toelichting")
    question: Text = Field(alias="vraag", max_length=200)
    sources: tuple[SourceLine, ...] = Field(alias="bron", min_length=1)
    figures: tuple[FigureKey, ...] = Field(alias="figuren", default=(), max_length=2)
    cards: tuple[CardId, ...] = Field(alias="kaarten", min_length=1, max_length=3)


class MeetingFile(Part):
    """Themes that are edited together, with the documents they point to."""

    version: Version = Field(alias="versie")
    sources: dict[str, SourceDocument] = Field(alias="bronnen")
    themes: tuple[MeetingTheme, ...] = Field(alias="themas", min_length=1, max_length=60)


class Told(NamedTuple):
    """What a figure tells: sentences, then what stands in it, in words.

    `rows` are of two cells under two `headings`; both are empty for what is told in `lines`. `png`
    is the picture that a file has in place of the rows, empty without one.
    """

    title: str
    says: tuple[str, ...]
    lines: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    png: bytes = b""


class ThemeSheet(NamedTuple):
    """A theme with what its figures tell and the cards that belong to it."""

    theme: MeetingTheme
    told: tuple[Told, ...]
    cards: tuple[Card, ...]


class Sheet(NamedTuple):
    """What lies on the table of a meeting; `scans` and `schools` are at least so many.

    `parts` says by what the network is shown in parts, and is empty when it is not.
    """

    network: str
    made_on: date
    scans: int
    schools: int
    parts: str
    themes: tuple[ThemeSheet, ...]
