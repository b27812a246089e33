"""The database reaches nothing but its own file, and no text becomes part of a statement."""

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ibreflect.errors import StoreError
from ibreflect.model.person import Person
from ibreflect.store import framing, people
from ibreflect.store.connection import Store
from tests.store import scans

ELSEWHERE = "staat-op-deze-schijf"
OUT = [
    "select content from read_text('{file}')",
    "select * from read_csv('{file}')",
    "select * from read_csv_auto('{file}')",
    "select * from sniff_csv('{file}')",
    "select * from '{file}'",
    "select * from glob('{folder}/*')",
    "create table taken as from read_text('{file}')",
    "copy person to '{folder}/out.csv'",
    "copy (select 1) to '{folder}/out.parquet' (format parquet)",
    "export database '{folder}/out'",
    "attach '{folder}/out.duckdb'",
    "set lock_configuration = false",
    "set allowed_directories = ['{folder}']",
    "set temp_directory = '{folder}/tmp'",
    "set log_query_path = '{folder}/log'",
    "pragma enable_profiling = 'json'",
]


@pytest.fixture
def secret_file(tmp_path: Path) -> Path:
    folder = tmp_path / "elders"
    folder.mkdir()
    file = folder / "geheim.csv"
    file.write_text(f"kop\n{ELSEWHERE}\n", encoding="utf-8")
    return file


@pytest.mark.parametrize("statement", OUT)
def test_the_app_s_own_connection_reads_and_writes_no_other_file(
    store: Store, secret_file: Path, statement: str
) -> None:
    sql = statement.format(file=secret_file, folder=secret_file.parent)
    with pytest.raises(StoreError) as told:
        store.read(sql)
    with pytest.raises(StoreError):
        store.write(lambda transaction: transaction.run(sql))
    assert ELSEWHERE not in str(told.value)
    assert [path.name for path in secret_file.parent.iterdir()] == [secret_file.name]
    assert store.read("select 1") == [(1,)]


WORDS = st.sampled_from(
    [
        *("'", '"', ";", "--", "/*", "*/", "$1", "$$", "\\", "%", "_", "(", ")", ",", "\x00"),
        *("select", "union all", "drop table person", "delete from person", "or 1=1", "null"),
        *("read_text('/etc/passwd')", "attach 'x'", "../../etc/passwd", "file:///etc/passwd"),
        *("C:\\windows", "E'\\x27'", "\ud800", "a", " "),
    ]
)
_ADD = "insert into person (person_id, name) values ($1, $2)"
STATEMENTS = st.lists(WORDS, max_size=12).map("".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=STATEMENTS)
def test_no_text_changes_what_a_statement_does(store: Store, text: str) -> None:
    keepable = text.encode("utf-8", "ignore").decode().replace("\x00", "")
    person_id = UUID(int=7)
    store.write(lambda transaction: transaction.run("delete from person"))
    store.write(lambda transaction: transaction.run(_ADD, person_id, keepable))
    people.change_setting(store, keepable, keepable)
    assert store.read("select person_id, name from person") == [(person_id, keepable)]
    assert people.setting(store, keepable) == keepable
    assert people.setting(store, f"{keepable}' or 1=1 --") is None


def test_a_topic_or_a_field_is_only_ever_compared(store: Store, actor: Person) -> None:
    round_id = scans.begin(store, actor)
    framing.keep_text(store, round_id, "x'; drop table round; --", "blijft")
    assert framing.texts(store, round_id) == {"x'; drop table round; --": "blijft"}
    assert store.read("select count(*) from round") == [(1,)]
