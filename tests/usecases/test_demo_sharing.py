"""Who reads along in example data: what Sanne shares with them is there to be read."""

from collections.abc import Iterator
from datetime import datetime, time

import pytest

from ibreflect.model.event import EventKind
from ibreflect.model.membership import POSITION_WORDS, Position
from ibreflect.model.sharing import Part
from ibreflect.store import events
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.usecases import people, shared, sharing
from ibreflect.usecases.demo.build import build
from ibreflect.usecases.demo.viewpoints import CAST
from tests.usecases.demo_reading import TODAY, offered, viewpoint_people

NOW = datetime.combine(TODAY, time(12))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(tmp_path_factory.mktemp("demo") / "one.duckdb")
    build(store, offered(), scale=0.05, seed=7, today=TODAY)
    yield store
    close_stores()


def test_a_schoolleider_and_a_coach_come_after_the_ibers(filled: Store) -> None:
    along = people.viewpoints(filled)[len(CAST) :]
    wanted = (Position.SCHOOL_LEADER, Position.COACH)
    for viewpoint, position in zip(along, wanted, strict=True):
        person = people.invented(filled, viewpoint.person_id)
        assert person
        assert people.positions(filled, person, today=TODAY) == {position}
        assert viewpoint.label.split(",")[0] == person.name.split()[0]
        assert POSITION_WORDS[position] in viewpoint.label


def test_each_reads_what_sanne_shares_and_sanne_sees_that_the_schoolleider_looked(
    filled: Store,
) -> None:
    sanne = viewpoint_people(filled)[0]
    mine = sharing.mine(filled, sanne, now=NOW)
    assert [each.reader for each in mine if each.looks] == ["Mark Terpstra"]
    assert all(each.lasts and each.is_near for each in mine)
    read = {}
    for viewpoint in people.viewpoints(filled)[len(CAST) :]:
        person = people.invented(filled, viewpoint.person_id)
        assert person
        frozen = [
            shared.read(filled, person, share.share.share_id, now=NOW).frozen
            for share in shared.with_me(filled, person, now=NOW)
        ]
        assert all(not part.is_empty for each in frozen for part in each.parts)
        read[person.name] = [{part.part for part in each.parts} for each in frozen]
    assert read == {
        "Mark Terpstra": [{Part.ROLES, Part.OVERLAP, Part.OTHERS}],
        "Yasmin Ouali": [{Part.ASSIGNMENT, Part.ROLES, Part.ITEMS}] * 2,
    }
    kinds = [each.kind for each in events.about(filled, sanne.person_id)]
    assert kinds.count(EventKind.SHARED) == 3


def test_nobody_else_shares_anything(filled: Store) -> None:
    owners = {row for (row,) in filled.read("select owner_id from share")}
    assert owners == {people.viewpoints(filled)[0].person_id}
