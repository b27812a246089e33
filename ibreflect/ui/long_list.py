"""A list that can be long: searched, and shown a part at a time."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.ui import session
from ibreflect.ui.words import count_of, literal

MOST_SHOWN = 25

T = TypeVar("T")


def matches(typed: str, text: str) -> bool:
    """Whether every word that was typed is in the text, whatever its capitals and accents."""
    return all(word in _plain(text) for word in _plain(typed).split())


def part(found: Sequence[T], name_of: Callable[[T], str], key: str) -> Sequence[T]:
    """What to show now: all of it, or the part that was chosen from a long list in order."""
    if len(found) <= MOST_SHOWN:
        return found
    parts = [found[begin : begin + MOST_SHOWN] for begin in range(0, len(found), MOST_SHOWN)]
    chosen = st.selectbox(
        f"Welk deel van de lijst van {len(found)}?",
        range(len(parts)),
        format_func=lambda each: f"{name_of(parts[each][0])} – {name_of(parts[each][-1])}",
        key=key,
    )
    return parts[chosen or 0]


def row(name: str, about: str, *, opens: str, by: str) -> None:
    """One of the list: a button with its name, which opens what the address then says, and more.

    `opens` is the name in the address, `by` the id that goes there.
    """
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.button(
            literal(name),
            key=f"open:{by}",
            type="tertiary",
            icon=":material/chevron_right:",
            on_click=session.ask_for,
            args=(opens, by),
        )
        st.caption(literal(about), width="stretch")


def change(work: Callable[[], object], says: str) -> None:
    """Change something, draw the page anew and say so; what is wrong is said, what is typed stays.

    `says` is read as markup.
    """
    try:
        work()
    except IbreflectError as error:
        say_problems(error)
        return
    session.tell(says)
    st.rerun()


def say_problems(error: IbreflectError) -> None:
    """All that is wrong: one sentence, or every line of a list in the order it came."""
    problems = str(error).splitlines()
    if len(problems) == 1:
        st.error(literal(problems[0]))
        return
    st.error(f"Dit kan nog niet: {count_of(len(problems), 'punt', 'punten')}.")
    with st.container(height=400 if len(problems) > MOST_SHOWN else "content"):
        st.markdown("\n".join(f"- {literal(each)}" for each in problems))


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))
