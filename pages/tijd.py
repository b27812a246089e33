"""Mijn tijd: where my time goes, and where I would want it to go."""

import streamlit as st

from ibreflect.ui import guard, resources, screens, steps
from ibreflect.ui.figure import heading
from ibreflect.ui.time_form import INTRODUCTION, look_back, time_form
from ibreflect.usecases import rounds, time

actor = guard.signed_in()
store = resources.store()
current = rounds.current(store, actor)
mine = rounds.mine(store, actor)

heading("Mijn tijd", "Waar gaat je tijd heen, en hoe zou je het willen?")
if current:
    st.markdown(INTRODUCTION)
    time_form(store, actor, time.of_round(store, actor, current.round_id))
elif mine:
    look_back(store, actor, mine[-1])
else:
    steps.nothing_yet(
        "Er is nu geen meetronde om aan te werken.", screens.START, "Begin een meetronde"
    )
