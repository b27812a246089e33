"""A database with invented people, each with an empty scan of their own."""

from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.model.round import Asked, term_of
from ibreflect.questionnaires.load import Instrument, read
from ibreflect.settings import PROJECT
from ibreflect.store import bulk
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.rounds import ExactText
from ibreflect.usecases import rounds

_TODAY = date(2026, 9, 14)
_PERSON = "insert into person (person_id, name) values ($1, $2)"
_COUNT = "select count(*) from answer"


class Scanner(NamedTuple):
    """Somebody with a scan to fill in; `actor.name` is how the app offers them."""

    actor: Person
    round_id: UUID
    response_id: UUID


class Kept(NamedTuple):
    """What the database holds: all answers, and how many scans are handed in."""

    answers: int
    handed_in: int


def instrument() -> Instrument:
    """The core scan that comes with ibreflect."""
    return read(PROJECT / "questionnaires" / "kwaliteitscoordinator-2022.yaml")


def questionnaire() -> Questionnaire:
    """The core scan, parsed."""
    return instrument().questionnaire


def settle(path: Path, number: int) -> tuple[Scanner, ...]:
    """Make a database at `path` in which `number` people can look and fill in; closes it."""
    store = Store(path)
    people = [Person(UUID(int=place), f"Persoon {place}") for place in range(1, number + 1)]
    core = instrument()

    def work(transaction: Transaction) -> None:
        for person in people:
            transaction.run(_PERSON, person.person_id, person.name)
        asked = Asked(core.questionnaire.id, core.questionnaire.version)
        bulk.introduce(
            transaction,
            bulk.Installation(0, (ExactText(asked, core.sha256, core.text),)),
            bulk.Viewpoints(
                tuple(person.person_id for person in people),
                tuple(person.name for person in people),
            ),
        )

    store.write(work)
    scanners = tuple(_begin(store, person, core) for person in people)
    store.close()
    return scanners


def kept(path: Path, scanners: tuple[Scanner, ...]) -> Kept:
    """Count what is in the database; the app that had it open must have stopped."""
    store = Store(path)
    everything = store.read(_COUNT)[0][0]
    states = [rounds.one(store, each.actor, each.round_id).handed_in for each in scanners]
    store.close()
    return Kept(everything, sum(states))


def _begin(store: Store, person: Person, core: Instrument) -> Scanner:
    wish = rounds.Wish("De Wilg", term_of(_TODAY), core)
    round_id = rounds.start(store, person, wish, today=_TODAY)
    return Scanner(person, round_id, rounds.one(store, person, round_id).response_id)
