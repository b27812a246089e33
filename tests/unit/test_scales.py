import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.scales import (
    ALL_ELSEWHERE,
    NO_ITEMS,
    NOTHING_ANSWERED,
    ONLY_CANNOT_JUDGE,
    Score,
    scale_scores,
    score,
)
from ibreflect.model.questionnaire import Given, NonAnswer
from tests.unit.builders import LC, TA, questionnaire_with

NVT, UNJUDGED, ELSEWHERE = NonAnswer.NOT_APPLICABLE, NonAnswer.CANNOT_JUDGE, NonAnswer.ELSEWHERE
EIGHT = [f"LC{number}" for number in range(1, 9)]

numbers = st.lists(st.integers(1, 5), min_size=1, max_size=40)


def answers_of(*given_answers: Given | None) -> dict[str, Given]:
    """LC1, LC2, … with these answers; None leaves an item unanswered."""
    return {
        f"LC{number}": answer
        for number, answer in enumerate(given_answers, start=1)
        if answer is not None
    }


def value_of(values: list[int]) -> float:
    answers = answers_of(*values)
    value = score(list(answers), answers).value
    assert value is not None
    return value


def test_a_score_is_the_mean_of_the_numbers_with_their_sample_spread() -> None:
    # (1+2+4+5+3+3+4+2)/8 = 24/8 = 3; Σ(x-3)² = 4+1+1+4+0+0+1+1 = 12; s = √(12/7)
    figures = score(EIGHT, answers_of(1, 2, 4, 5, 3, 3, 4, 2))
    assert (figures.value, figures.n, figures.applicable, figures.reason) == (3, 8, 8, None)
    assert figures.sd == pytest.approx((12 / 7) ** 0.5, abs=1e-15)


def test_two_thirds_answered_is_enough() -> None:
    # 6 of 9 is exactly two thirds; 5 of 9 is not.
    nine = [*EIGHT, "LC9"]
    assert score(nine, answers_of(2, 3, 4, 2, 3, 4)).value == 3
    assert score(nine, answers_of(2, 3, 4, 2, 3)).value is None


def test_one_short_of_two_thirds_says_how_many_are_needed() -> None:
    assert score(EIGHT, answers_of(4, 4)) == Score(
        None, 2, 8, None, "2 van de 8 stellingen beantwoord; vanaf twee derde (6) is er een waarde"
    )


def test_work_of_another_and_not_applicable_are_no_gap() -> None:
    # 5 of 8 would be too few; with two that are not own work it is 5 of 6.
    figures = score(EIGHT, answers_of(4, 4, 4, 4, 5, NVT, ELSEWHERE))
    assert figures[:3] == (4.2, 5, 6)


def test_what_cannot_be_judged_stays_a_gap() -> None:
    figures = score(EIGHT, answers_of(4, 4, 4, 4, 5, UNJUDGED, UNJUDGED, UNJUDGED))
    assert figures[:3] == (None, 5, 8)


@pytest.mark.parametrize(
    ("given_answers", "reason"),
    [
        ((), NOTHING_ANSWERED),
        ((NVT,), NOTHING_ANSWERED),
        ((NVT, ELSEWHERE, NVT), ALL_ELSEWHERE),
        ((UNJUDGED, UNJUDGED, NVT), ONLY_CANNOT_JUDGE),
        ((UNJUDGED,), "0 van de 3 stellingen beantwoord; vanaf twee derde (2) is er een waarde"),
    ],
)
def test_each_way_to_have_no_value_has_its_own_reason(
    given_answers: tuple[Given, ...], reason: str
) -> None:
    figures = score(EIGHT[:3], answers_of(*given_answers))
    assert (figures.value, figures.sd, figures.reason) == (None, None, reason)


def test_no_items_is_a_reason_too() -> None:
    assert score([], {"LC1": 4}) == Score(None, 0, 0, None, NO_ITEMS)


def test_one_number_has_a_value_and_no_spread() -> None:
    assert score(["LC1"], {"LC1": 4}) == Score(4.0, 1, 1, None, None)


def test_scales_are_scored_by_their_own_items() -> None:
    questionnaire = questionnaire_with(
        {"learning": {"LC1": (LC,), "LC2": (LC,)}, "trends": {"TA1": (TA,)}}
    )
    scores = scale_scores(questionnaire, {"LC1": 2, "LC2": 3, "TA1": 5, "XX1": 1})
    assert {scale: figures.value for scale, figures in scores.items()} == {
        "learning": 2.5,
        "trends": 5,
    }


def test_scores_can_be_kept_to_some_items() -> None:
    questionnaire = questionnaire_with({"learning": {"LC1": (LC,), "LC2": (LC,)}})
    scores = scale_scores(questionnaire, {"LC1": 2, "LC2": 5}, only={"LC1"})
    assert scores["learning"][:3] == (2, 1, 1)


@given(numbers)
def test_a_value_lies_between_the_lowest_and_the_highest_answer(values: list[int]) -> None:
    assert min(values) <= value_of(values) <= max(values)


@given(st.lists(st.integers(1, 5), min_size=2, max_size=40))
def test_the_spread_is_the_sample_standard_deviation(values: list[int]) -> None:
    answers = answers_of(*values)
    assert score(list(answers), answers).sd == pytest.approx(statistics.stdev(values), abs=1e-12)


@given(numbers.flatmap(lambda values: st.tuples(st.just(values), st.permutations(values))))
def test_the_order_of_answers_does_not_matter(two_orders: tuple[list[int], list[int]]) -> None:
    one, other = (answers_of(*values) for values in two_orders)
    assert score(list(one), one) == score(list(reversed(other)), other)


@given(numbers, st.lists(st.sampled_from(list(NonAnswer)), max_size=10))
def test_a_non_answer_never_moves_a_mean(values: list[int], others: list[NonAnswer]) -> None:
    answers = answers_of(*values, *others)
    assert score(list(answers), answers).value in (value_of(values), None)


@given(numbers)
def test_mirroring_the_answers_mirrors_the_mean(values: list[int]) -> None:
    assert value_of([6 - value for value in values]) == pytest.approx(6 - value_of(values))
