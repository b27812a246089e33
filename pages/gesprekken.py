"""Gesprekken: the conversations I have with a schoolleider, a coach or a team."""

import streamlit as st

from ibreflect.model.membership import Position
from ibreflect.ui import guard, resources, session, talk_list, talk_plan
from ibreflect.ui.figure import heading

actor = guard.signed_in()
store = resources.store()
plans = Position.IB_COORDINATOR in guard.held()

heading("Gesprekken", "Met wie praat je over het werk, en wat spraken jullie af?")
st.caption("Een gesprek is er om van te leren, niet om te beoordelen.")
with st.container():  # keeps its place when nothing is told, so that what is unfolded stays so
    session.show_told()
is_coming = talk_list.conversations(store, actor, plans=plans)
if plans:
    talk_plan.plan(store, actor, is_open=not is_coming)
