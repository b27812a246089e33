"""The script that every visit runs: which pages there are, and what stands on all of them."""

import contextlib

import streamlit as st
from streamlit.runtime.scriptrunner import StopException

from ibreflect.ui import frame, guard, session
from ibreflect.ui.screens import SCREENS, START

st.set_page_config(page_title="ibreflect", page_icon="🧭", layout="centered", menu_items={})
held = guard.held()
pages = [
    st.Page(
        screen.path,
        title=screen.title,
        url_path=None if screen == START else screen.name,
        default=screen == START,
        visibility="visible" if screen.in_navigation_of(held) else "hidden",
    )
    for screen in SCREENS
]
# Who answers by a link has no business on the other pages.
page = st.navigation(pages, position="hidden" if session.code() else "top")
here = next(screen for screen in SCREENS if screen.title == page.title)
frame.top(here, held)
with contextlib.suppress(StopException):  # a page that has said why there is nothing on it
    guard.at_the_door(here)
    page.run()
frame.bottom()
