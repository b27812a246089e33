import math
import re
from itertools import pairwise

import pandas as pd
import pytest

from ibreflect.charts.activity_circles import activity_circles
from ibreflect.charts.style import ROLE_LOOKS
from ibreflect.measure.log_sentences import Tally
from ibreflect.model.role import REGIONS, Role
from ibreflect.usecases.log_circles import Measure, circled
from tests.unit.figures import fields_in, rows_of, texts_of
from tests.unit.svg_texts import texts_across, width_of

SHAPES = {
    "all regions": (10, 8, 6, 3, 2, 4, 1),
    "two roles": (3, 4, 0, 2, 0, 0, 0),
    "apart": (3, 4, 6, 0, 0, 0, 0),
    "inside": (10, 0, 0, 5, 0, 0, 1),
    "all in the middle": (0, 0, 0, 0, 0, 0, 7),
    "minutes": (1240, 860, 90, 45, 30, 15, 20),
    "one in ten thousand": (10_000, 1, 0, 1, 0, 0, 0),
}


def frame(*counts: int) -> pd.DataFrame:
    tallies = {region: Tally(count, 0) for region, count in zip(REGIONS, counts, strict=True)}
    found = circled(tallies, Measure.NUMBER)
    assert found is not None
    return found.drawn


@pytest.mark.parametrize("counts", SHAPES.values(), ids=list(SHAPES))
def test_every_activity_can_be_read_and_nothing_leaves_the_picture(counts: tuple[int, ...]) -> None:
    chart = activity_circles(frame(*counts))
    texts = texts_across(chart)
    told = " ".join(text.text for text in texts)
    for count in filter(None, counts):
        assert re.search(rf"\b{count:,}\b".replace(",", r"\."), told)
    assert width_of(chart) <= 343
    assert all(text.left >= -1 and text.right <= 338 for text in texts)


@pytest.mark.parametrize("counts", SHAPES.values(), ids=list(SHAPES))
def test_fields_that_are_drawn_are_in_the_frame(counts: tuple[int, ...]) -> None:
    spec = activity_circles(frame(*counts)).to_dict()
    for layer in spec["layer"]:
        if rows := rows_of(spec, layer):
            assert set(fields_in(layer["encoding"])) <= set(rows[0])


def test_each_role_is_named_with_its_mark() -> None:
    texts = texts_of(activity_circles(frame(10, 8, 6, 3, 2, 4, 1)))
    assert {"leercoördinator (LC)", "trendanalist (TA)", "zorgregisseur (ZR)"} <= set(texts)


def test_the_drawn_discs_have_areas_in_the_proportion_of_the_roles() -> None:
    spec = activity_circles(frame(9, 1, 0, 0, 0, 0, 0)).to_dict()
    colours = {look.colour: role for role, look in ROLE_LOOKS.items()}
    sizes = {
        colours[row["colour"]]: row["area"]
        for layer in spec["layer"]
        for row in rows_of(spec, layer)
        if "area" in row
    }
    assert sizes[Role.LEARNING_COORDINATOR] / sizes[Role.TREND_ANALYST] == pytest.approx(9)


def test_a_number_without_room_stands_aside_with_its_roles() -> None:
    texts = texts_of(activity_circles(frame(10_000, 1, 0, 1, 0, 0, 0)))
    assert {"10.000", "TA 1", "LC+TA 1"} <= set(texts)


def test_labels_aside_do_not_touch() -> None:
    spec = activity_circles(frame(1240, 860, 90, 45, 30, 15, 20)).to_dict()
    heights = sorted(
        {
            row["text_y"]
            for layer in spec["layer"]
            for row in rows_of(spec, layer)
            if "text_y" in row
        }
    )
    assert len(heights) == 4
    assert all(lower - upper >= 18 for upper, lower in pairwise(heights))


def test_a_region_to_which_the_circles_leave_no_area_is_named_below() -> None:
    one_hidden = frame(3, 4, 0, 2, 0, 0, 0)
    one_hidden.loc[one_hidden["region"] == "trend_analyst", ["x", "y", "room"]] = math.nan
    assert "past niet in deze cirkels: TA 4" in texts_of(activity_circles(one_hidden))


def test_a_role_alone_carries_its_circle_and_an_overlap_does_not() -> None:
    drawn = frame(3, 4, 0, 2, 0, 0, 0)
    assert drawn["radius"].notna().tolist() == [True, True, False, False, False, False, False]
    assert drawn["value"].tolist() == [3, 4, 0, 2, 0, 0, 0]
