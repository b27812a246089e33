"""Whole samenwerkingsverbanden of invented people, written in a few large statements."""

from typing import NamedTuple
from uuid import UUID

import pandas as pd

from ibreflect.store import instruments, people
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.rounds import ExactText
from ibreflect.store.vault import Vault

_COUNT_ANSWERS = "select count(*) from answer"
_ANYBODY = "select 1 from person limit 1"
_SETTING = "insert into installation (setting, content) values ($1, $2)"
_VIEWPOINT = "insert into demo_viewpoint (position, person_id, label) values ($1, $2, $3)"
_ONE_MORE_VIEWPOINT = """
    insert into demo_viewpoint (position, person_id, label)
    select count(*), $1, $2 from demo_viewpoint
"""
_ALLIANCE = "insert into alliance (alliance_id, name) values ($1, $2)"
_SCHOOLS = """
    insert into school (school_id, alliance_id, name)
    select school_id::uuid, alliance_id::uuid, name from bulk
"""
_PEOPLE = "insert into person (person_id, name) select person_id::uuid, name from bulk"
_MEMBERSHIPS = """
    insert into membership (person_id, place_id, role, since, until)
    select person_id::uuid, school_id::uuid, 'ib_coordinator', since::date,
        nullif(until, '')::date
    from bulk
"""
_ROUNDS = """
    insert into round (round_id, person_id, school_id, school_year, period, is_open, asked)
    select round_id::uuid, person_id::uuid, school_id::uuid, school_year, period, is_open, asked
    from bulk
"""
_RESPONSES = """
    insert into response (response_id, round_id, perspective, handed_in)
    select response_id::uuid, round_id::uuid, 'self', handed_in from bulk
"""
_CHOICES = """
    insert into context (round_id, field, choice) select round_id::uuid, field, choice from bulk
"""
_TEXTS = """
    insert into round_text (round_id, topic, body) select round_id::uuid, topic, body from bulk
"""
# Numbered by the same sequence as the answers of real people, who may go on in these scans.
_ANSWERS = """
    insert into answer (response_id, item_id, value, reason)
    select response_id::uuid, item_id, nullif(value, 0), nullif(reason, '') from bulk
"""


class Installation(NamedTuple):
    """What the database says about itself: the seed, and the questionnaires of the rounds."""

    seed: int
    texts: tuple[ExactText, ...]


class Viewpoints(NamedTuple):
    """The people through whose eyes one can look, in order."""

    person_ids: tuple[UUID, ...]
    labels: tuple[str, ...]


class Tables(NamedTuple):
    """The rows of one samenwerkingsverband; ids are UUIDs as text, days ISO dates as text.

    schools: school_id, alliance_id, name. people: person_id, name. memberships: person_id,
    school_id, since, until ('' while somebody still works there). rounds: round_id, person_id,
    school_id, school_year, period, is_open, asked ('id version', with commas), response_id,
    handed_in, unanswered (share of the statements that is still to be answered). choices: round_id,
    field, choice. texts: round_id, topic, body. answers: response_id, item_id, value (0 for none),
    reason ('' for none), oldest first.
    """

    alliance_id: str
    alliance: str
    schools: pd.DataFrame
    people: pd.DataFrame
    memberships: pd.DataFrame
    rounds: pd.DataFrame
    choices: pd.DataFrame
    texts: pd.DataFrame
    answers: pd.DataFrame


def has_people(transaction: Transaction) -> bool:
    """Whether the database holds anybody, real or invented."""
    return bool(transaction.run(_ANYBODY))


def introduce(transaction: Transaction, installation: Installation, views: Viewpoints) -> None:
    """Mark the database as example data and keep the questionnaires and the viewpoints."""
    transaction.run(_SETTING, people.DEMO, str(installation.seed))
    for text in installation.texts:
        instruments.keep(transaction, *text)
    for position, view in enumerate(zip(views.person_ids, views.labels, strict=True)):
        transaction.run(_VIEWPOINT, position, *view)


def add_viewpoint(transaction: Transaction, person_id: UUID, label: str) -> None:
    """Let one look through the eyes of this person too, as the last one offered."""
    transaction.run(_ONE_MORE_VIEWPOINT, person_id, label)


def add(transaction: Transaction, tables: Tables, vault: Vault) -> None:
    """Add a samenwerkingsverband with everything in it; its texts are sealed."""
    add_rounds(transaction, tables)
    transaction.run_many(_RESPONSES, tables.rounds)
    transaction.run_many(_TEXTS, _sealed(tables.texts, vault))
    transaction.run_many(_ANSWERS, tables.answers)


def add_rounds(transaction: Transaction, tables: Tables) -> None:
    """Add a samenwerkingsverband with its people, their rounds and context cards, no more."""
    transaction.run(_ALLIANCE, tables.alliance_id, tables.alliance)
    transaction.run_many(_SCHOOLS, tables.schools)
    transaction.run_many(_PEOPLE, tables.people)
    transaction.run_many(_MEMBERSHIPS, tables.memberships)
    transaction.run_many(_ROUNDS, tables.rounds)
    transaction.run_many(_CHOICES, tables.choices)


def _sealed(texts: pd.DataFrame, vault: Vault) -> pd.DataFrame:
    owners = [UUID(each) for each in texts["round_id"]]
    vault.make_keys(dict.fromkeys(owners))
    bodies = zip(owners, texts["body"], strict=True)
    return texts.assign(body=[vault.seal(owner_id, body) for owner_id, body in bodies])


def answers(store: Store) -> int:
    """How many answers there are."""
    return int(store.read(_COUNT_ANSWERS)[0][0])
