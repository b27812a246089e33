"""Alpha and omega against published numbers, closed forms and an optimiser of somebody else."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import optimize, stats  # type: ignore[import-untyped]

from ibreflect.measure import reliability
from ibreflect.measure.pooled import PEOPLE_FLOOR
from ibreflect.measure.reliability import Table

# Bock & Lieberman (1970), LSAT section 6: five items, 1000 people, right (1) or wrong (0). So many
# people gave each pattern, from 00000, 00001, ... to 11111.
# fmt: off
_LSAT6 = (
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15,
    10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298,
)
# fmt: on


def _lsat6() -> Table:
    rows = [[int(bit) for bit in f"{pattern:05b}"] for pattern in range(32)]
    return np.repeat(np.array(rows, dtype=np.float64), _LSAT6, axis=0)


def _with_covariance(covariance: Table, n: int = 40) -> Table:
    """n people whose covariance matrix is exactly this one: whitened noise, coloured anew."""
    noise = np.random.default_rng(3).normal(size=(n, len(covariance)))
    noise -= noise.mean(axis=0)
    white = noise @ np.linalg.inv(np.linalg.cholesky(np.cov(noise.T))).T
    coloured: Table = 3 + white @ np.linalg.cholesky(covariance).T
    return coloured


def _one_factor(loadings: list[float], unique: list[float]) -> Table:
    of_each = np.array(loadings)
    found: Table = np.outer(of_each, of_each) + np.diag(unique)
    return found


def _answers(seed: int, n: int = 60, k: int = 8) -> Table:
    """Answers 1-5 of people who share one factor."""
    random = np.random.default_rng(seed)
    factor = random.normal(size=(n, 1))
    found: Table = np.clip(np.round(3 + 0.7 * factor + 0.8 * random.normal(size=(n, k))), 1, 5)
    return found


def test_alpha_of_a_published_set() -> None:
    # The R package ltm gives 0.2949972 for these 1000 people.
    answers = _lsat6()
    assert answers.shape == (1000, 5)
    assert [round(each, 3) for each in answers.mean(axis=0)] == [0.924, 0.709, 0.553, 0.763, 0.870]
    assert reliability.alpha(answers).value == pytest.approx(0.2949972, abs=5e-8)


def test_the_interval_of_alpha_is_bonetts() -> None:
    # By hand for n = 1000, k = 5, alpha = 0.2949972: variance of ln(1 - alpha) is
    # 2·5 / (4·998) = 0.00250501, its root 0.0500501; exp(1.96 · 0.0500501) = 1.103071. So the ends
    # are 1 - 0.7050028 · 1.103071 = 0.222332 and 1 - 0.7050028 / 1.103071 = 0.360873.
    found = reliability.alpha(_lsat6())
    assert found.low == pytest.approx(0.222332, abs=2e-6)
    assert found.high == pytest.approx(0.360873, abs=2e-6)


def test_the_standard_error_behind_the_interval_is_a_published_one() -> None:
    # Bonett's R package statpsych gives SE(alpha) = 0.02456518 for alpha = .85, k = 7 and n = 89.
    # SE(alpha) = (1 - alpha) · SE(ln(1 - alpha)), so half the logarithm of the ratio of the two
    # distances from 1 is 1.96 · SE(alpha) / (1 - alpha).
    # Parallel statements with covariance c and variance 1 have alpha = 7c / (1 + 6c), so c below.
    c = 0.85 / (7 - 6 * 0.85)
    found = reliability.alpha(_with_covariance(np.full((7, 7), c) + (1 - c) * np.eye(7), n=89))
    assert found.value == pytest.approx(0.85)
    assert found.low is not None
    assert found.high is not None
    half = math.log((1 - found.low) / (1 - found.high)) / 2
    assert half / 1.96 * (1 - 0.85) == pytest.approx(0.02456518, abs=1e-8)


def test_the_interval_is_close_to_the_exact_one_of_parallel_statements() -> None:
    # Feldt (1965): (1 - alpha) · F, with n-1 and (n-1)(k-1) degrees of freedom.
    n, k, c = 200, 8, 0.4
    found = reliability.alpha(_with_covariance(np.full((k, k), c) + (1 - c) * np.eye(k), n=n))
    assert found.value is not None
    exact = stats.f(n - 1, (n - 1) * (k - 1))
    low, high = (1 - (1 - found.value) * exact.ppf(share) for share in (0.975, 0.025))
    assert found.low == pytest.approx(low, abs=0.01)
    assert found.high == pytest.approx(high, abs=0.01)


def test_omega_of_one_factor_is_what_its_loadings_say() -> None:
    # By hand: (0.9 + 0.8 + 0.6 + 0.5)² = 2.8² = 7.84; the unique parts are 0.4 + 0.5 + 0.3 + 0.6 =
    # 1.8; so omega = 7.84 / 9.64 = 0.813278.
    # Alpha of the same: variances are 0.81 + 0.4, 0.64 + 0.5, 0.36 + 0.3 and 0.25 + 0.6, 3.86
    # together; 4/3 · (1 - 3.86 / 9.64) = 0.799447: lower, because the loadings differ.
    answers = _with_covariance(_one_factor([0.9, 0.8, 0.6, 0.5], [0.4, 0.5, 0.3, 0.6]))
    assert reliability.omega(answers).value == pytest.approx(7.84 / 9.64, abs=1e-6)
    assert reliability.alpha(answers).value == pytest.approx(4 / 3 * (1 - 3.86 / 9.64))


def test_with_equal_loadings_omega_is_alpha() -> None:
    answers = _with_covariance(_one_factor([0.7] * 5, [0.3, 0.5, 0.4, 0.8, 0.6]))
    assert reliability.omega(answers).value == pytest.approx(reliability.alpha(answers).value)


@pytest.mark.parametrize("seed", range(6))
def test_loadings_are_those_of_an_optimiser(seed: int) -> None:
    covariance = np.cov(_answers(seed).T)
    pairs = np.triu_indices(len(covariance), 1)

    def misfit(loadings: Table) -> float:
        return float(((covariance - np.outer(loadings, loadings))[pairs] ** 2).sum())

    (found,) = reliability.loadings(covariance[None])
    best = optimize.minimize(misfit, np.full(len(covariance), 0.6), method="BFGS", tol=1e-12)
    assert misfit(found) == pytest.approx(best.fun, abs=1e-9)
    assert np.abs(found) == pytest.approx(np.abs(best.x), abs=1e-4)


def test_no_loading_explains_more_than_there_is() -> None:
    # Unbounded, the first would be √(0.8 · 0.8 / 0.3) = 1.46, with a variance of 1 to explain.
    covariance = np.array([[1.0, 0.8, 0.8], [0.8, 1.0, 0.3], [0.8, 0.3, 1.0]])
    (found,) = reliability.loadings(covariance[None])
    assert abs(found[0]) == pytest.approx(1)
    omega = reliability.omega(_with_covariance(covariance)).value
    assert omega is not None
    assert omega < 1


def test_the_interval_of_omega_is_the_same_every_time_and_holds_the_value() -> None:
    answers = _answers(1)
    first, again = reliability.omega(answers), reliability.omega(answers)
    assert first == again
    assert first.low is not None
    assert first.value is not None
    assert first.high is not None
    assert first.low < first.value < first.high < 1


def test_the_interval_of_omega_is_as_wide_as_omega_moves_between_groups() -> None:
    # Of 400 groups from the same population omega has a standard deviation; an interval of 95 % is
    # about 2 · 1.96 of those wide.
    covariances = np.stack([np.cov(_answers(seed, n=200).T) for seed in range(400)])
    loadings = reliability.loadings(covariances)
    common = loadings.sum(axis=1) ** 2
    unique = np.trace(covariances, axis1=1, axis2=2) - (loadings**2).sum(axis=1)
    spread = (common / (common + unique)).std(ddof=1)
    found = reliability.omega(_answers(1, n=200))
    assert found.low is not None
    assert found.high is not None
    assert found.high - found.low == pytest.approx(2 * 1.96 * spread, rel=0.25)


def test_more_people_make_both_intervals_narrower() -> None:
    for measure in (reliability.alpha, reliability.omega):
        few, many = measure(_answers(2, n=40)), measure(_answers(2, n=640))
        assert few.low is not None
        assert few.high is not None
        assert many.low is not None
        assert many.high is not None
        # A standard error goes with 1/√n, so sixteen times as many people quarter it, about.
        assert (many.high - many.low) < 0.5 * (few.high - few.low)


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        (_answers(1, n=PEOPLE_FLOOR - 1), reliability.TOO_FEW_PEOPLE),
        (_answers(1, k=2), reliability.TOO_FEW_ITEMS),
        (np.full((40, 5), 4.0), reliability.NO_SPREAD),
    ],
)
def test_without_enough_there_is_a_reason(answers: Table, reason: str) -> None:
    for measure in (reliability.alpha, reliability.omega):
        found = measure(answers)
        assert (found.value, found.low, found.high, found.reason) == (None, None, None, reason)
        assert (found.people, found.items) == answers.shape


def test_omega_says_nothing_when_some_of_its_draws_have_no_spread() -> None:
    # One of forty differs: (39/40)^40 = 36 % of all draws miss that person, and have no variance.
    answers = np.full((40, 4), 4.0)
    answers[0] = 1
    assert reliability.omega(answers).reason == reliability.NO_SPREAD


def test_item_rest_is_the_correlation_without_the_statement_itself() -> None:
    answers = _answers(4)
    found = reliability.item_rest(answers)
    for number, each in enumerate(found):
        others = np.delete(answers, number, axis=1).sum(axis=1)
        assert each == pytest.approx(stats.pearsonr(answers[:, number], others).statistic)


def test_a_statement_without_spread_has_no_correlation() -> None:
    answers = _answers(4)
    answers[:, 2] = 5
    assert [each is None for each in reliability.item_rest(answers)] == [False] * 2 + [True] + (
        [False] * 5
    )


@settings(max_examples=20)
@given(arrays(np.float64, (32, 4), elements=st.sampled_from([1.0, 2.0, 3.0, 4.0, 5.0])))
def test_whatever_people_answer_figures_stay_within_their_range(answers: Table) -> None:
    for measure in (reliability.alpha, reliability.omega):
        found = measure(answers)
        if found.reason is not None:
            continue
        assert found.low is not None
        assert found.value is not None
        assert found.high is not None
        assert found.low <= found.high <= 1 + 1e-12
        assert found.value <= 1 + 1e-12
    omega = reliability.omega(answers).value
    assert omega is None or omega >= 0
