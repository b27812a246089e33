"""No order in the file ties responses or remarks to people, before asking ends or after."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from ibreflect.store import snapshots
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.opening import open_alone
from tests.store import matching
from tests.store.matching import PEOPLE, Taken

ROUNDS = 200 if os.environ.get("IBREFLECT_THOROUGH") == "1" else 40
BOUND = 280 if ROUNDS == 200 else 80
"""More matches than this are no chance.

Of five people, blind joining gets on average one right, with a variance of one. By the exact
distribution of the fixed points of 200 permutations P(X > 280) = 4·10⁻⁸, and of 40 permutations
P(X > 80) = 8·10⁻⁹. Of the 116 ways to join that are tried, one exceeds the bound by chance in fewer
than one in 100,000 runs. Everybody tied to their answers would be five a round, and two of the
five always tied three a round.
"""


class Files(NamedTuple):
    before: Path
    after: Path
    seen: list[Taken]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """One file with many small rounds, as it lay before and after the asking of all ended."""
    folder = tmp_path_factory.mktemp("files")
    store = Store(folder / "after.duckdb")
    with ThreadPoolExecutor(8) as threads:
        seen = list(threads.map(lambda seed: matching.take(store, seed), range(ROUNDS)))
    store.close()
    before = shutil.copyfile(store.path, folder / "before.duckdb")
    store = Store(store.path)
    for each in seen:
        snapshots.freeze(store, each.round_id, lambda _: "{}")
    store.rewrite()
    store.close()
    return Files(before, store.path, seen)


def test_before_the_end_no_order_tells_who_said_what(files: Files) -> None:
    most, how = matching.best_join(files.before, files.before, files.seen)
    assert most <= BOUND, how


def test_after_the_end_no_order_tells_who_said_what(files: Files) -> None:
    most, how = matching.best_join(files.after, files.before, files.seen)
    assert most <= BOUND, how


def test_the_ids_of_before_lead_nowhere_after_the_end(files: Files) -> None:
    ids = []
    for path in (files.before, files.after):
        with open_alone(path, read_only=True) as database:
            rows = database.run(
                "select response_id from response where perspective <> 'self' "
                "union all select remark_id from remark"
            )
        ids.append({row[0] for row in rows})
    assert len(ids[0]) == len(ids[1]) == 2 * PEOPLE * ROUNDS
    assert ids[0].isdisjoint(ids[1])


def _response_of(database: Transaction, seen: Taken, place: int) -> object:
    ((response_id,),) = database.run(
        "select p.response_id from response p join answer a on a.response_id = p.response_id "
        "where p.round_id = $1 and a.item_id = 'MR1' and a.value = $2",
        seen.round_id,
        place + 1,
    )
    return response_id


def _respond(database: Transaction, seen: Taken, place: int) -> None:
    """The response is written when it is handed in, and stays there."""
    response_id = _response_of(database, seen, place)
    database.run("delete from response where response_id = $1", response_id)
    database.run("insert into response values ($1, $2, 'leraar', true)", response_id, seen.round_id)


def _answer(database: Transaction, seen: Taken, place: int) -> None:
    """The answers are written when they are handed in, and stay there."""
    response_id = _response_of(database, seen, place)
    database.run("delete from answer where response_id = $1", response_id)
    database.run(
        "insert into answer (response_id, item_id, value) values ($1, 'MR1', $2), ($1, 'MR2', 3)",
        response_id,
        place + 1,
    )


def _remark(database: Transaction, seen: Taken, place: int) -> None:
    """What somebody wrote is written when it is handed in, and stays there."""
    for remark_id, sealed in database.run(
        "select remark_id, body from remark where round_id = $1", seen.round_id
    ):
        if seen.vault.opened(seen.round_id, sealed) == str(place):
            database.run("delete from remark where remark_id = $1", remark_id)
            database.run(
                "insert into remark values (uuid(), $1, 'others', 'meer', $2)",
                seen.round_id,
                sealed,
            )


Write = Callable[[Transaction, Taken, int], None]


@pytest.fixture
def copy(files: Files, tmp_path: Path) -> Path:
    return shutil.copyfile(files.before, tmp_path / "planted.duckdb")


@pytest.mark.parametrize(
    ("write", "tells"),
    [(_respond, "response rows"), (_answer, "response answer"), (_remark, "remark rows")],
)
def test_an_order_that_does_tell_is_found(
    files: Files, copy: Path, write: Write, tells: str
) -> None:
    """The same attack on a copy in which rows lie in the order in which people handed in."""
    with _changing(copy) as database:
        for each in files.seen:
            for place in each.handed_in:
                write(database, each, place)
    most, how = matching.best_join(copy, files.before, files.seen)
    assert most == PEOPLE * ROUNDS
    assert how.startswith(f"handed in × {tells}")


def test_two_people_who_can_be_told_in_every_round_are_found(files: Files, copy: Path) -> None:
    """Who handed in first lies first and who was last lies last; the others lie as they did."""
    with _changing(copy) as database:
        for each in files.seen:
            first, *_, last = each.handed_in
            between = [place for place in range(PEOPLE) if place not in {first, last}]
            for place in (first, *random.sample(between, len(between)), last):
                _respond(database, each, place)
    most, how = matching.best_join(copy, files.before, files.seen)
    assert most > BOUND
    assert how == "handed in × response rows"


@contextmanager
def _changing(path: Path) -> Iterator[Transaction]:
    with open_alone(path) as database:
        database.run("begin")
        yield database
        database.run("commit")
