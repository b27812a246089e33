"""Scans of many people at many schools, made at once: what figures about statements rest on."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from uuid import UUID, uuid4

import numpy as np

from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.model.round import Period, SchoolTerm
from ibreflect.store import instruments
from ibreflect.store.connection import Store, Transaction
from tests.store import scans

LONG_OVER = SchoolTerm("2024/2025", Period.AUTUMN)

_ROUND = """
    insert into round (round_id, person_id, school_id, school_year, period, is_open, asked)
    values ($1, $2, $3, $4, $5, false, $6)
"""
_RESPONSE = """
    insert into response (response_id, round_id, perspective, handed_in)
    values ($1, $2, 'self', $3)
"""
_ANSWERS = """
    insert into answer (response_id, item_id, value, reason)
    select
        cast($1 as uuid), unnest(cast($2 as varchar[])), unnest(cast($3 as integer[])),
        unnest(cast($4 as varchar[]))
"""


class Scan(NamedTuple):
    """A scan of the shipped core: whose, where, when, and what was given."""

    person: int
    school: int
    given: Mapping[str, Given]
    term: SchoolTerm = LONG_OVER
    handed_in: bool = True


def item_ids() -> tuple[str, ...]:
    """The statements of the shipped core scan."""
    return tuple(item.id for item in scans.instrument().questionnaire.items)


def alike(seed: int) -> dict[str, Given]:
    """Answers to everything, higher or lower together."""
    random = np.random.default_rng(seed)
    numbers = np.clip(
        np.round(3 + random.normal() + 0.8 * random.normal(size=len(item_ids()))), 1, 5
    )
    return {item: int(number) for item, number in zip(item_ids(), numbers, strict=True)}


def people(count: int, schools: int) -> tuple[Scan, ...]:
    """So many people, in turn at these schools, who answered everything."""
    return tuple(Scan(number, number % schools, alike(number)) for number in range(count))


def keep(store: Store, made: Iterable[Scan]) -> None:
    """Keep these scans as if they had been filled in one by one."""
    found = scans.instrument()
    key = (found.questionnaire.id, found.questionnaire.version)

    def work(transaction: Transaction) -> None:
        instruments.keep(transaction, key, found.sha256, found.text)
        for each in made:
            _keep_one(transaction, each, " ".join(key))

    store.write(work)


def _keep_one(transaction: Transaction, scan: Scan, asked: str) -> None:
    round_id, response_id = uuid4(), uuid4()
    person_id, school_id = UUID(int=1000 + scan.person), UUID(int=9000 + scan.school)
    transaction.run(_ROUND, round_id, person_id, school_id, *scan.term, asked)
    transaction.run(_RESPONSE, response_id, round_id, scan.handed_in)
    if scan.given:
        numbers = [each if isinstance(each, int) else None for each in scan.given.values()]
        reasons = [
            each.value if isinstance(each, NonAnswer) else None for each in scan.given.values()
        ]
        transaction.run(_ANSWERS, response_id, list(scan.given), numbers, reasons)
