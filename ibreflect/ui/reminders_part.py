"""Reminders on the start page: a sentence and a link each, and never an alarm."""

from collections.abc import Sequence

import streamlit as st

from ibreflect.model.reminder import Reminder
from ibreflect.ui.screens import SCREENS
from ibreflect.ui.words import literal

_PATHS = {screen.name: screen.path for screen in SCREENS}


def show(reminders: Sequence[Reminder]) -> None:
    """What is near, in the order it is given; nothing without any."""
    if not reminders:
        return
    with st.container(border=True, gap="xsmall", key="herinneringen"):
        for each in reminders:
            st.markdown(literal(each.sentence))
            if each.about:
                st.text(each.about)
            st.page_link(
                _PATHS[each.page],
                label=each.label,
                icon=":material/event:",
                query_params=dict(each.address),
            )
