"""What stands in the logboek: filtered, a part at a time, each entry to be changed or removed."""

from collections.abc import Sequence

import streamlit as st

from ibreflect.measure.dutch import starting
from ibreflect.measure.log_sentences import hours
from ibreflect.model.days import in_dutch
from ibreflect.model.log import KIND_WORDS, PLACE_WORDS, STEP_WORDS, THEMES, Content, Entry, Kind
from ibreflect.model.person import Person
from ibreflect.model.role import region_name
from ibreflect.model.round import term_of
from ibreflect.store.connection import Store
from ibreflect.ui import long_list, session
from ibreflect.ui.log_form import ENTRY, change_form
from ibreflect.ui.words import count_of, literal, said
from ibreflect.usecases import log_entries

_KINDS: dict[str, str] = {"": "alle soorten"} | {kind.value: KIND_WORDS[kind] for kind in Kind}
_LIST, _PICTURES = "Wat ik opschreef", "Wat het laat zien"


def wants_pictures() -> bool:
    """Whether to show what the entries come down to, instead of the entries themselves."""
    chosen = st.segmented_control(
        "Kijk terug", [_LIST, _PICTURES], default=_LIST, required=True, key="logboek_kijk"
    )
    return chosen == _PICTURES


def log_list(store: Store, actor: Person, entries: Sequence[Entry]) -> None:
    """The entries of one kind and school year, or of all of them, newest first."""
    if not entries:
        st.info(
            "Je logboek is nog leeg. Schrijf hierboven je eerste moment op: één zin is genoeg. "
            "Niemand anders leest het."
        )
        return
    found = _chosen(entries)
    st.caption(count_of(len(found), "regel", "regels"))
    for each in long_list.part(found, lambda one: in_dutch(one.content.day), "deel_logboek"):
        _row(store, actor, each)


def _chosen(entries: Sequence[Entry]) -> Sequence[Entry]:
    years = dict.fromkeys(_year(each) for each in entries)
    with st.container(horizontal=True):
        kind = st.selectbox(
            "Soort",
            list(_KINDS),
            format_func=_KINDS.__getitem__,
            key="logboek_soort",
        )
        year = st.selectbox(
            "Schooljaar",
            ["", *years],
            format_func=lambda each: each or "alle schooljaren",
            key="logboek_jaar",
        )
    return [
        each for each in entries if kind in {"", each.content.kind} and year in {"", _year(each)}
    ]


def _year(entry: Entry) -> str:
    return term_of(entry.content.day).school_year


def _row(store: Store, actor: Person, entry: Entry) -> None:
    content, key = entry.content, entry.entry_id.hex
    with st.container(border=True):
        st.markdown(f"**{starting(KIND_WORDS[content.kind])}**, {in_dutch(content.day)}")
        if st.query_params.get(ENTRY) == key:
            change_form(store, actor, entry)
            return
        st.text(content.what)
        facts = _facts(content)
        if facts:
            st.caption(literal(said(facts)))
        _more("Wat jullie onderzochten", content.explored)
        _more("Hoe het verdergaat", content.follow_up)
        with st.container(horizontal=True, gap="small"):
            st.button(
                "Veranderen", key=f"verander:{key}", on_click=session.ask_for, args=(ENTRY, key)
            )
            if st.button("Verwijderen …", key=f"weg:{key}"):
                _confirm_removing(store, actor, entry)


def _facts(content: Content) -> str:
    """What was chosen, in words: 'gedrag en sfeer · zelf iets geprobeerd'."""
    facts = [THEMES.get(content.theme, "")]
    if content.kind is Kind.ACTIVITY:
        planned = "gepland" if content.is_planned else "spontaan"
        facts += [region_name(content.roles), hours(content.minutes or 0), planned]
    if content.step is not None:
        facts.append(STEP_WORDS[content.step])
    if content.place is not None:
        facts.append(PLACE_WORDS[content.place])
    return " · ".join(each for each in facts if each)


def _more(title: str, body: str) -> None:
    if body:
        st.caption(title)
        st.text(body)


@st.dialog("Deze regel verwijderen?")
def _confirm_removing(store: Store, actor: Person, entry: Entry) -> None:
    st.markdown(
        f"Wat je op {in_dutch(entry.content.day)} opschreef, verdwijnt uit je logboek. Dat is niet "
        "terug te draaien."
    )
    if st.button("Ja, verwijder deze regel", type="primary", key="weg_zeker"):
        long_list.change(
            lambda: log_entries.remove(store, actor, entry.entry_id), "Verwijderd uit je logboek."
        )
    if st.button("Nee, laat staan", key="weg_niet"):
        st.rerun()
