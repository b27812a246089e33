"""An empty database, two people, a round of the first one, and another installation."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.model.person import Person
from ibreflect.model.round import RoundId
from ibreflect.store.connection import Store
from ibreflect.usecases import people
from tests.store import scans
from tests.usecases.organisation import LONG_AGO


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "ibreflect.duckdb")
    yield opened
    opened.close()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Store]:
    """Another installation, of somebody called Noor too."""
    opened = Store(tmp_path / "elders.duckdb")
    people.introduce(opened, name="Noor", school="De Linde", today=LONG_AGO)
    yield opened
    opened.close()


@pytest.fixture
def there(elsewhere: Store) -> Person:
    """Whose that other installation is."""
    found = people.owner(elsewhere)
    assert found is not None
    return found


@pytest.fixture
def actor() -> Person:
    return Person(UUID(int=1), "Noor")


@pytest.fixture
def somebody_else() -> Person:
    return Person(UUID(int=2), "Sam")


@pytest.fixture
def round_id(store: Store, actor: Person) -> RoundId:
    return scans.begin(store, actor)
