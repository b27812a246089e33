"""Asking others: how far it is, the way round it, and its end."""

from datetime import date, timedelta

import streamlit as st

from ibreflect.measure import display
from ibreflect.measure.disclosure import FLOORS
from ibreflect.measure.dutch import starting
from ibreflect.model.asking import ANONYMOUS, GROUP_WORDS, Stage
from ibreflect.model.days import with_weekday
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.ui import resources, screens
from ibreflect.ui.asking_list import attempt
from ibreflect.ui.words import said
from ibreflect.usecases import asking
from ibreflect.usecases.asking import LEADER, LONGEST_DAYS, Asking


def what_it_is(state: Asking) -> None:
    """What asking others is for and what nobody gets to see, for who has not begun."""
    if state.rules is not None:
        return
    st.markdown(
        said(
            "Hoe jij je werk ziet, is één kant. Wie met je werkt, ziet de andere. Zij antwoorden "
            "op hun telefoon, zonder elkaars antwoorden of de jouwe te zien. De schoolleider "
            "antwoordt op naam. Van anderen zie je alleen wat een groep samen zegt, nadat het "
            "vragen is gesloten. Wie wat zei, weet niemand."
        )
    )
    st.markdown(
        "Zet eerst mensen op de lijst. Leg daarna de afspraken vast. Dan gaan de links weg."
    )


def how_far(state: Asking) -> None:
    """Until when people can answer, and of which groups enough have."""
    if state.rules is None:
        return
    opens, closes = with_weekday(state.rules.opens_on), with_weekday(state.rules.closes_on)
    if state.stage is Stage.NOT_YET:
        st.info(f"Antwoorden kan van {opens} tot en met {closes}.")
        return
    st.info(f"Antwoorden kan tot en met {closes}.")
    lines = [_of_leader(state)] if LEADER in state.numbers else []
    lines += [_of_group(state, group) for group in ANONYMOUS if group in state.numbers]
    st.markdown("\n".join(f"- {line}" for line in lines))
    st.caption(
        "De stand van een groep ververst één keer per dag. Meer zie je niet: wie antwoordde, "
        "blijft onbekend."
    )


def has_ended(state: Asking) -> None:
    """Where to look once asking has ended."""
    st.info("Het vragen is gesloten. Wat anderen zeiden, staat vast en verandert niet meer.")
    if not state.round.handed_in:
        st.markdown("Lever eerst je eigen scan in. Daarna zie je wat anderen zeiden.")
        st.page_link(screens.SCAN.path, label="Naar de zelfscan", icon=":material/arrow_forward:")
        return
    st.page_link(
        screens.MIRROR.path,
        label="Bekijk wat anderen van je werk zien",
        icon=":material/arrow_forward:",
    )
    st.page_link(
        screens.TOGETHER.path,
        label="Bekijk wat jullie samen zeggen",
        icon=":material/arrow_forward:",
    )


def rather_talk(state: Asking) -> None:
    """The way without a 360: in full view where the numbers show nothing, else folded away."""
    floors = state.rules.floors if state.rules else FLOORS
    groups = {group: count for group, count in state.numbers.items() if group is not LEADER}
    if groups and not display.shows_anything(groups, floors):
        talk_instead()
        return
    if state.rules is None:
        with st.expander("Klein team? Geen 360, wel gesprek"):
            _ways_to_talk()


def talk_instead() -> None:
    """The way without a 360, in full view."""
    with st.container(border=True):
        st.subheader("Geen 360, wel gesprek", anchor=False)
        _ways_to_talk()


def change_the_end(store: Store, actor: Person, state: Asking) -> None:
    """More time, or an end before the last day."""
    if state.rules is None:
        return
    latest = state.rules.opens_on + timedelta(days=LONGEST_DAYS)
    with st.expander("Meer tijd geven, of eerder sluiten"):
        if state.rules.closes_on < latest:
            _more_time(store, actor, state, latest)
        if st.button("Sluit het vragen nu …", key="sluit_vragen"):
            _confirm_ending(store, actor, state)


def _of_leader(state: Asking) -> str:
    done = "heeft ingeleverd" if state.leader_handed_in else "heeft nog niet ingeleverd"
    return f"De schoolleider {done}."


def _of_group(state: Asking, group: RaterGroup) -> str:
    name = starting(GROUP_WORDS[group])
    kept = state.progress.get(group)
    if kept is None:
        return f"{name}: de eerste stand komt morgenochtend."
    number = state.rules.floors[group] if state.rules else FLOORS[group]
    if kept.is_enough:
        return f"{name}: drempel gehaald, minstens {number} mensen antwoordden."
    return f"{name}: drempel nog niet gehaald."


def _ways_to_talk() -> None:
    st.markdown(
        said(
            "Met heel weinig mensen is te raden wie wat zei. Dat ligt niet aan jullie: het is "
            "rekenen. Een goed gesprek met de schoolleider en een paar collega's vertelt je dan "
            "meer, en het is een volwaardige keuze. Dit helpt daarbij:"
        )
    )
    st.page_link(screens.CARDS.path, label="Gesprekskaarten, ook om te printen")
    st.page_link(screens.MANDATE.path, label="De mandaatkaart met de schoolleider")
    st.page_link(screens.INSTRUMENTS.path, label="De stellingen op papier, als gespreksstof")


def _more_time(store: Store, actor: Person, state: Asking, latest: date) -> None:
    closes = state.rules.closes_on if state.rules else latest
    later = st.date_input(
        "Nieuwe laatste dag",
        value=min(closes + timedelta(days=7), latest),
        min_value=closes + timedelta(days=1),
        max_value=latest,
        format="DD-MM-YYYY",
        key=f"later_sluiten:{closes}",
    )
    if st.button("Geef meer tijd", key="geef_tijd"):
        round_id, today = state.round.round_id, resources.today()
        attempt(lambda: asking.close_later(store, actor, round_id, later, today=today))


@st.dialog("Het vragen nu sluiten?")
def _confirm_ending(store: Store, actor: Person, state: Asking) -> None:
    st.markdown(
        "Wie nog niet inleverde, kan dan niet meer antwoorden. Wat anderen zeiden, ligt daarna "
        "vast. Dat is niet terug te draaien."
    )
    if st.button("Ja, sluit het vragen", type="primary", key="sluit_zeker"):
        round_id, today = state.round.round_id, resources.today()
        attempt(lambda: asking.end_now(store, actor, round_id, today=today))
    if st.button("Nee, laat het open", key="sluit_niet"):
        st.rerun()
