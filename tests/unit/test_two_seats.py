"""Two answers to each point, drawn: where the marks stand, what they say, and what stands out."""

import math
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import pandas as pd
import pytest
import vl_convert

from ibreflect.charts.style import PAPER
from ibreflect.charts.two_seats import OWNER_LOOK, PARTNER_LOOK, share_of, two_seats
from tests.unit.figures import WORDS, contrast, rows_of, texts_of

LEVELS = ("niet van deze rol", "uitvoeren", "adviseren", "meebeslissen", "beslissen")
COLUMNS = ["text", "owner", "partner", "owner_label", "partner_label", "words", "differs"]
ROWS = [
    ("Ik bewaak afspraken.", 0.25, 1.0, "Sanne", "Mark", WORDS, True),
    ("Een methode kiezen", 0.5, 0.5, "Sanne", "Mark", LEVELS, False),
    ("Ik vraag door.", 0.0, math.nan, "Sanne", "Mark: geen antwoord", WORDS, False),
]


def chart(*rows: tuple[object, ...], size: int = 13, width: int = 330) -> alt.LayerChart:
    return two_seats(pd.DataFrame(list(rows), columns=COLUMNS), size=size, width=width)


def layers(drawn: alt.LayerChart, mark: str) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """The layers of one kind of mark, each with its rows."""
    spec = drawn.to_dict()
    found = [each for each in spec["layer"] if each["mark"]["type"] == mark]
    return [(each["mark"], rows_of(spec, each)) for each in found]


def test_each_seat_has_a_mark_of_its_own_where_it_answered() -> None:
    (partner, partners), (owner, owners) = layers(chart(*ROWS), "point")
    assert (owner["shape"], owner["fill"]) == (OWNER_LOOK.shape, OWNER_LOOK.colour)
    assert (partner["shape"], partner["fill"]) == (PARTNER_LOOK.shape, "#ffffff")
    assert [row["owner"] for row in owners] == [0.25, 0.5, 0.0]
    assert [row["partner"] for row in partners] == [1.0, 0.5]


def test_at_one_place_both_marks_are_seen() -> None:
    """The open one is drawn first and is larger; the full one stands inside it."""
    (partner, _), (owner, _) = layers(chart(ROWS[1]), "point")
    assert partner["size"] > 2 * owner["size"]


def test_a_clear_difference_has_a_thick_line_and_one_answer_has_none() -> None:
    _, (thick, differing), (thin, others) = layers(chart(*ROWS), "rule")
    assert thick["strokeWidth"] > 3 * thin["strokeWidth"]
    assert [row["text"] for row in differing] == ["Ik bewaak afspraken."]
    assert [row["text"] for row in others] == ["Een methode kiezen"]


def test_it_says_who_answered_what_with_the_words_of_each_scale() -> None:
    texts = texts_of(chart(*ROWS))
    assert {"Sanne", "Mark", "Mark: geen antwoord"} <= set(texts)
    assert {"soms", "vaak", "uitvoeren", "meebeslissen"} <= set(texts)
    assert [text for text in texts if text in {row[0] for row in ROWS}] == [row[0] for row in ROWS]


@pytest.mark.parametrize("place", [0.0, 0.5, 1.0])
def test_a_long_name_stays_on_the_sheet_of_a_phone(place: float) -> None:
    """A character of this type is on average half as wide as it is high."""
    name = "An de Vries-van den Bergh"
    drawn = chart(("Ik vraag.", place, place, name, name, WORDS, False))
    svg = ET.fromstring(vl_convert.vegalite_to_svg(drawn.to_dict()))  # noqa: S314
    found = [each for each in svg.iter() if "".join(each.itertext()) == name]
    texts = [each for each in found if each.tag.endswith("text")]
    assert texts
    for each in texts:
        x = float(each.attrib["transform"].removeprefix("translate(").partition(",")[0])
        wide = 13 / 2 * len(name)
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[each.attrib["text-anchor"]]
        assert 0 <= left <= 330 - wide


def test_no_text_is_smaller_than_twelve_pixels_and_large_type_is_larger() -> None:
    assert min(sizes(chart(*ROWS))) >= 12
    assert min(sizes(chart(*ROWS, size=16, width=660))) >= 15


def sizes(drawn: alt.LayerChart) -> list[float]:
    """The sizes of all texts in the picture."""
    svg = ET.fromstring(vl_convert.vegalite_to_svg(drawn.to_dict()))  # noqa: S314
    given = (element.attrib.get("font-size", "") for element in svg.iter())
    return [float(each.removesuffix("px")) for each in given if each]


def test_in_grey_the_marks_differ_by_shape_and_stand_out_from_paper() -> None:
    assert OWNER_LOOK.shape != PARTNER_LOOK.shape
    for look in (OWNER_LOOK, PARTNER_LOOK):
        assert contrast(look.colour, PAPER) >= 3


def test_without_points_there_is_an_empty_sheet() -> None:
    assert texts_of(chart()) == []


@pytest.mark.parametrize(("step", "place"), [(1, 0.0), (2, 0.25), (5, 1.0)])
def test_a_step_stands_at_its_share_of_the_scale(step: int, place: float) -> None:
    assert share_of(step, WORDS) == place


def test_without_an_answer_there_is_no_place() -> None:
    assert math.isnan(share_of(None, WORDS))
