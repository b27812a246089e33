"""The clock of a theme, which nobody has to obey: it counts on both screens."""

import math
from datetime import datetime

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.conversation import Conversation
from ibreflect.model.guide import Theme
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.long_list import say_problems
from ibreflect.ui.words import count_of
from ibreflect.usecases import talking
from ibreflect.usecases.conversing import At

_OVER = "De tijd is om, praat gerust door."


def show(ends: datetime | None) -> None:
    """What is left of the time, as minutes:seconds; nothing while the clock stands still."""
    if ends is None:
        return
    # Read aloud every second it would drown the talk.
    st.html(f'<p role="timer" aria-live="off" class="klok">{left(ends, resources.moment())}</p>')


def left(ends: datetime, now: datetime) -> str:
    """What is left at a moment (both in UTC), such as '9:05', or that the time is over."""
    seconds = math.ceil((ends - now).total_seconds())
    if seconds <= 0:
        return _OVER
    return f"{seconds // 60}:{seconds % 60:02d}"


def button(store: Store, actor: Person, at: At, here: Conversation, theme: Theme) -> None:
    """Let the clock run for the minutes of a theme, or stop it."""
    if here.clock_ends is None:
        wanted = st.button(
            f"Zet de klok op {count_of(theme.minutes, 'minuut', 'minuten')}",
            key="klok_aan",
            icon=":material/timer:",
        )
        minutes: int | None = theme.minutes
    else:
        wanted = st.button("Stop de klok", key="klok_uit", icon=":material/timer_off:")
        minutes = None
    if not wanted:
        return
    try:
        talking.set_clock(store, actor, at, minutes, now=resources.moment())
    except IbreflectError as error:
        say_problems(error)
        return
    st.rerun()
