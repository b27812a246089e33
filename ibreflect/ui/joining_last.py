"""The last page of answering by a link: a few open questions, and handing in once."""

import re
from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from ibreflect.access.telltales import STYLE_WARNING, TIP, telltales
from ibreflect.errors import IbreflectError
from ibreflect.measure.disclosure import TEXT_FLOOR
from ibreflect.measure.dutch import number_word
from ibreflect.model.asking import REMARK_TOPICS, RemarkTopic, remark_topics
from ibreflect.store.connection import Store
from ibreflect.ui import resources, session
from ibreflect.ui.words import literal, said
from ibreflect.usecases import answering
from ibreflect.usecases.answering import Visit
from ibreflect.usecases.asking import LEADER
from ibreflect.usecases.entering import LONGEST_REMARK

_NOT_NAMED = (
    "Je hoeft niets te schrijven. Wat je schrijft, is woordelijk te lezen vanaf "
    f"{number_word(TEXT_FLOOR)} schrijvers, zonder naam. Noem ook zelf geen namen."
)


class _Kept(NamedTuple):
    remarks: dict[str, str]
    save: Callable[[str, str], None]
    asked_by: str
    warns: bool


def remarks(store: Store, visit: Visit) -> bool:
    """The open questions; whether everything that was typed is on disk."""
    st.header("In je eigen woorden", anchor=False)
    named = visit.group is LEADER
    st.markdown(_named(visit) if named else _NOT_NAMED)
    st.caption(said(TIP if named else f"{TIP} {STYLE_WARNING}"))
    kept = _Kept(visit.remarks, _saver(store, visit), visit.asked_by, warns=not named)
    key = visit.sheet.key
    with st.container(key="stelling_open"):
        drawn = [_remark(each, remark_key(key, each), kept) for each in remark_topics(visit.group)]
    return all(drawn)


def hand_in(store: Store, visit: Visit, *, all_kept: bool) -> None:
    """The button that hands in, once."""
    st.header("Inleveren", anchor=False)
    st.markdown(
        "Daarna kun je niets meer veranderen. Wil je er nog over nadenken? Tot en met "
        f"{visit.last_day} kun je met dezelfde link terugkomen."
    )
    waits = not visit.sheet.kept
    if waits:
        st.caption("Inleveren kan zodra je een stelling hebt beantwoord.")
    pressed = st.button("Antwoorden inleveren", type="primary", disabled=waits, key="inleveren")
    if not pressed:
        return
    if not all_kept:
        st.error("Er is nog niets ingeleverd, want niet alles wat je schreef is opgeslagen.")
        return
    try:
        answering.hand_in(store, session.code(), today=resources.today())
    except IbreflectError as error:
        st.error(str(error))
        return
    st.rerun()


def remark_key(sheet_key: str, topic: RemarkTopic) -> str:
    """How the text field for an open question is called on one sheet."""
    return f"{sheet_key}:open:{topic.topic}"


def typed(sheet_key: str) -> dict[str, str]:
    """What was typed in this window at the open questions of a sheet, by the question."""
    texts = {each.text: session.typed(remark_key(sheet_key, each)) for each in REMARK_TOPICS}
    return {question: text for question, text in texts.items() if text.strip()}


def forget(sheet_key: str) -> None:
    """Let this window hold nothing of what was typed on a sheet."""
    for each in REMARK_TOPICS:
        session.forget(remark_key(sheet_key, each))


def _named(visit: Visit) -> str:
    return (
        f"Je hoeft niets te schrijven. **Dit staat op jouw naam**: {literal(visit.asked_by)} leest "
        "het als de vragen gesloten zijn. Noem geen namen van leerlingen of collega's."
    )


@st.fragment
def _remark(topic: RemarkTopic, key: str, kept: _Kept) -> bool:
    """One open question, and what could tell who wrote it; whether what stands there is on disk."""
    session.follow(key, kept.remarks.get(topic.topic, ""))
    body = st.text_area(
        said(topic.text),
        value=kept.remarks.get(topic.topic, ""),
        key=key,
        max_chars=LONGEST_REMARK,
        height=96,
        persist_state="session",
    )
    is_kept = _keep(topic, key, body or "", kept)
    if kept.warns and body:
        _warn(_without_name(body, kept.asked_by))
    return is_kept


def _keep(topic: RemarkTopic, key: str, body: str, kept: _Kept) -> bool:
    if body != kept.remarks.get(topic.topic, ""):
        try:
            kept.save(topic.topic, body)
        except IbreflectError as error:
            st.error(str(error))
            st.button("Nog eens opslaan", key=f"opnieuw:{topic.topic}")
            return False
        kept.remarks[topic.topic] = body
        session.see(key, body)
    if body:
        st.html('<p role="status" class="stand">Opgeslagen.</p>')
    return True


def _without_name(body: str, name: str) -> str:
    """The text without the name of the ib'er: that may be in it, for it is no secret."""
    words = "|".join(re.escape(word) for word in name.split())
    return re.sub(rf"\b(?:{words})\b", "de ib'er", body)


def _warn(body: str) -> None:
    found = telltales(body)
    if not found:
        return
    lines = "\n".join(f"- {literal(said(each))}" for each in found)
    st.info(f"Dit mag zo blijven staan. Lees het nog eens na:\n\n{lines}")


def _saver(store: Store, visit: Visit) -> Callable[[str, str], None]:
    def save(topic: str, body: str) -> None:
        answering.write(store, visit, topic=topic, body=body, today=resources.today())

    return save
