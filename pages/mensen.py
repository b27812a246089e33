"""Mensen: who is who, as what and where, and how they come in."""

import streamlit as st

from ibreflect.ui import guard, people_part, person_part, resources, session
from ibreflect.ui.figure import heading
from ibreflect.ui.words import literal
from ibreflect.usecases import administering

actor = guard.signed_in()
store, when = resources.store(), resources.when()
all_people = administering.everybody(store, actor, when=when)
places = administering.overview(store, actor, today=when.day)
by_id = {str(each.person.person_id): each for each in all_people}
chosen = session.asked_for(people_part.WHO, by_id)

if chosen is None:
    heading("Mensen", "Wie werkt hier met ibreflect, en als wat?")
    session.show_told()
    people_part.add_person(store, actor, len(all_people))
    people_part.everybody(store, actor, all_people, when)
else:
    somebody = by_id[chosen]
    person_part.back()
    heading(literal(somebody.person.name), people_part.entry(somebody))
    session.show_told()
    st.header("Functies", anchor=False)
    person_part.positions(store, actor, somebody, places, when)
    st.header("Binnenkomen", anchor=False)
    person_part.entry(store, actor, somebody, when)
    st.header("Gegevens en toegang", anchor=False)
    person_part.correct(store, actor, somebody, when)
    person_part.access(store, actor, somebody, when)
