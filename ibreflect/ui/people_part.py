"""Everybody there is: found by name, place or position, and added one by one."""

from collections.abc import Sequence

import streamlit as st

from ibreflect.measure.dutch import starting
from ibreflect.model.days import in_dutch
from ibreflect.model.membership import POSITION_WORDS
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import long_list, resources, screens, session
from ibreflect.ui.words import count_of, said
from ibreflect.usecases import administering, administering_entry
from ibreflect.usecases.administering import Held, Somebody, When

WHO = "wie"
"""Where the address says whom the page is about."""

_CHOICES = (
    "Iedereen",
    "Wie zich nog niet kan aanmelden",
    "Wie nu geen functie heeft",
    "Wie is uitgezet",
)


def everybody(store: Store, actor: Person, all_people: Sequence[Somebody], when: When) -> None:
    """The list to search in, each with what they are and a way to open them."""
    typed = st.text_input("Zoek op naam, plek of functie", key="zoek_mensen", max_chars=80)
    choice = st.selectbox("Laat zien", _CHOICES, key="laat_zien")
    found = [
        each
        for each in all_people
        if _is_chosen(choice, each, when) and long_list.matches(typed or "", _findable(each, when))
    ]
    st.caption(count_of(len(found), "persoon", "mensen"))
    _mail_links(store, actor, found, when)
    for each in long_list.part(found, lambda one: one.person.name, "deel_mensen"):
        _row(each, when)


def add_person(store: Store, actor: Person, count: int) -> None:
    """The form for somebody new, who is shown next; `count` is how many people there are."""
    with st.expander("Iemand toevoegen", expanded=count <= 1):
        _new_person(store, actor, count)


def _new_person(store: Store, actor: Person, count: int) -> None:
    with st.form(f"nieuw_mens:{count}", border=False):
        name = st.text_input("Naam", max_chars=80, key=f"nieuw_naam:{count}")
        address = st.text_input("Mailadres (mag leeg)", max_chars=254, key=f"nieuw_mail:{count}")
        if st.form_submit_button("Voeg deze persoon toe", type="primary"):
            _add(store, actor, name or "", address or "")
    st.page_link(
        screens.PLACES.path,
        label="Veel mensen tegelijk? Neem een lijst op bij Scholen en besturen",
        icon=":material/upload:",
    )


def position(held: Held) -> str:
    """A position in words: 'ib'er, De Wilg'."""
    words = said(POSITION_WORDS[held.membership.position])
    return f"{words}, {held.place_name}" if held.place_name else words


def since(held: Held, when: When) -> str:
    """The days of a position: 'sinds 1 augustus 2026 tot en met 31 juli 2027'."""
    begins = "sinds" if held.membership.since <= when.day else "vanaf"
    until = held.membership.until
    ends = f" tot en met {in_dutch(until)}" if until else ""
    return f"{begins} {in_dutch(held.membership.since)}{ends}"


def entry(somebody: Somebody) -> str:
    """Whether somebody can come in; never when they did."""
    if not somebody.is_active:
        return "Uitgezet"
    if somebody.can_come_in:
        return "Aangemeld: ja"
    return "Aangemeld: nog niet, wel een link" if somebody.has_link else "Aangemeld: nog niet"


def _is_chosen(choice: str, somebody: Somebody, when: When) -> bool:
    answers = (
        True,
        not somebody.can_come_in,
        not somebody.held_on(when.day),
        not somebody.is_active,
    )
    return dict(zip(_CHOICES, answers, strict=True))[choice]


def _findable(somebody: Somebody, when: When) -> str:
    """What can be searched in."""
    held = (position(each) for each in somebody.held_on(when.day))
    return " ".join((somebody.person.name, somebody.address, *held))


def _row(somebody: Somebody, when: When) -> None:
    held = "; ".join(position(each) for each in somebody.held_on(when.day))
    long_list.row(
        somebody.person.name,
        f"{starting(held) or 'Nog geen functie'}. {entry(somebody)}.",
        opens=WHO,
        by=str(somebody.person.person_id),
    )


def _mail_links(store: Store, actor: Person, found: Sequence[Somebody], when: When) -> None:
    """Mail all of these who cannot come in yet at once, where ibreflect mails."""
    desk = resources.desk()
    waiting = [
        each.person.person_id
        for each in found
        if each.is_active and each.address and not (each.can_come_in or each.has_link)
    ]
    if desk.post is None or not waiting:
        return
    people = count_of(len(waiting), "persoon", "mensen")
    if st.button(f"Mail een link aan {people} zonder link", key=f"mail_links:{len(waiting)}"):
        long_list.change(
            lambda: administering_entry.mail_links(store, actor, waiting, desk, when=when),
            "De mails zijn weg. Wie er nu nog zonder link staat, was niet te bereiken.",
        )


def _add(store: Store, actor: Person, name: str, address: str) -> None:
    def work() -> None:
        new_id = administering.add_person(store, actor, name, address, when=resources.when())
        session.ask_for(WHO, str(new_id))

    long_list.change(
        work, "Toegevoegd. Geef nu een functie, en daarna een link om binnen te komen."
    )
