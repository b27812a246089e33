"""Anderen vragen: whom, by which rules, the links, and whether enough have answered."""

from functools import partial

import streamlit as st

from ibreflect.model.asking import Stage
from ibreflect.ui import (
    asking_adding,
    asking_form,
    asking_links,
    asking_list,
    asking_rules,
    guard,
    resources,
    second_part,
    session,
    steps,
)
from ibreflect.ui.figure import heading
from ibreflect.usecases import asking, inviting

actor = guard.signed_in()
store = resources.store()
today = resources.today()
current = steps.current_round(store, actor)
state = asking.of_round(store, actor, current.round_id, today=today)

heading("Anderen vragen", f"{current.term.label}, {current.school_name}")
session.show_told()
if state.stage is Stage.CLOSED:
    asking_form.has_ended(state)
    st.stop()

asking_form.what_it_is(state)
asking_form.how_far(state)
asking_links.hand_out(store, actor, state)
st.header("Wie vraag je?", anchor=False)
asking_list.on_the_list(store, actor, state)
asking_adding.add_people(state, partial(inviting.add, store, actor, current.round_id, today=today))
asking_adding.add_unnamed(store, actor, state)
asking_list.what_numbers_allow(state)
asking_form.rather_talk(state)
second_part.ask_along(store, actor, state)
if state.stage is Stage.NOT_BEGUN and state.numbers:
    asking_rules.enter(store, actor, state)
asking_rules.fixed(state)
asking_form.change_the_end(store, actor, state)
