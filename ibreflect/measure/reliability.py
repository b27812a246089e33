"""How well statements measure the same thing together: only of many people at once, with n."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ibreflect.measure.growth import Z_95
from ibreflect.measure.pooled import PEOPLE_FLOOR

Table = NDArray[np.float64]
"""Numbers 1-5: a row for each person, a column for each statement, nothing missing."""

LEAST_ITEMS = 3
DRAWS = 1000
"""How often people are drawn anew for the interval around omega."""

TOO_FEW_PEOPLE = f"minder dan {PEOPLE_FLOOR} mensen gaven bij elke stelling een getal"
TOO_FEW_ITEMS = "minder dan drie stellingen"
NO_SPREAD = "mensen antwoorden bijna allemaal hetzelfde"

_SEED = 2022
_SWEEPS = 500
_CLOSE = 1e-10


class Reliability(NamedTuple):
    """A reliability with its 95 % interval, of `people` people who answered `items` statements.

    `value` is at most 1; omega is at least 0, alpha can be negative. All three numbers are None
    when `reason` says in Dutch why.
    """

    value: float | None
    low: float | None
    high: float | None
    people: int
    items: int
    reason: str | None


def alpha(answers: Table) -> Reliability:
    """Cronbach's alpha of the mean of these statements.

    alpha = k/(k-1) · (1 - Σ var(x_i) / var(Σ x_i)), with k statements (Cronbach, 1951). Interval:
    ln(1 - alpha) is about normal with variance 2k / ((k-1)(n-2)) for n people, so its ends are
    1 - (1 - alpha) · exp(±1.96 · √variance) (Bonett, 2002).
    """
    reason = _why_not(answers)
    if reason:
        return _none(answers, reason)
    n, k = answers.shape
    of_each = answers.var(axis=0, ddof=1).sum()
    value = k / (k - 1) * (1 - of_each / answers.sum(axis=1).var(ddof=1))
    reach = math.exp(Z_95 * math.sqrt(2 * k / ((k - 1) * (n - 2))))
    return Reliability(
        float(value), float(1 - (1 - value) * reach), float(1 - (1 - value) / reach), n, k, None
    )


def omega(answers: Table) -> Reliability:
    """McDonald's omega total of the mean of these statements, when one factor lies behind them.

    omega = (Σ l_i)² / ((Σ l_i)² + Σ u_i), with loading l_i and unique variance u_i of statement i
    (McDonald, 1999, ch. 6). The interval holds the middle 95 % of the omegas of `DRAWS` equally
    large groups, drawn with replacement from these people in an order that is always the same.
    """
    reason = _why_not(answers)
    if reason:
        return _none(answers, reason)
    n, k = answers.shape
    values = _omegas(np.concatenate([_covariance(answers)[None], _redrawn(answers)]))
    if not np.isfinite(values).all():
        return _none(answers, NO_SPREAD)
    low, high = np.quantile(values[1:], [0.025, 0.975])
    return Reliability(float(values[0]), float(low), float(high), n, k, None)


def item_rest(answers: Table) -> tuple[float | None, ...]:
    """Per statement its correlation (-1 to 1) with the sum of the others; None without spread."""
    rest = answers.sum(axis=1)[:, None] - answers
    pairs = zip(answers.T, rest.T, strict=True)
    return tuple(
        float(np.corrcoef(own, other)[0, 1]) if own.std() > 0 and other.std() > 0 else None
        for own, other in pairs
    )


def loadings(covariances: Table) -> Table:
    """The loadings of one factor on k statements, for each of m covariance matrices (m, k, k).

    They make Σ (s_ij - l_i·l_j)² over all pairs i < j as small as possible: unweighted least
    squares outside the diagonal, or minres (Harman & Jones, 1966). Given the others, the best l_i
    is Σ s_ij·l_j / Σ l_j², so each is set to that in turn until nothing moves. None explains more
    than the variance there is: l_i² <= s_ii.
    """
    m, k, _ = covariances.shape
    most = np.sqrt(np.diagonal(covariances, axis1=1, axis2=2))
    apart = covariances * (1 - np.eye(k))
    found = _first_guess(apart)
    for _sweep in range(_SWEEPS):
        before = found.copy()
        for i in range(k):
            squares = (found**2).sum(axis=1) - found[:, i] ** 2
            wanted = (apart[:, i] * found).sum(axis=1)
            best = np.divide(wanted, squares, out=np.zeros(m), where=squares > 0)
            found[:, i] = np.clip(best, -most[:, i], most[:, i])
        if np.abs(found - before).max() < _CLOSE:
            break
    return found


def _omegas(covariances: Table) -> Table:
    """Omega for each covariance matrix; NaN where nothing varies."""
    found = loadings(covariances)
    common = found.sum(axis=1) ** 2
    unique = (np.diagonal(covariances, axis1=1, axis2=2) - found**2).clip(min=0).sum(axis=1)
    total = common + unique
    found_omegas: Table = np.divide(common, total, out=np.full_like(total, np.nan), where=total > 0)
    return found_omegas


def _first_guess(apart: Table) -> Table:
    """The first principal axis of what is outside the diagonal, as long as its root allows."""
    roots, axes = np.linalg.eigh(apart)
    first: Table = axes[:, :, -1] * np.sqrt(roots[:, -1].clip(min=0))[:, None]
    return first


def _redrawn(answers: Table) -> Table:
    """The covariance matrices of `DRAWS` groups of n people, drawn with replacement."""
    n = len(answers)
    drawn = np.random.default_rng(_SEED).integers(0, n, size=(DRAWS, n))
    return np.stack([_covariance(answers[rows]) for rows in drawn])


def _covariance(answers: Table) -> Table:
    around = answers - answers.mean(axis=0)
    found: Table = around.T @ around / (len(answers) - 1)
    return found


def _why_not(answers: Table) -> str:
    n, k = answers.shape
    if n < PEOPLE_FLOOR:
        return TOO_FEW_PEOPLE
    if k < LEAST_ITEMS:
        return TOO_FEW_ITEMS
    return "" if answers.sum(axis=1).std() > 0 else NO_SPREAD


def _none(answers: Table, reason: str) -> Reliability:
    n, k = answers.shape
    return Reliability(None, None, None, n, k, reason)
