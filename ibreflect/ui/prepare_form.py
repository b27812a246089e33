"""Preparing apart: the form of one seat, of which everything is kept as it is given.

What is kept is told in the line at the bottom of the screen, and what the other will see of it in
the summary; both follow each answer, of which only the field itself is drawn anew.
"""

from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ibreflect.errors import IbreflectError
from ibreflect.measure.preparation import HowFar, how_far
from ibreflect.model import topics
from ibreflect.model.guide import Guide, OpenQuestion, Seat, Theme
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import prepare_summary, session
from ibreflect.ui.long_list import say_problems
from ibreflect.ui.words import count_of, literal, said
from ibreflect.usecases import preparing, tabling
from ibreflect.usecases.conversing import At
from ibreflect.usecases.preparing import Sheet


class Form(NamedTuple):
    """What somebody fills in, by topic, and what could not be kept of it.

    `laid` are the themes on the table as the partner may know them. `status` and `summary` are the
    places on the screen that follow what is filled in.
    """

    store: Store
    actor: Person
    at: At
    sheet: Sheet
    laid: tuple[str, ...]
    entries: dict[str, str]
    unkept: set[str]
    status: DeltaGenerator
    summary: DeltaGenerator

    @property
    def guide(self) -> Guide:
        """The guide of the conversation."""
        return self.sheet.seated.guide

    @property
    def seat(self) -> Seat:
        """The seat that is prepared."""
        return self.sheet.seated.seat

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes on the table: as the ib'er chose just now, or as laid down for the partner."""
        if self.seat is Seat.PARTNER:
            return tuple(self.guide.theme(each) for each in self.laid)
        return tuple(
            each
            for each in self.guide.themes
            if self.entries.get(topics.theme(each.id)) != topics.NO
        )

    @property
    def how_far(self) -> HowFar:
        """How much is open."""
        return how_far(self.guide.questions(self.seat), self.themes, self.entries)

    def key(self, topic: str) -> str:
        """The key of the field for a topic; each seat has its own."""
        return f"{self.at.conversation_id.hex}:{self.seat}:{topic}"

    def keep(self, topic: str, content: str, shown: object) -> None:
        """Keep what was filled in when it is new; `shown` is how it stands in its field."""
        if content != self.entries.get(topic, "") and not self._is_kept(topic, content):
            return
        self.unkept.discard(topic)
        session.see(self.key(topic), shown)

    def _is_kept(self, topic: str, content: str) -> bool:
        try:
            preparing.save(self.store, self.actor, self.at, topic, content)
        except IbreflectError as error:
            self.unkept.add(topic)
            say_problems(error)
            st.button("Nog eens opslaan", key=f"opnieuw:{self.key(topic)}")
            return False
        self.entries[topic] = content
        if not content:
            del self.entries[topic]
        return True


def begin(store: Store, actor: Person, at: At, sheet: Sheet, summary: DeltaGenerator) -> Form:
    """The form as it stands, with the line at the bottom that says how far it is."""
    laid = tabling.themes(store, sheet.seated)
    entries = dict(sheet.entries)
    return Form(store, actor, at, sheet, laid, entries, set(), st.bottom.empty(), summary)


@st.fragment
def told(form: Form) -> None:
    """`tell` when the page is drawn; not by the page itself, whose words a fragment cannot undo."""
    tell(form)


def tell(form: Form) -> None:
    """Say what is kept and how long the rest takes, and what the other will see.

    Each fragment does so whenever it is drawn: only then may it do so again, alone.
    """
    kept = "Opgeslagen. " if form.entries else ""
    if form.unkept:
        kept = "Nog niet alles is opgeslagen. "
    minutes = form.how_far.minutes
    left = "Alles is ingevuld."
    if minutes:
        left = f"Nog ongeveer {count_of(minutes, 'minuut', 'minuten')} als je alles invult."
    form.status.html(f'<p role="status" class="stand">{kept}{left}</p>')
    form.summary.markdown(
        prepare_summary.summary(form.sheet, form.entries, form.themes, form.how_far)
    )


def questions(form: Form) -> None:
    """The open questions of this seat, and the private ones apart."""
    asked = form.guide.questions(form.seat)
    st.header("Wat wil je zeggen en vragen?", anchor=False)
    st.caption("Schrijf over het werk, zonder namen van leerlingen en collega's.")
    for each in asked:
        if not each.is_private:
            _question(form, each, each.text)
    private = [each for each in asked if each.is_private]
    if private:
        _private(form, private)


def tick(form: Form, topic: str, label: str, *, usually: bool = False) -> None:
    """A choice of yes or no, after which the whole page is drawn; `usually` is it until chosen."""
    key, kept = form.key(topic), form.entries.get(topic)
    before = kept == topics.YES if kept else usually
    session.keep_up(key, before)
    chosen = st.checkbox(label, key=key)
    if chosen is not before:
        form.keep(topic, topics.YES if chosen else topics.NO, chosen)


def unsaved(form: Form) -> None:
    """The fields with a text that could not be kept, because the table is laid meanwhile."""
    for each in form.guide.questions(form.seat):
        if session.is_unsaved(form.key(each.id)):
            st.markdown("**Dit is niet meer bewaard.** Neem het zelf mee naar het gesprek.")
            _text(form, each.id, said(each.text), "")


def _private(form: Form, asked: list[OpenQuestion]) -> None:
    st.header("Deze overwegingen zijn alleen voor jou", anchor=False)
    other = literal(form.sheet.seated.conversation.name_of(form.seat.other))
    st.markdown(f"{other} ziet er niets van, behalve een antwoord dat jij op tafel legt.")
    for number, each in enumerate(asked, 1):
        _question(form, each, f"{number}. {each.text}")
        tick(form, topics.brought(each.id), f"Leg dit op tafel (overweging {number})")


def _question(form: Form, asked: OpenQuestion, label: str) -> None:
    session.keep_up(form.key(asked.id), form.entries.get(asked.id, ""))
    _text(form, asked.id, said(label), said(asked.hint or ""))


@st.fragment
def _text(form: Form, topic: str, label: str, hint: str) -> None:
    key = form.key(topic)
    body = st.text_area(label, key=key, placeholder=hint, max_chars=4000, height=96) or ""
    form.keep(topic, body, body)
    tell(form)
