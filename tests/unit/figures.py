"""Example data for the charts, the charts drawn from it, and what can be read in them."""

import math
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import pandas as pd
import vl_convert

from ibreflect.charts.growth_line import growth_line
from ibreflect.charts.item_dots import item_dots
from ibreflect.charts.role_picture import role_picture
from ibreflect.model.role import REGIONS, Role, region_name

WORDS = ("bijna nooit", "soms", "regelmatig", "vaak", "bijna altijd")
REGION_COLUMNS = ["region", "name", "value", "n", "applicable", "sd", "reason"]
POINT_COLUMNS = ["position", "round", "school", "value", "low", "high", "verdict"]
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


def points(*values: float, schools: str = "") -> pd.DataFrame:
    """`schools` has one letter per value; without it all rounds were at the same school."""
    rows = [
        (index, f"ronde {index}", school, value, value - 0.3, value + 0.3, "binnen de meetfout")
        for index, (value, school) in enumerate(
            zip(values, schools or "a" * len(values), strict=True)
        )
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
