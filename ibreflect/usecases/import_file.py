"""A file that comes from outside: read with limits, or refused with everything that is wrong."""

import io
import json
import math
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ibreflect.errors import InputError
from ibreflect.model.takeaway import FORMAT, SINCE_2, VERSION, TakeAway

MAX_BYTES = 10_000_000
"""Of the file, and of the JSON in it once it is unpacked."""

MOST_PROBLEMS = 20

_MOST_PARTS = 400_000
_MOST_FILES = 20
_JSON_IN_ZIP = f"{FORMAT}.json"

_TOO_LARGE = (
    f"Dit bestand is te groot: hoogstens {MAX_BYTES // 1_000_000} MB. Neem je gegevens opnieuw mee "
    "uit de andere installatie en gebruik dat bestand."
)
_NO_FILE = (
    "Dit is geen bestand met gegevens uit ibreflect. Kies het zip-bestand dat je meenam, of "
    f"{_JSON_IN_ZIP} daaruit."
)
_DAMAGED = (
    "Dit bestand is beschadigd of niet compleet. Neem je gegevens opnieuw mee uit de andere "
    "installatie en probeer het nog eens."
)
_NEWER = (
    "Dit bestand is gemaakt met een nieuwere versie van ibreflect (formaat {found}; hier is dat "
    f"{VERSION}). Laat deze installatie eerst bijwerken."
)
_SENTENCES = {
    "missing": "dit veld ontbreekt",
    "extra_forbidden": "dit veld bestaat niet",
    "enum": "dit woord hoort hier niet",
    "literal_error": "dit woord hoort hier niet",
    "int_type": "hier hoort een heel getal",
    "float_type": "hier hoort een getal",
    "string_type": "hier hoort tekst",
    "bool_type": "hier hoort true of false",
    "string_too_long": "deze tekst is te lang",
    "string_too_short": "hier hoort tekst",
    "too_long": "dit zijn er te veel",
    "too_short": "dit zijn er te weinig",
}
_ANSWER_TAGS = ("constrained-int", "str-enum[NonAnswer]")
_NO_ANSWER = "hier hoort een getal van 1 tot en met 5, of een reden zoals nvt"
_OUT_OF_RANGE = "dit getal valt buiten wat kan"
_WRONG_DAY = "hier hoort een dag, zoals 2026-11-22"
_WRONG = "dit kan hier niet staan"


def read(content: bytes) -> TakeAway:
    """What somebody took along, from the zip file or the JSON in it.

    InputError in Dutch: the file is too large, damaged, of a newer version or something else; or
    each problem in it, on a line of its own, at most 20.
    """
    if len(content) > MAX_BYTES:
        raise InputError(_TOO_LARGE)
    tree = _tree(_unpacked(content))
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise InputError(_NO_FILE)
    found = tree.get("version")
    if type(found) is int and found > VERSION:
        raise InputError(_NEWER.format(found=min(found, 10**9)))
    try:
        # From JSON anew, because that is how days and words are checked strictly.
        written = json.dumps(_as_version_2(tree), ensure_ascii=False)
        return TakeAway.model_validate_json(written.encode())
    except UnicodeEncodeError as error:
        raise InputError(_DAMAGED) from error
    except ValidationError as error:
        raise InputError("\n".join(_problems(error.errors(include_url=False)))) from None


def _unpacked(content: bytes) -> bytes:
    """The JSON: the file itself, or what is in the zip file."""
    if not content.startswith(b"PK"):
        return content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if len(archive.infolist()) > _MOST_FILES or _JSON_IN_ZIP not in archive.namelist():
                raise InputError(_NO_FILE)
            with archive.open(_JSON_IN_ZIP) as file:
                unpacked = file.read(MAX_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise InputError(_DAMAGED) from error
    if len(unpacked) > MAX_BYTES:
        raise InputError(_TOO_LARGE)
    return unpacked


def _tree(content: bytes) -> Any:
    """The values of a JSON text; each key once, no number that is none."""
    if sum(content.count(each) for each in (b",", b"[", b"{")) > _MOST_PARTS:
        raise InputError(_TOO_LARGE)
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_without_doubles,
            parse_constant=_no_number,
            parse_float=_finite,
        )
    except UnicodeDecodeError as error:
        raise InputError(_NO_FILE) from error
    except (ValueError, RecursionError) as error:
        raise InputError(_DAMAGED) from error


def _as_version_2(tree: dict[str, Any]) -> dict[str, Any]:
    """A file of version 1 with nothing in the fields that came later; any other as it is."""
    found = tree.get("version")
    if type(found) is not int or found != 1 or tree.keys() & set(SINCE_2):
        return tree
    return {**tree, **{field: [] for field in SINCE_2}, "version": VERSION}


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """ValueError when a key stands twice: which of the two is meant?"""
    group = dict(pairs)
    if len(group) != len(pairs):
        raise ValueError("double key")
    return group


def _no_number(text: str) -> float:
    raise ValueError(text)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("not finite")
    return number


def _problems(errors: Iterable[ErrorDetails]) -> list[str]:
    """One line for each place; of several errors in one place the first."""
    lines: dict[str, str] = {}
    for error in errors:
        *above, last = error["loc"] or ("",)
        if last in _ANSWER_TAGS:  # one error for each thing that an answer can be
            lines.setdefault(_place(above), _NO_ANSWER)
        else:
            lines.setdefault(_place(error["loc"]), _sentence(error["type"]))
    shown = [f"Bij {place}: {sentence}." for place, sentence in lines.items()]
    if len(shown) <= MOST_PROBLEMS:
        return shown
    return [*shown[:MOST_PROBLEMS], f"En nog {len(shown) - MOST_PROBLEMS} andere."]


def _place(location: Sequence[int | str]) -> str:
    """Where it stands in the file: 'rounds[2].answers.LC1'."""
    words = [f"[{each}]" if isinstance(each, int) else f".{each[:40]}" for each in location[:8]]
    return "".join(words).removeprefix(".") or FORMAT


def _sentence(kind: str) -> str:
    if kind.startswith(("greater_than", "less_than")):
        return _OUT_OF_RANGE
    if kind.startswith("date"):
        return _WRONG_DAY
    return _SENTENCES.get(kind, _WRONG)
