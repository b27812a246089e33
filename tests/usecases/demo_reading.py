"""What a test reads from a database with example data."""

from datetime import date
from pathlib import Path
from typing import Any

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.model.round import Round
from ibreflect.questionnaires.load import Instrument
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in, people
from ibreflect.usecases.demo.build import build

SHIPPED = Path(__file__).parents[2] / "questionnaires" / "kwaliteitscoordinator-2022.yaml"
TODAY = date(2026, 11, 22)
TABLES = (
    "alliance",
    "school",
    "person",
    "membership",
    "demo_viewpoint",
    "round",
    "response",
    "context",
    "round_text",
    "answer",
)


def column(store: Store, sql: str) -> list[Any]:
    return [row[0] for row in store.read(sql)]


def rows_of(store: Store) -> dict[str, list[Any]]:
    return {
        table: sorted(map(repr, store.read(f"select * from {table}")))  # noqa: S608
        for table in TABLES
    }


def content(
    store: Store, instrument: Instrument, *, seed: int, today: date
) -> dict[str, list[Any]]:
    """The rows of a database that is filled now."""
    build(store, instrument, scale=0.1, seed=seed, today=today)
    return rows_of(store)


def everybody(store: Store) -> list[Person]:
    return [Person(*row) for row in store.read("select person_id, name from person order by name")]


def viewpoint_people(store: Store) -> list[Person]:
    return [Person(each.person_id, each.label) for each in people.viewpoints(store)]


def cards_of(store: Store) -> dict[Any, dict[str, str]]:
    cards: dict[Any, dict[str, str]] = {
        round_id: {} for round_id in column(store, "select round_id from round")
    }
    for round_id, field, choice in store.read("select round_id, field, choice from context"):
        cards[round_id][field] = choice
    return cards


def answers_of(store: Store) -> dict[tuple[str, str], dict[str, Given]]:
    """By person and round, oldest first."""
    found: dict[tuple[str, str], dict[str, Given]] = {}
    for person, round_id, item_id, value, reason in store.read(
        "select r.person_id, r.round_id, a.item_id, a.value, a.reason from answer a "
        "join response p using (response_id) join round r using (round_id) "
        "order by r.school_year, r.period, r.round_id"
    ):
        given = NonAnswer(reason) if value is None else value
        found.setdefault((str(person), str(round_id)), {})[item_id] = given
    return found


def progress_of(store: Store, person: Person, mine: tuple[Round, ...]) -> tuple[int, int] | None:
    if not mine or mine[-1].handed_in:
        return None
    scan = fill_in.scan(store, person, mine[-1].round_id)
    return len(scan.kept), len(scan.items)
