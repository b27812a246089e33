"""How a talk begins: the school, what was agreed last time, and where both want to go."""

import streamlit as st

from ibreflect.model.conversation import Conversation, Seated, Tabled
from ibreflect.model.guide import Company
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import shared_part
from ibreflect.ui.last_time import last_time
from ibreflect.ui.words import literal, said
from ibreflect.usecases.conversing import At
from ibreflect.usecases.view_talk import Side, Talk

TITLE = "Waar willen we naartoe"


def opening(store: Store, actor: Person, at: At, talk: Talk) -> None:
    """Last time first; then the open questions side by side, and the texts on the table."""
    last_time(store, actor, at, talk.seated)
    st.header(TITLE, anchor=False)
    if not talk.seated.conversation.has_partner:
        st.markdown(literal(said(talk.seated.guide.explanation)))
        return
    sides(talk)
    _texts(talk.tabled)


def school(talk: Talk) -> None:
    """What kind of school it is; a coach reads it before anything with a value."""
    here, picture = talk.seated, talk.tabled.picture
    if here.conversation.company is not Company.COACH or picture is None:
        return
    with st.expander("Eerst: over de school", expanded=not here.conversation.theme):
        shared_part.card(picture)


def sides(talk: Talk) -> None:
    """The open questions of both preparations, or why there is nothing of one."""
    conversation = talk.seated.conversation
    for column, side in zip(st.columns(2, gap="medium"), talk.sides, strict=True):
        with column:
            _side(conversation, side)


def _side(conversation: Conversation, side: Side) -> None:
    st.subheader(literal(conversation.name_of(side.seat)), anchor=False)
    if side.why:
        st.markdown(literal(said(side.why)))
        return
    for each in side.told:
        st.markdown(f"**{literal(said(each.question.text))}**")
        st.text(each.body)
    if not side.told:
        st.markdown("Bij de open vragen is niets ingevuld.")


def _texts(tabled: Tabled) -> None:
    """The ib'er's own texts that lie on the table."""
    if not tabled.texts:
        return
    st.subheader("Meegebracht", anchor=False)
    for each in tabled.texts:
        with st.container(border=True):
            st.markdown(f"**{literal(said(each.heading))}**")
            st.text(each.body)


def why_not(here: Seated, talk: Talk) -> None:
    """For the screens after the first: why answers of one side are not there."""
    for side in talk.sides:
        if side.why and here.conversation.has_partner:
            name = literal(here.conversation.name_of(side.seat))
            st.caption(f"Van {name} ligt er geen voorbereiding. {literal(said(side.why))}")
