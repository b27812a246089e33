"""Vragenlijsten: each questionnaire as its respondents will see it, to read or to print."""

import streamlit as st

from ibreflect.ui import guard, instrument, resources
from ibreflect.ui.figure import heading

guard.anybody()
heading("Vragenlijsten", "Wat wordt er gevraagd, aan wie, en waar komt elke stelling vandaan?")
with st.container(key="kiezers"):
    chosen = instrument.one_instrument(resources.questionnaires())
    group = instrument.one_perspective(chosen)
    st.caption("Deze keuze staat in het adres: deel de link, of druk de pagina af.")
instrument.show(chosen, group)
