"""Uitleg: how it is measured, where to read what is asked, and what happens with the data."""

import streamlit as st

from ibreflect.ui import about, display_table, guard, screens
from ibreflect.ui.figure import heading
from ibreflect.ui.words import said

guard.anybody()
heading("Uitleg", "Hoe wordt er gerekend, wat wordt er gevraagd en wat gebeurt er met je gegevens?")
st.markdown(said(about.MEASURING))
st.markdown(said(about.ASKING))
st.page_link(screens.INSTRUMENTS.path, label="Bekijk de vragenlijsten", icon=":material/list_alt:")
st.page_link(screens.CARDS.path, label="Bekijk de gesprekskaarten", icon=":material/forum:")
st.markdown(said(about.DATA))
display_table.what_numbers_show()
