"""Entries of the logboek as they are kept: whole, in order, and only by whose they are."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.model.log import Content, Entry, Kind, Place, Step
from ibreflect.model.person import School
from ibreflect.model.role import REGIONS
from ibreflect.store import erasing, log, people
from ibreflect.store.connection import Store

DAY = date(2026, 11, 3)
SOMEBODY_ELSE = UUID(int=2)
CONTENTS = (
    Content(Kind.BUMPY_MOMENT, DAY, "Het liep vast.", "gedrag", "Samen gekeken.", "Kom terug."),
    Content(Kind.ACTIVITY, DAY, "Meegekeken.", roles=REGIONS[-1], minutes=600, is_planned=True),
    Content(Kind.ACTIVITY, DAY, "Gesprek.", roles=REGIONS[0], minutes=5, is_planned=False),
    Content(Kind.QUESTION, DAY, "Hoe verder?", step=Step.NOTHING),
    Content(Kind.EFFECT, DAY, "De les begint rustig.", place=Place.LEARNING),
)


@pytest.fixture
def school(store: Store) -> School:
    people.become_owner(store, "Noor", "De Wilg", DAY)
    (owner,) = people.everybody(store)
    return people.schools_of(store, owner.person_id)[0]


@pytest.fixture
def me(store: Store, school: School) -> UUID:
    (owner,) = people.everybody(store)
    return owner.person_id


@pytest.mark.parametrize("content", CONTENTS, ids=lambda each: each.what)
def test_an_entry_is_read_as_it_was_written(
    store: Store, me: UUID, school: School, content: Content
) -> None:
    entry = Entry(uuid4(), school, content)
    log.add(store, me, entry)
    assert log.of_person(store, me) == (entry,)


def test_newest_first_and_within_a_day_the_last_written_first(
    store: Store, me: UUID, school: School
) -> None:
    for what, day in (("a", DAY), ("b", DAY.replace(day=9)), ("c", DAY), ("d", DAY)):
        log.add(store, me, Entry(uuid4(), school, Content(Kind.BUMPY_MOMENT, day, what)))
    assert [each.content.what for each in log.of_person(store, me)] == ["b", "d", "c", "a"]


def test_the_same_entry_a_second_time_changes_nothing(
    store: Store, me: UUID, school: School
) -> None:
    entry = Entry(uuid4(), school, CONTENTS[0])
    for what in ("eerst", "daarna"):
        log.add(store, me, entry._replace(content=CONTENTS[0]._replace(what=what)))
    assert [each.content.what for each in log.of_person(store, me)] == ["eerst"]


@given(old=st.sampled_from(CONTENTS), new=st.sampled_from(CONTENTS))
def test_a_changed_entry_has_nothing_of_what_it_was(
    make_store: Store, old: Content, new: Content
) -> None:
    school, me = _ready(make_store)
    entry = Entry(uuid4(), school, old)
    log.add(make_store, me, entry)
    assert log.change(make_store, me, entry.entry_id, new)
    kept = {each.entry_id: each for each in log.of_person(make_store, me)}
    assert kept[entry.entry_id] == entry._replace(content=new)


def test_by_somebody_elses_id_nothing_is_read_changed_or_removed(
    store: Store, me: UUID, school: School
) -> None:
    entry = Entry(uuid4(), school, CONTENTS[0])
    log.add(store, me, entry)
    assert log.of_person(store, SOMEBODY_ELSE) == ()
    assert log.ids(store, SOMEBODY_ELSE) == frozenset()
    assert not log.change(store, SOMEBODY_ELSE, entry.entry_id, CONTENTS[1])
    log.remove(store, SOMEBODY_ELSE, entry.entry_id)
    assert log.of_person(store, me) == (entry,)
    log.remove(store, me, entry.entry_id)
    assert log.of_person(store, me) == ()


def test_who_is_erased_leaves_no_entry(store: Store, me: UUID, school: School) -> None:
    log.add(store, me, Entry(uuid4(), school, CONTENTS[0]))
    erasing.erase_person(store, me)
    assert store.read("select count(*) from log_entry") == [(0,)]


@pytest.fixture(scope="module")
def make_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return Store(tmp_path_factory.mktemp("log") / "ibreflect.duckdb")


def _ready(store: Store) -> tuple[School, UUID]:
    me = people.become_owner(store, "Noor", "De Wilg", DAY)
    return people.schools_of(store, me)[0], me
