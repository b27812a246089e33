"""Zelfscan: one domain per screen, every answer on disk at once."""

import streamlit as st

from ibreflect.model.assignment import note_question
from ibreflect.ui import guard, resources, sheet_parts, steps
from ibreflect.ui.figure import heading
from ibreflect.ui.item_form import item_form
from ibreflect.ui.text_form import text_field
from ibreflect.ui.words import literal
from ibreflect.usecases import fill_in, framing

actor = guard.signed_in()
store = resources.store()
current = steps.unfinished_round(store, actor)
scan = fill_in.scan(store, actor, current.round_id)
texts = steps.kept_texts(store, actor, framing.of_round(store, actor, current.round_id))
here = sheet_parts.chosen_part(scan)

heading("Zelfscan", f"{current.term.label}, {current.school_name}")
sheet_parts.parts(scan, here, steps.MY_SCAN)
st.header(here.title, anchor=False)
st.markdown(literal(here.explanation))
sheet_parts.how_to_answer(scan.questionnaire_of(here))
item_form(scan, here, steps.answer_saver(store, actor, current))
text_field(note_question(here.id, here.title), texts)
sheet_parts.onwards(scan, here, steps.MY_SCAN)
