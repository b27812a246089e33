"""A report holds only what was said and agreed at the table: nothing that anybody brought there."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibreflect.errors import InputError
from ibreflect.model import topics
from ibreflect.model.conversation import Decision
from ibreflect.model.guide import Seat
from ibreflect.model.report import Closing
from ibreflect.store import talks as kept
from ibreflect.usecases import agreeing, log_entries, private_notes, reflection, talking
from tests.usecases import conversations_attacked as attacked
from tests.usecases import talks
from tests.usecases.conversations_attacked import AN
from tests.usecases.talks import Table

THEMES = [theme.id for theme in talks.guide().guide.themes]
PRIVATE, AT_TABLE = "kanarie", "ekster"
MANDATE = {"MI1": "mandaat", "MI2": "mandaat", "X1": "mandaat"}


class Talk(NamedTuple):
    """What is brought, what is said and what is agreed."""

    off: set[str]
    brought: bool
    chosen: bool
    filled: set[Seat]
    said: set[str]
    decided: set[str]
    goals: int
    again: bool


TALKS = st.builds(
    Talk,
    off=st.sets(st.sampled_from(THEMES)),
    brought=st.booleans(),
    chosen=st.booleans(),
    filled=st.sets(st.sampled_from(Seat)),
    said=st.sets(st.sampled_from(THEMES)),
    decided=st.sets(st.sampled_from(sorted(MANDATE))),
    goals=st.integers(0, 3),
    again=st.booleans(),
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("table")
    attacked.make(folder)
    return folder


@settings(max_examples=15, deadline=None)
@given(talk=TALKS)
def test_a_report_holds_nothing_that_was_not_put_on_the_table(template: Path, talk: Talk) -> None:
    with TemporaryDirectory() as folder, attacked.opened(template, Path(folder)) as world:
        table = world.told[0].table
        _prepare(table, talk)
        table.begin()
        expected = _held(table, talk)
        talking.end(table.store, table.owner, table.at())
        goals = tuple(talks.goal(f"{AT_TABLE} doel {number}") for number in range(talk.goals))
        table.keep(Closing(goals))
        table.confirm()
        if talk.again and "rollen" not in talk.off:
            talking.write(table.store, table.owner, table.at(), "rollen", f"{AT_TABLE} later")
            table.confirm(Seat.OWNER)
        _holds_the_table_only(table, expected | {each.behaviour for each in goals})


def _prepare(table: Table, talk: Talk) -> None:
    """Every text that is brought has the same mark, whether or not it lies on the table."""
    for seat in talk.filled:
        for topic in attacked.OF_SEAT[seat]:
            table.fill(seat, {topic: f"{PRIVATE} {topic}", "punt:r1": "1"})
        if talk.brought:
            table.fill(seat, {topics.brought(attacked.OF_SEAT[seat][1]): topics.YES})
        private_notes.keep(table.store, table.who(seat), table.at(), f"{PRIVATE} notitie")
    table.fill(Seat.OWNER, {topics.theme(each): topics.NO for each in talk.off})
    if talk.chosen:
        entries = [str(each.entry_id) for each in log_entries.mine(table.store, AN)]
        answers = [each.answer_id for each in reflection.answers(table.store, AN)]
        chosen = [*map(topics.entry, entries), *map(topics.reflection, answers)]
        table.fill(Seat.OWNER, dict.fromkeys(chosen, topics.YES))


def _held(table: Table, talk: Talk) -> set[str]:
    """What was said and decided; about a theme that is off the table nothing can be."""
    store, an, at = table.store, table.owner, table.at()
    there = set()
    for theme in talk.said:
        if theme in talk.off:
            with pytest.raises(InputError):
                talking.write(store, an, at, theme, f"{PRIVATE} van tafel")
            continue
        talking.write(store, an, at, theme, f"{AT_TABLE} over {theme}")
        there.add(f"{AT_TABLE} over {theme}")
    for topic in talk.decided:
        if MANDATE[topic] in talk.off:
            with pytest.raises(InputError):
                talking.decide(store, an, at, Decision(topic, 2, f"{PRIVATE} van tafel"))
            continue
        talking.decide(store, an, at, Decision(topic, 2, f"{AT_TABLE} besluit {topic}"))
        there.add(f"{AT_TABLE} besluit {topic}")
    return there


def _holds_the_table_only(table: Table, expected: set[str]) -> None:
    for seat in Seat:
        page = table.page(seat)
        assert PRIVATE not in repr(page)
        agreed = agreeing.agreed(page.versions)
        assert agreed
        texts = [each.body for each in agreed.said] + [each.note for each in agreed.decided]
        texts += [each.behaviour for each in agreed.closing.goals]
        assert sorted(texts) == sorted(expected)
    written = kept.reports(table.store, table.conversation_id, table.owner.person_id)
    assert written
    assert not [body for _, body, _ in written if PRIVATE in body]
