"""Delen: what I share of my scan, with whom and until when."""

import streamlit as st

from ibreflect.ui import (
    choosing,
    guard,
    resources,
    screens,
    session,
    sharing_form,
    sharing_list,
    steps,
)
from ibreflect.ui.figure import heading
from ibreflect.usecases import view_picture

actor = guard.signed_in()
store = resources.store()
done = view_picture.handed_in(store, actor)

heading("Delen", "Wat van je scan laat je aan wie zien, en tot wanneer?")
session.show_told()
sharing_form.end_when_alone(store)
if not done:
    steps.nothing_yet(
        "Delen kan zodra je een scan hebt ingeleverd.", screens.SCAN, "Naar de zelfscan"
    )

sharing_form.what_it_is()
sharing_list.shared_by(store, actor)
st.header("Deel iets", anchor=False)
chosen = choosing.one_round(done)
reader = sharing_form.one_reader(store, actor, chosen)
wanted = sharing_form.what_to_share(store, actor, chosen, reader)
sharing_form.look_and_share(store, actor, wanted)
