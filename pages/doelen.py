"""Doelen: what I am going to do, how that goes, and the goals beside my roles over the years."""

import streamlit as st

from ibreflect.charts.goals_timeline import goals_timeline
from ibreflect.ui import goal_form, goal_list, guard, resources, session
from ibreflect.ui.figure import figure, heading
from ibreflect.ui.words import said
from ibreflect.usecases import view_goals

actor = guard.signed_in()
store = resources.store()

heading("Doelen", "Wat ga ik doen, en waaraan merken we dat het werkt?")
with st.container():  # keeps its place when nothing is told, so that what is unfolded stays so
    session.show_told()
school_id = goal_list.one_school(store, actor)
seen = view_goals.at_school(store, actor, school_id, session.assumptions(), today=resources.today())

goal_list.open_goals(store, actor, seen.open)
goal_form.new_goal(store, actor, school_id, seen)

if seen.timeline:
    line = seen.timeline
    st.header("Doelen en rollen door de jaren", anchor=False)
    st.caption(
        said(
            "LC is leercoördinator, TA trendanalist en ZR zorgregisseur; een meetronde staat "
            "midden in haar half jaar. Een streepje is een notitie, de stippellijn loopt tot de "
            "kijkdatum."
        )
    )
    figure(
        goals_timeline(line.points, line.goals, line.notes, words=line.words),
        says=line.says,
        shows="Boven de rollen per meetronde, daaronder een lijn voor elk doel.",
        table=line.read,
    )

goal_list.closed_goals(store, actor, seen.closed)
