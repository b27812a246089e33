"""Sitting down at a conversation: who has a seat, until when, and what was held before."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from ibreflect.errors import NotAllowedError
from ibreflect.model.guide import Seat
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.store import erasing, memberships
from ibreflect.store.connection import Store
from ibreflect.usecases import conversing, preparing, talking
from ibreflect.usecases.conversing import At
from tests.usecases import organisation, talks
from tests.usecases.organisation import LONG_AGO, WILG, Organisation
from tests.usecases.talks import TODAY, TOMORROW


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation.organisation(store)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return talks.folder(tmp_path / "vragenlijsten")


@pytest.mark.parametrize("who", ["bo", "other_leader", "coach", "administrator", "board_member"])
def test_somebody_without_a_seat_hears_the_same_as_of_none(
    store: Store, folk: Organisation, place: Path, who: str
) -> None:
    somebody: Person = getattr(folk, who)
    table = talks.plan(store, folk.an, folk.leader, place)
    with pytest.raises(NotAllowedError) as refused:
        conversing.seated(store, somebody, table.at())
    with pytest.raises(NotAllowedError) as nothing_there:
        conversing.seated(store, somebody, At(uuid4(), TODAY, Seat.PARTNER))
    assert str(refused.value) == str(nothing_there.value)


def test_who_leaves_the_school_loses_the_seat_after_the_last_day(
    store: Store, folk: Organisation, place: Path
) -> None:
    table = talks.plan(store, folk.an, folk.leader, place)
    held = Membership(folk.leader.person_id, Position.SCHOOL_LEADER, WILG, LONG_AGO, None)
    store.write(lambda work: memberships.end(work, held, TODAY))
    assert conversing.seated(store, folk.leader, table.at()).seat is Seat.PARTNER
    with pytest.raises(NotAllowedError):
        conversing.seated(store, folk.leader, table._replace(today=TOMORROW).at())
    assert preparing.sheet(store, folk.an, table._replace(today=TOMORROW).at())


def test_the_conversation_before_is_the_last_that_the_same_two_held(
    store: Store, folk: Organisation, place: Path
) -> None:
    first, second, third = (
        talks.plan(store, folk.an, folk.leader, place, planned_on=TODAY + timedelta(days=each))
        for each in (1, 2, 3)
    )
    other = talks.plan(store, folk.an, folk.coach, place, guide_id=talks.COACH)
    for each in (first, second, other):
        each.hold()
    here = conversing.seated(store, folk.an, third.at()).conversation
    for somebody in (folk.an, folk.leader):
        before = conversing.before(store, somebody, here, today=TODAY)
        assert before
        assert before.conversation_id == second.conversation_id
    start = conversing.seated(store, folk.an, first.at()).conversation
    assert conversing.before(store, folk.an, start, today=TODAY) is None


def test_a_partner_who_was_erased_leaves_the_conversation_with_the_ib_coordinator(
    store: Store, folk: Organisation, place: Path
) -> None:
    table = talks.plan(store, folk.an, folk.leader, place)
    table.ready(*Seat)
    erasing.erase_person(store, folk.leader.person_id)
    with pytest.raises(NotAllowedError):
        conversing.seated(store, folk.leader, table.at())
    assert conversing.seated(store, folk.an, table.at(Seat.PARTNER)).seat is Seat.OWNER
    talking.begin(store, folk.an, table.at())
