"""The papers of this installation: choose one, read it, and fetch it as a document."""

import re

import streamlit as st

from ibreflect.model.person import Person
from ibreflect.settings import read_settings
from ibreflect.store.connection import Store
from ibreflect.ui import elsewhere, resources
from ibreflect.usecases import papers
from ibreflect.usecases.papers import Installation, Written

_HOW = (
    "Elk papier is gevuld met de instellingen van deze installatie, zoals die vandaag zijn. Lees "
    "het na en vul in wat tussen vierkante haken staat. Verandert er een instelling, haal het "
    "papier dan opnieuw op. Er staan geen persoonsgegevens in."
)
_NARROW = """<style>
@media (max-width: 480px) {
  .st-key-tekst_van_papier :is(th, td) { padding: 4px 3px; font-size: 12px; line-height: 1.3;
    overflow-wrap: anywhere; hyphens: auto; }
}
</style>"""
_HEADING = re.compile(r"^#", re.MULTILINE)


def show(store: Store, actor: Person) -> None:
    """All papers by title, and the chosen one."""
    st.markdown(_HOW)
    here = Installation(read_settings(), tuple(each.label for each in elsewhere.providers()))
    offered = papers.read(store, actor, here, today=resources.today())
    chosen = st.radio(
        "Welk papier?",
        range(len(offered)),
        format_func=lambda place: offered[place].paper.title,
        captions=[each.paper.purpose for each in offered],
        key="papier",
    )
    written = offered[chosen]
    _fetch(written)
    st.html(_NARROW)
    with st.container(border=True, key="tekst_van_papier"):
        # One level down: the page has a title of its own.
        st.markdown(_HEADING.sub("##", written.text))


def _fetch(written: Written) -> None:
    # The ticket is made at the press of the button, so that looking makes none.
    if st.button("Maak het Word-bestand", key=f"maak:{written.paper.name}"):
        ticket = papers.take_along(written, now=resources.seconds())
        st.link_button(f"Haal {written.paper.file_name} op", f"/ophalen/{ticket}")
        st.caption("Dat kan één keer, nu. Werkt het niet meer, maak het bestand dan opnieuw.")
