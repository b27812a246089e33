import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from ibreflect.errors import StoreError
from ibreflect.store import opening
from ibreflect.store.connection import Store, Transaction, close_stores, open_store

_ADD = "insert into school (school_id, name) values (uuid(), $1)"
_NAMES = "select name from school order by name"
_ANSWER = "insert into answer (response_id, item_id, value) values (uuid(), $1, 3)"
_ITEMS = "select item_id from answer order by answer_id"


def test_threads_write_and_read_together(store: Store) -> None:
    def add_and_see(number: int) -> bool:
        name = f"school {number:03}"
        store.write(lambda transaction: transaction.run(_ADD, name))
        return (name,) in store.read(_NAMES)

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(add_and_see, range(200)))
    assert store.read(_NAMES) == [(f"school {number:03}",) for number in range(200)]


def test_work_that_raises_leaves_nothing_and_its_error_comes_back(store: Store) -> None:
    mistake = KeyError("school")

    def work(transaction: Transaction) -> None:
        transaction.run(_ADD, "De Wilg")
        raise mistake

    with pytest.raises(KeyError) as caught:
        store.write(work)
    assert caught.value is mistake
    assert store.read(_NAMES) == []


def test_a_statement_that_the_database_refuses_is_told_in_dutch(store: Store) -> None:
    with pytest.raises(StoreError, match="niet opgeslagen: de database weigert"):
        store.write(lambda transaction: transaction.run("insert into school values (1)"))
    with pytest.raises(StoreError, match="kan nu niet worden gelezen"):
        store.read("select colour from school")


@pytest.fixture
def held(store: Store) -> Iterator[threading.Event]:
    """The writer is busy until the event is set, so that what is asked meanwhile is one batch."""
    busy, release = threading.Event(), threading.Event()

    def hold(_: Transaction) -> None:
        busy.set()
        release.wait()

    holder = threading.Thread(target=store.write, args=(hold,))
    holder.start()
    busy.wait()
    yield release
    release.set()
    holder.join()


def test_one_failure_in_a_shared_commit_spoils_nothing(store: Store, held: threading.Event) -> None:
    def add(number: int) -> str:
        name = f"{number}"
        store.write(lambda transaction: transaction.run(_ADD, None if number == 4 else name))
        return name

    with ThreadPoolExecutor(10) as threads:
        asked = [threads.submit(add, number) for number in range(10)]
        while store._waiting.qsize() < 10:
            pass
        held.set()
        outcomes = [future.exception() for future in asked]
    assert [type(error) for error in outcomes if error] == [StoreError]
    assert isinstance(outcomes[4], StoreError)
    assert store.read(_NAMES) == [(f"{number}",) for number in range(10) if number != 4]


def test_what_waits_is_written_before_the_store_closes(
    store: Store, path: Path, held: threading.Event
) -> None:
    with ThreadPoolExecutor(2) as threads:
        written = threads.submit(store.write, lambda transaction: transaction.run(_ADD, "De Wilg"))
        while store._waiting.qsize() < 1:
            pass
        closing = threads.submit(store.close)
        while not store._closed:
            pass
        held.set()
        closing.result()
        assert written.exception() is None
    again = Store(path)
    assert again.read(_NAMES) == [("De Wilg",)]
    again.close()


def test_a_closed_store_refuses_work_at_once(path: Path) -> None:
    store = Store(path)
    store.close()
    with pytest.raises(StoreError, match="wordt afgesloten"):
        store.write(lambda transaction: transaction.run(_ADD, "De Wilg"))
    with pytest.raises(StoreError, match="wordt afgesloten"):
        store.read(_NAMES)
    store.close()


def test_one_process_has_one_store_per_file(path: Path) -> None:
    store = open_store(path)
    assert open_store(path.parent / "." / path.name) is store
    close_stores()
    again = open_store(path)
    assert again is not store
    assert again.read(_NAMES) == []
    close_stores()


@pytest.fixture
def failing(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store of which DuckDB's tidying up after a commit fails, until it is opened anew."""
    Store(path).close()
    with monkeypatch.context() as patched:
        patched.setitem(opening._CONFIG, "checkpoint_threshold", "1KB")
        patched.setitem(opening._CONFIG, "debug_checkpoint_abort", "before_header")
        opened = Store(path)
    yield opened
    opened.close()


def _until_duckdb_gives_up(store: Store) -> list[tuple[str]]:
    """Each name once per time that its work was done."""
    names: list[tuple[str]] = []

    def work(transaction: Transaction) -> None:
        names.append((f"LC{len(names):03}",))
        transaction.run(_ANSWER, *names[-1])

    while not _is_given_up(store):
        store.write(work)
    return names


def _is_given_up(store: Store) -> bool:
    try:
        store._connection.execute("select 1")
    except duckdb.FatalException:
        return True
    return False


def test_a_commit_that_is_on_disk_counts_although_duckdb_gives_up_after_it(failing: Store) -> None:
    names = _until_duckdb_gives_up(failing)
    assert names
    assert failing.read(_ITEMS) == names


def test_a_database_that_duckdb_gave_up_is_opened_anew_before_the_next_work(
    failing: Store,
) -> None:
    names = _until_duckdb_gives_up(failing)
    failing.write(lambda transaction: transaction.run(_ANSWER, "TA1"))
    assert failing.read(_ITEMS) == [*names, ("TA1",)]


def test_opening_anew_is_tried_until_it_works(failing: Store, path: Path) -> None:
    names = _until_duckdb_gives_up(failing)
    elsewhere = path.rename(path.with_name("elsewhere"))
    path.mkdir()
    for _ in range(2):
        with pytest.raises(StoreError, match="kan niet worden geopend"):
            failing.read(_ITEMS)
    path.rmdir()
    elsewhere.rename(path)
    assert failing.read(_ITEMS) == names
