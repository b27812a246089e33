"""Logboek: each kind is written down, a name is pointed out, and nothing that was typed is lost."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from ibreflect.model.log import Content, Entry, Kind, Place, Step
from ibreflect.model.person import Person, School
from ibreflect.model.role import Role
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.screens import LOG
from ibreflect.ui.words import literal
from ibreflect.usecases import log_entries, people
from tests.pages.test_people_page import as_somebody
from tests.pages.visitor import Visitor
from tests.usecases.organisation import organisation

WHAT = "De start na de pauze liep vast."


@pytest.fixture
def school(store: Store, noor: Person) -> School:
    return people.my_schools(store, noor)[0]


def field(visitor: Visitor, kind: str, name: str) -> Any:
    """The widget of the form whose key begins with this name."""
    return next(each for each in visitor.app.get(kind) if str(each.key).startswith(f"{name}:"))


def choose(visitor: Visitor, kind: Kind) -> Visitor:
    field(visitor, "button_group", "soort").set_value(kind).run()
    return visitor


def write(store: Store, actor: Person, school: School, *contents: Content) -> list[Entry]:
    entries = [Entry(uuid4(), school, each) for each in contents]
    for each in entries:
        log_entries.add(store, actor, each, today=resources.today())
    return entries


def moment(what: str = WHAT, days_ago: int = 0) -> Content:
    return Content(Kind.BUMPY_MOMENT, resources.today() - timedelta(days=days_ago), what)


def shown(visitor: Visitor) -> list[str]:
    """The texts of the entries on the screen."""
    return [each.value for each in visitor.app.text]


def test_a_bumpy_moment_takes_a_theme_a_text_and_one_button(store: Store, noor: Person) -> None:
    visitor = Visitor().go(LOG)
    field(visitor, "button_group", "thema").set_value("gedrag")
    field(visitor, "text_area", "wat").set_value(WHAT)
    visitor.press("bewaar")

    (kept,) = log_entries.mine(store, noor)
    assert kept.content == moment()._replace(theme="gedrag")
    assert visitor.text.count("Bewaard in je logboek.") == 1
    assert field(visitor, "text_area", "wat").value == ""
    assert field(visitor, "button_group", "thema").value is None
    assert "gedrag" in visitor.text
    assert not visitor.app.exception

    visitor.open()
    assert "Bewaard in je logboek." not in visitor.text


def test_an_activity_has_roles_minutes_and_whether_it_was_planned(
    store: Store, noor: Person
) -> None:
    visitor = choose(Visitor().go(LOG), Kind.ACTIVITY)
    field(visitor, "text_area", "wat").set_value("Meegekeken in een les.")
    field(visitor, "button_group", "rollen").set_value([Role.TREND_ANALYST, Role.CARE_DIRECTOR])
    field(visitor, "number_input", "minuten").set_value(45)
    field(visitor, "button_group", "gepland").set_value(False)
    visitor.press("bewaar")

    (kept,) = log_entries.mine(store, noor)
    content = kept.content
    assert (content.minutes, content.is_planned) == (45, False)
    assert set(content.roles) == {Role.TREND_ANALYST, Role.CARE_DIRECTOR}
    assert literal("trendanalist én zorgregisseur · 45 minuten · spontaan") in visitor.text


def test_a_question_has_its_step_and_an_effect_its_place(store: Store, noor: Person) -> None:
    visitor = choose(Visitor().go(LOG), Kind.QUESTION)
    assert "zegt niets over wie het vroeg" in visitor.text
    field(visitor, "text_area", "wat").set_value("Hoe deel ik de groep in?")
    field(visitor, "button_group", "trede").set_value(Step.NOTHING)
    visitor.press("bewaar")
    choose(visitor, Kind.EFFECT)
    field(visitor, "text_area", "wat").set_value("De les begint nu rustig.")
    field(visitor, "button_group", "plek").set_value(Place.LEARNING)
    visitor.press("bewaar")

    effect, question = log_entries.mine(store, noor)
    assert (question.content.step, effect.content.place) == (Step.NOTHING, Place.LEARNING)
    assert "bij het leren van leerlingen" in visitor.text


def test_what_is_missing_is_said_and_what_was_typed_stays(store: Store, noor: Person) -> None:
    visitor = choose(Visitor().go(LOG), Kind.ACTIVITY)
    field(visitor, "text_area", "wat").set_value("Meegekeken.")
    visitor.press("bewaar")
    assert "Kies een, twee of drie rollen." in visitor.text.replace("\\", "")
    assert field(visitor, "text_area", "wat").value == "Meegekeken."
    assert log_entries.mine(store, noor) == ()


def test_a_name_is_pointed_out_first_and_can_be_taken_out(store: Store, noor: Person) -> None:
    visitor = Visitor().go(LOG)
    field(visitor, "text_area", "wat").set_value("Ik sprak met Tom over de start.")
    visitor.press("bewaar")
    assert "“Tom”" in visitor.app.warning[0].value
    assert field(visitor, "text_area", "wat").value == "Ik sprak met Tom over de start."
    assert log_entries.mine(store, noor) == ()

    field(visitor, "text_area", "wat").set_value("Ik sprak een leraar over de start.")
    visitor.press("bewaar:")
    assert not visitor.app.warning[:]
    (kept,) = log_entries.mine(store, noor)
    assert kept.content.what == "Ik sprak een leraar over de start."


def test_what_only_looks_like_a_name_is_kept_all_the_same(store: Store, noor: Person) -> None:
    visitor = Visitor().go(LOG)
    field(visitor, "text_area", "onderzocht").set_value("Samen Koersplan gelezen.")
    field(visitor, "text_area", "wat").set_value(WHAT)
    visitor.press("bewaar:")
    visitor.press("bewaar_toch:")
    (kept,) = log_entries.mine(store, noor)
    assert kept.content.explored == "Samen Koersplan gelezen."


def test_of_who_works_at_the_school_the_name_is_known(store: Store) -> None:
    folk = organisation(store)
    visitor = as_somebody(store, folk.an).go(LOG)
    field(visitor, "text_area", "wat").set_value("gesprek met cas over de start")
    visitor.press("bewaar:")
    assert "“cas”" in visitor.app.warning[0].value


def test_an_entry_is_changed_where_it_stands(store: Store, noor: Person, school: School) -> None:
    (entry, _) = write(store, noor, school, moment(), moment("Iets anders"))
    key = entry.entry_id.hex
    visitor = Visitor().go(LOG).press(f"verander:{key}")
    assert visitor.app.text_area(key=f"wat:{key}").value == WHAT
    visitor.app.text_area(key=f"wat:{key}").set_value("Toch anders.")
    visitor.press(f"bewaar:{key}")
    kept = {each.entry_id: each.content.what for each in log_entries.mine(store, noor)}
    assert kept[entry.entry_id] == "Toch anders."
    assert sorted(shown(visitor)) == ["Iets anders", "Toch anders."]
    assert "Veranderd in je logboek." in visitor.text


def test_an_entry_can_be_left_as_it_was(store: Store, noor: Person, school: School) -> None:
    (entry,) = write(store, noor, school, moment())
    key = entry.entry_id.hex
    visitor = Visitor().go(LOG, regel=key)
    visitor.app.text_area(key=f"wat:{key}").set_value("Toch niet.")
    visitor.press(f"laat:{key}")
    assert shown(visitor) == [WHAT]
    assert log_entries.mine(store, noor) == (entry,)


def test_a_change_that_cannot_be_is_refused_and_the_form_stays(
    store: Store, noor: Person, school: School
) -> None:
    first, _ = write(store, noor, school, moment(), moment("Iets anders"))
    key = first.entry_id.hex
    visitor = Visitor().go(LOG, regel=key)
    visitor.app.text_area(key=f"wat:{key}").set_value("")
    visitor.press(f"bewaar:{key}")
    assert "Schrijf kort op wat er gebeurde" in visitor.text
    assert visitor.app.text_area(key=f"wat:{key}").value == ""
    assert first in log_entries.mine(store, noor)


def test_an_address_of_somebody_elses_entry_opens_the_empty_form(store: Store) -> None:
    folk = organisation(store)
    (entry,) = write(store, folk.bo, people.my_schools(store, folk.bo)[0], moment())
    for asked in (entry.entry_id.hex, "geen id"):
        visitor = as_somebody(store, folk.an).go(LOG, regel=asked)
        assert WHAT not in visitor.text
        assert field(visitor, "text_area", "wat").value == ""


def test_before_an_entry_is_removed_that_is_asked(
    store: Store, noor: Person, school: School
) -> None:
    (entry,) = write(store, noor, school, moment())
    visitor = Visitor().go(LOG).press(f"weg:{entry.entry_id.hex}")
    assert "verdwijnt uit je logboek" in visitor.text
    assert {"weg_zeker", "weg_niet"} <= {each.key for each in visitor.app.button}
    assert log_entries.mine(store, noor) == (entry,)
