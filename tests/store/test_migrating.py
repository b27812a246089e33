import shutil
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import duckdb
import pytest

from ibreflect.errors import StoreError
from ibreflect.measure.disclosure import FLOORS
from ibreflect.model.asking import HandedOutBy
from ibreflect.model.round import RoundId
from ibreflect.store import asking, migrating
from ibreflect.store.connection import Store
from ibreflect.store.opening import open_alone
from tests.store import scans

ROUND = UUID(int=7)

_RECORDS = "select number, name, sha256 from migration order by number"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copied = tmp_path / "migrations"
    shutil.copytree(migrating.FOLDER, copied)
    return copied


@pytest.fixture
def run(path: Path) -> Iterator[migrating.Run]:
    """Runs statements in a database that holds nothing yet."""
    with open_alone(path) as database:
        yield database.run


def test_an_empty_file_gets_every_table_and_a_record_per_migration(
    run: migrating.Run, folder: Path
) -> None:
    migrating.migrate(run, folder)
    tables = {name for (name,) in run(scans.EVERYTHING)}
    assert {"person", "round", "response", "answer", "migration"} <= tables
    assert run(_RECORDS) == [
        (int(file.name[:3]), file.name, sha256(file.read_bytes()).hexdigest())
        for file in sorted(folder.glob("*.sql"))
    ]


def test_migrating_again_changes_nothing(run: migrating.Run, folder: Path) -> None:
    migrating.migrate(run, folder)
    before = run(_RECORDS)
    migrating.migrate(run, folder)
    assert run(_RECORDS) == before
    assert migrating.missing(run, folder) == ()


def test_a_new_migration_keeps_what_there_is(run: migrating.Run, folder: Path) -> None:
    migrating.migrate(run, folder)
    run("insert into school (school_id, name) values (uuid(), 'De Wilg')")
    (folder / "900_place.sql").write_text("alter table school add column place varchar;")
    migrating.migrate(run, folder)
    assert run("select name, place from school") == [("De Wilg", None)]


def test_a_round_in_which_others_were_asked_before_there_were_dates_goes_on(
    path: Path, folder: Path
) -> None:
    """Its links keep working for two weeks, by the rules of that time."""
    later = [file for file in folder.glob("*.sql") if file.name >= "007"]
    kept = {file: file.read_bytes() for file in later}
    for file in later:
        file.unlink()
    with open_alone(path) as database:
        migrating.migrate(database.run, folder)
        database.run(
            "insert into round values ($1, uuid(), uuid(), '2026/2027', 'najaar', true, $2)",
            ROUND,
            "kwaliteitscoordinator-2022 1.0.0,rolhelderheid 1.12.0",
        )
        database.run("insert into invitation values ('digest', $1, 'leraar', 'open')", ROUND)
        for file, content in kept.items():
            file.write_bytes(content)
        migrating.migrate(database.run, folder)
        ((today,),) = database.run("select current_date")
    store = Store(path)
    rules = asking.rules(store, RoundId(ROUND))
    store.close()
    assert rules is not None
    assert rules.asked == ("kwaliteitscoordinator-2022", "rolhelderheid")
    assert rules.floors == FLOORS
    assert (rules.opens_on, rules.closes_on) == (today, today + timedelta(days=14))
    assert rules.handed_out_by is HandedOutBy.SELF


def test_a_migration_that_fails_halfway_leaves_nothing(run: migrating.Run, folder: Path) -> None:
    migrating.migrate(run, folder)
    before = run(scans.EVERYTHING), run(_RECORDS)
    file = folder / "900_halfway.sql"
    file.write_text("create table place (name varchar);\ninsert into nowhere values (1);")
    with pytest.raises(duckdb.CatalogException):
        migrating.migrate(run, folder)
    assert (run(scans.EVERYTHING), run(_RECORDS)) == before
    file.write_text("create table place (name varchar);")
    migrating.migrate(run, folder)
    assert ("place",) in run(scans.EVERYTHING)


def test_an_edited_migration_stops_the_start(run: migrating.Run, folder: Path) -> None:
    migrating.migrate(run, folder)
    file = folder / "001_self_scan.sql"
    file.write_text(file.read_text(encoding="utf-8") + "-- nog iets\n", encoding="utf-8")
    (folder / "000_earlier.sql").write_text("create table place (name varchar);")
    before = run(scans.EVERYTHING)
    with pytest.raises(StoreError, match=r"001_self_scan\.sql is veranderd nadat"):
        migrating.migrate(run, folder)
    assert run(scans.EVERYTHING) == before


def test_a_database_of_a_newer_release_is_refused_and_left_alone(path: Path) -> None:
    store = Store(path)
    store.write(
        lambda transaction: transaction.run("insert into migration values (999, '999_x.sql', '')")
    )
    store.close()
    content = path.read_bytes()
    with pytest.raises(StoreError, match=r"nieuwere versie van ibreflect\. Werk ibreflect bij"):
        Store(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("", []),
        ("-- alleen uitleg;\n", []),
        ("select 1;\n-- en; dan\nselect 2", ["select 1", "select 2"]),
        ("create table a (\n  -- waarom\n  b int\n);", ["create table a (\n  b int\n)"]),
    ],
)
def test_statements_end_at_a_semicolon_and_comments_do_not_count(
    sql: str, expected: list[str]
) -> None:
    assert list(migrating.statements(sql)) == expected
