"""How hard the adversary looks: through how many schools, and until a planted weakness shows."""

from collections.abc import Sequence
from functools import lru_cache

from tests.adversary import texts
from tests.adversary.attack import breaches, prefixes
from tests.adversary.organisation import organisation
from tests.adversary.published import PRODUCT, Breach, Maker

EVERY = 10
"""Of every tenth school the first round is also ended after each number of responses."""

ENOUGH = 200
"""In so many schools a planted weakness must show."""

_FEW_ROUNDS = 100


def of_school(seed: int, number: int) -> list[tuple[int, Breach]]:
    """What is learned of one generated school from what ibreflect publishes."""
    takings = organisation(seed, number)
    found = list(breaches(PRODUCT, takings))
    if number % EVERY == 0:
        found += prefixes(PRODUCT, takings[0])
    return [(number, each) for each in found]


def found_by(maker: Maker, seed: int, numbers: Sequence[int] = range(ENOUGH)) -> str | None:
    """The attack that finds a planted weakness, with where; None when none does.

    An attack counts only in a round in which it learns nothing from ibreflect itself.
    """
    alone = organisation(seed, 0)[0]._replace(asked=())
    if texts.order(maker, alone, _FEW_ROUNDS).tells:
        return f"order, {_FEW_ROUNDS} rounds"
    for number in numbers:
        for each in breaches(maker, organisation(seed, number)):
            if (each.attack, each.where) not in _without(seed, number):
                return f"{each.attack}, school {number}, {each.where}"
    return None


@lru_cache(maxsize=ENOUGH)
def _without(seed: int, number: int) -> frozenset[tuple[str, str]]:
    return frozenset(
        (each.attack, each.where) for each in breaches(PRODUCT, organisation(seed, number))
    )
