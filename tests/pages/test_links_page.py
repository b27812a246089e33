"""The links on the page of the ib'er: shown once, for whom they are, and names as they were typed.

What is on the sheets and in the file is looked at too, as far as it leaves the page.
"""

from datetime import timedelta
from io import BytesIO
from uuid import UUID

import pytest
from openpyxl import load_workbook

from ibreflect.access.links import link
from ibreflect.model.asking import HandedOutBy, Task
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.usecases import answering, asking, downloads, inviting
from ibreflect.usecases.answering import State
from tests.pages import by_link
from tests.pages.asking_page import (
    HOSTILE,
    Words,
    errors,
    labels,
    look,
    put,
    sheets,
    ticket,
    tokens,
)
from tests.pages.by_link import TODAY
from tests.store.scans import contents


@pytest.fixture
def round_id(store: Store, noor: Person) -> UUID:
    return by_link.begin(store, noor)


def test_links_are_shown_once_and_work(store: Store, noor: Person, round_id: UUID) -> None:
    put(store, noor, round_id, schoolleider=1, leraar="Tom; tom@school.nl\nAnna")
    visitor = look()
    assert "Maak de links voor 3 mensen" in labels(visitor.app.button)
    made = tokens(visitor.press("maak_links"))
    assert len(set(made)) == 3
    assert {answering.state(store, each, today=TODAY) for each in made} == {State.OPEN}
    again = visitor.press("links_klaar")
    assert "Iedereen op de lijst heeft een link." in again.text
    assert not [each for each in made if each in again.text or each in look().text]


def test_while_the_links_are_shown_there_is_nothing_else_to_press(
    store: Store, noor: Person, round_id: UUID
) -> None:
    put(store, noor, round_id, leraar=2)
    visitor = look().press("maak_links")
    assert labels(visitor.app.button) == ["Ik heb ze: terug naar de lijst"]
    assert not visitor.app.text_area


def test_the_list_gives_links_only_to_who_has_none(
    store: Store, noor: Person, round_id: UUID
) -> None:
    put(store, noor, round_id, leraar="Tom")
    first = tokens(look().press("maak_links"))
    inviting.add(store, noor, round_id, RaterGroup.TEACHER, "Anna", today=TODAY)
    visitor = look()
    assert "Maak de links voor 1 persoon" in labels(visitor.app.button)
    second = tokens(visitor.press("maak_links"))
    assert "Anna" in visitor.text
    assert answering.state(store, first[0], today=TODAY) is State.OPEN
    assert set(first).isdisjoint(second)


def test_a_link_is_nowhere_in_the_database(store: Store, noor: Person, round_id: UUID) -> None:
    put(store, noor, round_id, leraar="Tom")
    (token,) = tokens(look().press("maak_links"))
    assert token not in str(contents(store))
    assert link(token).digest in str(contents(store))


def test_a_second_window_that_comes_too_late_shows_nothing(
    store: Store, noor: Person, round_id: UUID
) -> None:
    put(store, noor, round_id, leraar=2)
    late = look()
    made = tokens(look().press("maak_links"))
    late.press("maak_links")
    assert not late.app.code
    assert {answering.state(store, each, today=TODAY) for each in made} == {State.OPEN}


def test_names_are_shown_as_they_were_typed_on_page_sheet_and_file(
    store: Store, noor: Person, round_id: UUID
) -> None:
    store.write(lambda work: work.run("update person set name = $1", HOSTILE))
    put(store, noor, round_id, leraar=f"{HOSTILE}; tom@school.nl")
    visitor = look()
    assert [each.value for each in visitor.app.text] == [f"{HOSTILE}, tom@school.nl"]
    (label,) = [each for each in labels(visitor.app.button) if each.startswith("Haal ")]
    assert label.replace("\\", "") == f"Haal {HOSTILE} weg"
    assert "<b>" not in label
    assert "*Tom*" not in label

    visitor.press("maak_links")
    assert f"Hallo {HOSTILE}," in visitor.app.code[0].value
    paper = Words(sheets(visitor))
    assert f"Dank je wel! {HOSTILE}" in " ".join(paper.text.split())
    assert set(paper.tags) <= {"div", "section", "p", "br", "img"}
    assert "tom@school.nl" not in paper.text

    file = downloads.take(ticket(visitor), now=resources.seconds())
    assert file is not None
    _, row = load_workbook(BytesIO(file.content)).worksheets[0].iter_rows()
    assert [each.value for each in row][:3] == [HOSTILE, "tom@school.nl", "leraren"]
    assert {each.data_type for each in row} == {"s"}


def test_a_name_that_begins_as_a_sum_is_text_in_the_file(
    store: Store, noor: Person, round_id: UUID
) -> None:
    put(store, noor, round_id, leraar="=1+1")
    file = downloads.take(ticket(look().press("maak_links")), now=resources.seconds())
    assert file is not None
    _, row = load_workbook(BytesIO(file.content)).worksheets[0].iter_rows()
    assert (row[0].value, row[0].data_type, row[0].quotePrefix) == ("=1+1", "s", True)


def test_a_sheet_does_not_tell_whose_it_is(store: Store, noor: Person, round_id: UUID) -> None:
    put(store, noor, round_id, leraar="Tom; tom@school.nl\nAnna")
    visitor = look().press("maak_links")
    paper = Words(sheets(visitor)).text
    assert "Tom" not in paper
    assert "Anna" not in paper
    assert paper.count("Leraren") == 2
    assert all(each in paper for each in tokens(visitor))


def test_before_the_first_day_links_can_be_made_but_not_used(store: Store, noor: Person) -> None:
    opens, closes = TODAY + timedelta(days=1), TODAY + timedelta(days=9)
    round_id = by_link.begin(store, noor, opens_on=opens, closes_on=closes)
    put(store, noor, round_id, leraar=1)
    (token,) = tokens(look().press("maak_links"))
    assert answering.state(store, token, today=TODAY) is State.NOT_YET
    assert answering.state(store, token, today=opens) is State.OPEN


def test_links_wait_for_who_has_to_agree(store: Store, noor: Person) -> None:
    round_id = by_link.start(store, noor)
    along = inviting.ask_along(store, noor, round_id, "Karim", Task.AGREE, today=TODAY)
    by_link.fix_rules(store, noor, round_id)
    put(store, noor, round_id, leraar=3)
    assert "De lijst wacht op akkoord" in look().text
    inviting.agree(store, along, today=TODAY)
    assert "Maak de links voor 3 mensen" in labels(look().app.button)


def test_links_that_somebody_else_hands_out_are_never_on_the_page(
    store: Store, noor: Person
) -> None:
    round_id = by_link.start(store, noor)
    inviting.ask_along(store, noor, round_id, HOSTILE, Task.HAND_OUT, today=TODAY)
    by_link.fix_rules(store, noor, round_id, handed_out_by=HandedOutBy.SECOND)
    put(store, noor, round_id, leraar=3)
    visitor = look()
    assert f"{HOSTILE} deelt de links uit" in visitor.app.info[1].value.replace("\\", "")
    assert "maak_links" not in [each.key for each in visitor.app.button]


def test_who_hands_out_can_be_replaced_by_somebody_who_hands_out(
    store: Store, noor: Person
) -> None:
    round_id = by_link.start(store, noor)
    inviting.ask_along(store, noor, round_id, "Karim", Task.HAND_OUT, today=TODAY)
    by_link.fix_rules(store, noor, round_id, handed_out_by=HandedOutBy.SECOND)
    visitor = look()
    assert len(visitor.app.radio(key="meekijker_taak").options) == 1
    assert "deelt de links uit" in errors(visitor.press("niemand_mee"))
    state = asking.of_round(store, noor, round_id, today=TODAY)
    assert state.has_handing_out
