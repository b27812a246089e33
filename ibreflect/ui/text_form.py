"""Open questions and choices that are kept as soon as they are given."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.assignment import ContextField, Question
from ibreflect.ui import session
from ibreflect.ui.words import literal, said


class Kept(NamedTuple):
    """What is on disk of one round, by topic or field, and how to keep something there."""

    round_id: UUID
    contents: dict[str, str]
    save: Callable[[str, str], None]


@st.fragment
def text_field(question: Question, kept: Kept, earlier: str = "") -> None:
    """One open question; `earlier` is what she wrote in the round before."""
    key = f"tekst:{kept.round_id.hex}:{question.topic}"
    session.fill(key, kept.contents.get(question.topic))
    body = st.text_area(
        said(question.text), key=key, placeholder=said(question.hint), max_chars=4000, height=96
    )
    if earlier:
        st.caption(f"Vorige keer schreef je: {literal(earlier)}")
    _keep(kept, question.topic, body or "")


def shared_field(
    label: str, *, key: str, kept: str, save: Callable[[str], None], hint: str = ""
) -> None:
    """One text that is kept when it is left, and follows what is kept elsewhere meanwhile."""
    session.keep_up(key, kept)
    _shared(label, key, save, hint)


@st.fragment
def _shared(label: str, key: str, save: Callable[[str], None], hint: str) -> None:
    body = st.text_area(label, key=key, placeholder=hint, max_chars=4000, height=96) or ""
    if body == session.kept(key):
        return
    try:
        save(body)
    except IbreflectError as error:
        st.error(str(error))
        return
    session.see(key, body)
    st.html('<p role="status" class="stand">Opgeslagen.</p>')


@st.fragment
def choice_field(field: ContextField, kept: Kept, earlier: str = "") -> None:
    """One closed question; can be left open and emptied again."""
    key = f"keuze:{kept.round_id.hex}:{field.field}"
    session.fill(key, kept.contents.get(field.field))
    choice = st.selectbox(
        said(field.question),
        list(field.options),
        index=None,
        format_func=lambda option: field.options.get(option, option),
        key=key,
        placeholder="Kies, of sla over",
    )
    if earlier:
        st.caption(f"Vorige keer: {field.options.get(earlier, earlier)}")
    _keep(kept, field.field, choice or "")


def _keep(kept: Kept, topic: str, content: str) -> None:
    if content == kept.contents.get(topic, ""):
        return
    try:
        kept.save(topic, content)
    except IbreflectError as error:
        st.error(str(error))
        return
    kept.contents[topic] = content
    st.html('<p role="status" class="stand">Opgeslagen.</p>')
