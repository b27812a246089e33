"""How an ib'er divides their time: what can be divided, over which parts, now and as wished."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

WHOLE = 100
"""What the parts of one split add up to, in percent."""

Shares = Mapping[str, int]
"""A part's id to its whole percent (0-100), for one split at one moment."""


class Moment(StrEnum):
    """Of which week a division tells: the one there is, or the one that is wished for."""

    NOW = "nu"
    WISHED = "gewenst"


class TimePart(NamedTuple):
    """One part of a split; `phrase` is its name inside a sentence, after "tijd voor"."""

    part_id: str
    name: str
    phrase: str
    meaning: str


class TimeSplit(NamedTuple):
    """Something that is divided into parts which together are the whole of it."""

    split_id: str
    title: str
    question: str
    parts: tuple[TimePart, ...]


class Division(NamedTuple):
    """One split at both moments; None where it does not add up to 100 (yet)."""

    now: Shares | None
    wished: Shares | None


class Slot(NamedTuple):
    """The place of one number: which part of which split, at which moment."""

    split_id: str
    part_id: str
    moment: Moment


WORK = TimeSplit(
    "werk",
    "Je hele week",
    "Denk aan al je uren als ib'er. Hoe verdeel je die?",
    (
        TimePart(
            "preventief",
            "Preventief",
            "preventief werk",
            "Je versterkt wat elke groep gewoon te bieden heeft, zodat er minder vastloopt.",
        ),
        TimePart(
            "curatief",
            "Curatief",
            "curatief werk",
            "Je helpt waar het al vastloopt: bij een leerling, in een groep, bij een vraag van nu.",
        ),
        TimePart(
            "coordineren",
            "Coördineren en administratie",
            "coördineren",
            "Je plant, overlegt, regelt ondersteuning en werkt dossiers bij.",
        ),
        TimePart(
            "overig",
            "Overig",
            "overig werk",
            "Alles wat hier niet onder past, zoals invallen of taken voor de hele school.",
        ),
    ),
)
LINE = TimeSplit(
    "lijn",
    "Eerste en tweede lijn",
    "Kijk nu alleen naar de tijd waarin je leerlingen verder helpt. Doe je dat zelf, of via "
    "anderen?",
    (
        TimePart(
            "eerste",
            "Eerste lijn",
            "de eerste lijn",
            "Je werkt zelf met leerlingen: begeleiden, toetsen, gesprekken met kinderen.",
        ),
        TimePart(
            "tweede",
            "Tweede lijn",
            "de tweede lijn",
            "Je werkt via leraren en het team: meedenken, meekijken in de klas, scholen.",
        ),
    ),
)
SPLITS = (WORK, LINE)


def percent(number: int) -> str:
    """A percentage as it is written, such as '40 %'; the two stay on one line."""
    return f"{number}\u00a0%"


def entered(split: TimeSplit, moment: Moment, numbers: Mapping[Slot, int]) -> dict[str, int]:
    """The numbers (percent) that were entered for one split and moment; empty parts are absent."""
    slots = {part.part_id: Slot(split.split_id, part.part_id, moment) for part in split.parts}
    return {part_id: numbers[slot] for part_id, slot in slots.items() if slot in numbers}


def left(shares: Shares) -> int:
    """How many percent is still to be divided: 100 - Σ shares; below 0 when it is too much."""
    return WHOLE - sum(shares.values())


def division(split: TimeSplit, numbers: Mapping[Slot, int]) -> Division:
    """One split at both moments, as far as each adds up to 100.

    A part that was left empty is then 0: nothing is left for it. No number is ever changed to make
    the sum fit.
    """
    return Division(_whole(split, Moment.NOW, numbers), _whole(split, Moment.WISHED, numbers))


def _whole(split: TimeSplit, moment: Moment, numbers: Mapping[Slot, int]) -> dict[str, int] | None:
    shares = entered(split, moment, numbers)
    if left(shares) != 0:
        return None
    return {part.part_id: shares.get(part.part_id, 0) for part in split.parts}
