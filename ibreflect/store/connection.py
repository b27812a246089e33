"""The door to the database: one open file per process, reads on cursors, writes in one thread."""

import atexit
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import duckdb

from ibreflect.settings import read_settings
from ibreflect.store import opening, rewriting, trouble
from ibreflect.store.rewriting import Gate
from ibreflect.store.transaction import Row, Transaction
from ibreflect.store.vault import Vault, folder_beside

__all__ = ("Row", "Store", "Transaction", "close_stores", "open_store", "our_store")

T = TypeVar("T")

_MOST_PER_COMMIT = 100


class _Waiting(NamedTuple):
    work: Callable[[Transaction], Any]
    outcome: "Future[Any]"


class Store:
    """An open database with the keys of its texts. Make one with `open_store`; threads share it."""

    def __init__(self, path: Path, keys: Path | None = None) -> None:
        self.path = path
        self.vault = Vault(keys or folder_beside(path))
        self._connection = opening.open_settled(path, self.vault)
        self._gate = Gate()
        self._waiting: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._closing = threading.Lock()
        self._closed = False
        self._writer = threading.Thread(target=self._write_all, name="store-writer", daemon=True)
        self._writer.start()

    def read(self, sql: str, *parameters: object) -> list[Row]:
        """Rows of one query on what is committed; StoreError when the database cannot be read."""
        try:
            try:
                return self._read(sql, *parameters)
            except (duckdb.FatalException, duckdb.ConnectionException):
                self.write(lambda _: None)  # before its next work the writer opens the file anew
                return self._read(sql, *parameters)
        except duckdb.Error as error:
            raise trouble.while_reading(error) from error

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Do `work` in a transaction and return its result once that is on disk.

        Work of several callers may share one commit. It may run twice (when another's work fails,
        each is done again on its own), so it must only touch its transaction. StoreError when the
        database refuses; whatever `work` raises itself comes back unchanged.
        """
        outcome: Future[T] = Future()
        with self._closing:
            if self._closed:
                raise trouble.closed()
            self._waiting.put(_Waiting(work, outcome))
        try:
            return outcome.result()
        except duckdb.Error as error:
            raise trouble.while_writing(error) from error

    def rewrite(self) -> None:
        """Write the file anew, without what was deleted; everybody else waits meanwhile.

        StoreError when the disk refuses; then the file is as it was, and the store goes on.
        """
        with self._closing, self._gate.alone():
            if self._closed:
                raise trouble.closed()
            self._connection.close()
            try:
                rewriting.rewrite(self.path)
            except OSError as error:
                raise trouble.while_copying(error, self.path, self.path) from error
            except duckdb.Error as error:
                raise trouble.while_writing(error) from error
            finally:
                self._connection = opening.connect(self.path)

    def close(self) -> None:
        """Finish what waits, then release the file; what comes later gets a StoreError."""
        with self._closing:
            self._closed = True
            self._waiting.put(None)
        self._writer.join()
        self._connection.close()

    def _read(self, sql: str, *parameters: object) -> list[Row]:
        with self._gate.together():
            cursor = self._connection.cursor()
            try:
                return Transaction(cursor).run(sql, *parameters)
            finally:
                cursor.close()

    def _write_all(self) -> None:
        while True:
            first = self._waiting.get()
            if first is None:
                return
            batch, closing = self._take_along(first)
            with self._gate.together():
                self._commit(batch)
            if closing:
                return

    def _take_along(self, first: _Waiting) -> tuple[list[_Waiting], bool]:
        batch = [first]
        while len(batch) < _MOST_PER_COMMIT:
            try:
                waiting = self._waiting.get_nowait()
            except queue.Empty:
                break
            if waiting is None:
                return batch, True
            batch.append(waiting)
        return batch, False

    def _commit(self, batch: list[_Waiting]) -> None:
        try:
            results = self._in_one_transaction([waiting.work for waiting in batch])
        except BaseException as error:  # noqa: BLE001 -- handed on to whoever asked for the work
            if len(batch) == 1:
                batch[0].outcome.set_exception(error)
                return
            for waiting in batch:
                self._commit([waiting])
            return
        for waiting, result in zip(batch, results, strict=True):
            waiting.outcome.set_result(result)

    def _in_one_transaction(self, works: list[Callable[[Transaction], Any]]) -> list[Any]:
        cursor = self._begin()
        try:
            results = [work(Transaction(cursor)) for work in works]
            _commit(cursor)
        finally:
            cursor.close()
        return results

    def _begin(self) -> duckdb.DuckDBPyConnection:
        """A cursor with a transaction.

        After a fatal error DuckDB refuses everything until the file is opened anew. When that fails
        too, for want of space perhaps, it is tried again before the next work.
        """
        try:
            return self._connection.cursor().begin()
        except duckdb.Error:
            self._connection.close()
            self._connection = opening.connect(self.path)
            return self._connection.cursor().begin()


def _commit(cursor: duckdb.DuckDBPyConnection) -> None:
    try:
        cursor.commit()
    except duckdb.FatalException as error:
        # Tidying up afterwards failed, but the work itself is on disk: doing it again would be
        # doing it twice.
        if not trouble.is_on_disk(error):
            raise


_OPEN: dict[Path, Store] = {}
_OPENING = threading.Lock()


def open_store(path: Path, keys: Path | None = None) -> Store:
    """The store of this process for the file at `path`, opened and brought up to date if need be.

    `keys` is the folder with the keys of its texts, beside the database unless told otherwise.
    Kept here and not in a Streamlit cache, because any visitor can empty those. Raises StoreError
    with what to do when another process holds the file, when it is no ibreflect database, when a
    newer release made it, or when the disk refuses.
    """
    place = path.resolve()
    with _OPENING:
        if place not in _OPEN:
            _OPEN[place] = Store(place, keys)
        return _OPEN[place]


def our_store() -> Store:
    """The store that the settings name; errors as `open_store`."""
    settings = read_settings()
    return open_store(settings.store, settings.keys)


def close_stores() -> None:
    """Close every store of this process, so that other programs can open the files."""
    with _OPENING:
        for store in _OPEN.values():
            store.close()
        _OPEN.clear()


atexit.register(close_stores)
