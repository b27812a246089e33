"""Reflectievragen: kept at once, with earlier years beside it, and nobody else's."""

from datetime import date

from ibreflect.model.assignment import ASSIGNMENT_QUESTIONS
from ibreflect.model.person import Person
from ibreflect.model.reflection import REFLECTION_QUESTIONS
from ibreflect.model.round import RoundId, term_of
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.screens import ASSIGNMENT, REFLECTION
from ibreflect.ui.words import literal
from ibreflect.usecases import framing, reflection
from tests.pages.conftest import LONG_AGO
from tests.pages.test_people_page import as_somebody
from tests.pages.visitor import Visitor
from tests.usecases.organisation import organisation

WHY = "reflectie:waarom"


def years_ago(number: int) -> date:
    """A day in the school year that many years before this one."""
    today = resources.today()
    first = int(term_of(today).school_year[:4])
    return date(first - number, 10, 1)


def bodies(visitor: Visitor) -> list[str]:
    return [str(each.value) for each in visitor.app.text]


def test_it_asks_five_questions_and_says_where_they_come_from(store: Store, noor: Person) -> None:
    visitor = Visitor().go(REFLECTION)
    asked = [each.label for each in visitor.app.text_area]
    assert asked == [question.text for question in REFLECTION_QUESTIONS]
    assert len(asked) == 5
    assert "regels 167" in visitor.text
    assert bodies(visitor) == []
    assert not visitor.app.exception


def test_an_answer_is_on_disk_at_once_and_there_the_next_time(store: Store, noor: Person) -> None:
    visitor = Visitor().go(REFLECTION)
    visitor.field(WHY).set_value("Om kinderen te zien groeien.").run()
    (kept,) = reflection.answers(store, noor)
    assert kept.body == "Om kinderen te zien groeien."
    assert "Opgeslagen." in visitor.text
    assert Visitor().go(REFLECTION).field(WHY).value == kept.body


def test_a_window_that_stayed_open_does_not_put_its_older_text_back(
    store: Store, noor: Person
) -> None:
    left_open = Visitor().go(REFLECTION)
    left_open.field(WHY).set_value("eerst").run()
    Visitor().go(REFLECTION).field(WHY).set_value("later").run()
    left_open.open()
    assert left_open.field(WHY).value == "later"
    assert [each.body for each in reflection.answers(store, noor)] == ["later"]


def test_last_year_stands_beside_this_year(store: Store, noor: Person) -> None:
    reflection.save(store, noor, WHY, "Om *de* leraren", today=years_ago(1))
    visitor = Visitor().go(REFLECTION)
    assert bodies(visitor) == ["Om *de* leraren"]
    assert literal(term_of(years_ago(1)).school_year) in visitor.text
    assert visitor.field(WHY).value == ""


def test_ten_years_are_all_there_and_the_oldest_are_folded_away(store: Store, noor: Person) -> None:
    for number in range(1, 11):
        reflection.save(store, noor, WHY, f"{number} jaar geleden", today=years_ago(number))
    visitor = Visitor().go(REFLECTION)
    assert bodies(visitor) == [f"{number} jaar geleden" for number in range(1, 11)]
    (older,) = visitor.app.expander
    assert older.label == "Ouder (8)"
    assert len(older.text) == 8


def test_mijn_opdracht_is_read_back_and_not_asked_again(
    store: Store, noor: Person, round_id: RoundId
) -> None:
    framing.save_text(store, noor, round_id, topic="opdracht:wens", body="Meer tijd\nvoor lezen")
    visitor = Visitor().go(REFLECTION)
    assert bodies(visitor) == ["Meer tijd\nvoor lezen"]
    assert literal(term_of(LONG_AGO).label) in visitor.text
    asked = {each.label for each in visitor.app.text_area}
    assert asked.isdisjoint(question.text for question in ASSIGNMENT_QUESTIONS)
    assert [each.proto.page for each in visitor.app.get("page_link")][-1] == ASSIGNMENT.name


def test_another_ib_coordinator_sees_nothing_of_it(store: Store) -> None:
    folk = organisation(store)
    reflection.save(store, folk.an, WHY, "van An alleen", today=resources.today())
    assert as_somebody(store, folk.an).go(REFLECTION).field(WHY).value == "van An alleen"
    other = as_somebody(store, folk.bo).go(REFLECTION)
    assert other.field(WHY).value == ""
    assert "van An alleen" not in other.text
