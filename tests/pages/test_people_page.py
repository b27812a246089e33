"""Mensen: who is who, found, added, given a position and a link, and switched off."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.store import memberships, people, sessions
from ibreflect.store.connection import Store, Transaction
from ibreflect.ui.screens import PEOPLE
from ibreflect.ui.words import literal
from ibreflect.usecases import administering
from ibreflect.usecases.administering import Somebody, When
from tests.pages.visitor import Visitor
from tests.usecases.organisation import LONG_AGO, WILG, Organisation, organisation, sign_in

HOSTILE = "<b>=1+1</b> *ster*"


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def visitor(store: Store, everybody: Organisation) -> Visitor:
    return as_somebody(store, everybody.administrator)


def as_somebody(store: Store, person: Person) -> Visitor:
    visitor = Visitor()
    visitor.app.user = {"session": sign_in(store, person, now=_now())}
    return visitor


def found(store: Store, everybody: Organisation, name: str) -> Somebody:
    when = When(_now(), _now().date())
    known = administering.everybody(store, everybody.administrator, when=when)
    return next(each for each in known if each.person.name == name)


def _of(visitor: Visitor, person: Person) -> Visitor:
    return visitor.go(PEOPLE, wie=str(person.person_id))


def test_everybody_else_finds_no_such_page(store: Store, everybody: Organisation) -> None:
    for person in everybody:
        if person != everybody.administrator:
            assert as_somebody(store, person).go(PEOPLE).title == "Niet gevonden"


def test_who_works_alone_finds_no_such_page(store: Store, noor: Person) -> None:
    assert Visitor().go(PEOPLE).title == "Niet gevonden"


def test_everybody_is_there_with_what_they_are(visitor: Visitor) -> None:
    text = visitor.go(PEOPLE).text.replace("\\", "")
    for said in ("An", "Ib'er, De Wilg. Aangemeld: nog niet.", "Coach, PO Zuid", "Beheerder"):
        assert said in text


def test_the_list_is_searched_by_name_place_and_position(visitor: Visitor) -> None:
    for typed, names in (
        ("esdoorn", {"Bo", "Dilan"}),
        ("SCHOOLLEIDER wilg", {"Cas"}),
        ("x", set()),
    ):
        visitor.go(PEOPLE).app.text_input(key="zoek_mensen").set_value(typed).run()
        opened = [each for each in visitor.app.button if str(each.key).startswith("open:")]
        assert {each.label for each in opened} == names


def test_somebody_is_added_and_given_a_position(
    store: Store, everybody: Organisation, visitor: Visitor
) -> None:
    visitor.go(PEOPLE)
    visitor.app.text_input(key="nieuw_naam:7").set_value(HOSTILE)
    visitor.app.text_input(key="nieuw_mail:7").set_value(" hal@school.nl ")
    visitor.press("FormSubmitter:nieuw_mens")
    assert visitor.title == literal(HOSTILE)
    assert found(store, everybody, HOSTILE).address == "hal@school.nl"

    visitor.app.selectbox(key="waar:school").set_value(WILG).run()
    visitor.press("geef_functie")
    (held,) = found(store, everybody, HOSTILE).positions
    assert held.membership[1:3] == (Position.IB_COORDINATOR, WILG)


def test_what_is_wrong_is_said_and_stays_to_be_corrected(visitor: Visitor) -> None:
    visitor.go(PEOPLE)
    visitor.app.text_input(key="nieuw_naam:7").set_value("Hal")
    visitor.app.text_input(key="nieuw_mail:7").set_value("geen adres")
    visitor.press("FormSubmitter:nieuw_mens")

    assert "Dit is geen mailadres" in visitor.app.error[0].value
    assert visitor.app.text_input(key="nieuw_mail:7").value == "geen adres"


def test_a_position_ends(store: Store, everybody: Organisation, visitor: Visitor) -> None:
    _of(visitor, everybody.leader).press("beeindig:")
    (held,) = found(store, everybody, "Cas").positions
    assert held.membership.until is not None


def test_the_last_beheerder_stays(visitor: Visitor, everybody: Organisation) -> None:
    for key in ("beeindig:", "zet_uit:"):
        visitor.go(PEOPLE, wie=str(everybody.administrator.person_id)).press(key)
        assert "laatste beheerder" in visitor.app.error[0].value


def test_a_link_is_shown_once(visitor: Visitor, everybody: Organisation) -> None:
    _of(visitor, everybody.an).press("maak_link")
    link, text = (each.value for each in visitor.app.code)
    assert "/binnen/" in link
    assert text.startswith("Hallo An,")
    assert text.endswith(link)
    assert not visitor.open().app.code
    assert "wel een link" in visitor.text


def test_switching_off_signs_out_everywhere(
    store: Store, everybody: Organisation, visitor: Visitor
) -> None:
    digest = sign_in(store, everybody.an, now=_now())
    _of(visitor, everybody.an).press("zet_uit:")
    session = sessions.find(store, digest)
    assert session
    assert session.has_ended
    assert not found(store, everybody, "An").is_active

    visitor.press("zet_aan:")
    assert found(store, everybody, "An").is_active


def test_name_and_address_are_corrected(
    store: Store, everybody: Organisation, visitor: Visitor
) -> None:
    _of(visitor, everybody.an)
    visitor.app.text_input(key=f"naam:{everybody.an.person_id}").set_value("Anna")
    visitor.app.text_input(key=f"mail:{everybody.an.person_id}").set_value("anna@school.nl")
    visitor.press("FormSubmitter:verbeter")

    assert found(store, everybody, "Anna").address == "anna@school.nl"
    assert visitor.title == "Anna"


def test_three_hundred_people_come_in_parts(
    store: Store, everybody: Organisation, visitor: Visitor
) -> None:
    def work(transaction: Transaction) -> None:
        for number in range(300):
            person_id = uuid4()
            people.add(transaction, person_id, f"Persoon {number:03}")
            new = Membership(person_id, Position.IB_COORDINATOR, WILG, LONG_AGO, None)
            memberships.add(transaction, new)

    store.write(work)
    visitor.go(PEOPLE)
    opened = [each for each in visitor.app.button if str(each.key).startswith("open:")]
    assert len(opened) == 25
    visitor.app.selectbox(key="deel_mensen").set_value(12).run()
    assert "Persoon 299" in visitor.text
    visitor.app.text_input(key="zoek_mensen").set_value("persoon 123").run()
    assert [each.label for each in visitor.app.button if str(each.key).startswith("open:")] == [
        "Persoon 123"
    ]
