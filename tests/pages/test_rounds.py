"""Meetrondes: the list, a new round, reopening and closing.

Erasing asks for confirmation in a dialog, which AppTest cannot press: the browser tests do that.
"""

from uuid import UUID

from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui.screens import ROUNDS
from ibreflect.usecases import rounds
from tests.pages.conftest import LONG_AGO, SCHOOL, begin, everywhere, fill, kept
from tests.pages.visitor import Visitor
from tests.usecases import topics


def test_without_rounds_the_page_says_so_and_offers_one(store: Store, noor: Person) -> None:
    visitor = Visitor().go(ROUNDS)
    assert "Je hebt nog geen meetronde." in visitor.text

    visitor.press("ronde_begin")
    assert visitor.title == "Mijn opdracht"
    assert [each.school_name for each in rounds.mine(store, noor)] == [SCHOOL]


def test_a_round_of_this_term_is_not_begun_twice(store: Store, noor: Person) -> None:
    first, second = Visitor().go(ROUNDS), Visitor().go(ROUNDS)
    first.press("ronde_begin")
    second.press("ronde_begin")

    assert len(rounds.mine(store, noor)) == 1


def test_an_unfinished_scan_stands_in_the_way_of_a_new_one(
    store: Store, noor: Person, round_id: UUID
) -> None:
    visitor = Visitor().go(ROUNDS).press("ronde_begin")

    (error,) = [each.value for each in visitor.app.error]
    assert error.startswith("Je scan van najaar 2020 is nog niet ingeleverd.")
    assert [each.round_id for each in rounds.mine(store, noor)] == [round_id]


def test_a_new_round_closes_the_one_before(store: Store, noor: Person, round_id: UUID) -> None:
    fill(store, noor, round_id, everywhere(3))
    Visitor().go(ROUNDS).press("ronde_begin")

    before, now = rounds.mine(store, noor)
    assert before.round_id == round_id
    assert not before.is_open
    assert now.is_open


def test_rounds_stand_newest_first_with_their_state(
    store: Store, noor: Person, round_id: UUID
) -> None:
    fill(store, noor, round_id, everywhere(3))
    rounds.close(store, noor, round_id)
    begin(store, noor, LONG_AGO.replace(year=LONG_AGO.year + 1), "De Linde")

    text = Visitor().go(ROUNDS).text
    states = ("De Linde", "Je bent nog aan het invullen.", "De Wilg", "Afgesloten.")
    places = [text.index(each) for each in states]
    assert places == sorted(places)


def test_an_unfinished_round_is_continued(round_id: UUID) -> None:
    assert Visitor().go(ROUNDS).press("verder:").title == "Zelfscan"


def test_closing_leaves_only_looking(store: Store, noor: Person, round_id: UUID) -> None:
    fill(store, noor, round_id, everywhere(3))
    visitor = Visitor().go(ROUNDS).press("sluit:")

    assert not rounds.one(store, noor, round_id).is_open
    assert kept(store, noor, round_id) == everywhere(3)
    keys = [str(each.key) for each in visitor.app.button]
    assert [key.split(":")[0] for key in keys] == ["wis", "ronde_begin"]


def test_reopening_leads_back_to_the_scan(store: Store, noor: Person, round_id: UUID) -> None:
    fill(store, noor, round_id, everywhere(3))
    visitor = Visitor().go(ROUNDS).press("heropen:")

    assert visitor.title == "Zelfscan"
    assert not rounds.one(store, noor, round_id).handed_in


def test_erasing_asks_first(store: Store, noor: Person, round_id: UUID) -> None:
    visitor = Visitor().go(ROUNDS).press("wis:")

    assert "Dat is niet terug te draaien." in visitor.text
    assert [each.round_id for each in rounds.mine(store, noor)] == [round_id]


def test_a_new_round_asks_the_topics_of_the_school_that_is_chosen(
    store: Store, noor: Person
) -> None:
    desks = [topics.at(store, noor, school) for school in (SCHOOL, "De Linde")]
    for desk in desks:
        desk.save(topics.wanted(desk.maps(), "De tuin verdelen"))

    for school, version in ((SCHOOL, "1.1.0"), ("De Linde", "1.2.0")):
        visitor = Visitor().go(ROUNDS)
        visitor.app.checkbox(key="module:mandaatkaart").check().run()
        visitor.app.selectbox(key="ronde_school").set_value(school).run()
        assert visitor.app.checkbox(key="module:mandaatkaart").value
        visitor.press("ronde_begin")
        begun = next(each for each in rounds.mine(store, noor) if each.school_name == school)
        assert ("mandaatkaart", version) in begun.asked


def test_a_school_that_is_typed_in_has_topics_of_its_own_only_when_it_is_known(
    store: Store, noor: Person
) -> None:
    desk = topics.at(store, noor, SCHOOL)
    desk.save(topics.wanted(desk.maps(), "De tuin verdelen"))

    for typed, version in (("De Linde", "1.0.0"), (f" {SCHOOL} ", "1.1.0")):
        visitor = Visitor().go(ROUNDS)
        visitor.app.selectbox(key="ronde_school").select("een andere school …").run()
        visitor.app.text_input(key="ronde_andere_school").set_value(typed).run()
        visitor.app.checkbox(key="module:mandaatkaart").check().run()
        visitor.press("ronde_begin")
        name = typed.strip()
        begun = next(each for each in rounds.mine(store, noor) if each.school_name == name)
        assert ("mandaatkaart", version) in begun.asked
