import json
import re
from itertools import combinations

import pytest
import shapely

from ibreflect.charts.circles import circles, region_shapes
from ibreflect.charts.role_picture import role_picture
from ibreflect.charts.style import ramp_colour
from ibreflect.model.role import REGIONS
from tests.unit.figures import (
    FIGURES,
    WORDS,
    regions,
    rows_of,
    texts_of,
)


def test_role_picture_writes_values_names_and_words() -> None:
    texts = texts_of(FIGURES["role picture"])
    values = ["3,4", "4,1", "2,8", "3,3", "3,9", "2,4"]
    values = ["3,4", "4,1", "2,8", "3,3", "3,9", "2,4"]
    assert [text for text in texts if re.fullmatch(r"[1-5],[0-9]", text)] == values
    assert sum(text.startswith("n=8 ±") for text in texts) == 6
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
