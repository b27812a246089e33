import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.errors import StoreError
from ibreflect.model.person import Person
from ibreflect.store.backup import Place, backup, restore
from ibreflect.store.connection import Store
from ibreflect.store.vault import folder_beside
from ibreflect.usecases import fill_in
from tests.store import scans

TODAY = scans.AUTUMN


@pytest.fixture
def round_id(path: Path, actor: Person) -> UUID:
    """A round with one answer, in a closed database."""
    store = Store(path)
    begun = scans.begin(store, actor)
    fill_in.save(store, actor, begun, item_id="LC1", given=1)
    store.close()
    return begun


@pytest.fixture
def copy(path: Path, tmp_path: Path, round_id: UUID) -> Path:
    return backup(_at(path), tmp_path / "kopie.duckdb", today=TODAY)


def _at(path: Path) -> Place:
    return Place(path, folder_beside(path))


def _answer(path: Path, actor: Person, round_id: UUID, given: int) -> None:
    store = Store(path)
    fill_in.save(store, actor, round_id, item_id="LC1", given=given)
    store.close()


def _given(path: Path, actor: Person, round_id: UUID) -> object:
    store = Store(path)
    kept = fill_in.scan(store, actor, round_id).kept
    store.close()
    return kept["LC1"].given


def _names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_copy_holds_what_the_database_held(
    path: Path, copy: Path, actor: Person, round_id: UUID
) -> None:
    _answer(path, actor, round_id, 5)
    assert _given(copy, actor, round_id) == 1
    assert _names(path.parent) == ["ibreflect.duckdb", "ibreflect.duckdb.kopie", "kopie.duckdb"]


def test_a_copy_in_a_folder_is_called_after_the_day(path: Path, tmp_path: Path, copy: Path) -> None:
    folder = tmp_path / "kopieën"
    folder.mkdir()
    for _ in range(3):
        backup(_at(path), folder, today=TODAY)
    assert _names(folder) == [
        "ibreflect-2026-09-14-2.duckdb",
        "ibreflect-2026-09-14-3.duckdb",
        "ibreflect-2026-09-14.duckdb",
    ]


def test_what_a_killed_app_left_in_the_log_is_in_the_copy(
    path: Path, tmp_path: Path, actor: Person, round_id: UUID
) -> None:
    script = (
        "import os, sys; from pathlib import Path; from ibreflect.store.connection import Store; "
        "Store(Path(sys.argv[1])).write(lambda t: t.run("
        "\"insert into school (school_id, name) values (uuid(), 'Het Anker')\")); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert path.with_name("ibreflect.duckdb.wal").exists()
    store = Store(backup(_at(path), tmp_path / "kopie.duckdb", today=TODAY))
    assert ("Het Anker",) in store.read("select name from school")
    store.close()


@pytest.mark.skipif(os.name != "posix", reason="only there do files have these modes")
def test_only_the_owner_reads_a_copy(copy: Path) -> None:
    assert copy.stat().st_mode & 0o777 == 0o600


def test_an_existing_file_is_not_overwritten(path: Path, copy: Path) -> None:
    content = copy.read_bytes()
    with pytest.raises(StoreError, match="bestaat al en wordt niet overschreven"):
        backup(_at(path), copy, today=TODAY)
    with pytest.raises(StoreError, match="bestaat al en wordt niet overschreven"):
        backup(_at(path), path, today=TODAY)
    assert copy.read_bytes() == content


def test_a_missing_database_is_told_and_not_made(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Er is geen database"):
        backup(_at(path), tmp_path / "kopie.duckdb", today=TODAY)
    assert _names(tmp_path) == []


def test_an_unreadable_database_is_not_copied(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"geen database" * 1000)
    with pytest.raises(StoreError, match="geen leesbare database"):
        backup(_at(path), tmp_path / "kopie.duckdb", today=TODAY)
    assert _names(tmp_path) == ["ibreflect.duckdb"]


def test_a_missing_folder_is_told(path: Path, tmp_path: Path, round_id: UUID) -> None:
    with pytest.raises(StoreError, match=r"Controleer of .* bestaan"):
        backup(_at(path), tmp_path / "nergens" / "kopie.duckdb", today=TODAY)


@pytest.fixture
def running(path: Path, copy: Path) -> Iterator[None]:
    """Another process has the database open."""
    script = (
        "import sys; from pathlib import Path; from ibreflect.store.connection import Store; "
        "store = Store(Path(sys.argv[1])); print(flush=True); sys.stdin.read(); store.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        process.stdout.readline()
        yield
        process.communicate("")


def test_while_the_app_runs_nothing_is_copied_or_put_back(
    path: Path, tmp_path: Path, copy: Path, running: None
) -> None:
    before = set(_names(tmp_path))
    with pytest.raises(StoreError, match="al in gebruik"):
        backup(_at(path), tmp_path / "tweede.duckdb", today=TODAY)
    with pytest.raises(StoreError, match="al in gebruik"):
        restore(copy, _at(path), today=TODAY)
    assert set(_names(tmp_path)) == before


def test_a_copy_is_put_back_and_the_database_kept_beside_it(
    path: Path, copy: Path, actor: Person, round_id: UUID
) -> None:
    _answer(path, actor, round_id, 5)
    kept = restore(copy, _at(path), today=TODAY)
    assert kept == path.with_name("ibreflect-tot-2026-09-14.duckdb")
    assert _given(path, actor, round_id) == 1
    assert _given(kept, actor, round_id) == 5
    again = restore(copy, _at(path), today=TODAY)
    assert again == path.with_name("ibreflect-tot-2026-09-14-2.duckdb")
    assert copy.exists()


def test_the_log_moves_along_with_the_database_it_belongs_to(path: Path, copy: Path) -> None:
    path.write_bytes(b"stuk" * 1000)
    path.with_name("ibreflect.duckdb.wal").write_bytes(b"ook stuk")
    kept = restore(copy, _at(path), today=TODAY)
    assert kept
    assert kept.read_bytes() == b"stuk" * 1000
    assert kept.with_name(f"{kept.name}.wal").read_bytes() == b"ook stuk"
    assert not path.with_name("ibreflect.duckdb.wal").exists()


def test_a_copy_is_put_where_nothing_was(copy: Path, actor: Person, round_id: UUID) -> None:
    place = copy.parent / "nieuw" / "ibreflect.duckdb"
    assert restore(copy, _at(place), today=TODAY) is None
    assert _given(place, actor, round_id) == 1


def test_a_copy_made_by_hand_brings_its_log(
    path: Path, tmp_path: Path, actor: Person, round_id: UUID
) -> None:
    store = Store(path)
    fill_in.save(store, actor, round_id, item_id="LC1", given=4)
    copy = tmp_path / "hand.duckdb"
    for suffix in ("", ".wal"):
        copy.with_name(f"hand.duckdb{suffix}").write_bytes(
            path.with_name(f"ibreflect.duckdb{suffix}").read_bytes()
        )
    store.close()
    restore(copy, _at(path), today=TODAY)
    assert _given(path, actor, round_id) == 4


def test_a_copy_that_cannot_be_used_changes_nothing(path: Path, tmp_path: Path, copy: Path) -> None:
    before = path.read_bytes()
    content = copy.read_bytes()
    other = tmp_path / "anders.duckdb"
    unusable = [b"", b"x", b"geen database" * 1000, *(content[:n] for n in (5000, 20_000, 300_000))]
    for bad in unusable:
        other.write_bytes(bad)
        with pytest.raises(StoreError, match=r"Kies een andere kopie\. Er is niets veranderd"):
            restore(other, _at(path), today=TODAY)
    with pytest.raises(StoreError, match=r"Kies een andere kopie\. Er is niets veranderd"):
        restore(tmp_path / "nergens.duckdb", _at(path), today=TODAY)
    assert path.read_bytes() == before
    assert _names(tmp_path) == [
        "anders.duckdb",
        "ibreflect.duckdb",
        "ibreflect.duckdb.kopie",
        "kopie.duckdb",
    ]


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("drop table migration", "geen database van ibreflect"),
        ("insert into migration values (999, '999_x.sql', '')", "nieuwere versie van ibreflect"),
    ],
)
def test_a_copy_of_another_kind_changes_nothing(
    path: Path, copy: Path, sql: str, message: str
) -> None:
    store = Store(copy)
    store.write(lambda transaction: transaction.run(sql))
    store.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=message):
        restore(copy, _at(path), today=TODAY)
    assert path.read_bytes() == before
