"""After the talk, for who writes: what was said, the goals, and when it is looked at again."""

from datetime import date, timedelta
from functools import partial

import streamlit as st

from ibreflect.model.goal import MOST_OPEN, GoalEntry
from ibreflect.model.person import Person
from ibreflect.model.report import Closing
from ibreflect.store.connection import Store
from ibreflect.ui import goal_form, resources, text_form
from ibreflect.ui.long_list import change
from ibreflect.ui.words import literal, said
from ibreflect.usecases import agreeing, tabling, talking
from ibreflect.usecases.agreeing import Page
from ibreflect.usecases.conversing import LONGEST, At

_GOALS = (
    "Spreek hoogstens drie doelen af, liever één dat jullie echt gaan doen. Zet erbij wat de "
    "schoolleider of gesprekspartner doet."
)
_GROUP_GOALS = "Spreek hoogstens drie dingen af, liever één dat jullie echt gaan doen."


def pen(store: Store, actor: Person, at: At, page: Page) -> bool:
    """Whether who looks writes; for the other, who does and the way to take over."""
    conversation, seat = page.seated.conversation, page.seated.seat
    if conversation.pen is seat:
        return True
    name = literal(conversation.name_of(seat.other))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{name} schrijft nu. Wat {name} bewaart, zie je hieronder.")
        if st.button("Ik schrijf", key="pen"):
            change(lambda: talking.take_pen(store, actor, at), "Jij schrijft nu.")
    return False


def said_at_the_table(store: Store, actor: Person, at: At, page: Page) -> None:
    """A field for each theme that was on the table, kept as soon as it is left."""
    st.header("Wat is besproken", anchor=False)
    st.caption("Schrijf zonder namen van leerlingen en collega's.")
    here = page.seated
    for theme_id in tabling.themes(store, here):
        title = here.guide.theme(theme_id).title
        text_form.shared_field(
            literal(said(title)),
            key=f"gezegd:{here.conversation.conversation_id.hex}:{theme_id}",
            kept=page.said.get(theme_id, ""),
            save=partial(talking.write, store, actor, at, theme_id),
        )


def closing(store: Store, actor: Person, at: At, page: Page) -> None:
    """Goals, when mandates are looked at again and the next conversation, kept with one button."""
    st.header("Wat spreken jullie af?", anchor=False)
    st.markdown(said(_GOALS if page.seated.conversation.has_partner else _GROUP_GOALS))
    conversation = page.seated.conversation
    # What is kept is in the keys: after the other wrote, the fields show that.
    key = f"afspraak:{conversation.conversation_id.hex}:{abs(hash(page.closing))}"
    shown = _goal_count(key, page)
    with st.form(key, border=False):
        goals = [_goal(f"{key}:{number}", page, number) for number in range(shown)]
        review_on = _review(key, page)
        next_on = _day("Wanneer is het volgende gesprek?", f"{key}:volgende", page.closing.next_on)
        next_at = st.time_input(
            "Hoe laat? (mag leeg blijven)",
            value=page.closing.next_at,
            step=timedelta(minutes=15),
            key=f"{key}:tijd",
        )
        wanted = st.form_submit_button("Zet deze afspraken in het verslag", key=f"bewaar_{key}")
    if wanted:
        kept = tuple(goal for goal in goals if any(goal[:-1]))
        new = Closing(kept, review_on, next_on, next_at if next_on else None)
        change(
            lambda: agreeing.keep(store, actor, at, new),
            "De afspraken staan in het verslag. Lees het samen na en bevestig het allebei.",
        )


def _goal_count(key: str, page: Page) -> int:
    """How many goals there are fields for: those there are, and one more when asked."""
    kept = len(page.closing.goals)
    if kept >= MOST_OPEN:
        return kept
    more = st.toggle("Nog een doel erbij", value=kept == 0, key=f"{key}:meer")
    return kept + bool(more)


def _goal(key: str, page: Page, number: int) -> GoalEntry:
    goals = page.closing.goals
    st.subheader(f"Doel {number + 1}", anchor=False)
    return goal_form.fields(key, goals[number] if number < len(goals) else None)


def _review(key: str, page: Page) -> date | None:
    """When decisions about mandates are looked at again; nothing where there are none."""
    if not page.report.decided:
        return page.closing.review_on
    label = "Wanneer bekijken jullie opnieuw wie waarover beslist?"
    return _day(label, f"{key}:mandaat", page.closing.review_on)


def _day(label: str, key: str, kept: date | None) -> date | None:
    today = resources.today()
    first, last = today + timedelta(days=1), today + LONGEST
    return st.date_input(
        f"{label} (mag leeg blijven)",
        value=kept if kept and first <= kept <= last else None,
        min_value=first,
        max_value=last,
        format="DD-MM-YYYY",
        key=key,
    )
