"""The expertisekaart: what team members say themselves they know, and how it is found.

Nothing here weighs or counts: whether somebody is on it, and with what, is up to them.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from ibreflect.model.retention import YEAR

LONGEST_TEXT = 500
LONGEST_REACH = 120

_FIRST_MONTH = 8
_APART = re.compile(r"[\n,;]+")
_COURSES_APART = re.compile(r"[\n;]+")
_YEAR_AT_END = re.compile(r"[\s,(]*\b(?:19|20)\d\d\)?$", re.MULTILINE)
_SHORTEST_STEM = 4
_JOINED = str.maketrans("", "", "-–/'’")
_ENDINGS = ("en", "s", "e")
# Words of which a question is full and that say nothing about what it is about.
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "aan af al als bij dan dat de deze die dit door een en er heb hebben heeft het hoe hun "
        "iemand ik in is je kan kun kunnen maar me met mijn naar niet of om onder ons onze ook op "
        "over te tot uit van vanuit veel voor waar waarom wat we weet welke wie wij wil worden "
        "zijn zo",
    )
)


class Content(NamedTuple):
    """What somebody wrote: their name, and four texts of which some may be empty."""

    name: str
    knows: str = ""
    interests: str = ""
    courses: str = ""
    reach: str = ""


class Entry(NamedTuple):
    """What somebody wrote for a school; `edition` counts how often it was changed, from 0."""

    entry_id: UUID
    school_id: UUID
    content: Content
    changed_on: date
    edition: int = 0

    @property
    def last_day(self) -> date:
        """The last day on which it is kept."""
        return last_day(self.changed_on)

    def is_old(self, day: date) -> bool:
        """Whether it is time to ask if it still holds: a year or more after the last change."""
        return day - self.changed_on >= timedelta(days=YEAR)


class Topic(NamedTuple):
    """Something to ask about; for whom it is what they know, an interest or a course, by name."""

    title: str
    knows: tuple[str, ...]
    interests: tuple[str, ...]
    courses: tuple[str, ...]


def last_day(changed_on: date) -> date:
    """The end of the school year after the one in which something was changed: 31 July."""
    began = changed_on.year if changed_on.month >= _FIRST_MONTH else changed_on.year - 1
    return date(began + 2, _FIRST_MONTH, 1) - timedelta(days=1)


def kept_from(day: date) -> date:
    """The first day of change that is still kept on a day; what is older has expired."""
    began = day.year if day.month >= _FIRST_MONTH else day.year - 1
    return date(began - 1, _FIRST_MONTH, 1)


def by_name(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries by the names of who wrote them, whatever their capitals and accents."""
    return tuple(sorted(entries, key=lambda each: (_plain(each.content.name), each.entry_id)))


def matching(entries: Sequence[Entry], question: str) -> tuple[Entry, ...]:
    """The entries in which every word of a question is found, in the order they came.

    A word is found when it is part of a word there, whatever capitals, accents and hyphens either
    has, or when that holds without its ending -en, -s or -e. Small words (wie, over, een) are not
    looked for, unless there are no others. Without any word everything is found.
    """
    words = _words(question)
    return tuple(entry for entry in entries if _has_all(entry.content, words))


def topics(entries: Iterable[Entry], question: str = "") -> tuple[Topic, ...]:
    """What is written, piece by piece in alphabetical order, each with whose it is.

    A line, and in what is no course also what stands between commas, is a piece; the year after a
    course is left out. Pieces that only differ in capitals, accents or space are one, in the
    spelling that comes first. Of a question only the pieces with a word of it are told, if there
    are any.
    """
    found: dict[str, str] = {}
    whose: dict[tuple[str, int], list[str]] = {}
    for entry in by_name(entries):
        for column, pieces in enumerate(_pieces(entry.content)):
            for piece in pieces:
                key = " ".join(_plain(piece).split())
                found.setdefault(key, piece)
                names = whose.setdefault((key, column), [])
                names.extend([entry.content.name] * (entry.content.name not in names))
    words = _words(question)
    asked = {key for key in found if any(_is_in(word, key) for word in words)}
    return tuple(
        Topic(found[key], *(tuple(whose.get((key, column), ())) for column in range(3)))
        for key in sorted(asked or found)
    )


def _pieces(content: Content) -> tuple[list[str], ...]:
    apart = (
        _APART.split(content.knows),
        _APART.split(content.interests),
        _COURSES_APART.split(_YEAR_AT_END.sub("", content.courses)),
    )
    return tuple([each.strip() for each in pieces if _plain(each).strip()] for pieces in apart)


def _words(question: str) -> list[str]:
    """What a question is about, without capitals and accents."""
    typed = re.findall(r"\w+", _plain(question))
    return [each for each in typed if each not in _SMALL] or typed


def _has_all(content: Content, words: Iterable[str]) -> bool:
    text = _plain("\n".join(content))
    return all(_is_in(word, text) for word in words)


def _is_in(word: str, text: str) -> bool:
    return _stem(word) in f"{text}\n{text.translate(_JOINED)}"


def _stem(word: str) -> str:
    """A word without its ending, if enough of it is left to be looked for."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))
