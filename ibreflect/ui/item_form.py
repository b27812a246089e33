"""The statements of one scale: each a labelled radio group that is on disk once it says so."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ibreflect.errors import IbreflectError
from ibreflect.model.questionnaire import Given, Item, NonAnswer, Questionnaire, Scale
from ibreflect.store.answers import KeptAnswer
from ibreflect.ui import session
from ibreflect.usecases.frames import words_of
from ibreflect.usecases.sheet import Sheet

Save = Callable[[str, Given], KeptAnswer]


class _Keys(NamedTuple):
    answer: str
    wish: str


class _Form(NamedTuple):
    sheet: Sheet
    scale: Scale
    save: Save
    status: DeltaGenerator


def item_form(sheet: Sheet, scale: Scale, save: Save) -> None:
    """Draw the items of a scale; `save` keeps one answer and returns it once it is on disk."""
    form = _Form(sheet, scale, save, st.bottom.empty())
    with st.container(key="stellingen"):
        for number, item in enumerate(scale.items, start=1):
            _item(form, item, number, _keys(sheet, item))


@st.fragment
def _item(form: _Form, item: Item, number: int, keys: _Keys) -> None:
    """One item, and the wish beside it where one is asked; an answer reruns only this.

    Saving follows drawing and needs no callback: what is drawn has been checked against the
    options, and after a restart of the server the answer just given arrives in a first run, in
    which callbacks are not called.
    """
    questionnaire = form.sheet.questionnaire_of(form.scale)
    kept = form.sheet.kept.get(item.id)
    session.fill(keys.answer, kept.given if kept else None)
    choices: list[int | NonAnswer] = [option.value for option in questionnaire.answer_options]
    given = st.segmented_control(
        f"{number}. {item.self_text}",
        [*choices, *questionnaire.non_answers],
        format_func=lambda option: words_of(questionnaire, option),
        key=keys.answer,
        required=True,
        width="stretch",
    )
    saved = _keep(form, item.id, given, number)
    if questionnaire.wish and isinstance(given, int):
        wished = _wish(form, questionnaire, item, number, keys.wish)
        saved = _keep(form, item.wish_id, wished, number) and saved
    if saved:
        _tell_status(form)


def _wish(
    form: _Form, questionnaire: Questionnaire, item: Item, number: int, key: str
) -> int | None:
    kept = form.sheet.kept.get(item.wish_id)
    session.fill(key, kept.given if kept else None)
    words = questionnaire.wish_words
    with st.container(key=f"{questionnaire.wish}_{item.id}"):
        return st.segmented_control(
            f"Gewenst bij {number}",
            range(1, len(words) + 1),
            format_func=lambda value: words[value - 1],
            key=key,
            required=True,
            width="stretch",
        )


def _keep(form: _Form, answer_id: str, given: Given | None, number: int) -> bool:
    """Whether all is well: there was nothing new, or it is on disk now."""
    kept = form.sheet.kept.get(answer_id)
    if given is None or (kept is not None and kept.given == given):
        return True
    try:
        form.sheet.kept[answer_id] = form.save(answer_id, given)
    except IbreflectError as error:
        st.error(str(error))
        st.button("Nog eens opslaan", key=f"opnieuw:{answer_id}")
        form.status.html(_status(f"Stelling {number} is niet opgeslagen."))
        return False
    return True


def _keys(sheet: Sheet, item: Item) -> _Keys:
    """The number of the newest answer is in the key.

    A tab that was left behind then cannot send its older choice over a newer one from elsewhere.
    """
    return _Keys(
        *(f"{sheet.key}:{each}:{_number(sheet, each)}" for each in (item.id, item.wish_id))
    )


def _number(sheet: Sheet, answer_id: str) -> int:
    kept = sheet.kept.get(answer_id)
    return kept.answer_id if kept else 0


def _tell_status(form: _Form) -> None:
    """The line at the bottom of the screen: what is on disk and what is left."""
    here, everywhere = len(form.sheet.open_items(form.scale)), form.sheet.open_count
    saved = "Opgeslagen. " if form.sheet.kept else ""
    if everywhere == 0:
        left = "Alles is ingevuld: ga naar het overzicht en lever in."
    elif here == 0:
        left = f"Dit deel is klaar; in totaal nog {everywhere} open."
    else:
        left = f"Nog {here} open in dit deel, {everywhere} in totaal."
    form.status.html(_status(saved + left))


def _status(sentence: str) -> str:
    return f'<p role="status" class="stand">{sentence}</p>'
