"""The file by which a scan from somebody's own computer counts in a network: format, version 1.

Outside it says what it is and of which invite; inside, sealed under the code of that invite, what
one scan adds, or that the ib'er stops. It has no name, no school, no text and no answer.
"""

from datetime import date
from typing import Annotated, Final, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, TypeAdapter, model_validator

from ibreflect.model.assignment import CONTEXT_FIELDS
from ibreflect.model.network import SUBGROUPS, Added
from ibreflect.model.questionnaire import ItemId
from ibreflect.model.round import Period, SchoolTerm
from ibreflect.model.taken import SchoolYear, Taken
from ibreflect.model.time import WHOLE, WORK

KIND: Final = "ibreflect-netwerkscan"
VERSION: Final = 1
MAX_BYTES: Final = 200_000

_PART = "[a-z][a-z0-9_]{1,39}"
ScaleKey = Annotated[
    str, StringConstraints(pattern=rf"^[a-z0-9][a-z0-9-]{{1,59}}/{_PART}(\+{_PART}){{0,2}}$")
]
Items = Annotated[frozenset[ItemId], Field(max_length=1000)]
_OPTIONS = {each.field: each.options for each in CONTEXT_FIELDS if each.field in SUBGROUPS}
_PARTS = {part.part_id for part in WORK.parts}


class Envelope(Taken):
    """The outside: what it is, in which version, of which invite, and the sealed inside."""

    soort: Literal["ibreflect-netwerkscan"]
    versie: Literal[1]
    netwerk: UUID
    inhoud: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+={0,2}$")]


class FiledAdded(Taken):
    """What a scan adds, as `model.network.Added`; of the context card what parts a network."""

    choices: dict[str, str]
    values: Annotated[dict[ScaleKey, Annotated[float, Field(ge=1, le=5)]], Field(max_length=500)]
    gaps: Annotated[dict[ScaleKey, Annotated[float, Field(ge=-4, le=4)]], Field(max_length=500)]
    judged: Items
    unseen: Items
    mapped: Items
    unsure: Items
    time: dict[str, Annotated[int, Field(ge=0, le=WHOLE)]]

    @model_validator(mode="after")
    def _fits(self) -> Self:
        """Choices that can be chosen, statements out of those that were asked, a whole week."""
        if any(choice not in _OPTIONS.get(field, {}) for field, choice in self.choices.items()):
            raise ValueError("unknown choice")
        if not (self.unseen <= self.judged and self.unsure <= self.mapped):
            raise ValueError("statement that was not asked")
        if self.time and (self.time.keys() - _PARTS or sum(self.time.values()) != WHOLE):
            raise ValueError("no whole week")
        return self

    @classmethod
    def of(cls, added: Added) -> Self:
        """What goes into a file of what a scan adds."""
        return cls(
            choices={
                field: choice
                for field, choice in added.choices.items()
                if choice in _OPTIONS.get(field, {})
            },
            values=dict(added.values),
            gaps=dict(added.gaps),
            judged=added.judged,
            unseen=added.unseen,
            mapped=added.mapped,
            unsure=added.unsure,
            time=dict(added.time),
        )

    def added(self) -> Added:
        """What the scan of the file adds."""
        return Added(
            choices=self.choices,
            values=self.values,
            gaps=self.gaps,
            judged=self.judged,
            unseen=self.unseen,
            mapped=self.mapped,
            unsure=self.unsure,
            time=self.time,
        )


class FiledScan(Taken):
    """A scan that may count in the figures of the network until and with a day."""

    kind: Literal["scan"]
    scope: Literal["network_figures"]
    made_on: date
    until: date
    school_year: SchoolYear
    period: Period
    scan_id: UUID
    added: FiledAdded

    @property
    def term(self) -> SchoolTerm:
        """Of when the scan is."""
        return SchoolTerm(self.school_year, self.period)


class FiledStop(Taken):
    """That nothing counts any more of what was made until and with a day."""

    kind: Literal["stop"]
    made_on: date


FILED: TypeAdapter[FiledScan | FiledStop] = TypeAdapter(
    Annotated[FiledScan | FiledStop, Field(discriminator="kind")]
)
"""Reads and writes the inside."""
