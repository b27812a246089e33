"""The start page for who is signed in: the next step of an ib'er, or what somebody else can do."""

from collections.abc import Set
from typing import NamedTuple

import streamlit as st

from ibreflect.model.membership import Position
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import reminders_part, resources, screens
from ibreflect.ui.next_step import next_step
from ibreflect.ui.screens import Screen
from ibreflect.ui.words import literal
from ibreflect.usecases import goals, happened, talk_reminders


class _Task(NamedTuple):
    """What somebody with a position finds here, and where to go for it."""

    text: str
    screen: Screen
    label: str


_READS = (
    "Een ib'er kan jou een deel van het eigen beeld laten lezen. Wat er is, vind je bij Met mij "
    "gedeeld. Iedere keer dat je leest, ziet de ib'er dat. Plant een ib'er een gesprek met je, dan "
    "staat dat bij Gesprekken."
)
_TASKS = {
    Position.SCHOOL_LEADER: _Task(_READS, screens.SHARED, "Naar Met mij gedeeld"),
    Position.COACH: _Task(_READS, screens.SHARED, "Naar Met mij gedeeld"),
    Position.BOARD_MEMBER: _Task(
        "Voor een bestuur staat hier niets over een persoon of een school: ibreflect is er om van "
        "te leren, en wat iemand invult is van die persoon. Wat er in het hele netwerk speelt, "
        "vind je bij Netwerk. Vraagt een ib'er van jullie scholen je om mee te kijken naar de rol, "
        "dan krijg je daarvoor een eigen link.",
        screens.NETWORK,
        "Naar Netwerk",
    ),
    Position.ADMINISTRATOR: _Task(
        "Jij beheert wie hier werkt en op welke school. Wat mensen invullen, zie je niet.",
        screens.MANAGE,
        "Naar Beheer",
    ),
}
_NOTHING = (
    "Je hebt hier nu geen taak. Klopt dat niet? Vraag het de beheerder van ibreflect. Wat van jou "
    "is, vind je bij Mijn gegevens."
)


def start(store: Store, actor: Person, held: Set[Position]) -> None:
    """Where things stand for an ib'er; for others a word of welcome and where to go."""
    _warn_of_link(store, actor)
    st.title(f"Dag {literal(actor.name)}", anchor=False)
    _reminders(store, actor)
    if Position.IB_COORDINATOR in held:
        next_step(store, actor)
        return
    tasks = dict.fromkeys(task for position, task in _TASKS.items() if position in held)
    for task in tasks:
        st.markdown(task.text)
        st.page_link(task.screen.path, label=task.label, icon=":material/arrow_forward:")
    if not tasks:
        st.markdown(_NOTHING)
        st.page_link(screens.MY_DATA.path, label="Naar Mijn gegevens")


def _reminders(store: Store, actor: Person) -> None:
    """What is near, of goals and of conversations, by day."""
    today = resources.today()
    found = [
        *goals.reminders(store, actor, today=today),
        *talk_reminders.reminders(store, actor, today=today),
    ]
    reminders_part.show(sorted(found, key=lambda each: each.day))


def _warn_of_link(store: Store, actor: Person) -> None:
    """Somebody who makes a link for another could come in as them; so that person gets to know."""
    made = happened.link_by_another(store, actor, now=resources.moment())
    if made is None:
        return
    st.warning(
        f"{literal(made)} Wie zo'n link gebruikt, komt hier binnen als jij. Vroeg je er niet om? "
        "Vraag het na, en kies bij Mijn gegevens voor Overal afmelden."
    )
    st.page_link(screens.MY_DATA.path, label="Naar Mijn gegevens")
