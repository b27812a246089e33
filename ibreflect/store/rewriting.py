"""Writing the database file anew: what was deleted can then not be read from its free blocks."""

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

_FOLD = "checkpoint"
_ATTACH = "attach '{}' as kept (read_only)"
_COPY = "copy from database kept to fresh"


class Gate:
    """Lets through many at once, or one who is alone."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside = 0
        self._closed = False

    @contextmanager
    def together(self) -> Iterator[None]:
        """Be inside with others, never with somebody who is alone."""
        with self._changed:
            self._changed.wait_for(lambda: not self._closed)
            self._inside += 1
        try:
            yield
        finally:
            with self._changed:
                self._inside -= 1
                self._changed.notify_all()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be inside when everybody has left; who comes meanwhile waits."""
        with self._changed:
            self._changed.wait_for(lambda: not self._closed)
            self._closed = True
            self._changed.wait_for(lambda: self._inside == 0)
        try:
            yield
        finally:
            with self._changed:
                self._closed = False
                self._changed.notify_all()


def rewrite(path: Path) -> None:
    """Replace the database file by a copy that holds only what is in its tables.

    Nobody may have it open. Rows keep their order, sequences their state. Raises duckdb.Error or
    OSError when the disk refuses; then the file is as it was.
    """
    with duckdb.connect(str(path)) as database:
        database.execute(_FOLD)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".ibreflect-") as folder:
        fresh = Path(folder) / "fresh.duckdb"
        with duckdb.connect(str(fresh)) as target:
            target.execute(_ATTACH.format(_quoted(path)))
            target.execute(_COPY)
            target.execute(_FOLD)
        fresh.replace(path)


def _quoted(path: Path) -> str:
    """Only names of databases and files cannot be given as parameters."""
    return str(path).replace("'", "''")
