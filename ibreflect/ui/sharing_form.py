"""Choosing what to share: with whom, which parts, until when, and seeing it beforehand."""

from typing import NamedTuple

import streamlit as st

from ibreflect.model.membership import POSITION_WORDS
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.model.sharing import PART_WORDS, Part
from ibreflect.store.connection import Store
from ibreflect.ui import resources, screens, session, shared_part, steps
from ibreflect.ui.asking_list import attempt
from ibreflect.ui.words import literal, said
from ibreflect.usecases import contacts, people, sharing, signing_in
from ibreflect.usecases.contacts import Reader
from ibreflect.usecases.sharing import LONGEST, USUAL, Wish

_ALONE = (
    "Je werkt hier alleen, zonder aanmelden. Dan is er niemand die iets van je kan lezen, en dus "
    "ook niemand om mee te delen. Laat je beeld zien op je eigen scherm. Werken jullie met meer "
    "mensen in één ibreflect, dan kan delen wel; wie ibreflect beheert kan dat aanzetten."
)
_NOBODY = (
    "Er is nu niemand om deze meetronde mee te delen: delen kan met de schoolleider van {school} "
    "en met een coach van jullie samenwerkingsverband, als die zich hier kan aanmelden. Vraag de "
    "beheerder om iemand toe te voegen."
)
_WHAT_IT_IS = (
    "Jij kiest wat je deelt, met wie en tot wanneer. Wat je deelt, ligt vast zoals het nu is; "
    "verandert je scan later, dan verandert dit niet mee. Je ziet wie wanneer keek, en je kunt het "
    "elk moment intrekken. Het bestuur en de beheerder zien niets van jou."
)


class Chosen(NamedTuple):
    """A round, the reader, and what of the round the reader is to see."""

    subject: Round
    reader: Reader
    wish: Wish


def end_when_alone(store: Store) -> None:
    """End the page where there are no other people to read anything."""
    if not signing_in.is_together(store) and not people.is_example(store):
        steps.nothing_yet(_ALONE, screens.PICTURE, "Naar Mijn beeld")


def what_it_is() -> None:
    """What sharing is, before anything is chosen."""
    st.markdown(said(_WHAT_IT_IS))


def one_reader(store: Store, actor: Person, subject: Round) -> Reader:
    """With whom to share; without anybody the page ends here."""
    found = contacts.readers_of(store, actor, subject, today=resources.today())
    if not found:
        school = literal(subject.school_name)
        steps.nothing_yet(said(_NOBODY.format(school=school)), screens.PICTURE, "Naar Mijn beeld")
    by_id = {each.person.person_id: each for each in found}
    chosen = st.selectbox(
        "Met wie?",
        list(by_id),
        format_func=lambda each: _named(by_id[each]),
        key=f"deel_met:{subject.round_id.hex}",
    )
    return by_id[chosen]


def what_to_share(store: Store, actor: Person, subject: Round, reader: Reader) -> Chosen:
    """Which parts, with what the reader gets to see of each, and until when."""
    now, today = resources.moment(), resources.today()
    reader_id = reader.person.person_id
    st.subheader("Wat wil je delen?", anchor=False)
    offered = sharing.offered(store, actor, subject.round_id, reader_id, now=now)
    parts = frozenset(part for part in offered if _is_wanted(part, subject))
    st.caption(
        "Wat je over de school invulde bij Mijn opdracht, gaat altijd mee: het staat vooraan."
    )
    until = st.date_input(
        "Tot en met welke dag?",
        value=today + USUAL,
        min_value=today,
        max_value=today + LONGEST,
        format="DD-MM-YYYY",
        key=f"deel_tot:{today}",
    )
    return Chosen(subject, reader, Wish(parts, reader_id, until, session.assumptions()))


def look_and_share(store: Store, actor: Person, chosen: Chosen) -> None:
    """Exactly what the reader will see, and below it the button."""
    name, round_id = literal(chosen.reader.person.name), chosen.subject.round_id
    if not chosen.wish.parts:
        st.info("Kies wat je wilt delen. Daarna zie je hier precies wat er te lezen is.")
        return
    st.header(f"Dit krijgt {name} te zien", anchor=False)
    with st.container(border=True, key="vooraf"):
        shared_part.show(
            sharing.preview(store, actor, round_id, chosen.wish, now=resources.moment())
        )
    if st.button(f"Deel dit met {name}", type="primary", key="deel"):
        attempt(lambda: _share(store, actor, chosen))


def _share(store: Store, actor: Person, chosen: Chosen) -> None:
    sharing.share(store, actor, chosen.subject.round_id, chosen.wish, now=resources.moment())
    name = literal(chosen.reader.person.name)
    session.tell(f"Gedeeld met {name}. Je kunt het elk moment intrekken.")


def _is_wanted(part: Part, subject: Round) -> bool:
    words = PART_WORDS[part]
    with st.container(gap="xxsmall"):
        wanted = st.checkbox(said(words.mine), key=f"deel:{subject.round_id.hex}:{part}")
        st.caption(said(words.meaning))
    return wanted


def _named(reader: Reader) -> str:
    return said(f"{reader.person.name}, {POSITION_WORDS[reader.position]} ({reader.place_name})")
