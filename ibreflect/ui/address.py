"""Choices that stand in the address, so that a link to what they show can be shared."""

from collections.abc import Mapping

import streamlit as st

from ibreflect.ui import session
from ibreflect.ui.words import said


def choice(label: str, name: str, offered: Mapping[str, str]) -> str:
    """A choice under this name in the address; `offered` maps what that says to what people read.

    The first on offer is chosen when the address says nothing, or something that is not on offer.
    """
    chosen = session.asked_for(name, offered) or next(iter(offered))
    session.show_asked(name, chosen)
    st.selectbox(
        label,
        list(offered),
        format_func=lambda each: said(offered[each]),
        key=name,
        on_change=session.ask_for_chosen,
        args=(name,),
    )
    return chosen
