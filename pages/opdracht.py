"""Mijn opdracht: what the school asks of me, before the first statement."""

import streamlit as st

from ibreflect.model.assignment import ASSIGNMENT_QUESTIONS, CONTEXT_FIELDS, VISION_QUESTION
from ibreflect.ui import guard, resources, screens, steps
from ibreflect.ui.figure import heading
from ibreflect.ui.text_form import choice_field, text_field
from ibreflect.usecases import framing

actor = guard.signed_in()
store = resources.store()
current = steps.current_round(store, actor)
frame = framing.of_round(store, actor, current.round_id)
texts = steps.kept_texts(store, actor, frame)
choices = steps.kept_choices(store, actor, frame)

heading("Mijn opdracht", "Wat vraagt deze school van je? Dat kleurt alles wat je straks invult.")
st.caption(
    "Alles op deze pagina mag je overslaan. Noem geen namen van leerlingen of collega's. "
    "Wat je schrijft, wordt bewaard zodra je het veld verlaat."
)

st.header("Zes vragen vooraf", anchor=False)
for question in ASSIGNMENT_QUESTIONS:
    text_field(question, texts, frame.earlier_texts.get(question.topic, ""))

st.header("Onze school", anchor=False)
for field in CONTEXT_FIELDS:
    choice_field(field, choices, frame.earlier_choices.get(field.field, ""))
text_field(VISION_QUESTION, texts, frame.earlier_texts.get(VISION_QUESTION.topic, ""))

if st.button("Naar de zelfscan", type="primary", key="naar_zelfscan"):
    st.switch_page(screens.SCAN.path)
