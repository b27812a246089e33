"""What Kwaliteit van de stellingen shows: reliabilities, and each statement in its own order."""

from collections.abc import Sequence

import streamlit as st

from ibreflect.charts.reliability_marks import reliability_marks
from ibreflect.measure.pooled import PEOPLE_FLOOR, SCHOOLS_FLOOR
from ibreflect.measure.quality import NARROW, WEAK
from ibreflect.measure.reliability import DRAWS
from ibreflect.model.numbers import one_decimal
from ibreflect.ui.figure import figure
from ibreflect.ui.words import literal, said
from ibreflect.usecases.quality import ScaleQuality, Version, VersionQuality

_FLOORS = f"{PEOPLE_FLOOR} mensen van minstens {SCHOOLS_FLOOR} scholen"
_ABOUT = (
    f"Dit gaat over de stellingen, niet over mensen: alles is van minstens {_FLOORS} samen. Van "
    "ieder telt alleen de nieuwste ingeleverde scan, en alleen van een halfjaar dat voorbij is. Zo "
    "verandert hier niets als één persoon inlevert. Een gemiddelde of een norm staat er niet: die "
    "zegt niets over hoe goed iemand werkt."
)
_HOW = (
    "- **Alfa** en **omega** zeggen hoe goed de stellingen van een schaal samen één ding meten: 0 "
    "is helemaal niet, 1 is volmaakt. Alfa neemt aan dat elke stelling even zwaar telt, omega "
    "niet.\n"
    "- Het gebied eromheen is 95 % zeker. Bij alfa volgt het uit een formule (Bonett, 2002); bij "
    f"omega uit {DRAWS} groepen die opnieuw uit dezelfde mensen zijn getrokken.\n"
    "- **Spreiding** is de standaarddeviatie in stappen van de antwoordschaal. Onder "
    f"{one_decimal(NARROW)} antwoordt bijna iedereen hetzelfde.\n"
    "- **Samenhang** is de correlatie met de andere stellingen samen, van -1 tot 1. "
    f"Onder {one_decimal(WEAK)} verdient de stelling een blik.\n"
    "- Aantallen staan in stappen van vijf. Wie geen getal gaf, staat erbij vanaf 1 op de 10. De "
    "stellingen staan in de volgorde van de vragenlijst."
)
_MEANS = (
    "Een hoge waarde is geen bewijs dat stellingen meten wat ze moeten meten; een lage kan komen "
    "doordat een schaal bewust verschillende dingen vraagt."
)


def nothing_handed_in() -> None:
    """That there is no questionnaire to say anything about yet."""
    st.info(
        f"Er is nog geen scan ingeleverd. Vanaf {_FLOORS} zie je hier hoe de stellingen het doen."
    )


def one_version(offered: Sequence[Version]) -> Version:
    """The questionnaire and version to look at."""
    titles = {each.asked: each.title for each in offered}
    chosen = st.selectbox(
        "Welke vragenlijst?", list(titles), format_func=titles.__getitem__, key="kwaliteit_van"
    )
    return next(each for each in offered if each.asked == chosen)


def quality(found: VersionQuality) -> None:
    """Everything there is to say about one version, or why there is nothing."""
    st.markdown(said(_ABOUT))
    if found.reason:
        st.info(said(_why(found.reason)))
        return
    st.caption(f"Van {found.people} mensen.")
    if found.figure is not None:
        figure(
            reliability_marks(found.figure.drawn),
            says=found.figure.says,
            shows="Per schaal een teken voor alfa en een voor omega, met een streep eromheen.",
            table=found.figure.read,
        )
    with st.expander("Zo lees je dit"):
        st.markdown(said(_HOW))
        st.markdown(_MEANS)
    for scale in found.scales:
        _scale(scale)


def _why(reason: str) -> str:
    return f"Hierover is nog niets te zeggen: {reason}. Tel alleen op halfjaren die voorbij zijn."


def _scale(scale: ScaleQuality) -> None:
    st.header(literal(said(scale.title)), anchor=False)
    st.markdown(literal(said(scale.says)))
    st.table(
        scale.statements.map(lambda cell: literal(said(cell))),
        hide_index=True,
        border="horizontal",
        alt=f"Per stelling van {said(scale.title)} hoe zij het doet.",
    )
