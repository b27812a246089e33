"""What the logboek comes down to: planned beside spontaneous, the ladder, and the seven regions."""

import streamlit as st

from ibreflect.charts.activity_circles import activity_circles
from ibreflect.charts.log_periods import log_periods
from ibreflect.charts.role_picture import role_picture
from ibreflect.measure.dutch import number_word
from ibreflect.measure.log_sentences import WHY_DIFFERENT
from ibreflect.model.person import Person, School
from ibreflect.store.connection import Store
from ibreflect.ui import session
from ibreflect.ui.figure import figure
from ibreflect.ui.listing import HOW_TO_READ_ROLES
from ibreflect.ui.words import literal, said
from ibreflect.usecases import view_log
from ibreflect.usecases.frames import Figure
from ibreflect.usecases.log_circles import Measure, circled
from ibreflect.usecases.view_log import LogPicture, ScanPicture, YearOfActivities

_SHARES = {Measure.NUMBER: "aantal activiteiten", Measure.MINUTES: "aantal minuten"}
_LATER = f"Hier staat straks een plaatje, vanaf {number_word(view_log.FEWEST)}"


def pictures(store: Store, actor: Person, school: School) -> None:
    """Each picture, or what has to be written down before there is one."""
    seen = view_log.picture(store, actor, school.school_id)
    st.header("Gepland en spontaan", anchor=False)
    _over_periods(
        seen.planned,
        f"{_LATER} bumpy moments en activiteiten: hoeveel was gepland, en hoeveel kwam spontaan?",
        "Voor gepland en voor spontaan een rij staven, met per periode het aantal.",
    )
    st.header("Vragen op de interventieladder", anchor=False)
    _over_periods(
        seen.steps,
        f"{_LATER} vragen: wat was er al gedaan toen een vraag bij jou kwam?",
        "Per trede een rij staven, met per periode het aantal vragen.",
    )
    st.header("Je rollen in wat je deed", anchor=False)
    _roles(store, actor, school, seen)
    if seen.themes:
        st.header("Waar het over ging", anchor=False)
        st.markdown(literal(said(seen.themes)))


def _over_periods(shown: Figure | None, until_then: str, shows: str) -> None:
    if shown is None:
        st.info(until_then)
        return
    figure(log_periods(shown.drawn), says=shown.says, shows=shows, table=shown.read)


def _roles(store: Store, actor: Person, school: School, seen: LogPicture) -> None:
    """Where the activities lay: the last school year beside the scan, then the two before it."""
    if not seen.years:
        st.info(f"{_LATER} activiteiten in een schooljaar: vanuit welke rollen werkte je?")
        return
    measure = st.segmented_control(
        "Wat telt?", list(Measure), default=Measure.NUMBER, required=True, key="logboek_telt"
    )
    newest, *before = seen.years
    scan = view_log.scan_beside(store, actor, school.school_id, session.assumptions())
    if scan:
        st.markdown(said(WHY_DIFFERENT))
    left, right = st.columns(2)
    with left:
        _circles(newest, measure)
    with right:
        _scan(scan)
    if before:
        st.subheader("Eerdere schooljaren", anchor=False)
    for column, year in zip(st.columns(2), before, strict=False):
        with column:
            _circles(year, measure)


def _circles(year: YearOfActivities, measure: Measure) -> None:
    """The activities of one school year, each region as large as its part of the whole."""
    drawn = circled(year.tallies, measure)
    if drawn is None:
        return
    figure(
        activity_circles(drawn.drawn),
        says=f"{year.says} {drawn.about}",
        shows=f"Per rol een cirkel, zo groot als het {_SHARES[measure]}; de cirkels overlappen.",
        table=year.read,
    )


def _scan(scan: ScanPicture | None) -> None:
    """What she said of herself in the newest scan at this school."""
    if scan is None:
        st.info("Hiernaast komt je zelfscan van deze school te staan, zodra je die inlevert.")
        return
    figure(
        role_picture(scan.figure.drawn, words=scan.words, size=330),
        says=f"Zelfscan {scan.term}: {scan.figure.says}",
        shows="Drie overlappende cirkels, met in elk van de zeven gebieden een waarde.",
        table=scan.figure.read,
    )
    st.caption(HOW_TO_READ_ROLES)
