"""What pydantic found, in words for the editor of the file.

One small function per kind of error; an error of an unforeseen kind still gets a sentence.
"""

import difflib
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from ibreflect.model.card import Audience, Card, CardFile
from ibreflect.model.guide import Company, Guide, OpenQuestion, Point, PointScale, Theme
from ibreflect.model.meeting import MeetingFile, MeetingTheme
from ibreflect.model.questionnaire import (
    Form,
    Item,
    Kind,
    NonAnswer,
    Panel,
    Questionnaire,
    RaterGroup,
    Scale,
    WishKind,
)
from ibreflect.model.role import Role
from ibreflect.model.sharing import Part as PicturePart
from ibreflect.questionnaires.layout import keys_of, model_at, value_at
from ibreflect.questionnaires.problem import MAX_SHOWN, Finding, KeyPath, quoted

_CHOICES: dict[str, type[StrEnum]] = {
    "geen_antwoord": NonAnswer,
    "soort": Kind,
    "paneel": Panel,
    "vorm": Form,
    "wens": WishKind,
    "ziet": RaterGroup,
    "voor": Audience,
    "rol": Role,
    "rollen": Role,
    "met": Company,
    "beeld": PicturePart,
}
_NAME = "[key]"
"""What pydantic calls the place of a name that somebody chose for a group of keys."""
_VERSION = "drie getallen met punten ertussen, zoals '1.0.0'"
_SOURCE_LINES = "de bron en de regels, zoals '000 r.25-32'"
_SHORT_NAME = "kleine letters, cijfers en streepjes, zoals 'waar-we-staan'"
_SHAPES: dict[tuple[type[BaseModel] | None, str], str] = {
    (Questionnaire, "id"): "kleine letters, cijfers en streepjes, zoals 'mijn-vragenlijst'",
    **{(each, "versie"): _VERSION for each in (Questionnaire, CardFile, Guide, MeetingFile)},
    (Scale, "id"): "kleine letters, cijfers en lage streepjes, zoals 'trend_analyst'",
    (Item, "id"): "twee tot vier hoofdletters en een nummer, zoals 'LC1'",
    (Item, "bron"): _SOURCE_LINES,
    (Card, "id"): "kleine letters, cijfers en streepjes, zoals 'mijn-kaart'",
    (Card, "bron"): _SOURCE_LINES,
    (Guide, "id"): _SHORT_NAME,
    (PointScale, _NAME): _SHORT_NAME,
    (OpenQuestion, "id"): _SHORT_NAME,
    (OpenQuestion, "bron"): _SOURCE_LINES,
    (Theme, "id"): _SHORT_NAME,
    (Theme, "bron"): _SOURCE_LINES,
    (Theme, "kaarten"): "het id van een kaart, zoals 'mijn-kaart'",
    (MeetingTheme, "id"): _SHORT_NAME,
    (MeetingTheme, "bron"): _SOURCE_LINES,
    (MeetingTheme, "figuren"): "een schaal, zoals 'effect/activity_effect', of mandaat, tijd, …",
    (MeetingTheme, "kaarten"): "het id van een kaart, zoals 'mijn-kaart'",
    (Point, "id"): _SHORT_NAME,
    (Point, "schaal"): "de naam van een schaal, zoals die onder 'schalen' staat",
    (Point, "bron"): _SOURCE_LINES,
}
_TOLD_BY_RULES = ("id_twice", "unknown_scale")
OPTIONS = Finding(
    ("antwoorden",),
    "de waarden van de antwoorden lopen niet van 1 tot en met 5",
    "Geef vijf antwoorden, op volgorde, met waarde 1, 2, 3, 4 en 5.",
)


class _Fault(NamedTuple):
    path: KeyPath
    value: object
    context: Mapping[str, object]
    root: type[BaseModel]

    @property
    def field(self) -> KeyPath:
        """The path up to its last key; for something inside a list that is the list itself."""
        return self.path[:-1] if isinstance(self.path[-1], int) else self.path

    @property
    def key(self) -> str:
        """The last key of the path."""
        return str(self.field[-1])

    @property
    def model(self) -> type[BaseModel] | None:
        """The model that the key belongs to."""
        return model_at(self.root, self.field[:-1])


def translate(error: ErrorDetails, tree: object, root: type[BaseModel]) -> Finding | None:
    """The finding for one pydantic error in `tree`, which was read as the model `root`.

    None when it only follows from another error: a list that got too short because a part of it
    could not be read.
    """
    path = error["loc"]
    fault = _Fault(path, value_at(tree, path), error.get("ctx", {}), root)
    sentence = _SENTENCES.get(error["type"], _unforeseen)
    return sentence(fault)


def _missing(fault: _Fault) -> Finding:
    key = str(fault.path[-1])
    # The line of the part that lacks the key is the only line there is.
    return Finding(fault.path[:-1], f"'{key}' ontbreekt", f"Voeg een regel '{key}: …' toe.")


def _unknown_key(fault: _Fault) -> Finding:
    key = str(fault.path[-1])
    known = keys_of(fault.model) if fault.model else ()
    close = difflib.get_close_matches(key[:MAX_SHOWN], known, n=1)
    remedy = f"Bedoel je '{close[0]}'?" if close else "Haal de sleutel weg."
    return Finding(fault.path, f"{quoted(key)} is hier geen bekende sleutel", remedy)


def _expected(kind: str, remedy: str) -> Callable[[_Fault], Finding]:
    def sentence(fault: _Fault) -> Finding:
        what = f"hier hoort {kind}, maar er staat {_described(fault.value)}"
        return Finding(fault.path, what, remedy)

    return sentence


def _described(value: object) -> str:
    match value:
        case None:
            return "niets"
        case bool():
            return "true" if value else "false"
        case int():
            return f"het getal {value}"
        case str():
            return f"de tekst {quoted(value)}"
        case list():
            return "een lijst"
    return "een groep sleutels"


def _empty_text(fault: _Fault) -> Finding:
    return Finding(fault.path, "de tekst is leeg", "Vul een tekst in.")


def _long_text(fault: _Fault) -> Finding:
    most = fault.context["max_length"]
    return Finding(
        fault.path, f"de tekst is langer dan {most} tekens", f"Kort in tot {most} tekens."
    )


def _pattern(fault: _Fault) -> Finding:
    shape = _SHAPES.get((fault.model, fault.key))
    if shape is None:
        return _unforeseen(fault)
    if fault.key == _NAME:
        what = f"de naam {quoted(str(fault.path[-2]))} heeft niet de juiste vorm"
        return Finding(fault.path[:-1], what, f"Schrijf {shape}.")
    what = f"{_described(fault.value)} heeft niet de juiste vorm"
    return Finding(fault.path, what, f"Schrijf {shape}.")


def _choice(fault: _Fault) -> Finding:
    if fault.key == _NAME:
        group = quoted(str(fault.path[-2]))
        remedy = f"Kies uit: {', '.join(RaterGroup)}."
        return Finding(fault.path[:-1], f"{group} is hier geen bekende sleutel", remedy)
    choices = _CHOICES.get(fault.key)
    if choices is None:
        return _unforeseen(fault)
    what = f"{_described(fault.value)} is hier geen mogelijke keuze"
    return Finding(fault.path, what, f"Kies uit: {', '.join(choices)}.")


def _too_low(fault: _Fault) -> Finding:
    least = fault.context["ge"]
    return Finding(fault.path, f"{_described(fault.value)} is te laag", f"Neem minstens {least}.")


def _too_high(fault: _Fault) -> Finding:
    most = fault.context["le"]
    return Finding(fault.path, f"{_described(fault.value)} is te hoog", f"Neem hoogstens {most}.")


def _short_list(fault: _Fault) -> Finding | None:
    least = fault.context["min_length"]
    given = len(fault.value) if isinstance(fault.value, list) else 0
    if isinstance(least, int) and given >= least:
        return None
    what = f"de lijst heeft te weinig onderdelen ({given})"
    return Finding(fault.path, what, f"Maak er minstens {least} van.")


def _long_list(fault: _Fault) -> Finding:
    most = fault.context["max_length"]
    return Finding(
        fault.path, f"de lijst heeft meer dan {most} onderdelen", f"Maak er hoogstens {most} van."
    )


def _raised(fault: _Fault) -> Finding | None:
    error = str(fault.context.get("error"))
    if error == "options":
        return OPTIONS
    if error in _TOLD_BY_RULES:  # a rule finds each place, with its line; the model only that it is
        return None
    what = "de tekst bevat HTML, zoals <b> of &amp;"
    return Finding(fault.path, what, "Gebruik gewone tekst, zonder opmaak.")


def _unforeseen(fault: _Fault) -> Finding:
    what = f"{_described(fault.value)} kan hier niet staan"
    return Finding(fault.path, what, "Vergelijk deze regel met een bestand dat wel klopt.")


_AS_KEYS = _expected("een groep sleutels", "Zet er sleutels onder, zoals 'titel: …', ingesprongen.")

_SENTENCES: dict[str, Callable[[_Fault], Finding | None]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_type": _expected("tekst", 'Zet gewone tekst neer; een getal tussen "…".'),
    "string_too_short": _empty_text,
    "string_too_long": _long_text,
    "string_pattern_mismatch": _pattern,
    "int_type": _expected("een heel getal", "Zet er een getal neer, zonder aanhalingstekens."),
    "bool_type": _expected("true of false", "Schrijf true (ja) of false (nee)."),
    "tuple_type": _expected("een lijst", "Schrijf [a, b], of elk onderdeel op een regel met '- '."),
    "model_type": _AS_KEYS,
    "dict_type": _AS_KEYS,
    "enum": _choice,
    "greater_than_equal": _too_low,
    "less_than_equal": _too_high,
    "too_short": _short_list,
    "too_long": _long_list,
    "value_error": _raised,
}
