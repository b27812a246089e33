"""Opening the database file: to work with it, or to look at it as it lies there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from ibreflect.store import erasure, migrating, rewriting, settling, trouble
from ibreflect.store.transaction import Transaction
from ibreflect.store.vault import Vault

_CONFIG = {"enable_external_access": "false", "lock_configuration": "true", "threads": "2"}


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """The database at `path`, made and brought up to date if need be; StoreError if it cannot."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = duckdb.connect(str(path), config=_CONFIG)  # type: ignore[arg-type]
        try:
            migrating.migrate(Transaction(connection).run)
        except BaseException:
            connection.close()
            raise
    except (duckdb.Error, OSError) as error:
        raise trouble.while_opening(error, path) from error
    return connection


def open_settled(path: Path, vault: Vault) -> duckdb.DuckDBPyConnection:
    """As `connect`, with everything done that comes before work (settling.py)."""
    connection = connect(path)
    try:
        if settling.settle(Transaction(connection), vault):
            connection.close()
            rewriting.rewrite(path)
            connection = connect(path)
            erasure.set_rewrite(Transaction(connection), erasure.DONE)
    except (duckdb.Error, OSError) as error:
        connection.close()
        raise trouble.while_opening(error, path) from error
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def open_alone(path: Path, *, read_only: bool = False) -> Iterator[Transaction]:
    """The database as it lies on disk, not brought up to date; nobody else may have it open.

    Raises StoreError for whatever DuckDB refuses, also while it is being used.
    """
    try:
        with duckdb.connect(str(path), read_only, _CONFIG) as connection:  # type: ignore[arg-type]
            yield Transaction(connection)
    except duckdb.Error as error:
        raise trouble.while_opening(error, path) from error


def bring_up_to_date(path: Path, vault: Vault) -> None:
    """Do all that `open_settled` does; afterwards one file holds everything."""
    open_settled(path, vault).close()
    with open_alone(path) as database:
        database.run("checkpoint")
