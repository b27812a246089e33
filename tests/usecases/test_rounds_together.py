"""Where everybody signs in, a round starts at a school where somebody is ib'er now."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.membership import Membership, PlaceKind, Position
from ibreflect.model.person import Person
from ibreflect.model.place import Place
from ibreflect.model.round import RoundId, term_of
from ibreflect.store import memberships, places
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import rounds
from tests.store import scans
from tests.usecases.organisation import (
    ESDOORN,
    LONG_AGO,
    NOW,
    WILG,
    Organisation,
    organisation,
)

TODAY = NOW.date()


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


def _start(store: Store, actor: Person, school: UUID | str, day: date = TODAY) -> RoundId:
    wish = rounds.Wish(school, term_of(day), scans.instrument())
    return rounds.start(store, actor, wish, today=day)


def test_a_round_starts_at_a_school_of_ones_own(store: Store, everybody: Organisation) -> None:
    round_id = _start(store, everybody.an, WILG)

    assert rounds.one(store, everybody.an, round_id).school_id == WILG
    assert _start(store, everybody.an, WILG) == round_id


@pytest.mark.parametrize("school", [ESDOORN, uuid4(), "De Esdoorn", "Een nieuwe school"])
def test_no_other_school_is_taken_or_made(
    store: Store, everybody: Organisation, school: UUID | str
) -> None:
    before = scans.contents(store)
    with pytest.raises(NotAllowedError, match="nu ib'er"):
        _start(store, everybody.an, school)
    assert scans.contents(store) == before


@pytest.mark.parametrize("name", ["leader", "coach", "board_member", "administrator"])
def test_nobody_but_an_iber_starts_one(store: Store, everybody: Organisation, name: str) -> None:
    actor: Person = getattr(everybody, name)
    assert rounds.schools(store, actor, today=TODAY) == ()
    with pytest.raises(NotAllowedError):
        _start(store, actor, WILG)


def test_schools_of_one_name_have_rounds_of_their_own(
    store: Store, everybody: Organisation
) -> None:
    other = Place(PlaceKind.SCHOOL, uuid4(), "De Wilg")

    def work(transaction: Transaction) -> None:
        places.add(transaction, other)
        held = (Position.IB_COORDINATOR, other.place_id, LONG_AGO, None)
        memberships.add(transaction, Membership(everybody.an.person_id, *held))

    store.write(work)
    first, second = (_start(store, everybody.an, each) for each in (WILG, other.place_id))
    assert first != second
    assert rounds.one(store, everybody.an, second).school_id == other.place_id


def test_the_first_and_the_last_day_count(store: Store, everybody: Organisation) -> None:
    held = Membership(everybody.an.person_id, Position.IB_COORDINATOR, WILG, LONG_AGO, None)
    store.write(lambda transaction: memberships.end(transaction, held, TODAY))

    for day, number in (
        (LONG_AGO - timedelta(days=1), 0),
        (LONG_AGO, 1),
        (TODAY, 1),
        (TODAY + timedelta(days=1), 0),
    ):
        assert len(rounds.schools(store, everybody.an, today=day)) == number


def test_who_works_alone_adds_a_school_by_its_name_only(store: Store, actor: Person) -> None:
    assert rounds.one(store, actor, _start(store, actor, " De  Wilg ")).school_name == "De Wilg"
    with pytest.raises(NotAllowedError):
        _start(store, actor, uuid4())
    with pytest.raises(InputError, match="Vul de naam van je school in"):
        _start(store, actor, " ")
