"""Positions that the beheerder gives and ends."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.measure.growth import Noise
from ibreflect.model.event import EventKind
from ibreflect.model.membership import INSTALLATION, Position
from ibreflect.model.person import Person
from ibreflect.model.round import term_of
from ibreflect.store import events
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    administering_places,
    administering_positions,
    fill_in,
    people,
    rounds,
    view_growth,
)
from ibreflect.usecases.administering import When
from ibreflect.usecases.administering_positions import Wanted
from tests.store import scans
from tests.usecases.beheerder import TODAY, WHEN, give, held, kinds, seen
from tests.usecases.organisation import (
    ALLIANCE,
    BOARD,
    ESDOORN,
    LONG_AGO,
    NOW,
    WILG,
    Organisation,
    organisation,
)

IB = Position.IB_COORDINATOR


@pytest.fixture
def all_of_us(store: Store) -> Organisation:
    return organisation(store)


def test_people_hold_several_positions_at_once(store: Store, all_of_us: Organisation) -> None:
    gijs, an = all_of_us.administrator, all_of_us.an
    for position, place_id in (
        (IB, ESDOORN),
        (Position.SCHOOL_LEADER, WILG),
        (Position.SCHOOL_LEADER, ESDOORN),
        (Position.COACH, ALLIANCE),
        (Position.BOARD_MEMBER, BOARD),
        (Position.ADMINISTRATOR, None),
    ):
        give(store, gijs, an, position, place_id)

    held = seen(store, all_of_us, an).held_on(TODAY)
    assert {each.membership.position for each in held} == set(Position)
    assert {each.place_name for each in held} == {
        "De Wilg",
        "De Esdoorn",
        "PO Zuid",
        "Stichting Zuid",
        "",
    }
    assert kinds(store, an) == [EventKind.POSITION_GIVEN] * 6
    assert events.about(store, an.person_id)[0].fields == {
        "position": "administrator",
        "place_id": str(INSTALLATION),
    }


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (Wanted(IB, WILG, TODAY), "al gegeven"),
        (Wanted(IB, ALLIANCE, TODAY), "Kies waar"),
        (Wanted(IB, None, TODAY), "Kies waar"),
        (Wanted(Position.COACH, WILG, TODAY), "Kies waar"),
        (Wanted(IB, ESDOORN, date(1900, 1, 1)), "Kies een dag"),
        (Wanted(IB, ESDOORN, date(2200, 1, 1)), "Kies een dag"),
    ],
)
def test_a_position_that_cannot_be_is_not_given(
    store: Store, all_of_us: Organisation, wanted: Wanted, says: str
) -> None:
    an = all_of_us.an
    with pytest.raises(InputError, match=says):
        administering_positions.give(
            store, all_of_us.administrator, an.person_id, wanted, when=WHEN
        )
    assert len(held(store, an)) == 1
    assert kinds(store, an) == []


def test_nobody_gets_a_position_at_a_closed_school(store: Store, all_of_us: Organisation) -> None:
    gijs = all_of_us.administrator
    administering_places.close(store, gijs, ESDOORN, when=WHEN)
    with pytest.raises(InputError, match="gesloten"):
        give(store, gijs, all_of_us.an, IB, ESDOORN)
    assert seen(store, all_of_us, all_of_us.bo).held_on(TODAY)

    administering_places.reopen(store, gijs, ESDOORN, when=WHEN)
    give(store, gijs, all_of_us.an, IB, ESDOORN)


def test_a_position_ends_with_a_day(store: Store, all_of_us: Organisation) -> None:
    (mine,) = held(store, all_of_us.leader)
    end = administering_positions.end
    for last in (LONG_AGO - timedelta(days=1), TODAY + timedelta(days=2000)):
        with pytest.raises(InputError, match="Kies een dag"):
            end(store, all_of_us.administrator, mine, last, when=WHEN)
    end(store, all_of_us.administrator, mine, TODAY, when=WHEN)

    (ended,) = held(store, all_of_us.leader)
    assert ended == mine._replace(until=TODAY)
    assert kinds(store, all_of_us.leader) == [EventKind.POSITION_ENDED]
    tomorrow = When(NOW + timedelta(days=1), TODAY + timedelta(days=1))
    with pytest.raises(NotAllowedError, match="al beëindigd"):
        end(store, all_of_us.administrator, ended, tomorrow.day, when=tomorrow)


def test_a_position_of_today_that_was_a_mistake_never_was(
    store: Store, all_of_us: Organisation
) -> None:
    gijs, an = all_of_us.administrator, all_of_us.an
    before = held(store, an)
    give(store, gijs, an, Position.COACH, ALLIANCE)
    mistaken = held(store, an)[-1]
    administering_positions.end(store, gijs, mistaken, TODAY - timedelta(days=1), when=WHEN)

    assert held(store, an) == before
    assert kinds(store, an) == [EventKind.POSITION_ENDED, EventKind.POSITION_GIVEN]


def test_who_moves_to_another_school_keeps_the_history(
    store: Store, all_of_us: Organisation
) -> None:
    an, gijs = all_of_us.an, all_of_us.administrator
    at_wilg = _handed_in(store, an, WILG, TODAY)
    later = When(NOW + timedelta(days=200), TODAY + timedelta(days=200))
    (mine,) = held(store, an)
    administering_positions.end(store, gijs, mine, later.day, when=WHEN)
    there = Wanted(IB, ESDOORN, later.day)
    administering_positions.give(store, gijs, an.person_id, there, when=WHEN)
    after = later.day + timedelta(days=1)

    assert [each.name for each in rounds.schools(store, an, today=after)] == ["De Esdoorn"]
    with pytest.raises(NotAllowedError, match="nu ib'er"):
        _handed_in(store, an, WILG, after)
    at_esdoorn = _handed_in(store, an, ESDOORN, after)
    assert [each.round_id for each in rounds.mine(store, an)] == [at_wilg, at_esdoorn]
    core = scans.instrument().questionnaire.id
    growth = view_growth.my_growth(store, an, core, Noise())
    assert growth.markers["text"].tolist() == ["andere school"]
    assert people.positions(store, an, today=after) == {IB}


def _handed_in(store: Store, actor: Person, school_id: UUID, day: date) -> UUID:
    """A round with an answer to everything, started on a day."""
    wish = rounds.Wish(school_id, term_of(day), scans.instrument())
    round_id = rounds.start(store, actor, wish, today=day)
    for item in scans.instrument().questionnaire.items:
        fill_in.save(store, actor, round_id, item_id=item.id, given=3)
    fill_in.hand_in(store, actor, round_id)
    return round_id
