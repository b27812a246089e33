"""Mijn gegevens: what is kept of me, put right, taken along, brought in and erased."""

import streamlit as st

from ibreflect.model.membership import Position
from ibreflect.ui import (
    guard,
    my_data_erasing,
    my_data_files,
    my_data_part,
    my_keys,
    resources,
    session,
)
from ibreflect.ui.figure import heading
from ibreflect.usecases import my_data

actor = guard.signed_in()
store = resources.store()
is_coordinator = Position.IB_COORDINATOR in guard.held()
overview = my_data.overview(store, actor)

heading("Mijn gegevens", "Wat bewaart ibreflect van jou, en wat kun je ermee?")
session.show_told()
my_data_part.kept(store, overview)

st.header("Meenemen", anchor=False)
my_data_files.take_along(store, actor)

if is_coordinator:
    st.header("Opnemen van elders", anchor=False)
    my_data_files.bring_in(store, actor)

st.header("Naam en mailadres", anchor=False)
my_data_part.put_right(store, actor, overview)

my_keys.signing_in_part(store, actor)

st.header("Wat er met je gegevens gebeurde", anchor=False)
my_data_part.what_happened(store, actor)

st.header("Wissen", anchor=False)
if is_coordinator:
    my_data_erasing.one_round()
if overview.is_partner:
    my_data_erasing.as_partner()
my_data_erasing.erase_everything(store, actor)
