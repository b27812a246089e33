"""A table that holds something of a person is known to the erasure of persons."""

import re

import pytest

from ibreflect.store.erasure import PERSONAL_TABLES
from tests.architecture.source import STORE

PERSONAL = {"person_id", "round_id", "response_id"}

_CREATE = re.compile(
    r"create\s+table\s+(?:if\s+not\s+exists\s+)?(\w+)\s*\((.*?)\)\s*;", re.IGNORECASE | re.DOTALL
)
_ADD_COLUMN = re.compile(
    r"alter\s+table\s+(\w+)\s+add\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?(\w+)", re.IGNORECASE
)
_COMMENT = re.compile(r"--[^\n]*")


def test_every_personal_table_can_be_erased() -> None:
    personal = {table for table, columns in _tables(_migrations()).items() if columns & PERSONAL}
    assert personal
    assert not personal - _erasable()


def test_erasure_knows_existing_tables_only() -> None:
    assert not _erasable() - _tables(_migrations()).keys()


@pytest.mark.parametrize(
    "script",
    [
        "create table note (\n  note_id uuid,\n  person_id uuid not null\n);",
        "CREATE TABLE IF NOT EXISTS note (person_id uuid, primary key (person_id));",
        "create table note (note_id uuid); -- a note\nalter table note add column person_id uuid;",
    ],
)
def test_a_personal_column_is_seen(script: str) -> None:
    assert "person_id" in _tables(script)["note"]


def _migrations() -> str:
    files = sorted((STORE / "migrations").glob("*.sql"))
    assert files
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def _tables(script: str) -> dict[str, set[str]]:
    """The words of each table's definition: its columns are among them."""
    bare = _COMMENT.sub("", script)
    tables = {name: set(re.findall(r"\w+", body)) for name, body in _CREATE.findall(bare)}
    for name, column in _ADD_COLUMN.findall(bare):
        tables.setdefault(name, set()).add(column)
    return tables


def _erasable() -> set[str]:
    return {table[0] for table in PERSONAL_TABLES}
