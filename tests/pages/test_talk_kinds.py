"""Gesprek from the agreements of last time to its end, and with a group, a coach or alone."""

from datetime import timedelta
from pathlib import Path

import pytest

from ibreflect.model.conversation import Decision, Stage
from ibreflect.model.guide import Seat
from ibreflect.model.report import Closing
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.screens import TALK
from ibreflect.usecases import agreeing, people, planning, preparing, talking
from ibreflect.usecases.conversing import At
from tests.pages.talk_scene import buttons, field, planned, said, sit, stage
from tests.pages.visitor import Visitor
from tests.usecases import talks
from tests.usecases.organisation import Organisation, organisation
from tests.usecases.talks import Table

OWNER, PARTNER = Seat
OWNERS_WORD, PARTNERS_WORD = "ooievaar", "roerdomp"
PEN = "Ik schrijf"


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


def test_it_starts_with_what_was_agreed_last_time(
    store: Store, folk: Organisation, tmp_path: Path
) -> None:
    _agreed_before(planned(store, folk.an, folk.leader, tmp_path))
    table = planned(
        store, folk.an, folk.leader, tmp_path, planned_on=resources.today() + timedelta(days=1)
    )
    table.begin()
    owner, partner = sit(table, OWNER), sit(table, PARTNER)
    for seen in (owner, partner):
        assert seen.app.header[0].value == "Wat we de vorige keer afspraken"
        assert "Elke week een klas in." in seen.text.replace("\\", "")
        assert "**meebeslissen**" in seen.text
    own = "Hoe het met je doelen ging (alleen jij ziet dit)"
    assert own in owner.text
    assert own not in partner.text


def test_ending_is_asked_again_and_leads_both_to_the_report(table: Table) -> None:
    table.begin()
    partner, owner = sit(table, PARTNER), sit(table, OWNER)
    owner.press("ja_afronden")
    assert stage(table) is Stage.ENDED
    partner.open()
    for seen in (owner, partner):
        assert "Het gesprek is afgerond." in seen.text
        assert "Naar het verslag" in seen.text


def test_a_group_begins_at_once_and_has_no_sides(
    store: Store, folk: Organisation, tmp_path: Path
) -> None:
    table = planned(store, folk.an, None, tmp_path, guide_id=talks.GROUP)
    group = sit(table, OWNER)
    assert "klaar met voorbereiden" not in group.text
    group.press("begin").press("thema_rollen")
    assert not group.app.get("vega_lite_chart")
    assert PEN not in buttons(group)
    group.app.text_area(key=field(group, "rollen")).set_value("Wij zijn het eens.").run()
    assert said(table) == "Wij zijn het eens."


def test_a_coach_reads_about_the_school_before_any_value(
    store: Store, folk: Organisation, tmp_path: Path
) -> None:
    round_id = talks.with_round(store, folk.an)
    today = resources.today()
    wanted = talks.plan_for(folk.coach.person_id, talks.COACH, planned_on=today, round_id=round_id)
    found = planning.plan(store, folk.an, wanted, talks.folder(tmp_path), today=today)
    table = Table(store, folk.an, folk.coach, found, today)
    table.fill(OWNER, {"deel:roles": "ja"})
    table.begin()
    coach = sit(table, PARTNER)
    assert coach.text.index("Eerst: over de school") < coach.text.index("De rollen")
    coach.press("thema_rollen")
    told = coach.text.replace("\\", "")
    assert told.index("De school: De Wilg") < told.index("Uit het beeld van An: De drie rollen")


def test_after_the_last_day_the_partner_reads_why_there_is_nothing(table: Table) -> None:
    table.begin()
    talking.write(table.store, table.owner, table.at(), "rollen", "Wat er gezegd is.")
    sql = "update conversation set planned_on = $2, open_until = $2 where conversation_id = $1"
    yesterday = table.today - timedelta(days=1)
    table.store.write(lambda work: work.run(sql, table.conversation_id, yesterday))
    partner = sit(table, PARTNER)
    assert "de afgesproken tijd is om" in partner.text
    assert OWNERS_WORD not in partner.text
    assert OWNERS_WORD in sit(table, OWNER).text


def test_in_large_type_the_talk_stays_the_same(table: Table) -> None:
    table.begin()
    owner = sit(table, OWNER).press("thema_rollen")
    before = buttons(owner)
    owner.app.toggle(key="grote_letters").set_value(True).run()
    assert buttons(owner) == before
    assert "gesprek_groot" in owner.text


def test_alone_both_look_at_one_screen_and_who_has_the_pen_writes(
    store: Store, tmp_path: Path
) -> None:
    today = resources.today()
    people.introduce(store, name="Noor", school="De Wilg", today=today)
    noor = people.owner(store)
    assert noor
    (school,) = people.my_schools(store, noor)
    wanted = talks.plan_for("Mark", planned_on=today)._replace(school_id=school.school_id)
    found = planning.plan(store, noor, wanted, talks.folder(tmp_path), today=today)
    visitor = Visitor().go(TALK, gesprek=str(found))
    for seat in Seat:
        at = At(found, today, seat)
        visitor.app.segmented_control[0].set_value(seat).run()
        assert "Rond eerst je eigen voorbereiding af" in visitor.text
        preparing.set_ready(store, noor, at, is_ready=True, now=resources.moment())
    visitor.open().press("begin").press("thema_rollen")
    assert not visitor.app.segmented_control
    assert PEN not in buttons(visitor)
    assert visitor.app.text_area(key=field(visitor, "rollen")).label


def _agreed_before(table: Table) -> None:
    table.begin()
    at = table.at(OWNER)
    talking.decide(table.store, table.owner, at, Decision("MI1", 4, ""))
    talking.end(table.store, table.owner, at)
    check_on = table.today + timedelta(days=60)
    goal = talks.goal("Elke week een klas in.", check_on)
    agreeing.keep(table.store, table.owner, at, Closing((goal,)))
    table.confirm()
