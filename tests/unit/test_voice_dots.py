"""Several voices on one statement: every voice seen, also where they say the same."""

import math
from itertools import combinations, pairwise
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
    fields_in,
    luminance,
    rows_of,
    texts_of,
)
from tests.unit.svg_texts import texts_across, width_of

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


GROUPS = {
    "iber": "ib'er",
    "schoolleider": "schoolleider",
    "leraren": "leraren (6)",
    "collegas": "collega-ib'ers (3)",
    "ouders": "ouders (9)",
    "overig": "overige collega's (4)",
}
NAMES = ["item", "text", "voice", "label", "value", "wished"]
MORE = ["low", "high", "band_low", "band_high", "bound", "differs"]


def heard(**said: dict[str, Any]) -> pd.DataFrame:
    """One statement; for each voice its value and whatever else is known of it."""
    unknown = dict.fromkeys(["value", "wished", *MORE[:4]], NOT_MEASURED)
    rows = [
        {
            "item": "MR1",
            "text": "Voor mij is dit duidelijk.",
            "voice": voice,
            "label": GROUPS[voice],
            **unknown,
            "bound": "",
            "differs": False,
            **known,
        }
        for voice, known in said.items()
    ]
    return pd.DataFrame(rows, columns=[*NAMES, *MORE])


def layers_with(chart: alt.LayerChart, kind: str, field: str) -> list[list[dict[str, Any]]]:
    """The rows of each layer of this kind of mark that has this field across."""
    spec = chart.to_dict()
    return [
        rows_of(spec, each)
        for each in spec["layer"]
        if each["mark"]["type"] == kind and each["encoding"]["x"].get("field") == field
    ]


def written(chart: alt.LayerChart) -> dict[tuple[str, str], dict[str, Any]]:
    """Where each number or note stands, by its voice and its text."""
    return {
        (row["voice"], row["written"]): row
        for rows in layers_with(chart, "text", "x")
        for row in rows
        if "side" in row
    }


SPREAD = {"low": 2, "high": 4, "band_low": 2.7, "band_high": 3.5}
FULL = heard(
    iber={"value": 5},
    schoolleider={"value": 4},
    leraren={"value": 3.1, "differs": True, **SPREAD},
    collegas={"value": 4.7, "bound": "minstens"},
    ouders={"value": 1.3, "bound": "hoogstens", "differs": True},
    overig={"value": 4.0},
)
SCALES = heard(iber={"value": 3.6}, schoolleider={"value": 4.25}, leraren={"value": 3.2})
HEARD = {
    "full": drawn(FULL),
    "wide": drawn(FULL, width=704),
    "missing": drawn(heard(iber={}, leraren={"value": 3.1, **SPREAD}, ouders={})),
    "scales": drawn(SCALES),
    "line": drawn(heard(iber={"value": 5}, leraren={"value": 1.4, "differs": True})),
    "none": drawn(heard()),
}


@pytest.mark.parametrize("name", HEARD)
def test_every_layer_encodes_columns_that_exist(name: str) -> None:
    spec = HEARD[name].to_dict()
    for layer in spec["layer"]:
        rows = rows_of(spec, layer)
        if rows:
            assert set(fields_in(layer.get("encoding"))) <= set(rows[0])


def test_each_of_six_voices_has_its_mark_its_name_and_its_own_lane() -> None:
    rows = marks(HEARD["full"])
    assert [row["voice"] for row in rows] == list(GROUPS)
    assert len({row["shape"] for row in rows}) == 6
    assert set(GROUPS.values()) <= set(texts_of(HEARD["full"]))
    lanes = [row["y"] for row in rows]
    assert all(low - high >= 16 for high, low in pairwise(lanes))


def test_what_is_not_there_need_not_be_a_column() -> None:
    bare = drawn(FULL[NAMES])
    assert [row["value"] for row in marks(bare)] == [5, 4, 3.1, 4.7, 1.3, 4]
    assert layers_with(bare, "rule", "low") == [[]]
    assert "verschil in beeld" not in texts_of(bare)


def test_whisker_and_band_are_only_where_they_are_known() -> None:
    (whiskers,) = layers_with(HEARD["full"], "rule", "low")
    assert [(row["voice"], row["low"], row["high"]) for row in whiskers] == [("leraren", 2, 4)]
    (ends,) = layers_with(HEARD["full"], "tick", "end")
    assert [(row["end"], row["colour"]) for row in ends] == [
        (end, VOICE_LOOKS["leraren"].colour) for end in (2, 4)
    ]
    (bands,) = layers_with(HEARD["full"], "rule", "band_low")
    assert [(row["voice"], row["band_low"], row["band_high"]) for row in bands] == [
        ("leraren", 2.7, 3.5)
    ]
    assert {"onzekerheid", "laagste en hoogste antwoord"} <= set(texts_of(HEARD["full"]))
    assert not {"onzekerheid", "laagste en hoogste antwoord"} & set(texts_of(HEARD["scales"]))


def test_a_band_is_pale_but_seen_and_its_mark_stands_out_on_it() -> None:
    (bands,) = layers_with(HEARD["full"], "rule", "band_low")
    assert contrast(bands[0]["pale"], "#ffffff") > 1.25
    assert contrast(bands[0]["pale"], bands[0]["colour"]) > 2


def test_a_number_says_when_it_is_only_a_bound() -> None:
    numbers = {row[1] for row in written(HEARD["full"]) if "," in row[1]}
    assert numbers == {"3,1", "≥ 4,7", "≤ 1,3", "4,0"}
    assert {"≥ 4,7", "≤ 1,3"} <= set(texts_of(HEARD["full"]))


def test_answers_of_one_person_get_no_number_and_means_of_scales_all_do() -> None:
    assert not {voice for voice, _ in written(HEARD["full"])} & {"iber", "schoolleider"}
    assert set(written(HEARD["scales"])) == {
        ("iber", "3,6"),
        ("schoolleider", "4,3"),
        ("leraren", "3,2"),
    }


def test_a_heavy_line_runs_from_the_iber_to_each_voice_that_differs() -> None:
    heavy, thin = (
        [(row["own"], row["value"]) for row in rows]
        for rows in (
            [row for row in found if row["differs"] is wanted]
            for found, wanted in zip(_rules(HEARD["full"]), (True, False), strict=True)
        )
    )
    assert heavy == [(5, 3.1), (5, 1.3)]
    assert thin == [(5, 4), (5, 4.7), (5, 4)]


def _rules(chart: alt.LayerChart) -> list[list[dict[str, Any]]]:
    """The rows of the lines from the ib'er to the values of others, the heaviest first."""
    spec = chart.to_dict()
    lines = [each for each in spec["layer"] if each["encoding"].get("x2") == {"field": "value"}]
    lines.sort(key=lambda layer: -layer["mark"].get("strokeWidth", 1))
    return [rows_of(spec, each) for each in lines]


def test_nothing_is_compared_with_an_iber_who_gave_no_answer() -> None:
    chart = drawn(heard(iber={}, leraren={"value": 3.1, "differs": True, **SPREAD}))
    assert _rules(chart) == [[], []]
    assert "verschil in beeld" not in texts_of(chart)


def test_a_difference_is_named_in_its_lane_where_there_is_room() -> None:
    # Of the teachers, the whisker from 2 to 4 leaves no room for the words on a phone.
    named = [voice for voice, text in written(HEARD["full"]) if text == "verschil in beeld"]
    assert named == ["ouders"]
    wide = [voice for voice, text in written(HEARD["wide"]) if text == "verschil in beeld"]
    assert wide == ["leraren", "ouders"]


def test_between_two_voices_the_difference_is_named_below_the_line() -> None:
    note = written(HEARD["line"])["leraren", "verschil in beeld"]
    (mark, _) = marks(HEARD["line"])
    assert note["x"] == pytest.approx((5 + 1.4) / 2)
    assert note["y"] > mark["y"] + 12


@pytest.mark.parametrize("name", ["full", "wide", "missing", "scales", "line"])
def test_texts_stay_on_the_sheet(name: str) -> None:
    texts = texts_across(HEARD[name])
    assert len(texts) > 10
    for text, left, right in texts:
        assert left >= 0, text
        assert right <= width_of(HEARD[name]), text


@pytest.mark.parametrize("value", [1.0, 1.2, 2.5, 3.0, 4.0, 4.4, 4.8, 5.0])
@pytest.mark.parametrize("own", [1, 3, 5])
@pytest.mark.parametrize(("low", "high"), [(1, 5), (2, 4), (NOT_MEASURED, NOT_MEASURED)])
def test_a_number_covers_no_mark_and_no_end_of_a_whisker(
    value: float, own: float, low: float, high: float
) -> None:
    low, high = min(low, value), max(high, value)
    chart = drawn(heard(iber={"value": own}, leraren={"value": value, "low": low, "high": high}))
    ends = [value, low, high] if low <= high else [value, value]
    for (_, text), row in written(chart).items():
        wide = 6.2 * len(text) / 68
        left = row["x"] - (wide if row["side"] == "before" else 0)
        assert not any(left < end < left + wide for end in ends)
        assert left >= 0.5
        assert left + wide <= 5.5
