"""What all figures share: how a role looks, how a value is written, and the one chart theme."""

import textwrap
from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt

from ibreflect.model.role import Role

FONT = "Liberation Sans, Arial, sans-serif"
INK = "#1a1a1a"
QUIET_INK = "#595959"
HAIRLINE = "#b8b8b8"
PAPER = "#ffffff"
TEXT_SIZE = 13
SMALL_TEXT_SIZE = 12
LINE_HEIGHT = 16
FIT_WIDTH = alt.AutoSizeParams(type="fit-x", contains="padding")
"""A numeric width, like the width of a container, is then the width of the whole figure."""

_RAMP = ((245, 243, 248), (142, 124, 170))
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"
_SHORT_MONTHS = "jan feb mrt apr mei jun jul aug sep okt nov dec"
_DAYS = "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag"
_DUTCH = {
    "number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€\u00a0", ""]},
    "time": {
        "dateTime": "%a %e %B %Y %X",
        "date": "%d-%m-%Y",
        "time": "%H:%M:%S",
        "periods": ["", ""],
        "days": _DAYS.split(),
        "shortDays": [day[:2] for day in _DAYS.split()],
        "months": _MONTHS.split(),
        "shortMonths": _SHORT_MONTHS.split(),
    },
}


class Look(NamedTuple):
    """How one series is recognised: by colour, by Vega shape and by its abbreviation."""

    colour: str
    shape: str
    short: str


OVERLAP_LOOK = Look("#333333", "diamond", "")
ROLE_LOOKS = {
    Role.LEARNING_COORDINATOR: Look("#0072B2", "circle", "LC"),
    Role.TREND_ANALYST: Look("#D55E00", "triangle-up", "TA"),
    Role.CARE_DIRECTOR: Look("#009E73", "square", "ZR"),
}


def look_of(role: Role | None) -> Look:
    """The look of a role; of an overlap, or of anything that is no single role, when None."""
    return OVERLAP_LOOK if role is None else ROLE_LOOKS[role]


def ramp_colour(value: float) -> str:
    """The fill (hex) of a value 1..5: one hue from light to dark over the full scale.

    Even the darkest step is light enough for INK. Ink that turned white half-way would draw a
    border between two values where there is none.
    """
    share = (min(max(value, 1.0), 5.0) - 1) / 4
    channels = (round(low + share * (high - low)) for low, high in zip(*_RAMP, strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def wrapped(text: str, characters: int) -> str:
    """The text with line ends between words, so that a line has at most `characters`."""
    return "\n".join(textwrap.wrap(text, characters, break_long_words=False)) or text


def wrapped_words(words: Sequence[str]) -> list[str]:
    """The words of the answer scale, each on lines short enough for a fifth of a phone screen."""
    return [wrapped(word, 10) for word in words]


def pixels_across(field: str, width: float) -> alt.X:
    """The x channel for a field that holds pixels from the left edge of a figure `width` wide."""
    return alt.X(f"{field}:Q", axis=None, scale=alt.Scale(domain=[0, width]))


def pixels_down(field: str, height: float) -> alt.Y:
    """The y channel for a field that holds pixels from the top of a figure `height` high."""
    return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(domain=[height, 0]))


def padding(across: int, down: int | None = None) -> dict[str, int]:
    """White around a figure, in pixels. Spelled out: the browser's side cannot read one number."""
    down = across if down is None else down
    return {"left": across, "right": across, "top": down, "bottom": down}


def on_paper(placed: alt.Chart, **look: Any) -> list[alt.Chart]:
    """Text on a strip of paper, which keeps lines from running through it.

    `placed` is a chart with its text and place encoded; `look` are properties of the text mark.
    """
    strip: alt.Chart = placed.mark_text(stroke=PAPER, strokeWidth=7, strokeJoin="round", **look)
    text: alt.Chart = placed.mark_text(**look)
    return [strip, text]


def styled(chart: alt.LayerChart) -> alt.LayerChart:
    """The chart with the theme of the house: Dutch numbers and dates, readable sizes, one font.

    Vega would read every mark aloud, in English ("fill: #c2b8d1"), so that is off: the page gives
    the figure its name and puts a table beside it.
    """
    axis = {"aria": False, "labelColor": INK, "labelFontSize": SMALL_TEXT_SIZE, "title": None}
    themed: alt.LayerChart = chart.configure(
        font=FONT,
        background=PAPER,
        locale=_DUTCH,
        axis={**axis, "domainColor": HAIRLINE, "tickColor": HAIRLINE, "gridColor": "#e4e4e4"},
        legend={"aria": False, "labelColor": INK, "labelFontSize": SMALL_TEXT_SIZE},
        mark={"aria": False},
        text={"font": FONT, "fontSize": TEXT_SIZE, "color": INK, "lineBreak": "\n"},
        view={"stroke": None},
    )
    return themed
