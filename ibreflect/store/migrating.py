"""Bringing a database up to date: numbered SQL files, each in one transaction with its record."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ibreflect.errors import StoreError
from ibreflect.store import trouble

FOLDER = Path(__file__).parent / "migrations"

_RECORDS = """
    create table if not exists migration (
        number integer primary key,
        name varchar not null,
        sha256 varchar not null
    )
"""
_APPLIED = "select number, sha256 from migration order by number"
_RECORD = "insert into migration (number, name, sha256) values ($1, $2, $3)"

Run = Callable[..., list[tuple[Any, ...]]]


class Migration(NamedTuple):
    """One numbered SQL file."""

    number: int
    name: str
    sql: str

    @property
    def sha256(self) -> str:
        """Checksum of the file's text."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def migrations(folder: Path = FOLDER) -> Iterator[Migration]:
    """The migrations of this release, in order."""
    for file in sorted(folder.glob("[0-9]*.sql")):
        yield Migration(int(file.name.split("_")[0]), file.name, file.read_text(encoding="utf-8"))


def migrate(run: Run, folder: Path = FOLDER) -> None:
    """Apply what is missing. Raises StoreError as `missing` does; then nothing is changed."""
    run(_RECORDS)
    for migration in missing(run, folder):
        _apply(run, migration)


def missing(run: Run, folder: Path = FOLDER) -> tuple[Migration, ...]:
    """The migrations that the database does not have yet, in order.

    StoreError when a newer release has changed the database, or when a file that was applied
    before has been edited since.
    """
    applied: dict[int, str] = dict(run(_APPLIED))
    known = tuple(migrations(folder))
    if not set(applied) <= {migration.number for migration in known}:
        raise trouble.newer_release()
    for migration in known:
        if applied.get(migration.number, migration.sha256) != migration.sha256:
            raise StoreError(
                f"De migratie {migration.name} is veranderd nadat zij op deze database is "
                "toegepast. Zet het bestand terug zoals het was; een verandering krijgt een nieuw "
                "nummer. De database is niet veranderd."
            )
    return tuple(migration for migration in known if migration.number not in applied)


def _apply(run: Run, migration: Migration) -> None:
    run("begin")
    try:
        for statement in statements(migration.sql):
            run(statement)
        run(_RECORD, migration.number, migration.name, migration.sha256)
    except BaseException:
        run("rollback")
        raise
    run("commit")


def statements(sql: str) -> Iterator[str]:
    """The statements of a migration file; comment lines are left out."""
    lines = (line for line in sql.splitlines() if not line.strip().startswith("--"))
    yield from (part.strip() for part in "\n".join(lines).split(";") if part.strip())
