"""One person as the beheerder sees them: positions, a link to come in, name, and access."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.measure.dutch import starting
from ibreflect.model.membership import AT, POSITION_WORDS, PlaceKind
from ibreflect.model.person import Person
from ibreflect.model.place import Place
from ibreflect.store.connection import Store
from ibreflect.ui import long_list, people_part, places_part, resources, session
from ibreflect.ui.words import literal, said
from ibreflect.usecases import (
    administering,
    administering_entry,
    administering_positions,
)
from ibreflect.usecases.administering import Held, Somebody, When
from ibreflect.usecases.administering_positions import (
    FIRST_DAY,
    LONGEST_AHEAD,
    Wanted,
    earliest_end,
)

_ONCE = (
    "**Je ziet deze link één keer.** Kopieer nu de link, of de tekst met de link, en geef die "
    "door. De link werkt één keer en zeven dagen. Een eerdere link werkt niet meer."
)
_ON_THIS_COMPUTER = (
    "Deze installatie heeft nog geen adres dat ergens anders werkt; de link werkt alleen op deze "
    "computer. Stel IBREFLECT_ADDRESS in."
)
_WHERE = {
    PlaceKind.SCHOOL: "Op welke school?",
    PlaceKind.ALLIANCE: "Van welk samenwerkingsverband?",
    PlaceKind.BOARD: "Van welk bestuur?",
}


def back() -> None:
    """The way back to the list."""
    st.button(
        "Terug naar de lijst",
        key="terug_lijst",
        icon=":material/arrow_back:",
        on_click=session.ask_for,
        args=(people_part.WHO, ""),
    )


def positions(
    store: Store, actor: Person, somebody: Somebody, places: Sequence[Place], when: When
) -> None:
    """What somebody is now and was, and the forms to give and to end a position."""
    now = somebody.held_on(when.day)
    past = [each for each in somebody.positions if each not in now]
    if not now:
        st.info("Nog geen functie. Zonder functie is er na het aanmelden niets te doen.")
    _listed(now, when)
    if past:
        with st.expander("Eerder"):
            _listed(past, when)
    with st.expander("Een functie geven", expanded=not now):
        _give(store, actor, somebody, places, when)
    if now:
        with st.expander("Een functie beëindigen"):
            _end(store, actor, somebody, when)


def entry(store: Store, actor: Person, somebody: Somebody, when: When) -> None:
    """A new link to come in by: to copy, or by mail."""
    if not somebody.is_active:
        st.markdown("Wie is uitgezet, kan niet binnenkomen. Zet hieronder eerst weer aan.")
        return
    st.markdown(
        "Met een link kiest iemand hoe die zich voortaan aanmeldt. Een nieuwe link helpt ook wie "
        "niet meer binnenkomt."
    )
    desk = resources.desk()._replace(address=session.base_address(resources.desk().address))
    person_id = somebody.person.person_id
    if desk.post and somebody.address and st.button("Mail een nieuwe link", key="mail_link"):
        long_list.change(
            lambda: administering_entry.mail_links(store, actor, [person_id], desk, when=when),
            "De mail met de link is weg.",
        )
    if not st.button("Maak een nieuwe link", key="maak_link"):
        return
    try:
        made = administering_entry.make_link(store, actor, person_id, desk, when=when)
    except IbreflectError as error:
        long_list.say_problems(error)
        return
    st.success(_ONCE)
    st.code(made.link, language=None, wrap_lines=True)
    st.code(made.text, language=None, wrap_lines=True)
    if session.is_on_this_computer(desk.address):
        st.caption(_ON_THIS_COMPUTER)


def correct(store: Store, actor: Person, somebody: Somebody, when: When) -> None:
    """The form for another name or mail address."""
    person_id = somebody.person.person_id
    with (
        st.expander("Naam of mailadres verbeteren"),
        st.form(f"verbeter:{person_id}", border=False),
    ):
        name = st.text_input(
            "Naam", value=somebody.person.name, max_chars=80, key=f"naam:{person_id}"
        )
        address = st.text_input(
            "Mailadres (mag leeg)",
            value=somebody.address,
            max_chars=254,
            key=f"mail:{person_id}",
        )
        if st.form_submit_button("Bewaar"):
            long_list.change(
                lambda: administering.correct(
                    store, actor, person_id, name or "", address or "", when=when
                ),
                "Bewaard.",
            )


def access(store: Store, actor: Person, somebody: Somebody, when: When) -> None:
    """Switching somebody off, or on again."""
    person_id = somebody.person.person_id
    if not somebody.is_active:
        if st.button("Zet weer aan", key=f"zet_aan:{person_id}"):
            long_list.change(
                lambda: administering.switch_on(store, actor, person_id, when=when),
                "Weer aangezet. Binnenkomen kan zoals eerder, of met een nieuwe link.",
            )
        return
    with st.expander("Uitzetten"):
        st.markdown(
            "Wie is uitgezet, wordt overal afgemeld en kan niet meer binnenkomen. Alles blijft "
            "bewaard, en je kunt het terugdraaien."
        )
        if st.button("Zet uit", key=f"zet_uit:{person_id}"):
            long_list.change(
                lambda: administering.switch_off(store, actor, person_id, when=when),
                "Uitgezet, en overal afgemeld.",
            )


def _listed(held: Sequence[Held], when: When) -> None:
    lines = (
        f"{starting(people_part.position(each))}: {people_part.since(each, when)}" for each in held
    )
    st.markdown("\n".join(f"- {literal(line)}" for line in lines))


def _give(
    store: Store, actor: Person, somebody: Somebody, places: Sequence[Place], when: When
) -> None:
    position = st.selectbox(
        "Welke functie?",
        list(POSITION_WORDS),
        format_func=lambda each: said(POSITION_WORDS[each]),
        key="functie",
    )
    kind = AT[position]
    place_id = _place(kind, places)
    if kind in _WHERE and place_id is None:
        st.info("Voeg die plek eerst toe bij Scholen en besturen.")
        return
    since = _day("Vanaf", when.day, FIRST_DAY, when, key="vanaf")
    if st.button(
        "Geef deze functie", type="primary", key=f"geef_functie:{len(somebody.positions)}"
    ):
        wanted = Wanted(position, place_id, since)
        person_id = somebody.person.person_id
        long_list.change(
            lambda: administering_positions.give(store, actor, person_id, wanted, when=when),
            "De functie is gegeven.",
        )


def _place(kind: PlaceKind, places: Sequence[Place]) -> UUID | None:
    """The place that is chosen among those of a kind; None when there is nothing to choose."""
    offered = {
        each.place_id: places_part.label(each, places)
        for each in places
        if each.kind is kind and not each.is_closed
    }
    if not offered:
        return None
    return st.selectbox(
        _WHERE[kind],
        list(offered),
        format_func=lambda each: offered[each],
        key=f"waar:{kind.value}",
    )


def _end(store: Store, actor: Person, somebody: Somebody, when: When) -> None:
    st.markdown(
        "Gaat iemand naar een andere school? Beëindig hier de oude functie en geef daarna de "
        "nieuwe. Wat iemand deed, blijft van diegene. Was het een vergissing? Kies dan bij een "
        "functie van vandaag de dag ervoor."
    )
    held = {str(n): each for n, each in enumerate(somebody.held_on(when.day))}
    chosen = st.selectbox(
        "Welke functie eindigt?",
        list(held),
        format_func=lambda each: starting(people_part.position(held[each])),
        key=f"eindigt:{len(held)}",
    )
    ending = held[chosen].membership
    first = earliest_end(ending, when.day)
    last = _day("Laatste dag", max(first, when.day), first, when, key=f"einde:{chosen}:{first}")
    if st.button("Beëindig deze functie", key=f"beeindig:{len(held)}"):
        long_list.change(
            lambda: administering_positions.end(store, actor, ending, last, when=when),
            "De functie is beëindigd.",
        )


def _day(words: str, begin: date, first: date, when: When, *, key: str) -> date:
    chosen = st.date_input(
        words,
        value=begin,
        min_value=first,
        max_value=when.day + LONGEST_AHEAD,
        format="DD-MM-YYYY",
        key=key,
    )
    return chosen or begin
