"""Eigen vragenlijsten: take a questionnaire along, bring one in, and what is on offer."""

import streamlit as st

from ibreflect.ui import guard, own_questionnaire, resources
from ibreflect.ui.figure import heading

actor = guard.signed_in()
store = resources.store()

heading("Eigen vragenlijsten", "Hoe pas ik een vragenlijst aan onze school aan?")
st.markdown(own_questionnaire.HOW)

st.header("Meenemen", anchor=False)
own_questionnaire.take_along(resources.exact_questionnaires())

st.header("Opnemen", anchor=False)
own_questionnaire.bring_in(store, actor, resources.folder())

st.header("Onze eigen versies", anchor=False)
own_questionnaire.own_versions(store, actor)
