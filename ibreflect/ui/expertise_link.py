"""The link by which a team writes on its expertisekaart: made, made anew and shut."""

import html

import streamlit as st

from ibreflect.model.person import Person
from ibreflect.reports.qr import qr_picture
from ibreflect.store.connection import Store
from ibreflect.ui import long_list, resources, screens, session
from ibreflect.usecases import expertise
from ibreflect.usecases.expertise import Card

_INVITATION = (
    "Waar weet jij veel van, of waar zou je meer van willen weten? Zet jezelf op de expertisekaart "
    "van {school}, dan weten we bij wie we met een vraag terechtkunnen. Het mag, het hoeft niet. "
    "Je verandert of verwijdert het zelf, wanneer je wilt."
)
_NONE_YET = (
    "Collega's zetten zichzelf op de kaart, zonder account, met één link voor het hele team. Wie "
    "de link heeft, kan de kaart niet lezen."
)
_THERE_IS_ONE = (
    "Er is een teamlink. ibreflect bewaart de link zelf niet. Ben je die kwijt, maak dan een "
    "nieuwe: de oude werkt daarna niet meer. Wie al op de kaart staat, blijft erop en houdt de "
    "eigen link."
)
_ON_THIS_COMPUTER = (
    "Deze installatie is alleen op deze computer te bereiken. Open het formulier in een nieuw "
    "venster en geef de computer even uit handen."
)


def team_link(store: Store, actor: Person, card: Card) -> None:
    """Whether there is a team link, and the ways to make or shut it.

    Where one was just made, the page is that link, in this run only.
    """
    with (
        st.container(key="niet_op_papier_link"),
        st.expander("De link voor het team", expanded=not card.entries),
    ):
        st.markdown(_THERE_IS_ONE if card.has_link else _NONE_YET)
        label = "Maak een nieuwe teamlink" if card.has_link else "Maak de teamlink"
        with st.container(horizontal=True):
            wanted = st.button(label, key="maak_teamlink")
            if card.has_link:
                _shut(store, actor, card)
    if wanted:
        _make(store, actor, card)
        st.stop()


def _shut(store: Store, actor: Person, card: Card) -> None:
    if st.button("Sluit de teamlink", key="sluit_teamlink"):
        long_list.change(
            lambda: expertise.shut_link(
                store, actor, card.school.school_id, today=resources.today()
            ),
            "De teamlink werkt niet meer. Wie op de kaart staat, blijft erop.",
        )


def _make(store: Store, actor: Person, card: Card) -> None:
    token = expertise.make_link(store, actor, card.school.school_id, today=resources.today())
    address = session.address_of(screens.EXPERTISE_FORM.name, token)
    text = _INVITATION.format(school=card.school.name)
    st.success("**Dit zie je één keer.** Bewaar het nu, en klik pas daarna verder.")
    if session.is_on_this_computer(address):
        st.markdown(_ON_THIS_COMPUTER)
        st.link_button("Open het formulier", address, type="primary")
    st.code(f"{text}\n{address}", language=None, wrap_lines=True)
    if not session.is_on_this_computer(address):
        st.caption("Print je deze pagina (Ctrl+P), dan heb je een blad voor de teamkamer:")
        st.html(_sheet(text, address))
    st.button("Ik heb de link: terug naar de kaart", key="teamlink_klaar")


def _sheet(text: str, address: str) -> str:
    return (
        f'<section class="blad"><p>{html.escape(text)}</p>'
        "<p>Richt de camera van je telefoon op dit vierkant, of typ het adres eronder over.</p>"
        f'<img src="{html.escape(qr_picture(address))}" alt="QR-code van de link hieronder">'
        f'<p class="link">{html.escape(address)}</p></section>'
    )
