"""Several voices on one statement: every voice seen, also where they say the same."""

import math
from itertools import combinations
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import pandas as pd
import pytest
import vl_convert

from ibreflect.charts.style import ROLE_LOOKS
from ibreflect.charts.voice_dots import VOICE_LOOKS, voice_dots
from tests.unit.figures import (
    NOT_MEASURED,
    WORDS,
    contrast,
    luminance,
    rows_of,
    texts_of,
)

LABELS = {"iber": "ib'er", "schoolleider": "schoolleider", "team": "team (4)"}
NO_WISH = (NOT_MEASURED,) * 3


def voices(
    *values: tuple[float, float, float], wished: tuple[float, float, float] = NO_WISH
) -> pd.DataFrame:
    """One statement per triple of values: ib'er, schoolleider, team."""
    rows = [
        (f"MR{index}", f"Voor mij is stelling {index} duidelijk.", voice, label, value, wish)
        for index, triple in enumerate(values)
        for (voice, label), value, wish in zip(LABELS.items(), triple, wished, strict=True)
    ]
    return pd.DataFrame(rows, columns=["item", "text", "voice", "label", "value", "wished"])


def drawn(frame: pd.DataFrame, *, width: int = 340) -> alt.LayerChart:
    return voice_dots(frame, words=WORDS, width=width)


def marks(chart: alt.LayerChart, field: str = "value") -> list[dict[str, Any]]:
    """The marks at the values, or with field 'wished' at what is wanted."""
    spec = chart.to_dict()
    (layer,) = [
        each
        for each in spec["layer"]
        if each["mark"]["type"] == "point" and each["encoding"]["x"].get("field") == field
    ]
    return rows_of(spec, layer)


FIGURES = {
    "one": drawn(voices((5, 2, 3.4))),
    "wishes": drawn(voices((1, 3, 3.4), (4, 4, 4.2), wished=(5, 3, 4.6))),
    "many": drawn(voices(*[(5, 5, 4.8)] * 18)),
    "wide": drawn(voices((5, 2, 3.4)), width=700),
    "nothing": drawn(voices()),
}


@pytest.mark.parametrize("name", FIGURES)
def test_figure_is_as_wide_as_asked_and_its_text_can_be_read(name: str) -> None:
    svg = vl_convert.vegalite_to_svg(FIGURES[name].to_dict())
    root = ET.fromstring(svg)  # noqa: S314
    sizes = [
        float(each.attrib["font-size"][:-2]) for each in root.iter() if "font-size" in each.attrib
    ]
    assert float(root.attrib["width"]) == pytest.approx(700 if name == "wide" else 340, abs=1)
    assert min(sizes) >= 12
    assert "aria-label" not in svg
    assert "bijna" in texts_of(FIGURES[name])


def test_each_voice_has_its_own_shape_and_tone_beside_those_of_the_roles() -> None:
    looks = VOICE_LOOKS.values()
    # In grey the shape tells them apart: no two voices share one.
    assert len({look.shape for look in looks}) == len(VOICE_LOOKS) == 8
    assert len({look.colour for look in [*looks, *ROLE_LOOKS.values()]}) == 8 + 3
    assert all(contrast(look.colour, "#ffffff") >= 3 for look in looks)


def test_the_three_voices_of_the_mandate_map_differ_in_tone_too() -> None:
    lights = [luminance(VOICE_LOOKS[voice].colour) for voice in LABELS]
    assert all(abs(one - other) > 0.05 for one, other in combinations(lights, 2))


def test_a_voice_without_a_value_has_no_mark() -> None:
    assert [row["voice"] for row in marks(drawn(voices((4, NOT_MEASURED, 3.4))))] == [
        "iber",
        "team",
    ]


def test_the_key_names_the_voices_that_are_there() -> None:
    assert set(LABELS.values()) <= set(texts_of(FIGURES["one"]))
    alone = voices((4, 2, 3)).query("voice == 'iber'")
    assert not {"schoolleider", "team (4)"} & set(texts_of(drawn(alone)))
    assert "open teken: gewenst" in texts_of(FIGURES["wishes"])
    assert "open teken: gewenst" not in texts_of(FIGURES["one"])


@pytest.mark.parametrize(
    "values", [(3, 3, 3.0), (3, 3, 3.1), (4, 5, 4.0), (5, 4, 4.9), (2, 3, 2.9)]
)
def test_marks_that_would_lie_on_each_other_lie_apart(values: tuple[float, float, float]) -> None:
    # A step is 340 / 5 = 68 pixels wide; a mark is at most 13 pixels wide and high.
    placed = [(68 * row["value"], row["y"]) for row in marks(drawn(voices(values)))]
    assert all(math.dist(one, other) >= 12 for one, other in combinations(placed, 2))


def test_marks_that_lie_apart_stay_on_the_line() -> None:
    assert len({row["y"] for row in marks(drawn(voices((1, 3, 4.5))))}) == 1


def test_a_line_runs_from_the_lowest_to_the_highest_voice() -> None:
    spec = drawn(voices((5, 2, 3.4), (3, 3, 3.0), (NOT_MEASURED, 4, NOT_MEASURED))).to_dict()
    (layer,) = [each for each in spec["layer"] if each["encoding"].get("x2") == {"field": "max"}]
    assert [(row["min"], row["max"]) for row in rows_of(spec, layer)] == [(2, 5)]


def test_only_the_mean_of_the_team_is_written() -> None:
    texts = texts_of(drawn(voices((5, 2, 3.4))))
    assert [text for text in texts if "," in text] == ["3,4", "3,4"]  # paper and ink


def test_a_mean_between_two_near_marks_is_not_written() -> None:
    assert "3,5" in texts_of(drawn(voices((3, 5, 3.5))))
    assert "3,5" not in texts_of(drawn(voices((3, 4, 3.5))))


def test_what_is_wanted_is_an_open_mark_in_the_lane_of_its_voice() -> None:
    chart = drawn(voices((1, 3, 3.4), wished=(5, NOT_MEASURED, 3.4)))
    wanted = marks(chart, "wished")
    assert [(row["voice"], row["wished"], row["fill"]) for row in wanted] == [
        ("iber", 5, "#ffffff"),
        ("team", 3.4, "#ffffff"),
    ]
    now = {row["voice"]: row for row in marks(chart)}
    assert all(row["y"] == now[row["voice"]]["y"] for row in wanted)
    # The same as now: a ring around the mark, larger than the mark.
    assert wanted[1]["size"] > now["team"]["size"] == wanted[0]["size"]


def test_statements_keep_the_given_order() -> None:
    frame = voices((1, 2, 3), (3, 2, 1)).iloc[::-1]
    texts = [text.split()[4] for text in texts_of(drawn(frame)) if text.startswith("Voor mij")]
    assert texts == ["1", "0"]
