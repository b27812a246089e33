"""An installation of the test's own, and people with scans in it."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, Kind
from ibreflect.model.round import RoundId, term_of
from ibreflect.questionnaires.load import Instrument, load_folder
from ibreflect.settings import read_settings
from ibreflect.store import answers
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.store.vault import folder_beside
from ibreflect.usecases import fill_in, people, rounds
from ibreflect.usecases.demo.build import build

LONG_AGO = date(2020, 9, 14)
SCHOOL = "De Wilg"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where this installation keeps its database; there is none yet."""
    path = tmp_path / "ibreflect.duckdb"
    monkeypatch.setenv("IBREFLECT_STORE", str(path))
    yield path
    close_stores()


@pytest.fixture
def store(place: Path) -> Store:
    """The database of this installation, the same one that the pages use."""
    return open_store(place)


@pytest.fixture
def noor(store: Store) -> Person:
    """The owner: introduced, and without any round."""
    people.introduce(store, name="Noor", school=SCHOOL, today=LONG_AGO)
    owner = people.owner(store)
    assert owner is not None
    return owner


@pytest.fixture
def round_id(store: Store, noor: Person) -> RoundId:
    """A round of Noor that is open, without an answer."""
    return begin(store, noor)


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database filled with example data, to copy."""
    path = tmp_path_factory.mktemp("example") / "example.duckdb"
    modules = [each for each in offered() if each.questionnaire.kind is Kind.MODULE]
    store = Store(path)
    build(store, (instrument(), *modules), scale=0.05, seed=1, today=date(2026, 11, 2))
    store.close()
    return path


@pytest.fixture
def example(place: Path, example_file: Path) -> Store:
    """An installation filled with example data."""
    shutil.copyfile(example_file, place)
    shutil.copytree(folder_beside(example_file), folder_beside(place), dirs_exist_ok=True)
    return open_store(place)


def offered() -> tuple[Instrument, ...]:
    """All that this installation offers."""
    return load_folder(read_settings().questionnaires)


def instrument() -> Instrument:
    """The questionnaire that this installation offers."""
    return next(each for each in offered() if each.questionnaire.kind is Kind.CORE)


def begin(store: Store, actor: Person, day: date = LONG_AGO, school: str = SCHOOL) -> RoundId:
    """The id of a new round in the term of that day."""
    wish = rounds.Wish(school=school, term=term_of(day), instrument=instrument())
    return rounds.start(store, actor, wish, today=day)


def fill(store: Store, actor: Person, round_id: UUID, given: Mapping[str, Given]) -> None:
    """Give these answers in a round and hand the scan in."""
    for item_id, each in given.items():
        fill_in.save(store, actor, round_id, item_id=item_id, given=each)
    fill_in.hand_in(store, actor, round_id)


def kept(store: Store, actor: Person, round_id: UUID) -> dict[str, Given]:
    """What is on disk of a scan: the newest answer per item."""
    response_id = rounds.one(store, actor, round_id).response_id
    return {item: each.given for item, each in answers.newest(store, response_id).items()}


def everywhere(value: int) -> dict[str, Given]:
    """The same answer to every item."""
    return {item.id: value for item in instrument().questionnaire.items}
