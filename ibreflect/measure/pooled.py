"""What may be told of many people together: from how many on, and how roughly."""

from collections.abc import Hashable, Iterable
from typing import NamedTuple

PEOPLE_FLOOR = 30
"""From how many people on anything is told of all together."""

SCHOOLS_FLOOR = 5
"""From how many schools on; at many schools one person is the school."""

SMALL = 5
"""Fewer than this are not counted out loud, and numbers are told in steps of it."""

TOO_FEW = (
    f"te weinig mensen: dit is te zien vanaf {PEOPLE_FLOOR} mensen van {SCHOOLS_FLOOR} scholen"
)

LEAST = "minder dan 1 op de 10"
"""The smallest band of a share."""

_MUCH = ("1 op de 4 tot de helft", "de helft of meer")
_BELOW = ((0.10, LEAST), (0.25, "1 op de 10 tot 1 op de 4"), (0.50, _MUCH[0]))


class Pool(NamedTuple):
    """How many different people and schools answers come from."""

    people: int
    schools: int

    @property
    def is_enough(self) -> bool:
        """Whether something may be told of these answers together."""
        return self.people >= PEOPLE_FLOOR and self.schools >= SCHOOLS_FLOOR


def pool(pairs: Iterable[tuple[Hashable, Hashable]]) -> Pool:
    """The pool of these pairs of a person and a school; who is in it twice counts once."""
    known = set(pairs)
    return Pool(len({person for person, _ in known}), len({school for _, school in known}))


def number(count: int) -> str:
    """A number of people or rounds in steps: 'minder dan 5', 'minstens 5', 'minstens 10'."""
    if count < SMALL:
        return f"minder dan {SMALL}"
    return f"minstens {count // SMALL * SMALL}"


def share(count: int, total: int) -> str:
    """Which part of a total of at least 1 this is, in one of four bands."""
    return next((words for below, words in _BELOW if count < below * total), _MUCH[-1])


def is_least(band: str) -> bool:
    """Whether this is the smallest band."""
    return band == LEAST


def is_much(band: str) -> bool:
    """Whether this band begins at a quarter or more."""
    return band in _MUCH
