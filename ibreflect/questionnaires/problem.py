"""What can be wrong with a file, said to the person who edits it."""

import re
from typing import NamedTuple

KeyPath = tuple[str | int, ...]
"""Where something stands in a questionnaire file: keys and positions, from the top down."""

MAX_SHOWN = 60

INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\ud800-\udfff\ue000-\uf8ff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Characters that steer a screen instead of showing on it: control, bidi, zero width, private."""


class Finding(NamedTuple):
    """Something wrong at a place in the file; `line` only when the place alone does not tell it."""

    path: KeyPath
    what: str
    remedy: str
    line: int | None = None


class Problem(NamedTuple):
    """One thing an editor has to repair; `str()` gives the Dutch sentence.

    `line` counts from 1; 0 when the problem is that of a folder. In a spreadsheet it is the row of
    `sheet`.
    """

    file: str
    line: int
    place: str
    what: str
    remedy: str
    sheet: str = ""

    def __str__(self) -> str:
        sheet = f"blad {self.sheet}" if self.sheet else ""
        line = f"{'rij' if self.sheet else 'regel'} {self.line}" if self.line else ""
        where = ", ".join(part for part in (self.file, sheet, line, self.place) if part)
        return f"{where}: {self.what}. {self.remedy}"


def shown(text: str) -> str:
    """The text on one line, without invisible characters, cut off after 60 characters."""
    visible = INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", text[: MAX_SHOWN + 1])
    line = re.sub(r"\s", " ", visible)
    return line if len(line) <= MAX_SHOWN else f"{line[:MAX_SHOWN]}…"


def quoted(text: str) -> str:
    """`shown`, between quotation marks."""
    return f"'{shown(text)}'"
