"""Voorbereiden: apart from the other, in a quarter of an hour, what I bring to a conversation."""

import streamlit as st

from ibreflect.ui import (
    guard,
    prepare_ends,
    prepare_form,
    prepare_points,
    prepare_table,
    resources,
    seat,
    session,
)
from ibreflect.ui.figure import heading
from ibreflect.ui.private_note import private_note
from ibreflect.usecases import preparing, signing_in

actor = guard.signed_in()
store = resources.store()
at = seat.at()
found = seat.seated(store, actor, at)
is_alone = not signing_in.is_together(store)
takes_turns = is_alone and found.conversation.partner_id is None

heading("Voorbereiden", "Wat zie jij, en wat wil je vragen?")
with st.container():  # keeps its place when nothing is told, so that fields below keep theirs
    session.show_told()
seat.choose(found, is_alone=is_alone)
prepare_ends.beginning(found, takes_turns=takes_turns)

fields, summary, end, note = st.container(), st.empty(), st.container(), st.container()
with note:
    private_note(store, actor, at)
with fields:
    form = prepare_form.begin(store, actor, at, preparing.sheet(store, actor, at), summary)
    prepare_ends.stop_when_done(form, takes_turns=takes_turns)
    prepare_table.table(form)
    prepare_form.questions(form)
    prepare_points.points(form)
with end:
    prepare_form.told(form)
    prepare_ends.ready(form)
