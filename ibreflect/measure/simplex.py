"""The lowest point of a function, found by walking downhill without slopes."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Point = NDArray[np.float64]

_LEVEL = 1e-7
"""Corners that differ less in height lie at the bottom."""


def lowest(
    function: Callable[[Point], float], start: Point, *, step: float, most: int = 300
) -> Point:
    """A point near `start` where the function is lowest; the same start gives the same point.

    `step` is the size of the first steps, in the unit of the coordinates; `most` is the number of
    rounds. The simplex of Nelder and Mead (1965, Computer Journal 7, 308-313): the worst of
    n + 1 points is mirrored in the middle of the others, further (2) when that is the best so far,
    half-way when it is still the worst, and when that fails all points move half-way to the best.
    """
    corners = np.vstack([start, start + step * np.eye(len(start))])
    heights = np.array([function(corner) for corner in corners])
    for _ in range(most):
        order = np.argsort(heights, kind="stable")
        corners, heights = corners[order], heights[order]
        if heights[-1] - heights[0] < _LEVEL:
            break
        better = _instead_of_worst(function, corners, heights)
        if better is None:
            corners = (corners + corners[0]) / 2
            heights = np.array([function(corner) for corner in corners])
        else:
            corners[-1], heights[-1] = better, function(better)
    nearest: Point = corners[heights.argmin()]
    return nearest


def _instead_of_worst(
    function: Callable[[Point], float], corners: Point, heights: Point
) -> Point | None:
    """A point that is lower than the last corner, or None when none is found."""
    middle = corners[:-1].mean(axis=0)
    mirrored: Point = 2 * middle - corners[-1]
    height = function(mirrored)
    if height < heights[0]:
        further: Point = 3 * middle - 2 * corners[-1]
        return further if function(further) < height else mirrored
    if height < heights[-2]:
        return mirrored
    halfway: Point = (middle + (mirrored if height < heights[-1] else corners[-1])) / 2
    return halfway if function(halfway) < min(height, heights[-1]) else None
