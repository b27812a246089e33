"""What a share holds: what was on the screen when it was shared, ready to be drawn again."""

from enum import StrEnum
from typing import NamedTuple

from ibreflect.model.role import Role
from ibreflect.model.round import Asked
from ibreflect.model.sharing import Part

Cell = bool | int | float | str | None


class Table(NamedTuple):
    """A table of a figure; `floats` are the columns with numbers in which None is a missing one."""

    columns: tuple[str, ...]
    floats: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Drawing(StrEnum):
    """How a figure is drawn."""

    ROLES = "roles"
    STATEMENTS = "statements"
    SCALES = "scales"
    SCALES_IN_VOICES = "scales_in_voices"
    STATEMENTS_IN_VOICES = "statements_in_voices"
    TIME = "time"


class Picture(NamedTuple):
    """One drawing; `title` is empty when a figure has only one."""

    title: str
    drawn: Table


class FrozenFigure(NamedTuple):
    """A figure under its heading: what it says, its drawings, and the same to read.

    `words` are the five words of the scale and `role` what gives its colour, where there is one.
    `also` are sentences beside the conclusion.
    """

    heading: str
    drawing: Drawing
    says: str
    pictures: tuple[Picture, ...]
    read: Table
    words: tuple[str, ...] = ()
    role: Role | None = None
    also: tuple[str, ...] = ()


class Passage(NamedTuple):
    """Texts under a heading, each exactly as it was written, with a sentence about them."""

    heading: str
    about: str
    texts: tuple[str, ...]


class FrozenPart(NamedTuple):
    """One part: sentences to begin with, figures, texts."""

    part: Part
    lines: tuple[str, ...]
    figures: tuple[FrozenFigure, ...]
    passages: tuple[Passage, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to share."""
        return not (self.figures or self.passages)


class Frozen(NamedTuple):
    """Everything that a share shows.

    `card` is the context card, question and answer; `asked` the questionnaires it rests on.
    """

    owner: str
    school: str
    term: str
    asked: tuple[Asked, ...]
    card: tuple[tuple[str, str], ...]
    parts: tuple[FrozenPart, ...]
