"""Asking others: what is asked, who reads what, and the links."""

from collections.abc import Callable

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.measure.disclosure import FLOOR
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.ui import screens, session
from ibreflect.ui.questionnaire_choice import LONG
from ibreflect.ui.words import count_of, literal, said
from ibreflect.usecases import asking
from ibreflect.usecases.asking import LEADER, TEAM, Asking

_ONCE = (
    "Kopieer dit nu. Je ziet een link maar één keer; ook ibreflect bewaart haar niet. Kwijt? Dan "
    "maak je een nieuwe."
)
_ON_THIS_COMPUTER = (
    "Draait ibreflect alleen op jouw computer? Dan werkt een link alleen daar. Open haar in een "
    "nieuw venster en geef de computer even uit handen."
)


def what_is_asked(state: Asking) -> None:
    """The questionnaires that others answer too, and when their answers can be seen."""
    titles = "\n".join(f"- {literal(each.title)}" for each in state.questionnaires)
    st.markdown(f"In deze meetronde leg je dit aan anderen voor:\n\n{titles}")
    st.markdown(
        "Zij antwoorden zonder jouw antwoorden te zien, en jij ziet die van hen nog niet. Zo "
        "vertelt ieder wat die zelf denkt."
    )
    st.caption(_ON_THIS_COMPUTER)


def leader(store: Store, actor: Person, state: Asking) -> None:
    """The link for the schoolleider."""
    st.header("De schoolleider", anchor=False)
    if state.leader_handed_in:
        st.success("De schoolleider heeft ingeleverd.")
        return
    st.markdown(
        "De schoolleider is de enige in die rol. De antwoorden staan daarom op naam, en dat leest "
        "de schoolleider vooraf. Jullie zien elkaars antwoorden zodra jullie allebei hebben "
        "ingeleverd; daarna verandert er niets meer."
    )
    _tell_length(state.minutes(LEADER))
    if state.leader_links:
        st.info(
            "Er is een link, en daarmee is nog niet ingeleverd. Een nieuwe link maakt de oude "
            "ongeldig; wat al was ingevuld, gaat dan verloren."
        )
    label = "Maak een nieuwe link" if state.leader_links else "Maak de link"
    if st.button(label, key="vraag_schoolleider"):
        _show(lambda: (asking.ask_leader(store, actor, state.round.round_id),), LEADER)


def team(store: Store, actor: Person, state: Asking) -> None:
    """The links for the team, and whether enough have answered."""
    st.header("Het team", anchor=False)
    st.markdown(
        f"Van het team zie je alleen wat het samen antwoordt, nadat je de meetronde hebt "
        f"afgesloten, en alleen als minstens {FLOOR} mensen antwoordden. Vraag er liever vijf of "
        "meer: dan zegt een gemiddelde iets, en iedereen kan gerust eerlijk zijn. Ieder krijgt "
        "een eigen link. Geef de links in willekeurige volgorde."
    )
    _tell_length(state.minutes(TEAM))
    _team_progress(state)
    count = st.number_input(
        "Hoeveel nieuwe links?",
        min_value=1,
        max_value=asking.MOST_LINKS,
        value=5 if state.team_links == 0 else 1,
        key="aantal_links",
    )
    if st.button("Maak links voor het team", key="vraag_team"):
        _show(lambda: asking.ask_team(store, actor, state.round.round_id, count=int(count)), TEAM)
    if state.team_links and st.button("Trek ongebruikte links in …", key="trek_in"):
        _confirm_withdrawing(store, actor, state)


def _tell_length(minutes: int) -> None:
    st.caption(f"Antwoorden duurt ongeveer {minutes} minuten per persoon.")
    if minutes > LONG:
        st.warning(
            f"Dat is langer dan {LONG} minuten en veel gevraagd. Kies een volgende keer minder "
            "modules, of zeg erbij dat het in delen mag: alles blijft bewaard."
        )


def _team_progress(state: Asking) -> None:
    if not state.team_links:
        return
    made = count_of(state.team_links, "link", "links")
    enough = "Er zijn genoeg antwoorden." if state.team_is_enough else "Nog te weinig antwoorden."
    st.info(f"Je maakte {made}. {enough} Meer zie je niet: wie antwoordde, blijft onbekend.")


@st.dialog("Ongebruikte links intrekken?")
def _confirm_withdrawing(store: Store, actor: Person, state: Asking) -> None:
    st.markdown(
        "Links waarmee nog niet is ingeleverd, doen het dan niet meer. Wie halverwege is, raakt de "
        "antwoorden kwijt. Wat al is ingeleverd, blijft."
    )
    if st.button("Ja, trek ze in", type="primary", key="trek_in_zeker"):
        asking.withdraw(store, actor, state.round.round_id, group=TEAM)
        st.rerun()
    if st.button("Nee, laat ze staan", key="trek_in_niet"):
        st.rerun()


def _show(make: Callable[[], tuple[str, ...]], group: RaterGroup) -> None:
    try:
        tokens = make()
    except IbreflectError as error:
        st.error(str(error))
        return
    st.success(_ONCE)
    for number, token in enumerate(tokens, start=1):
        if len(tokens) > 1:
            st.caption(f"Link {number} van {len(tokens)}")
        text = said(_INVITATIONS[group]).format(link=session.address_of(screens.JOIN.name, token))
        st.code(text, language=None, wrap_lines=True)


_INVITATIONS = {
    LEADER: (
        "Ik kijk met ibreflect naar mijn werk en naar hoe wij samenwerken. Wil je ook antwoorden? "
        "Je antwoorden staan op jouw naam. Jij en ik zien elkaars antwoorden als we allebei klaar "
        "zijn.\n{link}"
    ),
    TEAM: (
        "Wil je een paar vragen beantwoorden over onze school en over mijn werk als ib'er? "
        "Niemand ziet wat jij antwoordt, ook ik niet.\n{link}"
    ),
}
