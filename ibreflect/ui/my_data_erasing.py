"""Mijn gegevens: erasing a round or everything, with what that means."""

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import about, resources, screens
from ibreflect.ui.words import said
from ibreflect.usecases import my_data, signing_in

WORD = "WISSEN"

_ROUND = (
    "Eén meetronde wis je op de pagina Meetrondes. Dan verdwijnen je antwoorden en teksten van die "
    "ronde, wat anderen erin antwoordden, en wat je ervan deelde. Links die nog openstaan, werken "
    "dan niet meer."
)
_WORK = (
    "Een doel, een stukje logboek, een antwoord op een reflectievraag of een gesprek wis je op de "
    "pagina waar het staat: Doelen, Logboek, Reflectievragen of Gesprekken. Wis je een gesprek, "
    "dan is het ook voor de ander weg. De doelen die jullie maakten, blijven staan bij Doelen."
)
_AS_PARTNER = (
    "Ben je de gesprekspartner van een ib'er, dan maak je je eigen notitie leeg in het gesprek, en "
    "je voorbereiding zolang die nog niet op tafel ligt. Het gesprek zelf wist de ib'er."
)


def one_round() -> None:
    """What erasing a round means, and where that and smaller things are erased."""
    st.markdown(_ROUND)
    st.page_link(screens.ROUNDS.path, label="Naar Meetrondes")
    st.markdown(_WORK)


def as_partner() -> None:
    """What somebody who talks with an ib'er can take away."""
    st.markdown(_AS_PARTNER)


def erase_everything(store: Store, actor: Person) -> None:
    """The way to leave, or to begin anew, behind a word that has to be typed."""
    with st.expander("Alles over mij wissen"):
        st.markdown(said(about.ERASING))
        with st.form("alles_wissen", border=False):
            typed = st.text_input(f"Typ {WORD} als je dit zeker weet", key="wis_woord")
            wanted = st.form_submit_button("Wis alles over mij", key="wis_alles")
        if wanted and typed.strip().upper() != WORD:
            st.error(f"Er is niets gewist. Typ eerst het woord {WORD}.")
        elif wanted:
            _leave(store, actor)


def _leave(store: Store, actor: Person) -> None:
    try:
        my_data.erase_everything(store, actor, now=resources.moment(), today=resources.today())
    except IbreflectError as error:
        st.error(str(error))
        return
    if signing_in.is_together(store):
        st.logout()
        st.stop()
    st.switch_page(screens.START.path)
