"""The statements of one scale: each a labelled radio group that is on disk once it says so."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ibreflect.errors import IbreflectError
from ibreflect.model.questionnaire import Given, Item, NonAnswer, Scale
from ibreflect.store.answers import KeptAnswer
from ibreflect.ui import session
from ibreflect.usecases.fill_in import Scan
from ibreflect.usecases.frames import words_of

Save = Callable[[str, Given], KeptAnswer]


class _Form(NamedTuple):
    scan: Scan
    scale: Scale
    save: Save
    status: DeltaGenerator


def item_form(scan: Scan, scale: Scale, save: Save) -> None:
    """Draw the items of a scale; `save` keeps one answer and returns it once it is on disk."""
    form = _Form(scan, scale, save, st.bottom.empty())
    with st.container(key="stellingen"):
        for number, item in enumerate(scale.items, start=1):
            _item(form, item, number, _key(scan, item))


@st.fragment
def _item(form: _Form, item: Item, number: int, key: str) -> None:
    """One item; an answer reruns only this.

    Saving follows drawing and needs no callback: what is drawn has been checked against the
    options, and after a restart of the server the answer just given arrives in a first run, in
    which callbacks are not called.
    """
    kept = form.scan.kept.get(item.id)
    questionnaire = form.scan.questionnaire_of(form.scale)
    session.fill(key, kept.given if kept else None)
    choices: list[int | NonAnswer] = [option.value for option in questionnaire.answer_options]
    given = st.segmented_control(
        f"{number}. {item.self_text}",
        [*choices, *questionnaire.non_answers],
        format_func=lambda option: words_of(questionnaire, option),
        key=key,
        required=True,
        width="stretch",
    )
    if given is not None and (kept is None or kept.given != given):
        try:
            form.scan.kept[item.id] = form.save(item.id, given)
        except IbreflectError as error:
            st.error(str(error))
            st.button("Nog eens opslaan", key=f"opnieuw:{item.id}")
            form.status.html(_status(f"Stelling {number} is niet opgeslagen."))
            return
    _tell_status(form)


def _key(scan: Scan, item: Item) -> str:
    """The number of the newest answer is in the key.

    A tab that was left behind then cannot send its older choice over a newer one from elsewhere.
    """
    kept = scan.kept.get(item.id)
    return f"{scan.round.round_id.hex}:{item.id}:{kept.answer_id if kept else 0}"


def _tell_status(form: _Form) -> None:
    """The line at the bottom of the screen: what is on disk and what is left."""
    here, everywhere = len(form.scan.open_items(form.scale)), form.scan.open_count
    saved = "Opgeslagen. " if form.scan.kept else ""
    if everywhere == 0:
        left = "Alles is ingevuld: ga naar Overzicht en inleveren."
    elif here == 0:
        left = f"Dit deel is klaar; in de hele scan nog {everywhere} open."
    else:
        left = f"Nog {here} open in dit deel, {everywhere} in de hele scan."
    form.status.html(_status(saved + left))


def _status(sentence: str) -> str:
    return f'<p role="status" class="stand">{sentence}</p>'
