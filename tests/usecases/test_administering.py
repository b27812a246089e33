"""The beheerder sets up people and positions; nobody else does, and answers stay unseen."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.event import Event, EventKind
from ibreflect.model.membership import PlaceKind, Position
from ibreflect.model.person import Person
from ibreflect.store import events, people
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    administering,
    administering_entry,
    administering_import,
    administering_places,
    administering_positions,
    together,
)
from ibreflect.usecases.administering import Somebody
from ibreflect.usecases.administering_positions import Wanted
from tests.usecases.beheerder import DESK, TODAY, WHEN, give, held, kinds, seen
from tests.usecases.organisation import (
    NOW,
    WILG,
    Organisation,
    organisation,
)

Asked = Callable[[Store, Person, UUID], object]

EVERY_USE_CASE: dict[str, Asked] = {
    "everybody": lambda store, actor, _: administering.everybody(store, actor, when=WHEN),
    "one": lambda store, actor, whom: administering.one(store, actor, whom, when=WHEN),
    "overview": lambda store, actor, _: administering.overview(store, actor, today=TODAY),
    "add_person": lambda store, actor, _: administering.add_person(
        store, actor, "Hal", "", when=WHEN
    ),
    "correct": lambda store, actor, whom: administering.correct(
        store, actor, whom, "Hal", "", when=WHEN
    ),
    "switch_off": lambda store, actor, whom: administering.switch_off(
        store, actor, whom, when=WHEN
    ),
    "switch_on": lambda store, actor, whom: administering.switch_on(store, actor, whom, when=WHEN),
    "give": lambda store, actor, whom: administering_positions.give(
        store, actor, whom, Wanted(Position.ADMINISTRATOR, None, TODAY), when=WHEN
    ),
    "end": lambda store, actor, whom: administering_positions.end(
        store, actor, held(store, Person(whom, ""))[0], TODAY, when=WHEN
    ),
    "make_link": lambda store, actor, whom: administering_entry.make_link(
        store, actor, whom, DESK, when=WHEN
    ),
    "mail_links": lambda store, actor, whom: administering_entry.mail_links(
        store, actor, [whom], DESK, when=WHEN
    ),
    "add_place": lambda store, actor, _: administering_places.add(
        store, actor, PlaceKind.BOARD, administering_places.Wanted("Noord"), when=WHEN
    ),
    "change_place": lambda store, actor, _: administering_places.change(
        store, actor, WILG, administering_places.Wanted("De Treurwilg"), when=WHEN
    ),
    "close": lambda store, actor, _: administering_places.close(store, actor, WILG, when=WHEN),
    "reopen": lambda store, actor, _: administering_places.reopen(store, actor, WILG, when=WHEN),
    "propose": lambda store, actor, _: administering_import.propose(
        store, actor, b"school\nDe Beuk\n", when=WHEN
    ),
    "adopt": lambda store, actor, _: administering_import.adopt(
        store, actor, b"school\nDe Beuk\n", when=WHEN
    ),
}


@pytest.fixture
def all_of_us(store: Store) -> Organisation:
    return organisation(store)


@pytest.mark.parametrize("name", EVERY_USE_CASE)
def test_only_the_beheerder_does_this(store: Store, all_of_us: Organisation, name: str) -> None:
    stranger = Person(uuid4(), "Vreemd")
    for actor in (*all_of_us, stranger):
        if actor != all_of_us.administrator:
            with pytest.raises(NotAllowedError, match="Deze pagina is er niet"):
                EVERY_USE_CASE[name](store, actor, all_of_us.an.person_id)


@pytest.mark.parametrize("name", EVERY_USE_CASE)
def test_who_works_alone_has_nothing_to_set_up(store: Store, name: str) -> None:
    """Also who was beheerder, before the installation went back to one owner."""
    together.begin(store, name="Noor", now=NOW)
    together.end(store)
    (owner,) = people.everybody(store)
    with pytest.raises(NotAllowedError):
        EVERY_USE_CASE[name](store, owner, owner.person_id)


def test_a_beheerder_whose_position_ended_is_none(store: Store, all_of_us: Organisation) -> None:
    gijs, an = all_of_us.administrator, all_of_us.an
    give(store, gijs, an, Position.ADMINISTRATOR, None)
    (mine,) = held(store, gijs)
    yesterday = TODAY - timedelta(days=1)
    administering_positions.end(store, gijs, mine, yesterday, when=WHEN)

    with pytest.raises(NotAllowedError):
        administering.everybody(store, gijs, when=WHEN)
    assert administering.everybody(store, an, when=WHEN)


def test_somebody_new_has_a_sealed_address_and_no_way_in(
    store: Store, all_of_us: Organisation
) -> None:
    new_id = administering.add_person(
        store, all_of_us.administrator, " Hal  Jansen ", "hal@school.nl", when=WHEN
    )
    new = administering.one(store, all_of_us.administrator, new_id, when=WHEN)

    assert new == Somebody(
        person=Person(new_id, "Hal Jansen"),
        address="hal@school.nl",
        is_active=True,
        can_come_in=False,
        has_link=False,
        positions=(),
    )
    ((kept,),) = store.read("select address from person where person_id = $1", new_id)
    assert kept
    assert "hal" not in kept
    assert kinds(store, new.person) == [EventKind.PLACES_IMPORTED]


@pytest.mark.parametrize(
    ("name", "address", "says"),
    [
        ("", "", "Vul de naam in"),
        ("\u200d\u202e", "", "Vul de naam in"),
        ("x" * 81, "", "Kort de naam in"),
        ("Hal", "hal@", "geen mailadres"),
        ("Hal", "h\u00e4l@school.nl", "geen mailadres"),
        ("Hal", "AN@school.nl", "al van An"),
    ],
)
def test_what_cannot_be_is_refused(
    store: Store, all_of_us: Organisation, name: str, address: str, says: str
) -> None:
    gijs, an = all_of_us.administrator, all_of_us.an
    administering.correct(store, gijs, an.person_id, "An", "an@school.nl", when=WHEN)
    with pytest.raises(InputError, match=says):
        administering.add_person(store, gijs, name, address, when=WHEN)
    with pytest.raises(InputError, match=says):
        administering.correct(store, gijs, all_of_us.bo.person_id, name, address, when=WHEN)
    assert len(people.everybody(store)) == len(all_of_us)


def test_a_correction_tells_what_and_never_into_what(store: Store, all_of_us: Organisation) -> None:
    gijs, an = all_of_us.administrator, all_of_us.an
    administering.correct(store, gijs, an.person_id, "Anna", "an@school.nl", when=WHEN)
    administering.correct(store, gijs, an.person_id, "Anna", "an@school.nl", when=WHEN)

    assert events.about(store, an.person_id) == (
        Event(NOW, EventKind.CORRECTED, gijs.person_id, an.person_id, {"what": "address"}),
        Event(NOW, EventKind.CORRECTED, gijs.person_id, an.person_id, {"what": "name"}),
    )
    assert seen(store, all_of_us, an).address == "an@school.nl"


def test_a_person_that_is_not_there_reads_like_any_other_refusal(
    store: Store, all_of_us: Organisation
) -> None:
    for name in ("one", "correct", "switch_off", "switch_on", "give", "make_link"):
        with pytest.raises(NotAllowedError, match="Deze persoon is er niet"):
            EVERY_USE_CASE[name](store, all_of_us.administrator, uuid4())
