"""Writing something down in the logboek, with a thumb and in seconds."""

from typing import Any
from uuid import UUID, uuid4

import streamlit as st

from ibreflect.measure.dutch import listed, starting
from ibreflect.model.log import (
    FEWEST_MINUTES,
    KIND_WORDS,
    LONGEST_WHAT,
    MOST_MINUTES,
    PLACE_WORDS,
    STEP_WORDS,
    THEMES,
    Content,
    Entry,
    Kind,
    Place,
    Step,
)
from ibreflect.model.person import Person, School
from ibreflect.model.role import ROLE_NAMES, Role
from ibreflect.store.connection import Store
from ibreflect.ui import long_list, resources, session
from ibreflect.ui.words import literal, said
from ibreflect.usecases import log_entries, people, rounds

ENTRY = "regel"
"""Where the address says which entry is being changed."""

_NEW = "logboek_nieuw"
_LONGEST_MORE = 2000
_ASKS = {
    Kind.BUMPY_MOMENT: "Wat gebeurde er?",
    Kind.ACTIVITY: "Wat deed je?",
    Kind.QUESTION: "Wat was de vraag?",
    Kind.EFFECT: "Wat zag je?",
}
_ABOUT = {
    Kind.BUMPY_MOMENT: "Een leraar kwam met iets lastigs of een dilemma.",
    Kind.ACTIVITY: "Iets wat je deed vanuit je rollen.",
    Kind.QUESTION: "Een vraag die bij jou kwam. Hoe ver iemand al was, is een gewoonte van het "
    "team en zegt niets over wie het vroeg.",
    Kind.EFFECT: "Iets ging anders door wat jullie deden.",
}
_PLANNED = {True: "gepland", False: "spontaan"}


def one_school(store: Store, actor: Person) -> School:
    """The school it is about: that of the round of now, unless another is chosen."""
    mine = people.my_schools(store, actor)
    if len(mine) == 1:
        return mine[0]
    current = rounds.current(store, actor)
    now = [at for at, each in enumerate(mine) if current and each.school_id == current.school_id]
    return st.selectbox(
        "Op welke school?",
        mine,
        index=next(iter(now), 0),
        format_func=lambda each: each.name,
        key="logboek_school",
    )


def new_form(store: Store, actor: Person, school: School) -> None:
    """The form for something new; once that is kept it is empty again, and says so."""
    session.fill(_NEW, uuid4().hex)
    empty = Content(Kind.BUMPY_MOMENT, resources.today(), "")
    entry = Entry(UUID(session.typed(_NEW)), school, empty)
    written = _form(store, actor, entry)
    if written:
        long_list.change(lambda: _add(store, actor, written), "Bewaard in je logboek.")
    session.show_told()  # below the form: that is where the thumb and the eyes are


def change_form(store: Store, actor: Person, entry: Entry) -> None:
    """The form for an entry that is there already."""
    written = _form(store, actor, entry)
    if written:
        long_list.change(lambda: _change(store, actor, written), "Veranderd in je logboek.")
    st.button("Laat zoals het was", key=f"laat:{entry.entry_id.hex}", on_click=_leave)


def _add(store: Store, actor: Person, written: Entry) -> None:
    log_entries.add(store, actor, written, today=resources.today())
    session.forget(_NEW)


def _change(store: Store, actor: Person, written: Entry) -> None:
    log_entries.change(store, actor, written.entry_id, written.content, today=resources.today())
    _leave()


def _leave() -> None:
    """Let the address ask for no entry any more."""
    st.query_params.pop(ENTRY, None)


def _form(store: Store, actor: Person, entry: Entry) -> Entry | None:
    """The entry as it is filled in now, when it is to be kept."""
    kept, key = entry.content, entry.entry_id.hex
    kind = st.pills(
        "Wat wil je opschrijven?",
        list(Kind),
        default=kept.kind,
        required=True,
        format_func=lambda each: starting(KIND_WORDS[each]),
        key=f"soort:{key}",
    )
    st.caption(said(_ABOUT[kind]))
    with st.form(f"logboek:{key}", border=False):
        what = st.text_area(
            _ASKS[kind],
            value=kept.what,
            max_chars=LONGEST_WHAT,
            height=80,
            key=f"wat:{key}",
        )
        own = _of_kind(kind, kept, key)
        theme = _theme(kept, key)
        content = _more(kept, key)._replace(kind=kind, what=what or "", theme=theme, **own)
        written = entry._replace(content=content)
        return written if _wants_to_keep(store, actor, written) else None


def _theme(kept: Content, key: str) -> str:
    chosen = st.pills(
        "Waar gaat het over? (mag leeg)",
        list(THEMES),
        default=kept.theme or None,
        format_func=lambda each: said(THEMES[each]),
        key=f"thema:{key}",
    )
    return chosen or ""


def _of_kind(kind: Kind, kept: Content, key: str) -> dict[str, Any]:
    """What only this kind asks: field of Content to what was chosen."""
    match kind:
        case Kind.ACTIVITY:
            return _activity(kept, key)
        case Kind.QUESTION:
            return {"step": _step(kept, key)}
        case Kind.EFFECT:
            return {"place": _place(kept, key)}
    return {}


def _activity(kept: Content, key: str) -> dict[str, Any]:
    roles = st.pills(
        "Vanuit welke rollen?",
        list(Role),
        selection_mode="multi",
        default=list(kept.roles),
        format_func=lambda each: said(ROLE_NAMES[each]),
        key=f"rollen:{key}",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        minutes = st.number_input(
            "Hoeveel minuten?",
            min_value=FEWEST_MINUTES,
            max_value=MOST_MINUTES,
            step=5,
            value=kept.minutes,
            width=160,
            key=f"minuten:{key}",
        )
        is_planned = st.segmented_control(
            "Gepland of spontaan?",
            list(_PLANNED),
            default=kept.is_planned,
            format_func=_PLANNED.__getitem__,
            key=f"gepland:{key}",
        )
    return {"roles": tuple(roles), "minutes": minutes, "is_planned": is_planned}


def _step(kept: Content, key: str) -> Step | None:
    return st.pills(
        "Wat was er al gedaan?",
        list(Step),
        default=kept.step,
        format_func=STEP_WORDS.__getitem__,
        key=f"trede:{key}",
    )


def _place(kept: Content, key: str) -> Place | None:
    return st.pills(
        "Waar zag je het?",
        list(Place),
        default=kept.place,
        format_func=lambda each: said(PLACE_WORDS[each]),
        key=f"plek:{key}",
    )


def _more(kept: Content, key: str) -> Content:
    """What may be left out, folded away, with the day."""
    with st.expander("Meer opschrijven, of een andere dag"):
        explored = st.text_area(
            "Wat onderzochten jullie samen?",
            value=kept.explored,
            max_chars=_LONGEST_MORE,
            height=80,
            key=f"onderzocht:{key}",
        )
        follow_up = st.text_area(
            "Hoe gaat het verder?",
            value=kept.follow_up,
            max_chars=_LONGEST_MORE,
            height=80,
            key=f"vervolg:{key}",
        )
        day = st.date_input(
            "Welke dag?",
            value=kept.day,
            min_value=log_entries.EARLIEST,
            max_value=resources.today(),
            format="DD-MM-YYYY",
            key=f"dag:{key}",
        )
    return kept._replace(explored=explored or "", follow_up=follow_up or "", day=day)


def _wants_to_keep(store: Store, actor: Person, entry: Entry) -> bool:
    """The buttons; what looks like a name is pointed out first, and can be kept all the same."""
    found = log_entries.names(store, actor, entry.school.school_id, entry.content)
    key = entry.entry_id.hex
    if found:
        words = listed([f"“{literal(each)}”" for each in found])
        st.warning(
            f"Dit lijkt op een naam, adres of nummer: {words}. Wie hier genoemd wordt, weet dat "
            "niet. Maak er “een leraar” of “een leerling” van. Is het geen naam? Bewaar het dan "
            "toch."
        )
    with st.container(horizontal=True):
        keeps = st.form_submit_button("Bewaar", type="primary", key=f"bewaar:{key}")
        anyway = found and st.form_submit_button("Bewaar toch", key=f"bewaar_toch:{key}")
    return bool(anyway or (keeps and not found))
