"""Example data: samenwerkingsverbanden of invented people, the same for the same seed."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

import numpy as np

from ibreflect.errors import InputError
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.model.round import Asked, term_of
from ibreflect.questionnaires.load import Instrument
from ibreflect.store import bulk
from ibreflect.store.bulk import Installation, Tables, Viewpoints
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import instruments
from ibreflect.usecases.demo.names import alliance_names
from ibreflect.usecases.demo.people import Community, draw_community
from ibreflect.usecases.demo.tables import Frame, draw_tables
from ibreflect.usecases.demo.viewpoints import CAST, History, label

# Primary schools and regional samenwerkingsverbanden in the Netherlands, 2022/'23, rounded.
_SCHOOLS, _ALLIANCES = 6_500, 77
_FEWEST_SCHOOLS = 3
_NOT_EMPTY = (
    "Deze database is al in gebruik: er staan mensen in. Voorbeeldgegevens komen alleen in een "
    "nieuwe database. Kies met --store een ander bestand. Er is niets veranderd."
)


class Summary(NamedTuple):
    """How much was made."""

    alliances: int
    schools: int
    people: int
    rounds: int
    answers: int


def build(store: Store, instrument: Instrument, *, scale: float, seed: int, today: date) -> Summary:
    """Fill an empty database with example data and say how much there is.

    `scale` 1 is one samenwerkingsverband of about 85 schools, 77 the whole country (6,500 schools);
    a fraction makes a smaller one, of at least 3 schools. The same seed, scale and term of `today`
    give the same data. InputError when the database holds people already or when `scale` is not
    above 0 and at most 77, QuestionnaireError when the database keeps another text as this version;
    nothing is changed then. Each samenwerkingsverband is one transaction.
    """
    if not 0 < scale <= _ALLIANCES:
        raise InputError(
            f"De schaal moet groter zijn dan 0 en hoogstens {_ALLIANCES} (het hele land)."
        )
    instruments.require_unchanged(store, instrument)
    questionnaire = instrument.questionnaire
    sizes = _sizes(scale)
    names = alliance_names(_random(seed, len(sizes)), len(sizes))
    made = Summary(0, 0, 0, 0, 0)
    for number, (name, size) in enumerate(zip(names, sizes, strict=True)):
        rng = _random(seed, number)
        community = draw_community(rng, size, () if number else CAST)
        frame = Frame(name, term_of(today), questionnaire)
        tables = draw_tables(rng, community, frame)
        views = _viewpoints(community, tables, questionnaire)
        _write(store, tables, None if number else (_installation(seed, instrument), views))
        made = _more(made, tables)
    return made


def _sizes(scale: float) -> list[int]:
    """The number of schools of each samenwerkingsverband; they differ by one at most."""
    schools = max(_FEWEST_SCHOOLS, round(scale * _SCHOOLS / _ALLIANCES))
    count = max(1, round(scale))
    return [schools // count + (number < schools % count) for number in range(count)]


def _random(seed: int, number: int) -> np.random.Generator:
    return np.random.default_rng([seed % 2**64, number])


def _write(store: Store, tables: Tables, opening: tuple[Installation, Viewpoints] | None) -> None:
    def work(transaction: Transaction) -> None:
        if opening is not None:
            if bulk.has_people(transaction):
                raise InputError(_NOT_EMPTY)
            bulk.introduce(transaction, *opening)
        bulk.add(transaction, tables)

    store.write(work)


def _installation(seed: int, instrument: Instrument) -> Installation:
    questionnaire = instrument.questionnaire
    return Installation(
        seed=seed,
        asked=Asked(questionnaire.id, questionnaire.version),
        sha256=instrument.sha256,
        source_text=instrument.text,
    )


def _viewpoints(community: Community, tables: Tables, questionnaire: Questionnaire) -> Viewpoints:
    """The cast, with labels that are counted from the rows that were made for them."""
    ids = [str(each) for each in tables.people["person_id"][: len(community.cast)]]
    return Viewpoints(
        tuple(UUID(each) for each in ids),
        tuple(
            label(_history(number, community, tables, questionnaire)) for number in range(len(ids))
        ),
    )


def _history(
    number: int, community: Community, tables: Tables, questionnaire: Questionnaire
) -> History:
    name, career = community.people[["name", "career"]].iloc[number]
    person_id = tables.people["person_id"].iloc[number]
    rounds = tables.rounds[tables.rounds["person_id"] == person_id]
    unfinished = rounds.loc[~rounds["handed_in"], "response_id"]
    done = int(tables.answers["response_id"].isin(unfinished).sum())
    return History(
        name=str(name),
        years=int(career) // 2,
        rounds=len(rounds),
        schools=rounds["school_id"].nunique(),
        answered=done if len(unfinished) else None,
        items=len(questionnaire.items),
    )


def _more(made: Summary, tables: Tables) -> Summary:
    return Summary(
        alliances=made.alliances + 1,
        schools=made.schools + len(tables.schools),
        people=made.people + len(tables.people),
        rounds=made.rounds + len(tables.rounds),
        answers=made.answers + len(tables.answers),
    )
