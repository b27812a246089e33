"""A CSV file as spreadsheets write it: its lines, taken apart into cells."""

import codecs
import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

from ibreflect.errors import InputError
from ibreflect.usecases import entering

LARGEST_BYTES = 1024 * 1024

_NO_TEXT = (
    "Dit is geen CSV-bestand. Kies in Excel bij Opslaan als voor CSV UTF-8 (door komma's "
    "gescheiden) en neem dat bestand."
)
_TOO_LARGE = (
    "Dit bestand is groter dan 1 MB. Een lijst van scholen en mensen past daar ruim in: kies een "
    "ander bestand, of knip dit in stukken."
)


class Record(NamedTuple):
    """A line of the file (from 1, where it begins) that holds something."""

    line: int
    cells: Sequence[str]


class Table(NamedTuple):
    """The lines that hold something; `broken_line` is the first that cannot be taken apart."""

    records: tuple[Record, ...]
    broken_line: int | None


def records(content: bytes) -> Table:
    """Every line that is not empty, up to the first that cannot be taken apart.

    Takes UTF-8, UTF-16 with a mark in front, or Windows-1252, with ; or , or tabs between fields.
    InputError for a file that is larger than 1 MB or is no text.
    """
    text = _text(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    found: list[Record] = []
    line = 1
    try:
        for cells in reader:
            if any(entering.cleaned(cell) for cell in cells):
                found.append(Record(line, cells))
            line = reader.line_num + 1
    except csv.Error:
        return Table(tuple(found), line)
    # Excel may be told the separator on a line of its own.
    if found and found[0].cells[0].casefold().startswith("sep="):
        del found[0]
    return Table(tuple(found), None)


def _text(content: bytes) -> str:
    if len(content) > LARGEST_BYTES:
        raise InputError(_TOO_LARGE)
    is_utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if is_utf16 else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text or content.startswith(b"PK\x03\x04"):
            break
        return text
    raise InputError(_NO_TEXT)


def _delimiter(text: str) -> str:
    first = text.lstrip().split("\n", 1)[0]
    if first.casefold().startswith("sep=") and first[4:5] in {";", ","}:
        return first[4]
    return max(";,\t", key=first.count)
