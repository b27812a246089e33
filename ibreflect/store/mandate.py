"""Agreed mandates: each version is added and none is ever changed."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from ibreflect.model.round import Asked
from ibreflect.store.connection import Row, Store, Transaction

_AGREEMENTS = """
    select agreement_id, number, agreed_on, review_on, questionnaire_id, version
    from mandate_agreement
    where person_id = $1 and school_id = $2
    order by number desc
"""
_AGREED = "select item_id, level, note from mandate_agreed where agreement_id = $1"
_ADD = """
    insert into mandate_agreement (
        agreement_id, person_id, school_id, number, agreed_on, review_on, questionnaire_id, version
    )
    values ($1, $2, $3, $4, $5, $6, $7, $8)
"""
_ADD_AGREED = """
    insert into mandate_agreed (agreement_id, item_id, level, note) values ($1, $2, $3, $4)
"""


class AgreedLevel(NamedTuple):
    """The level (1-5) that was agreed for one topic, with an own note that may be empty."""

    level: int
    note: str = ""


class Terms(NamedTuple):
    """What is agreed, until when, and on which map; `agreed` goes by item id."""

    agreed_on: date
    review_on: date
    asked: Asked
    agreed: dict[str, AgreedLevel]


class KeptAgreement(NamedTuple):
    """An agreement as it is kept; `number` counts from 1 for each person at each school."""

    number: int
    terms: Terms


def agreements(store: Store, person_id: UUID, school_id: UUID) -> tuple[KeptAgreement, ...]:
    """Somebody's agreements at a school, newest first; StoreError without their key."""
    opened = partial(store.vault.opened, person_id)
    return tuple(
        KeptAgreement(number, _terms(store.read(_AGREED, agreement_id), rest, opened))
        for agreement_id, number, *rest in store.read(_AGREEMENTS, person_id, school_id)
    )


def add(store: Store, person_id: UUID, school_id: UUID, terms: Terms) -> int:
    """The number of a new agreement, or of the newest one when that says exactly the same."""
    return store.write(adding(store, person_id, school_id, terms))


def adding(
    store: Store, person_id: UUID, school_id: UUID, terms: Terms
) -> Callable[[Transaction], int]:
    """The work of `add`, to do in a transaction with what goes with it."""
    notes = {each: store.vault.seal(person_id, terms.agreed[each].note) for each in terms.agreed}
    opened = partial(store.vault.opened, person_id)

    def work(transaction: Transaction) -> int:
        newest = transaction.run(_AGREEMENTS, person_id, school_id)[:1]
        for agreement_id, number, *rest in newest:
            if _terms(transaction.run(_AGREED, agreement_id), rest, opened) == terms:
                return int(number)
        number = int(newest[0][1]) + 1 if newest else 1
        agreement_id = uuid4()
        dates = (terms.agreed_on, terms.review_on)
        transaction.run(_ADD, agreement_id, person_id, school_id, number, *dates, *terms.asked)
        for item_id, agreed in terms.agreed.items():
            transaction.run(_ADD_AGREED, agreement_id, item_id, agreed.level, notes[item_id])
        return number

    return work


def _terms(rows: list[Row], header: list[Any], opened: Callable[[str], str]) -> Terms:
    agreed_on, review_on, questionnaire_id, version = header
    return Terms(
        agreed_on,
        review_on,
        Asked(questionnaire_id, version),
        {item_id: AgreedLevel(int(level), opened(note)) for item_id, level, note in rows},
    )
