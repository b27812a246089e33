"""How much of a preparation is open, and how long that takes; by hand beside each number."""

import pytest

from ibreflect.measure.preparation import HowFar, divided, how_far
from ibreflect.model.guide import Seat
from ibreflect.model.time import Moment
from tests.usecases import talks

GUIDE = talks.guide().guide
QUESTIONS = GUIDE.questions(Seat.PARTNER)
WEEK = {"tijd:preventief:nu": "60", "tijd:curatief:nu": "40"}


def test_of_an_empty_preparation_everything_is_open() -> None:
    """Two questions, five points and twice four parts: 120 + 40 + 80 = 240 s is 4 minutes."""
    far = how_far(QUESTIONS, GUIDE.themes, {})
    assert far == HowFar(2, 5, 2, 5, 8)
    assert far.minutes == 4


def test_a_theme_that_is_not_on_the_table_asks_nothing() -> None:
    """Two questions and the two points of the first theme: 120 + 16 = 136 s, so 3 minutes."""
    far = how_far(QUESTIONS, GUIDE.themes[:1], {})
    assert far == HowFar(2, 2, 2, 2, 0)
    assert far.minutes == 3


def test_a_text_of_spaces_is_no_answer() -> None:
    assert how_far(QUESTIONS, (), {"zicht": " \n"}).open_questions == 2
    assert how_far(QUESTIONS, (), {"zicht": "x"}).open_questions == 1


@pytest.mark.parametrize(
    ("filled", "left"),
    [
        ({}, 8),
        ({"tijd:preventief:nu": "0"}, 7),
        (WEEK, 4),
        (WEEK | {"tijd:curatief:nu": "39"}, 6),
        (WEEK | {"tijd:coordineren:nu": "5", "tijd:overig:nu": "5"}, 4),
    ],
)
def test_a_week_that_is_whole_leaves_nothing_open(filled: dict[str, str], left: int) -> None:
    """60 + 40 = 100, so the two empty parts are 0; 60 + 39 leaves two of four open."""
    assert how_far((), GUIDE.themes, filled).open_numbers == left


def test_nothing_open_takes_no_time_and_anything_takes_a_minute() -> None:
    assert HowFar(9, 9, 0, 0, 0).minutes == 0
    assert HowFar(0, 1, 0, 1, 0).minutes == 1
    assert HowFar(0, 8, 0, 8, 0).minutes == 2  # 64 s


def test_the_week_is_read_in_percents_for_one_moment() -> None:
    kept = WEEK | {"tijd:preventief:gewenst": "10"}
    assert divided(Moment.NOW, kept) == {"preventief": 60, "curatief": 40}
    assert divided(Moment.WISHED, kept) == {"preventief": 10}
