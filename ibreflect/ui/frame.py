"""What stands on every page: the notice about example data, and what the tool is not for."""

from pathlib import Path

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.ui import resources, session
from ibreflect.usecases import people, wording

_STYLE = Path(__file__).with_name("style.css")


def top() -> None:
    """The style, and the notice that all data is invented with whose eyes to look through."""
    st.html(_STYLE)
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


def bottom() -> None:
    """The reminder what the tool is for."""
    st.caption(
        "ibreflect is er om van te leren, niet om te beoordelen. Jouw gegevens zijn van jou."
    )
