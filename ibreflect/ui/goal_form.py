"""Writing a goal down: a new one, or other words for one that nobody else knows yet."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import streamlit as st

from ibreflect.model.goal import ENTRY_WORDS, Goal, GoalEntry
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources, session
from ibreflect.ui.long_list import change
from ibreflect.ui.words import said
from ibreflect.usecases import goals
from ibreflect.usecases.goals import LATEST, LONGEST
from ibreflect.usecases.view_goals import Seen

USUAL = timedelta(weeks=12)
"""From today to the check date, when nobody chooses otherwise."""

_HINTS = {
    "behaviour": "In het werk te zien, geen score. Bijvoorbeeld: ik stel eerst twee vragen.",
    "first_step": "Binnen een paar weken. Bijvoorbeeld: bij de gesprekken van volgende week.",
    "evidence": "Het liefst bij de leraar. Bijvoorbeeld: leraren komen met een eigen plan.",
    "helper": "Bijvoorbeeld: een collega-ib'er kijkt een keer mee.",
    "partner_part": "Bijvoorbeeld: de schoolleider maakt in het rooster tijd vrij.",
}
_NO_ROOM = (
    "Er zijn drie doelen open. Meer tegelijk werkt zelden: kijk eerst terug op een van de drie, "
    "dan is er plaats voor een volgend doel."
)
_LESS = (
    "Alleen wat je gaat doen en de kijkdatum zijn nodig. Schrijf zonder namen van leerlingen en "
    "collega's."
)


def new_goal(store: Store, actor: Person, school_id: UUID, seen: Seen) -> None:
    """The form for another goal, where there is room for one.

    Without room it stays for who filled it in while the last place was taken in another window.
    """
    key = fresh_key(f"doel:{school_id.hex}")
    if not seen.has_room:
        st.markdown(_NO_ROOM)
        if not session.typed(f"{key}:behaviour"):
            return
    with st.expander("Een nieuw doel maken", expanded=not seen.open or not seen.has_room):
        st.markdown(said(_LESS))
        with st.form(key, border=False):
            entry = fields(key, None)
            wanted = st.form_submit_button("Bewaar dit doel", type="primary", key=f"bewaar_{key}")
        if wanted:
            change(lambda: _keep(store, actor, school_id, entry), "Je doel is bewaard.")


def _keep(store: Store, actor: Person, school_id: UUID, entry: GoalEntry) -> None:
    goals.make(store, actor, school_id, entry, today=resources.today())
    empty(f"doel:{school_id.hex}")


def fresh_key(form: str) -> str:
    """The key of a form that is new and empty again after `empty`, and stays itself until then."""
    return f"{form}:{session.once(form, lambda: uuid4().hex)}"


def empty(form: str) -> None:
    """Let the form be empty when it is drawn anew."""
    session.forget(form)


def other_words(store: Store, actor: Person, goal: Goal) -> None:
    """The form with which a goal that was made alone is changed, as long as it may be."""
    key = f"anders:{goal.goal_id.hex}"
    with st.form(key, border=False):
        entry = fields(key, goal.entry)
        wanted = st.form_submit_button("Bewaar de wijziging", key=f"bewaar_{key}")
    if wanted:
        change(
            lambda: goals.rewrite(store, actor, goal.goal_id, entry, today=resources.today()),
            "Je doel is veranderd.",
        )


def day_field(key: str, chosen: date | None) -> date:
    """The check date: the one that was chosen, when that can still be, or one in twelve weeks."""
    today = resources.today()
    first, last = today + timedelta(days=1), today + LATEST
    return st.date_input(
        ENTRY_WORDS["check_on"],
        value=chosen if chosen and first <= chosen <= last else today + USUAL,
        min_value=first,
        max_value=last,
        format="DD-MM-YYYY",
        key=f"{key}:check_on",
    )


def fields(key: str, kept: GoalEntry | None) -> GoalEntry:
    """The fields of one goal, with what is kept of it, as they stand now."""
    texts = {
        field: st.text_area(
            said(ENTRY_WORDS[field]),
            value=getattr(kept, field) if kept else "",
            placeholder=said(hint),
            max_chars=LONGEST,
            height=96,
            key=f"{key}:{field}",
        )
        or ""
        for field, hint in _HINTS.items()
    }
    return GoalEntry(**texts, check_on=day_field(key, kept.check_on if kept else None))
