"""Somebody who looks along with the list: asked by the ib'er, let in by a link of their own."""

from collections.abc import Collection

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.asking import HandedOutBy, Task
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import asking_adding, asking_links, asking_list, resources, screens, session
from ibreflect.ui.words import literal
from ibreflect.usecases import inviting
from ibreflect.usecases.asking import Asking
from ibreflect.usecases.inviting import Look

_TASKS = {
    Task.ADD: "mag mensen toevoegen",
    Task.AGREE: "mag mensen toevoegen en geeft akkoord voordat de links weggaan",
    Task.HAND_OUT: "mag mensen toevoegen en deelt de links uit, zodat ik ze niet zie",
}

_WHAT_TO_DO = {
    Task.ADD: "Mis je iemand die dit werk van dichtbij ziet? Zet diegene erbij.",
    Task.AGREE: "Zijn dit de mensen die dit werk van dichtbij zien? Mis je iemand, zet diegene er "
    "dan eerst bij. Geef daarna akkoord; pas dan gaan de links weg.",
    Task.HAND_OUT: "Jij deelt de links uit. Mis je iemand op de lijst, zet diegene er dan bij.",
}


def ask_along(store: Store, actor: Person, state: Asking) -> None:
    """Who looks along, or a way to ask somebody."""
    with st.expander("Iemand kijkt mee (hoeft niet)", expanded=state.second is not None):
        st.markdown(
            "De schoolleider of een coach kan de lijst aanvullen, akkoord geven of de links "
            "uitdelen. Diegene ziet de namen, nooit de antwoorden."
        )
        if state.second is not None:
            agreed = ", akkoord gegeven" if state.second.has_agreed else ""
            st.markdown(f"**{literal(state.second.name)}** {_TASKS[state.second.task]}{agreed}.")
            _end(store, actor, state)
        name = st.text_input("Wie kijkt er mee?", max_chars=80, key="meekijker")
        tasks = {words: task for task, words in _TASKS.items() if task in _offered(state)}
        chosen = st.radio("Wat mag diegene?", list(tasks), key="meekijker_taak")
        if st.button("Maak een link voor wie meekijkt", key="vraag_meekijker"):
            _ask(store, actor, state, name or "", tasks[chosen])


def _offered(state: Asking) -> Collection[Task]:
    """Once it is fixed that somebody else hands out the links, whoever comes next does that."""
    fixed = state.rules is not None and state.rules.handed_out_by is HandedOutBy.SECOND
    return (Task.HAND_OUT,) if fixed else _TASKS


def looking(store: Store, look: Look) -> None:
    """What somebody who looks along can do: hand out, add, agree."""
    state, token = look.asking, session.code()
    today = resources.today()
    st.markdown(_WHAT_TO_DO[look.second.task])
    if look.second.task is Task.HAND_OUT:
        _hand_out(store, look)
    st.header("De lijst", anchor=False)
    asking_list.names(state)
    asking_list.what_numbers_allow(state)
    st.subheader("Mis je iemand?", anchor=False)
    asking_adding.add_people(
        state, lambda group, text: inviting.add_along(store, token, group, text, today=today)
    )
    if look.second.task is Task.AGREE:
        _agree(store, look)


def _agree(store: Store, look: Look) -> None:
    st.header("Akkoord", anchor=False)
    if look.second.has_agreed:
        st.success("Je gaf akkoord. Verandert de lijst, dan wordt het je opnieuw gevraagd.")
        return
    if st.button("Akkoord met deze lijst", type="primary", key="akkoord"):
        inviting.agree(store, session.code(), today=resources.today())
        st.rerun()


def _hand_out(store: Store, look: Look) -> None:
    st.header("Links uitdelen", anchor=False)
    rules = look.asking.rules
    if rules is None or rules.handed_out_by is not HandedOutBy.SECOND:
        st.info(f"{literal(look.asked_by)} heeft het vragen nog niet geopend. Kom later terug.")
        return
    if not inviting.waiting(look.asking):
        st.info("Iedereen op de lijst heeft een link.")
        return
    st.markdown(
        f"Geef ieder een eigen link, buiten {literal(look.asked_by)} om. Bewaar ze daarna niet."
    )
    asking_links.offer(
        look.asking,
        look.asked_by,
        inviting.waiting(look.asking),
        lambda: inviting.hand_out_along(store, session.code(), today=resources.today()),
    )


def _ask(store: Store, actor: Person, state: Asking, name: str, task: Task) -> None:
    try:
        token = inviting.ask_along(
            store, actor, state.round.round_id, name, task, today=resources.today()
        )
    except IbreflectError as error:
        st.error(str(error))
        return
    st.success("Kopieer deze link nu en geef die door. Je ziet de link één keer.")
    st.code(session.address_of(screens.SECOND.name, token), language=None, wrap_lines=True)


def _end(store: Store, actor: Person, state: Asking) -> None:
    if st.button("Laat niemand meer meekijken", key="niemand_mee"):
        try:
            inviting.ask_nobody_along(store, actor, state.round.round_id, today=resources.today())
        except IbreflectError as error:
            st.error(str(error))
            return
        st.rerun()
