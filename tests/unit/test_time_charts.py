"""Nu beside gewenst, and a part over the rounds: what can be read in the drawn figures."""

import math
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import pandas as pd
import pytest
import vl_convert

from ibreflect.charts.time_rounds import time_rounds
from ibreflect.charts.time_split import time_split
from tests.unit.figures import fields_in, rows_of, texts_of

OPEN = math.nan


def parts(now: list[float], wished: list[float]) -> pd.DataFrame:
    names = ["Preventief", "Curatief", "Coördineren en administratie", "Overig"][: len(now)]
    columns = {"part": names, "now": now, "wished": wished}
    return pd.DataFrame(columns).astype({"now": float, "wished": float})


def rounds(*now: float, wished: float = OPEN, schools: str = "") -> pd.DataFrame:
    """`schools` has one letter per round; without it all were at the same school."""
    return pd.DataFrame(
        {
            "position": range(len(now)),
            "round": [f"najaar {2020 + each}" for each in range(len(now))],
            "school": list(schools or "a" * len(now)),
            "now": [float(each) for each in now],
            "wished": [OPEN] * (len(now) - 1) + [wished] * bool(now),
        }
    )


FIGURES = {
    "split": time_split(parts([20, 45, 30, 5], [40, 40, 15, 5]), width=330),
    "split without a wish": time_split(parts([100, 0], [OPEN, OPEN]), width=330),
    "rounds": time_rounds(rounds(20, 35, 30, wished=40), part="Preventief", width=320),
    "one round": time_rounds(rounds(20), part="Preventief", width=320),
    "no parts": time_split(parts([], []), width=330),
    "no rounds": time_rounds(rounds(), part="Preventief", width=320),
}


@pytest.mark.parametrize("name", FIGURES)
def test_every_layer_encodes_columns_that_exist(name: str) -> None:
    spec = FIGURES[name].to_dict()
    for layer in spec["layer"]:
        rows = rows_of(spec, layer)
        if rows:
            assert set(fields_in(layer.get("encoding"))) <= set(rows[0])


@pytest.mark.parametrize("name", FIGURES)
def test_the_drawing_is_readable_and_as_wide_as_asked(name: str) -> None:
    svg = vl_convert.vegalite_to_svg(FIGURES[name].to_dict())
    root = ET.fromstring(svg)  # noqa: S314
    asked = 320 if "round" in name else 330
    assert float(root.attrib["width"]) == pytest.approx(asked, abs=1)
    sizes = [each.attrib["font-size"] for each in root.iter() if "font-size" in each.attrib]
    assert min(float(size.removesuffix("px")) for size in sizes) >= 12
    assert "aria-label" not in svg


def test_every_bar_has_its_word_and_its_percentage() -> None:
    texts = written(FIGURES["split"])
    assert {"Preventief", "Curatief", "Coördineren en administratie", "Overig"} <= set(texts)
    assert texts.count("nu") == texts.count("gewenst") == 4
    assert {"20 %", "45 %", "30 %", "5 %", "40 %", "15 %"} <= set(texts)
    assert {"0 %", "25 %", "50 %", "75 %", "100 %"} <= set(texts)


def test_now_is_filled_and_the_wish_is_hollow() -> None:
    now, wished = bars(FIGURES["split"])
    assert now["mark"]["stroke"] == wished["mark"]["stroke"] == now["mark"]["fill"]
    assert wished["mark"]["fill"] == "#ffffff"


def test_a_bar_is_as_long_as_its_share() -> None:
    spec = FIGURES["split"].to_dict()
    now, wished = bars(FIGURES["split"])
    assert [row["value"] for row in rows_of(spec, now)] == [20, 45, 30, 5]
    assert [row["value"] for row in rows_of(spec, wished)] == [40, 40, 15, 5]
    assert now["encoding"]["x2"] == {"datum": 0}
    assert now["encoding"]["x"]["scale"] == wished["encoding"]["x"]["scale"]


def test_no_part_has_a_colour_of_its_own() -> None:
    for figure in FIGURES.values():
        spec = figure.to_dict()
        assert not {
            channel
            for layer in spec["layer"]
            for channel in ("color", "fill", "stroke")
            if channel in layer.get("encoding", {})
        }


def test_a_wish_that_is_not_known_is_said_and_not_drawn_as_nothing() -> None:
    spec = FIGURES["split without a wish"].to_dict()
    assert texts_of(FIGURES["split without a wish"]).count("nog open") == 4  # strip and ink
    assert rows_of(spec, bars(FIGURES["split without a wish"])[1]) == []


def test_rounds_name_first_and_last_and_the_wish() -> None:
    texts = written(FIGURES["rounds"])
    assert {"Preventief", "20 %", "30 %", "40 %", "gewenst", "2020", "2022"} <= set(texts)
    assert "35 %" not in texts


def test_rounds_without_a_wish_do_not_name_one() -> None:
    assert "gewenst" not in written(time_rounds(rounds(20, 30), part="Overig"))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 20])
def test_round_names_never_crowd(count: int) -> None:
    texts = written(time_rounds(rounds(*[30] * count, wished=20), part="Overig"))
    assert texts.count("najaar") <= 3
    assert str(2019 + count) in texts


def test_another_school_starts_another_line() -> None:
    assert paths(time_rounds(rounds(20, 30, 40, 50), part="Overig")) == 1
    assert paths(time_rounds(rounds(20, 30, 40, 50, schools="aabb"), part="Overig")) == 2


def test_every_part_is_drawn_on_the_same_axis() -> None:
    low, high = (time_rounds(rounds(each, each), part="Overig").to_dict() for each in (2, 98))
    scales = [each["layer"][0]["encoding"]["y"]["scale"] for each in (low, high)]
    assert scales[0] == scales[1]
    assert scales[0]["domain"][0] == 0


def written(figure: alt.LayerChart) -> list[str]:
    return [text.replace("\u00a0", " ") for text in texts_of(figure)]


def bars(figure: alt.LayerChart) -> list[dict[str, Any]]:
    spec = figure.to_dict()
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == "rect"]


def paths(figure: alt.LayerChart) -> int:
    """How many lines the drawn chart has."""
    drawn = ET.fromstring(vl_convert.vegalite_to_svg(figure.to_dict()))  # noqa: S314
    groups = [each for each in drawn.iter() if "mark-line" in each.get("class", "")]
    return sum(len(list(group.iter("{http://www.w3.org/2000/svg}path"))) for group in groups)
