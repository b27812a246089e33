"""Scans in a database of their own, for tests of the store and of the use cases."""

from datetime import date
from functools import cache

from ibreflect.model.person import Person
from ibreflect.model.round import RoundId, term_of
from ibreflect.questionnaires.load import Instrument, read
from ibreflect.settings import PROJECT
from ibreflect.store.connection import Store
from ibreflect.usecases import rounds

AUTUMN = date(2026, 9, 14)
SPRING = date(2027, 2, 8)
NEXT_AUTUMN = date(2027, 9, 13)
SCHOOL = "De Wilg"

EVERYTHING = "select table_name from duckdb_tables() order by table_name"
ROWS = "select * from query_table($1)"


@cache
def instrument() -> Instrument:
    """The shipped core scan."""
    return read(PROJECT / "questionnaires" / "kwaliteitscoordinator-2022.yaml")


def begin(store: Store, actor: Person, day: date = AUTUMN, school: str = SCHOOL) -> RoundId:
    """The id of the actor's round at the school in the term of the day."""
    return rounds.start(store, actor, rounds.Wish(school, term_of(day), instrument()), today=day)


def contents(store: Store) -> dict[str, list[dict[str, object]]]:
    """Every row of every table, as column name to value."""
    columns: dict[str, list[str]] = {}
    for table, column in store.read(
        "select table_name, column_name from duckdb_columns() order by table_name, column_index"
    ):
        columns.setdefault(table, []).append(column)
    return {
        table: [dict(zip(columns[table], row, strict=True)) for row in store.read(ROWS, table)]
        for (table,) in store.read(EVERYTHING)
    }
