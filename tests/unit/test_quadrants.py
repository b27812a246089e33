"""Which quadrant two values fall in; the edges are worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.growth import Noise
from ibreflect.measure.quadrants import CUT, EXPLANATIONS, Quadrant, quadrant
from ibreflect.measure.raters import Voiced, error

voices = st.builds(Voiced, st.floats(1, 5), st.integers(1, 40), st.integers(1, 12))
noises = st.builds(Noise, st.floats(0.01, 2), st.floats(0, 0.99))

SWAPPED = {
    Quadrant.UNSUSPECTED_STRENGTH: Quadrant.TALKING_POINT,
    Quadrant.TALKING_POINT: Quadrant.UNSUSPECTED_STRENGTH,
}


@pytest.mark.parametrize(
    ("self_value", "other_value", "found"),
    [
        (4.5, 4.5, Quadrant.RECOGNISED_STRENGTH),
        (2.5, 4.5, Quadrant.UNSUSPECTED_STRENGTH),
        (4.5, 2.5, Quadrant.TALKING_POINT),
        (2.5, 2.5, Quadrant.SHARED_LEARNING_POINT),
        # One person over eight statements: error .2683, so neutral from 3.2317 to 3.7683.
        (3.77, 4.5, Quadrant.RECOGNISED_STRENGTH),
        (3.76, 4.5, Quadrant.NEUTRAL),
        (3.5, 4.5, Quadrant.NEUTRAL),
        (3.24, 4.5, Quadrant.NEUTRAL),
        (3.23, 4.5, Quadrant.UNSUSPECTED_STRENGTH),
        # Four people over eight statements: error .60/2 = .30, so neutral from 3.2 to 3.8.
        (4.5, 3.81, Quadrant.RECOGNISED_STRENGTH),
        (4.5, 3.79, Quadrant.NEUTRAL),
        (4.5, 3.21, Quadrant.NEUTRAL),
        (4.5, 3.19, Quadrant.TALKING_POINT),
        (3.5, 3.5, Quadrant.NEUTRAL),
    ],
)
def test_a_quadrant_starts_where_the_error_ends(
    self_value: float, other_value: float, found: Quadrant
) -> None:
    voices = Voiced(self_value, 1, 8), Voiced(other_value, 4, 8)
    assert quadrant(*voices, Noise()) is found


def test_a_value_at_exactly_its_error_is_still_neutral() -> None:
    # Four people over a scale with a spread of 1: 1/√4 = .5, exact in floating point.
    noise, sure = Noise(1, 0.99), Voiced(5, 40, 8)
    assert quadrant(sure, Voiced(4.0, 4, 8), noise) is Quadrant.NEUTRAL
    assert quadrant(sure, Voiced(3.0, 4, 8), noise) is Quadrant.NEUTRAL


@given(voices, voices, noises)
def test_swapping_perspectives_swaps_the_two_in_which_they_differ(
    one: Voiced, other: Voiced, noise: Noise
) -> None:
    found = quadrant(one, other, noise)
    assert quadrant(other, one, noise) is SWAPPED.get(found, found)


@given(voices, voices, noises)
def test_within_the_error_nothing_is_classified(one: Voiced, other: Voiced, noise: Noise) -> None:
    near = one._replace(value=CUT + 0.99 * min(error(one, noise), 1.5))
    assert quadrant(near, other, noise) is Quadrant.NEUTRAL
    assert quadrant(other, near, noise) is Quadrant.NEUTRAL


@given(voices, voices, noises)
def test_fewer_errors_never_take_a_place_away(one: Voiced, other: Voiced, noise: Noise) -> None:
    found = quadrant(one, other, noise)
    if found is not Quadrant.NEUTRAL:
        surer = noise._replace(sd=noise.sd / 2)
        assert quadrant(one, other, surer) is found


def test_every_quadrant_is_explained_without_saying_who_is_right() -> None:
    assert set(EXPLANATIONS) == set(Quadrant)
    for said in EXPLANATIONS.values():
        assert not {"overschat", "onderschat", "gelijk", "fout"} & set(said.lower().split())
        assert "schatting" not in said
