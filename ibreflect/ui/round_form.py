"""Starting a new round: where, when and with which questionnaires."""

from collections.abc import Set
from datetime import date

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.person import Person
from ibreflect.model.round import Period, SchoolTerm, term_of
from ibreflect.store.connection import Store
from ibreflect.ui import resources, screens
from ibreflect.ui.questionnaire_choice import choose_questionnaires
from ibreflect.usecases import people, rounds

_OTHER_SCHOOL = "een andere school …"


def start_round(store: Store, actor: Person) -> None:
    """The form for a new round; afterwards the ib'er is at Mijn opdracht."""
    today = resources.today()
    mine = rounds.mine(store, actor)
    schools = {school.name: school.school_id for school in people.my_schools(store, actor)}
    chosen = st.selectbox("Op welke school?", [*schools, _OTHER_SCHOOL], key="ronde_school")
    if chosen == _OTHER_SCHOOL:
        typed = st.text_input("Hoe heet die school?", max_chars=80, key="ronde_andere_school")
        chosen = " ".join(typed.split())
    free = _terms(today, taken={each.term for each in mine if each.school_name == chosen})
    if not free:
        st.info("Van de laatste drie periodes heb je op deze school al een meetronde.")
        return
    term = st.selectbox(
        "Over welke periode?", free, format_func=lambda each: each.label, key="ronde_periode"
    )
    core, modules = choose_questionnaires(resources.questionnaires(schools.get(chosen)))
    # The term is in the key: a second click on the same button cannot begin another term.
    key = f"ronde_begin:{term.label}"
    if st.button("Begin deze meetronde", type="primary", key=key):
        wish = rounds.Wish(school=chosen or "", term=term, instrument=core, modules=modules)
        try:
            rounds.start(store, actor, wish, today=today)
        except IbreflectError as error:
            st.error(str(error))
            return
        st.switch_page(screens.ASSIGNMENT.path)


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
