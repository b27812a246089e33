"""The one owner of the session state: ids and view choices, never anything that matters."""

from uuid import UUID

import streamlit as st

from ibreflect.measure.growth import Noise, noise

PART = "deel"
VIEWPOINT = "kijkt_als"
SD = "aanname_sd"
RELIABILITY = "aanname_betrouwbaarheid"


def part() -> str | None:
    """The part of the scan that the address asks for."""
    return st.query_params.get(PART)


def viewpoint() -> UUID | None:
    """The invented person through whose eyes example data is looked at, if one was chosen."""
    chosen = st.session_state.get(VIEWPOINT)
    return chosen if isinstance(chosen, UUID) else None


def assumptions() -> Noise:
    """The measurement error to reckon with: the standing assumptions, or what was entered."""
    standing = Noise()
    return noise(
        st.session_state.get(SD, standing.sd),
        st.session_state.get(RELIABILITY, standing.reliability),
    )


def fill(key: str, content: object) -> None:
    """Give a widget its first content; one that has content keeps it."""
    if content is not None and key not in st.session_state:
        st.session_state[key] = content
