"""Inleveren: what is open, handing in once, reopening until the round closes."""

from uuid import UUID

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import NonAnswer
from ibreflect.store.connection import Store
from ibreflect.ui.screens import HAND_IN, PICTURE, SCAN
from ibreflect.usecases import fill_in, rounds
from tests.pages.conftest import everywhere, fill, instrument, kept
from tests.pages.visitor import Visitor

OPEN = ("LC3", "TA1", "TA8", "PR8")


def test_the_overview_lists_exactly_what_is_open(
    store: Store, noor: Person, round_id: UUID
) -> None:
    for item_id, given in everywhere(2).items():
        if item_id not in OPEN:
            fill_in.save(store, noor, round_id, item_id=item_id, given=given)
    visitor = Visitor().go(HAND_IN)

    listed = [line for line in visitor.text.splitlines() if line.startswith("- ")]
    texts = [item.self_text for item in instrument().questionnaire.items if item.id in OPEN]
    assert [line.replace("\\", "") for line in listed] == [f"- {text}" for text in texts]
    assert "28 van de 32 stellingen ingevuld" in visitor.text
    assert [each.value for each in visitor.app.subheader] == [
        "Leercoördinator: nog 1 stelling open",
        "Trendanalist: nog 2 stellingen open",
        "Waar de rollen samenkomen: nog 1 stelling open",
    ]
    jumps = [each.proto.query_string for each in visitor.app.page_link]
    assert jumps == ["deel=learning_coordinator", "deel=trend_analyst", "deel=role_overlap"]


def test_a_complete_scan_says_so(store: Store, noor: Person, round_id: UUID) -> None:
    for item_id in everywhere(1):
        given = NonAnswer.NOT_APPLICABLE
        fill_in.save(store, noor, round_id, item_id=item_id, given=given)

    visitor = Visitor().go(HAND_IN)
    assert [each.value for each in visitor.app.success] == ["Alle stellingen hebben een antwoord."]


def test_an_empty_scan_cannot_be_handed_in(store: Store, noor: Person, round_id: UUID) -> None:
    assert Visitor().go(HAND_IN).app.button(key="inleveren").disabled


def test_handing_in_leads_to_the_picture(store: Store, noor: Person, round_id: UUID) -> None:
    fill_in.save(store, noor, round_id, item_id="LC1", given=2)
    visitor = Visitor().go(HAND_IN).press("inleveren")

    assert rounds.one(store, noor, round_id).handed_in
    assert visitor.title == "Mijn beeld"


def test_handing_in_from_two_tabs_is_handing_in_once(
    store: Store, noor: Person, round_id: UUID
) -> None:
    fill_in.save(store, noor, round_id, item_id="LC1", given=2)
    first, second = Visitor().go(HAND_IN), Visitor().go(HAND_IN)
    first.press("inleveren")
    second.press("inleveren")

    assert rounds.one(store, noor, round_id).handed_in
    assert kept(store, noor, round_id) == {"LC1": 2}
    assert not second.app.exception
    assert "is ingeleverd" in second.text


def test_a_handed_in_scan_can_be_reopened_and_changed(
    store: Store, noor: Person, round_id: UUID
) -> None:
    fill(store, noor, round_id, everywhere(3))
    visitor = Visitor().go(SCAN)
    assert not visitor.app.segmented_control

    visitor.press("heropen").answer("PR1", 5)
    assert not rounds.one(store, noor, round_id).handed_in
    assert kept(store, noor, round_id) == {**everywhere(3), "PR1": 5}

    visitor.go(PICTURE)
    assert "Vul eerst je zelfscan in en lever die in." in visitor.text


def test_a_closed_round_is_only_looked_at(store: Store, noor: Person, round_id: UUID) -> None:
    fill(store, noor, round_id, everywhere(3))
    tab = Visitor().go(SCAN)
    rounds.close(store, noor, round_id)

    for screen in (SCAN, HAND_IN):
        assert "Er is nu geen meetronde om aan te werken." in Visitor().go(screen).text
    assert "Er is nu geen meetronde om aan te werken." in tab.press("heropen").text
    assert rounds.one(store, noor, round_id).handed_in
    assert Visitor().go(PICTURE).app.table
