"""Uitleg: what is asked and why, how it is measured, and what happens with the data."""

import streamlit as st

from ibreflect.ui import about, guard, resources
from ibreflect.ui.figure import heading

guard.anybody()
heading("Uitleg", "Wat vraagt ibreflect, hoe wordt er gerekend en wat gebeurt er met je gegevens?")
st.markdown(about.MEASURING)
for instrument in resources.questionnaires():
    about.questionnaire(instrument.questionnaire)
st.markdown(about.DATA)
