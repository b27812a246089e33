"""Taking up a list of schools and people from a spreadsheet: first to see, then to keep."""

import hashlib
from collections.abc import Iterable, Sequence

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.membership import POSITION_WORDS, PlaceKind
from ibreflect.model.person import Person
from ibreflect.model.place import Place
from ibreflect.store.connection import Store
from ibreflect.ui import long_list, places_part
from ibreflect.ui.words import literal, said
from ibreflect.usecases import administering_import, people_file
from ibreflect.usecases.administering import Somebody, When
from ibreflect.usecases.import_plan import Plan

_HOW = (
    "Eén regel is een school, of een persoon met een functie. Bewaar je lijst in Excel als CSV. "
    "Heeft iemand meer functies, gebruik dan meer regels met dezelfde naam en hetzelfde "
    "mailadres. Een lege kolom vanaf betekent: vanaf vandaag. Je ziet eerst wat er bij komt; er "
    "verandert pas iets als je daarna op de knop drukt. Twee keer dezelfde lijst opnemen kan geen "
    "kwaad."
)
_KINDS = {
    PlaceKind.ALLIANCE: "Nieuwe samenwerkingsverbanden",
    PlaceKind.BOARD: "Nieuwe besturen",
    PlaceKind.SCHOOL: "Nieuwe scholen",
}


def take_up(
    store: Store, actor: Person, places: Sequence[Place], people: Sequence[Somebody], when: When
) -> None:
    """An example to fill in, the file, and all that is wrong with it or all it would add."""
    st.markdown(_HOW)
    st.markdown(f"Kolommen: {', '.join(people_file.COLUMNS)}.")
    st.download_button(
        "Voorbeeld om in te vullen (CSV)",
        people_file.TEMPLATE,
        "scholen-en-mensen.csv",
        "text/csv",
        key="voorbeeld_csv",
        icon=":material/download:",
        on_click="ignore",
    )
    uploaded = st.file_uploader(
        "Je lijst (.csv, hoogstens 1 MB)", type=["csv", "txt"], key="lijst_csv", max_upload_size=1
    )
    if uploaded is None:
        return
    content = uploaded.getvalue()
    try:
        plan = administering_import.propose(store, actor, content, when=when)
    except IbreflectError as error:
        st.markdown("Er is nog niets opgenomen. Verbeter je lijst en kies haar opnieuw.")
        long_list.say_problems(error)
        return
    if plan.is_empty:
        st.success("Alles in deze lijst staat al in ibreflect.")
        return
    _preview(plan, places, people)
    # The content is in the key: the button takes up what stands on the screen and nothing else.
    key = f"neem_op:{hashlib.sha256(content).hexdigest()}"
    if st.button("Neem deze lijst op", type="primary", key=key):
        long_list.change(
            lambda: administering_import.adopt(store, actor, content, when=when),
            "De lijst is opgenomen. Geef nieuwe mensen bij Mensen een link om binnen te komen.",
        )


def _preview(plan: Plan, places: Sequence[Place], people: Sequence[Somebody]) -> None:
    """What the list would add, by kind, each kind with its number."""
    every = (*plan.places, *plan.tied, *places)
    names = {each.place_id: each.name for each in reversed(every)}
    known = (*(each.person for each in people), *(each.person for each in plan.people))
    who = {each.person_id: each.name for each in known}
    for kind, title in _KINDS.items():
        new = [each for each in plan.places if each.kind is kind]
        _listed(title, (_with_ties(each, every) for each in new))
    _listed(
        "Scholen die een bestuur of samenwerkingsverband krijgen",
        (_with_ties(each, every) for each in plan.tied),
    )
    _listed(
        "Nieuwe mensen",
        (f"{each.person.name}, {each.address or 'zonder mailadres'}" for each in plan.people),
    )
    _listed(
        "Nieuwe functies",
        (
            ", ".join(
                part
                for part in (
                    f"{who[each.person_id]}: {said(POSITION_WORDS[each.position])}",
                    names.get(each.place_id, ""),
                )
                if part
            )
            for each in plan.positions
        ),
    )


def _with_ties(place: Place, every: Sequence[Place]) -> str:
    ties = places_part.belongs(place, every)
    return f"{place.name} ({ties})" if ties else place.name


def _listed(title: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        with st.expander(f"{title}: {len(found)}", expanded=len(found) <= long_list.MOST_SHOWN):
            st.markdown("\n".join(f"- {literal(each)}" for each in found))
