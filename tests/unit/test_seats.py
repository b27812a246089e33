"""What two people answered apart, side by side."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure import seats
from ibreflect.measure.seats import Compared, TimeSeen
from ibreflect.model.guide import Guide, Point
from ibreflect.model.time import WORK, Moment
from tests.usecases import talks

GUIDE: Guide = talks.guide().guide
ROLES, MANDATE, _ = GUIDE.themes
POINT: Point = ROLES.points[0]
WORDS = GUIDE.scales["klopt"].words
STEPS = st.none() | st.integers(1, 5)


def _compared(owner: int | None, partner: int | None, apart: int = 2) -> Compared:
    return Compared(POINT, WORDS, apart, owner, partner)


# |owner - partner| against the steps from which two answers differ, by hand:
# 3-3=0, 4-3=1, 5-3=2, 1-5=4; with one of them missing there is nothing to compare.
@pytest.mark.parametrize(
    ("owner", "partner", "apart", "steps", "differs"),
    [
        (3, 3, 2, 0, False),
        (4, 3, 2, 1, False),
        (3, 4, 1, 1, True),
        (5, 3, 2, 2, True),
        (1, 5, 2, 4, True),
        (1, 5, 5, 4, False),
        (None, 5, 1, 0, False),
        (5, None, 1, 0, False),
        (None, None, 1, 0, False),
    ],
)
def test_two_answers_differ_from_so_many_steps_on(
    owner: int | None, partner: int | None, apart: int, steps: int, *, differs: bool
) -> None:
    found = _compared(owner, partner, apart)
    assert (found.steps, found.differs) == (steps, differs)
    assert found.is_whole == (owner is not None and partner is not None)


def test_what_differs_goes_first_then_what_both_answered_then_what_one_did() -> None:
    """By hand: m2 differs by 3, m1 by 1 (a step is enough there); mx only one of them answered."""
    found = seats.compared(GUIDE, MANDATE, {"m1": 3, "m2": 1, "mx": 5}, {"m1": 4, "m2": 4})
    assert [(each.point.id, each.steps) for each in found] == [("m2", 3), ("m1", 1), ("mx", 0)]
    assert [each.words[0] for each in found] == ["niets"] * 3


def test_equals_stand_in_the_order_of_the_guide_and_what_nobody_answered_is_left_out() -> None:
    both = {"m1": 2, "mx": 2}
    found = seats.compared(GUIDE, MANDATE, both, both)
    assert [each.point.id for each in found] == ["m1", "mx"]
    assert seats.compared(GUIDE, MANDATE, {}, {}) == ()


def test_an_answer_to_another_theme_is_not_shown_here() -> None:
    assert [each.point.id for each in seats.compared(GUIDE, ROLES, {"m1": 1, "r2": 1}, {})] == [
        "r2"
    ]


ANSWERS = st.dictionaries(
    st.sampled_from([point.id for point in MANDATE.points]), st.integers(1, 5)
)


@given(owner=ANSWERS, partner=ANSWERS)
def test_the_order_is_whole_and_stable(owner: dict[str, int], partner: dict[str, int]) -> None:
    found = seats.compared(GUIDE, MANDATE, owner, partner)
    ids = [each.point.id for each in found]
    assert sorted(ids) == sorted({*owner, *partner})
    in_guide = [point.id for point in MANDATE.points]
    for first, second in itertools.pairwise(found):
        rank = _rank(first), _rank(second)
        assert rank[0] <= rank[1]
        if rank[0] == rank[1]:
            assert in_guide.index(first.point.id) < in_guide.index(second.point.id)


def _rank(each: Compared) -> tuple[int, int]:
    """Differing 0, both answered 1, one answered 2; then the widest first."""
    both = each.owner is not None and each.partner is not None
    wide = abs((each.owner or 0) - (each.partner or 0)) if both else 0
    if both and wide >= each.apart:
        return 0, -wide
    return (1, -wide) if both else (2, 0)


@given(owner=ANSWERS, partner=ANSWERS)
def test_changing_seats_changes_nothing_but_the_sides(
    owner: dict[str, int], partner: dict[str, int]
) -> None:
    there = seats.compared(GUIDE, MANDATE, owner, partner)
    back = seats.compared(GUIDE, MANDATE, partner, owner)
    assert [each._replace(owner=each.partner, partner=each.owner) for each in back] == list(there)
    assert seats.about(back) == seats.about(there)


# One day of five is 20 %: 40-21=19 does not differ, 40-20 does.
@pytest.mark.parametrize(
    ("owner", "partner", "differs"),
    [(40, 21, False), (40, 20, True), (20, 40, True), (40, None, False), (None, 40, False)],
)
def test_the_time_differs_from_a_day_of_the_week_on(
    owner: int | None, partner: int | None, *, differs: bool
) -> None:
    assert TimeSeen("x", "X", Moment.NOW, owner, partner).differs is differs


def test_the_time_is_laid_side_by_side_first_as_it_is_then_as_it_is_wished() -> None:
    first, second = (part.part_id for part in WORK.parts[:2])
    owner = {(second, Moment.WISHED): 30, (first, Moment.NOW): 50}
    partner = {(second, Moment.NOW): 10, (first, Moment.NOW): 20}
    found = seats.time_seen(owner, partner)
    assert [(each.part_id, each.moment, each.owner, each.partner) for each in found] == [
        (first, Moment.NOW, 50, 20),
        (second, Moment.NOW, None, 10),
        (second, Moment.WISHED, 30, None),
    ]


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        ([], "nog geen punt"),
        ([(1, None), (None, 5)], "nog geen punt"),
        ([(3, 3), (3, 4)], "dicht bij elkaar"),
        ([(1, 5)], "Op het punt waarop jullie allebei antwoordden"),
        ([(1, 5), (3, 3)], "Op 1 van de 2 punten"),
        ([(1, 5), (5, 2), (3, 4), (None, 5)], "Op 2 van de 3 punten"),
    ],
)
def test_the_sentence_counts_what_both_answered(
    pairs: list[tuple[int | None, int | None]], says: str
) -> None:
    assert says in seats.about([_compared(*pair) for pair in pairs])
