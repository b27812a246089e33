"""The first line of every page: who is looking. Nobody known means no page."""

import time
from typing import NoReturn

import streamlit as st

from ibreflect.access.guessing import Guesses
from ibreflect.errors import NotAllowedError
from ibreflect.model.person import Person
from ibreflect.ui import joining_shut, resources, screens, session
from ibreflect.usecases import answering, inviting, people
from ibreflect.usecases.answering import State, Visit
from ibreflect.usecases.inviting import Look

GUESSES = Guesses()
"""The links that were tried in vain, of all visitors of this process."""


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
    store, today = resources.store(), resources.today()
    state = answering.state(store, session.code(), today=today)
    if state is State.UNKNOWN:
        _slow_down_guessing()
    if state is not State.OPEN:
        joining_shut.no_entry(store, state)
    visit = answering.visit(store, session.code(), today=today)
    if not visit.sheet.scales:
        joining_shut.nothing_asked(visit)
    return visit


def _slow_down_guessing() -> None:
    """Let who tries links wait; whoever has a link that exists never comes here."""
    address, now = st.context.ip_address or "", time.monotonic()
    delay = GUESSES.delay(address, now=now)
    GUESSES.missed(address, now=now)
    time.sleep(delay)


def looking_along() -> Look:
    """What somebody who looks along sees; another link ends the page with why it does not work."""
    try:
        return inviting.look(resources.store(), session.code(), today=resources.today())
    except NotAllowedError as error:
        _slow_down_guessing()
        st.title("Deze link werkt niet", anchor=False)
        st.markdown(str(error))
        st.stop()
