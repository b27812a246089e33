"""Schools, boards and samenwerkingsverbanden: found, added, renamed and tied together."""

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from ibreflect.model.membership import POSITION_WORDS, PlaceKind
from ibreflect.model.person import Person
from ibreflect.model.place import Place
from ibreflect.store.connection import Store
from ibreflect.ui import long_list, people_part, resources, screens, session
from ibreflect.ui.words import count_of, literal, said
from ibreflect.usecases import administering_places
from ibreflect.usecases.administering import Somebody, When
from ibreflect.usecases.administering_places import Wanted

WHERE = "plek"
"""Where the address says which place the page is about."""

KINDS = {
    PlaceKind.SCHOOL: "school",
    PlaceKind.BOARD: "bestuur",
    PlaceKind.ALLIANCE: "samenwerkingsverband",
}
_TITLES = {
    PlaceKind.ALLIANCE: "Samenwerkingsverbanden",
    PlaceKind.BOARD: "Besturen",
    PlaceKind.SCHOOL: "Scholen",
}


def nothing_yet(places: Sequence[Place]) -> None:
    """How to begin, as long as there is no place."""
    if not places:
        st.info(
            "Er is nog niets. Heb je alles in Excel? Neem dan een lijst op. Anders voeg je eerst "
            "een samenwerkingsverband of bestuur toe, en daarna de scholen."
        )


def every(places: Sequence[Place]) -> None:
    """All places by kind, to search in; each with what it belongs to and a way to open it."""
    if not places:
        return
    typed = st.text_input("Zoek op naam of bestuur", key="zoek_plekken", max_chars=80)
    for kind, title in _TITLES.items():
        of_kind = [each for each in places if each.kind is kind]
        found = [
            each for each in of_kind if long_list.matches(typed or "", _findable(each, places))
        ]
        if of_kind:
            st.subheader(f"{title} ({len(found)})", anchor=False)
        for each in long_list.part(found, lambda one: one.name, f"deel_{kind.value}"):
            about = belongs(each, places)
            long_list.row(each.name, about, opens=WHERE, by=str(each.place_id))


def add(store: Store, actor: Person, places: Sequence[Place], when: When) -> None:
    """The form for a new place."""
    kind = st.selectbox(
        "Wat voeg je toe?", list(KINDS), format_func=KINDS.__getitem__, key="nieuw_soort"
    )
    key = f"nieuw:{kind.value}:{len(places)}"
    with st.form(key, border=False):
        wanted = _wanted(Place(kind, UUID(int=0), ""), places, key)
        if st.form_submit_button(
            f"Voeg {'de' if kind is PlaceKind.SCHOOL else 'het'} {KINDS[kind]} toe", type="primary"
        ):
            long_list.change(
                lambda: administering_places.add(store, actor, kind, wanted, when=when),
                f"**{literal(wanted.name)}** is toegevoegd.",
            )


def one(
    store: Store, actor: Person, place: Place, places: Sequence[Place], people: Sequence[Somebody]
) -> None:
    """A place: who holds a position there, its name and ties, and closing a school."""
    when = resources.when()
    _people_here(place, people, when)
    st.header("Gegevens", anchor=False)
    with st.form(f"wijzig:{place.place_id}", border=True):
        wanted = _wanted(place, places, f"wijzig:{place.place_id}")
        if st.form_submit_button("Bewaar", type="primary"):
            long_list.change(
                lambda: administering_places.change(
                    store, actor, place.place_id, wanted, when=when
                ),
                "Bewaard.",
            )
    if place.kind is PlaceKind.SCHOOL:
        _close(store, actor, place, when)


def back() -> None:
    """The way back to the list."""
    st.button(
        "Terug naar de lijst",
        key="terug_lijst",
        icon=":material/arrow_back:",
        on_click=session.ask_for,
        args=(WHERE, ""),
    )


def label(place: Place, places: Sequence[Place]) -> str:
    """The name of a place; with that of its board where another has the same name."""
    names = [each.name.casefold() for each in places if each.kind is place.kind]
    board = _name(place.board_id, places)
    if names.count(place.name.casefold()) > 1 and board:
        return f"{place.name} ({board})"
    return place.name


def belongs(place: Place, places: Sequence[Place]) -> str:
    """What a school belongs to, and whether it is closed; empty for other places."""
    if place.kind is not PlaceKind.SCHOOL:
        return ""
    board = _name(place.board_id, places) or "nog geen bestuur"
    alliance = _name(place.alliance_id, places) or "nog geen samenwerkingsverband"
    return f"{board}; {alliance}{'; gesloten' if place.is_closed else ''}"


def _findable(place: Place, places: Sequence[Place]) -> str:
    return f"{place.name} {belongs(place, places)}"


def _name(place_id: UUID | None, places: Sequence[Place]) -> str:
    return next((each.name for each in places if each.place_id == place_id), "")


def _wanted(place: Place, places: Sequence[Place], key: str) -> Wanted:
    """The fields of a place, filled with what it is now."""
    name = st.text_input("Naam", value=place.name, max_chars=80, key=f"{key}:naam") or ""
    if place.kind is not PlaceKind.SCHOOL:
        return Wanted(name)
    board = _tie(PlaceKind.BOARD, place.board_id, places, key)
    return Wanted(name, board, _tie(PlaceKind.ALLIANCE, place.alliance_id, places, key))


def _tie(kind: PlaceKind, now: UUID | None, places: Sequence[Place], key: str) -> UUID | None:
    names = {each.place_id: each.name for each in places if each.kind is kind}
    offered = [None, *names]
    return st.selectbox(
        KINDS[kind].capitalize(),
        offered,
        index=offered.index(now),
        format_func=lambda each: names[each] if each else "nog niet bekend",
        key=f"{key}:{kind.value}",
    )


def _people_here(place: Place, people: Sequence[Somebody], when: When) -> None:
    here = [
        f"{somebody.person.name}, {said(POSITION_WORDS[held.membership.position])}, "
        f"{people_part.since(held, when)}"
        for somebody in people
        for held in somebody.held_on(when.day)
        if held.membership.place_id == place.place_id
    ]
    st.header(f"Mensen hier ({count_of(len(here), 'functie', 'functies')})", anchor=False)
    if not here:
        st.markdown("Nog niemand.")
    st.markdown("\n".join(f"- {literal(line)}" for line in here))
    st.page_link(screens.PEOPLE.path, label="Naar Mensen", icon=":material/group:")


def _close(store: Store, actor: Person, place: Place, when: When) -> None:
    if place.is_closed:
        if st.button("Open deze school weer", key="open_school"):
            long_list.change(
                lambda: administering_places.reopen(store, actor, place.place_id, when=when),
                "De school is weer open.",
            )
        return
    with st.expander("Deze school sluiten"):
        st.markdown(
            "Op een gesloten school krijgt niemand meer een nieuwe functie. Wie er werkt, houdt de "
            "functie tot je die beëindigt. Er verdwijnt niets."
        )
        if st.button("Sluit deze school", key="sluit_school"):
            long_list.change(
                lambda: administering_places.close(store, actor, place.place_id, when=when),
                "De school is gesloten.",
            )
