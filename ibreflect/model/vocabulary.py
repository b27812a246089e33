"""Which words an organisation uses; only what is shown changes, never what is kept."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple


class Calling(StrEnum):
    """What the person who does this work is called."""

    IB_COORDINATOR = "iber"
    QUALITY_COORDINATOR = "kcer"


class RoleNames(StrEnum):
    """Whose names for the roles are used: those of the 2022 standard, or Van Alem's four."""

    STANDARD = "standaard"
    VAN_ALEM = "van_alem"


CALLINGS = {
    Calling.IB_COORDINATOR: "ib'er (intern begeleider)",
    Calling.QUALITY_COORDINATOR: "kc'er (kwaliteitscoördinator)",
}
ROLE_SETS = {
    RoleNames.STANDARD: "leercoördinator, trendanalist en zorgregisseur",
    RoleNames.VAN_ALEM: (
        "leercoach, data-analist en zorgexpert, met de procesregisseur waar ze samenkomen"
    ),
}

_OF_PERSON = {"ib'er": "kc'er"}
_OF_ROLES = {
    "leercoördinator": "leercoach",
    "trendanalist": "data-analist",
    "zorgregisseur": "zorgexpert",
    "waar de rollen samenkomen": "procesregisseur: waar de rollen samenkomen",
    "alle drie de rollen": "procesregisseur (alle drie de rollen)",
}
# The abbreviations stand alone in figures; inside the id of a statement they are no words.
_SHORT = {"TA": "DA", "ZR": "ZE"}


class Vocabulary(NamedTuple):
    """The words in use; the default is that of the standard."""

    calling: Calling = Calling.IB_COORDINATOR
    role_names: RoleNames = RoleNames.STANDARD

    def said(self, text: str) -> str:
        """The text in these words; a capital at the start of a word stays a capital."""
        words = _words(self)
        if not words:
            return text
        return _pattern(self).sub(lambda found: words[found[0]], text)


@cache
def _words(vocabulary: Vocabulary) -> Mapping[str, str]:
    words: dict[str, str] = {}
    if vocabulary.calling is Calling.QUALITY_COORDINATOR:
        words |= _OF_PERSON
    if vocabulary.role_names is RoleNames.VAN_ALEM:
        words |= _OF_ROLES
    capitals = {_with_capital(old): _with_capital(new) for old, new in words.items()}
    short = _SHORT if vocabulary.role_names is RoleNames.VAN_ALEM else {}
    return {**words, **capitals, **short}


@cache
def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = sorted(_words(vocabulary).keys() - _SHORT.keys(), key=len, reverse=True)
    alone = [rf"\b{short}\b" for short in _SHORT if short in _words(vocabulary)]
    return re.compile("|".join([*map(re.escape, words), *alone]))


def _with_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
