"""A figure as a picture in a file, drawn as on the screen."""

import altair as alt
import vl_convert

WIDTH = 620
"""In pixels: how wide a figure is made for A4, so that its letters are as large as the text."""

_SHARP = 2


def png(chart: alt.TopLevelMixin) -> bytes:
    """A chart that is WIDTH wide as PNG, with two points for each pixel."""
    return bytes(vl_convert.vegalite_to_png(chart.to_json(), scale=_SHARP))
