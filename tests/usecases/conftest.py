"""An empty database, two people, and a round of the first one."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.model.person import Person
from ibreflect.model.round import RoundId
from ibreflect.store.connection import Store
from tests.store import scans


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "ibreflect.duckdb")
    yield opened
    opened.close()


@pytest.fixture
def actor() -> Person:
    return Person(UUID(int=1), "Noor")


@pytest.fixture
def somebody_else() -> Person:
    return Person(UUID(int=2), "Sam")


@pytest.fixture
def round_id(store: Store, actor: Person) -> RoundId:
    return scans.begin(store, actor)
