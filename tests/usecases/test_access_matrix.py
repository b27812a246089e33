"""Every use case with an actor, tried by everybody on everything: let in or refused as written."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from contextlib import suppress
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibreflect import usecases
from ibreflect.errors import IbreflectError, NotAllowedError
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from tests.store import scans
from tests.usecases import (
    access_scene,
    access_to_desk,
    access_to_goals,
    access_to_networks,
    access_to_people,
    access_to_rounds,
    access_to_talks,
)
from tests.usecases.access_rules import Rule, administrator, anybody, reader
from tests.usecases.access_scene import Scene, State

TABLE = (
    *access_to_rounds.TABLE,
    *access_to_people.TABLE,
    *access_to_goals.TABLE,
    *access_to_desk.TABLE,
    *access_to_networks.TABLE,
    *access_to_talks.TABLE,
)
EACH = pytest.mark.parametrize("rule", TABLE, ids=[rule.name for rule in TABLE])

INSIDE = {
    "administering_positions.given",
    "exporting_talks.taken",
    "exporting_work.taken_goals",
    "exporting_work.taken_log",
    "exporting_work.taken_reflections",
    "importing_parts.keep_round",
    "importing_parts.places",
    "importing_work.keep",
    "importing_work.new",
}
"""Parts of use cases: in the transaction of one that has asked, or of taking one's own along."""

ABOUT_SIGNING_IN = {"event", "session"}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installation")
    access_scene.make(folder)
    return folder


@pytest.fixture(scope="module")
def scenes(
    template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[State, Scene]]:
    """One installation in each state, in which nothing may ever change."""
    folder = tmp_path_factory.mktemp("unchanged")
    with (
        access_scene.opened(folder / "0", template, State.FILLING_IN) as new,
        access_scene.opened(folder / "1", template, State.ASKING) as asking,
        access_scene.opened(folder / "2", template, State.ENDED) as ended,
    ):
        yield dict(zip(State, (new, asking, ended), strict=True))


def test_no_use_case_is_forgotten() -> None:
    assert _found() == {rule.name for rule in TABLE} | INSIDE


@EACH
def test_who_may_not_is_told_the_same_whether_it_is_there_or_not(
    rule: Rule, scenes: dict[State, Scene]
) -> None:
    scene = scenes[rule.state]
    before = _contents(scene.store)
    told = set()
    for actor, thing in product(scene.actors, scene.things):
        if not rule.who(scene, actor, thing):
            with pytest.raises(NotAllowedError) as refused:
                rule.act(scene, actor, thing)
            told.add((refused.type, str(refused.value)))
    assert len(told) <= 1
    assert _contents(scene.store) == before


@EACH
def test_who_may_is_let_in_and_sees_nothing_of_others(
    rule: Rule, template: Path, tmp_path: Path
) -> None:
    with access_scene.opened(tmp_path, template, rule.state) as scene:
        things = scene.things[:1] if rule.who in {administrator, anybody} else scene.things
        for actor, thing in product(scene.actors, things):
            if rule.who(scene, actor, thing):
                seen = repr(rule.act(scene, actor, thing))
                assert not [each for each in _private(scene, actor) if each in seen]


@settings(max_examples=20, deadline=None)
@given(
    state=st.sampled_from(State),
    tries=st.lists(
        st.tuples(st.sampled_from(TABLE), st.integers(0, 9), st.integers(0, 2)), max_size=8
    ),
)
def test_whatever_happened_before_who_may_not_changes_nothing(
    template: Path,
    state: State,
    tries: list[tuple[Rule, int, int]],
) -> None:
    with (
        TemporaryDirectory() as folder,
        access_scene.opened(Path(folder), template, state) as scene,
    ):
        for rule, who, what in tries:
            actor, thing = scene.actors[who], scene.things[what]
            before = _contents(scene.store)
            if rule.who(scene, actor, thing):
                with suppress(IbreflectError):  # it may be too late, or too early, for it
                    rule.act(scene, actor, thing)
                continue
            with pytest.raises(IbreflectError):
                rule.act(scene, actor, thing)
            assert _contents(scene.store) == before


def _found() -> set[str]:
    """Every public use case that somebody does something with, or that takes an unchecked id."""
    found = set()
    for module in pkgutil.iter_modules(usecases.__path__):
        here = importlib.import_module(f"{usecases.__name__}.{module.name}")
        for name, function in inspect.getmembers(here, inspect.isfunction):
            if function.__module__ == here.__name__ and not name.startswith("_"):
                takes = inspect.signature(function).parameters
                raw = "round_id" in takes and "RoundId" not in str(takes["round_id"].annotation)
                if "actor" in takes or raw:
                    found.add(f"{module.name}.{name}")
    return found


def _contents(store: Store) -> dict[str, list[dict[str, object]]]:
    kept = scans.contents(store)
    return {table: rows for table, rows in kept.items() if table not in ABOUT_SIGNING_IN}


def _private(scene: Scene, actor: Person) -> Iterator[str]:
    """What nobody sees of somebody else's: the round, and what was written in it."""
    for thing in scene.things:
        if actor != thing.owner:
            yield thing.text
            if not reader(scene, actor, thing):
                yield str(thing.round_id)
