"""Reflectievragen: a private journal, each school year anew with the earlier answers beside it."""

import streamlit as st

from ibreflect.model.reflection import REFLECTION_ORIGIN
from ibreflect.ui import guard, resources, sources
from ibreflect.ui.figure import heading
from ibreflect.ui.reflection_part import assignment_through_the_years, question_with_years
from ibreflect.usecases import reflection

actor = guard.signed_in()
store = resources.store()
journal = reflection.journal(store, actor, today=resources.today())

heading("Reflectievragen", "Vijf vragen om elk schooljaar even bij stil te staan.")
st.caption(
    "Alleen jij leest dit. Neem je een antwoord mee naar een gesprek, dan kies je dat daar zelf. "
    "Je mag vragen overslaan. Noem geen namen van leerlingen of collega's. Wat je schrijft, wordt "
    "bewaard zodra je het veld verlaat."
)

st.header(f"Schooljaar {journal.school_year}", anchor=False)
for asked in journal.asked:
    question_with_years(store, actor, asked, journal.school_year)
st.caption(f"Bron: {sources.told([REFLECTION_ORIGIN])}, in eigen woorden.")

st.header("Mijn opdracht door de jaren heen", anchor=False)
st.caption("Zes vragen die je bij elke meetronde beantwoordt. Hier lees je ze alleen terug.")
assignment_through_the_years(journal.assignment)
