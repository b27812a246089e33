"""Gesprekken: planning one, the next step of each, moving, taking back and erasing."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from ibreflect.model.guide import Seat
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.screens import TALKS
from ibreflect.usecases import people, talking
from tests.pages.talk_scene import buttons, planned
from tests.pages.talks_list import ended, mine, open_list, read
from tests.pages.visitor import Visitor
from tests.usecases import talks
from tests.usecases.organisation import Organisation, organisation
from tests.usecases.talks import Table

OWNER, PARTNER = Seat
DAY = timedelta(days=1)
PLAN = "Plan dit gesprek"
NASTY = "<b>=1+1</b>"


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def table(store: Store, folk: Organisation, tmp_path: Path) -> Table:
    """A conversation of An and the schoolleider, today."""
    return planned(store, folk.an, folk.leader, tmp_path)


def test_without_any_the_page_says_what_it_is_and_offers_to_plan(
    store: Store, folk: Organisation
) -> None:
    visitor = open_list(store, folk.an)
    assert "Een gesprek is er om van te leren, niet om te beoordelen." in read(visitor)
    assert "je ziet waar jullie anders kijken" in read(visitor)
    assert PLAN in buttons(visitor)
    assert "nog geen scan ingeleverd" in read(visitor)


@pytest.mark.parametrize("who", ["leader", "coach"])
def test_who_is_no_coordinator_plans_nothing_and_reads_who_does(
    store: Store, folk: Organisation, who: str
) -> None:
    visitor = open_list(store, getattr(folk, who))
    assert "De ib'er plant een gesprek." in read(visitor)
    assert PLAN not in buttons(visitor)


def test_a_coordinator_plans_one_with_somebody_who_signs_in(
    store: Store, folk: Organisation
) -> None:
    round_id = talks.with_round(store, folk.an)
    visitor = open_list(store, folk.an)
    assert ended(visitor, "leidraad").options[0] == "Reflectiegesprek"
    assert ended(visitor, "met").options == ["Cas, De Wilg"]
    on = resources.today() + timedelta(days=9)
    ended(visitor, "dag").set_value(on).run()
    ended(visitor, "uur").set_value(time(15, 30)).run()
    visitor.press("plan:")
    assert "Het gesprek is gepland" in read(visitor)
    assert "15.30 uur" in read(visitor)
    (made,) = mine(store, folk.an)
    assert (made.partner_id, made.round_id) == (folk.leader.person_id, round_id)
    assert (made.planned_on, made.open_until) == (on, on + timedelta(weeks=6))
    assert "Reflectiegesprek, met An" in read(open_list(store, folk.leader))


def test_until_when_the_other_sees_it_and_about_no_round_can_be_chosen(
    store: Store, folk: Organisation
) -> None:
    talks.with_round(store, folk.an)
    visitor = open_list(store, folk.an)
    ended(visitor, "ronde").set_value("").run()
    on = ended(visitor, "dag").value
    ended(visitor, "tot").set_value(on + DAY).run()
    visitor.press("plan:")
    (made,) = mine(store, folk.an)
    assert (made.round_id, made.open_until) == (None, on + DAY)


def test_a_conversation_of_a_group_asks_for_nobody(store: Store, folk: Organisation) -> None:
    visitor = open_list(store, folk.an)
    ended(visitor, "leidraad").set_value("visieteam").run()
    visitor.press("plan:")
    assert "Voorbereiden hoeft niet." in read(visitor)
    assert "Overleg van het visieteam" in read(visitor)


def test_alone_a_name_is_enough_and_stays_text(store: Store) -> None:
    people.introduce(store, name="Noor", school=NASTY, today=resources.today())
    noor = people.owner(store)
    assert noor
    visitor = Visitor().go(TALKS)
    assert "Je werkt hier alleen, dus jullie bereiden je om de beurt voor" in read(visitor)
    visitor.press("plan:")
    assert [each.value for each in visitor.app.error] == ["Vul met wie je in gesprek gaat in\\."]
    ended(visitor, "naam").set_value(NASTY).run()
    visitor.press("plan:")
    assert [each.partner_name for each in mine(store, noor)] == [NASTY]
    assert visitor.app.subheader[0].value.replace("\\", "") == f"Reflectiegesprek, met {NASTY}"
    assert not [each for each in visitor.app.markdown if NASTY in str(each.value)]
    assert ended(visitor, "naam").value == ""


def both(table: Table) -> tuple[str, str]:
    """What the ib'er and the other read in their lists."""
    an, cas = (open_list(table.store, table.who(seat)) for seat in Seat)
    return read(an), read(cas)


def test_before_the_talk_the_list_says_to_each_what_the_next_step_is(table: Table) -> None:
    assert all("Bereid je voor, in hoogstens een kwartier." in text for text in both(table))
    table.ready(OWNER)
    an, cas = both(table)
    assert "Jij bent klaar. Cas bereidt zich nog voor." in an
    assert "An is klaar. Bereid jij je ook voor." in cas
    table.ready(PARTNER)
    assert all("Jullie zijn allebei klaar: begin het gesprek." in text for text in both(table))
    talking.begin(table.store, table.owner, table.at())
    assert all("Jullie zijn in gesprek." in text for text in both(table))


def test_after_the_talk_the_report_is_the_next_step_until_both_confirmed(table: Table) -> None:
    table.hold()
    for text in both(table):
        assert "Lees en bevestig het verslag, allebei." in text
        assert "Eerdere gesprekken" not in text
    table.confirm(OWNER)
    an, cas = both(table)
    assert "Jij bevestigde het verslag. Nu Cas nog." in an
    assert "An bevestigde het verslag. Lees en bevestig het ook." in cas
    table.confirm(PARTNER)
    for text in both(table):
        assert "Eerdere gesprekken" in text
        assert "Jullie hebben het verslag allebei bevestigd." in text


def test_what_comes_stands_in_order_of_day(
    store: Store, folk: Organisation, tmp_path: Path
) -> None:
    keys = {}
    for days in (9, 2, 5):
        on = resources.today() + days * DAY
        found = planned(store, folk.an, folk.leader, tmp_path, planned_on=on)
        keys[days] = f"anders:{found.conversation_id.hex}"
    visitor = open_list(store, folk.an)
    shown = [str(each.key) for each in visitor.app.button if "anders:" in str(each.key)]
    assert shown == [keys[2], keys[5], keys[9]]


def test_the_coordinator_moves_it_and_the_last_day_goes_along(table: Table) -> None:
    visitor = open_list(table.store, table.owner).press("anders:")
    on = resources.today() + 5 * DAY
    visitor.app.date_input[0].set_value(on).run()
    visitor.press("verplaats:")
    (moved,) = mine(table.store, table.owner)
    assert (moved.planned_on, moved.open_until) == (on, on + timedelta(weeks=6))
    assert "Verplaats het gesprek" not in buttons(visitor)


def test_what_lies_on_the_table_is_taken_back_with_one_press(table: Table) -> None:
    table.hold()
    _held_on(table, resources.today() - 7 * DAY)
    visitor = open_list(table.store, table.owner).press("anders:").press("terug:")
    assert "Cas ziet niet meer wat jij op tafel legde." in read(visitor)
    (back,) = mine(table.store, table.owner)
    assert back.open_until == resources.today() - DAY


def test_before_its_day_is_over_there_is_nothing_to_take_back_at_once(table: Table) -> None:
    table.hold()
    visitor = open_list(table.store, table.owner).press("anders:")
    assert "Neem nu terug wat op tafel lag" not in buttons(visitor)
    visitor.app.date_input[0].set_value(resources.today()).run()
    visitor.press("bewaar_tot:")
    assert mine(table.store, table.owner)[0].open_until == resources.today()


def test_erasing_asks_first_and_is_the_coordinators(table: Table) -> None:
    assert not [each for each in buttons(open_list(table.store, table.partner)) if "wissen" in each]
    visitor = open_list(table.store, table.owner).press("anders:")
    (button,) = [each for each in visitor.app.button if str(each.key).startswith("wis:")]
    assert button.disabled
    visitor.app.checkbox[0].set_value(True).run()
    visitor.press("wis:")
    assert "Het gesprek is gewist." in read(visitor)
    assert mine(table.store, table.owner) == mine(table.store, table.partner) == []


def test_who_changes_their_mind_leaves_it_as_it_is(table: Table) -> None:
    visitor = open_list(table.store, table.owner).press("anders:").press("laat:")
    assert not [each for each in buttons(visitor) if each.startswith("Wis")]
    assert len(mine(table.store, table.owner)) == 1


def test_somebody_elses_conversation_is_not_in_the_list(table: Table, folk: Organisation) -> None:
    for person in (folk.bo, folk.other_leader, folk.coach):
        address = {"anders": table.conversation_id.hex}
        visitor = open_list(table.store, person, **address)
        assert "Met de leider" not in read(visitor)
        assert "Wis dit gesprek" not in buttons(visitor)


def test_a_day_that_is_over_is_said(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    tomorrow = resources.today() + DAY
    monkeypatch.setattr(resources, "today", lambda: tomorrow)
    assert "Deze dag is voorbij" in read(open_list(table.store, table.owner))


def test_ten_years_of_conversations_are_shown_a_part_at_a_time(
    store: Store, folk: Organisation, tmp_path: Path
) -> None:
    for number in range(26):
        on = resources.today() + number * DAY
        table = planned(store, folk.an, folk.leader, tmp_path, planned_on=on)
        table.hold()
        _held_on(table, resources.today() - (100 + 140 * number) * DAY)
    visitor = open_list(store, folk.an)
    assert "Welk deel van de lijst van 26?" in read(visitor)
    assert len(visitor.app.subheader) == 25
    assert PLAN in buttons(visitor)


def _held_on(table: Table, day: date) -> None:
    """As if the conversation was planned on that day."""
    sql = "update conversation set planned_on = $2 where conversation_id = $1"
    table.store.write(lambda work: work.run(sql, table.conversation_id, day))
