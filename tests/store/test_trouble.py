import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ibreflect.errors import StoreError
from ibreflect.model.person import Person
from ibreflect.store import answers
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in, rounds
from tests.store import scans

_HOLDER = """
import sys
from pathlib import Path
from ibreflect.store.connection import Store
store = Store(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
store.close()
"""
_AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def other_process(path: Path) -> Iterator[int]:
    """The id of a process that has the database open."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        yield process.pid
        process.communicate("")


def test_a_second_process_is_told_to_go_to_the_first(path: Path, other_process: int) -> None:
    with pytest.raises(StoreError, match="al in gebruik door een ander programma") as caught:
        Store(path)
    assert f"(proces {other_process})" in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"x", b"geen database\n" * 1000], ids=len)
def test_a_file_that_is_no_database_stays_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match="geen leesbare database"):
        Store(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("kept", [100, 4096, 5000, 12_288, 20_000])
def test_a_database_that_broke_off_is_told(path: Path, actor: Person, kept: int) -> None:
    store = Store(path)
    scans.begin(store, actor)
    store.close()
    content = path.read_bytes()[:kept]
    path.write_bytes(content)
    with pytest.raises(StoreError, match="geen leesbare database"):
        Store(path)
    assert path.read_bytes() == content


def test_a_damaged_database_is_told(path: Path) -> None:
    Store(path).close()
    content = bytearray(path.read_bytes())
    content[4104] ^= 0xFF
    content[8200] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(StoreError, match="geen leesbare database"):
        Store(path)


@pytest.mark.parametrize("name", ["blokken", "lock", "checksum", "newer version"])
def test_a_folder_is_no_database_whatever_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(StoreError, match=r"kan niet worden geopend\. Controleer of de map bestaat"):
        Store(tmp_path / name)


def test_a_file_cannot_be_a_folder(tmp_path: Path) -> None:
    (tmp_path / "map").write_text("")
    with pytest.raises(StoreError, match=r"kan niet worden geopend\. Controleer of de map bestaat"):
        Store(tmp_path / "map" / "ibreflect.duckdb")


@pytest.mark.skipif(_AS_ROOT, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="mag lezen en schrijven"):
        Store(tmp_path / "ibreflect.duckdb")
    tmp_path.chmod(0o700)


def test_a_database_of_something_else_is_told(path: Path) -> None:
    other = Store(path)
    other.write(lambda transaction: transaction.run("drop table migration"))
    other.close()
    with pytest.raises(StoreError, match="kan niet worden geopend"):
        Store(path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB."""
    disk = tmp_path / "schijf"
    disk.mkdir()
    mount = shutil.which("mount")
    if not _AS_ROOT or not mount:
        pytest.skip("only root can make a small disk")
    command = [mount, "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody make a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_told_and_loses_nothing(small_disk: Path, actor: Person) -> None:
    filler = small_disk / "vol"
    store = Store(small_disk / "ibreflect.duckdb")
    round_id = scans.begin(store, actor)
    with pytest.raises(OSError, match="No space left"):
        _fill_up(filler)
    acknowledged: list[int] = []
    with pytest.raises(StoreError, match=r"niet opgeslagen\. De schijf is vol\. Maak ruimte"):
        _answer_until_refused(store, actor, acknowledged)
    assert _numbers(store) == acknowledged
    filler.unlink()
    acknowledged.append(fill_in.save(store, actor, round_id, item_id="LC1", given=5).answer_id)
    store.close()
    again = Store(small_disk / "ibreflect.duckdb")
    assert _numbers(again) == acknowledged
    response_id = rounds.one(again, actor, round_id).response_id
    assert answers.newest(again, response_id)["LC1"].given == 5
    again.close()


def _fill_up(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 1024)


def _answer_until_refused(store: Store, actor: Person, acknowledged: list[int]) -> None:
    (mine,) = rounds.mine(store, actor)
    while True:
        kept = fill_in.save(store, actor, mine.round_id, item_id="LC1", given=3)
        acknowledged.append(kept.answer_id)


def _numbers(store: Store) -> list[int]:
    return [row[0] for row in store.read("select answer_id from answer order by answer_id")]
