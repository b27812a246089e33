"""Groei: how my roles and their overlap develop over the rounds."""

import streamlit as st

from ibreflect.charts.growth_line import growth_line
from ibreflect.charts.role_picture import role_picture
from ibreflect.model.numbers import two_decimals
from ibreflect.ui import choosing, guard, listing, resources, screens, session, steps
from ibreflect.ui.figure import figure, heading, multiples
from ibreflect.ui.words import said
from ibreflect.usecases import view_growth, view_picture

actor = guard.signed_in()
store = resources.store()
done = view_picture.handed_in(store, actor)

heading("Groei", "Hoe ontwikkelen mijn rollen zich, en verschuift waar ze samenkomen?")
if not done:
    steps.nothing_yet(
        "Groei zie je vanaf je eerste ingeleverde scan; vergelijken kan vanaf de tweede.",
        screens.SCAN,
        "Naar de zelfscan",
    )

questionnaire = choosing.one_questionnaire(view_growth.questionnaires(store, done))
school = choosing.one_school(done)
growth = view_growth.my_growth(store, actor, questionnaire, session.assumptions(), school_id=school)
words = growth.questionnaire.words

for line in growth.lines:
    st.header(line.scale.title, anchor=False)
    figure(
        growth_line(line.figure.drawn, growth.markers, words=words, role=line.scale.role),
        says=line.figure.says,
        shows="Een lijn over de meetrondes met een band voor de meetonzekerheid.",
        table=line.figure.read,
    )

if growth.has_roles:
    st.header("De rollen en hun overlap door de jaren", anchor=False)
    st.caption(said("LC is leercoördinator, TA trendanalist en ZR zorgregisseur."))
    multiples(
        [
            role_picture(each.drawn, words=words, size=200, title=each.label)
            for each in choosing.recent(growth.pictures)
        ],
        says=growth.overlap.says,
        shows="Per meetronde drie overlappende cirkels met een waarde in elk gebied.",
        table=growth.overlap.read,
    )

listing.left_out(growth)
choosing.assumptions(two_decimals(growth.needed))
