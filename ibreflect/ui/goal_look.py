"""Looking back on a goal, and the day for that: another day, or that day in a calendar."""

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.goal import OUTCOME_WORDS, Goal, Look, Outcome
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import goal_form, resources
from ibreflect.ui.long_list import change, say_problems
from ibreflect.ui.words import said
from ibreflect.usecases import goal_progress
from ibreflect.usecases.goal_progress import LONGEST_NOTE

_WHAT_IS_SEEN = (
    "Wat zie je veranderen: bij de leraar, in het team of bij leerlingen? Een andere score zegt "
    "nog niet dat het werkt."
)
_IN_CALENDAR = (
    "In het bestand staat alleen “Kijkmoment bij een doel” en de dag, niets over je doel. Verzet "
    "je de kijkdatum, haal dan een nieuw bestand; je agenda verplaatst dan de afspraak."
)


def looking_back(store: Store, actor: Person, goal: Goal) -> None:
    """How it went and what was seen to change; laid open once the check date is there."""
    is_due = goal.entry.check_on <= resources.today()
    with st.expander("Terugkijken en afsluiten", expanded=is_due):
        key = goal.goal_id.hex
        with st.form(f"terug:{key}", border=False):
            outcome = st.radio(
                "Hoe ging het?",
                list(Outcome),
                index=None,
                format_func=OUTCOME_WORDS.__getitem__,
                key=f"uitkomst:{key}",
            )
            effect = st.text_area(
                said(_WHAT_IS_SEEN),
                value=goal.effect,
                max_chars=LONGEST_NOTE,
                height=96,
                key=f"effect:{key}",
            )
            wanted = st.form_submit_button("Sluit dit doel af", key=f"sluit:{key}")
        st.caption("Afsluiten kun je terugdraaien.")
    if wanted:
        _close(store, actor, goal, outcome, effect or "")


def _close(store: Store, actor: Person, goal: Goal, outcome: Outcome | None, effect: str) -> None:
    if outcome is None:
        st.error("Kies eerst hoe het ging. Het doel is nog niet afgesloten.")
        return
    look, today = Look(outcome, effect), resources.today()
    change(
        lambda: goal_progress.close(store, actor, goal.goal_id, look, today=today),
        "Het doel is afgesloten. Het staat nu onder Waar je op terugkeek.",
    )


def check_date(store: Store, actor: Person, goal: Goal) -> None:
    """The check date as a file for a calendar, and the way to another day."""
    with st.expander("Kijkdatum in je agenda, of verzetten"):
        st.markdown(_IN_CALENDAR)
        if st.button("Zet de kijkdatum in mijn agenda", key=f"agenda:{goal.goal_id.hex}"):
            _offer(store, actor, goal)
        key = f"verzet:{goal.goal_id.hex}"
        with st.form(key, border=False):
            day = goal_form.day_field(f"{key}:{goal.entry.check_on}", goal.entry.check_on)
            wanted = st.form_submit_button("Verzet de kijkdatum", key=f"bewaar_{key}")
    if wanted:
        today = resources.today()
        change(
            lambda: goal_progress.move(store, actor, goal.goal_id, day, today=today),
            "De kijkdatum is verzet.",
        )


def _offer(store: Store, actor: Person, goal: Goal) -> None:
    try:
        ticket = goal_progress.offer_check_date(
            store, actor, goal.goal_id, now=resources.moment(), seconds=resources.seconds()
        )
    except IbreflectError as error:
        say_problems(error)
        return
    st.markdown("Je bestand is klaar. Ophalen kan één keer, binnen tien minuten.")
    st.link_button("Haal het agendabestand op (.ics)", f"/ophalen/{ticket}")
