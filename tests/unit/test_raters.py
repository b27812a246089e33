"""How sure values are; every expected number is published or worked out by hand."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.growth import Noise, Verdict, needed_change
from ibreflect.measure.raters import (
    T_95,
    Unity,
    Voiced,
    average_deviation,
    band,
    difference,
    differs,
    error,
    needed_difference,
    trust,
    trust_assumption,
    trust_words,
    unity,
)

people = st.integers(1, 40)
voices = st.builds(Voiced, st.floats(1, 5), people, st.integers(1, 12))
noises = st.builds(Noise, st.floats(0.01, 2), st.floats(0, 0.99))
answers = st.lists(st.integers(1, 5), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("values", "deviation"),
    [
        ([4], 0),
        ([3, 3, 3], 0),
        ([4, 4, 3], 4 / 9),  # mean 11/3; 1/3 + 1/3 + 2/3 = 4/3, over 3
        ([2, 3, 4], 2 / 3),  # mean 3; 1 + 0 + 1, over 3
        ([3, 3, 5], 8 / 9),  # mean 11/3; 2/3 + 2/3 + 4/3 = 8/3, over 3
        ([1, 2, 4, 5], 1.5),  # mean 3; 2 + 1 + 1 + 2, over 4
        ([1, 5], 2),  # as far apart as the scale allows
    ],
)
def test_average_deviation_is_the_mean_distance_to_the_mean(
    values: list[float], deviation: float
) -> None:
    assert average_deviation(values) == pytest.approx(deviation)


@given(answers)
def test_average_deviation_does_not_depend_on_who_said_what_or_on_the_end_of_the_scale(
    values: list[int],
) -> None:
    deviation = average_deviation(values)
    assert 0 <= deviation <= 2
    assert average_deviation(values[::-1]) == pytest.approx(deviation)
    assert average_deviation([6 - value for value in values]) == pytest.approx(deviation)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        # c/6 = 5/6 = .833: what three people can come to jumps from .667 to .889.
        ([2, 3, 4], Unity.UNITED),
        ([3, 3, 5], Unity.DIVIDED),
        # Exactly 5/6: mean 2.5 with (2.5 + 5·.5)/6, and mean 17/6 with (13/6 + 2/6 + 15/6)/6.
        ([5, 2, 2, 2, 2, 2], Unity.UNITED),
        ([5, 3, 3, 2, 2, 2], Unity.UNITED),
        # Mean 10/3 with (6·4/3 + 21·1/3 + 9·5/3)/36 = 30/36; in floating point a little more.
        ([2] * 6 + [3] * 21 + [5] * 9, Unity.UNITED),
        # Six people a step further: mean 3 with (2 + 2·1 + 2·1 + 0)/6 = 1.
        ([5, 4, 3, 2, 2, 2], Unity.DIVIDED),
        ([4, 4, 4, 4], Unity.UNITED),
        ([1, 1, 5, 5], Unity.DIVIDED),
    ],
)
def test_a_group_is_united_up_to_a_sixth_of_the_options(values: list[float], found: Unity) -> None:
    assert unity(values) is found


@pytest.mark.parametrize(
    ("n", "expected"),
    # .37 (Conway & Huffcutt, 1997): 1.11/1.74, 1.48/2.11, 1.85/2.48, 2.96/3.59.
    [(1, 0.37), (3, 0.64), (4, 0.70), (5, 0.75), (8, 0.82)],
)
def test_trust_follows_spearman_and_brown(n: int, expected: float) -> None:
    assert trust(n) == pytest.approx(expected, abs=0.005)


def test_doubling_a_test_of_half_is_two_thirds() -> None:
    # Split halves that correlate .50: 2·.50/(1 + .50).
    assert trust(2, single=0.5) == pytest.approx(2 / 3)


@given(people, st.floats(0.01, 0.99))
def test_more_people_are_always_more_to_lean_on(n: int, single: float) -> None:
    assert single <= trust(n, single) < trust(n + 1, single) < 1


@pytest.mark.parametrize(
    ("n", "hold"),
    # In two decimals: .64, .70, .75, .78, .80 (2.59/3.22 = .804).
    [
        (3, "voorzichtig lezen"),
        (4, "voorzichtig lezen"),
        (5, "redelijk houvast"),
        (6, "redelijk houvast"),
        (7, "goed houvast"),
        (20, "goed houvast"),
    ],
)
def test_trust_is_told_in_three_levels(n: int, hold: str) -> None:
    assert f" mensen: {hold}, want met " in trust_words(n)


def test_trust_is_told_with_the_number_of_people() -> None:
    assert trust_words(4) == (
        "Een gemiddelde van vier mensen: voorzichtig lezen, want met vier anderen kan er een ander "
        "beeld uitkomen."
    )


def test_the_assumption_behind_trust_is_told_with_its_number() -> None:
    assert "betrouwbaarheid van 0,37" in trust_assumption()
    assert "bij ib'ers is het niet gemeten" in trust_assumption()


@pytest.mark.parametrize(
    ("voiced", "expected"),
    [
        # One person: .60·√.20 = .2683 over eight statements; of m statements √(8/m) times that.
        (Voiced(3, 1, 8), 0.2683),
        (Voiced(3, 1, 2), 0.5367),  # √4 = 2 times
        (Voiced(3, 1, 1), 0.7589),  # √8 = 2.8284 times
        # A group: .70/√n on one statement, .60/√n on a scale.
        (Voiced(3, 4, 1), 0.35),
        (Voiced(3, 4, 2), 0.30),
        (Voiced(3, 9, 8), 0.20),
    ],
)
def test_error_follows_from_people_and_statements(voiced: Voiced, expected: float) -> None:
    assert error(voiced, Noise()) == pytest.approx(expected, abs=5e-5)


@given(st.floats(1, 5), st.floats(1, 5), st.integers(2, 40), st.integers(1, 12), noises)
def test_the_error_of_a_group_tells_nothing_of_what_it_answered(
    value: float, another: float, n: int, statements: int, noise: Noise
) -> None:
    assert error(Voiced(value, n, statements), noise) == error(
        Voiced(another, n, statements), noise
    )


@pytest.mark.parametrize(
    ("n", "half"),
    [
        (4, 1.11),  # t(3) = 3.182: 3.182·.70/2
        (8, 0.59),  # t(7) = 2.365: 2.365·.70/2.8284
    ],
)
def test_band_of_a_group_follows_student(n: int, half: float) -> None:
    assert band(Voiced(3, n, 1), Noise()) == pytest.approx((3 - half, 3 + half), abs=0.005)


def test_band_of_one_person_is_1_96_errors_to_both_sides() -> None:
    # 1.96·.2683 = .5259
    assert band(Voiced(3, 1, 8), Noise()) == pytest.approx((2.4741, 3.5259), abs=5e-5)


def test_a_band_stays_on_the_scale() -> None:
    assert band(Voiced(1.2, 3, 1), Noise())[0] == 1
    assert band(Voiced(4.9, 3, 1), Noise())[1] == 5


def _within(t: float, freedom: int) -> float:
    """P(|T| < t) for whole degrees of freedom, as a sum (Abramowitz & Stegun, 26.7.3-26.7.4)."""
    angle = math.atan(t / math.sqrt(freedom))
    term = total = math.cos(angle) if freedom % 2 else 1.0
    for step in range(2 + freedom % 2, freedom, 2):
        term *= (step - 1) / step * math.cos(angle) ** 2
        total += term
    if freedom == 1:
        return 2 * angle / math.pi
    return (
        2 / math.pi * (angle + math.sin(angle) * total) if freedom % 2 else math.sin(angle) * total
    )


@pytest.mark.parametrize("freedom", range(1, 31))
def test_the_quantiles_of_student_are_right_in_every_decimal(freedom: int) -> None:
    quantile = T_95[freedom - 1]
    assert _within(quantile - 0.0005, freedom) < 0.95 < _within(quantile + 0.0005, freedom)


@given(st.integers(1, 12), noises)
def test_more_people_never_widen_the_band(statements: int, noise: Noise) -> None:
    bands = [band(Voiced(3, n, statements), noise) for n in range(2, 61)]
    for (low, high), (narrower_low, narrower_high) in pairwise(bands):
        assert low <= narrower_low <= 3 <= narrower_high <= high


def test_two_people_over_eight_statements_need_what_a_change_needs() -> None:
    # 1.96·√(.2683² + .2683²) = 1.96·.3795
    one, other = Voiced(4, 1, 8), Voiced(3, 1, 8)
    assert needed_difference(one, other, Noise()) == pytest.approx(0.74, abs=0.005)
    assert needed_difference(one, other, Noise()) == pytest.approx(needed_change(Noise()))


def test_errors_of_a_person_and_a_group_add_up_in_squares() -> None:
    # One statement, one person .7589 and four people .35: √(.576 + .1225) = .8358; 1.96 times.
    needed = needed_difference(Voiced(5, 1, 1), Voiced(3, 4, 1), Noise())
    assert needed == pytest.approx(1.6381, abs=5e-5)


@pytest.mark.parametrize(
    ("self_value", "verdict"),
    [
        (4.7, Verdict.MORE),
        (4.6, Verdict.WITHIN_ERROR),
        (1.4, Verdict.WITHIN_ERROR),
        (1.3, Verdict.LESS),
    ],
)
def test_voices_differ_only_beyond_their_error(self_value: float, verdict: Verdict) -> None:
    # Needed is 1.6381, see above, around 3.
    one, other = Voiced(self_value, 1, 1), Voiced(3, 4, 1)
    assert difference(one, other, Noise()) is verdict
    assert differs(one, other, Noise()) is (verdict is not Verdict.WITHIN_ERROR)


@given(voices, voices, noises)
def test_a_difference_is_the_same_from_both_sides(one: Voiced, other: Voiced, noise: Noise) -> None:
    order = [Verdict.LESS, Verdict.WITHIN_ERROR, Verdict.MORE]
    there, back = difference(one, other, noise), difference(other, one, noise)
    assert order.index(there) == 2 - order.index(back)
    assert needed_difference(one, other, noise) == needed_difference(other, one, noise)


@given(voices, voices, noises)
def test_voices_further_apart_keep_differing(one: Voiced, other: Voiced, noise: Noise) -> None:
    low, high = sorted((one, other))
    if differs(low, high, noise):
        assert differs(low._replace(value=1), high, noise)
        assert differs(low, high._replace(value=5), noise)
