"""What a test reads from a database with example data."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from ibreflect.access.sealing import is_sealed
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, Kind, NonAnswer, RaterGroup
from ibreflect.model.round import Round
from ibreflect.questionnaires.load import Instrument, load_folder, read
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in, people
from ibreflect.usecases.demo.build import build
from ibreflect.usecases.demo.viewpoints import CAST

SHIPPED = Path(__file__).parents[2] / "questionnaires" / "kwaliteitscoordinator-2022.yaml"
TODAY = date(2026, 11, 22)
# What others answered hangs on ids that are random, so that they say nothing about who it was.
# Talks, goals and the logboek are as long ago on every day, so their own days are left out.
CONTENT = {
    "alliance": "select * from alliance",
    "school": "select * from school",
    "person": "select * from person",
    "membership": "select * from membership",
    "demo_viewpoint": "select * from demo_viewpoint",
    "questionnaire": "select * from questionnaire",
    "round": "select * from round",
    "context": "select * from context",
    "round_text": "select * from round_text",
    "time_share": "select * from time_share",
    "school_direction": "select * from school_direction",
    "mandate_agreement": "select person_id, number, agreed_on, review_on from mandate_agreement",
    "mandate_agreed": """
        select m.person_id, a.item_id, a.level, a.note
        from mandate_agreed a join mandate_agreement m using (agreement_id)
    """,
    "conversation": "select person_id, school_id, round_id, guide_id, stage from conversation",
    "goal": "select person_id, school_id, behaviour, outcome, effect from goal",
    "log_entry": """
        select person_id, school_id, kind, theme, roles, minutes, is_planned, step, what, explored
        from log_entry
    """,
    "reflection": "select person_id, school_year, topic, body from reflection",
    "asking": "select round_id, floors, asked, region, reply_name, handed_out_by from asking",
    "invitation": "select round_id, rater_group, state from invitation",
    "invitee": "select round_id, rater_group, name, address from invitee",
    "remark": "select round_id, perspective, topic, body from remark",
    "response": "select round_id, perspective, handed_in from response",
    "answer": """
        select p.round_id, p.perspective, a.item_id, a.value, a.reason
        from answer a join response p using (response_id)
    """,
}


def offered() -> tuple[Instrument, ...]:
    """The core questionnaire and the modules that are shipped."""
    shipped = load_folder(SHIPPED.parent)
    modules = (each for each in shipped if each.questionnaire.kind is Kind.MODULE)
    return (read(SHIPPED), *modules)


def column(store: Store, sql: str) -> list[Any]:
    return [row[0] for row in store.read(sql)]


def rows_of(store: Store) -> dict[str, list[Any]]:
    return {
        table: sorted(repr(_opened(store, row)) for row in store.read(sql))
        for table, sql in CONTENT.items()
    }


def _opened(store: Store, row: tuple[Any, ...]) -> tuple[Any, ...]:
    """The row with its sealed texts as they were written; its owner stands in front of them."""
    owner: Any = next((each for each in row if isinstance(each, UUID)), None)
    return tuple(
        store.vault.opened(owner, each) if isinstance(each, str) and is_sealed(each) else each
        for each in row
    )


def content(
    store: Store, instruments: Sequence[Instrument], *, seed: int, today: date
) -> dict[str, list[Any]]:
    """The rows of a database that is filled now."""
    build(store, instruments, scale=0.1, seed=seed, today=today)
    return rows_of(store)


def everybody(store: Store) -> list[Person]:
    return [Person(*row) for row in store.read("select person_id, name from person order by name")]


def viewpoint_people(store: Store) -> list[Person]:
    """The ib'ers among them; who reads along comes after them."""
    offered = people.viewpoints(store)[: len(CAST)]
    return [Person(each.person_id, each.label) for each in offered]


def cards_of(store: Store) -> dict[Any, dict[str, str]]:
    cards: dict[Any, dict[str, str]] = {
        round_id: {} for round_id in column(store, "select round_id from round")
    }
    for round_id, field, choice in store.read("select round_id, field, choice from context"):
        cards[round_id][field] = choice
    return cards


def answers_of(store: Store) -> dict[tuple[str, str], dict[str, Given]]:
    """What ib'ers gave themselves, by person and round, oldest first."""
    found: dict[tuple[str, str], dict[str, Given]] = {}
    for person, round_id, item_id, value, reason in store.read(
        "select r.person_id, r.round_id, a.item_id, a.value, a.reason from answer a "
        "join response p using (response_id) join round r using (round_id) "
        "where p.perspective = 'self' order by r.school_year, r.period, r.round_id"
    ):
        given = NonAnswer(reason) if value is None else value
        found.setdefault((str(person), str(round_id)), {})[item_id] = given
    return found


def others_gave(store: Store) -> list[tuple[RaterGroup, dict[str, Given]]]:
    """What each of the others handed in, with their group."""
    found: dict[str, tuple[RaterGroup, dict[str, Given]]] = {}
    for response_id, group, item_id, value, reason in store.read(
        "select response_id, p.perspective, a.item_id, a.value, a.reason from answer a "
        "join response p using (response_id) where p.perspective <> 'self'"
    ):
        _, given = found.setdefault(str(response_id), (RaterGroup(group), {}))
        given[item_id] = NonAnswer(reason) if value is None else value
    return list(found.values())


def progress_of(store: Store, person: Person, mine: tuple[Round, ...]) -> tuple[int, int] | None:
    if not mine or mine[-1].handed_in:
        return None
    scan = fill_in.scan(store, person, mine[-1].round_id)
    return len(scan.kept), len(scan.items)
