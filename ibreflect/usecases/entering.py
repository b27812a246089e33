"""Text that people type: cleaned the same way everywhere before it is kept."""

import unicodedata

from ibreflect.errors import InputError

LONGEST_NAME = 80
LONGEST_TEXT = 4000
LONGEST_REMARK = 500

# Invisible, but it holds an emoji of several parts together.
_JOINER = "\u200d"


def cleaned(text: str) -> str:
    """The text in NFC, without control, direction and invisible characters or space around it."""
    kept = "".join(
        character
        for character in text.replace("\r\n", "\n")
        if character in "\n\t" + _JOINER
        or unicodedata.category(character) not in {"Cc", "Cf", "Cn", "Cs"}
    )
    return unicodedata.normalize("NFC", kept).strip()


def name(text: str, what: str) -> str:
    """A name on one line of 1 to 80 characters; InputError says which name is missing or long."""
    one_line = " ".join(cleaned(text).split())
    if not one_line.strip(_JOINER):
        raise InputError(f"Vul {what} in.")
    if len(one_line) > LONGEST_NAME:
        raise InputError(
            f"Kort {what} in tot {LONGEST_NAME} tekens; nu zijn het er {len(one_line)}."
        )
    return one_line


def free_text(text: str) -> str:
    """A text of at most 4,000 characters; InputError says how much too long it is."""
    return _at_most(text, LONGEST_TEXT)


def remark(text: str) -> str:
    """What others write at an open question: at most 500 characters, as `free_text`."""
    return _at_most(text, LONGEST_REMARK)


def _at_most(text: str, longest: int) -> str:
    body = cleaned(text)
    if len(body) > longest:
        raise InputError(
            f"Je tekst is {len(body)} tekens lang; er passen er {longest}. Kort hem in: tot "
            "die tijd blijft de vorige tekst bewaard."
        )
    return body
