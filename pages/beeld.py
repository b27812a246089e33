"""Mijn beeld: my roles, where they overlap, and every statement of one scan."""

import streamlit as st

from ibreflect.charts.item_dots import item_dots
from ibreflect.charts.role_picture import role_picture
from ibreflect.ui import (
    choosing,
    crosswalk_part,
    guard,
    listing,
    plane_part,
    resources,
    screens,
    session,
    steps,
)
from ibreflect.ui.figure import figure, heading
from ibreflect.ui.words import literal, said
from ibreflect.usecases import view_picture

actor = guard.signed_in()
store = resources.store()
done = view_picture.handed_in(store, actor)

heading("Mijn beeld", "Hoe vaak zie ik mezelf in mijn rollen, en waar komen ze samen?")
if not done:
    steps.nothing_yet(
        "Hier staat straks je beeld. Vul eerst je zelfscan in en lever die in.",
        screens.SCAN,
        "Naar de zelfscan",
    )

chosen = choosing.one_round(done)
picture = view_picture.my_picture(store, actor, chosen.round_id, session.assumptions())

part = choosing.one_part(picture.parts)
words = part.questionnaire.words
listing.about_module(part.questionnaire)
if part.roles:
    figure(
        role_picture(part.roles.drawn, words=words, size=440),
        says=part.roles.says,
        shows="Drie overlappende cirkels, met in elk van de zeven gebieden een waarde.",
        table=part.roles.read,
    )
    st.markdown(literal(said(part.overlap_says)))
    st.caption(listing.HOW_TO_READ_ROLES)
plane_part.plane_of(store, actor, picture.round, part.questionnaire)
for domain in part.domains:
    st.header(domain.scale.title, anchor=False)
    figure(
        item_dots(domain.figure.drawn, words=words, role=domain.scale.role),
        says=domain.figure.says,
        shows=f"Per stelling een stip op een lijn van {words[0]} naar {words[-1]}.",
        table=domain.figure.read,
    )
    listing.own_note(domain.note)
crosswalk_part.beside_roles(part.questionnaire)

listing.without_number(picture)
st.page_link(screens.GROWTH.path, label="Bekijk hoe dit verandert", icon=":material/show_chart:")
