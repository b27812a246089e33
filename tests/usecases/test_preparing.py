"""Preparing apart and blind: what is kept, until when, and what comes to lie on the table."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model import topics
from ibreflect.model.conversation import Tabled
from ibreflect.model.guide import Seat
from ibreflect.model.log import Content, Entry, Kind
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import School
from ibreflect.model.sharing import Part
from ibreflect.model.time import Moment
from ibreflect.store import memberships, preparations
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    fill_in,
    log_entries,
    preparing,
    reflection,
    rounds,
    tabling,
    talking,
    view_talk,
)
from tests.usecases import organisation, shared_rounds, talks
from tests.usecases.organisation import LONG_AGO, NOW, WILG, Organisation
from tests.usecases.talks import TODAY, TOMORROW, Table

OWNER, PARTNER = Seat
NOW_FIRST = topics.time("preventief", Moment.NOW)


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation.organisation(store)


@pytest.fixture
def table(store: Store, folk: Organisation, tmp_path: Path) -> Table:
    """A conversation without a round."""
    return talks.plan(store, folk.an, folk.leader, tmp_path)


@pytest.fixture
def about_round(store: Store, folk: Organisation, tmp_path: Path) -> Table:
    round_id = talks.with_round(store, folk.an)
    return talks.plan(store, folk.an, folk.leader, tmp_path, round_id=round_id)


def _entries(table: Table, seat: Seat) -> dict[str, str]:
    return dict(preparing.sheet(table.store, table.who(seat), table.at(seat)).entries)


def _tabled(table: Table) -> Tabled:
    """What the partner finds on the table."""
    return view_talk.talk(table.store, table.partner, table.at()).tabled


def test_each_finds_what_they_filled_in_themselves(table: Table) -> None:
    table.fill(OWNER, {"koers": "  Meer samen  ", "punt:r1": "4", "tijd:preventief:nu": "30"})
    table.fill(PARTNER, {"zicht": "-", "punt:r1": "2", "mee:overweging": "ja"})
    assert _entries(table, OWNER) == {
        "koers": "Meer samen",
        "punt:r1": "4",
        "tijd:preventief:nu": "30",
    }
    assert _entries(table, PARTNER) == {"zicht": "-", "punt:r1": "2", "mee:overweging": "ja"}
    table.fill(OWNER, {"koers": "", "punt:r1": ""})
    assert _entries(table, OWNER) == {"tijd:preventief:nu": "30"}


@pytest.mark.parametrize(
    ("seat", "topic", "content"),
    [
        (OWNER, "niets", "x"),
        (OWNER, "zicht", "x"),
        (PARTNER, "koers", "x"),
        (OWNER, "punt:r1", "0"),
        (OWNER, "punt:r1", "6"),
        (OWNER, "punt:r1", "drie"),
        (OWNER, "punt:niets", "1"),
        (OWNER, "mee:koers", "ja"),
        (OWNER, "mee:twijfel", "misschien"),
        (OWNER, NOW_FIRST, "101"),
        (OWNER, NOW_FIRST, "-1"),
        (OWNER, "tijd:niets:nu", "10"),
        (OWNER, "deel:niets", "ja"),
        (OWNER, f"logboek:{UUID(int=9)}", "ja"),
        (OWNER, "reflectie:weg@2026/2027", "ja"),
        (PARTNER, "thema:rollen", "nee"),
        (PARTNER, "deel:roles", "ja"),
        (OWNER, "koers", "x" * 4001),
    ],
)
def test_what_does_not_belong_there_is_not_kept(
    table: Table, seat: Seat, topic: str, content: str
) -> None:
    with pytest.raises(InputError):
        table.fill(seat, {topic: content})
    assert _entries(table, seat) == {}


def test_what_the_round_says_is_filled_in_already_and_can_be_taken_away(
    about_round: Table,
) -> None:
    known = _entries(about_round, OWNER)
    assert known["punt:m1"] == "4"
    assert known["punt:m2"] == "2"
    assert known[NOW_FIRST] == "10"
    assert _entries(about_round, PARTNER) == {}
    about_round.fill(OWNER, {"punt:m1": "", "punt:m2": "5"})
    assert "punt:m1" not in _entries(about_round, OWNER)
    about_round.ready(OWNER)
    assert "punt:m1" not in _entries(about_round, OWNER)
    assert _entries(about_round, OWNER)["punt:m2"] == "5"
    about_round.fill_again(OWNER, {"punt:m1": "1"})
    assert _entries(about_round, OWNER)["punt:m1"] == "1"


def test_a_scan_that_was_reopened_says_nothing_for_now(
    store: Store, folk: Organisation, about_round: Table
) -> None:
    (subject,) = rounds.mine(store, folk.an)
    fill_in.reopen(store, folk.an, subject.round_id)
    assert _entries(about_round, OWNER) == {}
    offer = preparing.sheet(store, folk.an, about_round.at()).offer
    assert offer
    assert offer.parts == ()
    about_round.ready(*Seat)
    assert _tabled(about_round).picture is None


def test_who_is_ready_changes_nothing_before_saying_so(table: Table) -> None:
    table.ready(PARTNER)
    with pytest.raises(NotAllowedError, match="Toch nog iets aanpassen"):
        table.fill(PARTNER, {"zicht": "Nog iets"})
    table.fill(OWNER, {"koers": "Ik nog wel"})
    table.fill_again(PARTNER, {"zicht": "Nog iets"})
    assert _entries(table, PARTNER) == {"zicht": "Nog iets"}


def test_once_both_are_ready_nothing_changes_any_more(table: Table) -> None:
    table.ready(*Seat)
    for seat in Seat:
        sheet = preparing.sheet(table.store, table.who(seat), table.at())
        assert (sheet.is_ready, sheet.may_change) == (True, False)
        with pytest.raises(NotAllowedError, match="op tafel"):
            table.fill(seat, {"punt:r1": "1"})
        with pytest.raises(NotAllowedError, match="op tafel"):
            preparing.set_ready(table.store, table.who(seat), table.at(), is_ready=False, now=NOW)


def test_saying_it_twice_is_saying_it_once(table: Table) -> None:
    table.fill(OWNER, {"koers": "Samen"})
    table.ready(OWNER, OWNER)
    for _ in range(2):
        preparing.set_ready(table.store, table.owner, table.at(), is_ready=False, now=NOW)
    assert _entries(table, OWNER) == {"koers": "Samen"}
    assert not preparing.sheet(table.store, table.owner, table.at()).is_ready


def test_who_begins_leaves_an_unready_preparation_private_for_good(table: Table) -> None:
    table.fill(PARTNER, {"zicht": "Alleen van mij"})
    table.ready(OWNER)
    talking.begin(table.store, table.owner, table.at())
    with pytest.raises(NotAllowedError):
        table.fill(PARTNER, {"zicht": "Toch"})
    with pytest.raises(NotAllowedError):
        table.ready(PARTNER)
    seen = view_talk.talk(table.store, table.owner, table.at())
    assert "Alleen van mij" not in repr(seen)
    assert "privé" in seen.sides[1].why
    assert _entries(table, PARTNER) == {"zicht": "Alleen van mij"}


def test_only_the_ib_coordinator_is_offered_what_can_lie_on_the_table(about_round: Table) -> None:
    store = about_round.store
    offer = preparing.sheet(store, about_round.owner, about_round.at()).offer
    assert offer
    assert {Part.ROLES, Part.ITEMS, Part.TIME, Part.ASSIGNMENT} <= {*offer.parts}
    assert preparing.sheet(store, about_round.partner, about_round.at()).offer is None


def test_what_was_chosen_is_laid_as_it_is_then_and_nothing_else(
    store: Store, folk: Organisation, about_round: Table
) -> None:
    for body in ("mus op tafel", "mees blijft thuis"):
        entry = Entry(uuid4(), School(WILG, ""), Content(Kind.BUMPY_MOMENT, TODAY, body))
        log_entries.add(store, folk.an, entry, today=TODAY)
        if "mus" in body:
            about_round.fill(OWNER, {topics.entry(str(entry.entry_id)): topics.YES})
    reflection.save(store, folk.an, "reflectie:waarom", "specht op tafel", today=TODAY)
    (written,) = reflection.answers(store, folk.an)
    about_round.fill(
        OWNER,
        {
            topics.reflection(written.answer_id): "ja",
            topics.part(Part.ROLES): "ja",
            topics.part(Part.ASSIGNMENT): "nee",
            topics.theme("tijd"): "nee",
        },
    )
    about_round.ready(OWNER)
    reflection.save(store, folk.an, "reflectie:waarom", "later anders", today=TODAY)
    about_round.ready(PARTNER)
    found = _tabled(about_round)
    assert found.themes == ("rollen", "mandaat")
    assert {each.body for each in found.texts} == {"mus op tafel", "specht op tafel"}
    assert found.picture
    assert [each.part for each in found.picture.parts] == [Part.ROLES]
    assert shared_rounds.TEXT not in repr(found)


def test_what_was_laid_is_taken_off_by_who_is_not_ready_after_all(table: Table) -> None:
    table.fill(OWNER, {"thema:tijd": "nee"})
    table.ready(OWNER)
    assert preparations.text(table.store, table.conversation_id, table.owner.person_id)
    preparing.set_ready(table.store, table.owner, table.at(), is_ready=False, now=NOW)
    assert not preparations.text(table.store, table.conversation_id, table.owner.person_id)


def test_the_partner_sees_nothing_on_the_table_before_both_are_ready(about_round: Table) -> None:
    about_round.fill(OWNER, {topics.part(Part.ROLES): "ja"})
    about_round.ready(OWNER)
    assert _tabled(about_round).picture is None
    here = preparing.sheet(about_round.store, about_round.partner, about_round.at()).seated
    with pytest.raises(NotAllowedError):
        tabling.tabled(about_round.store, here, TODAY)
    about_round.ready(PARTNER)
    assert _tabled(about_round).picture


def test_a_partner_who_left_gets_no_picture_and_stops_nobody(
    store: Store, folk: Organisation, about_round: Table
) -> None:
    held = Membership(folk.leader.person_id, Position.SCHOOL_LEADER, WILG, LONG_AGO, None)
    store.write(lambda work: memberships.end(work, held, TODAY))
    later = about_round._replace(today=TOMORROW)
    later.fill(OWNER, {topics.part(Part.ROLES): "ja"})
    later.ready(OWNER)
    talking.begin(store, folk.an, later.at())
    assert view_talk.talk(store, folk.an, later.at()).tabled.picture is None
