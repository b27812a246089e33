"""How often something was written down per period: what can be read in the drawn figure."""

from typing import Any
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
import vl_convert

from ibreflect.charts.log_periods import log_periods
from tests.unit.figures import contrast, fields_in, rows_of, texts_of

QUARTERS = ["aug–okt 2025", "nov–jan 2026", "feb–apr 2026", "mei–jul 2026"]
COLUMNS = ["row", "period", "position", "count"]


def counts(**rows: list[int]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            (name, QUARTERS[at % 4], at, count)
            for name, each in rows.items()
            for at, count in enumerate(each)
        ],
        columns=COLUMNS,
    )


FIGURES = {
    "two rows": log_periods(counts(gepland=[8, 0, 4, 2], spontaan=[1, 2, 3, 4]), width=343),
    "one period": log_periods(counts(gepland=[8], spontaan=[1]), width=343),
    "six periods": log_periods(counts(gepland=[8, 1, 2, 3, 4, 600]), width=343),
    "nothing": log_periods(counts(), width=343),
    "only zeros": log_periods(counts(gepland=[0, 0]), width=343),
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
    assert float(root.attrib["width"]) == pytest.approx(343, abs=1)
    sizes = [each.attrib["font-size"] for each in root.iter() if "font-size" in each.attrib]
    assert all(float(size.removesuffix("px")) >= 12 for size in sizes)
    assert "aria-label" not in svg


def test_every_row_period_and_number_is_written() -> None:
    texts = texts_of(FIGURES["two rows"])
    assert {"gepland", "spontaan", "8", "0", "aug–okt", "mei–jul", "2025"} <= set(texts)


def test_a_bar_is_as_high_as_its_count_on_one_scale_for_all_rows() -> None:
    heights = {
        (row["row"], row["count"]): row["base"] - row["top"] for row in bars(FIGURES["two rows"])
    }
    highest = heights["gepland", 8]
    assert heights["gepland", 4] == pytest.approx(highest / 2)
    assert heights["spontaan", 4] == pytest.approx(highest / 2)
    assert heights["spontaan", 1] == pytest.approx(highest / 8)


def test_what_did_not_happen_has_a_number_and_no_bar() -> None:
    assert [row["count"] for row in bars(FIGURES["two rows"])] == [8, 4, 2, 1, 2, 3, 4]
    assert not bars(FIGURES["only zeros"])


def test_rows_are_told_apart_by_their_names_and_not_by_colour() -> None:
    marks = [each["mark"] for each in FIGURES["two rows"].to_dict()["layer"]]
    (colour,) = [each["color"] for each in marks if each["type"] == "rect"]
    assert contrast(colour, "#ffffff") >= 3


def bars(figure: Any) -> list[dict[str, Any]]:
    spec = figure.to_dict()
    (layer,) = [each for each in spec["layer"] if each["mark"]["type"] == "rect"]
    return rows_of(spec, layer)
