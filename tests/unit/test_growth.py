import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.errors import InputError
from ibreflect.measure.growth import (
    Noise,
    Verdict,
    change,
    half_band,
    in_total,
    needed_change,
    noise,
    shared_items,
    verdict_on,
)
from tests.unit.builders import LC, TA, questionnaire_with

values = st.floats(1, 5)
noises = st.builds(Noise, st.floats(0.01, 2), st.floats(0, 0.99))
ORDER = [Verdict.LESS, Verdict.WITHIN_ERROR, Verdict.MORE]


@pytest.mark.parametrize(
    ("reliability", "needed"),
    [
        # SD .60: SEM = .60·√(1-r), SE of a difference = SEM·√2, times 1.96.
        (0.80, 0.7438),  # SEM .2683, SE .3795
        (0.70, 0.9109),  # SEM .3286, SE .4648
        (0.90, 0.5259),  # SEM .1897, SE .2683
        (0.00, 1.6631),  # nothing but error: 1.96·.60·√2
    ],
)
def test_the_needed_change_follows_from_spread_and_reliability(
    reliability: float, needed: float
) -> None:
    assert needed_change(Noise(0.60, reliability)) == pytest.approx(needed, abs=5e-5)


def test_the_needed_change_of_a_published_case() -> None:
    # Wodrich, appendix E (opentextbooks.library.arizona.edu): a standard error of measurement of
    # 3.07 asks for √(2·3.07²)·1.96 = 8.51. SD 6.14 with r .75 has that error: 6.14·√.25 = 3.07.
    assert needed_change(Noise(6.14, 0.75)) == pytest.approx(8.51, abs=0.005)


def test_a_change_that_is_just_needed_is_still_within_error() -> None:
    needed = needed_change(Noise())
    assert verdict_on(needed, needed) is Verdict.WITHIN_ERROR
    assert verdict_on(-needed, needed) is Verdict.WITHIN_ERROR
    assert verdict_on(math.nextafter(needed, 5), needed) is Verdict.MORE
    assert verdict_on(math.nextafter(-needed, -5), needed) is Verdict.LESS


@pytest.mark.parametrize(
    ("after", "verdict"),
    [(3.75, Verdict.MORE), (3.74, Verdict.WITHIN_ERROR), (2.25, Verdict.LESS)],
)
def test_a_change_carries_its_verdict(after: float, verdict: Verdict) -> None:
    step = change(3.0, after, Noise())
    assert step[:2] == pytest.approx((after - 3, 0.7438), abs=5e-5)
    assert step.verdict is verdict


def test_bands_that_just_touch_are_one_needed_change_apart() -> None:
    # ±1.39 standard errors of one score: 1.96·√2/2 = 1.3859 (Goldstein & Healy, 1995).
    standard_error = 0.60 * math.sqrt(1 - 0.80)
    assert half_band(Noise()) == pytest.approx(1.3859 * standard_error, abs=5e-5)


def test_small_steps_can_add_up_to_a_demonstrable_change() -> None:
    steps = [change(2.0, 2.5, Noise()), change(2.5, 3.0, Noise())]
    assert [step.verdict for step in steps] == [Verdict.WITHIN_ERROR] * 2
    assert in_total(steps) == change(2.0, 3.0, Noise())


@pytest.mark.parametrize(
    ("sd", "reliability"), [(0, 0.8), (2.1, 0.8), (-1, 0.8), (0.6, 1), (0.6, -0.1), (math.nan, 0.8)]
)
def test_impossible_assumptions_are_refused(sd: float, reliability: float) -> None:
    with pytest.raises(InputError, match="kan niet kloppen"):
        noise(sd, reliability)


def test_possible_assumptions_are_taken_as_they_are() -> None:
    assert noise(2, 0) == Noise(2, 0)


def test_shared_items_have_the_same_text_and_roles_in_every_version() -> None:
    first = questionnaire_with({"learning": {"LC1": (LC,), "LC2": (LC,), "LC3": (LC,)}})
    moved = questionnaire_with({"trends": {"LC1": (LC,), "LC2": (TA,), "LC3": (LC,), "TA1": (TA,)}})
    reworded = questionnaire_with(
        {"learning": {"LC1": (LC,), "LC3": (LC,)}}, texts={"LC3": "Ik doe iets anders."}
    )
    assert shared_items([first, moved]) == {"LC1", "LC3"}
    assert shared_items([first, moved, reworded]) == {"LC1"}
    assert shared_items([first]) == {"LC1", "LC2", "LC3"}
    assert shared_items([]) == frozenset()


@given(values, values, noises)
def test_the_way_back_is_the_opposite_change(before: float, after: float, noise: Noise) -> None:
    there, back = change(before, after, noise), change(after, before, noise)
    assert back.change == -there.change
    assert ORDER.index(back.verdict) == 2 - ORDER.index(there.verdict)


@given(values, values, values, noises)
def test_more_growth_never_gets_a_lesser_verdict(
    before: float, after: float, later: float, noise: Noise
) -> None:
    verdicts = [change(before, value, noise).verdict for value in sorted((after, later))]
    assert verdicts == sorted(verdicts, key=ORDER.index)


@given(values, values, st.floats(0.01, 2), st.floats(0, 0.98))
def test_a_more_reliable_scale_needs_less_change(
    before: float, after: float, sd: float, reliability: float
) -> None:
    assert needed_change(Noise(sd, reliability + 0.01)) < needed_change(Noise(sd, reliability))
