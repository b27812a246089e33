"""The five invented people through whose eyes example data is looked at: their fixed histories."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from ibreflect.measure.dutch import number_word
from ibreflect.usecases.demo import chapters
from ibreflect.usecases.demo.chapter import Chapter

Levels = tuple[float, float, float, float]
"""Answer scale, 1-5: leercoördinator, trendanalist, zorgregisseur, and where roles meet."""


class Place(StrEnum):
    """Which school of the samenwerkingsverband: by number of pupils."""

    SMALL = "small"
    MIDDLE = "middle"
    LARGE = "large"


class Stay(NamedTuple):
    """Somebody's time at a school, in terms back from now; `until` is -1 while it lasts."""

    place: Place
    since: int
    until: int
    rounds: tuple[int, ...]


class Part(NamedTuple):
    """One of the five: `levels` says where somebody stands at some terms back, in rising order.

    `unanswered` is the share of statements that is still open in the present scan; 0 means that
    it is handed in. `leaders` are the terms back in which a new schoolleider came, `chapters` what
    else is told of the round of so many terms back.
    """

    name: str
    stays: tuple[Stay, ...]
    levels: dict[int, Levels]
    leaders: tuple[int, ...] = ()
    unanswered: float = 0.0
    chapters: Mapping[int, Chapter] = MappingProxyType({})


CAST = (
    Part(
        "Sanne Verhoeven",
        (Stay(Place.MIDDLE, 8, -1, (7, 5, 3, 2, 1, 0)),),
        {0: (3.9, 2.7, 3.7, 3.7), 3: (3.3, 2.6, 4.0, 3.2), 7: (2.5, 2.3, 4.3, 2.6)},
        leaders=(2,),
        chapters=chapters.SANNE,
    ),
    Part(
        "Bilal Hamdaoui",
        (Stay(Place.SMALL, 1, -1, (0,)),),
        {0: (3.6, 3.3, 2.8, 3.1)},
        chapters=chapters.BILAL,
    ),
    Part(
        "Marleen Oosterhuis",
        (
            Stay(Place.SMALL, 20, 9, (19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9)),
            Stay(Place.LARGE, 8, -1, (8, 7, 6, 5, 4, 3, 2, 1, 0)),
        ),
        {
            0: (4.1, 3.9, 3.5, 4.2),
            4: (3.4, 3.4, 3.4, 3.5),
            8: (2.8, 2.8, 3.5, 2.6),
            9: (3.7, 2.9, 4.4, 3.5),
            14: (3.2, 2.5, 4.3, 3.0),
            19: (2.4, 1.9, 4.1, 2.3),
        },
        leaders=(4, 12),
        chapters=chapters.MARLEEN,
    ),
    Part(
        "Joris Timmer",
        (Stay(Place.LARGE, 5, -1, (4, 3, 2, 0)),),
        {0: (3.2, 4.0, 3.0, 3.4), 4: (3.0, 3.7, 3.1, 3.2)},
        unanswered=0.5,
        chapters=chapters.JORIS,
    ),
    Part("Aylin Bulut", (Stay(Place.LARGE, 0, -1, ()),), {}),
)


class History(NamedTuple):
    """What a label says about somebody; `answered` is None unless a scan is unfinished."""

    name: str
    years: int
    rounds: int
    schools: int
    answered: int | None
    items: int


def label(history: History) -> str:
    """One line to choose a person by, such as "Sanne, ib'er sinds vier jaar (6 meetrondes)"."""
    first_name = history.name.split()[0]
    since = f"{number_word(history.years)} jaar" if history.years else "kort"
    return f"{first_name}, ib'er sinds {since} ({_rounds(history)})"


def _rounds(history: History) -> str:
    if history.rounds == 0:
        return "nog geen meetronde"
    parts = ["1 meetronde" if history.rounds == 1 else f"{history.rounds} meetrondes"]
    if history.schools > 1:
        parts.append(f"{number_word(history.schools)} scholen")
    if history.answered is not None:
        parts.append(f"bezig met de laatste: {history.answered} van de {history.items} stellingen")
    return ", ".join(parts)
