"""Of a group nothing is told unless enough gave a number; of a named person everything is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.disclosure import FLOOR, Heard, of_group, of_one
from ibreflect.model.questionnaire import Given, NonAnswer

ANSWERS = st.one_of(st.none(), st.sampled_from(NonAnswer), st.integers(1, 5))


def test_the_floor_is_three() -> None:
    assert FLOOR == 3


@pytest.mark.parametrize(
    ("answers", "value", "common"),
    [
        ((2, 4, 5), 3.7, None),  # 11 / 3 = 3.666…; three different answers: divided
        ((4, 4, 1), 3.0, 4),  # 9 / 3; two of three is more than half
        ((4, 4, 1, 1), 2.5, None),  # 10 / 4; two of four is not more than half
        ((5, 5, 5, 1, None), 4.0, 5),  # 16 / 4; who skipped it does not count
    ],
)
def test_enough_numbers_give_a_mean(
    answers: tuple[Given | None, ...], value: float, common: int | None
) -> None:
    heard = of_group(answers)
    assert (heard.value, heard.common) == (value, common)
    assert heard.reason is None


@given(st.lists(ANSWERS, max_size=40))
def test_fewer_numbers_than_the_floor_tell_nothing_at_all(answers: list[Given | None]) -> None:
    numbers = [each for each in answers if isinstance(each, int)]
    heard = of_group(answers)
    if len(numbers) >= FLOOR:
        assert heard.n == len(numbers)
        return
    # The same for nobody, for one and for two, whatever they said: nothing to subtract from.
    assert heard == of_group([])


@given(st.lists(ANSWERS, max_size=12))
def test_the_order_of_people_says_nothing(answers: list[Given | None]) -> None:
    assert of_group(answers) == of_group(answers[::-1])


def test_a_named_person_is_heard_as_they_answered() -> None:
    assert of_one(4) == Heard(4.0, 1, 4, None)
    assert of_one(None).reason == "niet beantwoord"
    assert of_one(NonAnswer.CANNOT_JUDGE).reason == "kan ik niet beoordelen"
