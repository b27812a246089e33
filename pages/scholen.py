"""Scholen en besturen: the places people work at, one by one or from a list."""

import streamlit as st

from ibreflect.ui import guard, import_part, places_part, resources, session
from ibreflect.ui.figure import heading
from ibreflect.ui.words import literal
from ibreflect.usecases import administering

actor = guard.signed_in()
store, when = resources.store(), resources.when()
people = administering.everybody(store, actor, when=when)
places = administering.overview(store, actor, today=when.day)
by_id = {str(each.place_id): each for each in places}
chosen = session.asked_for(places_part.WHERE, by_id)

if chosen is None:
    heading("Scholen en besturen", "Waar werken de mensen, en wat hoort bij elkaar?")
    session.show_told()
    places_part.nothing_yet(places)
    with st.expander("Een lijst opnemen", expanded=not places):
        import_part.take_up(store, actor, places, people, when)
    with st.expander("Eén tegelijk toevoegen"):
        places_part.add(store, actor, places, when)
    places_part.every(places)
else:
    place = by_id[chosen]
    places_part.back()
    heading(literal(place.name), places_part.belongs(place, places))
    session.show_told()
    places_part.one(store, actor, place, places, people)
