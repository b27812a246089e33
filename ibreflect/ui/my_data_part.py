"""Mijn gegevens: what is kept, put right, and what happened with it."""

import pandas as pd
import streamlit as st

from ibreflect.errors import InputError
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources, session
from ibreflect.ui.words import count_of, literal
from ibreflect.usecases import happened, my_data, signing_in
from ibreflect.usecases.my_data import Overview

_MOST_EVENTS = 30

_ALONE = (
    "Alles staat in één bestand op deze computer, met een map met sleutels ernaast. Er gaat niets "
    "naar buiten als jij dat niet doet."
)
_TOGETHER = (
    "Alles staat in één database op de server van jullie organisatie. Je teksten en je mailadres "
    "staan er versleuteld in, en de sleutels in een aparte map. Wie de server zelf beheert, kan "
    "technisch bij beide; de beheerder in ibreflect niet."
)


def kept(store: Store, overview: Overview) -> None:
    """What is kept of the actor, how much, who sees it and where it is."""
    st.markdown(_TOGETHER if signing_in.is_together(store) else _ALONE)
    rows = [
        {"Wat, en hoeveel": f"{each.what}: {each.number}", "Wie het ziet": each.seen_by}
        for each in overview.lines
    ]
    if rows:
        st.table(pd.DataFrame(rows), hide_index=True, border="horizontal")


def put_right(store: Store, actor: Person, overview: Overview) -> None:
    """Name and mail address, to change."""
    with st.form("verbeteren", border=True):
        name = st.text_input("Je naam", actor.name, max_chars=80, key="mijn_naam")
        address = _address(store, overview.address)
        if not st.form_submit_button("Bewaar"):
            return
    try:
        changed = my_data.correct(store, actor, name=name, address=address, now=resources.moment())
    except InputError as error:
        st.error(str(error))
        return
    if changed:
        session.tell("Bewaard.")
        st.rerun()
    st.info("Dit stond er al zo. Er is niets veranderd.")


def _address(store: Store, kept: str) -> str:
    if signing_in.is_together(store):
        said = f"Je mailadres is {literal(kept)}." if kept else "Van jou is hier geen mailadres."
        st.markdown(f"{said} Klopt dat niet, dan verandert de beheerder het.")
        return kept
    return st.text_input("Je mailadres (hoeft niet)", kept, max_chars=254, key="mijn_adres")


def what_happened(store: Store, actor: Person) -> None:
    """The newest events about the actor, in sentences."""
    found = happened.about_me(store, actor)
    if not found:
        st.markdown("Er is nog niets gebeurd met je gegevens.")
        return
    rows = [{"Wanneer": each.when, "Wat": literal(each.says)} for each in found[:_MOST_EVENTS]]
    st.table(pd.DataFrame(rows), hide_index=True, border="horizontal")
    if len(found) > _MOST_EVENTS:
        more = count_of(len(found) - _MOST_EVENTS, "oudere staat", "oudere staan")
        st.caption(f"Nog {more} in de bestanden die je hierboven meeneemt.")
