"""Mijn beeld: my roles, where they overlap, and every statement of one scan."""

import streamlit as st

from ibreflect.charts.item_dots import item_dots
from ibreflect.charts.role_picture import role_picture
from ibreflect.ui import choosing, guard, listing, resources, screens, session, steps
from ibreflect.ui.figure import figure, heading
from ibreflect.ui.words import literal
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
words = picture.questionnaire.words

if picture.roles:
    figure(
        role_picture(picture.roles.drawn, words=words, size=440),
        says=picture.roles.says,
        shows="Drie cirkels die elkaar overlappen, met in elk van de zeven gebieden een waarde.",
        table=picture.roles.read,
    )
    st.markdown(literal(picture.overlap_says))
    st.caption(
        "Elk gebied heeft eigen stellingen: n zegt hoeveel, ± hoe ver je antwoorden uit elkaar "
        "liggen. Hoe donkerder, hoe vaker. De grootte van de cirkels zegt niets. Het is je eigen "
        "kijk, geen meting van hoe goed je iets doet."
    )

for domain in picture.domains:
    st.header(domain.scale.title, anchor=False)
    figure(
        item_dots(domain.figure.drawn, words=words, role=domain.scale.role),
        says=domain.figure.says,
        shows="Per stelling een stip op een lijn van bijna nooit naar bijna altijd.",
        table=domain.figure.read,
    )
    listing.own_note(domain.note)

listing.without_number(picture)
st.page_link(screens.GROWTH.path, label="Bekijk hoe dit verandert", icon=":material/show_chart:")
