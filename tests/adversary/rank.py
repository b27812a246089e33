"""Attack one, exact: can published sums be combined into a sum over too few people?

Every published number is a row of a matrix; the columns are facts about people who are not named.
A vector in the row space is something that can be worked out exactly. It is a breach when it is
not zero and is about fewer people than may be shown of any of their groups.

Complete without trying all sets of people: people whose columns are equal can be exchanged. As long
as one of them stays, taking away the others does not lower the rank, because the same column is
still there. So a vector about a set of people exists exactly when rank drops on taking away the
kinds of people of which the set holds everybody; only whole kinds need to be tried.

A reader who took part knows their own column. What such a reader can work out about k others is
what anybody can work out about k + 1 people with the reader in it or without. Nothing about fewer
than `floor` people for anybody therefore means nothing about fewer than `floor - 1` others for a
reader who took part; that, and no more, is what holds for them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from tests.adversary.published import Fact, Row, Who, worded

Pattern = frozenset[tuple[int, int, Fraction]]
"""The columns of one kind of person: row, number of the fact, weight."""


class Kind(NamedTuple):
    """People with the same columns: how many, and the highest floor among them."""

    pattern: Pattern
    size: int
    need: int


def worked_out(rows: Iterable[Row]) -> list[tuple[str, tuple[Who, ...]]]:
    """What can be worked out about too few people, and about whom; at best nothing."""
    found = []
    for component in components([row for row in rows if row]):
        people = _by_pattern(component)
        kinds = tuple(
            Kind(pattern, len(who), max(each.need for each in who))
            for pattern, who in people.items()
        )
        exposed = exposed_kinds(kinds)
        if exposed is not None:
            members = list(people.values())
            about = sorted({worded(fact) for row in component for _, fact in row})
            who = tuple(sorted(each for place in exposed for each in members[place]))
            found.append((", ".join(about), who))
    return found


def components(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows that share columns, directly or through others, together."""
    parent = list(range(len(rows)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    first: dict[tuple[Who, Fact], int] = {}
    for place, row in enumerate(rows):
        for column in row:
            parent[root(place)] = root(first.setdefault(column, place))
    joined: dict[int, list[Row]] = defaultdict(list)
    for place, row in enumerate(rows):
        joined[root(place)].append(row)
    return list(joined.values())


@lru_cache(maxsize=100_000)
def exposed_kinds(kinds: tuple[Kind, ...]) -> tuple[int, ...] | None:
    """The places of kinds with together too few people, about whom something can be worked out."""
    whole = rank(_matrix(kinds, ()))
    for taken in _too_few(kinds, max(kind.need for kind in kinds)):
        need = max(kinds[place].need for place in taken)
        if sum(kinds[place].size for place in taken) < need and rank(_matrix(kinds, taken)) < whole:
            return taken
    return None


def rank(matrix: Sequence[Sequence[Fraction]]) -> int:
    """The rank of a matrix, by elimination in fractions: exact."""
    left = [list(row) for row in matrix if any(row)]
    found = 0
    while left:
        pivot = left.pop()
        place = next((place for place, value in enumerate(pivot) if value), None)
        if place is None:
            continue
        found += 1
        left = [_cleared(row, pivot, place) if row[place] else row for row in left]
    return found


def _cleared(row: Sequence[Fraction], pivot: Sequence[Fraction], place: int) -> list[Fraction]:
    factor = row[place] / pivot[place]
    return [one - factor * other for one, other in zip(row, pivot, strict=True)]


def _by_pattern(component: Sequence[Row]) -> dict[Pattern, list[Who]]:
    facts: dict[Fact, int] = {}
    columns: dict[Who, set[tuple[int, int, Fraction]]] = defaultdict(set)
    for place, row in enumerate(component):
        for (who, fact), weight in row.items():
            columns[who].add((place, facts.setdefault(fact, len(facts)), weight))
    found: dict[Pattern, list[Who]] = defaultdict(list)
    for who, column in columns.items():
        found[frozenset(column)].append(who)
    return found


def _matrix(kinds: Sequence[Kind], without: Sequence[int]) -> list[list[Fraction]]:
    """One column for each fact of each kind that is left: equal columns add nothing to a rank."""
    columns: dict[tuple[int, int], int] = {}
    entries = [
        (row, columns.setdefault((place, fact), len(columns)), weight)
        for place, kind in enumerate(kinds)
        if place not in without
        for row, fact, weight in kind.pattern
    ]
    height = 1 + max((row for kind in kinds for row, _, _ in kind.pattern), default=0)
    matrix = [[Fraction(0)] * len(columns) for _ in range(height)]
    for row, column, weight in entries:
        matrix[row][column] = weight
    return matrix


def _too_few(kinds: Sequence[Kind], most: int) -> Iterator[tuple[int, ...]]:
    """Every set of kinds with together fewer than `most` people, as places in rising order."""
    pending: list[tuple[tuple[int, ...], int]] = [((), 0)]
    while pending:
        taken, size = pending.pop(0)
        for place in range(taken[-1] + 1 if taken else 0, len(kinds)):
            if size + kinds[place].size < most:
                pending.append(((*taken, place), size + kinds[place].size))
                yield pending[-1][0]
