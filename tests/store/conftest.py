"""An empty database in a folder of the test's own, and somebody to fill it."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.model.person import Person
from ibreflect.store.connection import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ibreflect.duckdb"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    opened = Store(path)
    yield opened
    opened.close()


@pytest.fixture
def actor() -> Person:
    return Person(UUID(int=1), "Noor")


@pytest.fixture
def somebody_else() -> Person:
    return Person(UUID(int=2), "Sam")
