"""What every part of a file that people edit has in common: its texts are plain texts."""

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
LongText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")]
SourceLine = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]+ r\.[0-9]+(-[0-9]+)?$")]

_MARKUP = re.compile(r"<\s*[/!A-Za-z]|&#?\w+;")


class Part(BaseModel):
    """A part of a file, frozen; a key that it does not know and HTML in a text are refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, populate_by_name=True
    )

    @field_validator("*", mode="after")
    @classmethod
    def _without_markup(cls, value: object) -> object:
        if any(isinstance(text, str) and _MARKUP.search(text) for text in _texts(value)):
            raise ValueError("html")
        return value


class SourceDocument(Part):
    """A document that items point to by its key and line."""

    file: Text = Field(alias="bestand", max_length=200)
    title: Text = Field(alias="titel", max_length=200)


def _texts(value: object) -> tuple[object, ...]:
    """The value itself, or what is in it when it is a list or a group of keys."""
    if isinstance(value, dict):
        return tuple(value.values())
    return value if isinstance(value, tuple) else (value,)
