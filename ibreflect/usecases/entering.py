"""Text that people type: cleaned the same way everywhere before it is kept."""

import unicodedata

from ibreflect.errors import InputError

LONGEST_NAME = 80
LONGEST_TEXT = 4000

_BIDI = set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def cleaned(text: str) -> str:
    """The text in NFC, without control and direction characters, without space around it."""
    kept = (
        character
        for character in unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
        if character in "\n\t"
        or (unicodedata.category(character) not in {"Cc", "Cs", "Cn"} and character not in _BIDI)
    )
    return "".join(kept).strip()


def name(text: str, what: str) -> str:
    """A name on one line of 1 to 80 characters; InputError says which name is missing or long."""
    one_line = " ".join(cleaned(text).split())
    if not one_line:
        raise InputError(f"Vul {what} in.")
    if len(one_line) > LONGEST_NAME:
        raise InputError(
            f"Kort {what} in tot {LONGEST_NAME} tekens; nu zijn het er {len(one_line)}."
        )
    return one_line


def free_text(text: str) -> str:
    """A text of at most 4,000 characters; InputError says how much too long it is."""
    body = cleaned(text)
    if len(body) > LONGEST_TEXT:
        raise InputError(
            f"Je tekst is {len(body)} tekens lang; er passen er {LONGEST_TEXT}. Kort hem in: tot "
            "die tijd blijft de vorige tekst bewaard."
        )
    return body
