"""Preparing apart: the points to look at, theme by theme, and how the week is divided."""

from collections.abc import Sequence, Set

import streamlit as st

from ibreflect.measure.preparation import divided
from ibreflect.measure.time_sentences import about_total
from ibreflect.model import topics
from ibreflect.model.guide import Point, Seat, Theme
from ibreflect.model.time import WHOLE, WORK, Moment, TimePart
from ibreflect.ui import session
from ibreflect.ui.prepare_form import Form, tell
from ibreflect.ui.words import literal, said
from ibreflect.usecases import preparing

_KNOWN = "Wat je in je meetronde invulde, staat er al. Pas aan wat niet meer klopt."
_OPEN = "Nog niets ingevuld. Grof is goed genoeg."

_LONG = 10
"""Letters of a word that fits in a fifth of a screen of 375 px."""


def points(form: Form) -> None:
    """Each theme on the table in which there is something to fill in."""
    known = preparing.prefilled(form.store, form.sheet.seated, form.seat)
    for theme in form.themes:
        if theme.points or theme.time:
            _theme(form, theme, known.keys())


def _theme(form: Form, theme: Theme, known: Set[str]) -> None:
    st.header(literal(said(theme.title)), anchor=False)
    if theme.explanation:
        st.markdown(literal(said(theme.explanation)))
    if not known.isdisjoint(_topics(theme)):
        st.caption(_KNOWN)
    for each in theme.points:
        _point(form, each)
    if theme.time:
        _week(form)


def _topics(theme: Theme) -> frozenset[str]:
    weeks = {topics.time(part.part_id, moment) for part in WORK.parts for moment in Moment}
    return frozenset(topics.point(each.id) for each in theme.points) | (
        weeks if theme.time else set()
    )


def _point(form: Form, asked: Point) -> None:
    topic = topics.point(asked.id)
    kept = form.entries.get(topic)
    session.keep_up(form.key(topic), int(kept) if kept else None)
    _choose(form, asked, topic)


@st.fragment
def _choose(form: Form, asked: Point, topic: str) -> None:
    words = form.guide.scales[asked.scale].words
    with st.container(key=f"stelling_{_width(words)}_{form.seat}_{asked.id}"):
        chosen = st.segmented_control(
            said(asked.text_for(form.seat)),  # also what a screen reader says: nothing escaped
            range(1, len(words) + 1),
            format_func=lambda step: literal(said(words[step - 1])),
            key=form.key(topic),
            width="stretch",
        )
    form.keep(topic, str(chosen or ""), chosen)
    tell(form)


def _width(words: Sequence[str]) -> str:
    """Whether five of these words fit beside each other on a phone."""
    longest = max(len(each) for word in words for each in said(word).split())
    return "lang" if longest > _LONG else "punt"


def _week(form: Form) -> None:
    meanings = "\n".join(f"- **{part.name}.** {part.meaning}" for part in WORK.parts)
    st.markdown(said(meanings))
    if form.seat is Seat.PARTNER:
        st.caption(said("Waar *je* staat, is dat de ib'er."))
    for part in WORK.parts:
        for moment in Moment:
            topic = topics.time(part.part_id, moment)
            kept = form.entries.get(topic)
            session.keep_up(form.key(topic), int(kept) if kept else None)
    _divide(form)


@st.fragment
def _divide(form: Form) -> None:
    for column, moment in zip(st.columns(2), Moment, strict=True):
        with column:
            st.subheader(moment.capitalize(), anchor=False)
            for part in WORK.parts:
                _number(form, part, moment)
            shares = divided(moment, form.entries)
            st.caption(about_total(moment, shares) if shares else _OPEN)
    tell(form)


def _number(form: Form, part: TimePart, moment: Moment) -> None:
    topic = topics.time(part.part_id, moment)
    percent = st.number_input(
        f"{said(part.name)}, {moment} (in procenten)",
        min_value=0,
        max_value=WHOLE,
        value=None,
        step=5,
        key=form.key(topic),
        placeholder="0 tot 100",
    )
    form.keep(topic, "" if percent is None else str(percent), percent)
