"""Whether a round of the ib'er's counts in the network: choosing, and choosing otherwise."""

import streamlit as st

from ibreflect.model.days import in_dutch
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.long_list import change
from ibreflect.ui.words import literal, said
from ibreflect.usecases import counting
from ibreflect.usecases.counting import LONGEST, USUAL, Mine

WHAT_IT_IS = (
    "Laat je een meetronde meetellen, dan gaan je waarden per onderdeel, wat anderen daarin niet "
    "konden beoordelen, je mandaatkaart, je tijd en wat je over de school koos mee in de cijfers "
    "van het hele netwerk. Je antwoord op één stelling, je teksten en je naam gaan nooit mee. "
    "Elk cijfer gaat over minstens vijf scholen, en een meetronde telt in één beeld mee. Stop je "
    "ermee, dan blijven de beelden die al gemaakt zijn staan: daarin is niets van jou af te lezen."
)


def choice(store: Store, actor: Person) -> None:
    """Every handed-in round with its choice; nothing for who has none in a network."""
    mine = counting.mine(store, actor)
    if not mine:
        return
    counts = any(each.until is not None for each in mine)
    with st.expander("Telt jouw meetronde mee?", expanded=not counts):
        st.markdown(said(WHAT_IT_IS))
        for each in mine:
            with st.container(border=True, key=f"meetellen:{each.subject.round_id.hex}"):
                _one(store, actor, each)


def _one(store: Store, actor: Person, mine: Mine) -> None:
    subject = mine.subject
    st.markdown(f"**{literal(subject.term.label)}**, {literal(subject.school_name)}")
    if mine.until is not None:
        _counts(store, actor, mine)
    elif mine.was_counted:
        st.markdown("Telde mee in een beeld dat al gemaakt is. Deze meetronde telt niet meer mee.")
    else:
        _may_count(store, actor, mine)


def _counts(store: Store, actor: Person, mine: Mine) -> None:
    subject, until = mine.subject, mine.until
    if mine.was_counted:
        st.markdown(
            f"Telde mee in een beeld van {literal(mine.alliance)}. Bij een volgend beeld kan wat "
            "veranderde naast deze meetronde worden gelegd, samen met andere scholen."
        )
    elif until:
        st.markdown(f"Telt mee in {literal(mine.alliance)}, tot en met {in_dutch(until)}.")
    if st.button("Laat niet meer meetellen", key=f"stop:{subject.round_id.hex}"):
        change(
            lambda: counting.withdraw(store, actor, subject.round_id, now=resources.moment()),
            "Deze meetronde telt niet meer mee.",
        )


def _may_count(store: Store, actor: Person, mine: Mine) -> None:
    subject, today = mine.subject, resources.today()
    until = st.date_input(
        "Tot en met wanneer mag deze meetronde meetellen?",
        value=today + USUAL,
        min_value=today,
        max_value=today + LONGEST,
        format="DD-MM-YYYY",
        key=f"tot:{subject.round_id.hex}",
        width=240,
    )
    if st.button(f"Laat meetellen in {literal(mine.alliance)}", key=f"tel:{subject.round_id.hex}"):
        change(
            lambda: counting.count(
                store, actor, subject.round_id, until or today, now=resources.moment()
            ),
            "Deze meetronde telt mee.",
        )
