"""Start: from a stranger with an empty installation to a first round."""

import pytest

from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui.screens import START
from ibreflect.usecases import fill_in, people, rounds
from tests.pages.conftest import SCHOOL, begin, everywhere, fill
from tests.pages.visitor import Visitor

BEGIN = "FormSubmitter:kennismaken"


def test_a_stranger_reads_what_this_is_and_is_asked_two_things(store: Store) -> None:
    visitor = Visitor().open()

    assert visitor.title == "Welkom bij ibreflect"
    assert "32 stellingen" in visitor.text
    assert [each.label for each in visitor.app.text_input] == [
        "Hoe heet je?",
        "Op welke school werk je?",
    ]


@pytest.mark.parametrize(
    ("name", "school", "sentence"),
    [
        ("", SCHOOL, "Vul je naam in."),
        ("   ", SCHOOL, "Vul je naam in."),
        ("Noor", "", "Vul de naam van je school in."),
    ],
)
def test_a_missing_name_is_asked_for_and_nothing_typed_is_lost(
    store: Store, name: str, school: str, sentence: str
) -> None:
    visitor = Visitor().open()
    visitor.app.text_input(key="naam").set_value(name)
    visitor.app.text_input(key="school").set_value(school)
    visitor.press(BEGIN)

    assert [each.value for each in visitor.app.error] == [sentence]
    assert visitor.app.text_input(key="naam").value == name
    assert visitor.app.text_input(key="school").value == school
    assert people.owner(store) is None


def test_who_introduces_herself_is_known_from_then_on(store: Store) -> None:
    visitor = Visitor().open()
    visitor.app.text_input(key="naam").set_value("Noor")
    visitor.app.text_input(key="school").set_value(SCHOOL)
    visitor.press(BEGIN)

    owner = people.owner(store)
    assert owner is not None
    assert owner.name == "Noor"
    assert [school.name for school in people.my_schools(store, owner)] == [SCHOOL]
    assert visitor.title == "Dag Noor"
    assert Visitor().open().title == "Dag Noor"


def test_a_second_tab_cannot_take_the_installation_over(store: Store) -> None:
    first, second = Visitor().open(), Visitor().open()
    for visitor, name in ((first, "Noor"), (second, "Sam")):
        visitor.app.text_input(key="naam").set_value(name)
        visitor.app.text_input(key="school").set_value(SCHOOL)
        visitor.press(BEGIN)

    assert second.title == "Dag Noor"


def test_beginning_a_round_leads_to_the_assignment(store: Store, noor: Person) -> None:
    visitor = Visitor().open().press_primary()

    (begun,) = rounds.mine(store, noor)
    assert begun.school_name == SCHOOL
    assert begun.is_open
    assert visitor.title == "Mijn opdracht"


def test_a_round_at_another_school_needs_its_name(store: Store, noor: Person) -> None:
    visitor = Visitor().open()
    elsewhere = visitor.app.selectbox(key="ronde_school").options[-1]
    visitor.app.selectbox(key="ronde_school").set_value(elsewhere).run()
    visitor.press_primary()
    assert [each.value for each in visitor.app.error] == ["Vul de naam van je school in."]

    visitor.app.text_input(key="ronde_andere_school").set_value("De Linde")
    visitor.press_primary()
    assert [each.school_name for each in rounds.mine(store, noor)] == ["De Linde"]


def test_start_offers_one_next_step_at_every_stage(store: Store, noor: Person) -> None:
    round_id = begin(store, noor)
    assert Visitor().open().press_primary().title == "Mijn opdracht"

    visitor = Visitor().go(START)
    visitor.press_primary()
    visitor.press("naar_zelfscan").answer("LC1", 3)
    start = Visitor().open()
    assert "1 van de 32 stellingen ingevuld" in start.text
    assert start.press_primary().title == "Zelfscan"

    fill(store, noor, round_id, everywhere(3))
    assert Visitor().open().press_primary().title == "Mijn beeld"

    rounds.close(store, noor, round_id)
    assert "Je meetrondes zijn afgesloten" in Visitor().open().text


def test_a_complete_scan_is_offered_for_handing_in(store: Store, noor: Person) -> None:
    round_id = begin(store, noor)
    for item_id, given in everywhere(4).items():
        fill_in.save(store, noor, round_id, item_id=item_id, given=given)

    assert Visitor().open().press_primary().title == "Overzicht en inleveren"
