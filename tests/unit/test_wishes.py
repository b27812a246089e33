"""The direction of wishes, worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.wishes import (
    NO_NUMBERS,
    NO_WISHES,
    Leaning,
    MeanWish,
    leaning,
    mean_wish,
    step,
)
from ibreflect.model.questionnaire import Given, NonAnswer
from tests.unit.builders import questionnaire_with

ITEMS = questionnaire_with({"vragen": {f"CF{number}": () for number in range(1, 13)}}).items

wishes = st.lists(st.integers(1, 3), min_size=1, max_size=12)


def of(*wished: int | None, now: Given = 3, items: int | None = None) -> MeanWish:
    """The direction when each of the first items has this answer now and these wishes."""
    count = items or len(wished)
    answers: dict[str, Given] = {item.id: now for item in ITEMS[:count]}
    beside = zip(ITEMS, wished, strict=False)
    answers |= {item.wish_id: wish for item, wish in beside if wish is not None}
    return mean_wish(ITEMS[:count], answers)


def test_the_direction_is_the_mean_distance_from_keeping_it_so() -> None:
    # (3-2) + (3-2) + (2-2) + (1-2) + (3-2) = 2; 2 / 5 = 0.4.
    assert of(3, 3, 2, 1, 3) == MeanWish(0.4, 5, 5, 1, None)


@pytest.mark.parametrize(("wished", "value"), [(1, -1.0), (2, 0.0), (3, 1.0)])
def test_one_wish_everywhere_is_that_wish(wished: int, value: float) -> None:
    assert of(*[wished] * 6).value == value


def test_two_thirds_of_the_numbers_with_a_wish_is_enough() -> None:
    # 4 of 6 is exactly two thirds: (1 + 1 + 0 + 0) / 4 = 0.5; 3 of 6 is not enough.
    assert of(3, 3, 2, 2, None, None) == MeanWish(0.5, 4, 6, 2, None)
    assert of(3, 3, 2, None, None, None) == MeanWish(
        None, 3, 6, 1, "3 van de 6 stellingen met een wens; vanaf twee derde (4) is er een beeld"
    )


def test_a_wish_beside_an_item_without_a_number_does_not_count() -> None:
    # CF1 to CF3 have a number and wish 3, 2, 2: 1 / 3. The wishes beside the others stay out.
    answers: dict[str, Given] = {"CF1": 4, "CF2": 2, "CF3": 5, "CF4": NonAnswer.ELSEWHERE}
    for item, wish in zip(ITEMS[:5], (3, 2, 2, 1, 1), strict=True):
        answers[item.wish_id] = wish
    assert mean_wish(ITEMS[:5], answers) == MeanWish(1 / 3, 3, 3, 2, None)


def test_why_there_is_no_direction() -> None:
    assert of(None, None, None) == MeanWish(None, 0, 3, 0, NO_WISHES)
    assert of(3, 3, now=NonAnswer.NOT_APPLICABLE) == MeanWish(None, 0, 0, 0, NO_NUMBERS)
    assert mean_wish([], {}) == MeanWish(None, 0, 0, 0, NO_NUMBERS)


@pytest.mark.parametrize(
    ("wished", "steps", "kind"),
    [
        ((2, 2, 2, 2), 0, Leaning.SAME),
        # 1/5 = 0.20 is below a quarter; four of five stay as they are.
        ((3, 2, 2, 2, 2), 0, Leaning.MOSTLY_SAME),
        # 1/4 is a quarter.
        ((3, 2, 2, 2), 1, Leaning.PARTLY_MORE),
        # 2/4 is a half and not more than that; 3/5 = 0.60 is more.
        ((3, 3, 2, 2), 1, Leaning.PARTLY_MORE),
        ((3, 3, 3, 2, 2), 2, Leaning.MOSTLY_MORE),
        ((1, 1, 2, 2), -1, Leaning.PARTLY_LESS),
        ((1, 1, 1, 1), -2, Leaning.MOSTLY_LESS),
        # Up and down in balance: the mean is 0 and yet little stays as it is.
        ((1, 1, 3, 3), 0, Leaning.MIXED),
        ((1, 2, 2, 3), 0, Leaning.MIXED),
        ((1, 2, 2, 2, 3), 0, Leaning.MOSTLY_SAME),
    ],
)
def test_a_direction_in_steps_and_what_it_comes_down_to(
    wished: tuple[int, ...], steps: int, kind: Leaning
) -> None:
    figures = of(*wished)
    assert (step(figures), leaning(figures)) == (steps, kind)


def test_without_a_direction_there_is_no_step_and_no_leaning() -> None:
    assert (step(of(None, None)), leaning(of(None, None))) == (0, None)


@given(wishes)
def test_the_direction_lies_between_less_and_more(wished: list[int]) -> None:
    value = of(*wished).value
    assert value is not None
    assert -1 <= value <= 1


@given(wishes)
def test_wishing_the_opposite_points_the_opposite_way(wished: list[int]) -> None:
    figures, opposite = of(*wished), of(*[4 - wish for wish in wished])
    assert figures.value == -(opposite.value or 0)
    assert step(figures) == -step(opposite)


@given(wishes)
def test_most_items_means_more_than_half_of_them(wished: list[int]) -> None:
    if leaning(of(*wished)) is Leaning.MOSTLY_MORE:
        assert wished.count(3) * 2 > len(wished)
    if leaning(of(*wished)) is Leaning.MIXED:
        assert {1, 3} <= set(wished)
