"""A figure: its conclusion as the title, the picture, and the same in a table."""

from collections.abc import Sequence
from typing import Any, Literal

import altair as alt
import pandas as pd
import streamlit as st

from ibreflect.model.vocabulary import Vocabulary
from ibreflect.ui import session
from ibreflect.ui.words import literal, said


def heading(title: str, question: str = "") -> None:
    """The title of a page and, below it, the question that the page answers."""
    st.title(title, anchor=False)
    if question:
        st.markdown(literal(said(question)))


def figure(chart: alt.LayerChart, *, says: str, shows: str, table: pd.DataFrame) -> None:
    """Draw a chart under its conclusion; `shows` tells in words what kind of picture it is."""
    _conclusion(says)
    chart = _in_our_words(chart)
    # A chart as wide as its column follows the column; another keeps the size it was drawn for.
    width: Literal["stretch", "content"] = "stretch" if _follows(chart) else "content"
    st.altair_chart(chart, theme=None, alt=said(f"{shows} {says}"), width=width)
    reading_table(shows, table)


def multiples(
    charts: Sequence[alt.LayerChart], *, says: str, shows: str, table: pd.DataFrame
) -> None:
    """Small pictures of the same kind side by side, as many as fit."""
    _conclusion(says)
    with st.container(horizontal=True, gap="small"):
        for number, chart in enumerate(charts, start=1):
            st.altair_chart(
                _in_our_words(chart),
                theme=None,
                alt=said(f"{shows} Plaatje {number} van {len(charts)}."),
                width="content",
            )
    reading_table(shows, table)


def reading_table(shows: str, table: pd.DataFrame) -> None:
    """The numbers of a figure as a real table, folded away."""
    with st.expander("Lees dit als tabel"):
        worded = table.astype(str).rename(columns=said).map(lambda cell: literal(said(cell)))
        st.table(worded, hide_index=True, border="horizontal", alt=said(shows))


def _in_our_words(chart: alt.LayerChart) -> alt.LayerChart:
    """The chart with every text in it in the words of the organisation."""
    if session.vocabulary() == Vocabulary():
        return chart
    return alt.LayerChart.from_dict(_said_in(chart.to_dict()), validate=False)


def _said_in(spec: Any) -> Any:
    if isinstance(spec, dict):
        return {key: _said_in(value) for key, value in spec.items()}
    if isinstance(spec, list):
        return [_said_in(value) for value in spec]
    return said(spec) if isinstance(spec, str) else spec


def _follows(chart: alt.LayerChart) -> bool:
    return bool(chart.width == "container")


def _conclusion(says: str) -> None:
    """The first sentence is the title of the figure; what it adds follows in plain type."""
    first, _, more = said(says).partition(". ")
    title = first if first.endswith(".") else f"{first}."
    st.markdown(f"**{literal(title)}** {literal(more)}".strip())
