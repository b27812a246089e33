"""The three roles as overlapping circles, with the value of each of the seven regions written in.

The circles never change size: their areas say nothing, only the values and their fill do.
"""

import math
from collections.abc import Hashable, Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd
import shapely
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from ibreflect.charts.circles import HEIGHT, WIDTH, circles, feature, hatching, region_shapes
from ibreflect.charts.fill_key import fill_key, key_height
from ibreflect.charts.style import (
    HAIRLINE,
    PAPER,
    ROLE_LOOKS,
    SMALL_TEXT_SIZE,
    TEXT_SIZE,
    padding,
    pixels_across,
    pixels_down,
    ramp_colour,
    styled,
)
from ibreflect.model.numbers import DASH, one_decimal
from ibreflect.model.role import ROLE_NAMES, Region, Role, region_name

_COMPACT_BELOW = 260
_TITLE_BAND = 22.0
_GEOJSON = ["type", "geometry"]
_TOOLTIP = [
    alt.Tooltip("name:N", title="gebied"),
    alt.Tooltip("said:N", title="waarde"),
    alt.Tooltip("answered:N", title="stellingen"),
    alt.Tooltip("spread:N", title="spreiding"),
]


class _Room(NamedTuple):
    """Where the picture lies on its sheet, in pixels."""

    width: float
    height: float
    radius: float
    top: float
    key: float
    compact: bool

    @property
    def lift(self) -> int:
        """How far a value moves up to make room for the number of items below it."""
        return 0 if self.compact else -8

    def place(self, shape: BaseGeometry) -> BaseGeometry:
        across = self.width / 2
        return affine_transform(
            shape, [self.radius, 0, 0, self.radius, across, self.top + self.radius]
        )


def role_picture(
    regions: pd.DataFrame, *, words: Sequence[str], size: int = 420, title: str | None = None
) -> alt.LayerChart:
    """Draw the seven regions of the three roles with their values.

    `regions` has one row for each region: region (role ids in alphabetical order, joined by "+"),
    name, value (1..5 or NaN), n and applicable (numbers of items), sd (NaN when unknown), reason
    (why there is no value, or None). A region without a row is drawn as one without a value.
    `words` are the five words of the scale; `size` is the width in pixels. Below 260 pixels the
    picture is compact: abbreviated roles, no numbers of items, no key to the fills.
    """
    room = _room(size, words, headed=title is not None)
    drawn = _drawn(regions, room)
    layers = [*_region_layers(drawn, room), *_role_layers(room)]
    if not room.compact:
        layers += fill_key(words, width=room.width, top=room.key)
    if title is not None:
        layers.append(_title_layer(title, room))
    return styled(
        alt.LayerChart(layer=layers, width=room.width, height=room.height, padding=padding(0, 3))
    )


def _room(size: int, words: Sequence[str], *, headed: bool) -> _Room:
    compact = size < _COMPACT_BELOW
    radius = (size - 6) / WIDTH
    name_band = 24.0 if compact else 30.0
    top = name_band + (_TITLE_BAND if headed else 0)
    below_circles = top + radius * HEIGHT + name_band
    key = 0 if compact else key_height(words)
    return _Room(size, below_circles + key, radius, top, below_circles + 6, compact)


def _title_layer(title: str, room: _Room) -> alt.Chart:
    """The title as a text mark: Vega's own titles are always read aloud in English."""
    chart: alt.Chart = (
        alt.Chart(pd.DataFrame({"title": [title]}))
        .mark_text(fontSize=14, fontWeight="bold")
        .encode(x=alt.value(room.width / 2), y=alt.value(_TITLE_BAND / 2 - 2), text="title:N")
    )
    return chart


def _drawn(regions: pd.DataFrame, room: _Room) -> pd.DataFrame:
    """One row for each region: its GeoJSON, where its text goes, and its texts."""
    given = regions.set_index("region").to_dict("index")
    rows = []
    for region, unit_shape in region_shapes().items():
        shape = room.place(unit_shape)
        place = {"x": round(shape.centroid.x, 1), "y": round(shape.centroid.y, 1)}
        rows.append({**feature(shape), **place, **_texts(region, given.get("+".join(region), {}))})
    return pd.DataFrame(rows)


def _texts(region: Region, row: dict[Hashable, Any]) -> dict[str, object]:
    value, n = row.get("value", math.nan), row.get("n", 0)
    has_value = pd.notna(value)
    reason = row.get("reason")
    missing = f"{DASH} ({reason})" if isinstance(reason, str) else DASH
    return {
        "name": row.get("name", region_name(region)),
        "has_value": has_value,
        "fill": ramp_colour(value) if has_value else PAPER,
        "written": one_decimal(value),
        "count": _count(n, row.get("sd", math.nan)) if has_value else "",
        "said": one_decimal(value) if has_value else missing,
        "answered": f"{n} van {row.get('applicable', 0)}",
        "spread": one_decimal(row.get("sd", math.nan)),
    }


def _count(n: int, sd: float) -> str:
    """How many items a value rests on and, when there is a spread, how far they lie apart."""
    if n == 1:
        return "1 stelling"
    return f"n={n}" if math.isnan(sd) else f"n={n} ±{one_decimal(sd)}"


def _region_layers(drawn: pd.DataFrame, room: _Room) -> list[alt.Chart]:
    value_size = max(13, round(room.radius * 0.17))
    count_size = max(SMALL_TEXT_SIZE, round(room.radius * 0.1))
    texts = alt.Chart(drawn.drop(columns=_GEOJSON)).encode(
        x=pixels_across("x", room.width), y=pixels_down("y", room.height), tooltip=_TOOLTIP
    )
    layers: list[alt.Chart] = [
        _shapes(drawn)
        .mark_geoshape(stroke=PAPER, strokeWidth=1)
        .encode(fill=alt.Fill("fill:N", scale=None), tooltip=_TOOLTIP),
        _shapes(_hatches(drawn, room)).mark_geoshape(filled=False, stroke=HAIRLINE, strokeWidth=1),
        texts.mark_text(fontSize=value_size, fontWeight="bold", dy=room.lift).encode(
            text="written:N"
        ),
    ]
    if not room.compact:
        counts = texts.mark_text(fontSize=count_size, dy=value_size / 2 + 4)
        layers.append(counts.encode(text="count:N"))
    return layers


def _hatches(drawn: pd.DataFrame, room: _Room) -> pd.DataFrame:
    """Slanted lines over each region without a value, kept clear of the dash in its middle."""
    rows = [
        feature(
            hatching(
                shapely.geometry.shape(row["geometry"]),
                clear=shapely.Point(row["x"], row["y"] + room.lift).buffer(12),
            )
        )
        for row in drawn[~drawn["has_value"]].to_dict("records")
    ]
    return pd.DataFrame(rows, columns=_GEOJSON)


def _role_layers(room: _Room) -> list[alt.Chart]:
    """The outline of each circle, its mark on the outline, and the name of the role beyond it."""
    roles = _roles(room)
    stroke = alt.Stroke("colour:N", scale=None)
    rings: alt.Chart = _shapes(roles).mark_geoshape(filled=False, strokeWidth=3)
    placed = alt.Chart(roles.drop(columns=_GEOJSON)).encode(x=pixels_across("x", room.width))
    marks: alt.Chart = placed.mark_point(
        filled=True, opacity=1, stroke=PAPER, strokeWidth=1.5, strokeJoin="round"
    ).encode(
        y=pixels_down("edge", room.height),
        fill=alt.Fill("colour:N", scale=None),
        shape=alt.Shape("shape:N", scale=None),
        size=alt.Size("area:Q", scale=None),
    )
    names: alt.Chart = placed.mark_text(
        fontWeight="bold", fontSize=max(TEXT_SIZE, round(room.radius * 0.1))
    ).encode(y=pixels_down("label", room.height), text="role:N")
    return [rings.encode(stroke=stroke), marks, names]


def _roles(room: _Room) -> pd.DataFrame:
    gap = 15 if room.compact else 18
    rows = []
    for role, circle in circles().items():
        look, ring = ROLE_LOOKS[role], room.place(circle)
        outward = 1 if role is Role.CARE_DIRECTOR else -1
        edge = ring.centroid.y + outward * room.radius
        rows.append(
            {
                **feature(ring),
                "x": ring.centroid.x,
                "role": look.short if room.compact else ROLE_NAMES[role],
                "colour": look.colour,
                "shape": look.shape,
                "area": room.radius * (2.4 if look.shape == "triangle-up" else 1.8),
                "edge": edge,
                "label": edge + outward * gap,
            }
        )
    return pd.DataFrame(rows)


def _shapes(features: pd.DataFrame) -> alt.Chart:
    """A chart of GeoJSON rows whose coordinates are pixels already.

    The rows stand in the chart itself: as a table they would lose their nested coordinates on the
    way to the browser.
    """
    rows = alt.InlineData(
        values=[
            {str(column): content for column, content in row.items()}
            for row in features.to_dict("records")
        ]
    )
    chart: alt.Chart = alt.Chart(rows).project(type="identity", scale=1, translate=[0, 0])
    return chart
