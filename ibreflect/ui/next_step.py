"""The start page for somebody who is known: where things stand and the one next step."""

import streamlit as st

from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.store.connection import Store
from ibreflect.ui import resources, retention_part, screens
from ibreflect.ui.round_form import start_round
from ibreflect.ui.words import count_of, literal
from ibreflect.usecases import asking, fill_in, rounds


def next_step(store: Store, actor: Person) -> None:
    """Where things stand, and the next step as the one primary button."""
    retention_part.notice(store, actor)
    current = rounds.current(store, actor)
    if current is None:
        _new_round(store, actor)
    elif current.handed_in:
        _look(store, actor, current)
    else:
        _go_on(store, actor, current)


def _new_round(store: Store, actor: Person) -> None:
    if rounds.mine(store, actor):
        st.markdown("Je meetrondes zijn afgesloten. Wil je opnieuw naar je werk kijken?")
        st.page_link(
            screens.GROWTH.path, label="Bekijk eerst mijn groei", icon=":material/show_chart:"
        )
    else:
        st.markdown(
            "Je begint met een meetronde: één keer rustig kijken naar wat je doet. Doe dat liefst "
            "elk schooljaar in dezelfde periode; dan zie je later wat er verandert."
        )
    start_round(store, actor)


def _go_on(store: Store, actor: Person, current: Round) -> None:
    scan = fill_in.scan(store, actor, current.round_id)
    total = len(scan.items)
    done = total - scan.open_count
    st.markdown(
        f"Je meetronde **{current.term.label}** op **{literal(current.school_name)}** loopt."
    )
    if done == 0:
        st.markdown(
            "Kijk eerst naar je opdracht: wat vraagt deze school van je? Dat mag je ook overslaan."
        )
        if st.button("Naar mijn opdracht", type="primary"):
            st.switch_page(screens.ASSIGNMENT.path)
        st.page_link(screens.SCAN.path, label="Meteen naar de zelfscan")
        return
    st.progress(done / total, text=f"{done} van de {total} stellingen ingevuld")
    if scan.open_count == 0:
        st.markdown("Alles is ingevuld. Kijk het na en lever je scan in.")
        if st.button("Overzicht en inleveren", type="primary"):
            st.switch_page(screens.HAND_IN.path)
        return
    left = count_of(scan.open_count, "stelling staat", "stellingen staan")
    st.markdown(f"Nog {left} open. Je gaat verder waar je was.")
    if st.button("Verder met de zelfscan", type="primary"):
        st.switch_page(screens.SCAN.path)


def _look(store: Store, actor: Person, current: Round) -> None:
    st.markdown(
        f"Je scan van **{current.term.label}** op **{literal(current.school_name)}** is ingeleverd."
    )
    if st.button("Bekijk mijn beeld", type="primary"):
        st.switch_page(screens.PICTURE.path)
    if asking.of_round(store, actor, current.round_id, today=resources.today()).questionnaires:
        st.page_link(
            screens.OTHERS.path,
            label="Vraag de schoolleider, leraren en anderen",
            icon=":material/group:",
        )
        st.page_link(
            screens.TOGETHER.path, label="Bekijk wat jullie samen zeggen", icon=":material/forum:"
        )
    st.page_link(screens.GROWTH.path, label="Bekijk mijn groei", icon=":material/show_chart:")
    st.page_link(
        screens.ROUNDS.path,
        label="Scan heropenen of een nieuwe meetronde beginnen",
        icon=":material/history:",
    )
