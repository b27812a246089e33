"""Choices that only change what is looked at."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

import streamlit as st

from ibreflect.measure.growth import LARGEST_SD, Noise
from ibreflect.model.round import Round
from ibreflect.ui import session
from ibreflect.ui.words import count_of, literal, said
from ibreflect.usecases import view_picture, view_together
from ibreflect.usecases.view_growth import RolePicture

AnyPart = TypeVar("AnyPart", view_picture.Part, view_together.Part)

_RECENT = 6


def one_round(offered: Sequence[Round]) -> Round:
    """The round to look at: the newest unless another is chosen."""
    if len(offered) == 1:
        st.caption(literal(_named(offered[0])))
        return offered[0]
    return st.selectbox("Welke meetronde?", offered, format_func=_named, key="kijk_ronde")


def one_part(offered: Sequence[AnyPart]) -> AnyPart:
    """The questionnaire of a round to look at: the first unless another is chosen."""
    if len(offered) == 1:
        return offered[0]
    parts = {each.questionnaire.id: each for each in offered}
    chosen = st.selectbox(
        "Waar kijk je naar?",
        list(parts),
        format_func=lambda each: parts[each].questionnaire.title,
        key="kijk_deel",
    )
    return parts[chosen]


def one_questionnaire(offered: dict[str, str]) -> str:
    """The id of the questionnaire to look at; `offered` maps ids to titles."""
    if len(offered) == 1:
        return next(iter(offered))
    return st.selectbox(
        "Welke vragenlijst?", list(offered), format_func=offered.__getitem__, key="kijk_vragenlijst"
    )


def one_school(rounds: Sequence[Round]) -> UUID | None:
    """The school to look at, or None for all together."""
    names = {each.school_id: each.school_name for each in rounds}
    if len(names) == 1:
        return None
    return st.selectbox(
        "Welke school?",
        [None, *names],
        format_func=lambda each: "alle scholen" if each is None else names[each],
        key="kijk_school",
    )


def recent(pictures: Sequence[RolePicture]) -> Sequence[RolePicture]:
    """The last six role pictures, or all of them when asked for; each one takes time to draw."""
    earlier = len(pictures) - _RECENT
    if earlier <= 0 or st.toggle(
        f"Toon ook {count_of(earlier, 'eerdere meetronde', 'eerdere meetrondes')}", key="kijk_alles"
    ):
        return pictures
    return pictures[-_RECENT:]


def assumptions(needed: str) -> None:
    """The two assumptions behind every verdict, adjustable; `needed` is what they come down to."""
    standing = Noise()
    with st.expander("Waar rust dit op?"):
        st.markdown(
            f"Een verandering heet pas aantoonbaar als zij groter is dan **{needed}** punt op "
            "de schaal van 1 tot 5. Kleinere verschillen ontstaan ook als er niets verandert: "
            "doordat je een andere dag had, of een woord anders las. Dat getal volgt uit twee "
            "**aannames**, want er zijn nog geen eigen cijfers om het op te baseren:"
        )
        st.number_input(
            said("Hoe ver liggen ib'ers uit elkaar (standaarddeviatie)?"),
            min_value=0.1,
            max_value=LARGEST_SD,
            value=standing.sd,
            step=0.05,
            key=session.SD,
        )
        st.number_input(
            "Hoe betrouwbaar is een schaal (0 tot 1)?",
            min_value=0.0,
            max_value=0.99,
            value=standing.reliability,
            step=0.05,
            key=session.RELIABILITY,
        )
        st.caption(
            "Nodig is 1,96 × SD × √2 × √(1 − betrouwbaarheid). De band om elke lijn is half zo "
            "breed aan weerszijden: raken twee banden elkaar niet, dan is het verschil aantoonbaar."
        )


def _named(each: Round) -> str:
    return f"{each.term.label}, {each.school_name}"
