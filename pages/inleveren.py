"""Inleveren: what is still open, with the way to it, and handing in."""

import streamlit as st

from ibreflect.ui import guard, handing_in, resources, screens, steps
from ibreflect.ui.figure import heading
from ibreflect.usecases import fill_in

actor = guard.signed_in()
store = resources.store()
current = steps.unfinished_round(store, actor)
scan = fill_in.scan(store, actor, current.round_id)

heading("Overzicht en inleveren", f"{current.term.label}, {current.school_name}")
handing_in.what_is_open(scan, steps.MY_SCAN)
st.caption(
    "Na het inleveren zie je je beeld. Je kunt de scan heropenen tot je de meetronde afsluit. Doet "
    "de schoolleider mee? Dan kan het tot jullie allebei hebben ingeleverd."
)
if st.button("Scan inleveren", type="primary", disabled=not scan.kept, key="inleveren"):
    fill_in.hand_in(store, actor, current.round_id)
    st.switch_page(screens.PICTURE.path)
