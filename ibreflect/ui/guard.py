"""The first line of every page: who is looking. Nobody known means no page."""

from typing import NoReturn

import streamlit as st

from ibreflect.model.person import Person
from ibreflect.ui import joining, resources, screens, session
from ibreflect.usecases import answering, people
from ibreflect.usecases.answering import State, Visit


def anybody() -> Person | None:
    """The person who is looking, or None when nobody has introduced themselves yet."""
    store = resources.store()
    offered = people.viewpoints(store)
    if not offered:
        return people.owner(store)
    chosen = session.viewpoint() or offered[0].person_id
    return people.invented(store, chosen)


def signed_in() -> Person:
    """The person who is looking; without one the page ends here with the way to the start."""
    person = anybody()
    if person is None:
        _send_to_start()
    return person


def _send_to_start() -> NoReturn:
    st.title("Nog even kennismaken", anchor=False)
    st.write("Vertel eerst op de startpagina wie je bent. Daarna werkt deze pagina.")
    st.page_link(screens.START.path, label="Naar de startpagina")
    st.stop()


def invited() -> Visit:
    """What somebody with a link is asked; another link ends the page with why it does not work."""
    store = resources.store()
    state = answering.state(store, session.code())
    if state is not State.OPEN:
        joining.no_entry(store, state)
    return answering.visit(store, session.code())
