import math
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import vl_convert

from ibreflect.charts.style import INK, OVERLAP_LOOK, ROLE_LOOKS, ramp_colour
from ibreflect.model.numbers import one_decimal
from tests.unit.figures import (
    FIGURES,
    FIGURES_WITHOUT_DATA,
    contrast,
    fields_in,
    luminance,
    rows_of,
    texts_of,
)


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
