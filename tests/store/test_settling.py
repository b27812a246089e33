"""What comes before work: old texts are sealed, and erasing that was cut short is finished."""

import shutil
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.errors import StoreError
from ibreflect.model.direction import Direction
from ibreflect.model.person import Person
from ibreflect.model.round import RoundId
from ibreflect.store import direction, erasure, framing, invitees, rewriting, texts
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.vault import folder_beside
from ibreflect.usecases import rounds
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.store.canaries import address, files_with, marked, word

TOPIC, TEXT = "opdracht:school", word("rust in de school")
_SCHOOL = UUID(int=9)


@pytest.fixture
def round_id(store: Store, actor: Person) -> RoundId:
    """A round with a text and a list, and a direction of who it is of."""
    begun = others.begin(store, actor, "rolhelderheid")
    framing.keep_text(store, begun, TOPIC, TEXT)
    listed = [(word("Jansen"), address("jansen"))]
    assert invitees.add(store, begun, others.TEAM, listed, most=9)
    direction.add(store, actor.person_id, _SCHOOL, Direction(scans.AUTUMN, 3, TEXT))
    return begun


@pytest.fixture
def of_before(store: Store, round_id: RoundId) -> Path:
    """The database as a release made it that sealed nothing."""

    def work(transaction: Transaction) -> None:
        for column in texts.COLUMNS:
            for owner_id, sealed, *key in transaction.run(column.rows):
                if sealed:
                    transaction.run(column.replace, store.vault.opened(owner_id, sealed), *key)
        transaction.run("delete from installation where setting = 'texts'")

    store.write(work)
    store.close()
    shutil.rmtree(store.vault.folder)
    assert marked(store.path) == [store.path.name]
    return store.path


def _reads(path: Path, actor: Person, round_id: RoundId) -> bool:
    """Whether everything that was typed is there, as it was typed."""
    store = Store(path)
    (listed,) = invitees.of_round(store, round_id)
    (recorded,) = direction.history(store, actor.person_id, _SCHOOL)
    kept = framing.texts(store, round_id)
    store.close()
    return (kept, listed.name, listed.address, recorded.body) == (
        {TOPIC: TEXT},
        word("Jansen"),
        address("jansen"),
        TEXT,
    )


def test_texts_of_before_are_sealed_and_gone_from_the_bytes(
    of_before: Path, actor: Person, round_id: RoundId
) -> None:
    for _ in range(2):
        assert _reads(of_before, actor, round_id)
        assert marked(of_before.parent) == []


def test_the_keys_are_there_before_a_text_is_sealed(
    of_before: Path, actor: Person, round_id: RoundId
) -> None:
    keys = folder_beside(of_before)
    keys.write_text("geen map")
    with pytest.raises(StoreError, match="sleutelmap"):
        Store(of_before)
    keys.unlink()
    assert marked(of_before) == [of_before.name]
    assert _reads(of_before, actor, round_id)


def test_a_file_that_could_not_be_written_anew_is_at_the_next_start(
    of_before: Path, actor: Person, round_id: RoundId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(rewriting, "rewrite", full)
        with pytest.raises(StoreError, match="De schijf is vol"):
            Store(of_before)
    assert _reads(of_before, actor, round_id)
    assert marked(of_before.parent) == []


_STOPPED = """
import os, sys
from pathlib import Path
from uuid import UUID
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.store.vault import Vault
from ibreflect.usecases import rounds

left = [int(sys.argv[2])]

def or_stop(step):
    def stepped(*given):
        if left[0] == 0:
            os._exit(9)
        left[0] -= 1
        return step(*given)
    return stepped

store = Store(Path(sys.argv[1]))
os.fsync, Path.replace, Path.unlink = map(or_stop, (os.fsync, Path.replace, Path.unlink))
Store.write, Vault.destroy = map(or_stop, (Store.write, Vault.destroy))
rounds.erase(store, Person(UUID(sys.argv[3]), "Noor"), UUID(sys.argv[4]))
"""


def _erase_until(path: Path, step: int, actor: Person, round_id: RoundId) -> bool:
    """A process erases the round and stops dead after so many steps; whether it got to the end."""
    given = [str(each) for each in (path, step, actor.person_id, round_id)]
    return subprocess.run([sys.executable, "-c", _STOPPED, *given], check=False).returncode == 0


def test_erasing_that_is_cut_short_anywhere_is_finished_or_was_never_begun(
    store: Store, actor: Person, round_id: RoundId, tmp_path: Path
) -> None:
    store.close()
    gone, step, done = 0, 0, False
    while not done:
        folder = tmp_path / str(step)
        path = folder / store.path.name
        folder.mkdir()
        shutil.copyfile(store.path, path)
        shutil.copytree(store.vault.folder, folder_beside(path))
        done = _erase_until(path, step, actor, round_id)
        opened = Store(path)
        key = opened.vault.folder / f"{round_id}.key"
        if rounds.mine(opened, actor):
            assert framing.texts(opened, round_id) == {TOPIC: TEXT}
        else:
            gone += 1
            assert not key.exists()
            assert opened.vault.is_destroyed(round_id)
            assert not erasure.keys_due(opened.read)
            assert not erasure.must_rewrite(opened.read)
            assert files_with(str(round_id), opened.path) == []
        opened.close()
        step += 1
    assert step > gone >= 6


def test_a_key_that_the_disk_does_not_let_go_is_destroyed_later(
    store: Store, actor: Person, round_id: RoundId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: UUID) -> None:
        raise StoreError("De sleutelmap kan niet worden geschreven.")

    with monkeypatch.context() as patched:
        patched.setattr(store.vault, "destroy", refused)
        rounds.erase(store, actor, round_id)
    assert rounds.mine(store, actor) == ()
    assert (store.vault.folder / f"{round_id}.key").exists()
    store.close()
    again = Store(store.path)
    assert not (store.vault.folder / f"{round_id}.key").exists()
    assert again.vault.is_destroyed(round_id)
    again.close()


def test_who_was_erased_does_not_come_back_with_an_older_copy(
    store: Store, actor: Person, round_id: RoundId, tmp_path: Path
) -> None:
    store.write(lambda transaction: transaction.run("checkpoint"))
    old = shutil.copyfile(store.path, tmp_path / "oud.duckdb")
    rounds.erase(store, actor, round_id)
    store.close()
    for file in (store.path, Path(f"{store.path}.wal")):
        file.unlink(missing_ok=True)
    shutil.copyfile(old, store.path)
    again = Store(store.path)
    assert rounds.mine(again, actor) == ()
    assert again.read("select * from round_text") == []
    assert len(direction.history(again, actor.person_id, _SCHOOL)) == 1
    again.close()
