"""How preparing ends: ready, locked, and for whom the page does not open."""

from pathlib import Path

import pytest

from ibreflect.model.guide import Seat
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.screens import PREPARE
from ibreflect.usecases import (
    people,
    planning,
    talking,
)
from tests.pages.prepare_scene import (
    FILLED,
    OWNER,
    OWNERS_WORD,
    PARTNER,
    PARTNERS_WORD,
    UNREADY,
    at,
    at_rest,
    prepare,
    read,
)
from tests.pages.talk_scene import buttons, planned, sign_in
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


def test_the_partner_has_no_table_to_lay_and_considerations_apart(table: Table) -> None:
    visitor = prepare(table, PARTNER)
    headers = [each.value for each in visitor.app.header]
    assert "Wat leg je op tafel?" not in headers
    assert "Deze overwegingen zijn alleen voor jou" in headers
    assert [each.label for each in visitor.app.checkbox] == ["Leg dit op tafel (overweging 1)"]


def test_who_is_ready_sees_no_fields_and_can_go_back(table: Table) -> None:
    table.fill(OWNER, FILLED[OWNER])
    visitor = prepare(table, OWNER).press("klaar")
    assert "Je voorbereiding is klaar. Cas is nog bezig" in visitor.text
    assert at_rest(visitor)
    visitor.press("toch_niet_klaar")
    assert at(visitor, "koers").value == OWNERS_WORD


@pytest.mark.parametrize("seat", Seat)
def test_once_both_are_ready_the_page_leads_to_the_conversation(table: Table, seat: Seat) -> None:
    table.fill(seat, FILLED[seat])
    table.ready(seat.other)
    visitor = prepare(table, seat).press("klaar")
    assert "beide voorbereidingen liggen op tafel" in visitor.text
    assert "Naar het gesprek" in visitor.text
    assert UNREADY not in buttons(visitor)
    assert at_rest(visitor)


def test_when_the_conversation_began_the_page_says_why_it_is_locked(table: Table) -> None:
    table.fill(PARTNER, FILLED[PARTNER])
    waiting = prepare(table, PARTNER)
    table.ready(OWNER)
    talking.begin(table.store, table.owner, table.at())

    at(waiting, "zicht").set_value("Nog gauw iets.").run()
    assert "Het gesprek is begonnen voordat jij klaar was." in waiting.text
    assert "Dit is niet meer bewaard." in waiting.text
    assert at(waiting, "zicht").value == "Nog gauw iets."

    late = prepare(table, PARTNER)
    assert PARTNERS_WORD in late.text  # one's own, to read again
    assert "Dit is niet meer bewaard." not in late.text
    assert "ligt op tafel en blijft daarom zoals het is" in prepare(table, OWNER).text


def test_a_coach_reads_about_the_school_before_anything_else(
    store: Store, folk: Organisation, tmp_path: Path
) -> None:
    round_id = talks.with_round(store, folk.an)
    table = planned(store, folk.an, folk.coach, tmp_path, guide_id=talks.COACH, round_id=round_id)
    table.fill(OWNER, {"deel:roles": "ja"})
    assert "De school: De Wilg" not in read(prepare(table, PARTNER))
    table.ready(*Seat)
    text = read(prepare(table, PARTNER))
    assert 0 < text.index("De school: De Wilg") < text.index("liggen op tafel")


def test_a_group_prepares_nothing(store: Store, folk: Organisation, tmp_path: Path) -> None:
    table = planned(store, folk.an, None, tmp_path, guide_id=talks.GROUP)
    visitor = prepare(table, OWNER)
    assert "Met een groep bereiden jullie niet apart voor." in visitor.text
    assert at_rest(visitor)


@pytest.mark.parametrize("asked", ["", "geen-id", "00000000-0000-0000-0000-000000000009"])
def test_a_wrong_id_in_the_address_leads_to_the_list(table: Table, asked: str) -> None:
    visitor = Visitor()
    visitor.app.user = {"session": sign_in(table.store, table.owner)}
    visitor.go(PREPARE, gesprek=asked)
    assert "Naar Gesprekken" in visitor.text
    assert at_rest(visitor)


def test_the_conversation_of_others_reads_like_none(folk: Organisation, table: Table) -> None:
    texts = []
    for asked in (table.conversation_id, "00000000-0000-0000-0000-000000000009"):
        visitor = Visitor()
        visitor.app.user = {"session": sign_in(table.store, folk.coach)}
        texts.append(visitor.go(PREPARE, gesprek=str(asked)).text)
    assert texts[0] == texts[1]
    assert "is er niet (meer)" in texts[0]


def test_two_take_turns_at_one_computer_and_see_only_their_own(
    store: Store, tmp_path: Path
) -> None:
    name = "<b>=1+1</b>"
    people.introduce(store, name="Noor", school="De Wilg", today=resources.today())
    noor = people.owner(store)
    assert noor
    (school,) = people.my_schools(store, noor)
    wanted = talks.plan_for(name, planned_on=resources.today(), school_id=school.school_id)
    found = planning.plan(store, noor, wanted, talks.folder(tmp_path), today=resources.today())

    visitor = Visitor().go(PREPARE, gesprek=str(found))
    assert "Jullie werken op één computer." in visitor.text
    assert name not in visitor.text.replace(r"\<b\>\=1\+1\<\/b\>", "").replace("\\", "·")
    at(visitor, "koers").set_value(OWNERS_WORD).run()
    at(visitor, "punt:r1").set_value(1).run()
    assert "Mijn aantekeningen" in visitor.text
    visitor.press("klaar")
    assert OWNERS_WORD not in visitor.text
    assert "hierboven de eigen naam kiezen" in visitor.text

    visitor.app.segmented_control[0].set_value(PARTNER).run()
    assert OWNERS_WORD not in visitor.text
    assert "Mijn aantekeningen" not in visitor.text
    assert at(visitor, "punt:r1").value is None
    at(visitor, "zicht").set_value(PARTNERS_WORD).run()
    visitor.press("klaar")
    assert "beide voorbereidingen liggen op tafel" in visitor.text
    assert PARTNERS_WORD not in visitor.text
