"""Example data: samenwerkingsverbanden of invented people, the same for the same seed."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

import numpy as np

from ibreflect.errors import InputError
from ibreflect.model.person import Person
from ibreflect.model.round import Asked, term_of
from ibreflect.questionnaires.load import Instrument
from ibreflect.store import bulk
from ibreflect.store.bulk import Installation, Tables, Viewpoints
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.rounds import ExactText
from ibreflect.usecases import instruments
from ibreflect.usecases.demo import telling_sharing
from ibreflect.usecases.demo.names import alliance_names
from ibreflect.usecases.demo.people import Community, draw_community
from ibreflect.usecases.demo.story import tell_all
from ibreflect.usecases.demo.tables import Frame, draw_tables
from ibreflect.usecases.demo.telling_others import Now
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


def build(
    store: Store, offered: Sequence[Instrument], *, scale: float, seed: int, today: date
) -> Summary:
    """Fill an empty database with example data and say how much there is.

    `offered` is the core questionnaire and then the modules, of which the cast answer those that
    their chapters name. `scale` 1 is one samenwerkingsverband of about 85 schools, 77 the whole
    country (6,500 schools); a fraction makes a smaller one, of at least 3 schools. The same seed,
    scale and term of `today` give the same data, but for the ids of what others answered and the
    days on which they are asked in this term. InputError when the database holds people already or
    when `scale` is not above 0 and at most 77, QuestionnaireError when the database keeps another
    text as this version; nothing is changed then. Each samenwerkingsverband is one transaction; the
    chapters of the cast are told after the first one, by the use cases that they would do it with
    themselves.
    """
    require_scale(scale)
    core, *modules = _used(offered)
    instruments.require_fit(store, (core, *modules))
    sizes = sizes_of(scale)
    names = alliance_names(random_of(seed, len(sizes)), len(sizes))
    made = Summary(0, 0, 0, 0, 0)
    for number, (name, size) in enumerate(zip(names, sizes, strict=True)):
        rng = random_of(seed, number)
        community = draw_community(rng, size, () if number else CAST)
        asked = tuple(each.questionnaire for each in modules)
        frame = Frame(name, term_of(today), core.questionnaire, asked)
        tables = draw_tables(rng, community, frame)
        views = _viewpoints(community, tables, frame)
        _write(store, tables, None if number else (installation(seed, (core, *modules)), views))
        if not number:
            now = Now(today, frame.now)
            pairs = zip(views.person_ids, CAST, strict=True)
            cast = [Person(person_id, part.name) for person_id, part in pairs]
            tell_all(store, cast, UUID(tables.alliance_id), now)
        made = _more(made, tables)
    return made._replace(
        people=made.people + len(telling_sharing.ALONG), answers=bulk.answers(store)
    )


def require_scale(scale: float) -> None:
    """InputError unless it is above 0 and at most the whole country."""
    if not 0 < scale <= _ALLIANCES:
        raise InputError(
            f"De schaal moet groter zijn dan 0 en hoogstens {_ALLIANCES} (het hele land)."
        )


def require_nobody(transaction: Transaction) -> None:
    """InputError when the database holds people already."""
    if bulk.has_people(transaction):
        raise InputError(_NOT_EMPTY)


def _used(offered: Sequence[Instrument]) -> list[Instrument]:
    """The core and the modules that some chapter asks."""
    core, *modules = offered
    named = {name for part in CAST for each in part.chapters.values() for name in each.modules}
    return [core, *(each for each in modules if each.questionnaire.id in named)]


def sizes_of(scale: float) -> list[int]:
    """The number of schools of each samenwerkingsverband; they differ by one at most."""
    schools = max(_FEWEST_SCHOOLS, round(scale * _SCHOOLS / _ALLIANCES))
    count = max(1, round(scale))
    return [schools // count + (number < schools % count) for number in range(count)]


def random_of(seed: int, number: int) -> np.random.Generator:
    """The chance of one samenwerkingsverband."""
    return np.random.default_rng([seed % 2**64, number])


def _write(store: Store, tables: Tables, opening: tuple[Installation, Viewpoints] | None) -> None:
    def work(transaction: Transaction) -> None:
        if opening is not None:
            require_nobody(transaction)
            bulk.introduce(transaction, *opening)
        bulk.add(transaction, tables, store.vault)

    store.write(work)


def installation(seed: int, used: Sequence[Instrument]) -> Installation:
    """What the database says about itself."""
    return Installation(
        seed,
        tuple(
            ExactText(
                Asked(each.questionnaire.id, each.questionnaire.version), each.sha256, each.text
            )
            for each in used
        ),
    )


def _viewpoints(community: Community, tables: Tables, frame: Frame) -> Viewpoints:
    """The cast, with labels that are counted from the rows that were made for them."""
    ids = [str(each) for each in tables.people["person_id"][: len(community.cast)]]
    return Viewpoints(
        tuple(UUID(each) for each in ids),
        tuple(label(_history(number, community, tables, frame)) for number in range(len(ids))),
    )


def _history(number: int, community: Community, tables: Tables, frame: Frame) -> History:
    name, career = community.people[["name", "career"]].iloc[number]
    person_id = tables.people["person_id"].iloc[number]
    rounds = tables.rounds[tables.rounds["person_id"] == person_id]
    unfinished = rounds[rounds["unanswered"] > 0]
    done = int(tables.answers["response_id"].isin(unfinished["response_id"]).sum())
    return History(
        name=str(name),
        years=int(career) // 2,
        rounds=len(rounds),
        schools=rounds["school_id"].nunique(),
        answered=done if len(unfinished) else None,
        items=sum(_items(asked, frame) for asked in unfinished["asked"]),
    )


def _items(asked: str, frame: Frame) -> int:
    ids = {each.split(" ")[0] for each in asked.split(",")}
    known = (frame.questionnaire, *frame.modules)
    return sum(len(each.items) for each in known if each.id in ids)


def _more(made: Summary, tables: Tables) -> Summary:
    return Summary(
        alliances=made.alliances + 1,
        schools=made.schools + len(tables.schools),
        people=made.people + len(tables.people),
        rounds=made.rounds + len(tables.rounds),
        answers=made.answers + len(tables.answers),
    )
