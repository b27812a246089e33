"""What every part of the file that somebody takes along is made of."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ibreflect.model.questionnaire import NonAnswer

Name = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Body = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Free = Annotated[str, StringConstraints(max_length=4000)]
Note = Annotated[str, StringConstraints(max_length=200)]
Key = Annotated[str, StringConstraints(min_length=1, max_length=80)]
SchoolYear = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}/20[0-9]{2}$")]
Level = Annotated[int, Field(ge=1, le=5)]
Count = Annotated[int, Field(ge=0, le=10_000)]
Answer = Level | NonAnswer
# A sentence of ibreflect itself, which the screens do not escape.
Plain = Annotated[str, StringConstraints(max_length=300, pattern=r"^[\w .,;'’“”()%–-]*$")]
Sentence = Annotated[str, StringConstraints(max_length=1000)]


class Taken(BaseModel):
    """A part of the file: frozen, and without a field that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, strict=True)
