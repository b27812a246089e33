"""Finding one's way in a sheet: the parts, how far each is, and back and forth between them."""

from typing import NamedTuple

import streamlit as st

from ibreflect.model.questionnaire import NON_ANSWER_WORDS, NonAnswer, Questionnaire, Scale
from ibreflect.ui import session
from ibreflect.ui.screens import Screen
from ibreflect.usecases.sheet import Sheet

_MOST_SIDE_BY_SIDE = 6


class Way(NamedTuple):
    """The page on which a sheet is filled in, the one to hand it in, and what both addresses carry.

    `address` is what stands behind the question mark besides the part.
    """

    fill_in: Screen
    hand_in: Screen
    address: dict[str, str]

    def to(self, scale: Scale) -> dict[str, str]:
        """What stands behind the question mark for one part."""
        return {**self.address, session.PART: scale.id}


def chosen_part(sheet: Sheet) -> Scale:
    """The part in the address, else the part where somebody was."""
    wanted = session.part()
    return next((scale for scale in sheet.scales if scale.id == wanted), sheet.place)


def parts(sheet: Sheet, here: Scale, way: Way) -> None:
    """Links to all parts, each other one with how many of its statements have an answer.

    Many parts are folded away, so that a phone shows the first question.
    """
    if len(sheet.scales) <= _MOST_SIDE_BY_SIDE:
        _links(sheet, here, way)
        return
    position = 1 + sheet.scales.index(here)
    with st.expander(f"Deel {position} van {len(sheet.scales)}: {here.title}"):
        _links(sheet, here, way)


def _links(sheet: Sheet, here: Scale, way: Way) -> None:
    with st.container(horizontal=True, gap="small", key="delen"):
        for scale in sheet.scales:
            done = len(scale.items) - len(sheet.open_items(scale))
            # An answer redraws one statement, not this: here a number would stand still.
            count = "" if scale is here else f" {done}/{len(scale.items)}"
            st.page_link(
                way.fill_in.path,
                label=f"{scale.title}{count}",
                icon=":material/edit:" if scale is here else None,
                query_params=way.to(scale),
            )


def how_to_answer(questionnaire: Questionnaire) -> None:
    """What kind of answer is asked, and that a non-answer is an answer too."""
    own_work = NonAnswer.ELSEWHERE in questionnaire.non_answers
    asked = "hoe vaak je dit doet" if own_work else "wat het beste past"
    non_answer = NON_ANSWER_WORDS[NonAnswer.ELSEWHERE if own_work else NonAnswer.CANNOT_JUDGE]
    wish = " Kies daarna wat je graag zou willen." if questionnaire.wish else ""
    st.caption(
        f"Kies bij elke stelling {asked}.{wish} Een eerlijk antwoord is een goed antwoord: ook "
        f"“{non_answer}” telt."
    )


def onwards(sheet: Sheet, here: Scale, way: Way) -> None:
    """The buttons to the previous and the next part; after the last part comes the overview."""
    scales = sheet.scales
    position = scales.index(here)
    with st.container(horizontal=True, gap="small"):
        if position > 0 and st.button(f"Terug naar {scales[position - 1].title}", key="terug"):
            _go_to(scales[position - 1], way)
        if position + 1 < len(scales):
            following = scales[position + 1]
            if st.button(f"Verder naar {following.title}", type="primary", key="verder"):
                _go_to(following, way)
        elif st.button("Naar overzicht en inleveren", type="primary", key="verder"):
            st.switch_page(way.hand_in.path, query_params=way.address)


def _go_to(scale: Scale, way: Way) -> None:
    st.switch_page(way.fill_in.path, query_params=way.to(scale))
