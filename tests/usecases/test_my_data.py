"""What is kept of somebody: told, put right, and erased for good."""

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.event import Event, EventKind
from ibreflect.model.membership import INSTALLATION, Membership, Position
from ibreflect.model.person import Person
from ibreflect.store import events, memberships
from ibreflect.store import people as kept_people
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in, my_data, people, rounds, signing_in
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases import taking_along
from tests.usecases.organisation import LONG_AGO, organisation, sign_in
from tests.usecases.organisation import NOW as SIGNED_IN_AT
from tests.usecases.taking_along import NOW, TODAY


@pytest.fixture
def owner(store: Store) -> Person:
    people.introduce(store, name="Noor", school=scans.SCHOOL, today=LONG_AGO)
    found = people.owner(store)
    assert found is not None
    return found


def test_everything_that_is_kept_is_told_with_its_number(store: Store, owner: Person) -> None:
    taking_along.full_person(store, owner)
    told = {each.what: each.number for each in my_data.overview(store, owner).lines}
    assert told == {
        "Meetrondes": 1,
        "Antwoorden op stellingen en wensen": len(taking_along.given()),
        "Teksten en notities": 1,
        "Antwoorden over je school": 1,
        "Getallen over je tijd": 1,
        "Beelden van wat groepen zeiden": 1,
        "Koersen van je school": 1,
        "Afspraken over wie waarover beslist": 1,
        "Doelen, met hun notities": 2,
        "Logboek: wat je opschreef": 5,
        "Antwoorden op reflectievragen": 2,
        "Posities": 1,
    }


def test_an_answer_that_was_changed_counts_once_and_nobody_else_counts(
    store: Store, owner: Person, somebody_else: Person
) -> None:
    round_id = scans.begin(store, owner)
    for value in (1, 2, 3):
        fill_in.save(store, owner, round_id, item_id="LC1", given=value)
    taking_along.full_person(store, somebody_else)
    told = {each.what: each.number for each in my_data.overview(store, owner).lines}
    assert told == {"Meetrondes": 1, "Antwoorden op stellingen en wensen": 1, "Posities": 1}


def test_the_list_of_people_counts_until_asking_ends(store: Store, owner: Person) -> None:
    round_id = others.begin(store, owner, "rolhelderheid")
    others.ask_team(store, owner, round_id, 4)
    what = "Mensen op je lijst, tot het vragen sluit"
    before = {each.what: each.number for each in my_data.overview(store, owner).lines}
    assert before[what] == 4
    others.end_asking(store, owner, round_id)
    after = {each.what: each.number for each in my_data.overview(store, owner).lines}
    assert what not in after


def test_name_and_address_are_put_right_and_the_address_is_sealed(
    store: Store, owner: Person
) -> None:
    assert my_data.correct(
        store, owner, name="  Noor  de Wit ", address="noor@example.org", now=NOW
    )
    assert people.owner(store) == Person(owner.person_id, "Noor de Wit")
    assert my_data.overview(store, owner).address == "noor@example.org"
    ((sealed,),) = store.read("select address from person")
    assert "noor" not in sealed
    told = [(each.kind, dict(each.fields)) for each in events.about(store, owner.person_id)]
    assert told == [
        (EventKind.CORRECTED, {"what": "address"}),
        (EventKind.CORRECTED, {"what": "name"}),
    ]


def test_what_is_right_already_is_no_event(store: Store, owner: Person) -> None:
    assert not my_data.correct(store, owner, name="Noor", address="", now=NOW)
    assert events.about(store, owner.person_id) == ()


def test_an_address_can_be_taken_away(store: Store, owner: Person) -> None:
    my_data.correct(store, owner, name="Noor", address="noor@example.org", now=NOW)
    assert my_data.correct(store, owner, name="Noor", address=" ", now=NOW)
    assert my_data.overview(store, owner).address == ""


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("", ""),
        (" \u200b ", ""),
        ("x" * 81, ""),
        ("Noor", "geen adres"),
        ("Noor", "a@" + "b" * 300),
    ],
)
def test_what_cannot_be_is_not_kept(store: Store, owner: Person, name: str, address: str) -> None:
    with pytest.raises(InputError):
        my_data.correct(store, owner, name=name, address=address, now=NOW)
    assert people.owner(store) == owner
    assert events.about(store, owner.person_id) == ()


def test_erasing_a_round_is_an_event_without_the_round(store: Store, owner: Person) -> None:
    round_id = taking_along.full_person(store, owner)
    my_data.erase_round(store, owner, round_id, now=NOW)
    assert rounds.mine(store, owner) == ()
    mine = (owner.person_id, owner.person_id)
    assert events.about(store, owner.person_id) == (Event(NOW, EventKind.ROUND_ERASED, *mine, {}),)


def test_nobody_erases_the_round_of_somebody_else(
    store: Store, owner: Person, somebody_else: Person
) -> None:
    round_id = scans.begin(store, owner)
    with pytest.raises(NotAllowedError):
        my_data.erase_round(store, somebody_else, round_id, now=NOW)
    assert len(rounds.mine(store, owner)) == 1
    assert events.about(store, somebody_else.person_id) == ()


def test_after_erasing_everything_only_that_it_happened_is_left(
    store: Store, owner: Person
) -> None:
    taking_along.full_person(store, owner)
    my_data.correct(store, owner, name="Noor", address="noor@example.org", now=NOW)
    my_data.erase_everything(store, owner, now=NOW, today=TODAY)
    kept = scans.contents(store)
    assert not [row for rows in kept.values() for row in rows if owner.person_id in row.values()]
    gone = Event(NOW, EventKind.PERSON_ERASED, None, None)
    assert events.newest(store, (EventKind.PERSON_ERASED,), 9) == (gone,)
    assert people.owner(store) is None


def test_who_erased_everything_is_no_longer_signed_in(store: Store) -> None:
    everybody = organisation(store)
    digest = sign_in(store, everybody.an)
    my_data.erase_everything(store, everybody.an, now=NOW, today=TODAY)
    assert signing_in.person(store, digest, now=SIGNED_IN_AT) is None
    assert kept_people.person(store, everybody.bo.person_id) == everybody.bo


def test_the_only_beheerder_stays_until_there_is_another(store: Store) -> None:
    everybody = organisation(store)
    only = everybody.administrator
    with pytest.raises(InputError, match="Je bent de enige beheerder"):
        my_data.erase_everything(store, only, now=NOW, today=TODAY)
    assert kept_people.person(store, only.person_id) == only

    another = Membership(
        everybody.an.person_id, Position.ADMINISTRATOR, INSTALLATION, LONG_AGO, None
    )
    store.write(lambda transaction: memberships.add(transaction, another))
    my_data.erase_everything(store, only, now=NOW, today=TODAY)
    assert kept_people.person(store, only.person_id) is None


def test_where_several_people_work_the_beheerder_gives_the_address(store: Store) -> None:
    an = organisation(store).an
    with pytest.raises(InputError, match="verandert de beheerder"):
        my_data.correct(store, an, name="Anna", address="fay@school.nl", now=NOW)
    assert kept_people.person(store, an.person_id) == an
    assert my_data.correct(store, an, name="Anna", address="", now=NOW)
