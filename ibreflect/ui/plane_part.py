"""Two scales as a plane: the figure, what it says, and the direction that the school chose."""

import streamlit as st

from ibreflect.charts.plane import plane
from ibreflect.charts.plane_sheet import Axes
from ibreflect.errors import IbreflectError
from ibreflect.measure.plane_sentences import NEITHER_IS_BETTER
from ibreflect.model.direction import DIRECTION_POINTS, Direction
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.model.round import Round
from ibreflect.store.connection import Store
from ibreflect.ui import resources, session
from ibreflect.ui.figure import figure
from ibreflect.ui.words import literal
from ibreflect.usecases import direction, view_plane
from ibreflect.usecases.view_plane import Plane

_SHOWS = "Een vlak met een stip voor elke meetronde en pijlen voor je wens."
_HOW_TO_READ = (
    "De stip is hoe vaak het nu is; het grijze vlak eromheen is de meetonzekerheid. Een pijl wijst "
    "naar je wens: kort bij een deel van de stellingen, lang bij de meeste. Zonder pijl wijst je "
    "wens geen kant op. Kleine open stippen zijn eerdere meetrondes op deze school."
)


def plane_of(store: Store, actor: Person, subject: Round, questionnaire: Questionnaire) -> None:
    """The plane of this part of a round; nothing for a questionnaire that has none."""
    seen = view_plane.of_round(
        store, actor, subject.round_id, questionnaire.id, session.assumptions()
    )
    if seen is None:
        return
    if seen.has_place:
        axes = Axes(seen.across.name, seen.up.name, seen.words)
        figure(
            plane(seen.figure.drawn, seen.arrows, axes),
            says=seen.figure.says,
            shows=_SHOWS,
            table=seen.figure.read,
        )
        st.caption(_HOW_TO_READ)
    else:
        st.markdown(literal(seen.figure.says))
    st.markdown(NEITHER_IS_BETTER)
    st.markdown(literal(seen.direction_says))
    _school_direction(store, actor, seen, questionnaire.id)


def _school_direction(store: Store, actor: Person, seen: Plane, part: str) -> None:
    """What the school chose so far, newest first, and a form for what it chooses now."""
    with st.expander("De richting van onze school"):
        st.markdown(
            "Hoeveel bepaalt het team zelf, en hoeveel stuurt de school? Beide kunnen werken. "
            "Leg vast wat jullie school kiest; wat er eerder stond, blijft bewaard."
        )
        for each in seen.directions:
            _recorded(each)
        with st.form(f"richting:{part}", border=False):
            position = st.radio(
                "Wat kiest onze school nu?",
                range(1, len(DIRECTION_POINTS) + 1),
                index=None,
                format_func=lambda point: DIRECTION_POINTS[point - 1],
                key=f"richting_punt:{part}",
            )
            body = st.text_area(
                "Waarom kiezen jullie dit?",
                key=f"richting_tekst:{part}",
                placeholder="In een of twee zinnen, zonder namen van leerlingen of collega's.",
                max_chars=4000,
            )
            pressed = st.form_submit_button("Leg deze richting vast", key=f"richting_leg:{part}")
        if pressed:
            _record(store, actor, seen, direction.Chosen(position, body or ""))


def _recorded(each: Direction) -> None:
    with st.container(border=True):
        st.markdown(f"**{each.day}**: {literal(each.words)}")
        st.text(each.body)


def _record(store: Store, actor: Person, seen: Plane, chosen: direction.Chosen) -> None:
    try:
        direction.record(store, actor, seen.school_id, chosen, today=resources.today())
    except IbreflectError as error:
        st.error(str(error))
        return
    st.rerun()
