"""Mijn gegevens: how one signs in, where one is signed in now, and signing out everywhere."""

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.days import in_dutch
from ibreflect.model.passkey import Passkey
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import leaving, resources, session
from ibreflect.ui.words import count_of, literal
from ibreflect.usecases import happened, passkeys, signing_in

_FRESH = (
    "Weghalen kan tot tien minuten nadat je je aanmeldde. Meld je af en weer aan als je dat wilt."
)


def signing_in_part(store: Store, actor: Person) -> None:
    """The keys and the devices of somebody who signs in; nothing where nobody does."""
    if not signing_in.is_together(store):
        return
    st.header("Aanmelden", anchor=False)
    mine = passkeys.mine(store, actor)
    if passkeys.has_account(store, actor):
        st.markdown("Je meldt je aan met een account van elders.")
    if mine:
        st.markdown("Met deze toegangssleutels kom je binnen:")
    fresh = passkeys.is_fresh(store, session.signed_in_as(), now=resources.moment())
    for each in mine:
        _key(store, actor, each, "" if fresh else _FRESH)
    st.html('<p><a href="/sleutel" target="_self">Nog een toegangssleutel maken</a></p>')
    _devices(store, actor)


def _key(store: Store, actor: Person, each: Passkey, why_not: str) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(f"{literal(each.label)}, gemaakt op {in_dutch(each.added_on)}")
        pressed = st.button(
            "Haal weg", key=f"sleutel_weg:{each.credential_id}", disabled=bool(why_not)
        )
    if why_not:
        st.caption(why_not)
    if pressed:
        _remove(store, actor, each)


def _remove(store: Store, actor: Person, each: Passkey) -> None:
    try:
        passkeys.remove(
            store,
            actor,
            session.signed_in_as(),
            each.credential_id,
            now=resources.moment(),
        )
    except IbreflectError as error:
        st.error(str(error))
        return
    session.tell("De toegangssleutel is weg.")
    st.rerun()


def _devices(store: Store, actor: Person) -> None:
    open_now = passkeys.open_sessions(store, actor, now=resources.moment())
    st.markdown(f"Je bent nu aangemeld op {count_of(len(open_now), 'plek', 'plekken')}:")
    here = session.signed_in_as()
    lines = [
        f"- sinds {happened.when(each.since)}{' (hier)' if each.digest == here else ''}"
        for each in open_now
    ]
    st.markdown("\n".join(lines))
    if st.button("Overal afmelden", key="overal_afmelden"):
        leaving.everywhere(store, actor)
