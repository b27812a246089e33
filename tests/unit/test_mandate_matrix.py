"""The matrix of mandates: every voice seen, and what differs seen first, also in grey."""

import math
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import pandas as pd
import pytest
import vl_convert

from ibreflect.charts.mandate_marks import LETTERS
from ibreflect.charts.mandate_matrix import mandate_matrix
from ibreflect.charts.voice_dots import VOICE_LOOKS
from tests.unit.figures import NOT_MEASURED as NONE
from tests.unit.figures import contrast, fields_in, rows_of, texts_of

WORDS = ("niet van deze rol", "uitvoeren", "adviseren", "meebeslissen", "beslissen")
LABELS = {"iber": "ib'er", "schoolleider": "schoolleider", "team": "team"}
COLUMNS = ["topic", "voice", "label", "level", "answer", "agreed", "differs"]


def said(*topics: tuple[tuple[float, float, float], float]) -> pd.DataFrame:
    """For each topic the levels of ib'er, schoolleider and team, and what is agreed."""
    rows = [
        (f"Onderwerp {number}", voice, label, level, _word(level), agreed, len(set(levels)) > 1)
        for number, (levels, agreed) in enumerate(topics, start=1)
        for (voice, label), level in zip(LABELS.items(), levels, strict=True)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _word(level: float) -> str:
    return "verdeeld" if math.isnan(level) else WORDS[int(level) - 1]


def drawn(frame: pd.DataFrame, width: int = 343) -> alt.LayerChart:
    return mandate_matrix(frame, words=WORDS, width=width)


SAME, NEAR, FAR = ((4, 4, 4), NONE), ((4, 3, 4), NONE), ((5, 1, 3), 4)
DIVIDED = ((4, 4, NONE), 4)
FIGURES = {
    "phone": drawn(said(SAME, NEAR, FAR, DIVIDED)),
    "wide": drawn(said(SAME, NEAR, FAR), 704),
    "twenty": drawn(said(*[FAR] * 20)),
    "no level": drawn(said(((NONE, NONE, NONE), NONE))),
    "nothing": drawn(said()),
}


@pytest.mark.parametrize("name", FIGURES)
def test_figure_fits_and_its_text_can_be_read(name: str) -> None:
    svg = vl_convert.vegalite_to_svg(FIGURES[name].to_dict())
    root = ET.fromstring(svg)  # noqa: S314
    assert float(root.attrib["width"]) == pytest.approx(704 if name == "wide" else 343, abs=1)
    sizes = [
        float(each.attrib["font-size"][:-2]) for each in root.iter() if "font-size" in each.attrib
    ]
    assert min(sizes) >= 12
    assert "aria-label" not in svg


@pytest.mark.parametrize("name", FIGURES)
def test_every_layer_encodes_columns_that_exist(name: str) -> None:
    spec = FIGURES[name].to_dict()
    for layer in spec["layer"]:
        rows = rows_of(spec, layer)
        if rows:
            assert set(fields_in(layer.get("encoding"))) <= set(rows[0])


def test_voices_that_agree_stand_beside_each_other_in_one_cell() -> None:
    places = _marks(drawn(said(SAME)))
    assert {level for _, level, _ in places} == {4}
    assert [beside for _, _, beside in places] == [-20, 0, 20]


def test_voices_that_differ_stand_each_in_the_middle_of_a_cell() -> None:
    assert _marks(drawn(said(FAR))) == [("iber", 5, 0), ("schoolleider", 1, 0), ("team", 3, 0)]


def test_a_bar_runs_from_the_lowest_to_the_highest_voice_and_is_thicker_when_longer() -> None:
    spec = drawn(said(SAME, NEAR, FAR)).to_dict()
    (bars,) = [each for each in spec["layer"] if each["mark"]["type"] == "rule"]
    found = [(row["text"], row["low"], row["high"]) for row in rows_of(spec, bars)]
    assert found == [("Onderwerp 2", 3, 4), ("Onderwerp 3", 1, 5)]
    near, far = (row["thick"] for row in rows_of(spec, bars))
    assert far >= 2 * near


def test_a_topic_that_differs_is_heavy_and_stands_on_a_band() -> None:
    spec = drawn(said(SAME, FAR)).to_dict()
    heavy = [
        row["text"]
        for layer in spec["layer"]
        if layer["mark"].get("fontWeight") == "bold" and "wrapped" in set(fields_in(layer))
        for row in rows_of(spec, layer)
    ]
    assert heavy == ["Onderwerp 2"]
    band = next(each for each in spec["layer"] if each["mark"]["type"] == "rect")
    assert [row["text"] for row in rows_of(spec, band)] == ["Onderwerp 2"]


def test_the_agreed_level_has_an_open_frame() -> None:
    spec = drawn(said(SAME, FAR)).to_dict()
    (frames,) = [each for each in spec["layer"] if each["mark"].get("strokeWidth") == 3]
    assert frames["mark"]["fill"] is None
    assert [(row["text"], row["step"]) for row in rows_of(spec, frames)] == [("Onderwerp 2", 4)]
    assert "kader = afgesproken" in texts_of(drawn(said(FAR)))
    assert "kader = afgesproken" not in texts_of(drawn(said(SAME)))


def test_who_names_no_level_is_told_in_words() -> None:
    assert "team: verdeeld" in texts_of(FIGURES["phone"])


def test_topics_keep_the_order_of_the_map() -> None:
    spec = drawn(said(FAR, SAME, NEAR)).to_dict()
    texts = [
        (row["top"], row["text"])
        for layer in spec["layer"]
        if "wrapped" in set(fields_in(layer))
        for row in rows_of(spec, layer)
    ]
    assert [text for _, text in sorted(texts)] == ["Onderwerp 1", "Onderwerp 2", "Onderwerp 3"]


def test_letters_can_be_read_on_their_marks() -> None:
    for voice, letter in LETTERS.items():
        assert contrast(VOICE_LOOKS[voice].colour, letter.ink) >= 4.5
    assert len({each.letter for each in LETTERS.values()}) == 3


def _marks(chart: alt.LayerChart) -> list[tuple[str, float, float]]:
    """Voice, level and pixels beside the middle of the cell, for every mark."""
    spec: dict[str, Any] = chart.to_dict()
    layers = [each for each in spec["layer"] if "xOffset" in each["mark"]]
    return [
        (row["voice"], row["level"], layer["mark"]["xOffset"])
        for layer in layers
        if layer["mark"]["type"] == "point"
        for row in rows_of(spec, layer)
    ]
