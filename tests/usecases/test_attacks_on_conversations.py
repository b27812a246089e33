"""Whatever anybody tries, nobody gets to read what somebody else kept to themselves."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ibreflect.errors import NotAllowedError
from ibreflect.model.person import Person
from ibreflect.usecases import view_talk
from tests.usecases import conversations_attacked as attacked
from tests.usecases.conversations_attacked import (
    ACTORS,
    ACTS,
    AN,
    CAS,
    ELS,
    FAR_COACH,
    OVER,
    STORIES,
    Act,
    Told,
    World,
)
from tests.usecases.talks import TODAY

_WORD = re.compile(r"kanarie-[\w-]+")
OWN_OF_AN = {"kanarie-logboek-0", "kanarie-logboek-1", "kanarie-waarom", "kanarie-kennis"}
AT_A_TABLE = (AN, CAS, ELS)
OUTSIDERS = [each for each in ACTORS if each not in AT_A_TABLE]
TRY = st.tuples(st.sampled_from((*ACTORS, *AT_A_TABLE)), st.integers(0, 1), st.sampled_from(ACTS))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two-conversations")
    attacked.make(folder)
    return folder


@pytest.mark.parametrize("story", STORIES, ids=len)
@settings(max_examples=2, deadline=None)
@example(tries=[], outsider=FAR_COACH)
@given(
    tries=st.lists(TRY, max_size=6),
    outsider=st.sampled_from(OUTSIDERS),
)
def test_nobody_reads_what_another_kept_to_themselves(
    template: Path,
    story: Sequence[tuple[Person, Act]],
    tries: list[tuple[Person, int, Act]],
    outsider: Person,
) -> None:
    with TemporaryDirectory() as folder, attacked.opened(template, Path(folder)) as world:
        for actor, act in story:
            attacked.attempt(world, world.told[0], actor, act)
        for actor, which, act in tries:
            attacked.attempt(world, world.told[which], actor, act)
        for actor in (*AT_A_TABLE, outsider):
            _reads_only_what_they_may(world, actor, TODAY)
        _reads_only_what_they_may(world, CAS, OVER)


def _reads_only_what_they_may(world: World, actor: Person, day: date) -> None:
    allowed = set(OWN_OF_AN) if actor == AN else set()
    for told in world.told:
        allowed |= told.may_read(actor, day)
    for told in world.told:
        found = {*_WORD.findall(attacked.obtained(world, told, actor, day))}
        assert found <= allowed, (actor.name, day, found - allowed)
        _answers_of_the_other(told, actor, day)


def _answers_of_the_other(told: Told, actor: Person, day: date) -> None:
    seat = told.seat_of(actor)
    if seat is None:
        with pytest.raises(NotAllowedError):
            view_talk.talk(told.table.store, actor, told.table._replace(today=day).at())
        return
    seen = view_talk.talk(told.table.store, actor, told.table._replace(today=day).at())
    other = next(side for side in seen.sides if side.seat is seat.other)
    assert told.is_shown(seat, day) or not (other.steps or other.percents or other.told)


def test_what_may_be_read_is_read(template: Path, tmp_path: Path) -> None:
    """Looking does find: both brought everything, wrote at the table and read it; nobody else."""
    fill, bring, choose, ready, _, begin, write, end, close, *_ = ACTS
    with attacked.opened(template, tmp_path) as world:
        told = world.told[0]
        both = (told.table.owner, told.table.partner)
        for act, actor in product((fill, bring, choose, ready, begin, write, end, close), both):
            attacked.attempt(world, told, actor, act)
        assert told.has_begun
        for actor in both:
            found = {*_WORD.findall(attacked.obtained(world, told, actor, TODAY))}
            assert len(found & told.may_read(actor, TODAY)) >= 6
        for actor in (*both, *OUTSIDERS):
            _reads_only_what_they_may(world, actor, TODAY)
