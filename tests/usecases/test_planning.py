"""Planning a conversation: with whom, about what, when, and what cannot be."""

from datetime import time, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.guide import Company, Seat
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.store import memberships, people
from ibreflect.store.connection import Store
from ibreflect.usecases import conversing, planning, preparing
from ibreflect.usecases import people as who_works_here
from ibreflect.usecases.conversing import At
from ibreflect.usecases.planning import Days
from tests.usecases import organisation, shared_rounds, talks
from tests.usecases.organisation import ESDOORN, LONG_AGO, NOW, WILG, Organisation
from tests.usecases.talks import TODAY, TOMORROW


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation.organisation(store)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return talks.folder(tmp_path / "vragenlijsten")


@pytest.fixture
def alone(store: Store) -> Person:
    """Who works alone, at a school of their own."""
    who_works_here.introduce(store, name="Noor", school="De Linde", today=LONG_AGO)
    owner = who_works_here.owner(store)
    assert owner
    return owner


def _school_of(store: Store, owner: Person) -> UUID:
    return who_works_here.my_schools(store, owner)[0].school_id


def test_an_ib_coordinator_is_offered_who_is_near_and_what_was_handed_in(
    store: Store, folk: Organisation, place: Path
) -> None:
    round_id = talks.with_round(store, folk.an)
    offered = planning.options(store, folk.an, WILG, place, today=TODAY)
    assert [(each.person, each.company) for each in offered.partners] == [
        (folk.leader, Company.SCHOOL_LEADER),
        (folk.coach, Company.COACH),
    ]
    assert [each.round_id for each in offered.rounds] == [round_id]
    assert {each.guide.id for each in offered.guides} == {talks.LEADER, talks.COACH, talks.GROUP}
    assert not offered.by_name


def test_what_nobody_is_there_for_is_not_offered(
    store: Store, folk: Organisation, place: Path
) -> None:
    held = Membership(folk.coach.person_id, Position.COACH, organisation.ALLIANCE, LONG_AGO, None)
    store.write(lambda work: memberships.end(work, held, TODAY))
    store.write(lambda work: people.switch(work, folk.leader.person_id, is_active=False))
    offered = planning.options(store, folk.an, WILG, place, today=TOMORROW)
    assert offered.partners == ()
    assert {each.guide.id for each in offered.guides} == {talks.GROUP}


@pytest.mark.parametrize("who", ["leader", "coach", "administrator", "bo", "board_member"])
def test_only_who_is_ib_coordinator_there_plans(
    store: Store, folk: Organisation, place: Path, who: str
) -> None:
    somebody: Person = getattr(folk, who)
    wanted = talks.plan_for(folk.leader.person_id)
    with pytest.raises(NotAllowedError):
        planning.plan(store, somebody, wanted, place, today=TODAY)


def test_a_second_click_plans_nothing_more(store: Store, folk: Organisation, place: Path) -> None:
    wanted = talks.plan_for(folk.leader.person_id, planned_at=time(15))
    first = planning.plan(store, folk.an, wanted, place, today=TODAY)
    assert planning.plan(store, folk.an, wanted, place, today=TODAY) == first
    ((here, seat),) = conversing.mine(store, folk.an, today=TODAY)
    assert (here.planned_on, here.planned_at, seat) == (TOMORROW, time(15), Seat.OWNER)
    assert here.open_until == TOMORROW + timedelta(weeks=6)
    ((there, other),) = conversing.mine(store, folk.leader, today=TODAY)
    assert (there.conversation_id, other) == (first, Seat.PARTNER)
    assert conversing.mine(store, folk.coach, today=TODAY) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"guide_id": "niets"},
        {"partner": uuid4()},
        {"partner": None},
        {"partner": "Cas"},
        {"partner": UUID(int=5)},
        {"partner": UUID(int=1)},
        {"guide_id": talks.COACH},
        {"round_id": uuid4()},
        {"planned_on": TODAY - timedelta(days=1)},
        {"planned_on": TODAY + timedelta(days=366)},
        {"open_until": TODAY},
        {"open_until": TOMORROW + timedelta(days=366)},
    ],
)
def test_what_is_not_on_offer_cannot_be_planned(
    store: Store, folk: Organisation, place: Path, changes: dict[str, object]
) -> None:
    wanted = talks.plan_for(folk.leader.person_id)._replace(**changes)  # type: ignore[arg-type]
    with pytest.raises(InputError):
        planning.plan(store, folk.an, wanted, place, today=TODAY)
    assert conversing.mine(store, folk.an, today=TODAY) == ()


def test_a_round_of_somebody_else_or_still_filled_in_is_not_on_offer(
    store: Store, folk: Organisation, place: Path
) -> None:
    unfinished = shared_rounds.begin(store, folk.an)
    wanted = talks.plan_for(folk.leader.person_id, round_id=unfinished)
    with pytest.raises(InputError, match="meetronde"):
        planning.plan(store, folk.an, wanted, place, today=TODAY)


def test_a_group_has_no_partner_and_no_figures_of_a_person(
    store: Store, folk: Organisation, place: Path
) -> None:
    round_id = talks.with_round(store, folk.an)
    wanted = talks.plan_for(None, talks.GROUP, round_id=round_id)
    found = planning.plan(store, folk.an, wanted, place, today=TODAY)
    here = conversing.seated(store, folk.an, At(found, TODAY)).conversation
    assert (here.partner_id, here.partner_name, here.round_id) == (None, "", None)
    with pytest.raises(NotAllowedError):
        preparing.set_ready(store, folk.an, At(found, TODAY), is_ready=True, now=NOW)


def test_who_works_alone_types_a_name_and_takes_either_seat(
    store: Store, alone: Person, place: Path
) -> None:
    school_id = _school_of(store, alone)
    assert planning.options(store, alone, school_id, place, today=TODAY).by_name
    wanted = talks.plan_for(" Cas  de Wit ", school_id=school_id)
    found = planning.plan(store, alone, wanted, place, today=TODAY)
    for seat in Seat:
        here = conversing.seated(store, alone, At(found, TODAY, seat))
        assert (here.seat, here.conversation.partner_name) == (seat, "Cas de Wit")
    other = planning.plan(store, alone, wanted._replace(partner="Els"), place, today=TODAY)
    assert other != found
    with pytest.raises(InputError):
        planning.plan(store, alone, wanted._replace(partner="  "), place, today=TODAY)


def test_the_ib_coordinator_moves_it_and_nobody_else(
    store: Store, folk: Organisation, place: Path
) -> None:
    table = talks.plan(store, folk.an, folk.leader, place)
    days = Days(TOMORROW + timedelta(days=3), time(9), TOMORROW + timedelta(days=4))
    planning.move(store, folk.an, table.at(), days)
    planning.move(store, folk.an, table.at(), days)
    here = conversing.seated(store, folk.leader, table.at()).conversation
    assert (here.planned_on, here.planned_at, here.open_until) == days
    assert here.sequence == 1
    for somebody in (folk.leader, folk.bo, folk.coach):
        with pytest.raises(NotAllowedError):
            planning.move(store, somebody, table.at(), days)


def test_an_old_conversation_keeps_its_day_or_gets_one_up_to_a_year_ahead(
    store: Store, folk: Organisation, place: Path
) -> None:
    table = talks.plan(store, folk.an, folk.leader, place)
    long_after = table._replace(today=TODAY + timedelta(days=400))
    late = long_after.today
    planning.move(store, folk.an, long_after.at(), Days(TOMORROW, None, TOMORROW))
    planning.move(store, folk.an, long_after.at(), Days(late, None, late))
    for day in (TODAY, late + timedelta(days=366)):
        with pytest.raises(InputError):
            planning.move(store, folk.an, long_after.at(), Days(day, None, day))


def test_only_the_ib_coordinator_erases_it_and_erased_is_gone_for_both(
    store: Store, folk: Organisation, place: Path
) -> None:
    table = talks.plan(store, folk.an, folk.leader, place)
    with pytest.raises(NotAllowedError):
        planning.erase(store, folk.leader, table.at())
    planning.erase(store, folk.an, table.at())
    for somebody in (folk.an, folk.leader):
        with pytest.raises(NotAllowedError, match="er niet"):
            conversing.step(store, somebody, table.at())
    with pytest.raises(NotAllowedError):
        planning.erase(store, folk.an, table.at())


def test_at_another_school_or_after_leaving_nothing_can_be_planned(
    store: Store, folk: Organisation, place: Path
) -> None:
    wanted = talks.plan_for(folk.other_leader.person_id, school_id=ESDOORN)
    with pytest.raises(NotAllowedError):
        planning.plan(store, folk.an, wanted, place, today=TODAY)
    held = Membership(folk.an.person_id, Position.IB_COORDINATOR, WILG, LONG_AGO, None)
    table = talks.plan(store, folk.an, folk.leader, place)
    store.write(lambda work: memberships.end(work, held, TODAY))
    again = talks.plan_for(folk.leader.person_id, planned_on=TOMORROW + timedelta(days=1))
    with pytest.raises(NotAllowedError):
        planning.plan(store, folk.an, again, place, today=TOMORROW)
    assert conversing.seated(store, folk.an, table._replace(today=TOMORROW).at())
