"""What people type and where mail reaches them is in no byte of the database; erased is erased."""

import shutil
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import pytest

from ibreflect.access import sealing
from ibreflect.store import asking, backup, framing, invitees, snapshots, texts
from ibreflect.store.connection import Store
from ibreflect.usecases import direction, people, rounds
from ibreflect.usecases.direction import Chosen
from tests.store import canaries, scans
from tests.store.canaries import TODAY, Life, marked, word

# Columns of text that anybody with the file may read: codes, words that the code chose, numbers,
# digests of secrets, what a questionnaire asks, and the names that people are found by.
_CODES = {
    *((table, "questionnaire_id") for table in ("mandate_agreement", "own_questionnaire")),
    *((table, "version") for table in ("mandate_agreement", "own_questionnaire", "questionnaire")),
    *(("questionnaire", column) for column in ("questionnaire_id", "sha256", "source_text")),
    *(("migration", column) for column in ("name", "sha256")),
    *(("installation", column) for column in ("setting", "content")),
    *(("answer", column) for column in ("item_id", "reason")),
    *(("asking", column) for column in ("asked", "floors", "handed_out_by", "region")),
    *(("context", column) for column in ("field", "choice")),
    *(("conversation", column) for column in ("company", "guide_id", "guide_version", "pen")),
    *(("conversation", column) for column in ("stage", "theme")),
    ("decision", "topic"),
    *(("draft", column) for column in ("draft_id",)),
    *(("entry_link", column) for column in ("digest",)),
    *(("event", column) for column in ("fields", "kind")),
    ("goal", "outcome"),
    # What a file asks of everybody.
    *(("guide", column) for column in ("body", "guide_id", "version")),
    *(("identity", column) for column in ("issuer", "subject")),
    *(("invitation", column) for column in ("rater_group", "state", "token_hash")),
    *(("invitee", column) for column in ("message_id", "rater_group", "token_hash")),
    ("invitee", "unsubscribe_code"),
    *(("log_entry", column) for column in ("kind", "place", "roles", "theme")),
    ("mandate_agreed", "item_id"),
    ("membership", "role"),
    # Figures, kept as they were counted and published.
    *(("network_scan", column) for column in ("added", "places")),
    ("network_snapshot", "figures"),
    # Of when a scan is, and the few characters by which people tell codes apart.
    *(("network_file", column) for column in ("period", "school_year")),
    ("network_invite", "ending"),
    # What a browser says it is; nobody types it.
    *(("passkey", column) for column in ("credential_id", "label")),
    *(("preparation", column) for column in ("seat", "topic")),
    ("preparation_ready", "seat"),
    ("progress", "rater_group"),
    *(("reflection", column) for column in ("school_year", "topic")),
    *(("remark", column) for column in ("perspective", "topic")),
    ("report_confirmed", "seat"),
    ("response", "perspective"),
    *(("round", column) for column in ("asked", "period", "school_year")),
    ("round_text", "topic"),
    ("said", "theme"),
    *(("second_person", column) for column in ("task", "token_hash")),
    *(("session", column) for column in ("digest", "sign_in")),
    ("share", "parts"),
    ("team_link", "digest"),
    *(("time_share", column) for column in ("moment", "part", "split")),
}
_NAMES = {
    *((table, "name") for table in ("alliance", "board", "person", "school")),
    # Of invented people.
    ("demo_viewpoint", "label"),
}
# Younger than the sealing of what was kept before.
_ALWAYS_SEALED = {
    ("share", "frozen"),
    ("coach_note", "body"),
    ("conversation", "partner_name"),
    ("network_invite", "code"),
    ("decision", "note"),
    *((table, "body") for table in ("closing", "preparation", "private_note", "report", "said")),
    *((table, "body") for table in ("tabled_picture", "tabled_text")),
}
_SEALED = {(each.table, each.column) for each in texts.COLUMNS} | _ALWAYS_SEALED
_TEXT_COLUMNS = """
    select table_name, column_name from duckdb_columns()
    where data_type = 'VARCHAR' and not internal
"""


class Filled(NamedTuple):
    """A folder with a database and its keys, and who and what is in it."""

    folder: Path
    life: Life


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    folder = tmp_path_factory.mktemp("filled")
    store = Store(folder / "ibreflect.duckdb")
    life = canaries.lived_in(store)
    store.close()
    return Filled(folder, life)


@pytest.fixture
def life(filled: Filled) -> Life:
    return filled.life


@pytest.fixture
def path(filled: Filled, tmp_path: Path) -> Path:
    """The database in a folder of the test's own."""
    return shutil.copytree(filled.folder, tmp_path / "data") / "ibreflect.duckdb"


@pytest.fixture
def old_copy(path: Path, tmp_path: Path) -> Path:
    """A copy of the database of before anything was erased."""
    return shutil.copyfile(path, tmp_path / "oud.duckdb")


def test_every_column_of_text_is_known_to_be_sealed_or_to_be_readable(store: Store) -> None:
    there = set(store.read(_TEXT_COLUMNS))
    assert there == _CODES | _NAMES | _SEALED
    assert _SEALED.isdisjoint(_CODES | _NAMES)


def test_every_text_and_address_is_sealed(store: Store) -> None:
    assert canaries.columns_with_a_mark(store) == set()
    seen = set()
    for table, rows in scans.contents(store).items():
        for column in {name for row in rows for name in row}:
            found = [str(row[column]) for row in rows if row[column]]
            if (table, column) in _SEALED and found:
                seen.add((table, column))
                assert all(sealing.is_sealed(each) for each in found)
    assert seen == _SEALED


def test_no_byte_of_the_database_its_log_or_a_copy_tells_a_word(
    store: Store, life: Life, tmp_path: Path
) -> None:
    """Abuse case 42; the name of a school, which is not sealed, shows that looking does find."""
    copies = tmp_path / "kopieën"
    copies.mkdir()
    framing.keep_text(store, life.asking, "opdracht:kracht", word("in het logboek"))
    direction.record(
        store, life.an, life.school_id, Chosen(4, word("nog een koers van de school")), today=TODAY
    )
    assert Path(f"{store.path}.wal").exists()
    assert marked(tmp_path) == []
    store.write(lambda transaction: transaction.run("checkpoint"))
    assert canaries.files_with("de esdoorn", store.path) == [store.path.name]
    assert marked(tmp_path) == []
    store.rewrite()
    assert marked(tmp_path) == []
    store.close()
    made = backup.backup(backup.place(store.path, tmp_path / "sleutels"), copies, today=TODAY)
    assert canaries.files_with("de esdoorn", made) == [made.name]
    assert marked(tmp_path) == []


def test_texts_are_read_as_they_were_written(store: Store, life: Life) -> None:
    assert framing.texts(store, life.asking)["opdracht:school"] == word("opdracht:school")
    assert {each.name for each in invitees.of_round(store, life.asking)} >= {
        word("naam van ouder"),
        word("naam van leraar"),
    }
    second = asking.second_person(store, life.asking)
    assert second
    assert second.name == word("meekijker")
    kept = snapshots.find(store, life.ended)
    assert kept
    assert word("3 over meer") in kept
    (recorded,) = direction.history(store, life.an, life.school_id)
    assert recorded.body == word("koers van de school")


def test_the_list_goes_by_group_and_name(store: Store, life: Life) -> None:
    listed = [(each.group, each.name.lower()) for each in invitees.of_round(store, life.asking)]
    assert len(listed) > 4
    assert listed == sorted(listed)


def _cannot_be_read(vault_folder: Path, copy: Path, life: Life) -> bool:
    """No key that is there opens the text of the round in a copy of the database."""
    old = Store(copy, vault_folder.with_name("leeg"))
    rows = old.read("select body from round_text where round_id = $1", life.asking)
    old.close()
    keys = [each.read_bytes() for each in vault_folder.glob("*.key")]
    assert rows
    assert keys
    return not any(sealing.opened(key, life.asking, text) for key in keys for (text,) in rows)


def test_an_erased_round_cannot_be_read_from_an_older_copy(
    store: Store, life: Life, old_copy: Path
) -> None:
    key = store.vault.folder / f"{life.asking}.key"
    assert not _cannot_be_read(store.vault.folder, old_copy, life)
    rounds.erase(store, life.an, life.asking)
    assert not key.exists()
    assert _cannot_be_read(store.vault.folder, old_copy, life)
    assert framing.texts(store, life.ended)["opdracht:school"] == word("opdracht:school")


def test_of_an_erased_person_no_key_is_left(store: Store, life: Life, old_copy: Path) -> None:
    people.erase_me(store, life.an)
    mine = {life.an.person_id, life.asking, life.ended}
    assert store.vault.destroyed == mine
    assert not mine & {UUID(each.stem) for each in store.vault.folder.glob("*.key")}
    assert _cannot_be_read(store.vault.folder, old_copy, life)
