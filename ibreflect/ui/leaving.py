"""Who is signed in, and how they stop; on every page when more people work here."""

from typing import NoReturn

import streamlit as st
from streamlit.proto.AuthRedirect_pb2 import AuthRedirect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from ibreflect.errors import IbreflectError
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import guard, resources, session
from ibreflect.ui.words import literal
from ibreflect.usecases import passkeys, signing_in

TO_THE_START: bytes = ForwardMsg(auth_redirect=AuthRedirect(url="/")).SerializeToString()
"""What Streamlit's half in the browser understands as: open the start page anew."""


def button() -> None:
    """The name of who is signed in and the button to sign out; nothing when nobody is."""
    try:
        store = resources.store()
        person = guard.anybody() if signing_in.is_together(store) else None
    except IbreflectError:
        return  # the page itself says what is wrong
    if person is None or session.code():
        return
    with st.container(
        horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="aangemeld"
    ):
        st.markdown(literal(person.name), width="content")
        st.button("Afmelden", key="afmelden", on_click=_leave, args=(store,))


def everywhere(store: Store, actor: Person) -> NoReturn:
    """End every session of the actor, on every device, and lead this browser to the start."""
    passkeys.sign_out_everywhere(store, actor, now=resources.moment())
    st.logout()
    st.stop()


def _leave(store: Store) -> None:
    signing_in.sign_out(store, session.signed_in_as(), now=resources.moment())
    # Also forgets an account elsewhere, and lets the browser begin anew at the start page.
    st.logout()
