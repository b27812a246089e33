import math
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import pandas as pd
import pytest
import vl_convert

from ibreflect.charts.plane import plane
from ibreflect.charts.plane_sheet import Axes
from tests.unit.figures import WORDS, fields_in, rows_of, texts_of

AXES = Axes("critical friend", "sturend", WORDS)
COLUMNS = ["round", "x", "y", "x_low", "x_high", "y_low", "y_high"]
NO_WISH = (0, 0)
TERMS = ("najaar 2023", "voorjaar 2024", "najaar 2024", "voorjaar 2025", "najaar 2025")


def drawn(*places: tuple[float, float], wish: tuple[int, int] = NO_WISH) -> alt.LayerChart:
    """A plane of the last rounds there are, at these places."""
    rows = [
        (term, x, y, x - 0.4, x + 0.4, y - 0.4, y + 0.4)
        for term, (x, y) in zip(TERMS[len(TERMS) - len(places) :], places, strict=True)
    ]
    words = {-1: "minder", 0: "zo houden", 1: "meer"}
    arrows = pd.DataFrame(
        {
            "axis": ["x", "y"],
            "step": wish,
            "word": [words[(each > 0) - (each < 0)] for each in wish],
        }
    )
    return plane(pd.DataFrame(rows, columns=COLUMNS), arrows, AXES)


def layers_of(chart: alt.LayerChart, kind: str) -> list[list[dict[str, Any]]]:
    """The rows of every layer with this mark."""
    spec = chart.to_dict()
    return [rows_of(spec, each) for each in spec["layer"] if each["mark"]["type"] == kind]


def heads(chart: alt.LayerChart) -> dict[str, tuple[float, float]]:
    """Where each arrow ends, from where it starts, by the shape of its head."""
    spec = chart.to_dict()
    return {
        row["head"]: (round(row["x_end"] - row["x"], 6), round(row["y_end"] - row["y"], 6))
        for each in spec["layer"]
        if each["mark"]["type"] == "rule"
        for row in rows_of(spec, each)
        if "head" in row
    }


FULL = drawn((2.1, 3.9), (3.2, 2.8), wish=(1, -2))


@pytest.mark.parametrize("chart", [FULL, drawn((4.8, 4.7)), drawn()])
def test_every_layer_encodes_columns_that_exist(chart: alt.LayerChart) -> None:
    spec = chart.to_dict()
    for layer in spec["layer"]:
        rows = rows_of(spec, layer)
        if rows:
            assert set(fields_in(layer.get("encoding"))) <= set(rows[0])


def test_both_scales_are_whole_and_in_words() -> None:
    texts = texts_of(FULL)
    for word in ("regelmatig", "soms", "vaak"):
        assert texts.count(word) == 2
    assert {"critical friend →", "sturend ↑"} <= set(texts)
    for layer in FULL.to_dict()["layer"]:
        low, high = layer["encoding"]["x"]["scale"]["domain"]
        assert low < 1
        assert high > 5
        assert layer["encoding"]["y"]["scale"]["domain"] == [low, high]


def test_every_corner_is_named_in_the_words_of_the_scale() -> None:
    texts = " ".join(texts_of(FULL))
    for across in ("soms", "vaak"):
        for up in ("soms", "vaak"):
            assert f"{across} critical friend, {up} sturend" in texts


def test_an_arrow_says_which_way_and_has_one_of_two_lengths() -> None:
    small, large = 0.5, 0.8
    assert heads(FULL) == {"triangle-right": (small, 0), "triangle-down": (0, -large)}
    assert heads(drawn((3, 3), wish=(-2, 1))) == {
        "triangle-left": (-large, 0),
        "triangle-up": (0, small),
    }
    assert {"meer", "minder"} <= set(texts_of(FULL))


def test_no_wish_to_change_draws_no_arrow() -> None:
    assert heads(drawn((3, 3))) == {}
    assert not {"meer", "minder", "zo houden"} & set(texts_of(drawn((3, 3))))


@pytest.mark.parametrize("place", [(1, 1), (1, 5), (5, 1), (5, 5)])
@pytest.mark.parametrize("wish", [(2, 2), (-2, -2)])
def test_an_arrow_stays_on_the_sheet(place: tuple[float, float], wish: tuple[int, int]) -> None:
    chart = drawn(place, wish=wish)
    low, high = chart.to_dict()["layer"][0]["encoding"]["x"]["scale"]["domain"]
    for across, up in heads(chart).values():
        assert low <= place[0] + across <= high
        assert low <= place[1] + up <= high


def test_only_the_last_round_shows_its_error() -> None:
    (band,) = layers_of(FULL, "rect")
    assert [row["x_high"] for row in band] == [3.6]


def test_few_rounds_are_all_named_and_of_many_the_first_and_the_last_two() -> None:
    places = [(2.0, 4.0), (2.2, 3.6), (2.4, 3.2), (2.6, 2.8), (3.4, 2.4)]
    assert set(TERMS[1:]) <= set(texts_of(drawn(*places[1:])))
    assert set(TERMS) & set(texts_of(drawn(*places))) == {TERMS[0], *TERMS[-2:]}


def test_names_of_rounds_in_the_same_place_stand_below_each_other() -> None:
    spec = drawn(*[(3.0, 3.0)] * 4).to_dict()
    levels = {
        row["round"]: row["level"]
        for each in spec["layer"]
        for row in rows_of(spec, each)
        if "level" in row
    }
    ordered = sorted(levels.values())
    assert len(ordered) == 4
    assert min(high - low for low, high in pairwise(ordered)) > 0.25


def test_a_round_without_a_place_is_left_out() -> None:
    chart = drawn((2.0, math.nan), (3.0, 3.0))
    assert TERMS[-2] not in texts_of(chart)
    assert TERMS[-1] in texts_of(chart)


def test_an_empty_plane_still_has_its_scales() -> None:
    assert "regelmatig" in texts_of(drawn())


def test_the_figure_keeps_its_width_and_readable_texts() -> None:
    svg = ET.fromstring(vl_convert.vegalite_to_svg(FULL.to_dict()))  # noqa: S314
    width = float(svg.attrib["width"])
    sizes = [
        float(each.attrib["font-size"].removesuffix("px"))
        for each in svg.iter()
        if "font-size" in each.attrib
    ]
    assert width == pytest.approx(400, abs=1)
    # A phone of 375 pixels has 343 left for a figure.
    assert min(sizes) * 343 / width >= 12
    assert "aria-label" not in ET.tostring(svg, encoding="unicode")


def test_nothing_is_coloured_but_with_ink() -> None:
    svg = vl_convert.vegalite_to_svg(FULL.to_dict())
    colours = {
        each.get(name, "")
        for each in ET.fromstring(svg).iter()  # noqa: S314
        for name in ("fill", "stroke")
    }
    shown = {colour for colour in colours if len(colour) == len("#rrggbb")}
    assert shown
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in shown)
