"""Meedoen: where somebody who got a link answers."""

import streamlit as st

from ibreflect.ui import guard, joining, resources, sheet_parts
from ibreflect.ui.figure import heading
from ibreflect.ui.item_form import item_form
from ibreflect.ui.words import literal

visit = guard.invited()
store = resources.store()
here = joining.part(visit)

heading("Jouw antwoorden", f"Voor {visit.asked_by}, {visit.round.school_name}")
sheet_parts.parts(visit.sheet, here, joining.way())
joining.cooperation(visit, here, joining.saver(store, visit))
st.header(here.title, anchor=False)
st.markdown(literal(here.explanation))
sheet_parts.how_to_answer(visit.sheet.questionnaire_of(here))
item_form(visit.sheet, here, joining.saver(store, visit))
sheet_parts.onwards(visit.sheet, here, joining.way())
