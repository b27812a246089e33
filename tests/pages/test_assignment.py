"""Mijn opdracht: kept at once, shown again the next time, never required."""

from datetime import date

from ibreflect.model.assignment import ASSIGNMENT_QUESTIONS, CONTEXT_FIELDS, VISION_QUESTION
from ibreflect.model.person import Person
from ibreflect.model.round import RoundId
from ibreflect.store import framing
from ibreflect.store.connection import Store
from ibreflect.ui.screens import ASSIGNMENT
from ibreflect.usecases import framing as use_case
from ibreflect.usecases import rounds
from tests.pages.conftest import LONG_AGO, begin, everywhere, fill
from tests.pages.visitor import Visitor

A_YEAR_LATER = LONG_AGO.replace(year=LONG_AGO.year + 1)


def test_it_asks_six_questions_and_the_context_card(round_id: RoundId) -> None:
    visitor = Visitor().go(ASSIGNMENT)

    assert [each.label for each in visitor.app.text_area] == [
        *(question.text for question in ASSIGNMENT_QUESTIONS),
        VISION_QUESTION.text,
    ]
    assert len(ASSIGNMENT_QUESTIONS) == 6
    assert [each.label for each in visitor.app.selectbox] == [
        field.question for field in CONTEXT_FIELDS
    ]
    assert all(each.value is None for each in visitor.app.selectbox)


def test_a_text_and_a_choice_are_on_disk_at_once(store: Store, round_id: RoundId) -> None:
    visitor = Visitor().go(ASSIGNMENT)
    visitor.field("opdracht:school").set_value("Rust en leesonderwijs").run()
    assert framing.texts(store, round_id) == {"opdracht:school": "Rust en leesonderwijs"}
    assert "Opgeslagen." in visitor.text

    visitor.field("omgeving").set_value("dorp").run()
    assert framing.choices(store, round_id) == {"omgeving": "dorp"}

    reloaded = Visitor().go(ASSIGNMENT)
    assert reloaded.field("opdracht:school").value == "Rust en leesonderwijs"
    assert reloaded.field("omgeving").value == "dorp"


def test_what_is_emptied_is_gone(store: Store, round_id: RoundId) -> None:
    visitor = Visitor().go(ASSIGNMENT)
    visitor.field("opdracht:wens").set_value("Meer tijd").run()
    visitor.field("omgeving").set_value("stad").run()
    visitor.field("opdracht:wens").set_value("").run()
    visitor.field("omgeving").set_value(None).run()

    assert framing.texts(store, round_id) == {}
    assert framing.choices(store, round_id) == {}


def test_everything_may_be_skipped(store: Store, round_id: RoundId) -> None:
    visitor = Visitor().go(ASSIGNMENT).press("naar_zelfscan")

    assert visitor.title == "Zelfscan"
    assert framing.texts(store, round_id) == {}
    assert framing.choices(store, round_id) == {}


def test_a_year_later_the_old_answers_stand_beside_the_new(
    store: Store, noor: Person, round_id: RoundId
) -> None:
    use_case.save_text(store, noor, round_id, topic="opdracht:school", body="Rust")
    use_case.save_choice(store, noor, round_id, field="omgeving", choice="dorp")
    fill(store, noor, round_id, everywhere(3))
    begin(store, noor, A_YEAR_LATER)

    visitor = Visitor().go(ASSIGNMENT)
    assert "Vorige keer schreef je: Rust" in visitor.text
    assert "Vorige keer: dorp of platteland" in visitor.text
    assert visitor.field("opdracht:school").value == ""
    assert visitor.field("omgeving").value is None


def test_the_first_time_there_is_nothing_from_before(round_id: RoundId) -> None:
    assert "Vorige keer" not in Visitor().go(ASSIGNMENT).text


def test_a_tab_left_open_cannot_write_into_a_closed_round(
    store: Store, noor: Person, round_id: RoundId
) -> None:
    tab = Visitor().go(ASSIGNMENT)
    fill(store, noor, round_id, everywhere(3))
    rounds.close(store, noor, round_id)

    tab.field("opdracht:school").set_value("Te laat").run()

    assert framing.texts(store, round_id) == {}
    assert "Er is nu geen meetronde om aan te werken." in tab.text


def test_texts_of_the_next_round_leave_the_old_ones_alone(
    store: Store, noor: Person, round_id: RoundId
) -> None:
    use_case.save_text(store, noor, round_id, topic="opdracht:school", body="Rust")
    fill(store, noor, round_id, everywhere(3))
    later = begin(store, noor, date(2022, 9, 12))

    Visitor().go(ASSIGNMENT).field("opdracht:school").set_value("Lezen").run()

    assert framing.texts(store, round_id) == {"opdracht:school": "Rust"}
    assert framing.texts(store, later) == {"opdracht:school": "Lezen"}
