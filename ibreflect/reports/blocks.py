"""A document as blocks: headings, lines, texts, tables and pictures, whatever file it becomes."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from ibreflect.model.days import in_dutch
from ibreflect.model.numbers import one_decimal

Cell = str | int | float | bool | date | datetime | None
Row = tuple[Cell, ...]


class Heading(NamedTuple):
    """A heading; 1 is a chapter, and no level is skipped on the way down."""

    level: int
    text: str


class Question(NamedTuple):
    """A line in bold above what was written."""

    text: str


class Text(NamedTuple):
    """Text of one or more lines."""

    text: str


class Tabled(NamedTuple):
    """A table with rows; `widths` has each heading with the share of the page it takes."""

    widths: Mapping[str, int]
    rows: tuple[Row, ...]


class Drawing(NamedTuple):
    """A picture as PNG, as wide as the page; `alt` says all that it shows."""

    png: bytes
    alt: str


Block = Heading | Question | Text | Tabled | Drawing

_TRUTH = {True: "ja", False: "nee"}


def in_words(content: Cell) -> str:
    """What stands in a cell, as people write it; nothing for None."""
    match content:
        case None:
            return ""
        case bool():
            return _TRUTH[content]
        case float():
            return one_decimal(content)
        case datetime():
            return f"{in_dutch(content.date())}, {content:%H:%M}"
        case date():
            return in_dutch(content)
    return str(content)
