"""Own view and the view of others: corners with names, and every title readable."""

import math
import re
from itertools import combinations
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import pandas as pd
import pytest
import vl_convert

from ibreflect.charts.plane_sheet import HIGH, LOW, Axes
from ibreflect.charts.quadrants import quadrants
from ibreflect.charts.voice_dots import VOICE_LOOKS
from tests.unit.figures import WORDS, contrast, fields_in, rows_of, texts_of
from tests.unit.svg_texts import texts_across, width_of

AXES = Axes("zelf", "leraren (5)", WORDS)
CORNERS = {
    "herkende kracht": (HIGH, HIGH),
    "onvermoede kracht": (LOW, HIGH),
    "gespreksonderwerp": (HIGH, LOW),
    "gedeeld leerpunt": (LOW, LOW),
}
TITLES = (
    "Samenwerken met ouders",
    "Trends in de opbrengsten",
    "Begeleiden van leraren",
    "Regie op de ondersteuning",
    "Kwaliteitszorg",
)


def drawn(*places: tuple[float, float], width: int = 343, voice: str = "leraren") -> alt.LayerChart:
    rows = [(title, x, y, voice) for title, (x, y) in zip(TITLES, places, strict=False)]
    points = pd.DataFrame(rows, columns=["label", "x", "y", "voice"])
    return quadrants(points, AXES, neutral_self=0.3, neutral_others=0.2, width=width)


FIGURES = {
    "four": drawn((4.1, 4.4), (4.2, 4.3), (4.4, 2.6), (2.2, 3.9)),
    "wide": drawn((4.1, 4.4), (4.2, 4.3), (4.4, 2.6), (2.2, 3.9), width=704),
    "ends": drawn((5, 5), (1, 1), (5, 1), (1, 5), (3.5, 3.5)),
    "same place": drawn((3, 2.4), (3, 2.4)),
    "none": drawn(),
}


def layers(chart: alt.LayerChart, kind: str, field: str) -> list[tuple[dict[str, Any], Any]]:
    """The layers of this kind of mark with this field across, each with its rows."""
    spec = chart.to_dict()
    return [
        (each, rows_of(spec, each))
        for each in spec["layer"]
        if each["mark"]["type"] == kind and each["encoding"]["x"].get("field") == field
    ]


@pytest.mark.parametrize("name", FIGURES)
def test_every_layer_encodes_columns_that_exist(name: str) -> None:
    spec = FIGURES[name].to_dict()
    for layer in spec["layer"]:
        rows = rows_of(spec, layer)
        if rows:
            assert set(fields_in(layer.get("encoding"))) <= set(rows[0])


@pytest.mark.parametrize("name", FIGURES)
def test_both_views_are_named_and_both_scales_run_from_end_to_end(name: str) -> None:
    texts = texts_of(FIGURES[name])
    assert {"zelf →", "leraren (5) ↑"} <= set(texts)
    assert texts.count("nooit") == texts.count("altijd") == 2
    for layer in FIGURES[name].to_dict()["layer"]:
        for channel in ("x", "y"):
            assert layer["encoding"][channel]["scale"]["domain"] == [LOW, HIGH]


def test_the_corners_have_names_in_one_quiet_ink() -> None:
    found = layers(FIGURES["four"], "text", "x")
    assert {row["text"]: (row["x"], row["y"]) for _, rows in found for row in rows} == CORNERS
    (colour,) = {layer["mark"]["color"] for layer, _ in found}
    assert contrast(colour, "#ffffff") >= 4.5
    assert set(CORNERS) <= set(texts_of(FIGURES["none"]))


def test_neutral_is_a_band_around_the_middle_of_each_scale() -> None:
    ((_, bands), (_, _)) = layers(FIGURES["four"], "rect", "left")
    assert [(row["left"], row["right"]) for row in bands] == [(3.2, 3.8), (LOW, HIGH)]
    assert [(row["low"], row["high"]) for row in bands] == [(LOW, HIGH), (3.3, 3.7)]


def test_a_dotted_line_runs_where_both_see_the_same() -> None:
    ((layer, rows),) = layers(FIGURES["four"], "line", "same")
    assert layer["mark"]["strokeDash"]
    assert layer["encoding"]["y"]["field"] == "same"
    assert [row["same"] for row in rows] == [1, 5]
    assert "zelfde kijk" in texts_of(FIGURES["four"])


@pytest.mark.parametrize("voice", VOICE_LOOKS)
def test_a_mark_looks_like_its_voice_and_stands_where_both_views_are(voice: str) -> None:
    ((_, rows),) = layers(drawn((4.1, 2.2), voice=voice), "point", "x")
    look = VOICE_LOOKS[voice]
    assert [(row["x"], row["y"], row["colour"], row["shape"]) for row in rows] == [
        (4.1, 2.2, look.colour, look.shape)
    ]


def test_a_scale_that_one_of_both_did_not_see_is_left_out() -> None:
    texts = texts_of(drawn((math.nan, 3), (3, math.nan), (3, 3)))
    assert "Begeleiden van" in texts
    assert not {"Samenwerken met", "Trends in de"} & set(texts)


@pytest.mark.parametrize("name", ["four", "wide", "ends", "same place"])
def test_titles_cover_no_title_no_mark_and_no_name_of_a_corner(name: str) -> None:
    chart = FIGURES[name]
    step = ((704 if name == "wide" else 343) - 76) / (HIGH - LOW)
    ((_, rows),) = layers(chart, "point", "x")
    titles = [_box(row, step) for row in rows]
    marks = [_around(row["x"], row["y"], 5, 5, step) for row in rows]
    assert len(titles) == len(rows) > 1
    assert not any(_touch(one, other) for one, other in combinations(titles, 2))
    assert not any(_touch(title, mark) for title in titles for mark in marks)
    corners = [
        _around(x + (60 / step if x == LOW else -60 / step), y, 60, 16, step)
        for x, y in CORNERS.values()
    ]
    assert not any(_touch(title, corner) for title in titles for corner in corners)


def _box(row: dict[str, Any], step: float) -> tuple[float, ...]:
    """What a title covers, in steps: left, right, low, high; a line is 16 pixels high."""
    lines = row["wrapped"].split("\n")
    wide, high = 0.5 * 14 * max(map(len, lines)) / step, 16 * len(lines) / step
    left = row["title_x"] - {"left": 0, "center": 0.5, "right": 1}[row["align"]] * wide
    # Text stands two pixels within its lines.
    return left, left + wide, row["title_y"] - high + 2 / step, row["title_y"] - 2 / step


def _around(x: float, y: float, wide: float, high: float, step: float) -> tuple[float, ...]:
    return x - wide / step, x + wide / step, y - high / step, y + high / step


def _touch(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = one[0] < other[1] and other[0] < one[1]
    return across and one[2] < other[3] and other[2] < one[3]


def test_a_title_that_moved_away_has_a_line_to_its_mark() -> None:
    near = layers(drawn((3, 3)), "rule", "x")
    assert [rows for _, rows in near] == [[]]
    ((_, moved),) = layers(drawn(*[(3.0, 2.4)] * 5), "rule", "x")
    assert moved
    step = (343 - 76) / (HIGH - LOW)
    for row in moved:
        assert step * math.dist((row["x"], row["y"]), (row["near_x"], row["near_y"])) > 12


@pytest.mark.parametrize("name", FIGURES)
def test_the_plane_is_square_and_every_text_large_enough_and_on_the_sheet(name: str) -> None:
    chart = FIGURES[name]
    wide = 704 if name == "wide" else 343
    assert width_of(chart) == pytest.approx(wide, abs=2)
    frame = _frame(chart)
    assert frame[0] == pytest.approx(frame[1], abs=4)
    texts = texts_across(chart)
    assert min(text.left for text in texts) >= 0
    assert max(text.right for text in texts) <= wide
    svg = ET.fromstring(vl_convert.vegalite_to_svg(chart.to_dict()))  # noqa: S314
    sizes = [
        float(each.attrib["font-size"].removesuffix("px"))
        for each in svg.iter()
        if "font-size" in each.attrib
    ]
    assert min(sizes) >= 12


def _frame(chart: alt.LayerChart) -> tuple[float, float]:
    """The width and the height of the edge of the plane in pixels."""
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    paths = [
        each.attrib["d"]
        for each in ET.fromstring(svg).iter()  # noqa: S314
        if each.attrib.get("stroke") == "#b8b8b8" and each.attrib.get("d", "").endswith("Z")
    ]
    (edge,) = (re.fullmatch(r"M0,0h(\d+)v(\d+)h-\d+Z", path) for path in paths)
    assert edge
    return float(edge[1]), float(edge[2])
