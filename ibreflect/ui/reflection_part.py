"""Reflectievragen: this year's answer with those of earlier years beside it."""

from collections.abc import Sequence

import streamlit as st

from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources, screens
from ibreflect.ui.text_form import shared_field
from ibreflect.ui.words import literal, said
from ibreflect.usecases import reflection
from ibreflect.usecases.reflection import Asked, Earlier

_SHOWN = 2
"""Earlier answers that stand open; what is older is folded away."""
_WIDE = 300
"""Pixels: two beside each other on a computer, one on a phone."""


def question_with_years(store: Store, actor: Person, asked: Asked, school_year: str) -> None:
    """A question to answer for this school year; what was written before stands beside it."""
    if not asked.earlier:
        _this_year(store, actor, asked, school_year)
        return
    now, before = st.columns(2, gap="medium")
    with now:
        _this_year(store, actor, asked, school_year)
    with before:
        _years(asked.earlier)


def assignment_through_the_years(assignment: Sequence[Asked]) -> None:
    """What was written at the questions of Mijn opdracht, round beside round, to read only."""
    if not assignment:
        st.markdown("Schrijf je iets bij Mijn opdracht? Dan lees je het hier terug.")
    for each in assignment:
        st.markdown(f"**{literal(said(each.question.text))}**")
        _years(each.earlier)
    st.page_link(
        screens.ASSIGNMENT.path, label="Naar Mijn opdracht", icon=":material/arrow_forward:"
    )


def _this_year(store: Store, actor: Person, asked: Asked, school_year: str) -> None:
    topic = asked.question.topic

    def save(body: str) -> None:
        reflection.save(store, actor, topic, body, today=resources.today())

    shared_field(
        said(asked.question.text),
        key=f"reflectie:{actor.person_id.hex}:{school_year}:{topic}",
        kept=asked.body,
        save=save,
        hint=said(asked.question.hint),
    )


def _years(answers: Sequence[Earlier]) -> None:
    _beside(answers[:_SHOWN])
    older = answers[_SHOWN:]
    if older:
        with st.expander(f"Ouder ({len(older)})"):
            _beside(older)


def _beside(answers: Sequence[Earlier]) -> None:
    with st.container(horizontal=True, gap="medium"):
        for each in answers:
            with st.container(width=_WIDE, gap="xxsmall"):
                st.caption(literal(each.when))
                st.text(each.body)
