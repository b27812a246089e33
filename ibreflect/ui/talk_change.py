"""What the ib'er changes about a conversation: its day, what the other still sees, erasing it."""

from datetime import date, timedelta

import streamlit as st

from ibreflect.model.conversation import Conversation, Stage
from ibreflect.model.days import in_dutch
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import session
from ibreflect.ui.long_list import change
from ibreflect.ui.words import literal
from ibreflect.usecases import planning
from ibreflect.usecases.conversing import LONGEST, At
from ibreflect.usecases.planning import Days

CHANGING = "anders"
"""Where the address says which conversation is being changed."""

_SURE = (
    "Ja, wis dit gesprek voor ons allebei: wat is voorbereid, gezegd en in het verslag staat. "
    "Doelen en afspraken die jullie allebei bevestigden, blijven."
)
_DAY = timedelta(days=1)


def change_it(store: Store, actor: Person, at: At, each: Conversation) -> None:
    """The way to change a conversation, and once it was taken the fields for it."""
    key = each.conversation_id.hex
    if st.query_params.get(CHANGING) != key:
        label = "Verplaatsen of wissen" if each.stage is Stage.PREPARING else "Inzage of wissen"
        st.button(
            label,
            key=f"anders:{key}",
            type="tertiary",
            on_click=session.ask_for,
            args=(CHANGING, key),
        )
        return
    if each.stage is Stage.PREPARING:
        _move(store, actor, at, each)
    if each.partner_id is not None:
        _until(store, actor, at, each)
    _erase(store, actor, at, key)
    st.button("Laat zoals het is", key=f"laat:{key}", on_click=_leave)


def day_field(label: str, key: str, day: date, first: date) -> date:
    """A day from the first on, up to a year after it."""
    return st.date_input(
        label,
        value=day,
        min_value=first,
        max_value=first + LONGEST,
        format="DD-MM-YYYY",
        key=key,
    )


def _leave() -> None:
    """Let the address ask for no change any more."""
    st.query_params.pop(CHANGING, None)


def _move(store: Store, actor: Person, at: At, each: Conversation) -> None:
    key = f"{each.conversation_id.hex}:{each.sequence}"
    on = day_field("Op welke dag?", f"dag:{key}", max(each.planned_on, at.today), at.today)
    hour = st.time_input(
        "Hoe laat? (mag leeg blijven)",
        value=each.planned_at,
        step=timedelta(minutes=15),
        key=f"uur:{key}",
    )
    if st.button("Verplaats het gesprek", key=f"verplaats:{key}"):
        shift = max(on - each.planned_on, timedelta())
        days = Days(on, hour, min(each.open_until + shift, on + LONGEST))
        says = f"Het gesprek is nu op {in_dutch(on)}. Laat het ook de ander weten."
        _change(store, actor, at, days, says)


def _until(store: Store, actor: Person, at: At, each: Conversation) -> None:
    """Until when the partner sees what lies on the table; the last day can also lie behind."""
    key, name = f"{each.conversation_id.hex}:{each.sequence}", literal(each.partner_name)
    if each.open_until < at.today:
        st.markdown(f"{name} ziet niet meer wat jij op tafel legde, sinds de dag na die hieronder.")
    until = day_field(
        "Tot en met welke dag ziet de ander wat jij op tafel legt?",
        f"tot:{key}",
        each.open_until,
        each.planned_on,
    )
    with st.container(horizontal=True):
        if st.button("Bewaar deze dag", key=f"bewaar_tot:{key}"):
            days = Days(each.planned_on, each.planned_at, until)
            _change(store, actor, at, days, f"{name} ziet het tot en met {in_dutch(until)}.")
        yesterday = at.today - _DAY
        if each.planned_on <= yesterday < each.open_until and st.button(
            "Neem nu terug wat op tafel lag", key=f"terug:{key}"
        ):
            days = Days(each.planned_on, each.planned_at, yesterday)
            _change(store, actor, at, days, f"{name} ziet niet meer wat jij op tafel legde.")


def _erase(store: Store, actor: Person, at: At, key: str) -> None:
    sure = st.checkbox(_SURE, key=f"zeker:{key}")
    if st.button("Wis dit gesprek", key=f"wis:{key}", disabled=not sure):
        _leave()
        change(lambda: planning.erase(store, actor, at), "Het gesprek is gewist.")


def _change(store: Store, actor: Person, at: At, days: Days, says: str) -> None:
    change(lambda: _moved(store, actor, at, days), says)


def _moved(store: Store, actor: Person, at: At, days: Days) -> None:
    planning.move(store, actor, at, days)
    _leave()
