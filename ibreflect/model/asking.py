"""Asking others (the 360): the rules it began with, who is asked, and who looks along."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from ibreflect.model.questionnaire import RaterGroup

ANONYMOUS = (RaterGroup.TEACHER, RaterGroup.COLLEAGUE, RaterGroup.BOARD, RaterGroup.PARENT)
"""The groups of which nobody is named."""

GROUP_WORDS = {
    RaterGroup.SCHOOL_LEADER: "schoolleider",
    RaterGroup.TEACHER: "leraren",
    RaterGroup.COLLEAGUE: "collega's",
    RaterGroup.BOARD: "bestuur en samenwerkingsverband",
    RaterGroup.PARENT: "ouders",
}

CONTACT = "samenwerking"
"""Under which is kept how often somebody works together with the ib'er; no statement's id."""

CONTACT_WORDS = (
    "niet of nauwelijks",
    "een paar keer per jaar",
    "elke maand",
    "elke week",
    "bijna elke dag",
)


class RemarkTopic(NamedTuple):
    """An open question to others."""

    topic: str
    text: str


REMARK_TOPICS = (
    RemarkTopic("meer", "Wat doet de ib'er waar jij meer van wilt zien?"),
    RemarkTopic("anders", "Wat zou je anders willen, en hoe ziet dat er dan uit?"),
    RemarkTopic("nodig", "Wat heeft de ib'er nodig van de school om dit te kunnen doen?"),
)


def remark_topics(group: RaterGroup) -> tuple[RemarkTopic, ...]:
    """The open questions for a group; parents get one."""
    return REMARK_TOPICS[:1] if group is RaterGroup.PARENT else REMARK_TOPICS


class HandedOutBy(StrEnum):
    """Who brings the links to the people."""

    MAIL = "mail"
    SELF = "self"
    SECOND = "second"


class Rules(NamedTuple):
    """What was fixed when asking began; respondents read it before they start.

    `closes_on` is the last day. `floors` has, for each group that is not named, from how many
    people on it is shown. `asked` are the ids of the questionnaires of the round that others answer
    too.
    """

    opens_on: date
    closes_on: date
    floors: Mapping[RaterGroup, int]
    asked: tuple[str, ...]
    region: str
    reply_name: str
    reply_address: str
    handed_out_by: HandedOutBy


class Stage(StrEnum):
    """How far asking is."""

    NOT_BEGUN = "not_begun"
    NOT_YET = "not_yet"
    OPEN = "open"
    CLOSED = "closed"


class Invitee(NamedTuple):
    """Somebody who is asked; `name` and `address` may be empty."""

    invitee_id: UUID
    group: RaterGroup
    name: str
    address: str
    has_link: bool


class Task(StrEnum):
    """What the second person may do with the list."""

    ADD = "add"
    AGREE = "agree"
    HAND_OUT = "hand_out"


class SecondPerson(NamedTuple):
    """Somebody who looks at the list with the ib'er."""

    name: str
    task: Task
    has_agreed: bool
