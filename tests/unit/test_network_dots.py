"""The schools of a network on one scale: as many dots as there are groups, and no school."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import altair as alt
import pandas as pd
import pytest

from ibreflect.charts.network_dots import A_GROUP, MINE, network_dots
from ibreflect.charts.style import LINE_HEIGHT
from ibreflect.measure import network
from ibreflect.model.network import Dot, Figures, ScaleFigure, Strip
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.usecases import view_network
from ibreflect.usecases.view_network import WHOLE, Own
from tests.store import scans
from tests.unit.figures import WORDS, fields_in, rows_of, texts_of

KEY = "kwaliteitscoordinator-2022/learning_coordinator"
COLUMNS = ["text", "value", "dot", "kind"]


def of_schools(count: int) -> list[Dot]:
    """The dots of so many schools, whose values lie from low to high."""
    values = {UUID(int=each): 1 + 4 * (each % 97) / 96 for each in range(count)}
    return [
        network.dot([values[school_id] for school_id in group]) for group in network.groups(values)
    ]


def figures(*strips: Strip, subgroup: str = "") -> Figures:
    scale = ScaleFigure(KEY, strips, network.Unity.MIXED, None)
    return Figures(10, 10, subgroup, (scale,), {}, {}, {}, {})


def drawn(shown: Figures, own: Own | None = None) -> alt.LayerChart:
    """The one figure of what is published, as both pages draw it."""
    (chapter,) = view_network.view(shown, questionnaires(), own).chapters
    (part,) = chapter.parts
    return network_dots(part.figure.drawn, words=part.words, width=340)


def questionnaires() -> Sequence[Questionnaire]:
    return [scans.instrument().questionnaire]


def marks(chart: alt.LayerChart, shape: str = "circle") -> list[dict[str, Any]]:
    """What is drawn with a shape: a filled circle for a group, a diamond for the reader."""
    spec = chart.to_dict()
    layers = [each for each in spec["layer"] if each["mark"].get("shape") == shape]
    return [row for layer in layers for row in rows_of(spec, layer)]


def rows(*dots: tuple[float, str], text: str = WHOLE) -> pd.DataFrame:
    return pd.DataFrame([(text, value, f"{value}", kind) for value, kind in dots], columns=COLUMNS)


@pytest.mark.parametrize(
    ("schools", "dots"), [(4, 0), (5, 1), (9, 1), (10, 2), (12, 2), (85, 10), (500, 10)]
)
def test_as_many_dots_as_groups_of_five_schools_and_never_more_than_ten(
    schools: int, dots: int
) -> None:
    strip = Strip((), tuple(of_schools(schools)))
    if not dots:
        assert strip.dots == ()
        return
    assert len(marks(drawn(figures(strip)))) == dots


@pytest.mark.parametrize("schools", [5, 12, 85, 500])
def test_all_that_goes_to_the_browser_is_said_in_the_figure(schools: int) -> None:
    """No id, no school, no number of schools: a dot is its value, its words and its place."""
    spec = drawn(figures(Strip((), tuple(of_schools(schools))))).to_dict()
    known = {*COLUMNS, "line", "above", "step", "word", "top", "wrapped"}
    assert {name for data in spec["datasets"].values() for row in data for name in row} <= known
    assert set(fields_in(spec["layer"])) <= {*known, "dot:N"}
    said = {row["dot"] for data in spec["datasets"].values() for row in data if "dot" in row}
    assert said == {view_network._said(each) for each in of_schools(schools)}


@pytest.mark.parametrize("values", [(3.0,), (2.9, 3.1), (1.2, 4.8)])
def test_the_axis_is_all_of_the_scale_whatever_the_values(values: tuple[float, ...]) -> None:
    spec = drawn(figures(Strip((), tuple(Dot(each, "") for each in values)))).to_dict()
    domains = [
        layer["encoding"]["x"]["scale"]["domain"]
        for layer in spec["layer"]
        if "scale" in layer["encoding"].get("x", {})
    ]
    assert domains
    assert all(each == [0.5, 5.5] for each in domains)
    steps = {row["step"] for data in spec["datasets"].values() for row in data if "step" in row}
    assert steps == {1, 2, 3, 4, 5}
    shown = " ".join(texts_of(drawn(figures(Strip((), (Dot(3.0, ""),))))))
    assert all(word in shown for each in WORDS for word in each.split())


def test_the_own_place_is_there_only_when_it_is_given() -> None:
    shown = figures(Strip((), (Dot(3.1, ""),)))
    assert marks(drawn(shown), "diamond") == []
    assert MINE not in texts_of(drawn(shown))
    for elsewhere in (Own({}, {}), Own({"kwaliteitscoordinator-2022/trend_analyst": 2.0}, {})):
        assert marks(drawn(shown, elsewhere), "diamond") == []

    own = drawn(shown, Own({KEY: 4.25}, {}))
    (diamond,) = marks(own, "diamond")
    assert (diamond["value"], diamond["kind"]) == (4.25, MINE)
    assert MINE in texts_of(own)
    assert [row["kind"] for row in marks(own)] == [A_GROUP]


def test_the_own_place_stands_on_the_line_of_its_part_and_else_on_the_first() -> None:
    strips = (
        Strip(("tot100",), (Dot(2.0, ""),)),
        Strip(("101_200", "201_500"), (Dot(4.0, ""),)),
    )
    shown = figures(*strips, subgroup="leerlingen")
    for choice, beside in (("tot100", 2.0), ("201_500", 4.0), ("", 2.0)):
        own = Own({KEY: 3.0}, {"leerlingen": choice} if choice else {})
        chart = drawn(shown, own)
        lines = {row["value"]: row["line"] for row in marks(chart)}
        (diamond,) = marks(chart, "diamond")
        assert diamond["line"] == lines[beside]


def test_dots_at_one_place_stand_above_each_other() -> None:
    chart = network_dots(rows((3.0, A_GROUP), (3.0, A_GROUP), (4.0, A_GROUP)), words=WORDS)
    first, above, beside = (row["line"] for row in marks(chart))
    assert above < first == beside


def test_every_dot_of_a_pile_stays_below_the_words_of_its_line() -> None:
    """Ten groups may all have the same mean; the highest still is no part of the words."""
    chart = network_dots(rows(*[(3.0, A_GROUP)] * network.MOST_DOTS), words=WORDS)
    spec = chart.to_dict()
    (words,) = {
        row["top"] for data in spec["datasets"].values() for row in data if "wrapped" in row
    }
    assert min(row["line"] for row in marks(chart)) > words + LINE_HEIGHT


def test_words_are_nearer_to_their_own_line_than_to_the_one_above() -> None:
    above, below = (rows((3.0, A_GROUP), text=text) for text in ("boven", "onder"))
    spec = network_dots(pd.concat([above, below]), words=WORDS).to_dict()
    placed = [row for data in spec["datasets"].values() for row in data if "wrapped" in row]
    first, second = placed
    assert second["line"] - (second["top"] + LINE_HEIGHT) < second["top"] - first["line"]
