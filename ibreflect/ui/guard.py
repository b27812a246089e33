"""The first line of every page: who is looking. Nobody known means no page."""

import time
from typing import NoReturn

import streamlit as st

from ibreflect.access import policy
from ibreflect.access.guessing import Guesses
from ibreflect.errors import NotAllowedError, StoreError
from ibreflect.model.membership import Position
from ibreflect.model.person import Person
from ibreflect.ui import elsewhere, expertise_form, joining_shut, resources, screens, session
from ibreflect.ui.screens import Screen
from ibreflect.usecases import answering, expertise_entry, inviting, people, signing_in
from ibreflect.usecases.answering import State, Visit
from ibreflect.usecases.inviting import Look

GUESSES = Guesses()
"""The links that were tried in vain, of all visitors of this process."""


def anybody() -> Person | None:
    """The person who is looking; None when nobody has introduced themselves, or is signed in."""
    store = resources.store()
    if signing_in.is_together(store):
        return signing_in.person(store, session.signed_in_as(), now=resources.moment())
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


def held() -> frozenset[Position]:
    """As what the person who is looking works with the tool; nothing when nobody is known."""
    try:
        person = anybody()
        if person is None:
            return frozenset()
        return people.positions(resources.store(), person, today=resources.today())
    except StoreError:
        return frozenset()  # the page itself says what is wrong


def at_the_door(here: Screen) -> None:
    """Let in whom a page is for; for others it ends here, as if it were not there."""
    if here.seen_by is None:
        return
    signed_in()
    verdict = policy.may_open(held(), here.seen_by)
    if not verdict.allowed:
        st.title("Niet gevonden", anchor=False)
        st.write(verdict.reason)
        st.page_link(screens.START.path, label="Naar de startpagina")
        st.stop()


def _send_to_start() -> NoReturn:
    if signing_in.is_together(resources.store()):
        st.title("Meld je eerst aan", anchor=False)
        st.write("Op de startpagina kom je binnen. Daarna werkt deze pagina.")
    else:
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


def team_member() -> expertise_entry.Visit:
    """Where somebody's link to the expertisekaart leads; another link ends the page with why."""
    try:
        return expertise_entry.visit(resources.store(), session.code())
    except NotAllowedError as error:
        _slow_down_guessing()
        expertise_form.no_entry(str(error))


def coming_in() -> Person:
    """Whom the link lets in by which this browser came; without one that works the page ends."""
    token = elsewhere.entry_token()
    if not signing_in.is_together(resources.store()):
        _no_way_in("Binnenkomen", "Hier hoef je je niet aan te melden.")
    if not token:
        _no_way_in("Binnenkomen", "Open de link die je van de beheerder kreeg. Dan kom je hier.")
    try:
        return signing_in.whose_link(resources.store(), token, now=resources.moment())
    except NotAllowedError as error:
        _slow_down_guessing()
        _no_way_in("Deze link werkt niet", str(error))


def _no_way_in(title: str, why: str) -> NoReturn:
    st.title(title, anchor=False)
    st.markdown(why)
    st.page_link(screens.START.path, label="Naar de startpagina")
    st.stop()
