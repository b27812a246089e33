"""Three circles whose areas, and those of their overlaps, are true to what was counted."""

import math
from collections.abc import Mapping
from itertools import permutations
from typing import NamedTuple

import numpy as np
import shapely

from ibreflect.measure.circle_areas import PAIRS, Lengths, Places, distance_for, region_shares
from ibreflect.measure.simplex import lowest
from ibreflect.model.role import REGIONS, Region, Role

LARGEST_TRUE = 0.05
"""From a larger error on, the picture itself says that the numbers lead."""

_GOOD = 1e-4
_VISIBLE = 1e-6
"""Of the whole: a smaller region has no label."""
_ROLES = tuple(Role)
_HOME = np.array([-1 + 0j, 1 + 0j, math.sqrt(3) * 1j])
"""Where the roles stand in the role picture: two above, one below (y points down)."""


class Circle(NamedTuple):
    """A circle; its area is the share of the whole that touches its role."""

    x: float
    y: float
    radius: float


class LabelPoint(NamedTuple):
    """The point in a region that lies furthest from its edges, and how far that is."""

    x: float
    y: float
    room: float


class Fit(NamedTuple):
    """Three circles for the weights of the seven regions.

    `weights` as they came in; `circles` without roles that have nothing; `areas` as drawn, as
    shares of all drawn area; `labels` of the regions that have an area; `error` is a share 0..1.
    Lengths are in a unit in which all weights together are an area of 1; y points down.
    """

    weights: Mapping[Region, float]
    circles: Mapping[Role, Circle]
    areas: Mapping[Region, float]
    labels: Mapping[Region, LabelPoint]
    error: float

    @property
    def is_true(self) -> bool:
        """Whether the areas can be read as they stand."""
        return self.error <= LARGEST_TRUE


def fit(weights: Mapping[Region, float]) -> Fit | None:
    """The circles that come nearest to the weights, or None when all weights are 0.

    `weights` are counts or minutes (>= 0) for the regions; a region that is not there counts as 0.
    The circles are exact: area = the share of the role. Their distances first make the overlaps of
    all pairs true (lens area, by bisection), then give way until the error is smallest. That error
    is diagError of Micallef and Rodgers (2014, PLoS ONE 9(7), e101717, on eulerAPE): the maximum
    over the seven regions of |weight / all weights - area / all areas|. With two roles it is 0.
    Raises ValueError for a weight below 0.
    """
    given = [float(weights.get(region, 0)) for region in REGIONS]
    if min(given) < 0:
        raise ValueError("a weight is 0 or more")
    if not any(given):
        return None
    wanted = np.array(given) / math.fsum(given)
    places, radii = _placed(wanted)
    areas = region_shares(places, radii)
    circles = {
        role: Circle(float(place.real), float(place.imag), float(radius))
        for role, place, radius in zip(_ROLES, _at_home(places, radii), radii, strict=True)
        if radius
    }
    return Fit(
        dict(zip(REGIONS, given, strict=True)),
        circles,
        dict(zip(REGIONS, areas.tolist(), strict=True)),
        _labels(circles),
        float(np.abs(areas - wanted).max()),
    )


def about_fit(drawn: Fit) -> str:
    """How true the areas of the picture are, in one or two sentences."""
    points = math.ceil(drawn.error * 100 - 1e-9)
    if not drawn.is_true:
        return (
            "Drie cirkels kunnen deze verdeling niet precies laten zien: een gebied wijkt tot "
            f"{points} procentpunt af van zijn deel van het geheel. Ga uit van de tabel."
        )
    return (
        "Hoe groter een gebied, hoe groter zijn deel van het geheel. De afwijking is hoogstens "
        f"{max(points, 1)} procentpunt."
    )


def _placed(wanted: Lengths) -> tuple[Places, Lengths]:
    """Where the circles come and their radii, worked out in an order that the names do not set."""
    order = max(permutations(range(len(_ROLES))), key=lambda each: _reordered(wanted, each))
    shares = np.array(_reordered(wanted, order))
    radii = np.array([math.sqrt(_of_roles(shares, {at}) / math.pi) for at in range(len(_ROLES))])
    start = _triangle(shares, radii)
    places = np.empty(len(_ROLES), dtype=np.complex128)
    places[list(order)] = _refined(start, radii, shares)
    sorted_back = np.empty(len(_ROLES))
    sorted_back[list(order)] = radii
    return places, sorted_back


def _reordered(shares: Lengths, order: tuple[int, ...]) -> tuple[float, ...]:
    """The shares of the regions when role `order[0]` takes the first place, and so on.

    Rounded, so that the same weights in another unit are drawn the same.
    """
    moved = {
        tuple(sorted(_ROLES[order.index(_ROLES.index(role))] for role in region)): share
        for region, share in zip(REGIONS, shares, strict=True)
    }
    return tuple(round(float(moved[region]), 12) for region in REGIONS)


def _of_roles(shares: Lengths, roles: set[int]) -> float:
    """The share of everything that touches all these roles."""
    names = {_ROLES[at] for at in roles}
    return math.fsum(
        share for region, share in zip(REGIONS, shares, strict=True) if names <= set(region)
    )


def _triangle(shares: Lengths, radii: Lengths) -> Places:
    """The centres at the distances that make the overlap of each pair true, as far as they can."""
    beside, below, across = (
        distance_for(radii[one], radii[other], _of_roles(shares, {one, other}))
        for one, other in PAIRS
    )
    sides = 2 * beside * below
    cosine = (beside**2 + below**2 - across**2) / sides if sides else 1.0
    angle = math.acos(min(max(cosine, -1.0), 1.0))
    return np.array([0, beside, below * np.exp(1j * angle)])


def _refined(start: Places, radii: Lengths, wanted: Lengths) -> Places:
    """The centres from which no small step makes the largest difference smaller."""

    def centres(free: Lengths) -> Places:
        return np.array([0, free[0], complex(free[1], free[2])])

    def error(free: Lengths) -> float:
        return float(np.abs(region_shares(centres(free), radii) - wanted).max())

    free = np.array([start[1].real, start[2].real, start[2].imag])
    if error(free) < _GOOD:
        return start
    return centres(lowest(error, free, step=0.1))


def _at_home(places: Places, radii: Lengths) -> Places:
    """The same circles turned, or turned over, so that each role is where readers know it."""
    there = radii > 0
    centred = places - places[there].mean()
    home = _HOME - _HOME[there].mean()
    turn, over = (
        (np.conj(each[there]) * home[there]).sum() for each in (centred, np.conj(centred))
    )
    best, turned = (turn, centred) if abs(turn) >= abs(over) else (over, np.conj(centred))
    placed: Places = turned * best / abs(best) if best else turned
    return placed


def _labels(circles: Mapping[Role, Circle]) -> dict[Region, LabelPoint]:
    discs = {
        role: shapely.Point(circle.x, circle.y).buffer(circle.radius, quad_segs=32)
        for role, circle in circles.items()
    }
    labels = {}
    for region in REGIONS:
        if not set(region) <= set(discs):
            continue
        shape = shapely.intersection_all([discs[role] for role in region]).difference(
            shapely.union_all([disc for role, disc in discs.items() if role not in region])
        )
        if isinstance(shape, shapely.Polygon | shapely.MultiPolygon) and shape.area > _VISIBLE:
            labels[region] = _label(shape)
    return labels


def _label(shape: shapely.Polygon | shapely.MultiPolygon) -> LabelPoint:
    inscribed = shapely.maximum_inscribed_circle(shape, tolerance=1e-3)
    (x, y), edge = inscribed.coords
    return LabelPoint(x, y, math.dist((x, y), edge))
