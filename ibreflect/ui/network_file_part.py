"""A file with which a round of the ib'er's counts in a network elsewhere, or no longer does."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.store.connection import Store
from ibreflect.ui import resources, screens, steps
from ibreflect.ui.long_list import say_problems
from ibreflect.ui.network_choice import WHAT_IT_IS
from ibreflect.ui.words import literal, said
from ibreflect.usecases import counting, downloads, network_file
from ibreflect.usecases.network_file import Made, Wish

_HOW = (
    "Werkt jullie samenwerkingsverband met ibreflect op een eigen plek? Dan kan je meetronde daar "
    "meetellen. Je krijgt van een coach een deelnamecode, maakt hier een bestand en geeft dat aan "
    "de coach. Er gaat niets over internet, tenzij je het bestand zelf mailt."
)
_IN_THE_FILE = (
    "Verder staan in het bestand de periode van de meetronde, de dag van vandaag, tot en met "
    "wanneer zij mag meetellen, en een nummer waardoor zij nooit twee keer telt. Het is "
    "versleuteld met je code: wie de code niet heeft, kan het niet lezen en niet namaken. Wie "
    "bestand én code heeft, kan het wel lezen. De coach heeft ze allebei, maar ziet jouw waarden "
    "in ibreflect op geen enkel scherm. Bewaar de code voor een volgende keer."
)
_STOPPING = (
    "Wil je niet meer meetellen? Maak dan dit bestand en geef het aan de coach. Wat nog niet in "
    "een beeld zat, gaat daar weg. Beelden die al gemaakt zijn, blijven staan: daarin is niets van "
    "jou af te lezen. Wil je later toch weer, dan kan dat vanaf morgen met een nieuw bestand."
)
_CODE = "Je deelnamecode"
_NO_NETWORK = (
    "Je school hoort hier niet bij een samenwerkingsverband. Werken jullie met meer scholen in "
    "één ibreflect, dan kan de beheerder haar daarbij zetten."
)
_AFTER_A_SCAN = "Meetellen met een bestand kan zodra je een scan hebt ingeleverd."


def without_network(store: Store, actor: Person) -> None:
    """That there is no network here, and the way to count in one elsewhere."""
    if not network_file.possible(store, actor):
        steps.nothing_yet(f"{_NO_NETWORK} {_AFTER_A_SCAN}", screens.START, "Naar Start")
    st.info(_NO_NETWORK)
    own_file(store, actor)


def own_file(store: Store, actor: Person) -> None:
    """Making either file; nothing for who has no handed-in round to make one of."""
    possible = network_file.possible(store, actor)
    if not possible:
        return
    with st.expander("Meetellen met een bestand", key="netwerkbestand"):
        st.markdown(said(_HOW))
        st.markdown(said(WHAT_IT_IS))
        st.markdown(said(_IN_THE_FILE))
        _count(store, actor, possible)
        _stop(store, actor)


def _count(store: Store, actor: Person, possible: tuple[Round, ...]) -> None:
    today = resources.today()
    with st.form("netwerkbestand_maken", enter_to_submit=False):
        subject = st.selectbox("Welke meetronde?", possible, format_func=_name)
        code = st.text_input(_CODE, key="netwerkbestand_code", autocomplete="off", max_chars=100)
        until = st.date_input(
            "Tot en met wanneer mag deze meetronde meetellen?",
            value=today + counting.USUAL,
            min_value=today,
            max_value=today + counting.LONGEST,
            format="DD-MM-YYYY",
            key="netwerkbestand_tot",
        )
        made = st.form_submit_button("Maak het bestand", type="primary")
    if made:
        wish = Wish(code, until if isinstance(until, date) else today)
        now = resources.moment()
        _offer(lambda: network_file.scan(store, actor, subject.round_id, wish, now=now))


def _stop(store: Store, actor: Person) -> None:
    with st.form("netwerkbestand_stoppen", enter_to_submit=False):
        st.markdown("**Stoppen**")
        st.markdown(said(_STOPPING))
        code = st.text_input(_CODE, key="netwerkstop_code", autocomplete="off", max_chars=100)
        made = st.form_submit_button("Stop: laat niets meer meetellen")
    if made:
        _offer(lambda: network_file.stop(store, actor, code, now=resources.moment()))


def _name(subject: Round) -> str:
    return f"{subject.term.label}, {subject.school_name}"


def _offer(make: Callable[[], Made]) -> None:
    try:
        made = make()
    except IbreflectError as error:
        say_problems(error)
        return
    ticket = downloads.offer(made.name, made.content, now=resources.seconds())
    st.success("Je bestand is klaar. Ophalen kan één keer, binnen tien minuten.")
    st.link_button("Haal het bestand op (.json)", f"/ophalen/{ticket}", type="primary")
    st.caption(f"Geef {literal(made.name)} aan de coach van wie je de code kreeg.")
