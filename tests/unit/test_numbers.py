"""Numbers are written as people in the Netherlands write them."""

import math

import pytest

from ibreflect.model.numbers import DASH, one_decimal, two_decimals


@pytest.mark.parametrize(
    ("value", "written"),
    [(3.25, "3,3"), (3.249, "3,2"), (-3.25, "-3,3"), (1234.5, "1234,5"), (math.nan, DASH)],
)
def test_a_half_is_rounded_up(value: float, written: str) -> None:
    assert one_decimal(value) == written


def test_nothing_has_no_sign_whatever_was_written_before() -> None:
    assert [one_decimal(each) for each in (-0.0, 0.0, -0.0)] == ["0,0"] * 3
    assert [two_decimals(each) for each in (0.0, -0.0)] == ["0,00"] * 2
