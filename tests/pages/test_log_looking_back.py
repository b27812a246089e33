"""Logboek: looking back, in a list that may be long and in pictures that wait for entries."""

import pytest

from ibreflect.model.log import Content, Kind, Step
from ibreflect.model.person import Person, School
from ibreflect.model.role import REGIONS
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.long_list import MOST_SHOWN
from ibreflect.ui.screens import LOG
from ibreflect.usecases import log_entries, people
from tests.pages.conftest import LONG_AGO, begin, everywhere, fill
from tests.pages.test_log_page import WHAT, field, moment, shown, write
from tests.pages.test_people_page import HOSTILE
from tests.pages.visitor import Visitor


@pytest.fixture
def school(store: Store, noor: Person) -> School:
    return people.my_schools(store, noor)[0]


def pictures(visitor: Visitor) -> Visitor:
    visitor.app.button_group(key="logboek_kijk").set_value("Wat het laat zien").run()
    return visitor


def test_with_nothing_there_is_only_the_form(noor: Person) -> None:
    visitor = Visitor().go(LOG)
    assert "Je logboek is nog leeg." in visitor.text
    assert "Wat het laat zien" not in visitor.text
    assert not visitor.app.selectbox[:]


def test_a_long_log_is_shown_a_part_at_a_time_and_filtered(
    store: Store, noor: Person, school: School
) -> None:
    write(store, noor, school, *[moment(f"regel {at}", at) for at in range(199)])
    question = Content(Kind.QUESTION, resources.today(), "de ene vraag", step=Step.BOTH)
    write(store, noor, school, question)
    visitor = Visitor().go(LOG)
    assert shown(visitor) == ["de ene vraag", *(f"regel {at}" for at in range(MOST_SHOWN - 1))]
    assert "Welk deel van de lijst van 200?" in visitor.text

    visitor.app.selectbox(key="deel_logboek").set_value(7).run()
    assert shown(visitor)[-1] == "regel 198"

    visitor.app.selectbox(key="logboek_soort").set_value(Kind.QUESTION).run()
    assert shown(visitor) == ["de ene vraag"]
    assert "1 regel" in visitor.text


def test_the_school_year_filters(store: Store, noor: Person, school: School) -> None:
    write(store, noor, school, moment("dit jaar"), moment("lang geleden", 800))
    visitor = Visitor().go(LOG)
    oldest = visitor.app.selectbox(key="logboek_jaar").options[-1]
    visitor.app.selectbox(key="logboek_jaar").set_value(oldest).run()
    assert shown(visitor) == ["lang geleden"]


def test_what_was_typed_is_shown_as_it_was_typed(
    store: Store, noor: Person, school: School
) -> None:
    write(store, noor, school, moment(HOSTILE))
    assert shown(Visitor().go(LOG)) == [HOSTILE]


def test_at_two_schools_each_has_its_own_log(store: Store, noor: Person, school: School) -> None:
    begin(store, noor, school="De Esdoorn")
    visitor = Visitor().go(LOG)
    chooser = visitor.app.selectbox(key="logboek_school")
    assert chooser.value == next(
        each for each in people.my_schools(store, noor) if each.name == "De Esdoorn"
    )
    field(visitor, "text_area", "wat").set_value(WHAT)
    visitor.press("bewaar:")
    (kept,) = log_entries.mine(store, noor)
    assert kept.school.name == "De Esdoorn"
    visitor.app.selectbox(key="logboek_school").set_value(school).run()
    assert "Je logboek is nog leeg." in visitor.text


def test_pictures_wait_for_a_few_entries_and_say_so(
    store: Store, noor: Person, school: School
) -> None:
    write(store, noor, school, moment())
    visitor = pictures(Visitor().go(LOG))
    assert visitor.text.count("Hier staat straks een plaatje, vanaf vijf") == 3
    assert not visitor.app.table[:]


def test_each_picture_has_its_sentence_and_table(
    store: Store, noor: Person, school: School
) -> None:
    round_id = begin(store, noor, LONG_AGO)
    fill(store, noor, round_id, everywhere(3))
    day = resources.today()
    activity = Content(
        Kind.ACTIVITY, day, "x", roles=REGIONS[3], minutes=45, is_planned=True, theme="tijd"
    )
    question = Content(Kind.QUESTION, day, "x", step=Step.NOTHING)
    write(store, noor, school, *[activity] * 5, *[question] * 5, moment())
    visitor = pictures(Visitor().go(LOG))
    text = visitor.text.replace("\\", "")
    assert "schreef je 5 keer iets op dat gepland was, en 1 keer iets spontaans." in text
    assert "opschreef was nog niets geprobeerd." in text
    assert "lag elke activiteit die je opschreef in meer dan één rol." in text
    assert "Deze twee beelden hoeven niet gelijk te zijn." in text
    assert "Dit kwam vaker terug: tijd (5 keer)." in text
    assert len(visitor.app.table) == 4
    assert not visitor.app.exception
