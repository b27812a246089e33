"""Schools, boards and samenwerkingsverbanden that the beheerder sets up."""

from uuid import UUID, uuid4

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.event import EventKind
from ibreflect.model.membership import PlaceKind
from ibreflect.model.place import Place
from ibreflect.store import places
from ibreflect.store.connection import Store
from ibreflect.usecases import administering_places
from ibreflect.usecases.administering_places import Wanted
from tests.usecases.beheerder import WHEN, kinds
from tests.usecases.organisation import (
    ALLIANCE,
    BOARD,
    ESDOORN,
    WILG,
    Organisation,
    organisation,
)

SCHOOL = PlaceKind.SCHOOL


@pytest.fixture
def all_of_us(store: Store) -> Organisation:
    return organisation(store)


def _place(store: Store, place_id: UUID) -> Place:
    return next(each for each in places.every(store) if each.place_id == place_id)


def test_places_stand_by_kind_and_name(store: Store, all_of_us: Organisation) -> None:
    for kind, name in ((PlaceKind.ALLIANCE, "abc"), (PlaceKind.BOARD, "Éénhoorn"), (SCHOOL, "bes")):
        administering_places.add(store, all_of_us.administrator, kind, Wanted(name), when=WHEN)

    assert [each.name for each in places.every(store)] == [
        "abc",
        "PO Zuid",
        "Stichting Zuid",
        "Éénhoorn",
        "bes",
        "De Esdoorn",
        "De Wilg",
    ]
    assert kinds(store, all_of_us.administrator) == [EventKind.PLACES_IMPORTED] * 3


def test_a_school_gets_another_name_and_belongs_elsewhere(
    store: Store, all_of_us: Organisation
) -> None:
    gijs = all_of_us.administrator
    north = administering_places.add(store, gijs, PlaceKind.BOARD, Wanted("Noord"), when=WHEN)
    wanted = Wanted(" De  Beuk ", north, None)
    administering_places.change(store, gijs, WILG, wanted, when=WHEN)

    assert _place(store, WILG) == Place(SCHOOL, WILG, "De Beuk", north, None)
    assert _place(store, ESDOORN) == Place(SCHOOL, ESDOORN, "De Esdoorn", BOARD, ALLIANCE)


def test_boards_and_alliances_get_another_name(store: Store, all_of_us: Organisation) -> None:
    gijs = all_of_us.administrator
    for place_id in (BOARD, ALLIANCE):
        administering_places.change(store, gijs, place_id, Wanted("Noord"), when=WHEN)
        assert _place(store, place_id).name == "Noord"


@pytest.mark.parametrize(
    ("kind", "wanted", "says"),
    [
        (SCHOOL, Wanted(" "), "Vul de naam van de school in"),
        (SCHOOL, Wanted("x" * 81), "Kort de naam van de school in"),
        (SCHOOL, Wanted("de wilg", BOARD), "is er al"),
        (PlaceKind.BOARD, Wanted("STICHTING ZUID"), "Het bestuur STICHTING ZUID is er al"),
        (PlaceKind.ALLIANCE, Wanted("PO Zuid"), "is er al"),
    ],
)
def test_a_name_that_cannot_be_is_refused(
    store: Store, all_of_us: Organisation, kind: PlaceKind, wanted: Wanted, says: str
) -> None:
    before = places.every(store)
    with pytest.raises(InputError, match=says):
        administering_places.add(store, all_of_us.administrator, kind, wanted, when=WHEN)
    assert places.every(store) == before
    assert kinds(store, all_of_us.administrator) == []


def test_two_boards_can_have_a_school_of_the_same_name(
    store: Store, all_of_us: Organisation
) -> None:
    gijs = all_of_us.administrator
    north = administering_places.add(store, gijs, PlaceKind.BOARD, Wanted("Noord"), when=WHEN)
    other = administering_places.add(store, gijs, SCHOOL, Wanted("De Wilg", north), when=WHEN)

    assert other != WILG
    with pytest.raises(InputError, match="is er al"):
        administering_places.change(store, gijs, other, Wanted("De Wilg", BOARD), when=WHEN)
    administering_places.change(store, gijs, other, Wanted("De Wilg", north, ALLIANCE), when=WHEN)


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (SCHOOL, Wanted("De Beuk", uuid4())),
        (SCHOOL, Wanted("De Beuk", ALLIANCE)),
        (SCHOOL, Wanted("De Beuk", None, BOARD)),
        (PlaceKind.BOARD, Wanted("Noord", BOARD)),
        (PlaceKind.ALLIANCE, Wanted("Noord", None, ALLIANCE)),
    ],
)
def test_nothing_belongs_to_what_it_cannot_belong_to(
    store: Store, all_of_us: Organisation, kind: PlaceKind, wanted: Wanted
) -> None:
    with pytest.raises(NotAllowedError):
        administering_places.add(store, all_of_us.administrator, kind, wanted, when=WHEN)


def test_only_a_school_is_closed_and_it_opens_again(store: Store, all_of_us: Organisation) -> None:
    gijs = all_of_us.administrator
    administering_places.close(store, gijs, WILG, when=WHEN)
    assert _place(store, WILG).is_closed
    administering_places.change(store, gijs, WILG, Wanted("De Beuk", BOARD, ALLIANCE), when=WHEN)
    assert _place(store, WILG).is_closed
    administering_places.reopen(store, gijs, WILG, when=WHEN)
    assert not _place(store, WILG).is_closed
    for place_id in (BOARD, ALLIANCE, uuid4()):
        with pytest.raises(NotAllowedError):
            administering_places.close(store, gijs, place_id, when=WHEN)
