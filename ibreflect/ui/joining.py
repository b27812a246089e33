"""Answering by a link: one part at a time, in this group's words, every answer on disk at once."""

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.asking import CONTACT, CONTACT_WORDS
from ibreflect.model.questionnaire import NON_ANSWER_WORDS, Given, NonAnswer, RaterGroup, Scale
from ibreflect.store.answers import KeptAnswer
from ibreflect.store.connection import Store
from ibreflect.ui import joining_first, resources, screens, session
from ibreflect.ui.item_form import Save
from ibreflect.ui.sheet_parts import Way, chosen_part
from ibreflect.ui.words import literal
from ibreflect.usecases import answering
from ibreflect.usecases.answering import Visit
from ibreflect.usecases.asking import LEADER


def way() -> Way:
    """The pages on which somebody with a link answers, with the link in their addresses."""
    return Way(screens.JOIN, screens.JOIN_HAND_IN, {session.CODE: session.code()})


def part(visit: Visit) -> Scale:
    """The part in the address; a link as it was handed out ends the page with what one reads first.

    Nothing is kept by merely opening a link: programs that check mail open links too.
    """
    if session.part() is None:
        joining_first.introduce(visit, way())
    return chosen_part(visit.sheet)


def saver(store: Store, visit: Visit) -> Save:
    """How one answer given by this link is kept."""

    def save(item_id: str, given: Given) -> KeptAnswer:
        return answering.save(store, visit, item_id=item_id, given=given, today=resources.today())

    return save


def cooperation(visit: Visit, here: Scale, save: Save) -> None:
    """Above the first part: how often they work together, except with the one who is named."""
    if visit.group is LEADER or here is not visit.sheet.scales[0]:
        return
    kept = {} if visit.contact is None else {CONTACT: visit.contact}
    number = visit.contact.answer_id if visit.contact else 0
    name = literal(visit.asked_by)
    question = f"Hoe vaak werk je samen met {name}?"
    if visit.group is RaterGroup.PARENT:
        question = f"Hoe vaak heb je te maken met {name}?"
    with st.container(key="stelling_vooraf"):
        _contact(question, f"{visit.sheet.key}:{CONTACT}:{number}", kept, save)


@st.fragment
def _contact(question: str, key: str, kept: dict[str, KeptAnswer], save: Save) -> None:
    """As a statement of the item form, and kept in the same way."""
    session.fill(key, kept[CONTACT].given if kept else None)
    given = st.segmented_control(
        question,
        range(1, len(CONTACT_WORDS) + 1),
        format_func=lambda value: CONTACT_WORDS[value - 1],
        key=key,
        required=True,
        width="stretch",
    )
    if given is None:
        return
    if not kept or kept[CONTACT].given != given:
        try:
            kept[CONTACT] = save(CONTACT, given)
        except IbreflectError as error:
            st.error(str(error))
            st.button("Nog eens opslaan", key=f"opnieuw:{CONTACT}")
            return
    hint = f" Kun je iets niet zien? “{NON_ANSWER_WORDS[NonAnswer.CANNOT_JUDGE]}” is dan goed."
    st.html(f'<p role="status" class="stand">Opgeslagen.{hint if given == 1 else ""}</p>')
