"""The topics of the mandate map: worded anew, added or dropped, and for which roles."""

from pathlib import Path

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.store.connection import Store
from ibreflect.ui.words import literal, said
from ibreflect.usecases import mandate_topics
from ibreflect.usecases.mandate_topics import MOST_TOPICS, Maps, Wanted, WantedTopic

_ABOUT = (
    "Past een onderwerp beter in de woorden van jullie school, verander het dan. Maak een veld "
    "leeg om het onderwerp weg te halen. Wordt het echt iets anders? Haal het dan weg en voeg een "
    "nieuw onderwerp toe, zodat niemand twee verschillende dingen vergelijkt. Schrijf op wat "
    "iemand doet, zoals “Een methode kiezen”."
)
_FROM_NEXT_ROUND = (
    "Nieuwe onderwerpen gelden vanaf de **volgende meetronde**. Meetrondes die er al zijn, houden "
    "de onderwerpen waarmee ze begonnen."
)


def topics(store: Store, folder: Path) -> None:
    """The form, folded away; what was typed stays until it is kept."""
    current = mandate_topics.maps(store, folder)
    prefix = f"onderwerpen:{current.now.version}"
    with st.expander("Onderwerpen van jullie school aanpassen", key="onderwerpen_aanpassen"):
        st.markdown(_ABOUT)
        st.markdown(_FROM_NEXT_ROUND)
        st.caption(
            f"Nu op de kaart: versie {current.now.version}. Hoogstens {MOST_TOPICS} onderwerpen."
        )
        with st.form(prefix, border=False):
            wanted = Wanted(
                current.now.version, _topics(current, prefix), _columns(current, prefix)
            )
            pressed = st.form_submit_button("Bewaar deze onderwerpen", key="bewaar_onderwerpen")
        if pressed:
            _save(store, folder, wanted)


def _topics(current: Maps, prefix: str) -> tuple[WantedTopic, ...]:
    kept = []
    for place, text in enumerate(current.topics, start=1):
        typed = st.text_input(
            f"Onderwerp {place}", text, key=f"{prefix}:onderwerp:{place}", max_chars=80
        )
        kept.append(WantedTopic(typed, text))
    more = st.text_area(
        "Nieuwe onderwerpen, elk op een eigen regel", key=f"{prefix}:nieuw", height=96
    )
    added = [WantedTopic(line) for line in more.splitlines()]
    return tuple(topic for topic in (*kept, *added) if topic.text.strip())


def _columns(current: Maps, prefix: str) -> frozenset[str]:
    """The ids of the columns that are asked besides that of the ib'er, which always is."""
    asked = {scale.id for scale in current.now.scales}
    st.markdown(said("Voor wie vragen jullie dit ook, behalve voor de ib'er?"))
    return frozenset(
        scale.id
        for scale in current.columns[1:]
        if st.checkbox(literal(scale.title), scale.id in asked, key=f"{prefix}:kolom:{scale.id}")
    )


def _save(store: Store, folder: Path, wanted: Wanted) -> None:
    try:
        mandate_topics.save(store, folder, wanted)
    except IbreflectError as error:
        st.error(literal(str(error)))
        return
    st.rerun()
