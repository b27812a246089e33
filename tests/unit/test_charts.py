import json
import math
from collections.abc import Iterator
from itertools import combinations
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import pandas as pd
import pytest
import shapely
import vl_convert

from ibreflect.charts.circles import circles, region_shapes
from ibreflect.charts.growth_line import growth_line
from ibreflect.charts.item_dots import item_dots
from ibreflect.charts.role_picture import role_picture
from ibreflect.charts.style import INK, OVERLAP_LOOK, ROLE_LOOKS, one_decimal, ramp_colour
from ibreflect.model.role import REGIONS, Role, region_name

WORDS = ("bijna nooit", "soms", "regelmatig", "vaak", "bijna altijd")
REGION_COLUMNS = ["region", "name", "value", "n", "applicable", "sd", "reason"]
POINT_COLUMNS = ["position", "round", "value", "low", "high", "verdict"]
NOT_MEASURED = math.nan


def regions(values: list[float], *, n: int = 8) -> pd.DataFrame:
    rows = [
        ("+".join(region), region_name(region), value, n, 8, 0.55, "te weinig antwoorden")
        for region, value in zip(REGIONS, values, strict=False)
    ]
    return pd.DataFrame(rows, columns=REGION_COLUMNS)


def items(*answers: tuple[float, str]) -> pd.DataFrame:
    rows = [
        (f"LC{index}", f"Ik doe iets dat stelling {index} beschrijft.", value, answer)
        for index, (value, answer) in enumerate(answers)
    ]
    return pd.DataFrame(rows, columns=["item", "text", "value", "answer"])


def points(*values: float) -> pd.DataFrame:
    rows = [
        (index, f"ronde {index}", value, value - 0.3, value + 0.3, "binnen de meetfout")
        for index, value in enumerate(values)
    ]
    return pd.DataFrame(rows, columns=POINT_COLUMNS)


def markers(*notes: tuple[float, str]) -> pd.DataFrame:
    return pd.DataFrame(list(notes), columns=["position", "text"])


SIX_VALUES = [3.4, 4.1, 2.8, 3.3, 3.9, 2.4, NOT_MEASURED]
FIGURES = {
    "role picture": role_picture(regions(SIX_VALUES), words=WORDS, size=320),
    "small role picture": role_picture(regions(SIX_VALUES), words=WORDS, size=190, title="mei"),
    "item dots": item_dots(
        items((1, "bijna nooit"), (5, "bijna altijd"), (NOT_MEASURED, "nog open")),
        words=WORDS,
        role=Role.TREND_ANALYST,
        width=330,
    ),
    "growth line": growth_line(
        points(2.0, NOT_MEASURED, 3.0, 3.5),
        markers((0.5, "andere school")),
        words=WORDS,
        role=None,
        width=330,
    ),
}
FIGURES_WITHOUT_DATA = {
    "role picture": role_picture(regions([]), words=WORDS),
    "role picture without values": role_picture(regions([NOT_MEASURED] * 7), words=WORDS),
    "item dots": item_dots(items(), words=WORDS, role=None, width=330),
    "growth line": growth_line(points(), markers(), words=WORDS, role=None, width=330),
    "growth line without values": growth_line(
        points(NOT_MEASURED, NOT_MEASURED), markers(), words=WORDS, role=None, width=330
    ),
}


def texts_of(figure: alt.LayerChart) -> list[str]:
    """What a reader reads, line by line, from the rendered figure."""
    svg = vl_convert.vegalite_to_svg(figure.to_dict())
    return [text for text in ET.fromstring(svg).itertext() if text.strip()]  # noqa: S314


def fields_in(encoded: object) -> Iterator[str]:
    if isinstance(encoded, dict):
        yield from [encoded["field"]] if "field" in encoded else []
        for part in encoded.values():
            yield from fields_in(part)
    if isinstance(encoded, list):
        for part in encoded:
            yield from fields_in(part)


def rows_of(spec: dict[str, Any], layer: dict[str, Any]) -> list[dict[str, Any]]:
    source: dict[str, str] = layer["data"] if "data" in layer else spec["data"]
    rows: list[dict[str, Any]] = spec["datasets"][source["name"]]
    return rows


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", FIGURES)
def test_every_layer_encodes_columns_that_exist(name: str) -> None:
    spec = FIGURES[name].to_dict()
    for layer in spec["layer"]:
        rows = rows_of(spec, layer)
        if rows:
            assert set(fields_in(layer.get("encoding"))) <= set(rows[0])


@pytest.mark.parametrize("name", FIGURES)
def test_figure_is_as_wide_as_asked(name: str) -> None:
    asked = {"role picture": 320, "small role picture": 190}.get(name, 330)
    svg = ET.fromstring(vl_convert.vegalite_to_svg(FIGURES[name].to_dict()))  # noqa: S314
    assert float(svg.attrib["width"]) == pytest.approx(asked, abs=1)


@pytest.mark.parametrize("name", FIGURES)
def test_no_text_is_smaller_than_twelve_pixels(name: str) -> None:
    svg = vl_convert.vegalite_to_svg(FIGURES[name].to_dict())
    sizes = [
        float(element.attrib["font-size"].removesuffix("px"))
        for element in ET.fromstring(svg).iter()  # noqa: S314
        if "font-size" in element.attrib
    ]
    assert sizes
    assert min(sizes) >= 12


@pytest.mark.parametrize("name", FIGURES)
def test_figure_leaves_reading_aloud_to_its_page(name: str) -> None:
    svg = vl_convert.vegalite_to_svg(FIGURES[name].to_dict())
    assert "aria-label" not in svg


@pytest.mark.parametrize("name", FIGURES_WITHOUT_DATA)
def test_figure_without_data_still_renders(name: str) -> None:
    assert "bijna" in texts_of(FIGURES_WITHOUT_DATA[name])


def test_role_picture_writes_values_names_and_words() -> None:
    texts = texts_of(FIGURES["role picture"])
    values = ["3,4", "4,1", "2,8", "3,3", "3,9", "2,4"]
    assert [text for text in texts if "," in text] == values
    assert texts.count("n=8") == 6
    assert {"leercoördinator", "trendanalist", "zorgregisseur", "regelmatig"} <= set(texts)


def test_region_without_value_has_a_dash_and_its_reason() -> None:
    assert texts_of(FIGURES["role picture"]).count("–") == 1
    assert "– (te weinig antwoorden)" in json.dumps(
        FIGURES["role picture"].to_dict(), ensure_ascii=False
    )


def test_region_of_one_item_says_so() -> None:
    texts = texts_of(role_picture(regions([3.0] * 7, n=1), words=WORDS))
    assert texts.count("1 stelling") == 7


def test_small_role_picture_has_short_names_and_no_counts() -> None:
    texts = texts_of(FIGURES["small role picture"])
    assert {"mei", "LC", "TA", "ZR", "3,4"} <= set(texts)
    assert not {"n=8", "leercoördinator", "soms"} & set(texts)


def test_equal_values_have_equal_fills() -> None:
    spec = role_picture(regions([3.25] * 7), words=WORDS).to_dict()
    assert {row["fill"] for row in rows_of(spec, spec["layer"][0])} == {ramp_colour(3.25)}


def test_regions_share_no_area_and_fill_the_circles() -> None:
    shapes = region_shapes()
    assert set(shapes) == set(REGIONS)
    for one, other in combinations(shapes.values(), 2):
        assert one.intersection(other).area == pytest.approx(0, abs=1e-9)
    union = shapely.union_all(list(circles().values()))
    assert sum(shape.area for shape in shapes.values()) == pytest.approx(union.area)
    assert union.symmetric_difference(shapely.union_all(list(shapes.values()))).area < 1e-9


def test_each_region_lies_in_the_circles_of_its_roles_only() -> None:
    for region, shape in region_shapes().items():
        inside = {role for role, circle in circles().items() if circle.contains(shape.centroid)}
        assert inside == set(region)


@pytest.mark.parametrize("step", [1 + index / 10 for index in range(41)])
def test_text_on_every_fill_has_enough_contrast(step: float) -> None:
    assert contrast(INK, ramp_colour(step)) >= 4.5


def test_ramp_darkens_all_the_way() -> None:
    lights = [luminance(ramp_colour(1 + index / 10)) for index in range(41)]
    assert lights == sorted(lights, reverse=True)
    assert len(set(lights)) == len(lights)


@pytest.mark.parametrize("look", [*ROLE_LOOKS.values(), OVERLAP_LOOK])
def test_series_colours_stand_out_from_paper(look: Any) -> None:
    assert contrast(look.colour, "#ffffff") >= 3


def test_series_differ_in_shape_as_well_as_in_colour() -> None:
    looks = [*ROLE_LOOKS.values(), OVERLAP_LOOK]
    assert len({look.shape for look in looks}) == len({look.colour for look in looks}) == 4


@pytest.mark.parametrize(
    ("value", "written"),
    [(3.25, "3,3"), (2.75, "2,8"), (3.24, "3,2"), (1.0, "1,0"), (5.0, "5,0"), (math.nan, "–")],
)
def test_one_decimal_rounds_a_half_up(value: float, written: str) -> None:
    assert one_decimal(value) == written


def test_item_dots_keep_the_given_order() -> None:
    shuffled = items((2, "soms"), (4, "vaak"), (1, "bijna nooit")).iloc[[2, 0, 1]]
    chart = item_dots(shuffled, words=WORDS, role=None, width=600)
    statements = [text for text in texts_of(chart) if text.startswith("Ik doe")]
    assert [text.split()[5] for text in statements] == ["2", "0", "1"]


def test_item_dots_draw_a_dot_for_a_value_only() -> None:
    spec = FIGURES["item dots"].to_dict()
    (dots,) = [layer for layer in spec["layer"] if layer["mark"]["type"] == "point"]
    assert [row["item"] for row in rows_of(spec, dots)] == ["LC0", "LC1"]
    assert (dots["mark"]["shape"], dots["mark"]["color"]) == ("triangle-up", "#D55E00")
    assert "nog open" in texts_of(FIGURES["item dots"])


def test_item_dots_wrap_a_long_statement() -> None:
    long = items((3, "regelmatig")).assign(text="Ik stel samen met leraren doelen. " * 4)
    lines = texts_of(item_dots(long, words=WORDS, role=None, width=330))
    assert max(len(line) for line in lines) <= 46
    assert " ".join(lines).count("doelen.") == 4


def test_item_dots_keep_the_full_scale() -> None:
    threes = items((3, "regelmatig"), (3, "regelmatig"))
    texts = texts_of(item_dots(threes, words=WORDS, role=None, width=330))
    assert {"nooit", "soms", "vaak", "altijd"} <= set(texts)


def test_growth_line_labels_first_and_last_value() -> None:
    texts = texts_of(FIGURES["growth line"])
    assert {"2,0", "3,5", "andere school", "ronde 0", "ronde 3"} <= set(texts)
    assert "3,0" not in texts


def test_growth_line_labels_a_single_round_once() -> None:
    chart = growth_line(points(3.4), markers(), words=WORDS, role=None, width=330)
    labels = [text for text in texts_of(chart) if "," in text]
    # Twice in the drawing: once as the strip of paper beneath, once as ink.
    assert labels == ["3,4", "3,4"]


def test_growth_line_has_a_gap_where_a_round_has_no_value() -> None:
    chart = growth_line(points(2, 3, NOT_MEASURED, 3, 4), markers(), words=WORDS, role=None)
    spec = chart.to_dict() | {"width": 330}
    root = ET.fromstring(vl_convert.vegalite_to_svg(spec))  # noqa: S314
    (line,) = root.iterfind(".//{*}g[@class]/{*}path[@stroke='#333333'][@stroke-width='2']")
    assert line.attrib["d"].count("M") == 2


@pytest.mark.parametrize("count", [1, 2, 5, 10, 20])
def test_growth_line_names_the_last_round_and_never_too_many(count: int) -> None:
    chart = growth_line(points(*[3.0] * count), markers(), words=WORDS, role=None, width=330)
    names = [text for text in texts_of(chart) if text.startswith("ronde")]
    assert f"ronde {count - 1}" in names
    assert len(names) <= 4


def test_marker_outside_the_rounds_stays_on_the_sheet() -> None:
    chart = growth_line(
        points(3.0, 3.2), markers((1.9, "fusie")), words=WORDS, role=None, width=330
    )
    spec = chart.to_dict()
    low, high = spec["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert low <= 1.9 <= high
