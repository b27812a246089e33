"""The adversary's own sums, against examples worked out by hand and against trying everything."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, pairwise, permutations
from statistics import mean, pvariance

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibreflect.measure import disclosure
from ibreflect.measure.raters import Unity, unity
from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.model.voice import Heard
from tests.adversary import intervals, multisets, planted_figures, rank, texts
from tests.adversary.intervals import Said
from tests.adversary.published import Row, Told, Who, say, sum_of

ITEM = "KC1"
CANNOT, NOT = NonAnswer.CANNOT_JUDGE, NonAnswer.NOT_APPLICABLE


def people(names: str, need: int = 3) -> tuple[Who, ...]:
    return tuple(Who(name, need) for name in names)


def total(names: str) -> Row:
    return sum_of(ITEM, dict.fromkeys(people(names), Fraction(1)))


def exposed(*rows: Row) -> list[str]:
    return ["".join(who.name for who in found) for _, found in rank.worked_out(rows)]


def matrix(*rows: Sequence[int]) -> list[list[Fraction]]:
    return [[Fraction(value) for value in row] for row in rows]


def cell(names: str, heard: Heard, known: tuple[int, ...] = ()) -> Told:
    who = people(names)
    return Told(ITEM, who, who, known, heard, None, 3, chooses=False, top=5)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (matrix((0, 0)), 0),
        (matrix((1, 2), (2, 4)), 1),
        (matrix((1, 1, 0), (0, 1, 1), (1, 2, 1)), 2),  # the third is the sum of the others
        (matrix((2, 1, 0), (0, 3, 1), (1, 0, 7)), 3),  # determinant 2·21 - 1·(0 - 1) = 43
        ([[Fraction(1, 3), Fraction(1, 7)], [Fraction(7), Fraction(3)]], 1),  # 1/3 : 1/7 = 7 : 3
    ],
)
def test_rank(rows: list[list[Fraction]], found: int) -> None:
    assert rank.rank(rows) == found


def test_groups_apart_expose_nobody() -> None:
    assert exposed(total("abc"), total("defg")) == []


def test_a_total_less_a_group_is_the_rest() -> None:
    assert exposed(total("abc"), total("abcde")) == ["de"]
    assert exposed(total("abc"), total("abcdef")) == []


def test_one_who_weighs_more_is_not_exposed_by_that() -> None:
    more = sum_of(ITEM, dict.fromkeys(people("d"), Fraction(2)))
    assert exposed({**total("abc"), **more}) == []


def test_a_chain_of_totals_is_followed() -> None:
    """abcdefg - abcd = efg, and efgh - efg = h."""
    assert exposed(total("abcd"), total("abcdefg"), total("efgh")) == ["h"]


def test_means_of_two_statements_and_of_both_together() -> None:
    """d skipped the second: ½(a1+a2) + … + d1 less half of each leaves ½·d1."""
    first, second = total("abcd"), sum_of("KC2", dict.fromkeys(people("abc"), Fraction(1)))
    both: dict[tuple[Who, tuple[str, int]], Fraction] = {}
    for item_id in (ITEM, "KC2"):
        both |= sum_of(item_id, dict.fromkeys(people("abc"), Fraction(1, 2)))
    both |= sum_of(ITEM, dict.fromkeys(people("d"), Fraction(1)))
    assert exposed(first, second) == []
    assert exposed(first, second, both) == ["d"]


@settings(max_examples=40)
@given(
    sizes=st.lists(st.integers(1, 3), min_size=1, max_size=4),
    weights=st.lists(st.lists(st.integers(-1, 2), min_size=4, max_size=4), min_size=1, max_size=4),
)
def test_whole_kinds_are_enough(sizes: list[int], weights: list[list[int]]) -> None:
    """Taking away every set of people finds the same as taking away whole kinds of people.

    And a reader who knows their own column learns about one person fewer at most.
    """
    columns = [kind for kind, size in enumerate(sizes) for _ in range(size)]
    whole = matrix(*([row[kind] for kind in columns] for row in weights))
    smallest = _fewest(whole)
    kinds = tuple(
        rank.Kind(
            frozenset((place, 0, Fraction(row[kind])) for place, row in enumerate(weights)),
            size,
            99,
        )
        for kind, size in enumerate(sizes)
    )
    found = [
        sum(sizes[kind] for kind in taken)
        for taken in rank._too_few(kinds, 99)
        if rank.rank(rank._matrix(kinds, taken)) < rank.rank(rank._matrix(kinds, ()))
    ]
    assert min(found, default=None) == smallest
    for reader in range(len(columns)):
        others = _fewest([[*row[:reader], *row[reader + 1 :]] for row in whole])
        assert others is None or (smallest is not None and others >= smallest - 1)


def _fewest(whole: list[list[Fraction]]) -> int | None:
    """The fewest columns that a vector in the row space can be about, by trying all."""
    width = len(whole[0])
    for size in range(1, width + 1):
        for taken in combinations(range(width), size):
            left = [[row[place] for place in range(width) if place not in taken] for row in whole]
            if rank.rank(left) < rank.rank(whole):
                return size
    return None


@pytest.mark.parametrize(
    ("said", "size", "one", "two"),
    [
        # 5.0 of three: 14.85 ≤ S ≤ 15.15, so each 15 - 10 - 0.15 at least.
        (Said((0,), (14.85, 15.15), 1, 5, None), 3, (4.85, 5), (9.85, 10)),
        # At least 4.7 of three: 13.95 ≤ S ≤ 15.
        (Said((0,), (13.95, 15), 1, 5, None), 3, (3.95, 5), (8.95, 10)),
        (Said((0,), (8.85, 9.15), 1, 5, None), 3, (1, 5), (3.85, 8.15)),
        (Said((0,), (19.75, 20.25), 3, 5, None), 5, (3, 5), (6, 10)),
        (Said((0,), (22.75, 23.25), 1, 5, (1, 0, 1, 1, 2)), 5, (1, 5), (4, 10)),
    ],
)
def test_bounds(said: Said, size: int, one: tuple[float, float], two: tuple[float, float]) -> None:
    assert intervals.bounds(said, size, 1) == pytest.approx(one)
    assert intervals.bounds(said, size, 2) == pytest.approx(two)


@settings(max_examples=40)
@given(st.lists(st.integers(1, 5), min_size=3, max_size=9), st.integers(1, 2))
def test_linear_programming_confirms_the_bounds(numbers: list[int], together: int) -> None:
    heard = disclosure.of_group(numbers, floor=3)
    (said,) = [
        intervals._said(told, [(id(told),)]) for told in [cell("abcdefghi"[: len(numbers)], heard)]
    ]
    programmed = intervals.programmed((said,), (len(numbers),), 0, together)
    assert programmed == pytest.approx(intervals.bounds(said, len(numbers), together), abs=1e-6)


def test_where_cells_overlap_the_one_outside_is_bounded_by_both() -> None:
    """Three give 12 ± 0.15; four 16.8 ± 0.2: the fourth 16.6 - 12.15 = 4.45 at least, 5 at most."""
    three = cell("abc", Heard(4.0, 3, None, None))
    four = cell("abcd", Heard(4.2, 4, None, None))
    kinds = intervals._kinds([three, four])
    said = [intervals._said(each, list(kinds)) for each in (three, four)]
    outside = list(kinds).index((id(four),))
    assert intervals.programmed(said, (3, 1), outside, 1) == pytest.approx((4.45, 5.0))
    assert intervals.known([three, four])
    assert not intervals.known([three])


def test_what_the_schoolleider_gave_is_taken_off() -> None:
    """4.0 of three is 12 ± 0.15; without a known 2 the two others gave 10, so 5 and 5."""
    mixed = cell("ab", Heard(4.0, 3, None, None), known=(2,))
    assert intervals._said(mixed, [(id(mixed),)]).total == pytest.approx((9.85, 10.15))
    assert intervals.known([mixed])


def test_which_answers_give_the_same() -> None:
    """2, 3 and 4 lie 2/3 from their mean of 3 on average, within 5/6; 1, 3 and 5 lie 4/3."""

    def mean_and_unity(
        given: Sequence[Given | None],
        floor: int,
        chooses: bool,  # noqa: FBT001
    ) -> tuple[Heard, None]:
        numbers = [each for each in given if isinstance(each, int)]
        if not numbers:
            return Heard(None, 0, None, ""), None
        return Heard(mean(numbers), 3, None, None, unity=unity(numbers)), None

    possible = multisets.possible(mean_and_unity, 3, 3, (False, 5))
    published = Heard(3, 0, None, None, unity=Unity.UNITED)
    assert possible[3, (published, None)] == {(3, 3, 3), (2, 3, 4)}


@pytest.mark.parametrize(
    ("answers", "known"),
    [
        ({(4, 4, 4)}, True),
        ({(4, 4, 4), (3, 4, 5)}, False),
        ({(4, 4, 4), (5, 5, 5)}, True),
        ({(4,), (5,)}, False),
        ({(4,)}, True),
        ({(CANNOT, CANNOT)}, True),
        ({(CANNOT, CANNOT), (CANNOT, NOT)}, False),
        ({(NOT, NOT)}, False),
    ],
)
def test_when_possible_answers_tell(answers: set[tuple[int, ...]], *, known: bool) -> None:
    assert multisets.are_known(answers) is known


@given(st.integers(9, 14), st.integers(1, 5))
def test_many_who_agree_have_a_twin_unless_the_end_is_open(n: int, value: int) -> None:
    names = "abcdefghijklmn"[:n]
    open_ended = planted_figures.figure_maker("", planted_figures.open_ended)
    heard = disclosure.of_group([value] * n, floor=3)
    assert not multisets.alike([cell(names, heard)], say)
    exact, _ = planted_figures.open_ended(heard, [value] * n)
    assert bool(multisets.alike([cell(names, exact)], open_ended.say)) is (value in {1, 5})


def test_order_is_measured_against_all_orders_of_seven() -> None:
    every = list(permutations(range(7)))
    followed = [sum(next_ == one + 1 for one, next_ in pairwise(each)) for each in every]
    assert mean(followed) == pytest.approx(6 / 7)
    assert pvariance(followed) == pytest.approx(texts._NEIGHBOURS_VARIANCE)
    against_arrival = [texts.spearman(each, range(7)) for each in every]
    assert mean(against_arrival) == pytest.approx(0)
    assert pvariance(against_arrival) == pytest.approx(1 / 6)
    assert texts.spearman(range(7), range(7)) == 1
