from xml.etree import ElementTree as ET

import altair as alt
import pytest
import vl_convert

from ibreflect.charts.growth_line import growth_line
from ibreflect.charts.item_dots import item_dots
from ibreflect.model.role import Role
from tests.unit.figures import (
    FIGURES,
    NOT_MEASURED,
    WORDS,
    items,
    markers,
    points,
    rows_of,
    texts_of,
)


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


def test_growth_line_starts_anew_at_another_school() -> None:
    one = path_count(growth_line(points(2, 3, 4, 3), markers(), words=WORDS, role=None, width=330))
    two = path_count(
        growth_line(
            points(2, 3, 4, 3, schools="aabb"), markers(), words=WORDS, role=None, width=330
        )
    )
    assert (one, two) == (1, 2)


def path_count(chart: alt.LayerChart) -> int:
    """How many lines the drawn chart has."""
    drawn = ET.fromstring(vl_convert.vegalite_to_svg(chart.to_dict()))  # noqa: S314
    groups = [each for each in drawn.iter() if "mark-line" in each.get("class", "")]
    return sum(len(list(group.iter("{http://www.w3.org/2000/svg}path"))) for group in groups)


def with_wishes(**wanted: list[float] | list[str]) -> alt.LayerChart:
    frame = items((1, "bijna nooit"), (4, "vaak"), (NOT_MEASURED, "nog open")).assign(**wanted)
    return item_dots(frame, words=WORDS, role=Role.TREND_ANALYST, width=340)


def test_item_dots_draw_what_is_wanted_as_an_open_mark() -> None:
    spec = with_wishes(wished=[4, 4, NOT_MEASURED]).to_dict()
    (opened,) = [
        layer
        for layer in spec["layer"]
        if layer["mark"]["type"] == "point" and layer["encoding"]["x"].get("field") == "wished"
    ]
    assert (opened["mark"]["shape"], opened["mark"]["fill"]) == ("triangle-up", "#ffffff")
    far, same = rows_of(spec, opened)
    assert (far["value"], far["wished"]) == (1, 4)
    # As it is now: a ring around the dot, so larger.
    assert same["size"] > far["size"]


def test_item_dots_join_what_is_and_what_is_wanted() -> None:
    spec = with_wishes(wished=[4, NOT_MEASURED, 2]).to_dict()
    (link,) = [
        layer for layer in spec["layer"] if layer["encoding"].get("x2") == {"field": "wished"}
    ]
    assert [row["item"] for row in rows_of(spec, link)] == ["LC0"]


def test_item_dots_tell_the_wish_in_words() -> None:
    texts = texts_of(with_wishes(wished=[4, NOT_MEASURED, 2]))
    assert {"nu", "gewenst", "bijna nooit, gewenst: vaak", "nog open, gewenst: soms"} <= set(texts)
    texts = texts_of(with_wishes(wish=["meer", "", "minder"]))
    assert {"bijna nooit, wens: meer", "vaak", "nog open, wens: minder"} <= set(texts)
    assert {"wens: minder", "zo houden", "meer"} <= set(texts)
    assert "gewenst" not in texts


@pytest.mark.parametrize(("wish", "sign"), [("minder", "←"), ("zo houden", "="), ("meer", "→")])
def test_item_dots_have_a_sign_for_each_direction(wish: str, sign: str) -> None:
    # Once in the key, and twice beside the dot: once as the strip of paper beneath, once as ink.
    texts = texts_of(with_wishes(wish=[wish, "", wish]))
    assert [text for text in texts if text in "←=→"].count(sign) == 3


def test_item_dots_with_long_wishes_stay_as_wide_as_asked() -> None:
    words = ["helemaal niet duidelijk", *["een beetje duidelijk"] * 3, "grotendeels wel duidelijk"]
    frame = items((3, words[2]), (2, words[1])).assign(wished=[5, 1])
    chart = item_dots(frame, words=words, role=None, width=340)
    root = ET.fromstring(vl_convert.vegalite_to_svg(chart.to_dict()))  # noqa: S314
    assert float(root.attrib["width"]) == pytest.approx(340, abs=1)
    labels = [text for text in texts_of(chart) if "gewenst:" in text]
    assert max(len(label) for label in labels) <= 36


def test_item_dots_without_wishes_have_no_key() -> None:
    assert not {"nu", "gewenst"} & set(texts_of(FIGURES["item dots"]))
