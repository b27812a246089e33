"""A network: what a scan adds to it, and what is published of all scans together."""

from collections.abc import Mapping
from typing import NamedTuple, NewType
from uuid import UUID

SnapshotId = NewType("SnapshotId", UUID)
"""The id of a published snapshot that the policy opened for who asks."""

SUBGROUPS = ("schoolweging", "leerlingen", "fase", "omgeving", "tijd")
"""The fields of the context card by which a network may be shown in parts."""


class Added(NamedTuple):
    """What one scan adds to the figures of a network; never an item answer by itself.

    `values` and `gaps` go by the key of a scale (`key_of`): the value (1-5), and the value minus
    that of the leraren over the same statements (-4 to 4). `unseen` are the statements that a group
    could not judge, of those in `judged`; `unsure` the mandates about which voices differ, or that
    the ib'er could not name, of those in `mapped`. `time` has percents by part of the week.
    """

    choices: Mapping[str, str]
    values: Mapping[str, float]
    gaps: Mapping[str, float]
    judged: frozenset[str]
    unseen: frozenset[str]
    mapped: frozenset[str]
    unsure: frozenset[str]
    time: Mapping[str, int]


class Counted(NamedTuple):
    """A scan that counts in a network: whose, of which school, and what it adds."""

    person_id: UUID
    school_id: UUID
    added: Added


class Dot(NamedTuple):
    """The mean of a group of schools, with one decimal; with `bound` that or further out."""

    value: float
    bound: str


class Strip(NamedTuple):
    """The dots of the schools in some bands of the context card; of all schools without bands."""

    bands: tuple[str, ...]
    dots: tuple[Dot, ...]


class Shift(NamedTuple):
    """How a value changed in the same schools, and how far that may be off (95 %), in points.

    `schools` is how many they are at least.
    """

    change: float
    error: float
    schools: int


class ScaleFigure(NamedTuple):
    """What is published of one scale; without strips too few schools have a value.

    `unity` tells whether the schools lie close together; `shift` is None where the change since the
    snapshot before may not be told, or is not there.
    """

    key: str
    strips: tuple[Strip, ...]
    unity: str
    shift: Shift | None


class Figures(NamedTuple):
    """Everything that is published of a network at one moment, the same for every reader.

    `schools` and `scans` are at least so many, in fives. `subgroup` is the field of the context
    card by which it is shown in parts, or empty. `gaps` are means by key, `unseen` and `unsure`
    shares of schools in words by statement, `time` percents by part of the week.
    """

    schools: int
    scans: int
    subgroup: str
    scales: tuple[ScaleFigure, ...]
    gaps: Mapping[str, Dot]
    unseen: Mapping[str, str]
    unsure: Mapping[str, str]
    time: Mapping[str, int]


def key_of(questionnaire_id: str, part: str) -> str:
    """The key of a scale, or of a region of the role picture, over rounds."""
    return f"{questionnaire_id}/{part}"
