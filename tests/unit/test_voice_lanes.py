"""Voices with what is known of them beside a value: each in its lane, with its number."""

from itertools import pairwise
from typing import Any

import altair as alt
import pandas as pd
import pytest

from ibreflect.charts.voice_dots import VOICE_LOOKS, voice_dots
from tests.unit.figures import NOT_MEASURED, WORDS, contrast, fields_in, rows_of, texts_of
from tests.unit.svg_texts import texts_across, width_of

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


def drawn(frame: pd.DataFrame, *, width: int = 340) -> alt.LayerChart:
    return voice_dots(frame, words=WORDS, width=width)


def marks(chart: alt.LayerChart) -> list[dict[str, Any]]:
    (rows,) = layers_with(chart, "point", "value")
    return rows


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
    heavy, thin = ([(row["own"], row["value"]) for row in rows] for rows in _rules(HEARD["full"]))
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
    texts, width = texts_across(HEARD[name]), width_of(HEARD[name])
    assert len(texts) > 10
    for text, left, right in texts:
        assert left >= 0, text
        assert right <= width, text


def test_a_number_covers_no_mark_and_no_end_of_a_whisker() -> None:
    """One statement for each answer of the ib'er, mean and spread of the teachers."""
    unknown = (NOT_MEASURED, NOT_MEASURED)
    cases = [
        heard(
            iber={"value": own},
            leraren={"value": value, "low": min(low, value), "high": max(high, value)},
        ).assign(item=f"{own} {value} {low}")
        for own in (1, 3, 5)
        for value in (1.0, 1.2, 2.5, 3.0, 4.0, 4.4, 4.8, 5.0)
        for low, high in ((1, 5), (2, 4), unknown)
    ]
    spread = pd.concat(cases, ignore_index=True)
    chart = drawn(spread)
    (rows,) = layers_with(chart, "point", "value")
    ends = {
        row["item"]: [row["value"], row["low"], row["high"]]
        for row in rows
        if row["voice"] == "leraren"
    }
    texts = [row for found in layers_with(chart, "text", "x") for row in found if "side" in row]
    # On paper and in ink.
    assert len(texts) == 2 * len(cases)
    for row in texts:
        wide = 6.2 * len(row["written"]) / 68
        left = row["x"] - (wide if row["side"] == "before" else 0)
        known = [end for end in ends[row["item"]] if end is not None]
        assert not any(left < end < left + wide for end in known), row
        assert left >= 0.5
        assert left + wide <= 5.5


def test_a_long_number_at_the_end_of_the_scale_stays_on_the_sheet() -> None:
    chart = drawn(
        heard(iber={"value": 1}, leraren={"value": 4.95, "bound": "minstens", "wished": 5})
    )
    (row,) = written(chart).values()
    assert row["side"] == "before"
