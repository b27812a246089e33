"""What a piece of work may do in the database."""

from typing import Any

import duckdb

Row = tuple[Any, ...]


class Transaction:
    """What a piece of work may do inside one transaction."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def run(self, sql: str, *parameters: object) -> list[Row]:
        """Run one statement with `$1`, `$2` … bound to the parameters; rows as plain tuples."""
        return self._cursor.execute(sql, list(parameters)).fetchall()

    def run_many(self, sql: str, table: object, *parameters: object) -> None:
        """Run one `insert … select … from bulk` in which `bulk` is the given DataFrame."""
        self._cursor.register("bulk", table)
        self._cursor.execute(sql, list(parameters))
        self._cursor.unregister("bulk")
