"""Samen en school: what ib'er, schoolleider and others each say, beside each other."""

import streamlit as st

from ibreflect.ui import choosing, guard, listing, resources, screens, steps
from ibreflect.ui.figure import heading
from ibreflect.usecases import view_together

actor = guard.signed_in()
store = resources.store()
offered = view_together.with_others(store, actor)

heading("Samen en school", "Wat zeggen jij, de schoolleider en anderen, en waar verschilt dat?")
if not offered:
    steps.nothing_yet(
        "Kies bij een nieuwe meetronde een module over jou en de schoolleider samen, of over de "
        "school. Wat jullie antwoorden, staat dan hier.",
        screens.ROUNDS,
        "Naar Meetrondes",
    )

chosen = choosing.one_round(offered)
part = choosing.one_part(view_together.parts(store, actor, chosen.round_id))
listing.about_module(part.questionnaire)
listing.who_is_heard(part.voices)
for each in part.scales:
    st.subheader(each.scale.title, anchor=False)
    listing.in_voices(each.figure, part.questionnaire.words)
if chosen.is_open:
    st.page_link(screens.OTHERS.path, label="Anderen vragen", icon=":material/arrow_forward:")
