"""What a person's pictures and a network's cost when the whole country is in one database."""

import random
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from benchmarks.people import instrument
from ibreflect.measure.growth import Noise
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Kind, Questionnaire
from ibreflect.model.round import Round
from ibreflect.questionnaires.load import load_folder
from ibreflect.settings import PROJECT
from ibreflect.store.connection import Row, Store
from ibreflect.usecases import networks, view_growth, view_mirror, view_network, view_picture
from ibreflect.usecases.demo.full import build_full

Work = Callable[[], object]

_SEED = 2022
_NETWORKS = 5
_PEOPLE = "select person_id, name from person where person_id in (select person_id from round)"
_COACHES = """
    select m.person_id, m.place_id from membership m join alliance a on a.alliance_id = m.place_id
    where m.role = 'coach' order by a.name
"""
_SCANS = """
    select response_id from response
    where perspective = 'self' and round_id in (select round_id from round where person_id = $1)
"""
_COUNT = "select count(*) from answer"
_FLOOR = "select 1"
_ANSWERS = "select item_id, value, reason from answer where response_id = $1"
_HISTORY = """
    select response_id, item_id, value, reason from answer
    where response_id in (select unnest(cast($1 as uuid[])))
"""
_SNAPSHOT = "select figures from snapshot where round_id = $1"
_PUBLISHED = "select figures from network_snapshot where alliance_id = $1"


class Cost(NamedTuple):
    """What something cost each time: ms of waiting, of the processor, and inside the database."""

    waits: list[float]
    cpu: list[float]
    inside: list[float]
    queries: list[int]


class Country(NamedTuple):
    """A database of some size: how many answers it holds, and the costs by name."""

    answers: int
    costs: dict[str, Cost]


class _Someone(NamedTuple):
    actor: Person
    newest: Round
    scans: list[str]


class _Network(NamedTuple):
    coach: Person
    alliance_id: UUID


class _Timed(Store):
    """A store that adds up how long reading takes."""

    def __init__(self, path: Path) -> None:
        self.inside, self.queries = 0.0, 0
        super().__init__(path)

    def read(self, sql: str, *parameters: object) -> list[Row]:
        begun = time.perf_counter()
        try:
            return super().read(sql, *parameters)
        finally:
            self.inside += time.perf_counter() - begun
            self.queries += 1


class Size(NamedTuple):
    """Where a database is or comes, and with how many samenwerkingsverbanden it is made."""

    path: Path
    scale: float


def side_by_side(sizes: Sequence[Size], people: int) -> tuple[Country, ...]:
    """Measure databases in turn, so that other work on the machine slows all of them alike.

    One that is not there is made first.
    """
    stores = [_Timed(size.path) for size in sizes]
    try:
        for store, size in zip(stores, sizes, strict=True):
            if not store.read(_COUNT)[0][0]:
                build_full(store, _offered(), scale=size.scale, seed=_SEED, today=_today())
        return _measured(stores, people)
    finally:
        for store in stores:
            store.close()


def _measured(stores: Sequence[_Timed], people: int) -> tuple[Country, ...]:
    found = [Country(int(store.read(_COUNT)[0][0]), {}) for store in stores]
    there = [_some_networks(store) for store in stores]
    published = [_publish(*each) for each in zip(stores, there, strict=True)]
    works = [
        _works(store, _some_people(store, people), place)
        for store, place in zip(stores, there, strict=True)
    ]
    for name in works[0]:
        costs = _in_turn(stores, [each[name] for each in works])
        for each, cost in zip(found, costs, strict=True):
            each.costs[name] = cost
    for each, cost in zip(found, published, strict=True):
        if cost.waits:
            each.costs["Beeld van een netwerk maken"] = cost
    return tuple(found)


def _offered() -> tuple[Any, ...]:
    shipped = load_folder(PROJECT / "questionnaires")
    return (instrument(), *(each for each in shipped if each.questionnaire.kind is Kind.MODULE))


def _works(
    store: _Timed, some: Sequence[_Someone], there: Sequence[_Network]
) -> dict[str, list[Work]]:
    asked = [each.questionnaire for each in _offered()]
    return {
        "De database antwoordt": [partial(store.read, _FLOOR) for _ in some],
        "Kaal: antwoorden van één scan": [
            partial(store.read, _ANSWERS, each.newest.response_id) for each in some
        ],
        "Mijn beeld": [partial(_picture, store, each.actor) for each in some],
        "Kaal: wat anderen zagen": [
            partial(store.read, _SNAPSHOT, each.newest.round_id) for each in some
        ],
        "Met anderen": [partial(_mirror, store, each.actor) for each in some],
        "Kaal: antwoorden van alle scans": [
            partial(store.read, _HISTORY, each.scans) for each in some
        ],
        "Groei": [partial(_growth, store, each.actor) for each in some],
        "Kaal: beelden van een netwerk": [
            partial(store.read, _PUBLISHED, each.alliance_id) for each in there
        ],
        "Netwerk": [partial(_network, store, each, asked) for each in there],
    }


def _picture(store: Store, actor: Person) -> None:
    """What pages/beeld.py asks."""
    newest, *_ = view_picture.handed_in(store, actor)
    view_picture.my_picture(store, actor, newest.round_id, Noise())


def _mirror(store: Store, actor: Person) -> None:
    """What pages/spiegel.py asks."""
    newest, *_ = view_mirror.asked_in(store, actor)
    state = view_mirror.of_round(store, actor, newest.round_id, today=_today())
    view_mirror.written(store, actor, newest.round_id)
    part = view_mirror.part(store, actor, newest.round_id, state.questionnaires[0], Noise())
    assert part.glance is not None


def _growth(store: Store, actor: Person) -> None:
    """What pages/groei.py asks."""
    done = view_picture.handed_in(store, actor)
    first, *_ = view_growth.questionnaires(store, done)
    view_growth.my_growth(store, actor, first, Noise(), school_id=done[0].school_id)


def _network(store: Store, place: _Network, asked: Sequence[Questionnaire]) -> None:
    """What pages/netwerk.py asks to show the newest snapshot."""
    networks.mine(store, place.coach, today=_today())
    newest, *_ = networks.published(store, place.coach, place.alliance_id, today=_today())
    assert view_network.view(newest.figures, asked).chapters


def _publish(store: _Timed, there: Iterable[_Network]) -> Cost:
    """What making the snapshot costs, of the networks that have none yet."""

    def is_new(place: _Network) -> bool:
        return not networks.published(store, place.coach, place.alliance_id, today=_today())

    def publish(place: _Network) -> None:
        now = datetime.now(UTC).replace(tzinfo=None)
        networks.publish(store, place.coach, place.alliance_id, "", now=now)

    cost = Cost([], [], [], [])
    for each in there:
        if is_new(each):
            _time(store, cost, partial(publish, each))
    return cost


def _some_people(store: Store, number: int) -> list[_Someone]:
    every = sorted(store.read(_PEOPLE))
    chance = random.Random(_SEED)  # noqa: S311 -- the same people in every run
    return [
        _Someone(
            actor := Person(*row),
            view_picture.handed_in(store, actor)[0],
            [str(scan) for (scan,) in store.read(_SCANS, actor.person_id)],
        )
        for row in chance.sample(every, min(number, len(every)))
    ]


def _some_networks(store: Store) -> list[_Network]:
    rows = store.read(_COACHES)[:_NETWORKS]
    return [_Network(Person(coach, "Coach"), alliance_id) for coach, alliance_id in rows]


def _in_turn(stores: Sequence[_Timed], works: Sequence[Sequence[Work]]) -> list[Cost]:
    """The cost of each, after doing all of them once, so that files are in memory."""
    for work in chain(*works):
        work()
    costs = [Cost([], [], [], []) for _ in stores]
    for turn in zip_longest(*works):
        for store, cost, work in zip(stores, costs, turn, strict=True):
            if work is not None:
                _time(store, cost, work)
    return costs


def _time(store: _Timed, cost: Cost, work: Work) -> None:
    inside, queries = store.inside, store.queries
    cpu, begun = time.process_time(), time.perf_counter()
    work()
    cost.waits.append((time.perf_counter() - begun) * 1000)
    cost.cpu.append((time.process_time() - cpu) * 1000)
    cost.inside.append((store.inside - inside) * 1000)
    cost.queries.append(store.queries - queries)


def _today() -> date:
    return datetime.now(UTC).date()
