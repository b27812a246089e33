"""The one owner of the session state: ids and view choices, never anything that matters."""

from collections.abc import Callable, Container, Iterable
from urllib.parse import urlencode, urlsplit
from uuid import UUID

import streamlit as st

from ibreflect.measure.growth import Noise, noise
from ibreflect.model.guide import Seat
from ibreflect.model.vocabulary import Vocabulary

PART = "deel"
CODE = "code"
INSTRUMENT = "vragenlijst"
AUDIENCE = "voor"
CARD = "kaart"
VIEWPOINT = "kijkt_als"
CONVERSATION = "gesprek"
_WORDS = "woorden"
_KEPT = ":bewaard"
_TOLD = "gezegd"
_FOLLOWED = "gevolgd"
_WRITTEN_IN = "geschreven_bij"
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


def conversation() -> UUID | None:
    """The conversation that the address asks for; None without, or with what is no id."""
    try:
        return UUID(str(st.query_params.get(CONVERSATION)))
    except ValueError:
        return None


def seat_key(conversation_id: UUID) -> str:
    """The widget in which who works alone says on which side of the table they sit now."""
    return f"stoel:{conversation_id.hex}"


def seat(conversation_id: UUID) -> Seat | None:
    """The side of the table that was chosen in this window for a conversation, if any was."""
    chosen = st.session_state.get(seat_key(conversation_id))
    return Seat(chosen) if chosen else None


def follow_on() -> None:
    """Remember until the next run that this window runs by itself: nobody clicked in it."""
    st.session_state[_FOLLOWED] = True


def was_followed() -> bool:
    """Whether this run began by itself; asking forgets it."""
    return bool(st.session_state.pop(_FOLLOWED, False))


def written_in() -> frozenset[str]:
    """The themes whose fields stood on the screen in the run before."""
    return frozenset(st.session_state.get(_WRITTEN_IN, ()))


def see_written_in(themes: Iterable[str]) -> None:
    """Remember the themes whose fields are on the screen."""
    st.session_state[_WRITTEN_IN] = tuple(themes)


def is_unsaved(key: str) -> bool:
    """Whether a field on the screen holds something else than was last seen to be kept of it."""
    return key in st.session_state and typed(key) != kept(key)


def join(key: str, now_kept: str) -> None:
    """Put text that could not be kept below what another wrote meanwhile, so that both stay."""
    if is_unsaved(key) and now_kept not in {"", kept(key), typed(key)}:
        st.session_state[key] = f"{now_kept}\n\n{typed(key)}"


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


def keep_up(key: str, kept: object) -> None:
    """Let a field begin with what is kept, and follow it unless something was chosen since.

    As `fill` and `follow`, for choices and numbers too; None is nothing chosen. For a whole run of
    the page, not inside a fragment: there `kept` may be of before the last change.
    """
    before = f"{key}{_KEPT}"
    if key not in st.session_state or (
        before in st.session_state and st.session_state[before] == st.session_state[key] != kept
    ):
        st.session_state[key] = kept
    st.session_state[before] = kept


def see(key: str, kept: object) -> None:
    """Remember that this is kept of what stands in a field."""
    st.session_state[f"{key}{_KEPT}"] = kept


def kept(key: str) -> str:
    """What was last seen to be kept of a text field."""
    return str(st.session_state.get(f"{key}{_KEPT}") or "")


def typed(key: str) -> str:
    """What stands in a text field now, or stood in it when the field was last on the screen."""
    return str(st.session_state.get(key) or "")


def once(key: str, make: Callable[[], str]) -> str:
    """What was made under this key in this window, until it is forgotten; made now if need be."""
    if key not in st.session_state:
        st.session_state[key] = make()
    return str(st.session_state[key])


def forget(key: str) -> None:
    """Let a text field that is no longer on the screen be empty."""
    st.session_state.pop(key, None)
    st.session_state.pop(f"{key}{_KEPT}", None)
