"""Gesprek at every stage and from both seats: who sees what, and what a click does."""

from datetime import timedelta
from pathlib import Path

import pytest

from ibreflect.model.conversation import Decision, Stage
from ibreflect.model.guide import Seat
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.usecases import talking
from tests.pages.talk_scene import buttons, decisions, field, planned, said, sit, stage
from tests.pages.visitor import Visitor
from tests.usecases.organisation import Organisation, organisation
from tests.usecases.talks import Table

OWNER, PARTNER = Seat
OWNERS_WORD, PARTNERS_WORD = "ooievaar", "roerdomp"
BEGIN, NEXT = "Begin het gesprek", "Volgend thema"


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def table(store: Store, folk: Organisation, tmp_path: Path) -> Table:
    """An and the schoolleider, each with something filled in; nobody is ready."""
    found = planned(store, folk.an, folk.leader, tmp_path)
    found.fill(OWNER, {"koers": OWNERS_WORD, "punt:r1": "1", "punt:m1": "4"})
    found.fill(PARTNER, {"zicht": PARTNERS_WORD, "punt:r1": "5", "punt:m1": "2"})
    return found


def test_before_the_talk_everybody_sees_who_is_ready_and_not_what(table: Table) -> None:
    table.ready(OWNER)
    for seat in Seat:
        text = sit(table, seat).text
        assert "**An** is klaar" in text
        assert "**Cas** is nog niet klaar" in text
    assert OWNERS_WORD not in sit(table, PARTNER).text
    assert PARTNERS_WORD not in sit(table, OWNER).text


def test_who_is_not_ready_goes_to_prepare_and_cannot_begin(table: Table) -> None:
    table.ready(OWNER)
    waiting = sit(table, PARTNER)
    assert BEGIN not in buttons(waiting)
    assert "Naar mijn voorbereiding" in waiting.text


def test_who_begins_alone_reads_that_the_other_preparation_stays_private(table: Table) -> None:
    table.ready(OWNER)
    owner = sit(table, OWNER)
    assert "blijft een voorbereiding die nog niet klaar is, bij wie haar schreef" in owner.text
    owner.press("begin")
    assert stage(table) is Stage.TALKING
    assert OWNERS_WORD in owner.text
    assert PARTNERS_WORD not in owner.text
    assert "blijft daarom privé" in owner.text


def test_once_both_are_ready_both_read_both_and_either_begins(table: Table) -> None:
    table.ready(*Seat)
    for seat in Seat:
        seen = sit(table, seat)
        assert {OWNERS_WORD, PARTNERS_WORD} <= set(seen.text.split())
        assert BEGIN in buttons(seen)
        assert [each.label for each in seen.app.expander][:2] == ["De rollen", "Wie beslist"]
    sit(table, PARTNER).press("begin")
    assert stage(table) is Stage.TALKING


def test_the_talk_opens_with_both_sides_and_a_row_of_themes_by_difference(table: Table) -> None:
    """By hand: on the roles 5-1 = 4 steps, on the mandate 4-2 = 2; on time nobody answered."""
    table.begin()
    for seat in Seat:
        seen = sit(table, seat)
        assert {OWNERS_WORD, PARTNERS_WORD} <= set(seen.text.split())
        row = [each for each in buttons(seen) if "verschil" in each or each == "De tijd"]
        assert row == [r"De rollen \(1 verschil\)", r"Wie beslist \(1 verschil\)", "De tijd"]
        assert [each.value for each in seen.app.header] == ["Waar willen we naartoe"]


def test_both_are_at_the_theme_that_one_chose(table: Table) -> None:
    table.begin()
    owner, partner = sit(table, OWNER), sit(table, PARTNER)
    owner.press("thema_mandaat")
    partner.open()
    for seen in (owner, partner):
        assert [each.value for each in seen.app.header] == ["Wie beslist"]
        assert "Op het punt waarop jullie allebei antwoordden" in seen.text
        assert "Zet de klok op 10 minuten" in buttons(seen)


def test_next_and_back_walk_the_themes_from_the_opening_to_the_last(table: Table) -> None:
    table.begin()
    owner = sit(table, OWNER)
    walked = []
    while NEXT in buttons(owner):
        owner.press("blader_right")
        walked.append(owner.app.header[0].value)
    assert walked == ["De rollen", "Wie beslist", "De tijd"]
    for _ in walked:
        owner.press("blader_left")
    assert owner.app.header[0].value == "Waar willen we naartoe"


def test_arrows_on_the_keyboard_do_the_same(table: Table) -> None:
    table.begin()
    owner = sit(table, OWNER).press("blader_right")
    shortcuts = {
        each.label: each.proto.shortcut for each in owner.app.button if "thema" in each.label
    }
    assert shortcuts == {"Vorig thema": "left", NEXT: "right"}


def test_what_who_has_the_pen_writes_is_kept_and_read_by_the_other(table: Table) -> None:
    table.begin()
    owner = sit(table, OWNER).press("thema_rollen")
    owner.app.text_area(key=field(owner, "rollen")).set_value("We delen dit.").run()
    partner = sit(table, PARTNER)
    assert "We delen dit." in partner.text
    assert not [each for each in partner.app.text_area if str(each.key).endswith(":rollen")]
    partner.press("pen_")
    assert partner.app.text_area(key=field(partner, "rollen")).value == "We delen dit."


def test_after_the_pen_went_over_the_other_field_is_gone_and_a_late_text_stays(
    table: Table,
) -> None:
    """What An typed when Cas took the pen is not lost, and does not go over what Cas wrote."""
    table.begin()
    owner = sit(table, OWNER).press("thema_rollen")
    key = field(owner, "rollen")
    talking.take_pen(table.store, table.partner, table.at(PARTNER))
    talking.write(table.store, table.partner, table.at(PARTNER), "rollen", "Van Cas.")

    owner.app.text_area(key=key).set_value("Nog van An.").run()
    assert "Dit is nog niet bewaard." in owner.text
    assert "Van Cas." in owner.text
    assert owner.app.text_area(key=key).value == "Nog van An."
    assert said(table) == "Van Cas."

    owner.press("pen_")
    assert said(table) == "Van Cas.\n\nNog van An."
    assert owner.app.text_area(key=key).value == "Van Cas.\n\nNog van An."


def test_a_decision_is_made_by_who_writes_and_read_by_the_other(table: Table) -> None:
    table.begin()
    owner = sit(table, OWNER).press("thema_mandaat")
    owner.app.text_input(key=field(owner, "MI1:uitleg")).set_value("samen").run()
    assert "Kies ook wat jullie afspreken" in owner.text
    owner.app.selectbox(key=field(owner, "MI1:niveau")).set_value("meebeslissen").run()
    assert decisions(table) == {"MI1": Decision("MI1", 4, "samen")}

    partner = sit(table, PARTNER)
    assert "- Een: **meebeslissen** \\(samen\\)" in partner.text
    assert not partner.app.selectbox

    owner.app.selectbox(key=field(owner, "MI1:niveau")).set_value("").run()
    assert decisions(table) == {}


def test_the_clock_runs_on_both_and_stops_with_the_theme(table: Table) -> None:
    table.begin()
    owner = sit(table, OWNER).press("thema_rollen").press("klok_aan")
    for seen in (owner, sit(table, PARTNER)):
        assert _clock(seen).startswith(("10:00", "9:"))
    owner.press("klok_uit")
    assert not _clock(owner)


def test_when_the_time_is_over_nothing_stops(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    table.begin()
    sit(table, OWNER).press("thema_rollen").press("klok_aan")
    over = resources.moment() + timedelta(minutes=10, seconds=1)
    monkeypatch.setattr(resources, "moment", lambda: over)
    partner = sit(table, PARTNER)
    assert _clock(partner) == "De tijd is om, praat gerust door."
    assert NEXT in buttons(partner)


def _clock(visitor: Visitor) -> str:
    """What the clock says; empty while there is none."""
    (said, *_) = [
        each.proto.body.partition(">")[2].partition("<")[0]
        for each in visitor.app.html
        if 'role="timer"' in each.proto.body
    ] or [""]
    return str(said)
