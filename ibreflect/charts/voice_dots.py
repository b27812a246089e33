"""Several voices on the same statements: each voice with its own mark on the line."""

from collections.abc import Sequence
from typing import Literal

import altair as alt
import pandas as pd

from ibreflect.charts import voice_marks, voice_numbers
from ibreflect.charts.mark_key import Named, key_height, key_layers
from ibreflect.charts.statement_rows import Sheet, Space, row_layers, sheet, words_layer
from ibreflect.charts.style import FIT_WIDTH, INK, QUIET_INK, Look, padding, styled
from ibreflect.model.numbers import one_decimal

COORDINATOR, SCHOOL_LEADER, TEAM = "iber", "schoolleider", "team"
VOICE_LOOKS = {
    COORDINATOR: Look(INK, "circle", ""),
    SCHOOL_LEADER: Look("#9b2f77", "triangle-up", ""),
    "leraren": Look("#a67c00", "diamond", ""),
    "collegas": Look("#4a5bb5", "cross", ""),
    "bestuur": Look("#6b4226", "M0,-1.1L1,-0.1L0.65,1L-0.65,1L-1,-0.1Z", ""),
    "ouders": Look("#17808c", "triangle-down", ""),
    "overig": Look("#767676", "M-1,-1L1,-1L0.25,0L1,1L-1,1L-0.25,0Z", ""),
    TEAM: Look("#998700", "square", ""),
}
"""The voices from top to bottom; a shape for which Vega has no name is a path."""

_LANE, _LANE_OF_TOUCHING = 16, 13
_TOUCHING = 0.25
"""Values this close have marks that touch on a phone, where a step is 68 pixels."""
_PHONE = 340
_SIGNS = {"": "", "minstens": "≥ ", "hoogstens": "≤ "}
_MEASURES = ["value", "wished", "low", "high", "band_low", "band_high"]
_WHEN_ABSENT: dict[str, float | str | bool] = {
    **dict.fromkeys(["low", "high", "band_low", "band_high"], float("nan")),
    "bound": "",
    "differs": False,
}


def voice_dots(
    voices: pd.DataFrame,
    *,
    words: Sequence[str],
    width: int | Literal["container"] = "container",
) -> alt.LayerChart:
    """Draw one row for each statement or scale, in the order given, with a mark for each voice.

    `voices` has one row for each statement and voice: item (id), text (the statement, or the title
    of a scale), voice (a key of `VOICE_LOOKS`, at most six in one figure), label (its name in the
    key), value (1..5, for a group a mean; NaN is not drawn) and wished (what is wanted, 1..5 or
    NaN). It may also have low and high (the lowest and the highest answer, 1..5 or NaN), band_low
    and band_high (between which the value is uncertain, 1..5 or NaN), bound ("", "minstens" or
    "hoogstens") and differs (bool: further from the ib'er than error explains). `words` are the
    five words of the scale. `width` is the width of the whole figure in pixels, or "container"; the
    height follows from the rows.

    The numbers of groups are written, those of ib'er and schoolleider only where they are means.
    Voices share one line, or have a lane each where one line has no room for all that is drawn.
    """
    statements = voices[["item", "text"]].drop_duplicates("item")
    voices = _complete(voices)
    key, in_lanes = _key(voices), _need_lanes(voices)
    space = _space(voices, in_lanes=in_lanes)._replace(above=key_height(key))
    placed = sheet(statements, words, space)
    step = (_PHONE if width == "container" else width) / 5
    draw = _lane_layers if in_lanes else _line_layers
    layers = [*key_layers(key), words_layer(words, placed), *draw(voices, placed, step)]
    return styled(
        alt.LayerChart(
            layer=layers, width=width, height=placed.height, autosize=FIT_WIDTH, padding=padding(0)
        )
    )


def _complete(voices: pd.DataFrame) -> pd.DataFrame:
    """The voices from top to bottom, with every column, their look and the number to write.

    `own` is what the ib'er answered to the same statement.
    """
    order = list(VOICE_LOOKS)
    absent = {name: fill for name, fill in _WHEN_ABSENT.items() if name not in voices}
    voices = voices.assign(**absent).astype({**dict.fromkeys(_MEASURES, float), "differs": bool})
    voices = voices.sort_values("voice", key=lambda column: column.map(order.index), kind="stable")
    looks = [VOICE_LOOKS[voice] for voice in voices["voice"]]
    own = voices[voices["voice"] == COORDINATOR].set_index("item")["value"]
    others = voices["voice"] != COORDINATOR
    return voices.assign(
        colour=[look.colour for look in looks],
        shape=[look.shape for look in looks],
        own=voices["item"].map(own).where(others).astype(float),
        differs=voices["differs"] & others & voices["value"].notna(),
        written=_written(voices),
    )


def _written(voices: pd.DataFrame) -> list[str]:
    """The number beside each mark, or "" where the words of the scale say it already."""
    persons = voices["voice"].isin([COORDINATOR, SCHOOL_LEADER])
    means = bool((voices.loc[persons, "value"].dropna() % 1 != 0).any())
    numbered = voices["value"].notna() & (~persons | means | (voices["bound"] != ""))
    return [
        _SIGNS[bound] + one_decimal(value) if number else ""
        for value, bound, number in zip(voices["value"], voices["bound"], numbered, strict=True)
    ]


def _need_lanes(voices: pd.DataFrame) -> bool:
    """Whether more than marks and the numbers of one voice must find room.

    On one line, the heavy line to one voice would run through the mark of another.
    """
    beside = voices[["wished", "low", "band_low"]].notna().any(axis=None)
    others = set(voices["voice"]) - {COORDINATOR}
    passing = voices["differs"].any() and len(others) > 1
    numbered = len(set(voices.loc[voices["written"] != "", "voice"]))
    return bool(beside or passing or numbered > 1)


def _space(voices: pd.DataFrame, *, in_lanes: bool) -> Space:
    """Room for the lanes of all voices; on one line for three marks that touch, and a label."""
    half = _LANE * (voices["voice"].nunique() - 1) / 2 if in_lanes else _LANE_OF_TOUCHING
    labelled = not in_lanes and voices["differs"].any()
    return Space(text_to_line=round(half) + 14, line_to_next=round(half) + (30 if labelled else 22))


def _key(voices: pd.DataFrame) -> list[Named]:
    named = voices.drop_duplicates("voice")
    signs = {
        "wished": Named("open teken: gewenst", QUIET_INK, filled=False),
        "band_low": Named("onzekerheid", voice_marks.BAND_COLOUR, voice_marks.BAND_SIGN),
        "low": Named("laagste en hoogste antwoord", QUIET_INK, voice_marks.WHISKER_SIGN),
        "own": Named(
            voice_numbers.DIFFERENCE, voice_marks.DIFFERENCE_COLOUR, voice_marks.DIFFERENCE_SIGN
        ),
    }
    drawn = voices.assign(own=voices["own"].where(voices["differs"]))
    return [
        *(
            Named(label, colour, shape)
            for label, colour, shape in zip(
                named["label"], named["colour"], named["shape"], strict=True
            )
        ),
        *(sign for column, sign in signs.items() if drawn[column].notna().any()),
    ]


def _line_layers(voices: pd.DataFrame, placed: Sheet, step: float) -> list[alt.Chart]:
    """All voices on the line of their statement; those that would touch just above and below it."""
    marks = voices.merge(placed.rows[["item", "line"]], on="item")
    lanes = marks.groupby("item")["value"].transform(_apart)
    marks = marks.assign(y=marks["line"] + _LANE_OF_TOUCHING * lanes.astype(float))
    return [
        *row_layers(placed),
        voice_marks.range_layer(marks, placed),
        voice_marks.difference_layer(marks, "line", placed),
        *voice_numbers.text_layers(voice_numbers.on_line(marks, step), placed),
        voice_marks.mark_layer(marks[marks["value"].notna()], "value", placed, filled=True),
    ]


def _apart(values: pd.Series) -> list[float]:
    """How many lanes down each mark of one statement moves, so that touching marks lie apart."""
    lanes = []
    for place, value in enumerate(values):
        near = [other for other, each in enumerate(values) if abs(each - value) < _TOUCHING]
        lanes.append(sum(other < place for other in near) - (len(near) - 1) / 2)
    return lanes


def _lane_layers(voices: pd.DataFrame, placed: Sheet, step: float) -> list[alt.Chart]:
    """A lane for each voice, in every row the same, across guides at the five steps."""
    lanes = {voice: lane for lane, voice in enumerate(voices["voice"].unique())}
    half = (len(lanes) - 1) / 2
    marks = voices.merge(placed.rows[["item", "line"]], on="item")
    marks = marks.assign(y=marks["line"] + _LANE * (marks["voice"].map(lanes) - half))
    statements, *_ = row_layers(placed)
    return [
        statements,
        voice_marks.guide_layer(placed, _LANE * (half + 0.5)),
        *voice_marks.lane_rule_layers(marks, placed),
        voice_marks.band_layer(marks, placed),
        voice_marks.whisker_layer(marks, placed),
        voice_marks.difference_layer(marks, "y", placed),
        voice_marks.whisker_end_layer(marks, placed),
        *voice_marks.wish_layers(marks, placed),
        *voice_numbers.text_layers(voice_numbers.in_lanes(marks, step), placed),
        voice_marks.mark_layer(marks[marks["value"].notna()], "value", placed, filled=True),
    ]
