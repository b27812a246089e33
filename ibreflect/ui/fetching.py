"""A file that is made at the press of a button, and fetched once."""

from collections.abc import Callable

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.ui.words import literal

_ONCE = "Ophalen kan één keer, binnen tien minuten."

Offer = Callable[[], str]
"""Makes the file and returns its ticket; IbreflectError says why not."""


def to_print(name: str, pdf: Offer, word: Offer) -> None:
    """Two buttons, for NAME.pdf and for NAME.docx."""
    st.header("Bewaren en printen", anchor=False)
    with st.container(horizontal=True):
        wants_pdf = st.button("Maak een PDF", key="pdf")
        wants_word = st.button("Maak een Word-bestand", key="word")
    if wants_pdf:
        fetch(f"{name}.pdf", pdf)
    if wants_word:
        fetch(f"{name}.docx", word)


def fetch(name: str, offer: Offer) -> None:
    """Make a file now, with the link from which it is fetched."""
    try:
        ticket = offer()
    except IbreflectError as error:
        st.error(literal(str(error)))
        return
    st.link_button(f"Haal {name} op", f"/ophalen/{ticket}")
    st.caption(_ONCE)
