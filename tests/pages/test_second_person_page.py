"""Meekijken: what somebody who looks along sees and does by a link of their own, for each task."""

from uuid import UUID

import pytest

from ibreflect.model.asking import HandedOutBy, Task
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.ui import screens, session
from ibreflect.usecases import answering, asking, inviting
from ibreflect.usecases.answering import State
from tests.pages import by_link
from tests.pages.asking_page import HOSTILE, errors, field, labels, look, paste, put, tokens
from tests.pages.by_link import TODAY
from tests.pages.visitor import Visitor

TEACHER = RaterGroup.TEACHER


@pytest.fixture
def round_id(store: Store, noor: Person) -> UUID:
    return by_link.start(store, noor)


def _along(token: str) -> Visitor:
    return by_link.enter(token, screens.SECOND)


def _ask(store: Store, noor: Person, round_id: UUID, task: Task) -> str:
    return inviting.ask_along(store, noor, round_id, "Karim", task, today=TODAY)


def test_the_iber_gets_a_link_once_for_who_looks_along(
    store: Store, noor: Person, round_id: UUID
) -> None:
    visitor = look()
    visitor.app.text_input(key="meekijker").set_value(HOSTILE)
    visitor.press("vraag_meekijker")
    (shown,) = visitor.app.code
    token = shown.value.partition(f"{session.CODE}=")[2]
    assert inviting.look(store, token, today=TODAY).second.name == HOSTILE
    again = visitor.open()
    assert not again.app.code
    assert f"**{HOSTILE}** mag mensen toevoegen." in again.text.replace("\\", "")


def test_who_looks_along_has_a_name(store: Store, round_id: UUID) -> None:
    visitor = look().press("vraag_meekijker")
    assert "de naam van wie meekijkt" in errors(visitor)
    assert not visitor.app.code


@pytest.mark.parametrize(
    ("task", "told"),
    [
        (Task.ADD, "Zet diegene erbij"),
        (Task.AGREE, "pas dan gaan de links weg"),
        (Task.HAND_OUT, "Jij deelt de links uit"),
    ],
)
def test_every_task_sees_the_list_and_can_add(
    store: Store, noor: Person, round_id: UUID, task: Task, told: str
) -> None:
    put(store, noor, round_id, leraar=f"{HOSTILE}; tom@school.nl", collega=2)
    visitor = _along(_ask(store, noor, round_id, task))
    assert visitor.title == "Meekijken"
    assert "Met de lijst van Noor" in visitor.text
    assert told in visitor.text
    assert f"{HOSTILE}, tom@school.nl" in [each.value for each in visitor.app.text]
    assert "2 zonder naam" in [each.value for each in visitor.app.text]
    paste(visitor, TEACHER, "Anna")
    assert asking.of_round(store, noor, round_id, today=TODAY).numbers[TEACHER] == 2
    assert "Anna" in visitor.text


def test_what_cannot_be_read_stays_where_it_was_typed(
    store: Store, noor: Person, round_id: UUID
) -> None:
    visitor = paste(_along(_ask(store, noor, round_id, Task.ADD)), TEACHER, "Anna; anna@")
    assert "Regel 1: dit is geen mailadres" in errors(visitor)
    assert field(visitor).value == "Anna; anna@"


def test_nobody_who_looks_along_can_take_off_or_fix_anything(
    store: Store, noor: Person, round_id: UUID
) -> None:
    put(store, noor, round_id, leraar="Tom")
    buttons = labels(_along(_ask(store, noor, round_id, Task.ADD)).app.button)
    assert buttons == ["Zet op de lijst"]


def test_agreeing_opens_the_way_and_a_longer_list_asks_again(
    store: Store, noor: Person, round_id: UUID
) -> None:
    put(store, noor, round_id, leraar=3)
    token = _ask(store, noor, round_id, Task.AGREE)
    by_link.fix_rules(store, noor, round_id)
    visitor = _along(token).press("akkoord")
    assert "Je gaf akkoord." in visitor.app.success[0].value
    assert asking.of_round(store, noor, round_id, today=TODAY).is_agreed
    inviting.add(store, noor, round_id, TEACHER, "Anna", today=TODAY)
    assert not asking.of_round(store, noor, round_id, today=TODAY).is_agreed
    assert "akkoord" in [each.key for each in _along(token).app.button]


def test_handing_out_waits_for_the_rules_and_then_shows_links_once(
    store: Store, noor: Person, round_id: UUID
) -> None:
    put(store, noor, round_id, leraar="Tom\nAnna")
    token = _ask(store, noor, round_id, Task.HAND_OUT)
    assert "heeft het vragen nog niet geopend" in _along(token).text
    by_link.fix_rules(store, noor, round_id, handed_out_by=HandedOutBy.SECOND)
    visitor = _along(token)
    assert "Maak de links voor 2 mensen" in labels(visitor.app.button)
    made = tokens(visitor.press("maak_links"))
    assert {answering.state(store, each, today=TODAY) for each in made} == {State.OPEN}
    again = visitor.press("links_klaar")
    assert "Iedereen op de lijst heeft een link." in again.text
    assert not [each for each in made if each in again.text]


@pytest.mark.parametrize("token", ["", "onzin", "x" * 5000, "../../etc", "\x00", "<b>x</b>"])
def test_a_strange_link_gets_one_friendly_page(store: Store, round_id: UUID, token: str) -> None:
    assert _along(token).title == "Deze link werkt niet"


def test_a_link_to_answer_is_no_link_to_look_along_and_the_other_way_round(
    store: Store, noor: Person, round_id: UUID
) -> None:
    along = _ask(store, noor, round_id, Task.ADD)
    by_link.fix_rules(store, noor, round_id)
    (token,) = by_link.links(store, noor, round_id, TEACHER)
    assert _along(token).title == "Deze link werkt niet"
    assert by_link.enter(along).title == "Deze link werkt niet"


def test_a_link_that_was_replaced_taken_back_or_closed_leads_nowhere(
    store: Store, noor: Person, round_id: UUID
) -> None:
    replaced = _ask(store, noor, round_id, Task.ADD)
    dropped = _ask(store, noor, round_id, Task.ADD)
    assert _along(replaced).title == "Deze link werkt niet"
    look().press("niemand_mee")
    assert _along(dropped).title == "Deze link werkt niet"
    last = _ask(store, noor, round_id, Task.ADD)
    by_link.fix_rules(store, noor, round_id)
    asking.end_now(store, noor, round_id, today=TODAY)
    assert _along(last).title == "Deze link werkt niet"
