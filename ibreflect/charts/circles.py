"""The geometry of three equal, overlapping circles, and what Vega needs to draw a shape."""

import math
from functools import cache

import shapely
from shapely.geometry.base import BaseGeometry

from ibreflect.model.role import REGIONS, Region, Role

_DISTANCE = 1.1
"""Between two centres, in radii: leaves room for a value and its n in every region."""
_RISE = _DISTANCE * math.sqrt(3) / 2
_CENTRES = {
    Role.LEARNING_COORDINATOR: (-_DISTANCE / 2, 0.0),
    Role.TREND_ANALYST: (_DISTANCE / 2, 0.0),
    Role.CARE_DIRECTOR: (0.0, _RISE),
}
WIDTH = 2 + _DISTANCE
HEIGHT = 2 + _RISE
"""Of the three circles together, in radii."""
_HATCH = 8
"""Pixels between two hatch lines."""


@cache
def circles() -> dict[Role, BaseGeometry]:
    """The circle of each role: radius 1, the origin between the upper two, y pointing down."""
    return {
        role: shapely.Point(centre).buffer(1, quad_segs=24) for role, centre in _CENTRES.items()
    }


@cache
def region_shapes() -> dict[Region, BaseGeometry]:
    """The seven regions of the three circles: together the whole, nowhere overlapping."""
    return {
        region: shapely.intersection_all([circles()[role] for role in region]).difference(
            shapely.union_all([circles()[role] for role in Role if role not in region])
        )
        for region in REGIONS
    }


def hatching(shape: BaseGeometry, *, clear: BaseGeometry) -> BaseGeometry:
    """Slanted lines over a shape in pixels, with a part of it kept clear."""
    left, low, right, high = shape.bounds
    reach = high - low
    starts = range(int(left - reach), int(right), _HATCH)
    lines = shapely.MultiLineString([[(start, high), (start + reach, low)] for start in starts])
    return lines.intersection(shape.buffer(-1)).difference(clear)


def feature(shape: BaseGeometry) -> dict[str, object]:
    """The GeoJSON of a shape in pixels, rounded to what a screen can show."""
    rounded = shapely.transform(shape, lambda places: places.round(1))
    return {"type": "Feature", "geometry": shapely.geometry.mapping(rounded)}
