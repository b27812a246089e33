"""Text on the screen: shown as it was typed, never as markup."""

import re

from ibreflect.ui import session

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$~:^=@&])")


def literal(text: str) -> str:
    """The text with everything escaped that Streamlit would read as markup."""
    return _MARKUP.sub(r"\\\1", text)


def said(text: str) -> str:
    """The text in the words that this organisation chose; for what ibreflect says itself."""
    return session.vocabulary().said(text)


def count_of(number: int, one: str, more: str) -> str:
    """A number with its noun: '1 stelling', '3 stellingen'."""
    return f"{number} {one if number == 1 else more}"
