"""Voorbereiden from both seats: what is filled in is kept, stays apart, and is ready or locked."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from ibreflect.errors import StoreError
from ibreflect.model.guide import Seat
from ibreflect.model.log import Content, Entry, Kind
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.usecases import (
    log_entries,
    people,
    preparing,
    private_notes,
    reflection,
)
from tests.pages.prepare_scene import (
    FILLED,
    OWNER,
    PARTNER,
    READY,
    at,
    at_rest,
    prepare,
    read,
)
from tests.pages.talk_scene import buttons, planned
from tests.pages.visitor import Visitor
from tests.usecases import talks
from tests.usecases.organisation import Organisation, organisation
from tests.usecases.talks import Table


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def table(store: Store, folk: Organisation, tmp_path: Path) -> Table:
    """An and the schoolleider, without anything filled in."""
    return planned(store, folk.an, folk.leader, tmp_path)


@pytest.mark.parametrize("seat", Seat)
def test_everything_that_is_filled_in_stands_there_when_the_page_is_opened_anew(
    table: Table, seat: Seat
) -> None:
    given = {
        **({"koers": "Verder."} if seat is OWNER else {"zicht": "Veel."}),
        "punt:r1": 4,
        "punt:m2": 1,
        "tijd:preventief:nu": 0,
        "tijd:curatief:gewenst": 35,
        "mee:twijfel" if seat is OWNER else "mee:overweging": True,
    }
    visitor = prepare(table, seat)
    for topic, content in given.items():
        at(visitor, topic).set_value(content).run()
        assert not visitor.app.exception
    assert "Opgeslagen." in visitor.status

    again = prepare(table, seat)
    assert {topic: at(again, topic).value for topic in given} == given


@pytest.mark.parametrize("seat", Seat)
def test_nothing_of_the_other_is_on_the_page_before_both_are_ready(
    table: Table, seat: Seat
) -> None:
    table.fill(seat.other, FILLED[seat.other])
    table.ready(seat.other)
    private_notes.keep(table.store, table.who(seat.other), table.at(), "putter")
    visitor = prepare(table, seat)
    seen = [visitor.text]
    seen.append(visitor.press("klaar").text)
    for words in FILLED[seat.other].values():
        assert len(words) == 1 or not any(words in each for each in seen)
    assert not any("putter" in each for each in seen)
    assert at_rest(visitor)


def test_an_answer_to_a_point_can_be_taken_away_again(table: Table) -> None:
    visitor = prepare(table, OWNER)
    at(visitor, "punt:r1").set_value(3).run()
    at(visitor, "punt:r1").set_value(None).run()
    assert at(visitor, "punt:r1").value is None
    assert at(prepare(table, OWNER), "punt:r1").value is None


def test_what_a_newer_window_kept_is_not_put_back_by_an_older_one(table: Table) -> None:
    newer, older = prepare(table, OWNER), prepare(table, OWNER)
    at(newer, "punt:r1").set_value(5).run()
    at(newer, "koers").set_value("Nieuw.").run()
    at(older, "punt:r2").set_value(2).run()
    assert at(older, "punt:r1").value == 5
    assert at(older, "koers").value == "Nieuw."


def test_a_text_that_cannot_be_kept_stays_on_the_screen_and_holds_ready_back(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = prepare(table, OWNER)

    def refuse(*_: object) -> None:
        raise StoreError("De schijf is vol.")

    with monkeypatch.context() as broken:
        broken.setattr(preparing, "save", refuse)
        at(visitor, "koers").set_value("Niet kwijt.").run()
        assert [each.value for each in visitor.app.error] == ["De schijf is vol\\."]
        assert "Nog niet alles is opgeslagen." in visitor.status
        visitor.press("klaar")
        assert READY in buttons(visitor)
        assert at(visitor, "koers").value == "Niet kwijt."
    visitor.press("opnieuw")
    assert not visitor.app.error
    assert at(prepare(table, OWNER), "koers").value == "Niet kwijt."


def test_the_minutes_follow_what_is_open(table: Table) -> None:
    """By hand for the partner: 2 questions, 5 points, 8 numbers: 120 + 40 + 80 s = 4 minutes."""
    visitor = prepare(table, PARTNER)
    assert "Nog ongeveer 4 minuten" in visitor.status
    for topic in ("zicht", "overweging"):
        at(visitor, topic).set_value("Iets.").run()
    assert "Nog ongeveer 2 minuten" in visitor.status
    week = {"tijd:preventief:nu": 100, "tijd:preventief:gewenst": 100}
    for topic, content in {**week, **dict.fromkeys(("punt:r1", "punt:r2"), 1)}.items():
        at(visitor, topic).set_value(content).run()
    assert "Nog ongeveer 1 minuut als" in visitor.status
    for topic in ("punt:m1", "punt:m2", "punt:mx"):
        at(visitor, topic).set_value(1).run()
    assert "Alles is ingevuld." in visitor.status


def test_the_summary_says_what_the_other_will_see(table: Table) -> None:
    visitor = prepare(table, OWNER)
    assert "niets uit je beeld" in read(visitor)
    at(visitor, "koers").set_value("Verder.").run()
    at(visitor, "punt:r1").set_value(2).run()
    assert "open vragen: 1 van 1 beantwoord" in read(visitor)
    assert "punten: 1 van 5 gekozen" in read(visitor)
    assert "overwegingen: 0 van 1 op tafel" in read(visitor)
    at(visitor, "mee:twijfel").set_value(True).run()
    assert "overwegingen: 0 van 1 op tafel" in read(visitor)  # there is no answer yet
    at(visitor, "twijfel").set_value("Ja?").run()
    assert "overwegingen: 1 van 1 op tafel" in read(visitor)


def test_a_theme_off_the_table_asks_nothing_of_either(table: Table) -> None:
    visitor = prepare(table, OWNER)
    at(visitor, "thema:tijd").set_value(False).run()
    assert not visitor.app.number_input
    assert [each.value for each in prepare(table, PARTNER).app.header][-1] == "De tijd"
    visitor.press("klaar")
    assert [each.value for each in prepare(table, PARTNER).app.header][-1] == "Wie beslist"


def test_the_owner_chooses_what_of_the_picture_and_own_texts_is_on_the_table(
    store: Store, folk: Organisation, tmp_path: Path
) -> None:
    round_id = talks.with_round(store, folk.an)
    reflection.save(store, folk.an, "reflectie:waarom", "Voor de leraren.", today=resources.today())
    table = planned(store, folk.an, folk.leader, tmp_path, round_id=round_id)
    visitor = prepare(table, OWNER)
    assert "Wat je in je meetronde invulde, staat er al." in read(visitor)
    assert at(visitor, "punt:m1").value == 4
    assert not [each for each in visitor.app.checkbox if str(each.key).endswith("assignment")]
    for topic in ("deel:roles", "deel:time"):
        at(visitor, topic).set_value(True).run()
    (answer,) = [each for each in visitor.app.checkbox if ":reflectie:" in str(each.key)]
    answer.set_value(True).run()
    assert "uit je beeld: De drie rollen en De tijd" in read(visitor)
    assert "1 antwoord op je reflectievragen" in read(visitor)

    visitor.app.toggle[0].set_value(True).run()
    assert not visitor.app.exception
    assert "De school: De Wilg" in read(visitor)
    assert visitor.text.count("Voor de leraren.") == 2


def test_of_a_long_log_the_latest_are_offered_and_the_rest_on_request(
    store: Store, folk: Organisation, table: Table
) -> None:
    _log(store, folk.an, 30)
    visitor = prepare(table, OWNER)
    assert len(_offered(visitor)) == 20
    visitor.app.toggle[0].set_value(True).run()
    assert len(_offered(visitor)) == 25
    assert visitor.app.selectbox[0].label == "Welk deel van de lijst van 30?"


def _log(store: Store, owner: Person, number: int) -> None:
    (school,) = people.my_schools(store, owner)
    for days in range(number):
        day = resources.today() - timedelta(days=days)
        content = Content(Kind.BUMPY_MOMENT, day, f"Moment {days}.")
        log_entries.add(store, owner, Entry(uuid4(), school, content), today=resources.today())


def _offered(visitor: Visitor) -> list[str]:
    return [str(each.label) for each in visitor.app.checkbox if ":logboek:" in str(each.key)]
