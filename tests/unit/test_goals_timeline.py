"""The goals and the roles over the same years: what is drawn of each, and that it can be read."""

from datetime import date
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import pandas as pd
import pytest
import vl_convert

from ibreflect.charts.goals_timeline import goals_timeline
from ibreflect.charts.school_years import school_years
from ibreflect.model.role import Role
from tests.unit.figures import NOT_MEASURED, WORDS, fields_in, rows_of, texts_of
from tests.unit.svg_texts import texts_across, width_of

LC, TA, ZR = Role
TODAY = date(2026, 11, 23)
LONG = "In elk groepsgesprek stel ik eerst twee vragen voordat ik iets adviseer aan de leraar"
OUTCOMES = ["gelukt", "deels gelukt", "niet gelukt", "doel veranderd", "nog open"]


def points(*values: tuple[int, Role, float]) -> pd.DataFrame:
    rows = [(date(year, 11, 1), f"najaar {year}", role, value) for year, role, value in values]
    return pd.DataFrame(rows, columns=["day", "round", "role", "value"])


def goal(number: int, outcome: str, *, name: str = LONG) -> dict[str, object]:
    """A goal of the school year 2025/2026, or one that is open since October."""
    is_open = outcome == "nog open"
    return {
        "number": number,
        "name": name,
        "begin": date(2026, 10, 5) if is_open else date(2025, 9, 15),
        "end": TODAY if is_open else date(2026, 2, 1),
        "check": date(2027, 1, 15) if is_open else None,
        "outcome": outcome,
    }


def drawn(
    *goals: dict[str, object], values: pd.DataFrame | None = None, width: int = 330
) -> alt.LayerChart:
    notes = pd.DataFrame(
        [(each["number"], each["begin"]) for each in goals], columns=["number", "day"]
    )
    shown = points() if values is None else values
    return goals_timeline(shown, pd.DataFrame(goals), notes, words=WORDS, width=width)


ALL = drawn(
    *(goal(number, outcome) for number, outcome in enumerate(OUTCOMES, start=1)),
    values=points((2025, LC, 3.0), (2025, TA, 2.5), (2026, LC, 3.4), (2026, TA, 2.5)),
)
LONELY = drawn(goal(1, "gelukt", name="Kort"))


@pytest.mark.parametrize("chart", [ALL, LONELY])
def test_every_layer_encodes_columns_that_exist(chart: alt.LayerChart) -> None:
    spec = chart.to_dict()
    for layer in spec["layer"]:
        rows = rows_of(spec, layer)
        if rows:
            assert set(fields_in(layer.get("encoding"))) <= set(rows[0])


@pytest.mark.parametrize("width", [330, 700])
def test_it_is_as_wide_as_asked_and_no_text_runs_off_it(width: int) -> None:
    values = points(*((year, role, 3.0) for year in range(2015, 2027) for role in Role))
    goals = [goal(number, outcome) for number, outcome in enumerate(OUTCOMES, start=1)]
    chart = drawn(*goals, values=values, width=width)
    assert width_of(chart) == pytest.approx(width, abs=1)
    own = [each for each in texts_across(chart) if each.text not in WORDS]
    assert not [each for each in own if each.left < 0 or each.right > width]


def test_no_text_is_small_and_nothing_is_read_aloud_in_english() -> None:
    svg = vl_convert.vegalite_to_svg(ALL.to_dict())
    sizes = [
        float(each.attrib["font-size"].removesuffix("px"))
        for each in ET.fromstring(svg).iter()  # noqa: S314
        if "font-size" in each.attrib
    ]
    assert min(sizes) >= 12
    assert "aria-label" not in svg


def test_each_outcome_is_a_word_and_a_shape_of_its_own_without_colour() -> None:
    texts = texts_of(ALL)
    assert all(any(text.endswith(f"({outcome})") for text in texts) for outcome in OUTCOMES)
    looks = {each: tuple(_marks(ALL, each)) for each in OUTCOMES}
    assert looks.pop("nog open") == ()
    assert len(set(looks.values())) == 4
    assert {colour for look in looks.values() for _, *colours in look for colour in colours} == {
        "#1a1a1a",
        "#ffffff",
    }


def test_an_open_goal_goes_on_in_dots_to_its_check_date() -> None:
    spec = ALL.to_dict()
    (dots,) = [each for each in spec["layer"] if each["mark"].get("strokeDash") == [2, 4]]
    (row,) = rows_of(spec, dots)
    assert (row["end"], row["check"]) == (TODAY.toordinal(), date(2027, 1, 15).toordinal())


def test_a_check_date_that_is_over_draws_nothing_ahead() -> None:
    late = goal(1, "nog open") | {"check": date(2026, 11, 10)}
    spec = drawn(late).to_dict()
    (dots,) = [each for each in spec["layer"] if each["mark"].get("strokeDash") == [2, 4]]
    assert rows_of(spec, dots) == []


def test_the_roles_have_their_letters_and_last_values_apart_from_each_other() -> None:
    chart = drawn(goal(1, "gelukt"), values=points(*((2026, role, 3.0) for role in Role)))
    assert {"LC 3,0", "TA 3,0", "ZR 3,0"} <= set(texts_of(chart))
    spec = chart.to_dict()
    labels = next(
        rows_of(spec, each)
        for each in spec["layer"]
        if each["encoding"].get("text", {}).get("field") == "label"
    )
    places = sorted(each["label_at"] for each in labels)
    assert min(after - before for before, after in pairwise(places)) >= 14


def test_a_line_breaks_where_a_round_has_no_value() -> None:
    values = [(2023, 3.0), (2024, NOT_MEASURED), (2025, 3.5), (2026, 4.0)]
    chart = drawn(goal(1, "gelukt"), values=points(*((year, LC, each) for year, each in values)))
    root = ET.fromstring(vl_convert.vegalite_to_svg(chart.to_dict()))  # noqa: S314
    (line,) = root.iterfind(".//{*}g[@class]/{*}path[@stroke='#0072B2'][@stroke-width='2']")
    assert line.attrib["d"].count("M") == 2


def test_without_rounds_there_is_no_scale() -> None:
    assert not set(WORDS) & set(texts_of(LONELY))
    assert "1. Kort (gelukt)" in texts_of(LONELY)


def test_one_year_has_its_quarters_and_many_years_their_names() -> None:
    assert {"aug", "nov", "feb", "mei", "2026"} <= set(texts_of(drawn(goal(1, "nog open"))))
    many = drawn(goal(1, "nog open"), values=points((2015, LC, 3.0), (2026, LC, 3.0)))
    years = [text for text in texts_of(many) if "/" in text]
    assert years
    assert years[-1] == "2026/2027" or years[0] == "2026/2027"
    assert len(years) <= 4


@pytest.mark.parametrize(
    ("days", "years"),
    [
        ([date(2026, 8, 1)], range(2026, 2027)),
        ([date(2026, 7, 31)], range(2025, 2026)),
        ([date(2027, 1, 1), date(2024, 2, 29)], range(2023, 2027)),
    ],
)
def test_a_school_year_begins_on_the_first_of_august(days: list[date], years: range) -> None:
    assert school_years(days) == years


def _marks(chart: alt.LayerChart, outcome: str) -> list[tuple[str, str, str]]:
    """Shape, fill and edge of the marks that end a goal with this outcome."""
    spec: dict[str, Any] = chart.to_dict()
    return [
        (layer["mark"]["shape"], layer["mark"]["fill"], layer["mark"]["stroke"])
        for layer in spec["layer"]
        if layer["mark"]["type"] == "point" and "stroke" in layer["mark"]
        if outcome in {row["outcome"] for row in rows_of(spec, layer)}
    ]
