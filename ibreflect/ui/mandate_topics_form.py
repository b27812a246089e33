"""The topics of the mandate map: worded anew, added or dropped, and for which roles."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.person import Person, School
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.words import literal, said
from ibreflect.usecases import mandate_topics, people
from ibreflect.usecases.mandate_topics import MOST_TOPICS, Maps, Wanted, WantedTopic

_ABOUT = (
    "Past een onderwerp beter in de woorden van jullie school, verander het dan. Maak een veld "
    "leeg om het onderwerp weg te halen. Wordt het echt iets anders? Haal het dan weg en voeg een "
    "nieuw onderwerp toe, zodat niemand twee verschillende dingen vergelijkt. Schrijf op wat "
    "iemand doet, zoals “Een methode kiezen”."
)
_FROM_NEXT_ROUND = (
    "Nieuwe onderwerpen gelden alleen voor deze school, vanaf de **volgende meetronde**. "
    "Meetrondes die er al zijn, houden de onderwerpen waarmee ze begonnen."
)


def topics(store: Store, actor: Person, folder: Path) -> None:
    """The form for one school, folded away; what was typed stays until it is kept."""
    school = _school(people.my_schools(store, actor))
    current = mandate_topics.maps(store, actor, folder, school.school_id)
    prefix = f"onderwerpen:{school.school_id}:{current.now.version}"
    label = f"Onderwerpen van {literal(school.name)} aanpassen"
    with st.expander(label, key="onderwerpen_aanpassen"):
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
            _save(store, actor, folder, school, wanted)


def _school(mine: Sequence[School]) -> School:
    if len(mine) == 1:
        return mine[0]
    return st.selectbox(
        "Onderwerpen van welke school?",
        mine,
        format_func=lambda school: school.name,
        key="onderwerpen_school",
    )


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


def _save(store: Store, actor: Person, folder: Path, school: School, wanted: Wanted) -> None:
    try:
        mandate_topics.save(store, actor, folder, school.school_id, wanted, today=resources.today())
    except IbreflectError as error:
        st.error(literal(str(error)))
        return
    st.rerun()
