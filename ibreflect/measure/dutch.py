"""Small Dutch building blocks for sentences: listing, and numbers as words."""

import re
from collections.abc import Sequence

# fmt: off
_UP_TO_TWENTY = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)
# fmt: on
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_LARGEST = 99


def number_word(number: int) -> str:
    """The number in Dutch words, 0-99 ('eenentwintig'); a larger one stays in digits."""
    if number > _LARGEST:
        return str(number)
    if number < len(_UP_TO_TWENTY):
        return _UP_TO_TWENTY[number]
    tens, units = divmod(number, 10)
    if units == 0:
        return _TENS[tens - 2]
    unit = _UP_TO_TWENTY[units].replace("é", "e")
    return f"{unit}{'ën' if unit in ('twee', 'drie') else 'en'}{_TENS[tens - 2]}"


def in_words(text: str) -> str:
    """The text with every whole number in it written as a word."""
    return re.sub(r"\d+", lambda found: number_word(int(found[0])), text)


def listed(parts: Sequence[str]) -> str:
    """'a', 'a en b', 'a, b en c'; at least one part."""
    if len(parts) == 1:
        return parts[0]
    return f"{', '.join(parts[:-1])} en {parts[-1]}"


def starting(sentence: str) -> str:
    """The sentence with its first letter as a capital."""
    return sentence[:1].upper() + sentence[1:]
