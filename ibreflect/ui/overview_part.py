"""What Beheer shows: counts, how the installation is doing, the pages below, and the floors."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.settings import read_settings
from ibreflect.store.connection import Store
from ibreflect.ui import elsewhere, resources, screens, session
from ibreflect.ui.words import literal, said
from ibreflect.usecases import floors
from ibreflect.usecases.overview import Line, Overview
from ibreflect.usecases.papers import Installation

_BELOW = (
    (screens.PEOPLE, "wie er is, als wat en sinds wanneer; links om binnen te komen"),
    (screens.PLACES, "welke scholen, besturen en samenwerkingsverbanden er zijn"),
    (screens.PERIODS, "hoe lang iets bewaard blijft, en wat er vannacht is gewist"),
    (screens.QUALITY, "of de stellingen meten wat ze samen moeten meten"),
    (screens.PAPERS, "stukken over privacy voor de MR en het bestuur, ingevuld voor hier"),
)
_NO_ANSWERS = (
    "Je regelt hier wie er is en hoe het werkt. Antwoorden en teksten van mensen zie je nergens. "
    "Ook niet van wie een meetronde is, of van welke school."
)
_RAISED = "De drempels zijn verhoogd. Ze gelden voor elke ronde waarin het vragen nu begint."


def here() -> Installation:
    """The settings of this installation, and with which accounts people sign in."""
    return Installation(read_settings(), tuple(each.label for each in elsewhere.providers()))


def overview(found: Overview) -> None:
    """What needs care first, then the pages below, then what there is and how it is."""
    st.markdown(said(_NO_ANSWERS))
    for sentence in found.warnings:
        st.warning(literal(sentence))
    st.header("Regelen", anchor=False)
    for screen, about in _BELOW:
        st.page_link(screen.path, label=f"**{screen.title}**: {said(about)}")
    st.header("Hoeveel er is", anchor=False)
    _lines(found.counts, "Wat", "Hoeveel")
    st.caption(
        "Meetrondes staan er in stappen van vijf en alleen van alle scholen samen: op een school "
        "gaat één meetronde over één persoon."
    )
    st.header("Hoe het ervoor staat", anchor=False)
    _lines(found.state, "Wat", "Nu")


def raise_floors(store: Store, actor: Person) -> None:
    """The least floors of this installation, and raising them."""
    st.header("Drempels", anchor=False)
    session.show_told()
    st.markdown(
        "Vanaf zoveel antwoorden is een groep te zien. Wie anderen vraagt, kan hoger kiezen, nooit "
        "lager. Jij kunt ze hier voor iedereen verhogen. **Verlagen kan daarna niet meer**, want "
        "mensen antwoorden in het vertrouwen dat dit geldt. Rondes waarin het vragen al begon, "
        "houden wat er toen gold."
    )
    least = floors.of_installation(store)
    with st.form("drempels"):
        colleagues = _floor("leraren, collega's en bestuur", least[RaterGroup.TEACHER])
        parents = _floor("ouders", least[RaterGroup.PARENT])
        if st.form_submit_button("Verhoog de drempels"):
            _raise(store, actor, colleagues, parents)


def _floor(whose: str, lowest: int) -> int:
    return int(
        st.number_input(
            f"Drempel voor {whose}",
            min_value=lowest,
            max_value=floors.HIGHEST,
            key=f"minstens:{whose}:{lowest}",
        )
    )


def _raise(store: Store, actor: Person, colleagues: int, parents: int) -> None:
    try:
        floors.raise_to(
            store, actor, colleagues=colleagues, parents=parents, now=resources.moment()
        )
    except IbreflectError as error:
        st.error(str(error))
        return
    session.tell(_RAISED)
    st.rerun()


def _lines(lines: Sequence[Line], about: str, now: str) -> None:
    rows = [{about: literal(said(each.about)), now: literal(each.now)} for each in lines]
    st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt=about)
