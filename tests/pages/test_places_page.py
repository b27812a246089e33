"""Scholen en besturen: found, added, changed, closed, and taken up from a list."""

import pytest

from ibreflect.model.membership import PlaceKind
from ibreflect.model.place import Place
from ibreflect.store import people, places
from ibreflect.store.connection import Store
from ibreflect.ui.screens import PLACES
from ibreflect.ui.words import literal
from ibreflect.usecases import together
from ibreflect.usecases.people_file import TEMPLATE
from tests.pages.test_people_page import HOSTILE, as_somebody
from tests.pages.visitor import Visitor
from tests.usecases.organisation import ALLIANCE, BOARD, NOW, WILG, Organisation, organisation


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def visitor(store: Store, everybody: Organisation) -> Visitor:
    return as_somebody(store, everybody.administrator)


def _named(store: Store, name: str) -> Place:
    return next(each for each in places.every(store) if each.name == name)


def _upload(visitor: Visitor, content: bytes) -> Visitor:
    visitor.app.file_uploader(key="lijst_csv").set_value(("lijst.csv", content, "text/csv")).run()
    return visitor


def test_everybody_else_finds_no_such_page(store: Store, everybody: Organisation) -> None:
    for person in everybody:
        if person != everybody.administrator:
            assert as_somebody(store, person).go(PLACES).title == "Niet gevonden"


def test_an_empty_installation_says_how_to_begin(store: Store) -> None:
    together.begin(store, name="Gijs", now=NOW)
    (gijs,) = people.everybody(store)
    assert "Er is nog niets." in as_somebody(store, gijs).go(PLACES).text


def test_places_are_found_by_name_and_board(visitor: Visitor) -> None:
    visitor.go(PLACES)
    visitor.app.text_input(key="zoek_plekken").set_value("zuid wilg").run()
    opened = [each.label for each in visitor.app.button if str(each.key).startswith("open:")]
    assert opened == ["De Wilg"]


def test_a_school_with_a_hostile_name_is_added_and_shown_as_typed(
    store: Store, visitor: Visitor
) -> None:
    visitor.go(PLACES)
    visitor.app.text_input(key="nieuw:school:4:naam").set_value(HOSTILE)
    visitor.app.selectbox(key="nieuw:school:4:board").set_value(BOARD)
    visitor.press("FormSubmitter:nieuw:")

    added = _named(store, HOSTILE)
    assert (added.kind, added.board_id, added.alliance_id) == (PlaceKind.SCHOOL, BOARD, None)
    assert literal(HOSTILE) in [
        each.label for each in visitor.app.button if str(each.key).startswith("open:")
    ]
    assert visitor.go(PLACES, plek=str(added.place_id)).title == literal(HOSTILE)


def test_a_school_is_changed_and_closed_and_opened(store: Store, visitor: Visitor) -> None:
    visitor.go(PLACES, plek=str(WILG))
    assert "An, ib'er, sinds 14 september 2020" in visitor.text
    visitor.app.text_input(key=f"wijzig:{WILG}:naam").set_value("De Beuk")
    visitor.press("FormSubmitter:wijzig:")
    assert _named(store, "De Beuk") == Place(PlaceKind.SCHOOL, WILG, "De Beuk", BOARD, ALLIANCE)

    visitor.press("sluit_school")
    assert _named(store, "De Beuk").is_closed
    visitor.press("open_school")
    assert not _named(store, "De Beuk").is_closed


def test_a_list_is_seen_first_and_then_taken_up(store: Store, visitor: Visitor) -> None:
    _upload(visitor.go(PLACES), TEMPLATE)
    labels = [each.label for each in visitor.app.expander]
    assert {"Nieuwe scholen: 1", "Nieuwe mensen: 2", "Nieuwe functies: 2"} <= {*labels}
    assert len(people.everybody(store)) == 7

    visitor.press("neem_op:")
    assert len(people.everybody(store)) == 9
    assert "De lijst is opgenomen." in visitor.text
    assert "Alles in deze lijst staat al in ibreflect." in visitor.text


def test_all_that_is_wrong_with_a_list_is_listed(store: Store, visitor: Visitor) -> None:
    content = f"school;naam;functie\nDe Wilg;{HOSTILE};ufo\n;Hal;ib'er\n"
    text = _upload(visitor.go(PLACES), content.encode()).text.replace("\\", "")

    assert "Dit kan nog niet: 2 punten." in text
    assert 'Regel 2: "ufo" is geen functie die ik ken.' in text
    assert "Regel 3: waar is deze functie?" in text
    assert not [each for each in visitor.app.button if str(each.key).startswith("neem_op")]
    assert len(people.everybody(store)) == 7


def test_names_from_a_list_are_shown_as_typed(visitor: Visitor) -> None:
    content = f"school;naam;functie\n{HOSTILE};{HOSTILE};ib'er\n"
    text = _upload(visitor.go(PLACES), content.encode()).text
    assert literal(f"{HOSTILE}: ib'er, {HOSTILE}") in text
    assert HOSTILE not in text
