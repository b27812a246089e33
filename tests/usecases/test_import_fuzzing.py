"""Anything at all in a file from outside: it is taken, or refused as an error that people can read.

Another kind of error would fail the test by itself.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibreflect.errors import InputError
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import import_file, people
from tests.store import scans
from tests.usecases import taking_along
from tests.usecases.organisation import LONG_AGO
from tests.usecases.taking_along import propose, zipped

NAME = "ibreflect-gegevens.json"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One for all tests, because a file that is refused changes nothing in it."""
    opened = Store(tmp_path_factory.mktemp("import") / "ibreflect.duckdb")
    people.introduce(opened, name="Noor", school=scans.SCHOOL, today=LONG_AGO)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def actor(store: Store) -> Person:
    owner = people.owner(store)
    assert owner is not None
    return owner


@pytest.fixture(scope="module")
def content(store: Store, actor: Person) -> bytes:
    taking_along.full_person(store, actor)
    taking_along.talk(store, actor)
    return taking_along.file_of(store, actor)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(data=st.data())
@settings(max_examples=60)
def test_anything_in_any_place_is_taken_or_refused_in_words(
    store: Store, actor: Person, content: bytes, data: st.DataObject
) -> None:
    tree = json.loads(content)
    group, key = data.draw(st.sampled_from(list(_places(tree))))
    group[key] = data.draw(JSON)
    with suppress(InputError):
        propose(store, actor, json.dumps(tree).encode())


def _places(tree: Any) -> Any:
    """Every group or list with each of its keys, so that anything can be put there."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, inner in list(pairs):
        yield tree, key
        if isinstance(inner, dict | list):
            yield from _places(inner)


@given(cut=st.integers(0, 10_000), byte=st.integers(0, 255))
@settings(max_examples=60)
def test_a_damaged_zip_file_is_taken_or_refused_in_words(
    content: bytes, cut: int, byte: int
) -> None:
    damaged = bytearray(zipped({NAME: content}))
    damaged[cut % len(damaged)] = byte
    with suppress(InputError):
        import_file.read(bytes(damaged))
