"""Copies of the keys, kept apart; and what a copy that is put back does not bring back."""

import shutil
from pathlib import Path

import pytest

from ibreflect.access import links
from ibreflect.errors import StoreError
from ibreflect.model.asking import Task
from ibreflect.model.person import Person
from ibreflect.model.round import RoundId, term_of
from ibreflect.store import framing, sessions
from ibreflect.store.backup import Place, backup, place, restore
from ibreflect.store.connection import Store
from ibreflect.store.vault import Vault, folder_beside
from ibreflect.usecases import answering, asking, inviting, rounds
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.store.canaries import word
from tests.usecases import organisation, shared_rounds

TODAY, NOW = others.TODAY, organisation.NOW
TOPIC, TEXT = "opdracht:school", word("rust in de school")


@pytest.fixture
def round_id(store: Store, actor: Person) -> RoundId:
    begun = others.begin(store, actor, "rolhelderheid")
    framing.keep_text(store, begun, TOPIC, TEXT)
    return begun


@pytest.fixture
def at(path: Path, tmp_path: Path) -> Place:
    return Place(path, folder_beside(path), tmp_path / "usb" / "sleutels")


@pytest.fixture
def copy(at: Place, store: Store, round_id: RoundId, tmp_path: Path) -> Path:
    """A copy of the database and one of the keys, after which everything was closed."""
    store.close()
    return backup(at, tmp_path / "kopie.duckdb", today=TODAY)


def _text(path: Path, round_id: RoundId) -> str:
    store = Store(path)
    try:
        return framing.texts(store, round_id).get(TOPIC, "")
    finally:
        store.close()


def test_a_copy_of_the_database_alone_opens_no_text(
    copy: Path, at: Place, round_id: RoundId
) -> None:
    with pytest.raises(StoreError, match=r"sleutelmap kopie\.keys terugzetten"):
        _text(copy, round_id)
    assert not list(copy.parent.glob("kopie*.key"))


def test_after_a_crash_of_the_disk_both_copies_bring_everything_back(
    copy: Path, at: Place, round_id: RoundId, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "nieuw" / "ibreflect.duckdb"
    new = Place(elsewhere, folder_beside(elsewhere), at.keys_copy)
    assert restore(copy, new, today=TODAY) is None
    assert _text(elsewhere, round_id) == TEXT


def test_without_keys_in_the_folder_nothing_is_put_back(
    copy: Path, at: Place, tmp_path: Path
) -> None:
    before = at.store_path.read_bytes()
    with pytest.raises(StoreError, match="staan geen sleutels"):
        restore(copy, at._replace(keys_copy=tmp_path / "leeg"), today=TODAY)
    assert at.store_path.read_bytes() == before


def test_keys_that_were_made_before_the_copy_came_back_keep_opening(
    copy: Path, at: Place, actor: Person, round_id: RoundId
) -> None:
    """Somebody went on without the keys; then they were found."""
    shutil.rmtree(at.keys)
    store = Store(at.store_path)
    framing.keep_text(store, round_id, "opdracht:kracht", word("van daarna"))
    store.close()
    assert at.keys_copy
    vault = Vault(at.keys)
    vault.take_in(at.keys_copy)
    store = Store(at.store_path)
    assert framing.texts(store, round_id) == {TOPIC: TEXT, "opdracht:kracht": word("van daarna")}
    store.close()


def test_the_next_copy_of_the_keys_loses_those_of_who_was_erased(
    copy: Path, at: Place, actor: Person, round_id: RoundId, tmp_path: Path
) -> None:
    assert at.keys_copy
    in_copy = at.keys_copy / f"{round_id}.key"
    old_keys = shutil.copytree(at.keys_copy, tmp_path / "oude sleutels")
    assert in_copy.exists()
    store = Store(at.store_path)
    rounds.erase(store, actor, round_id)
    store.close()
    backup(at, tmp_path / "later.duckdb", today=TODAY)
    assert not in_copy.exists()
    assert Vault(at.keys_copy).is_destroyed(round_id)
    restore(copy, at._replace(keys_copy=old_keys), today=TODAY)
    assert not (at.keys / f"{round_id}.key").exists()
    assert _text(at.store_path, round_id) == ""


def test_who_was_erased_since_stays_gone(
    copy: Path, at: Place, actor: Person, round_id: RoundId
) -> None:
    """Abuse case 40."""
    store = Store(at.store_path)
    rounds.erase(store, actor, round_id)
    store.close()
    restore(copy, at._replace(keys_copy=None), today=TODAY)
    assert str(round_id).encode() not in at.store_path.read_bytes()
    store = Store(at.store_path)
    assert rounds.mine(store, actor) == ()
    store.close()


def test_links_of_before_lead_nowhere_and_who_did_not_hand_in_gets_a_new_one(
    store: Store, at: Place, actor: Person, tmp_path: Path
) -> None:
    round_id = others.begin(store, actor, "rolhelderheid")
    handed_in, begun, unopened = others.ask_team(store, actor, round_id, 3)
    others.answers(store, handed_in, {"MR1": 4})
    others.answer(store, begun, {"MR1": 2})
    codes = store.read("select unsubscribe_code from invitee order by invitee_id")
    store.close()
    restore(backup(at, tmp_path / "kopie.duckdb", today=TODAY), at, today=TODAY)
    again = Store(at.store_path)
    assert others.state(again, handed_in) is answering.State.HANDED_IN
    for token in (begun, unopened):
        assert others.state(again, token) not in {answering.State.OPEN, answering.State.HANDED_IN}
    assert again.read("select unsubscribe_code from invitee order by invitee_id") == codes
    assert again.read("select * from draft") == []
    new = inviting.hand_out(again, actor, round_id, today=TODAY)
    assert len(new) == 2
    for each in new:
        others.answers(again, each.token, {"MR1": 3})
    assert len(others.handed_in(again, round_id)[others.TEAM]) == 3
    again.close()


def test_nobody_is_let_in_by_what_held_when_the_copy_was_made(
    store: Store, at: Place, tmp_path: Path
) -> None:
    people = organisation.organisation(store)
    ended = shared_rounds.full(store, people.an)
    share_id = shared_rounds.share(store, people.an, ended, people.leader)
    digest = organisation.sign_in(store, people.an)
    entry = links.new_token()
    store.write(
        lambda work: sessions.replace_link(
            work, links.entry_digest(entry), people.bo.person_id, NOW.replace(year=2030)
        )
    )
    modules = (others.module("rolhelderheid"),)
    wish = rounds.Wish(scans.SCHOOL, term_of(scans.SPRING), scans.instrument(), modules)
    open_round = rounds.start(store, people.an, wish, today=TODAY)
    second = inviting.ask_along(store, people.an, open_round, "Sam", Task.AGREE, today=TODAY)
    store.close()
    restore(backup(at, tmp_path / "kopie.duckdb", today=TODAY), at, today=TODAY)
    again = Store(at.store_path)
    session = sessions.find(again, digest)
    assert session
    assert session.has_ended
    assert sessions.link_of(again, links.entry_digest(entry), NOW) is None
    assert again.read("select withdrawn, frozen from share where share_id = $1", share_id) == [
        (True, "")
    ]
    with pytest.raises(Exception, match="link"):
        inviting.look(again, second, today=TODAY)
    state = asking.of_round(again, people.an, open_round, today=TODAY)
    assert state.second
    again.close()


def test_the_settings_say_where_the_keys_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, apart = tmp_path / "school.duckdb", tmp_path / "apart"
    monkeypatch.setenv("IBREFLECT_STORE", str(own))
    assert place(None) == Place(own, tmp_path / "school.keys")
    monkeypatch.setenv("IBREFLECT_KEYS", str(apart))
    assert place(None, tmp_path) == Place(own, apart, tmp_path)
    assert place(own) == Place(own, apart)
    other = tmp_path / "ander.duckdb"
    assert place(other) == Place(other, tmp_path / "ander.keys")
