"""What is the least that it can cost: the disk, the database, and the store without a screen."""

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import NamedTuple

import duckdb

from benchmarks.people import questionnaire, settle
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in

_TABLE = "create table answer (number bigint, response uuid, item varchar, value smallint)"
_INSERT = "insert into answer values ($1, $2, $3, $4)"
_SOMEBODY = "00000000-0000-0000-0000-000000000001"
_LINE = b"x" * 256


class Floor(NamedTuple):
    """One way to get an answer on disk: ms of processor and median ms of waiting per answer."""

    cpu: float
    wait: float
    per_second: float


def appended_line(folder: Path, times: int) -> Floor:
    """Append 256 bytes to a file and have the disk confirm them, each time."""
    file = os.open(folder / "lines", os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def append(_: int) -> None:
        os.write(file, _LINE)
        # macOS has no fdatasync in Python.
        getattr(os, "fdatasync", os.fsync)(file)

    try:
        return _measured(append, times)
    finally:
        os.close(file)


def bare_insert(folder: Path, times: int) -> Floor:
    """Insert a row in a DuckDB table without indexes and commit, each time."""
    # Deliberately around the store: this is what the store is compared with.
    with duckdb.connect(str(folder / "bare.duckdb")) as connection:  # noqa: TID251
        connection.execute(_TABLE)

        def insert(number: int) -> None:
            connection.execute(_INSERT, [number, _SOMEBODY, "LC1", 3])

        return _measured(insert, times)


def saved(folder: Path, times: int, threads: int) -> Floor:
    """Save an answer as the app does, without a screen: permission, check, insert, commit."""
    path = folder / f"saved-{threads}.duckdb"
    scanners = settle(path, threads)
    items = [item.id for item in questionnaire().items]
    store = Store(path)

    def save(number: int) -> None:
        whose = scanners[number % threads]
        item_id, given = items[number % len(items)], number % 5 + 1
        fill_in.save(store, whose.actor, whose.round_id, item_id=item_id, given=given)

    try:
        return _measured(save, times, threads)
    finally:
        store.close()


def _measured(work: Callable[[int], None], times: int, threads: int = 1) -> Floor:
    def timed(number: int) -> float:
        begun = time.perf_counter()
        work(number)
        return time.perf_counter() - begun

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(timed, range(threads)))
        cpu, begun = time.process_time(), time.perf_counter()
        waits = list(pool.map(timed, range(times)))
        seconds = time.perf_counter() - begun
        used = time.process_time() - cpu
    return Floor(used * 1000 / times, median(waits) * 1000, times / seconds)
