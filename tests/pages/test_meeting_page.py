"""Netwerkbijeenkomst: choosing themes, one at a time, and the sheet as a file."""

import pytest

from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.screens import MEETING, NETWORK
from ibreflect.usecases import networks
from tests.pages.talk_scene import sign_in
from tests.pages.visitor import Visitor
from tests.usecases.networked import counted, iber, join
from tests.usecases.organisation import ALLIANCE, Organisation, organisation

NASTY = "<b>=1+1</b>"
SCHOOLS = 10


@pytest.fixture
def folk(store: Store) -> Organisation:
    """Ten schools with a snapshot of today: half of them answered 2, half 4."""
    everybody, today = organisation(store), resources.today()
    join(store, *range(SCHOOLS))
    for number in range(SCHOOLS):
        counted(store, number, 2 if number % 2 else 4, today)
    rename = "update alliance set name = $1 where alliance_id = $2"
    store.write(lambda transaction: transaction.run(rename, NASTY, ALLIANCE))
    return everybody


def _as(store: Store, who: object) -> Visitor:
    visitor = Visitor()
    visitor.app.user = {"session": sign_in(store, who)}  # type: ignore[arg-type]
    visitor.go(MEETING)
    assert not visitor.app.exception
    return visitor


def _publish(store: Store, folk: Organisation) -> None:
    networks.publish(store, folk.coach, ALLIANCE, "", now=resources.moment())


def test_without_a_picture_it_says_what_comes_first(store: Store, folk: Organisation) -> None:
    assert "is eerst een beeld van het netwerk nodig" in _as(store, folk.coach).text


def test_a_coach_and_an_iber_go_through_the_themes(store: Store, folk: Organisation) -> None:
    _publish(store, folk)
    for who in (folk.coach, iber(1)):
        visitor = _as(store, who)
        assert "de scholen zijn verdeeld" in visitor.text
        assert "Rollen en overlap \\(25 minuten\\)" in visitor.text
        assert "Thema 1 van 3" in visitor.text
        assert NASTY not in visitor.text
        assert "Vorig thema" not in [each.label for each in visitor.app.button]
        visitor.press("blader_right")
        assert "Analyse en kwaliteit \\(20 minuten\\)" in visitor.text
        assert "Rollen en overlap \\(25 minuten\\)" not in visitor.text
        visitor.press("blader_left")
        assert "Rollen en overlap \\(25 minuten\\)" in visitor.text
        assert not any(f"School {number}" in visitor.text for number in range(SCHOOLS))


def test_who_chooses_otherwise_gets_that(store: Store, folk: Organisation) -> None:
    _publish(store, folk)
    visitor = _as(store, folk.coach)
    visitor.app.multiselect[0].set_value(["mandaat"]).run()
    assert not visitor.app.exception
    assert "Wie beslist? \\(25 minuten\\)" in visitor.text
    assert "Hiervan is te weinig bekend" in visitor.text
    assert "Thema 1 van 1" in visitor.text
    visitor.app.toggle[0].set_value(True).run()
    assert "Wie beslist? \\(25 minuten\\)" in visitor.text
    visitor.app.multiselect[0].set_value([]).run()
    assert not visitor.app.exception
    assert "Maak een PDF" not in [each.label for each in visitor.app.button]


@pytest.mark.parametrize(("key", "name"), [("pdf", "pdf"), ("word", "docx")])
def test_the_sheet_is_fetched_once(store: Store, folk: Organisation, key: str, name: str) -> None:
    _publish(store, folk)
    visitor = _as(store, folk.coach).press(key)
    assert not visitor.app.exception
    assert f"Haal netwerkbijeenkomst.{name} op" in visitor.text
    assert "/ophalen/" in visitor.text


def test_the_way_there_is_on_the_page_of_the_network(store: Store, folk: Organisation) -> None:
    visitor = _as(store, folk.coach).go(NETWORK)
    assert "Naar de netwerkbijeenkomst" not in visitor.text
    _publish(store, folk)
    visitor.go(NETWORK)
    assert "Naar de netwerkbijeenkomst" in visitor.text
