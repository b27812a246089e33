"""The keys of texts: made once, kept apart and whole, and gone for good when they are destroyed."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from uuid import UUID

import pytest

from ibreflect.access import sealing
from ibreflect.errors import StoreError
from ibreflect.store.connection import Store
from ibreflect.store.vault import Vault, folder_beside

MINE, YOURS = UUID(int=7), UUID(int=8)
TEXT = "Ik wil meer tijd voor coaching – écht."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ibreflect.keys"


@pytest.fixture
def vault(folder: Path) -> Vault:
    return Vault(folder)


def _key(folder: Path, owner_id: UUID = MINE) -> Path:
    return folder / f"{owner_id}.key"


def test_a_text_opens_again_also_after_a_restart(vault: Vault, folder: Path) -> None:
    sealed = vault.seal(MINE, TEXT)
    assert TEXT not in sealed
    assert vault.opened(MINE, sealed) == TEXT
    assert Vault(folder).opened(MINE, sealed) == TEXT


def test_an_empty_text_stays_empty_and_needs_no_key(vault: Vault, folder: Path) -> None:
    assert vault.seal(MINE, "") == ""
    assert vault.opened(MINE, "") == ""
    assert not folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="modes of files are of POSIX")
def test_only_who_runs_ibreflect_can_read_the_keys(vault: Vault, folder: Path) -> None:
    vault.seal(MINE, TEXT)
    vault.destroy(YOURS)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()}
    assert modes == {f"{MINE}.key": 0o600, "destroyed": 0o600}


def test_threads_that_need_the_same_key_get_the_same_one(folder: Path) -> None:
    vault, together = Vault(folder), Barrier(16)

    def seal(_: int) -> str:
        together.wait()
        return vault.seal(MINE, TEXT)

    with ThreadPoolExecutor(16) as threads:
        sealed = list(threads.map(seal, range(16)))
    assert {Vault(folder).opened(MINE, each) for each in sealed} == {TEXT}
    assert list(folder.iterdir()) == [_key(folder)]


def test_many_keys_can_be_made_at_once(vault: Vault, folder: Path) -> None:
    sealed = vault.seal(MINE, TEXT)
    vault.make_keys([MINE, YOURS])
    assert set(folder.iterdir()) == {_key(folder), _key(folder, YOURS)}
    assert Vault(folder).opened(MINE, sealed) == TEXT


def test_what_somebody_else_sealed_does_not_open(vault: Vault) -> None:
    vault.seal(YOURS, TEXT)
    sealed = vault.seal(MINE, TEXT)
    with pytest.raises(StoreError, match="kan niet worden geopend"):
        vault.opened(YOURS, sealed)


def test_without_its_key_a_text_does_not_open_and_the_message_says_what_to_do(
    vault: Vault, folder: Path
) -> None:
    sealed = vault.seal(MINE, TEXT)
    kept = _key(folder).read_bytes()
    _key(folder).unlink()
    with pytest.raises(StoreError, match=r"sleutelmap ibreflect\.keys terugzetten"):
        Vault(folder).opened(MINE, sealed)
    _key(folder).write_bytes(kept)
    assert Vault(folder).opened(MINE, sealed) == TEXT


def test_a_damaged_key_is_not_replaced_by_a_new_one(folder: Path) -> None:
    sealed = Vault(folder).seal(MINE, TEXT)
    whole = _key(folder).read_bytes()
    _key(folder).write_bytes(whole[:20])
    with pytest.raises(StoreError, match=r"sleutelmap .* kan niet worden gelezen"):
        Vault(folder).seal(MINE, TEXT)
    with pytest.raises(StoreError, match=r"sleutelmap .* kan niet worden gelezen"):
        Vault(folder).opened(MINE, sealed)
    assert _key(folder).read_bytes() == whole[:20]


def test_a_destroyed_key_is_gone_from_memory_and_disk(vault: Vault, folder: Path) -> None:
    sealed, yours = vault.seal(MINE, TEXT), vault.seal(YOURS, TEXT)
    vault.destroy(MINE)
    for each in (vault, Vault(folder)):
        assert each.is_destroyed(MINE)
        assert each.destroyed == {MINE}
        with pytest.raises(StoreError, match="kan niet worden geopend"):
            each.opened(MINE, sealed)
        assert each.opened(YOURS, yours) == TEXT
    assert set(folder.iterdir()) == {_key(folder, YOURS), folder / "destroyed"}


def test_nothing_is_sealed_any_more_for_somebody_who_was_erased(vault: Vault, folder: Path) -> None:
    vault.seal(MINE, TEXT)
    vault.destroy(MINE)
    for each in (vault, Vault(folder)):
        with pytest.raises(StoreError, match="intussen gewist"):
            each.seal(MINE, TEXT)
        with pytest.raises(StoreError, match="intussen gewist"):
            each.make_keys([YOURS, MINE])
    assert not _key(folder).exists()


def test_a_key_that_is_put_back_from_a_copy_stays_gone(folder: Path) -> None:
    vault = Vault(folder)
    sealed = vault.seal(MINE, TEXT)
    copied = _key(folder).read_bytes()
    vault.destroy(MINE)
    _key(folder).write_bytes(copied)
    again = Vault(folder)
    assert not _key(folder).exists()
    with pytest.raises(StoreError):
        again.opened(MINE, sealed)


def test_destroying_twice_or_without_a_key_is_no_mistake(vault: Vault) -> None:
    vault.destroy(MINE)
    vault.destroy(MINE)
    assert vault.destroyed == {MINE}


_STOPPED = """
import os, sys
from pathlib import Path
from uuid import UUID
from ibreflect.store.vault import Vault

calls = [int(sys.argv[3])]

def or_stop(step):
    def stepped(*given):
        if calls[0] == 0:
            os._exit(9)
        calls[0] -= 1
        return step(*given)
    return stepped

vault = Vault(Path(sys.argv[1]))
os.fsync, Path.replace, Path.unlink = map(or_stop, (os.fsync, Path.replace, Path.unlink))
{"seal": lambda: print(vault.seal(UUID(int=7), "tekst")),
 "destroy": lambda: vault.destroy(UUID(int=7))}[sys.argv[2]]()
"""


def _stopped(folder: Path, work: str, after: int) -> subprocess.CompletedProcess[str]:
    """What a process did that stops dead after so many steps that touch the disk."""
    return subprocess.run(
        [sys.executable, "-c", _STOPPED, str(folder), work, str(after)],
        check=False, capture_output=True, text=True,
    )  # fmt: skip


def test_a_key_that_is_being_made_is_whole_or_not_there(folder: Path) -> None:
    after = 0
    while (done := _stopped(folder, "seal", after)).returncode == 9:
        after += 1
        if _key(folder).exists():
            assert len(_key(folder).read_bytes()) == sealing.KEY_BYTES
            _key(folder).unlink()
    assert after >= 3
    assert Vault(folder).opened(MINE, done.stdout.strip()) == "tekst"
    assert list(folder.iterdir()) == [_key(folder)]


def test_a_key_that_is_being_destroyed_opens_as_before_or_never_again(folder: Path) -> None:
    after, gone = 0, 0
    sealed = Vault(folder).seal(MINE, TEXT)
    while _stopped(folder, "destroy", after).returncode == 9:
        after += 1
        again = Vault(folder)
        if not again.is_destroyed(MINE):
            assert again.opened(MINE, sealed) == TEXT
            continue
        gone += 1
        assert not _key(folder).exists()
        (folder / "destroyed").unlink()
        sealed = Vault(folder).seal(MINE, TEXT)
    assert after > gone >= 3


def test_a_disk_that_refuses_is_told_and_nothing_is_half_done(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = Vault(folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(StoreError, match="Controleer of er ruimte is"):
            vault.seal(MINE, TEXT)
    assert not _key(folder).exists()
    assert vault.opened(MINE, vault.seal(MINE, TEXT)) == TEXT
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(StoreError, match="Controleer of er ruimte is"):
            vault.destroy(MINE)
    vault.destroy(MINE)
    assert not _key(folder).exists()


def test_a_store_has_its_keys_beside_the_database_or_where_it_is_told(tmp_path: Path) -> None:
    database = tmp_path / "school.duckdb"
    assert folder_beside(database) == tmp_path / "school.keys"
    for keys, place in ((None, tmp_path / "school.keys"), (tmp_path / "apart",) * 2):
        store = Store(database, keys)
        store.vault.seal(MINE, TEXT)
        store.close()
        assert _key(place).exists()
