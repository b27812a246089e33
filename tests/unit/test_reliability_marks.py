"""The figure of reliabilities: the whole line from 0 to 1, a mark and an interval for each."""

import pandas as pd

from ibreflect.charts.reliability_marks import reliability_marks
from tests.unit.figures import rows_of, texts_of

SCALES = pd.DataFrame(
    [
        ("Leercoördinator", "alfa", 0.85, 0.78, 0.91),
        ("Leercoördinator", "omega", 0.86, 0.79, 0.91),
        ("Zorgregisseur", "alfa", -0.10, -0.40, 0.20),
    ],
    columns=["scale", "measure", "value", "low", "high"],
)


def test_every_measure_has_its_own_shape_and_its_number_in_words() -> None:
    chart = reliability_marks(SCALES)
    spec = chart.to_dict()
    points = [layer for layer in spec["layer"] if layer["mark"]["type"] == "point"]
    assert {layer["mark"]["shape"] for layer in points} == {"circle", "diamond"}
    assert sum(len(rows_of(spec, layer)) for layer in points) == len(SCALES)
    assert {"Leercoördinator", "alfa 0,85", "omega 0,86", "alfa -0,10"} <= set(texts_of(chart))


def test_what_is_below_nothing_is_drawn_at_nothing() -> None:
    spec = reliability_marks(SCALES).to_dict()
    (dots,) = [layer for layer in spec["layer"] if layer["mark"].get("shape") == "circle"]
    assert [row["value"] for row in rows_of(spec, dots)] == [0.85, 0.0]


def test_the_axis_is_whole_and_scales_keep_their_order() -> None:
    texts = texts_of(reliability_marks(SCALES))
    assert {"0,00", "0,50", "1,00"} <= set(texts)
    assert texts.index("Leercoördinator") < texts.index("Zorgregisseur")
