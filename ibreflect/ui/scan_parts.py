"""Finding one's way in the scan: the parts, how far each is, and back and forth between them."""

import streamlit as st

from ibreflect.model.questionnaire import Scale
from ibreflect.ui import screens, session
from ibreflect.usecases.fill_in import Scan


def chosen_part(scan: Scan) -> Scale:
    """The part in the address, else the part she was in."""
    wanted = session.part()
    return next((scale for scale in scan.scales if scale.id == wanted), scan.place)


def parts(scan: Scan, here: Scale) -> None:
    """Links to all parts, each other one with how many of its statements have an answer."""
    with st.container(horizontal=True, gap="small", key="delen"):
        for scale in scan.scales:
            done = len(scale.items) - len(scan.open_items(scale))
            # An answer redraws one statement, not this: here a number would stand still.
            count = "" if scale is here else f" {done}/{len(scale.items)}"
            st.page_link(
                screens.SCAN.path,
                label=f"{scale.title}{count}",
                icon=":material/edit:" if scale is here else None,
                query_params={session.PART: scale.id},
            )


def onwards(scan: Scan, here: Scale) -> None:
    """The buttons to the previous and the next part; after the last part comes the overview."""
    scales = scan.scales
    position = scales.index(here)
    with st.container(horizontal=True, gap="small"):
        if position > 0 and st.button(f"Terug naar {scales[position - 1].title}", key="terug"):
            _go_to(scales[position - 1])
        if position + 1 < len(scales):
            following = scales[position + 1]
            if st.button(f"Verder naar {following.title}", type="primary", key="verder"):
                _go_to(following)
        elif st.button("Naar overzicht en inleveren", type="primary", key="verder"):
            st.switch_page(screens.HAND_IN.path)


def _go_to(scale: Scale) -> None:
    st.switch_page(screens.SCAN.path, query_params={session.PART: scale.id})
