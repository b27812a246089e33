"""Deciding at the table who may do what, topic by topic of the mandate map."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.conversation import Decision
from ibreflect.model.guide import Theme
from ibreflect.ui import session
from ibreflect.ui.long_list import say_problems
from ibreflect.ui.words import literal, said
from ibreflect.usecases.view_talk import Talk

_OPEN = "nog niet afgesproken"


class Topic(NamedTuple):
    """A topic that can be decided on, the words of its levels, and what is decided already."""

    title: str
    words: tuple[str, ...]
    decided: Decision
    level_key: str
    note_key: str

    @property
    def level(self) -> str:
        """The level that was decided, in words; empty while there is none."""
        return self.words[self.decided.level - 1] if self.decided.level else ""


def topics(talk: Talk, theme: Theme) -> tuple[Topic, ...]:
    """What can be decided in a theme, as the guide has it in order."""
    here, scales = talk.seated, talk.seated.guide.scales
    stem = f"besluit:{here.conversation.conversation_id.hex}"
    return tuple(
        Topic(
            point.text_for(here.seat),
            scales[point.scale].words,
            talk.decisions.get(point.topic, Decision(point.topic, 0, "")),
            f"{stem}:{point.topic}:niveau",
            f"{stem}:{point.topic}:uitleg",
        )
        for point in theme.points
        if point.topic
    )


def field(topic: Topic, *, save: Callable[[Decision], None]) -> None:
    """One topic: its level and a note, kept as soon as they are given, following what is kept."""
    for key, kept in ((topic.level_key, topic.level), (topic.note_key, topic.decided.note)):
        session.fill(key, kept)
        session.follow(key, kept)
    _ask(topic, save)


@st.fragment
def _ask(topic: Topic, save: Callable[[Decision], None]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        level = st.selectbox(
            said(f"{topic.title}: wat spreken jullie af?"),
            ["", *topic.words],
            format_func=lambda word: said(word) or _OPEN,
            key=topic.level_key,
        )
        note = st.text_input(
            "Toelichting (mag leeg blijven)", key=topic.note_key, autocomplete="off"
        )
    if not (session.is_unsaved(topic.level_key) or session.is_unsaved(topic.note_key)):
        return
    if note and not level and not session.kept(topic.level_key):
        st.markdown("Kies ook wat jullie afspreken; dan wordt de toelichting bewaard.")
        return
    try:
        save(_decision(topic, level, note))
    except IbreflectError as error:
        say_problems(error)
        return
    session.see(topic.level_key, level)
    session.see(topic.note_key, note)
    st.html('<p role="status" class="stand">Opgeslagen.</p>')


def told(topic: Topic) -> None:
    """What is decided about a topic, for who reads along; nothing while it is open."""
    if not topic.level:
        return
    note = f" ({topic.decided.note})" if topic.decided.note else ""
    st.markdown(f"- {literal(said(topic.title))}: **{literal(said(topic.level))}**{literal(note)}")


def _decision(topic: Topic, level: str, note: str) -> Decision:
    steps = {word: step for step, word in enumerate(topic.words, 1)}
    return Decision(topic.decided.topic, steps.get(level, 0), note if level else "")
