"""Which conversation the address asks for, and on which side of the table somebody sits."""

from typing import NoReturn
from uuid import UUID

import streamlit as st

from ibreflect.errors import NotAllowedError
from ibreflect.model.conversation import Conversation, Seated
from ibreflect.model.guide import Seat
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources, screens, session
from ibreflect.ui.words import literal
from ibreflect.usecases import conversing
from ibreflect.usecases.conversing import At


def at() -> At:
    """The conversation that the address asks for, today, from the seat taken in this window.

    Without one in the address the page ends with the way to the list.
    """
    asked = session.conversation()
    if asked is None:
        _no_conversation("Kies eerst een gesprek.")
    return At(asked, resources.today(), session.seat(asked))


def seated(store: Store, actor: Person, here: At) -> Seated:
    """The conversation with the actor's seat; for who has none the page ends, saying so."""
    try:
        return conversing.seated(store, actor, here)
    except NotAllowedError as error:
        _no_conversation(str(error))


def choose(found: Seated, *, is_alone: bool) -> None:
    """Where somebody works alone both sit at one computer: who is it now?"""
    conversation = found.conversation
    if not (is_alone and conversation.has_partner and conversation.partner_id is None):
        return
    names = {seat: literal(conversation.name_of(seat)) for seat in Seat}
    st.segmented_control(
        "Wie zit er nu achter deze computer?",
        list(Seat),
        default=found.seat,
        format_func=names.__getitem__,
        required=True,
        key=session.seat_key(conversation.conversation_id),
        persist_state="session",
    )


def address(conversation: Conversation | UUID) -> dict[str, str]:
    """What a link to a page about this conversation carries."""
    found = conversation if isinstance(conversation, UUID) else conversation.conversation_id
    return {session.CONVERSATION: str(found)}


def _no_conversation(why: str) -> NoReturn:
    st.title("Gesprek", anchor=False)
    st.markdown(why)
    st.page_link(screens.TALKS.path, label="Naar Gesprekken", icon=":material/arrow_forward:")
    st.stop()
