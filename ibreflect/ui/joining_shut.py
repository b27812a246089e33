"""What a link shows when there is nothing to answer: not yet, no longer, never, or thank you."""

from typing import NoReturn

import streamlit as st

from ibreflect.access import links
from ibreflect.store.connection import Store
from ibreflect.ui import joining_last, mandate_part, resources, session
from ibreflect.ui.figure import heading
from ibreflect.ui.words import literal
from ibreflect.usecases import answering, drafts
from ibreflect.usecases.answering import About, State, Visit
from ibreflect.usecases.asking import LEADER

_UNKNOWN = (
    "Misschien is er een stukje van de link weggevallen, of kwam er een nieuwe link voor in de "
    "plaats. Kreeg je later een andere link? Gebruik dan die. Vraag anders een nieuwe aan wie je "
    "uitnodigde."
)
_CLOSED = (
    "Antwoorden kan niet meer; wat nog niet was ingeleverd, is gewist. Dank dat je wilde meedoen."
)
_TITLES = {
    State.NOT_YET: "De vragen zijn nog niet open",
    State.CLOSED: "De vragen zijn gesloten",
    State.HANDED_IN: "Dank je wel",
}


def no_entry(store: Store, state: State) -> NoReturn:
    """Why a link does not lead to questions, and the end of the page."""
    about = answering.about(store, session.code(), today=resources.today())
    if about is None:
        st.title("Deze link werkt niet", anchor=False)
        st.markdown(_UNKNOWN)
    else:
        heading(_TITLES[state], f"Voor {about.asked_by}, {about.school_name}")
        _explain(store, state, about)
    if state is not State.HANDED_IN:
        _what_was_typed()
    st.stop()


def nothing_asked(visit: Visit) -> NoReturn:
    """That nothing in this round can be seen by somebody of this group, and the end of the page."""
    heading("Er is niets te vragen", f"Voor {visit.asked_by}, {visit.round.school_name}")
    st.markdown(
        "Wat in deze meetronde wordt gevraagd, kun jij niet zien. Je hoeft niets te doen. Dank dat "
        "je wilde meedoen."
    )
    st.stop()


def _explain(store: Store, state: State, about: About) -> None:
    match state:
        case State.NOT_YET:
            st.markdown(
                f"De vragen gaan open op {about.first_day}. Je kunt dan antwoorden tot en met "
                f"{about.last_day}, met deze zelfde link."
            )
        case State.HANDED_IN:
            joining_last.forget(_sheet_key())
            st.markdown(_thanks(about))
            _map_of_both(store)
        case _:
            st.markdown(_CLOSED)


def _thanks(about: About) -> str:
    name = literal(about.asked_by)
    shown = "Je antwoorden zijn ingeleverd."
    when = f"{name} ziet je antwoorden zodra jullie allebei hebben ingeleverd."
    if about.group is not LEADER:
        shown = f"{shown} Met deze link zijn ze niet meer te zien. Je kunt dit venster sluiten."
        when = (
            f"De vragen staan open tot en met {about.last_day}. Pas als ze gesloten zijn, ziet "
            f"{name} wat jullie samen antwoordden."
        )
    return (
        f"{shown}\n\n- **Wat gebeurt er nu?** {when}\n"
        f"- **En dan?** {name} vertelt wat dit opleverde en wat ermee gebeurt. Hoor je niets? "
        "Vraag ernaar: samen bespreken is waar dit voor is."
    )


def _what_was_typed() -> None:
    """Texts that were never handed in, so that somebody can keep them."""
    texts = joining_last.typed(_sheet_key())
    if not texts:
        return
    st.header("Wat je had geschreven", anchor=False)
    st.markdown(
        "Dit is niet ingeleverd en staat alleen nog op dit scherm. Kopieer wat je wilt bewaren."
    )
    for question, text in texts.items():
        st.markdown(f"**{literal(question)}**")
        st.text(text)


def _sheet_key() -> str:
    return drafts.key(links.link(session.code()))


def _map_of_both(store: Store) -> None:
    """What the schoolleider gets back: the mandate map, once both have filled it in."""
    seen = answering.map_of_both(store, session.code())
    if seen is None:
        return
    st.header("Jullie mandaatkaart", anchor=False)
    mandate_part.voices(seen)
    for holder in seen.holders:
        mandate_part.holder(seen, holder)
    mandate_part.whose_is_it(seen)
    mandate_part.finally_responsible()
