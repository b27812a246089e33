"""Under which topics a preparation keeps what was filled in."""

from ibreflect.model.sharing import Part
from ibreflect.model.time import Moment

YES, NO = "ja", "nee"
EITHER = frozenset({YES, NO})
"""Whether something is brought along, or put on the table."""


def point(point_id: str) -> str:
    """Under which an answer (1-5) to a point is kept."""
    return f"punt:{point_id}"


def brought(question_id: str) -> str:
    """Under which is kept whether the answer to a private question is brought along."""
    return f"mee:{question_id}"


def theme(theme_id: str) -> str:
    """Under which is kept whether a theme is on the table; it is, unless the ib'er says no."""
    return f"thema:{theme_id}"


def part(part: Part) -> str:
    """Under which is kept whether a part of the picture is put on the table."""
    return f"deel:{part}"


def reflection(answer_id: str) -> str:
    """Under which is kept whether an answer to a reflection question is put on the table."""
    return f"reflectie:{answer_id}"


def entry(entry_id: str) -> str:
    """Under which is kept whether an entry of the log is put on the table."""
    return f"logboek:{entry_id}"


def time(part_id: str, moment: Moment) -> str:
    """Under which the percent of a part of the week is kept, now or as wished."""
    return f"tijd:{part_id}:{moment}"
