"""What the fills of the role picture stand for: five steps, each with its number and its word."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from ibreflect.charts.style import (
    HAIRLINE,
    LINE_HEIGHT,
    QUIET_INK,
    SMALL_TEXT_SIZE,
    pixels_across,
    ramp_colour,
    wrapped_words,
)

_BOX_HEIGHT = 18
_BOX_TO_WORD = 5


def key_height(words: Sequence[str]) -> float:
    """How many pixels a key with these words takes."""
    lines = max(word.count("\n") + 1 for word in wrapped_words(words))
    return _BOX_HEIGHT + 2 * _BOX_TO_WORD + LINE_HEIGHT * lines


def fill_key(words: Sequence[str], *, width: float, top: float) -> list[alt.Chart]:
    """Layers with the key to the fills, for a figure measured in pixels.

    `words` are the five words of the scale; `width` is the width of the figure and `top` how far
    down the key begins, both in pixels.
    """
    step = width / 5
    frame = pd.DataFrame(
        {
            "x": [step * (value - 0.5) for value in range(1, 6)],
            "left": [step * (value - 1) + 1 for value in range(1, 6)],
            "right": [step * value - 1 for value in range(1, 6)],
            "fill": [ramp_colour(value) for value in range(1, 6)],
            "number": [str(value) for value in range(1, 6)],
            "word": wrapped_words(words),
        }
    )
    boxes: alt.Chart = (
        alt.Chart(frame)
        .mark_rect(stroke=HAIRLINE, strokeWidth=0.5)
        .encode(
            x=pixels_across("left", width),
            x2="right:Q",
            y=alt.value(top),
            y2=alt.value(top + _BOX_HEIGHT),
            fill=alt.Fill("fill:N", scale=None),
        )
    )
    placed = alt.Chart(frame).encode(x=pixels_across("x", width))
    numbers: alt.Chart = placed.mark_text(fontSize=SMALL_TEXT_SIZE).encode(
        y=alt.value(top + _BOX_HEIGHT / 2 + 0.5), text="number:N"
    )
    word_texts: alt.Chart = placed.mark_text(
        fontSize=SMALL_TEXT_SIZE, baseline="top", color=QUIET_INK, lineHeight=LINE_HEIGHT - 2
    ).encode(y=alt.value(top + _BOX_HEIGHT + _BOX_TO_WORD), text="word:N")
    return [boxes, numbers, word_texts]
