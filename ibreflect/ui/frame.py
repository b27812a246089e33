"""What stands on every page: the notice about example data, and what the tool is not for."""

from collections.abc import Set
from pathlib import Path

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.membership import Position
from ibreflect.ui import leaving, resources, session
from ibreflect.ui.screens import Screen, family
from ibreflect.usecases import people, wording

_STYLE = Path(__file__).with_name("style.css")


def top(here: Screen, held: Set[Position]) -> None:
    """The style, who is signed in, the notice of invented data, and the pages beside this one."""
    st.html(_STYLE)
    leaving.button()
    _notice()
    _beside(here, held)


def _notice() -> None:
    """With whose eyes to look through, when all data is invented."""
    try:
        store = resources.store()
        session.use_words(wording.vocabulary(store))
        example = people.is_example(store)
        offered = people.viewpoints(store)
    except IbreflectError:
        return  # the page itself says what is wrong
    if not example:
        return
    with st.container(border=True, key="voorbeeld"):
        st.markdown("**Voorbeeldgegevens.** Alle mensen en scholen hier zijn verzonnen.")
        st.selectbox(
            "Kijk mee als",
            [viewpoint.person_id for viewpoint in offered],
            format_func={each.person_id: each.label for each in offered}.__getitem__,
            key=session.VIEWPOINT,
            persist_state="session",
        )


def _beside(here: Screen, held: Set[Position]) -> None:
    """Links to the pages that belong together with this one, if there are any."""
    pages = [each for each in family(here) if each.is_for(held)]
    if len(pages) <= 1:
        return
    with st.container(horizontal=True, gap="small", key="ernaast"):
        for each in pages:
            st.page_link(each.path, label=each.title)


def bottom() -> None:
    """The reminder what the tool is for."""
    st.caption(
        "ibreflect is er om van te leren, niet om te beoordelen. Jouw gegevens zijn van jou."
    )
