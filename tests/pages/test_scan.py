"""Zelfscan: what is asked, and that every answer is on disk before the screen says so."""

import pytest

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import NonAnswer
from ibreflect.model.round import RoundId
from ibreflect.store import answers, framing
from ibreflect.store.connection import Store
from ibreflect.ui.screens import SCAN
from ibreflect.usecases import fill_in, rounds
from tests.pages.conftest import begin, everywhere, fill, instrument, kept
from tests.pages.visitor import Visitor

ANSWERS = ["bijna nooit", "soms", "regelmatig", "vaak", "bijna altijd"]
NON_ANSWERS = ["niet van toepassing", "kan ik niet beoordelen", "ligt bij ons bij een ander"]
PARTS = [scale.id for scale in instrument().questionnaire.scales]


@pytest.mark.parametrize("part", PARTS)
def test_every_statement_is_a_labelled_radio_group_with_nothing_chosen(
    round_id: RoundId, part: str
) -> None:
    shown = instrument().questionnaire.scales[PARTS.index(part)]
    visitor = Visitor().go(SCAN, deel=part)
    groups = visitor.app.segmented_control

    assert visitor.app.header[0].value == shown.title
    assert [each.label for each in groups] == [
        f"{number}. {item.self_text}" for number, item in enumerate(shown.items, start=1)
    ]
    assert all(each.options == [*ANSWERS, *NON_ANSWERS] for each in groups)
    assert all(each.value is None for each in groups)
    assert all(each.proto.required for each in groups)


@pytest.mark.parametrize("given", [1, 2, 3, 4, 5, *NonAnswer])
def test_an_answer_is_on_disk_after_it_is_given(
    store: Store, noor: Person, round_id: RoundId, given: int | NonAnswer
) -> None:
    visitor = Visitor().go(SCAN).answer("LC1", given)

    assert kept(store, noor, round_id) == {"LC1": given}
    assert "Opgeslagen." in visitor.status


def test_what_was_not_answered_is_not_called_saved(round_id: RoundId) -> None:
    assert "Opgeslagen" not in Visitor().go(SCAN).status


def test_a_changed_answer_counts_and_the_same_again_is_not_kept_twice(
    store: Store, noor: Person, round_id: RoundId
) -> None:
    visitor = Visitor().go(SCAN).answer("LC1", 2).open().answer("LC1", 4)
    response_id = rounds.one(store, noor, round_id).response_id
    number = answers.newest(store, response_id)["LC1"].answer_id

    visitor.open()
    visitor.open()

    assert kept(store, noor, round_id) == {"LC1": 4}
    assert answers.newest(store, response_id)["LC1"].answer_id == number


def test_the_status_line_counts_what_is_left(store: Store, noor: Person, round_id: RoundId) -> None:
    visitor = Visitor().go(SCAN)
    assert "Nog 8 open in dit deel, 32 in totaal." in visitor.status

    visitor.answer("LC1", 3).answer("LC2", NonAnswer.ELSEWHERE)
    assert "Opgeslagen. Nog 6 open in dit deel, 30 in totaal." in visitor.status

    for number in range(3, 9):
        visitor.answer(f"LC{number}", 3)
    assert "Dit deel is klaar; in totaal nog 24 open." in visitor.status

    for item_id, given in everywhere(3).items():
        fill_in.save(store, noor, round_id, item_id=item_id, given=given)
    assert "Alles is ingevuld" in visitor.open().status


def test_the_address_says_which_part_is_shown(round_id: RoundId) -> None:
    assert Visitor().go(SCAN, deel="care_director").item("ZR1").value is None
    assert Visitor().go(SCAN, deel="bestaat niet").item("LC1").value is None


def test_the_buttons_walk_through_the_parts_to_the_overview(round_id: RoundId) -> None:
    visitor = Visitor().go(SCAN)
    titles = [scale.title for scale in instrument().questionnaire.scales]
    seen = [visitor.app.header[0].value]
    for _ in titles[1:]:
        visitor.press("verder")
        seen.append(visitor.app.header[0].value)
    assert seen == titles

    visitor.press("terug")
    assert visitor.app.header[0].value == titles[-2]
    assert visitor.press("verder").press("verder").title == "Overzicht en inleveren"


def test_the_links_to_the_other_parts_say_how_far_each_is(round_id: RoundId) -> None:
    Visitor().go(SCAN, deel="trend_analyst").answer("TA1", 3)
    visitor = Visitor().go(SCAN, deel="learning_coordinator")
    labels = [each.proto.label for each in visitor.app.page_link]
    assert labels == [
        "Leercoördinator",
        "Trendanalist 1/8",
        "Zorgregisseur 0/8",
        "Waar de rollen samenkomen 0/8",
    ]


def test_a_reload_shows_every_answer_at_the_place_where_she_was(round_id: RoundId) -> None:
    visitor = Visitor().go(SCAN, deel="trend_analyst")
    visitor.answer("TA1", 5).answer("TA2", NonAnswer.CANNOT_JUDGE)

    reloaded = Visitor().go(SCAN)
    assert reloaded.app.header[0].value == "Trendanalist"
    assert reloaded.item("TA1").value == 5
    assert reloaded.item("TA2").value is NonAnswer.CANNOT_JUDGE
    assert reloaded.item("TA3").value is None


def test_a_note_beside_a_part_is_kept(store: Store, round_id: RoundId) -> None:
    visitor = Visitor().go(SCAN)
    visitor.field("notitie:learning_coordinator").set_value("Bij groep 5").run()

    assert framing.texts(store, round_id) == {"notitie:learning_coordinator": "Bij groep 5"}
    reloaded = Visitor().go(SCAN)
    assert reloaded.field("notitie:learning_coordinator").value == "Bij groep 5"


def test_a_round_at_another_school_is_another_scan(
    store: Store, noor: Person, round_id: RoundId
) -> None:
    fill(store, noor, round_id, everywhere(5))
    begin(store, noor, school="De Linde")

    visitor = Visitor().go(SCAN)
    assert "De Linde" in visitor.text
    assert all(each.value is None for each in visitor.app.segmented_control)
