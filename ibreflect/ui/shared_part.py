"""A frozen version on the screen: the same for who shares it, beforehand, and for who reads it."""

from itertools import groupby

import altair as alt
import streamlit as st

from ibreflect.charts.item_dots import item_dots
from ibreflect.charts.role_picture import role_picture
from ibreflect.charts.time_split import time_split
from ibreflect.charts.voice_dots import voice_dots
from ibreflect.model.frozen import Drawing, Frozen, FrozenFigure, FrozenPart, Passage, Picture
from ibreflect.model.sharing import PART_WORDS
from ibreflect.ui.figure import figure, multiples
from ibreflect.ui.listing import HOW_TO_READ_ROLES
from ibreflect.ui.time_form import ROUGH
from ibreflect.ui.words import literal, said
from ibreflect.usecases.frozen_tables import frame

_ONE_SIZE, _SIDE_BY_SIDE_SIZE = 440, 340
_SHOWS = {
    Drawing.ROLES: "Drie overlappende cirkels, met in elk van de zeven gebieden een waarde.",
    Drawing.STATEMENTS: "Per stelling een stip op een lijn van zelden naar vaak.",
    Drawing.SCALES: "Per rol een stip op een lijn van zelden naar vaak.",
    Drawing.SCALES_IN_VOICES: "Per domein een teken voor wie iets zegt.",
    Drawing.STATEMENTS_IN_VOICES: "Per stelling een teken voor wie iets zegt.",
    Drawing.TIME: "Per onderdeel een volle balk voor nu en een open balk voor gewenst.",
}
_IN_VOICES = (
    "Elk teken is één perspectief. De bleke balk is de onzekerheid: met minder mensen is zij "
    "breder. Wie gelijk heeft, zegt het niet."
)
_HOW_TO_READ = {
    Drawing.ROLES: HOW_TO_READ_ROLES,
    Drawing.SCALES: "De bleke balk is de meetonzekerheid. Het is een eigen kijk, geen meting.",
    Drawing.SCALES_IN_VOICES: _IN_VOICES,
    Drawing.TIME: ROUGH,
}


def show(frozen: Frozen) -> None:
    """The context card, and then every part with its figures and texts."""
    owner = literal(frozen.owner)
    st.markdown(
        f"Dit is er voor het gesprek, niet om te beoordelen. Je leest het zoals {owner} het zelf "
        f"ziet: waar *jij* of *je* staat, is dat {owner}."
    )
    card(frozen)
    for each in frozen.parts:
        part(each)
    asked = ", ".join(f"{each.questionnaire_id} {each.version}" for each in frozen.asked)
    st.caption(literal(f"Gemaakt met {asked}."))


def card(frozen: Frozen) -> None:
    """What kind of school this is, before any value can be read without it."""
    with st.container(border=True):
        st.subheader(literal(f"De school: {frozen.school}, {frozen.term}"), anchor=False)
        if not frozen.card:
            st.markdown("Over de school is niets ingevuld. Vraag er eerst naar.")
        lines = [
            f"- {literal(said(asked))} **{literal(said(told))}**" for asked, told in frozen.card
        ]
        st.markdown("\n".join(lines))


def part(frozen: FrozenPart) -> None:
    """One part: its sentences, figures and texts."""
    st.header(said(PART_WORDS[frozen.part].theirs), anchor=False)
    for line in frozen.lines:
        st.markdown(literal(said(line)))
    for each in frozen.figures:
        _figure(each)
    for heading, passages in groupby(frozen.passages, key=_heading):
        st.subheader(literal(said(heading)), anchor=False)
        for passage in passages:
            _passage(passage)


def _figure(each: FrozenFigure) -> None:
    if each.heading:
        st.subheader(literal(said(each.heading)), anchor=False)
    charts = [_chart(each, picture) for picture in each.pictures]
    shows, table = _SHOWS[each.drawing], frame(each.read)
    if len(charts) == 1:
        figure(charts[0], says=each.says, shows=shows, table=table)
    else:
        multiples(charts, says=each.says, shows=shows, table=table)
    if each.also:
        st.markdown("\n".join(f"- {literal(said(line))}" for line in each.also))
    if each.drawing in _HOW_TO_READ:
        st.caption(said(_HOW_TO_READ[each.drawing]))


def _chart(each: FrozenFigure, picture: Picture) -> alt.LayerChart:
    drawn = frame(picture.drawn)
    match each.drawing:
        case Drawing.ROLES:
            size = _ONE_SIZE if len(each.pictures) == 1 else _SIDE_BY_SIDE_SIZE
            return role_picture(drawn, words=each.words, size=size, title=picture.title)
        case Drawing.STATEMENTS:
            return item_dots(drawn, words=each.words, role=each.role)
        case Drawing.TIME:
            return time_split(drawn)
    return voice_dots(drawn, words=each.words)


def _passage(passage: Passage) -> None:
    """Texts as they were written, each in a frame of its own."""
    if passage.about:
        st.caption(said(passage.about))
    for text in passage.texts:
        with st.container(border=True):
            st.text(text)


def _heading(passage: Passage) -> str:
    return passage.heading
