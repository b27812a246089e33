"""How long what is kept: choosing, the fixed periods, what the nights did, and being told."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.days import in_dutch
from ibreflect.model.person import Person
from ibreflect.model.retention import BOUNDS, YEAR, Bounds, Period, in_words
from ibreflect.store.connection import Store
from ibreflect.ui import resources, screens, session
from ibreflect.ui.words import literal, said
from ibreflect.usecases import retention
from ibreflect.usecases.nights import WrittenDown

_NAMES = {
    Period.ANSWERS_OF_OTHERS: "Antwoorden van anderen",
    Period.EVENTS: "Gebeurtenissen",
    Period.ENDED_POSITIONS: "Wie geen ib'er meer is",
    Period.SIGNING_IN: "Aanmelden",
    Period.SHARES: "Delen",
}
_ABOUT = (
    "Elke nacht na drie uur wist ibreflect wat lang genoeg bewaard is, ook uit het bestand van de "
    "database. Stond ibreflect die nacht uit, dan gebeurt het zodra het weer draait. Verspringt de "
    "klok, dan gebeurt er die dag niets."
)
_NAMED = (
    "De schoolleider antwoordt op naam. Ook die losse antwoorden gaan weg; wat de ib'er en de "
    "schoolleider ervan zien, staat dan al vast bij de meetronde en blijft."
)
_CHANGED = "De termijnen zijn vastgelegd. Ze gelden vanaf vannacht."
_COPIES = (
    "Reservekopieën wist ibreflect niet. Bewaar die zelf niet langer dan nodig. Teksten van wie "
    "gewist is, zijn er niet meer in te lezen."
)


def choose(store: Store, actor: Person, kept: Mapping[Period, int]) -> None:
    """The periods that can be chosen, within their bounds, and those that are fixed."""
    st.markdown(said(_ABOUT))
    session.show_told()
    with st.form("termijnen"):
        chosen = {
            period: _choice(period, bounds, kept[period])
            for period, bounds in BOUNDS.items()
            if not bounds.is_fixed
        }
        st.caption("Wordt een termijn korter, dan gaat wat ouder is komende nacht voorgoed weg.")
        if st.form_submit_button("Leg de termijnen vast", type="primary"):
            _change(store, actor, chosen)
    st.markdown(said(_NAMED))
    st.header("Wat vastligt", anchor=False)
    for period, bounds in BOUNDS.items():
        if bounds.is_fixed:
            st.markdown(f"- **{_NAMES[period]}**: {in_words(bounds.usual)}. {said(bounds.says)}")
    st.markdown("- **Namen, adressen en wat nog niet is ingeleverd**: tot het vragen is gesloten.")
    st.markdown(f"- **Reservekopieën**: {_COPIES}")


def nights(last: date | None, found: Sequence[WrittenDown]) -> None:
    """What went in the last nights."""
    st.header("De laatste nachten", anchor=False)
    if last is None:
        st.info("Er is nog geen nacht geweest waarin is opgeruimd.")
        return
    st.markdown(f"Het laatst opgeruimd op {in_dutch(last)}. Aantallen staan in stappen van vijf.")
    if not found:
        st.markdown("Er was nog niets dat lang genoeg bewaard was.")
        return
    rows = [
        {"Nacht": each.day, "Wat er wegging": literal(said(each.what)), "Hoeveel": each.amount}
        for each in found
    ]
    st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt="Wat er wegging.")


def notice(store: Store, actor: Person) -> None:
    """On the start page of who is no ib'er any more: when everything of theirs goes."""
    day = retention.goes_on(store, actor)
    if day is None:
        return
    st.warning(
        said(
            "Je bent hier geen ib'er meer. Daarom wissen we op of kort na "
            f"**{in_dutch(day)}** je meetrondes en alles wat erbij hoort. Wil je ze houden? Neem "
            "ze dan voor die tijd mee. Werk je hier weer als ib'er, dan blijft alles staan."
        )
    )
    st.page_link(screens.MY_DATA.path, label="Naar Mijn gegevens", icon=":material/download:")


def _choice(period: Period, bounds: Bounds, now: int) -> int:
    step = YEAR if bounds.is_in_years else 1
    offered = list(range(bounds.shortest, bounds.longest + 1, step))
    chosen = st.selectbox(
        _NAMES[period],
        offered,
        index=offered.index(now),
        format_func=in_words,
        key=f"termijn:{period}:{now}",
    )
    st.caption(said(bounds.says))
    return int(chosen)


def _change(store: Store, actor: Person, chosen: Mapping[Period, int]) -> None:
    try:
        for period, days in chosen.items():
            retention.change(store, actor, period, days, now=resources.moment())
    except IbreflectError as error:
        st.error(str(error))
        return
    session.tell(_CHANGED)
    st.rerun()
