"""What somebody takes along from one installation to another: the file format, version 2.

docs/uitwisseling.md tells of every field. A change that an older installation would misread gets
the next VERSION. Version 1 did not have the fields in `SINCE_2`; for the rest it was the same.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Final, Literal, NamedTuple

from pydantic import Field, StringConstraints

from ibreflect.model.asking import HandedOutBy
from ibreflect.model.direction import DIRECTION_POINTS
from ibreflect.model.event import EventKind
from ibreflect.model.membership import PlaceKind, Position
from ibreflect.model.part import Version
from ibreflect.model.questionnaire import Questionnaire, RaterGroup
from ibreflect.model.round import Period
from ibreflect.model.taken import (
    Answer,
    Body,
    Count,
    Key,
    Level,
    Name,
    Note,
    Plain,
    SchoolYear,
    Sentence,
    Taken,
)
from ibreflect.model.taken_talks import TakenConversation
from ibreflect.model.taken_work import TakenGoal, TakenLogEntry, TakenReflection
from ibreflect.model.time import Moment
from ibreflect.model.voice import Mark

FORMAT: Final = "ibreflect-gegevens"
VERSION: Final = 2
SINCE_2 = ("goals", "log", "reflections", "conversations")


class TakenPosition(Taken):
    """As what somebody works or worked, and where; `until` is the last day."""

    position: Position
    place_kind: PlaceKind
    place: Annotated[str, StringConstraints(max_length=80)]
    since: date
    until: date | None


class TakenPerson(Taken):
    """Whose data it is."""

    name: Name
    address: Annotated[str, StringConstraints(max_length=254)]
    positions: tuple[TakenPosition, ...]


class TakenQuestionnaire(Taken):
    """A questionnaire in the very text that a round was filled in with."""

    id: Key
    version: Version
    text: Annotated[str, StringConstraints(min_length=1, max_length=262_144)]


class TakenAsked(Taken):
    """Which questionnaire, in which version."""

    id: Key
    version: Version


class TakenShare(Taken):
    """How much of the time (percent, 0-100) goes to a part of a split."""

    split: Key
    part: Key
    moment: Moment
    percent: Annotated[int, Field(ge=0, le=100)]


class TakenHeard(Taken):
    """What was shown of one statement in one voice; see `model.voice.Heard`."""

    value: Annotated[float, Field(ge=1, le=5)] | None
    n: Count
    common: Level | None
    reason: Plain | None
    bound: Literal["", "minstens", "hoogstens"]
    unity: Plain | None
    low: Level | None
    high: Level | None
    counts: Annotated[tuple[Count, ...], Field(min_length=5, max_length=5)] | None
    unseen: bool


class TakenVoice(Taken):
    """One perspective on a questionnaire as it was shown; see `model.voice.Voice`."""

    mark: Mark
    groups: tuple[RaterGroup, ...]
    n: Count
    floor: Count
    at_least: bool
    reason: Plain
    heard: dict[Key, TakenHeard]


class TakenOthers(Taken):
    """What others said in a round, as it was shown after asking had ended."""

    opens_on: date
    closes_on: date
    floors: dict[RaterGroup, Annotated[int, Field(ge=3, le=20)]]
    asked: Annotated[tuple[Key, ...], Field(min_length=1)]
    region: Key
    handed_out_by: HandedOutBy
    voices: dict[Key, tuple[TakenVoice, ...]]
    remarks: dict[Key, tuple[Body, ...]]
    leader_remarks: dict[Key, Body]


class TakenRound(Taken):
    """A round: what was asked and everything the ib'er gave in it."""

    school: Name
    school_year: SchoolYear
    period: Period
    is_open: bool
    handed_in: bool
    asked: Annotated[tuple[TakenAsked, ...], Field(min_length=1, max_length=20)]
    answers: dict[Key, Answer]
    context: dict[Key, Key]
    texts: dict[Key, Body]
    time: tuple[TakenShare, ...]
    others: TakenOthers | None


class TakenDirection(Taken):
    """The direction of a school as it was recorded on a day: a point (1-5), and why."""

    school: Name
    recorded_on: date
    point: Annotated[int, Field(ge=1, le=len(DIRECTION_POINTS))]
    reason: Body


class TakenLevel(Taken):
    """What was agreed about one topic: a level (1-5), with a note that may be empty."""

    level: Level
    note: Note


class TakenAgreement(Taken):
    """What was agreed about mandates on a day, by topic."""

    school: Name
    number: Annotated[int, Field(ge=1)]
    agreed_on: date
    review_on: date
    asked: TakenAsked
    agreed: Annotated[dict[Key, TakenLevel], Field(min_length=1)]


class TakenSharing(Taken):
    """What the ib'er let somebody see, as what they were; moments are in UTC."""

    shared_at: datetime
    school: Name
    school_year: str
    period: Period
    parts: tuple[Key, ...]
    reader: tuple[Position, ...]
    until: date
    withdrawn: bool


class TakenEvent(Taken):
    """Something that was done by or with the data of this person; moments are in UTC."""

    at: datetime
    kind: EventKind
    by: Literal["self", "somebody_else", "nobody"]
    says: Sentence


class TakeAway(Taken):
    """The whole file."""

    format: Literal["ibreflect-gegevens"]
    version: Literal[2]
    made_on: date
    person: TakenPerson
    questionnaires: Annotated[tuple[TakenQuestionnaire, ...], Field(max_length=100)]
    rounds: Annotated[tuple[TakenRound, ...], Field(max_length=500)]
    directions: Annotated[tuple[TakenDirection, ...], Field(max_length=2000)]
    agreements: Annotated[tuple[TakenAgreement, ...], Field(max_length=2000)]
    goals: Annotated[tuple[TakenGoal, ...], Field(max_length=2000)]
    log: Annotated[tuple[TakenLogEntry, ...], Field(max_length=20_000)]
    reflections: Annotated[tuple[TakenReflection, ...], Field(max_length=2000)]
    conversations: Annotated[tuple[TakenConversation, ...], Field(max_length=2000)]
    shares: Annotated[tuple[TakenSharing, ...], Field(max_length=10_000)]
    events: Annotated[tuple[TakenEvent, ...], Field(max_length=100_000)]


class Readable(NamedTuple):
    """What somebody takes along, with the questionnaires of it read, by id and version."""

    taken: TakeAway
    questionnaires: Mapping[tuple[str, str], Questionnaire]


def json_bytes(taken: TakeAway) -> bytes:
    """The file: JSON in UTF-8, two spaces deep, letters as they are."""
    return taken.model_dump_json(indent=2).encode() + b"\n"
