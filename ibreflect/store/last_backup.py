"""When a copy of a database was last made: a day in a small file beside it, not in the database.

A copy says of itself only that it is one; and the database is not opened to write down that it was
copied.
"""

from contextlib import suppress
from datetime import date
from pathlib import Path


def note(store_path: Path, day: date) -> None:
    """Write down that a copy was made; a disk that refuses does not undo the copy."""
    with suppress(OSError):
        _beside(store_path).write_text(day.isoformat(), encoding="ascii")


def noted(store_path: Path) -> date | None:
    """The day on which the last copy was made, as far as is known."""
    try:
        return date.fromisoformat(_beside(store_path).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None


def _beside(store_path: Path) -> Path:
    return store_path.with_name(f"{store_path.name}.kopie")
