"""Of a conversation that is erased, or of somebody erased who was in it, nothing stays behind."""

from datetime import date, timedelta

import pytest

from ibreflect.model.conversation import ConversationId
from ibreflect.model.guide import Seat
from ibreflect.model.round import RoundId
from ibreflect.store import erasing, erasure, preparations
from ibreflect.store.connection import Store
from ibreflect.usecases import agreeing, conversing, planning, view_talk
from ibreflect.usecases.conversing import At
from tests.store import scans, talk_canaries
from tests.store.talk_canaries import Two
from tests.usecases import organisation, talks
from tests.usecases.organisation import WILG

DAY = scans.AUTUMN
TABLES = {
    "closing",
    "conversation",
    "decision",
    "preparation",
    "preparation_ready",
    "private_note",
    "report",
    "report_confirmed",
    "said",
    "tabled_picture",
    "tabled_text",
}


@pytest.fixture
def folk(store: Store) -> organisation.Organisation:
    return organisation.organisation(store)


@pytest.fixture
def round_id(store: Store, folk: organisation.Organisation) -> RoundId:
    return talks.with_round(store, folk.an)


@pytest.fixture
def held(store: Store, folk: organisation.Organisation, round_id: RoundId) -> ConversationId:
    two = Two(folk.an, folk.leader, WILG, round_id)
    return talk_canaries.held(store, two, "{} van An".format, DAY)


@pytest.fixture
def of_others(store: Store, folk: organisation.Organisation) -> ConversationId:
    """A conversation of the same partner with somebody else, the day after."""
    two = Two(folk.bo, folk.leader, WILG, None)
    return talk_canaries.held(store, two, "{} van Bo".format, DAY + timedelta(days=1))


def _rows(store: Store, conversation_id: ConversationId) -> dict[str, int]:
    """How many rows each table has of a conversation; tables with none are left out."""
    found = {
        table: sum(conversation_id in row.values() for row in rows)
        for table, rows in scans.contents(store).items()
    }
    return {table: count for table, count in found.items() if count}


def _at(conversation_id: ConversationId, day: date = DAY) -> At:
    return At(conversation_id, day)


def test_an_erased_conversation_is_gone_with_everything_in_it_and_nothing_else(
    store: Store, folk: organisation.Organisation, held: ConversationId, of_others: ConversationId
) -> None:
    assert set(_rows(store, held)) == TABLES
    kept = _rows(store, of_others)
    rest = {table: len(rows) for table, rows in scans.contents(store).items()}
    of_held = _rows(store, held)
    planning.erase(store, folk.an, _at(held))
    assert _rows(store, held) == {}
    assert _rows(store, of_others) == kept
    for table, rows in scans.contents(store).items():
        if table != "installation":
            assert len(rows) == rest[table] - of_held.get(table, 0), table


def test_a_file_is_written_anew_after_a_conversation_is_erased(
    store: Store, held: ConversationId
) -> None:
    store.write(lambda work: erasure.erase_conversation(work, held))
    assert erasure.must_rewrite(store.read)


def test_with_the_ib_coordinator_goes_what_the_partner_wrote_in_it_too(
    store: Store, folk: organisation.Organisation, held: ConversationId, of_others: ConversationId
) -> None:
    kept = _rows(store, of_others)
    erasing.erase_person(store, folk.an.person_id)
    assert _rows(store, held) == {}
    assert _rows(store, of_others) == kept
    assert preparations.note(store, of_others, folk.leader.person_id) == "notitie van Cas van Bo"


def test_of_an_erased_partner_the_report_stays_and_the_rest_goes(
    store: Store, folk: organisation.Organisation, held: ConversationId
) -> None:
    before = _rows(store, held)
    erasing.erase_person(store, folk.leader.person_id)
    after = _rows(store, held)
    lost = {table: before[table] - after.get(table, 0) for table in before}
    assert {table for table, count in lost.items() if count} == {"preparation", "private_note"}
    assert lost["private_note"] == 1
    here = conversing.seated(store, folk.an, _at(held)).conversation
    assert here.partner_id is None
    page = agreeing.page(store, folk.an, _at(held))
    assert page.report.said[0].body == "gezegd van An"
    assert page.report.partner == "Cas"
    assert page.confirmed == {Seat.OWNER}
    seen = view_talk.talk(store, folk.an, _at(held))
    assert not seen.sides[1].told
    assert preparations.note(store, held, folk.an.person_id) == "notitie van An van An"


def test_an_erased_partner_has_no_seat_any_more(
    store: Store, folk: organisation.Organisation, held: ConversationId
) -> None:
    erasing.erase_person(store, folk.leader.person_id)
    assert conversing.mine(store, folk.leader, today=DAY) == ()


def test_of_an_erased_round_no_picture_lies_on_the_table(
    store: Store, folk: organisation.Organisation, held: ConversationId, round_id: RoundId
) -> None:
    assert view_talk.talk(store, folk.leader, _at(held)).tabled.picture
    before = _rows(store, held)
    erasing.erase_round(store, round_id)
    assert {*before.items()} - {*_rows(store, held).items()} == {("tabled_picture", 1)}
    seen = view_talk.talk(store, folk.leader, _at(held))
    assert seen.tabled.picture is None
    assert seen.tabled.themes == ("rollen", "mandaat", "tijd")
    assert seen.seated.conversation.round_id is None


@pytest.mark.parametrize("erased", ["the conversation", "the partner"])
def test_what_comes_too_late_is_not_kept(
    store: Store,
    folk: organisation.Organisation,
    tmp_path_factory: pytest.TempPathFactory,
    erased: str,
) -> None:
    """Somebody presses Save while somebody else presses Erase."""
    table = talks.plan(store, folk.an, folk.leader, tmp_path_factory.mktemp("guides"))
    if erased == "the conversation":
        store.write(lambda work: erasure.erase_conversation(work, table.conversation_id))
        preparations.keep_note(store, table.conversation_id, folk.leader.person_id, "te laat")
    else:
        store.write(lambda work: erasure.erase_person(work, folk.leader.person_id))
    late = ("zicht", "te laat")
    there = (table.conversation_id, Seat.PARTNER, folk.leader.person_id)
    assert not preparations.keep(store, *there, late)
    assert set(_rows(store, table.conversation_id)) <= {"conversation"}
