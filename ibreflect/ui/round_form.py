"""Starting a new round: where, when and with which questionnaires."""

from collections.abc import Set
from datetime import date
from uuid import UUID

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.person import Person
from ibreflect.model.round import Period, SchoolTerm, term_of
from ibreflect.store.connection import Store
from ibreflect.ui import resources, screens
from ibreflect.ui.questionnaire_choice import choose_questionnaires
from ibreflect.ui.words import said
from ibreflect.usecases import rounds, signing_in

_OTHER_SCHOOL = "een andere school …"
_NOWHERE = (
    "Je bent nu op geen enkele school ib'er. Klopt dat niet, vraag dan de beheerder van ibreflect. "
    "Wat je eerder deed, blijft van jou."
)


def start_round(store: Store, actor: Person) -> None:
    """The form for a new round; afterwards the ib'er is at Mijn opdracht."""
    today = resources.today()
    school = _school(store, actor, today)
    if school is None:
        return
    free = _terms(today, taken=_taken(store, actor, school))
    if not free:
        st.info("Van de laatste drie periodes heb je op deze school al een meetronde.")
        return
    term = st.selectbox(
        "Over welke periode?", free, format_func=lambda each: each.label, key="ronde_periode"
    )
    core, modules = choose_questionnaires(
        resources.questionnaires(school if isinstance(school, UUID) else None)
    )
    # The term is in the key: a second click on the same button cannot begin another term.
    key = f"ronde_begin:{term.label}"
    if st.button("Begin deze meetronde", type="primary", key=key):
        wish = rounds.Wish(school=school, term=term, instrument=core, modules=modules)
        try:
            rounds.start(store, actor, wish, today=today)
        except IbreflectError as error:
            st.error(str(error))
            return
        st.switch_page(screens.ASSIGNMENT.path)


def _school(store: Store, actor: Person, today: date) -> UUID | str | None:
    """The school that is chosen: its id, or a name that was typed; None when there is none."""
    mine = {each.school_id: each.name for each in rounds.schools(store, actor, today=today)}
    offered: list[UUID | None] = [*mine]
    if not signing_in.is_together(store):
        offered.append(None)
    if not offered:
        st.info(said(_NOWHERE))
        return None
    chosen = st.selectbox(
        "Op welke school?",
        offered,
        format_func=lambda each: mine[each] if each else _OTHER_SCHOOL,
        key="ronde_school",
    )
    if chosen is not None:
        return chosen
    typed = st.text_input("Hoe heet die school?", max_chars=80, key="ronde_andere_school") or ""
    name = " ".join(typed.split())
    return next((known for known, called in mine.items() if called == name), name)


def _taken(store: Store, actor: Person, school: UUID | str) -> set[SchoolTerm]:
    return {each.term for each in rounds.mine(store, actor) if each.school_id == school}


def _terms(today: date, *, taken: Set[SchoolTerm]) -> list[SchoolTerm]:
    """This term, and the two before it for who starts late, as far as they are free."""
    this = term_of(today)
    last = _before(this)
    return [each for each in (this, last, _before(last)) if each not in taken]


def _before(term: SchoolTerm) -> SchoolTerm:
    if term.period is Period.SPRING:
        return SchoolTerm(term.school_year, Period.AUTUMN)
    first = int(term.school_year.split("/")[0]) - 1
    return SchoolTerm(f"{first}/{first + 1}", Period.SPRING)
