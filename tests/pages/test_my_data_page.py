"""Mijn gegevens: what is kept, taking along, bringing in, putting right, erasing."""

import re
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.model.event import Event, EventKind
from ibreflect.model.person import Person
from ibreflect.store import events
from ibreflect.store import people as kept_people
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.screens import MY_DATA
from ibreflect.usecases import downloads, people, rounds
from tests.pages.conftest import LONG_AGO, everywhere, fill
from tests.pages.visitor import Visitor
from tests.store import scans
from tests.usecases import taking_along
from tests.usecases.organisation import Organisation, organisation, sign_in

HEADERS = (
    "Meenemen",
    "Opnemen van elders",
    "Naam en mailadres",
    "Wat er met je gegevens gebeurde",
    "Wissen",
)


@pytest.fixture
def taken(tmp_path: Path) -> bytes:
    """What somebody called Kim took along elsewhere."""
    elsewhere = Store(tmp_path / "elders.duckdb")
    people.introduce(elsewhere, name="Kim", school=scans.SCHOOL, today=LONG_AGO)
    kim = people.owner(elsewhere)
    assert kim is not None
    taking_along.full_person(elsewhere, kim)
    taking_along.talk(elsewhere, kim)
    content = taking_along.file_of(elsewhere, kim)
    elsewhere.close()
    return content


def test_it_tells_what_is_kept_and_what_can_be_done(
    store: Store, noor: Person, round_id: UUID
) -> None:
    fill(store, noor, round_id, everywhere(3))
    visitor = Visitor().go(MY_DATA)
    assert tuple(str(each.value) for each in visitor.app.header) == HEADERS
    kept = visitor.table(0).to_numpy().tolist()
    assert ["Meetrondes: 1", "alleen jij"] in kept
    assert [f"Antwoorden op stellingen en wensen: {len(everywhere(3))}", "alleen jij"] in kept


def test_the_files_are_fetched_from_our_own_address_once(store: Store, round_id: UUID) -> None:
    visitor = Visitor().go(MY_DATA).press("neem_mee")
    (ticket,) = set(re.findall(r"/ophalen/([\w-]+)", visitor.text))
    file = downloads.take(ticket, now=resources.seconds())
    assert file is not None
    assert file.name.endswith(".zip")
    assert "/media/" not in visitor.text
    assert ticket not in Visitor().go(MY_DATA).text


def test_taking_along_is_told_below(noor: Person) -> None:
    Visitor().go(MY_DATA).press("neem_mee")
    told = Visitor().go(MY_DATA).table(-1)
    assert told["Wat"].tolist() == [r"Je nam je gegevens mee in een bestand\."]


def test_name_and_address_are_put_right(store: Store, noor: Person) -> None:
    visitor = Visitor().go(MY_DATA)
    visitor.app.text_input(key="mijn_naam").set_value("Noor de Wit")
    visitor.app.text_input(key="mijn_adres").set_value("noor@example.org")
    _submit(visitor, "Bewaar")
    assert "Bewaard." in visitor.text
    assert people.owner(store) == Person(noor.person_id, "Noor de Wit")

    visitor.app.text_input(key="mijn_adres").set_value("geen adres")
    _submit(visitor, "Bewaar")
    assert [each.value for each in visitor.app.error] == [
        "Dit is geen mailadres. Controleer het, of laat het leeg."
    ]


def test_bringing_in_asks_whose_it_is_and_then_keeps_all(
    store: Store, noor: Person, taken: bytes
) -> None:
    visitor = _uploaded(taken)
    assert "Dit zijn gegevens van **Kim**" in visitor.text
    assert "Zijn die van jou?" in visitor.text
    assert "de meetronde najaar 2026, De Wilg" in visitor.text
    new = "Nieuw: 3 doelen, 2 antwoorden op reflectievragen en 5 stukjes logboek."
    assert new in visitor.text
    assert "Niet opgenomen: 1 gesprek." in visitor.text
    assert rounds.mine(store, noor) == ()

    visitor.press("neem_op:")
    assert "Opgenomen: 1 meetronde." in visitor.text
    assert [each.term.label for each in rounds.mine(store, noor)] == ["najaar 2026"]
    assert "staat hier al" in visitor.text
    assert "Niet opgenomen: 1 gesprek." in visitor.text
    assert not [each for each in visitor.app.button if str(each.key).startswith("neem_op")]


def test_what_is_wrong_with_a_file_is_told_literally(noor: Person, taken: bytes) -> None:
    changed = taking_along.edited(
        taken, lambda tree: tree["rounds"][0]["answers"].update({"[x](y) *": 9})
    )
    visitor = _uploaded(changed)
    assert "kan niet worden opgenomen" in visitor.app.error[0].value
    assert r"\[x\]\(y\) \*" in visitor.text


def test_everything_is_erased_only_after_the_word(store: Store, noor: Person) -> None:
    visitor = Visitor().go(MY_DATA)
    _submit(visitor, "Wis alles over mij")
    assert "Er is niets gewist" in visitor.app.error[0].value
    assert people.owner(store) == noor

    visitor.app.text_input(key="wis_woord").set_value("wissen")
    _submit(visitor, "Wis alles over mij")
    assert people.owner(store) is None
    assert visitor.title == "Welkom bij ibreflect"


def test_what_happened_is_told_newest_first_and_not_without_end(store: Store, noor: Person) -> None:
    for minute in range(35):
        at = datetime(2027, 3, 3, 9, minute)  # noqa: DTZ001
        mine = (noor.person_id, noor.person_id)
        events.record(store, Event(at, EventKind.EXPORTED, *mine, {"format": "zip"}))
    visitor = Visitor().go(MY_DATA)
    told = visitor.table(-1)
    assert told["Wanneer"].tolist()[0] == "3 maart 2027, 10:34 uur"
    assert len(told) == 30
    assert "Nog 5 oudere staan" in visitor.text


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


def test_it_opens_for_every_position_with_what_is_theirs(
    store: Store, everybody: Organisation
) -> None:
    for person in everybody:
        visitor = _signed_in(store, person)
        assert visitor.title == "Mijn gegevens"
        headers = [str(each.value) for each in visitor.app.header]
        assert "Aanmelden" in headers
        is_iber = person in {everybody.an, everybody.bo}
        assert ("Opnemen van elders" in headers) == is_iber
        assert ("Naar Meetrondes" in visitor.text) == is_iber


def test_the_only_beheerder_reads_why_not(store: Store, everybody: Organisation) -> None:
    visitor = _signed_in(store, everybody.administrator)
    visitor.app.text_input(key="wis_woord").set_value("WISSEN")
    _submit(visitor, "Wis alles over mij")
    assert "Je bent de enige beheerder" in visitor.app.error[0].value


def test_who_erased_everything_is_at_the_door_again(store: Store, everybody: Organisation) -> None:
    visitor, elsewhere = (_signed_in(store, everybody.an) for _ in range(2))
    visitor.app.text_input(key="wis_woord").set_value("WISSEN")
    _submit(visitor, "Wis alles over mij")
    assert elsewhere.go(MY_DATA).title == "Meld je eerst aan"
    assert {each.name for each in kept_people.everybody(store)} == {
        each.name for each in everybody
    } - {"An"}


def test_signing_out_everywhere_ends_every_session(store: Store, everybody: Organisation) -> None:
    first, second = (_signed_in(store, everybody.an) for _ in range(2))
    assert "Je bent nu aangemeld op 2 plekken" in second.text
    first.press("overal_afmelden")
    assert second.go(MY_DATA).title == "Meld je eerst aan"


def _signed_in(store: Store, person: Person) -> Visitor:
    visitor = Visitor()
    visitor.app.user = {"session": sign_in(store, person, now=resources.moment())}
    return visitor.go(MY_DATA)


def _uploaded(content: bytes) -> Visitor:
    visitor = Visitor().go(MY_DATA)
    visitor.app.file_uploader(key="opnemen_bestand").upload(
        "ibreflect-gegevens.json", content, "application/json"
    ).run()
    return visitor


def _submit(visitor: Visitor, label: str) -> None:
    (button,) = [each for each in visitor.app.button if each.label == label]
    button.click().run()
