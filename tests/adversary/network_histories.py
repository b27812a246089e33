"""Who takes part in which network when: schools come, go, withdraw, move and come back."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple
from uuid import UUID

_POOL = 13
_FEWEST = 10
_FEW = (0, 0, 1, 1, 2, 3, 6)


class Scene(NamedTuple):
    """How many networks, which things happen in between, and of how many schools readers know."""

    name: str
    networks: int = 1
    withdraws: bool = False
    insiders: int = 0


class Step(NamedTuple):
    """The schools with a new scan when a network is published; who withdrew since the last time."""

    network: str
    number: int
    schools: frozenset[UUID]
    withdrawn: frozenset[UUID]


def history(scene: Scene, chance: Random) -> list[Step]:
    """Two to four moments at which every network is published."""
    return list(_history(scene, chance))


def _history(scene: Scene, chance: Random) -> Iterator[Step]:
    names = "AB"[: scene.networks]
    pool = [UUID(int=number) for number in range(1, _POOL * len(names) + 9)]
    there: dict[str, set[UUID]] = {}
    for place, name in enumerate(names):
        own = pool[_POOL * place :]
        there[name] = set(own[: chance.choice((10, 11, 11, 12, 13))])
    for number in range(chance.choice((2, 3, 4) if scene.networks == 1 else (2, 2, 3))):
        for name in names:
            first = number == 0 or not scene.withdraws
            withdrawn = frozenset[UUID]() if first else _withdrawn(there[name], chance)
            yield Step(name, number, frozenset(there[name]), withdrawn)
        if chance.random() < 0.6:
            _come_and_go(there, pool, chance)
        if len(names) > 1 and chance.random() < 0.8:
            _move(there, chance)


def _withdrawn(schools: set[UUID], chance: Random) -> frozenset[UUID]:
    """Who take back what counted; most of them have no new scan then, as long as ten have."""
    few = chance.choice((0, 1, 1, 2))
    withdrawn = frozenset(chance.sample(sorted(schools), few))
    if len(schools) - few >= _FEWEST and chance.random() < 0.7:
        schools -= withdrawn
    return withdrawn


def _come_and_go(there: dict[str, set[UUID]], pool: list[UUID], chance: Random) -> None:
    elsewhere = set().union(*there.values())
    for schools in there.values():
        for _ in range(chance.choice(_FEW)):
            if len(schools) > _FEWEST:
                schools.remove(chance.choice(sorted(schools)))
        for _ in range(chance.choice(_FEW)):
            new = chance.choice(pool)
            if new not in elsewhere:
                schools.add(new)
                elsewhere.add(new)


def _move(there: dict[str, set[UUID]], chance: Random) -> None:
    """One school moves, or some; at times a network goes over into the other as a whole."""
    source, target = chance.sample(sorted(there), 2)
    many = chance.choice((1, 1, 2, 5, len(there[source])))
    movers = set(chance.sample(sorted(there[source]), min(many, len(there[source]))))
    if len(movers) == len(there[source]) and chance.random() < 0.7:
        # The other network was made for it: of its own schools there are hardly any.
        there[target] = set(sorted(there[target])[: chance.choice((0, 1, 2))])
    there[source] -= movers
    there[target] |= movers
