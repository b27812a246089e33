"""Where everything of a questionnaire stands in a spreadsheet: the sheets and their headings.

`survey`, `choices` and `settings` are XLSForm (https://xlsform.org), which other programs read too;
the other sheets, and the columns with a Dutch heading, hold what XLSForm has no place for.
"""

import re

from ibreflect.model.questionnaire import RaterGroup

SURVEY = "survey"
CHOICES = "choices"
SETTINGS = "settings"
ABOUT = "vragenlijst"
SOURCES = "bronnen"

BEGIN = "begin_group"
END = "end_group"
NOTE = "note"
ANSWERS = "antwoorden"
WISH = "wens"
ITEM_TYPE = f"select_one {ANSWERS}"
WISH_TYPE = f"select_one {WISH}"
YES = "ja"

OF_SETTINGS = {"form_title": "titel", "form_id": "id", "version": "versie"}
"""The headings of `settings`, and the keys of the questionnaire below them."""

OF_ABOUT = {
    "Soort": "soort",
    "Paneel": "paneel",
    "Vorm": "vorm",
    "Wens": "wens",
    "Editie": "editie",
    "Grondslag": "grondslag",
    "Doel": "doel",
    "Minuten": "minuten",
}
"""What stands in the first column of `vragenlijst`, and the key whose value stands beside it."""

MAY_BE_EMPTY = {"soort", "paneel", "vorm", "wens", "rol", "rollen"}

OF_SCALE = {"name": "id", "label": "titel", "Domein": "domein", "Rol": "rol"}
OF_ITEM = {"name": "id", "label": "ik", "Tekst voor anderen": "ander"}
LISTS_OF_ITEM = {"Rollen": "rollen", "Wie het ziet": "ziet", "Bron": "bron"}
INFERRED = "Afgeleid"
VOICES = {f"Stem {group}": group for group in RaterGroup}
"""The column with the words of each group."""

SOURCE_KEY = "Sleutel"
OF_SOURCE = {"Bestand": "bestand", "Titel": "titel"}

HEADINGS = {
    SURVEY: (
        *("type", "name", "label", "Tekst voor anderen", "Wie het ziet", "Bron", INFERRED),
        *("Rollen", "Domein", "Rol", *VOICES),
    ),
    CHOICES: ("list_name", "name", "label"),
    SETTINGS: tuple(OF_SETTINGS),
    ABOUT: ("Wat", "Inhoud"),
    SOURCES: (SOURCE_KEY, *OF_SOURCE),
}
"""Every sheet with its headings."""

OPTIONAL = {INFERRED, "Rollen", "Rol", *VOICES}
"""Headings that a sheet can do without."""

_LIKE_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile(r"_x(005F|000D)_")


def to_cell(text: str) -> str:
    """The text as a cell of an xlsx file keeps it: `_x000D_` there stands for a character."""
    return _LIKE_ESCAPE.sub("_x005F_", text).replace("\r", "_x000D_")


def from_cell(text: str) -> str:
    """The text that a cell keeps."""
    return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)
