"""Sharing: who reads what, from when until when, and that the version stays as it was."""

from datetime import timedelta
from uuid import uuid4

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.event import EventKind
from ibreflect.model.person import Person
from ibreflect.model.round import RoundId
from ibreflect.model.sharing import Part
from ibreflect.store import erasing, events
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in, framing, rounds, shared, sharing
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases import shared_rounds
from tests.usecases.organisation import NOW, Organisation, organisation

NOT_FOR_YOU = "Dit wordt niet (meer) met je gedeeld."


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def round_id(store: Store, everybody: Organisation) -> RoundId:
    """A handed-in round of An."""
    mine = scans.begin(store, everybody.an)
    others.finish_scan(store, everybody.an, mine, shared_rounds.own())
    return mine


@pytest.mark.parametrize(
    "reader", ["an", "bo", "other_leader", "board_member", "administrator", None]
)
def test_it_is_shared_with_nobody_else(
    store: Store, everybody: Organisation, round_id: RoundId, reader: str | None
) -> None:
    somebody = getattr(everybody, reader) if reader else Person(uuid4(), "Niemand")
    with pytest.raises(InputError, match="Met deze persoon"):
        shared_rounds.share(store, everybody.an, round_id, somebody)
    assert sharing.mine(store, everybody.an, now=NOW) == ()


def test_somebody_elses_round_and_somebody_elses_share_are_not_there(
    store: Store, everybody: Organisation, round_id: RoundId
) -> None:
    share_id = shared_rounds.share(store, everybody.an, round_id, everybody.leader)
    for actor in everybody[1:]:
        for wanted in (round_id, uuid4()):
            with pytest.raises(NotAllowedError, match=r"Deze ronde is er niet \(meer\)"):
                shared_rounds.share(store, actor, wanted, everybody.leader)
        for which in (share_id, uuid4()):
            with pytest.raises(NotAllowedError, match=r"Dit deel je niet \(meer\)"):
                sharing.withdraw(store, actor, which, now=NOW)
    assert shared.read(store, everybody.leader, share_id, now=NOW)


def test_a_scan_that_is_not_handed_in_is_not_shared(store: Store, everybody: Organisation) -> None:
    unfinished = scans.begin(store, everybody.an)
    with pytest.raises(NotAllowedError, match="Delen kan zodra"):
        shared_rounds.share(store, everybody.an, unfinished, everybody.leader)


@pytest.mark.parametrize("days", [-1, 366])
def test_it_lasts_from_today_to_a_year(
    store: Store, everybody: Organisation, round_id: RoundId, days: int
) -> None:
    until = NOW.date() + timedelta(days=days)
    wish = shared_rounds.wish(everybody.leader, until=until)
    with pytest.raises(InputError, match="hoogstens een jaar"):
        sharing.share(store, everybody.an, round_id, wish, now=NOW)


@pytest.mark.parametrize(
    "parts", [frozenset(), frozenset({Part.TIME}), frozenset({Part.ROLES, Part.OTHERS})]
)
def test_what_is_not_there_is_not_shared(
    store: Store, everybody: Organisation, round_id: RoundId, parts: frozenset[Part]
) -> None:
    wish = shared_rounds.wish(everybody.leader)._replace(parts=parts)
    with pytest.raises(InputError):
        sharing.share(store, everybody.an, round_id, wish, now=NOW)
    offered = sharing.offered(store, everybody.an, round_id, everybody.leader.person_id, now=NOW)
    assert offered == (Part.ROLES, Part.OVERLAP, Part.ITEMS)


def test_what_changes_later_does_not_change_what_was_shared(
    store: Store, everybody: Organisation
) -> None:
    an, leader = everybody.an, everybody.leader
    round_id = scans.begin(store, an)
    framing.save_text(store, an, round_id, topic="opdracht:school", body="Rust")
    framing.save_choice(store, an, round_id, field="fase", choice="bouwen")
    others.finish_scan(store, an, round_id, shared_rounds.own())
    parts = (Part.ASSIGNMENT, Part.ROLES, Part.OVERLAP, Part.ITEMS)
    share_id = shared_rounds.share(store, an, round_id, leader, *parts)
    before = shared.read(store, leader, share_id, now=NOW).frozen

    fill_in.reopen(store, an, round_id)
    assert shared.read(store, leader, share_id, now=NOW).frozen == before
    for item_id in shared_rounds.own():
        fill_in.save(store, an, round_id, item_id=item_id, given=5)
    framing.save_text(store, an, round_id, topic="opdracht:school", body="Onrust")
    framing.save_choice(store, an, round_id, field="fase", choice="borgen")
    fill_in.hand_in(store, an, round_id)
    rounds.close(store, an, round_id)

    assert shared.read(store, leader, share_id, now=NOW).frozen == before
    wish = shared_rounds.wish(leader, *parts)
    assert sharing.preview(store, an, round_id, wish, now=NOW) != before


def test_a_second_click_shares_nothing_more_and_a_new_version_does(
    store: Store, everybody: Organisation, round_id: RoundId
) -> None:
    first = shared_rounds.share(store, everybody.an, round_id, everybody.leader)
    assert shared_rounds.share(store, everybody.an, round_id, everybody.leader) == first
    fill_in.reopen(store, everybody.an, round_id)
    fill_in.save(store, everybody.an, round_id, item_id="LC1", given=5)
    fill_in.hand_in(store, everybody.an, round_id)
    assert shared_rounds.share(store, everybody.an, round_id, everybody.leader) != first


def test_withdrawing_forgets_what_was_shown_and_is_done_once(
    store: Store, everybody: Organisation, round_id: RoundId
) -> None:
    share_id = shared_rounds.share(store, everybody.an, round_id, everybody.leader)
    for _ in range(2):
        sharing.withdraw(store, everybody.an, share_id, now=NOW)
    assert store.read("select frozen from share") == [("",)]
    kinds = _kinds(store, everybody.an)
    assert (kinds.count(EventKind.SHARED), kinds.count(EventKind.WITHDRAWN)) == (1, 1)
    (mine,) = sharing.mine(store, everybody.an, now=NOW)
    assert not mine.lasts


def test_the_owner_hears_that_a_reader_works_elsewhere_now(
    store: Store, everybody: Organisation, round_id: RoundId
) -> None:
    shared_rounds.share(store, everybody.an, round_id, everybody.leader)
    shared_rounds.end_position(store, everybody.leader)
    (mine,) = sharing.mine(store, everybody.an, now=NOW)
    assert mine.lasts
    assert not mine.is_near


@pytest.mark.parametrize("gone", ["round", "owner", "reader"])
def test_nothing_is_left_of_a_share_whose_round_owner_or_reader_is_erased(
    store: Store, everybody: Organisation, round_id: RoundId, gone: str
) -> None:
    share_id = shared_rounds.share(store, everybody.an, round_id, everybody.leader)
    shared.read(store, everybody.leader, share_id, now=NOW)
    kept = shared_rounds.share(store, everybody.an, round_id, everybody.coach)
    match gone:
        case "round":
            rounds.erase(store, everybody.an, round_id)
        case "owner":
            erasing.erase_person(store, everybody.an.person_id)
        case "reader":
            erasing.erase_person(store, everybody.leader.person_id)
    left = [each for (each,) in store.read("select share_id from share")]
    assert left == ([kept] if gone == "reader" else [])


def test_the_version_lies_sealed(store: Store, everybody: Organisation, round_id: RoundId) -> None:
    shared_rounds.share(store, everybody.an, round_id, everybody.leader, Part.ITEMS)
    ((sealed,),) = store.read("select frozen from share")
    assert "De Wilg" in store.vault.opened(round_id, sealed)
    assert "De Wilg" not in sealed
    assert b"Ik organiseer samen" not in sealed.encode()


def _kinds(store: Store, actor: Person) -> list[EventKind]:
    return [each.kind for each in events.about(store, actor.person_id)]
