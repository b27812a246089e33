"""Meetrondes: all my rounds, starting a new one, reopening, closing and erasing."""

import streamlit as st

from ibreflect.ui import guard, resources
from ibreflect.ui.figure import heading
from ibreflect.ui.round_form import start_round
from ibreflect.ui.round_list import my_rounds
from ibreflect.usecases import rounds

actor = guard.signed_in()
store = resources.store()

heading("Meetrondes", "Elke keer dat je naar je werk kijkt, is een meetronde.")
my_rounds(store, actor, rounds.mine(store, actor))

st.header("Een nieuwe meetronde", anchor=False)
st.caption(
    "Als je een nieuwe meetronde begint, wordt de vorige op die school afgesloten. Je kunt haar "
    "blijven bekijken."
)
start_round(store, actor)
