"""Of a group nothing is told unless enough gave a number, and never that all said the same."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.disclosure import (
    AT_LEAST,
    AT_MOST,
    TOO_FEW,
    choice_of_group,
    of_group,
    of_one,
    with_least,
)
from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.model.voice import Heard

UNSURE, NOT_HERE = NonAnswer.CANNOT_JUDGE, NonAnswer.NOT_APPLICABLE

ANSWERS = st.one_of(st.none(), st.sampled_from(NonAnswer), st.integers(1, 5))

Summary = Callable[..., Heard]


@pytest.mark.parametrize(
    ("answers", "value", "bound"),
    [
        ((2, 4, 5), 3.7, ""),  # 11 / 3 = 3.666…
        ((4, 4, 1, 1), 2.5, ""),  # 10 / 4
        ((5, 5, 5, 1, None), 4.0, ""),  # 16 / 4; who skipped it does not count
        ((4, 4, 4, 4), 4.0, ""),  # also reached by 3, 4, 4, 5
        # All at the end look like all but one step: (5·4 - 1) / 4 = 4.75, and 4.75 → 4.8.
        ((5, 5, 5, 5), 4.8, AT_LEAST),
        ((5, 5, 5, 4), 4.8, AT_LEAST),
        ((5, 5, 5, 3), 4.5, ""),
        ((1, 1, 1), 1.3, AT_MOST),  # (1·3 + 1) / 3 = 1.333…
        ((1, 2, 1), 1.3, AT_MOST),
        ((1, 3, 1), 1.7, ""),
    ],
)
def test_enough_numbers_give_a_mean(
    answers: tuple[Given | None, ...], value: float, bound: str
) -> None:
    heard = of_group(answers, floor=3)
    assert (heard.value, heard.bound) == (value, bound)
    assert (heard.reason, heard.common) == (None, None)
    assert not heard.is_divided


@pytest.mark.parametrize(
    ("answers", "unity", "ends", "counts"),
    [
        # Four people: the mean alone.
        ((1, 2, 4, 5), None, (None, None), None),
        # Mean 3; (2 + 1 + 0 + 1 + 2) / 5 = 1.2 > 0.83. Four of five differ from any one answer.
        ((1, 2, 3, 4, 5), "verdeeld", (1, 5), (1, 1, 1, 1, 1)),
        # Mean 3.4; (1.4 + 0.4 + 0.4 + 0.6 + 1.6) / 5 = 0.88. 5 - 2 = 3 differ.
        ((2, 3, 3, 4, 5), "verdeeld", (2, 5), (0, 1, 2, 1, 1)),
        # Mean 3.2; 4 · 0.2 + 0.8 = 1.6, / 5 = 0.32. One differs: no counts.
        ((3, 3, 3, 3, 4), "eensgezind", (3, 4), None),
        # Mean 2.8; (0.8 · 2 + 0.2 · 2 + 1.2) / 5 = 0.64. 5 - 2 = 3 differ.
        ((2, 2, 3, 3, 4), "eensgezind", (2, 4), (0, 2, 2, 1, 0)),
        # All the same: a step wider on both sides, as far as there is one.
        ((4, 4, 4, 4, 4), "eensgezind", (3, 5), None),
        ((5, 5, 5, 5, 5, 5), "eensgezind", (4, 5), None),
        ((1, 1, 1, 1, 1), "eensgezind", (1, 2), None),
    ],
)
def test_five_numbers_tell_how_they_lie(
    answers: tuple[int, ...],
    unity: str | None,
    ends: tuple[int | None, int | None],
    counts: tuple[int, ...] | None,
) -> None:
    heard = of_group(answers, floor=3)
    assert (heard.unity, (heard.low, heard.high), heard.counts) == (unity, ends, counts)


@pytest.mark.parametrize(
    ("answers", "common"),
    [
        ((2, 2, 3), 2),  # two of three is more than half
        ((2, 2, 3, 3), None),  # two of four is not
        ((1, 1, 1), 1),  # as two of three, so it does not tell that all three did
        ((1, 2, 3), None),
        ((2, 2, 3, UNSURE, None), 2),  # of those who chose
    ],
)
def test_a_choice_is_what_more_than_half_gave(
    answers: tuple[Given | None, ...], common: int | None
) -> None:
    heard = choice_of_group(answers, floor=3)
    assert (heard.common, heard.value, heard.counts) == (common, None, None)
    assert heard.is_divided == (common is None)


MOST_CANNOT = [(UNSURE, UNSURE, UNSURE, 4, 4), (UNSURE, UNSURE, UNSURE, None, None)]
ENOUGH_CAN = [
    (UNSURE, UNSURE, 4, 4),
    (NOT_HERE, NOT_HERE, NOT_HERE, 4, 4),
    (UNSURE, UNSURE),  # too few to say even that
]


@pytest.mark.parametrize("summary", [of_group, choice_of_group])
def test_work_that_more_than_half_cannot_judge_is_unseen(summary: Summary) -> None:
    assert all(summary(answers, floor=3).unseen for answers in MOST_CANNOT)
    assert not any(summary(answers, floor=3).unseen for answers in ENOUGH_CAN)


@pytest.mark.parametrize("summary", [of_group, choice_of_group])
@given(answers=st.lists(ANSWERS, max_size=30), floor=st.integers(3, 8))
def test_fewer_numbers_than_the_floor_tell_nothing_else(
    summary: Summary, answers: list[Given | None], floor: int
) -> None:
    heard = summary(answers, floor=floor)
    numbers = sum(isinstance(each, int) for each in answers)
    if numbers >= floor:
        assert heard.n == numbers
        return
    # The same for nobody, for one and for two, whatever they said: nothing to subtract from.
    assert heard == summary([], floor=floor)._replace(unseen=heard.unseen)
    assert heard.reason == TOO_FEW


@pytest.mark.parametrize("summary", [of_group, choice_of_group])
@given(answers=st.lists(ANSWERS, max_size=12))
def test_the_order_of_people_says_nothing(summary: Summary, answers: list[Given | None]) -> None:
    assert summary(answers, floor=3) == summary(answers[::-1], floor=3)


@pytest.mark.parametrize("floor", [3, 4, 5])
@pytest.mark.parametrize("summary", [of_group, choice_of_group])
def test_nothing_that_is_told_can_only_come_from_equal_answers(
    summary: Summary, floor: int
) -> None:
    """Every way in which 3-8 people can answer: what one answer by all gives, others give too."""
    possible: list[Given | None] = [1, 2, 3, 4, 5, UNSURE, NOT_HERE, None]
    for people in range(3, 9):
        given_by: dict[Heard, list[Sequence[Given | None]]] = defaultdict(list)
        for answers in combinations_with_replacement(possible, people):
            given_by[summary(answers, floor=floor)].append(answers)
        assert not [
            heard
            for heard, ways in given_by.items()
            if all(len(set(answers)) == 1 for answers in ways)
        ]


@pytest.mark.parametrize(
    ("people", "floor", "least"),
    # Whether there are five can be seen from the lowest and highest; more is not told.
    [(2, 3, 0), (3, 3, 3), (4, 3, 3), (5, 3, 5), (12, 3, 5), (6, 6, 6), (7, 6, 6)],
)
def test_of_groups_together_it_is_not_told_how_many_gave_a_number(
    people: int, floor: int, least: int
) -> None:
    answers = [1 + number % 5 for number in range(people)]
    heard = of_group(answers, floor=floor)
    assert with_least(heard, floor) == heard._replace(n=least, counts=None)


def test_a_named_person_is_heard_as_they_answered() -> None:
    assert of_one(4) == Heard(4.0, 1, 4, None)
    assert of_one(None).reason == "niet beantwoord"
    assert of_one(UNSURE).reason == "kan ik niet beoordelen"
