"""What is heard of others: whose answers they are, and what of them may be seen."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from ibreflect.model.questionnaire import RaterGroup


class Mark(StrEnum):
    """One perspective; the value is what figures and files call it."""

    SELF = "iber"
    SCHOOL_LEADER = "schoolleider"
    TEACHERS = "leraren"
    COLLEAGUES = "collegas"
    BOARD = "bestuur"
    PARENTS = "ouders"
    REST = "overig"
    TEAM = "team"


MARK_WORDS = {
    Mark.SELF: "ib'er",
    Mark.SCHOOL_LEADER: "schoolleider",
    Mark.TEACHERS: "leraren",
    Mark.COLLEAGUES: "collega's",
    Mark.BOARD: "bestuur",
    Mark.PARENTS: "ouders",
    Mark.REST: "overige collega's",
    Mark.TEAM: "team",
}
"""What people read instead of a mark."""

NAMED = (Mark.SELF, Mark.SCHOOL_LEADER)
"""The perspectives of one person, whose answers carry their name."""

MARK_OF = {
    RaterGroup.SCHOOL_LEADER: Mark.SCHOOL_LEADER,
    RaterGroup.TEACHER: Mark.TEACHERS,
    RaterGroup.COLLEAGUE: Mark.COLLEAGUES,
    RaterGroup.BOARD: Mark.BOARD,
    RaterGroup.PARENT: Mark.PARENTS,
}


class Heard(NamedTuple):
    """What may be seen of one statement in one voice.

    `value` (1-5) is somebody's own answer, or the mean of a group with one decimal; with `bound`
    "minstens" or "hoogstens" the mean is that or further out. `common` is the answer itself, or, of
    a group that chooses rather than rates, the one that more than half gave. `n` is the number of
    people behind it. `reason` says in Dutch why nothing is shown. Of groups that rate: `unity` says
    in Dutch whether they agree, all answers lie from `low` to `high`, and `counts` has how many
    gave 1, 2, 3, 4 and 5; each is None where that may not be told. `unseen` is true when more than
    half could not judge.
    """

    value: float | None
    n: int
    common: int | None
    reason: str | None
    bound: str = ""
    unity: str | None = None
    low: int | None = None
    high: int | None = None
    counts: tuple[int, ...] | None = None
    unseen: bool = False

    @property
    def is_divided(self) -> bool:
        """Whether a group that chooses gave no answer by more than half."""
        return self.reason is None and self.value is None and self.common is None


class Voice(NamedTuple):
    """One perspective on a questionnaire.

    `groups` are those whose answers are in it; none for the ib'er. `n` is the number of people who
    answered, or with `at_least` that or more; `floor` from how many on a group is shown. `heard`
    holds, by item id and wish id, only what may be seen; it is empty when `reason` says in Dutch
    why nothing is, and then `n` is 0.
    """

    mark: Mark
    groups: tuple[RaterGroup, ...]
    n: int
    floor: int
    heard: Mapping[str, Heard]
    reason: str
    at_least: bool = False

    @property
    def people(self) -> str:
        """How many people this is, in words of the screen: '5' or 'minstens 3'."""
        return f"minstens {self.n}" if self.at_least else str(self.n)

    @property
    def label(self) -> str:
        """What people call this voice."""
        return MARK_WORDS[self.mark]

    @property
    def is_group(self) -> bool:
        """Whether these are the answers of people who are not named."""
        return self.mark not in NAMED

    @property
    def reads_as(self) -> RaterGroup | None:
        """The group in whose words this voice read the statements; None for the ib'er's own."""
        return self.groups[0] if self.groups else None


class Snapshot(NamedTuple):
    """What others said in one round, as it was fixed when the asking closed.

    `voices` by questionnaire id, without the ib'er; `remarks` what was written, by topic, by people
    who are not named, and `leader_remarks` what the schoolleider wrote.
    """

    voices: Mapping[str, tuple[Voice, ...]]
    remarks: Mapping[str, tuple[str, ...]]
    leader_remarks: Mapping[str, str]
