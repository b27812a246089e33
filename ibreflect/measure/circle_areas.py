"""The areas of circles and of what they share."""

import math
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.complex128]
Lengths = NDArray[np.float64]

PAIRS = tuple(combinations(range(3), 2))
_APART = 1.05
"""Circles that share nothing stand a little apart, in sums of their radii."""
_INSIDE = 0.6
"""A circle within another lies off its middle, so that both keep room for a number."""
_STRIPS = 1000


def lens(one: float, other: float, distance: float) -> float:
    """The area that two circles share; radii and the distance of the centres in one unit.

    A segment of radius r and half angle a has the area r² (a - sin 2a / 2); the lens is two of
    them, with cos a = (d² + r² - s²) / 2dr and the same for s.
    """
    if distance >= one + other:
        return 0.0
    if distance <= abs(one - other):
        return math.pi * min(one, other) ** 2
    return _segment(one, other, distance) + _segment(other, one, distance)


def _segment(radius: float, other: float, distance: float) -> float:
    cosine = (distance**2 + radius**2 - other**2) / (2 * distance * radius)
    angle = math.acos(min(max(cosine, -1.0), 1.0))
    return radius**2 * (angle - math.sin(2 * angle) / 2)


def distance_for(one: float, other: float, shared: float) -> float:
    """The distance at which two circles share this area."""
    near, far = abs(one - other), one + other
    if shared <= 0:
        return far * _APART
    if shared >= math.pi * min(one, other) ** 2 * (1 - 1e-9):
        return near * _INSIDE
    for _ in range(60):
        middle = (near + far) / 2
        if lens(one, other, middle) > shared:
            near = middle
        else:
            far = middle
    return (near + far) / 2


def region_shares(places: Places, radii: Lengths) -> Lengths:
    """The areas of the seven regions of three circles, as shares of all drawn area.

    `places` are the centres as x + yi. First what each circle has alone, then what each pair of
    PAIRS shares without the third, then what all three share.
    """
    pairs = [
        lens(radii[one], radii[other], abs(places[one] - places[other])) for one, other in PAIRS
    ]
    middle = min(_common(places, radii), *pairs)
    singles = [
        math.pi * radius**2 - sum(pairs[at] for at in range(3) if role in PAIRS[at]) + middle
        for role, radius in enumerate(radii)
    ]
    areas = np.maximum([*singles, *(pair - middle for pair in pairs), middle], 0)
    shares: Lengths = areas / areas.sum()
    return shares


def _common(places: Places, radii: Lengths) -> float:
    """The area that three circles share: the smallest cut in upright strips, narrow at its ends."""
    least = radii.argmin()
    angles = (np.arange(_STRIPS) + 0.5) * math.pi / _STRIPS
    across = places[least].real - radii[least] * np.cos(angles) - places.real[:, None]
    widths = radii[least] * np.sin(angles) * math.pi / _STRIPS
    reach = np.sqrt(np.maximum(radii[:, None] ** 2 - across**2, 0))
    low, high = places.imag[:, None] - reach, places.imag[:, None] + reach
    heights = np.maximum(high.min(axis=0) - low.max(axis=0), 0)
    return float((heights * widths)[(reach > 0).all(axis=0)].sum())
