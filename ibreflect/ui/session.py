"""The one owner of the session state: ids and view choices, never anything that matters."""

from collections.abc import Container
from urllib.parse import urlencode, urlsplit
from uuid import UUID

import streamlit as st

from ibreflect.measure.growth import Noise, noise
from ibreflect.model.vocabulary import Vocabulary

PART = "deel"
CODE = "code"
INSTRUMENT = "vragenlijst"
AUDIENCE = "voor"
CARD = "kaart"
VIEWPOINT = "kijkt_als"
_WORDS = "woorden"
_KEPT = ":bewaard"
_TOLD = "gezegd"
SD = "aanname_sd"
RELIABILITY = "aanname_betrouwbaarheid"


def part() -> str | None:
    """The part of the scan that the address asks for."""
    return st.query_params.get(PART)


def code() -> str:
    """The secret part of the link in the address; empty when there is none."""
    return str(st.query_params.get(CODE, ""))


def address_of(page: str, code: str) -> str:
    """The whole address of a page of this installation, with the secret part of a link."""
    here = urlsplit(st.context.url or "http://localhost:8501")
    return f"{here.scheme}://{here.netloc}/{page}?{urlencode({CODE: code})}"


def base_address(chosen: str) -> str:
    """Where people reach this installation: as its settings say, else as this browser did."""
    if chosen:
        return chosen
    here = urlsplit(st.context.url or "http://localhost:8501")
    return f"{here.scheme}://{here.netloc}"


def is_on_this_computer(address: str) -> bool:
    """Whether an address leads nowhere from another computer."""
    return urlsplit(address).hostname in {"localhost", "127.0.0.1", "::1"}


def tell(sentence: str) -> None:
    """Show a sentence once, at the start of the next run of this page."""
    st.session_state[_TOLD] = sentence


def show_told() -> None:
    """Show what `tell` left, if anything."""
    told = st.session_state.pop(_TOLD, None)
    if isinstance(told, str):
        st.success(told)


def asked_for(name: str, offered: Container[str]) -> str | None:
    """What the address asks for under a name; None when that is not on offer."""
    asked = st.query_params.get(name)
    return asked if asked in offered else None


def show_asked(name: str, choice: str) -> None:
    """Let the widget with this name show the choice; the address rules, not what it showed."""
    st.session_state[name] = choice


def ask_for(name: str, choice: str) -> None:
    """Let the address ask for this under a name."""
    st.query_params[name] = choice


def ask_for_chosen(name: str) -> None:
    """Let the address ask for what was chosen in the widget with this name."""
    ask_for(name, str(st.session_state[name]))


def signed_in_as() -> str:
    """The digest of the secret in this browser's cookie; empty without one.

    The server derives it from the cookie and hands it over (web/entrance.py); a browser cannot.
    """
    return str(st.user.get("session") or "")


def vocabulary() -> Vocabulary:
    """The words of the organisation, as read at the start of this run."""
    words = st.session_state.get(_WORDS)
    return words if isinstance(words, Vocabulary) else Vocabulary()


def use_words(words: Vocabulary) -> None:
    """Show everything in these words."""
    st.session_state[_WORDS] = words


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


def follow(key: str, kept: str) -> None:
    """Let a text field that begins with what is kept follow it, unless other text was typed since.

    Without that a window that was left open would put its older text back.
    """
    if key in st.session_state and typed(key) == st.session_state.get(f"{key}{_KEPT}") != kept:
        st.session_state[key] = kept
    see(key, kept)


def see(key: str, kept: str) -> None:
    """Remember that this text is kept of a text field."""
    st.session_state[f"{key}{_KEPT}"] = kept


def typed(key: str) -> str:
    """What stands in a text field now, or stood in it when the field was last on the screen."""
    return str(st.session_state.get(key) or "")


def forget(key: str) -> None:
    """Let a text field that is no longer on the screen be empty."""
    st.session_state.pop(key, None)
    st.session_state.pop(f"{key}{_KEPT}", None)
