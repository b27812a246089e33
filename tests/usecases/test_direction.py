from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.direction import DIRECTION_POINTS, Direction
from ibreflect.model.person import Person
from ibreflect.store import erasing
from ibreflect.store.connection import Store
from ibreflect.usecases import direction, rounds
from ibreflect.usecases.direction import Chosen
from tests.store import scans

TODAY = date(2025, 11, 3)
WHY = "Het team wil zelf kiezen."


@pytest.fixture
def school_id(store: Store, actor: Person, round_id: UUID) -> UUID:
    """The school at which the actor has a round."""
    return rounds.one(store, actor, round_id).school_id


def test_there_is_no_direction_until_one_is_recorded(
    store: Store, actor: Person, school_id: UUID
) -> None:
    assert direction.history(store, actor, school_id) == ()


def test_every_point_can_be_recorded_and_the_history_is_kept(
    store: Store, actor: Person, school_id: UUID
) -> None:
    for position in range(1, len(DIRECTION_POINTS) + 1):
        day = TODAY + timedelta(days=position)
        direction.record(store, actor, school_id, Chosen(position, f"{WHY} {position}"), today=day)
    kept = direction.history(store, actor, school_id)
    assert [each.position for each in kept] == [5, 4, 3, 2, 1]
    assert kept[-1] == Direction(TODAY + timedelta(days=1), 1, f"{WHY} 1")
    assert kept[-1].words == "het team bepaalt zelf de doelen"
    assert kept[-1].day == "4 november 2025"


def test_a_second_click_makes_no_second_row(store: Store, actor: Person, school_id: UUID) -> None:
    for _ in range(2):
        direction.record(store, actor, school_id, Chosen(2, f" {WHY}\r\n"), today=TODAY)
    assert direction.history(store, actor, school_id) == (Direction(TODAY, 2, WHY),)


def test_changing_ones_mind_twice_on_a_day_keeps_all_three(
    store: Store, actor: Person, school_id: UUID
) -> None:
    for position in (2, 4, 2):
        direction.record(store, actor, school_id, Chosen(position, WHY), today=TODAY)
    assert [each.position for each in direction.history(store, actor, school_id)] == [2, 4, 2]


def test_confirming_a_direction_on_another_day_is_recorded(
    store: Store, actor: Person, school_id: UUID
) -> None:
    for days in (0, 365):
        direction.record(
            store, actor, school_id, Chosen(2, WHY), today=TODAY + timedelta(days=days)
        )
    days_kept = [each.recorded_on.year for each in direction.history(store, actor, school_id)]
    assert days_kept == [2026, 2025]


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        (Chosen(None, WHY), "Kies eerst een van de vijf richtingen"),
        (Chosen(0, WHY), "Kies eerst een van de vijf richtingen"),
        (Chosen(6, WHY), "Kies eerst een van de vijf richtingen"),
        (Chosen(2, ""), "Schrijf in een of twee zinnen waarom"),
        (Chosen(2, " \n "), "Schrijf in een of twee zinnen waarom"),
        (Chosen(2, "Zomaar iets"), "Schrijf in een of twee zinnen waarom"),
        (Chosen(2, f"{WHY}{'w' * 4000}"), "er passen er 4000"),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_changes(
    store: Store, actor: Person, school_id: UUID, chosen: Chosen, sentence: str
) -> None:
    before = scans.contents(store)
    with pytest.raises(InputError, match=sentence):
        direction.record(store, actor, school_id, chosen, today=TODAY)
    assert scans.contents(store) == before


def test_a_foreign_school_reads_as_no_school(
    store: Store, actor: Person, somebody_else: Person, school_id: UUID
) -> None:
    direction.record(store, actor, school_id, Chosen(2, WHY), today=TODAY)
    before = scans.contents(store)
    sentences = set()
    for asked in (school_id, uuid4()):
        with pytest.raises(NotAllowedError) as seen:
            direction.history(store, somebody_else, asked)
        with pytest.raises(NotAllowedError) as written:
            direction.record(store, somebody_else, asked, Chosen(2, WHY), today=TODAY)
        sentences |= {str(seen.value), str(written.value)}
    assert len(sentences) == 1
    assert scans.contents(store) == before


def test_a_direction_belongs_to_one_school_and_outlives_its_rounds(
    store: Store, actor: Person, round_id: UUID, school_id: UUID
) -> None:
    other = scans.begin(store, actor, school="De Linde")
    direction.record(store, actor, school_id, Chosen(2, WHY), today=TODAY)
    other_school = rounds.one(store, actor, other).school_id
    assert direction.history(store, actor, other_school) == ()
    rounds.erase(store, actor, round_id)
    assert len(direction.history(store, actor, school_id)) == 1


def test_what_somebody_recorded_goes_with_them(
    store: Store, actor: Person, somebody_else: Person, school_id: UUID
) -> None:
    others = rounds.one(store, somebody_else, scans.begin(store, somebody_else)).school_id
    direction.record(store, actor, school_id, Chosen(2, WHY), today=TODAY)
    direction.record(store, somebody_else, others, Chosen(4, WHY), today=TODAY)
    erasing.erase_person(store, actor.person_id)
    kept = scans.contents(store)["school_direction"]
    assert [row["person_id"] for row in kept] == [somebody_else.person_id]
