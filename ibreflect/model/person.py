"""People and schools."""

from typing import NamedTuple
from uuid import UUID


class Person(NamedTuple):
    """Somebody who works with the tool; also the actor that use cases are asked by."""

    person_id: UUID
    name: str


class School(NamedTuple):
    """A school at which somebody is ib'er."""

    school_id: UUID
    name: str
