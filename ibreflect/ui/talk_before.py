"""Before a talk: who is ready, not what with; and once both are, what both prepared."""

import streamlit as st

from ibreflect.model.conversation import Conversation
from ibreflect.model.guide import Seat
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import screens, seat, talk_opening, talk_theme
from ibreflect.ui.last_time import last_time
from ibreflect.ui.long_list import change
from ibreflect.ui.words import literal, said
from ibreflect.usecases import talking
from ibreflect.usecases.conversing import At
from ibreflect.usecases.view_talk import Talk

_STAYS_PRIVATE = (
    "Begin je nu, dan blijft een voorbereiding die nog niet klaar is, bij wie haar schreef. De "
    "ander krijgt er niets van te zien."
)
_BEGUN = "Jullie zijn in gesprek."


def before(store: Store, actor: Person, at: At, talk: Talk) -> None:
    """Where both are with preparing, and the way into the talk."""
    conversation = talk.seated.conversation
    if not conversation.has_partner:
        st.markdown(literal(said(talk.seated.guide.explanation)))
        _begin(store, actor, at)
        return
    for each in Seat:
        st.markdown(_how_far(conversation, each))
    if talk.seated.seat in conversation.ready:
        if conversation.ready != frozenset(Seat):
            st.info(_STAYS_PRIVATE)
        _begin(store, actor, at)
    else:
        _prepare_first(conversation)
    if conversation.ready == frozenset(Seat):
        _both(store, actor, at, talk)


def _how_far(conversation: Conversation, each: Seat) -> str:
    name = literal(conversation.name_of(each))
    if each in conversation.ready:
        return f":material/check_circle: **{name}** is klaar met voorbereiden."
    return f":material/radio_button_unchecked: **{name}** is nog niet klaar met voorbereiden."


def _begin(store: Store, actor: Person, at: At) -> None:
    if st.button("Begin het gesprek", type="primary", key="begin"):
        change(lambda: talking.begin(store, actor, at), _BEGUN)


def _prepare_first(conversation: Conversation) -> None:
    st.markdown(
        "Rond eerst je eigen voorbereiding af. Daarna kun je het gesprek beginnen, ook als de "
        "ander nog niet klaar is."
    )
    st.page_link(
        screens.PREPARE.path,
        label="Naar mijn voorbereiding",
        icon=":material/arrow_forward:",
        query_params=seat.address(conversation),
    )


def _both(store: Store, actor: Person, at: At, talk: Talk) -> None:
    """Both preparations, to read before they sit down."""
    st.markdown("Jullie zijn allebei klaar. Hieronder staat wat jullie voorbereidden.")
    talk_opening.school(talk)
    last_time(store, actor, at, talk.seated)
    st.header(talk_opening.TITLE, anchor=False)
    talk_opening.sides(talk)
    for seen in talk.themes:
        if seen.points or seen.time:
            talk_theme.folded_points(talk.seated, seen)
