"""From the bytes of a spreadsheet to its cells, without trusting the file.

What a file may weigh is decided before the library that reads it sees it. Whatever else is wrong is
told by sheet and row, all of it at once.
"""

import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NamedTuple

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ibreflect.questionnaires.problem import INVISIBLE, quoted
from ibreflect.questionnaires.xlsform_layout import from_cell

MAX_BYTES = 1024 * 1024
MAX_UNPACKED = 8 * 1024 * 1024
MAX_PARTS = 100
MAX_TAGS = 100_000
MAX_RANGE = 10_000
MAX_ROWS = 3000
MAX_COLUMNS = 50

_PACKED_AS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_MACROS = re.compile(r"vbaProject|macrosheets|activeX", re.IGNORECASE)
# For every cell of these openpyxl makes an object, also for the seventeen billion of a whole sheet.
_RANGES = re.compile(rb"<[^\s<>/]*(?:mergeCell|hyperlink)\s(?:\s*ref=[\"']([A-Z0-9:]+)[\"'])?")
_KINDS = {"d": "een datum", "b": "WAAR of ONWAAR", "e": "een foutmelding", "f": "een formule"}

_AnyCell = Cell | MergedCell

Content = str | int
"""What a cell may hold: text without spaces around it, or a whole number."""


class Place(NamedTuple):
    """Where something stands: the sheet, the row from 1 (0 for the whole file) and the heading."""

    sheet: str
    row: int
    name: str = ""


class Fault(NamedTuple):
    """Something wrong in a spreadsheet."""

    place: Place
    what: str
    remedy: str


class Row(NamedTuple):
    """The filled cells of one row, by heading."""

    number: int
    cells: Mapping[str, Content]


class Cells(NamedTuple):
    """Every row below the headings that holds something, by sheet; and what could not be used."""

    rows: Mapping[str, tuple[Row, ...]]
    headings: Mapping[str, tuple[str, ...]]
    faults: tuple[Fault, ...]


def read_cells(content: bytes) -> Cells:
    """The cells of an .xlsx file of at most 1 MB; never raises.

    Bounded: 8 MB unpacked, 100 parts, 100 000 tags, 10 000 cells in ranges, and 3000 rows and 50
    columns per sheet.
    """
    refused = _unreadable(content)
    workbook = None if refused else _opened(content)
    if workbook is None:
        what = "het bestand is beschadigd en kan niet worden gelezen"
        remedy = "Open het in je rekenprogramma en bewaar het opnieuw als .xlsx."
        return Cells({}, {}, (refused or _of_file(what, remedy),))
    sheets = {name: workbook[name] for name in workbook.sheetnames}
    found = {name: _Sheet(sheet) for name, sheet in sheets.items() if isinstance(sheet, Worksheet)}
    return Cells(
        {name: tuple(sheet.rows) for name, sheet in found.items()},
        {name: tuple(sheet.headings.values()) for name, sheet in found.items()},
        tuple(fault for sheet in found.values() for fault in sheet.faults),
    )


def _of_file(what: str, remedy: str) -> Fault:
    return Fault(Place("", 0), what, remedy)


def _unreadable(content: bytes) -> Fault | None:
    if len(content) > MAX_BYTES:
        what = f"het bestand is groter dan {MAX_BYTES // 1024 // 1024} MB"
        return _of_file(what, "Haal weg wat er niet in hoort, zoals plaatjes.")
    if content.startswith(_OLD_OR_LOCKED):
        what = "het bestand is beveiligd met een wachtwoord, of het is een oud .xls-bestand"
        return _of_file(what, "Bewaar het zonder wachtwoord als .xlsx.")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _unfit(archive)
    except Exception:  # noqa: BLE001 -- a broken archive makes zipfile raise a dozen kinds of error
        return _of_file("dit is geen Excel-bestand (.xlsx)", "Bewaar het opnieuw als .xlsx.")


def _unfit(archive: zipfile.ZipFile) -> Fault | None:
    parts = archive.infolist()
    names = " ".join(part.filename for part in parts)
    if "xl/workbook.xml" not in names:
        return _of_file("dit is geen Excel-bestand (.xlsx)", "Bewaar het opnieuw als .xlsx.")
    if _MACROS.search(names):
        return _of_file("het bestand bevat macro's", "Bewaar het als .xlsx, zonder macro's.")
    # A part never unpacks to more than it says here, so the sizes can be believed.
    unpacked = sum(part.file_size for part in parts)
    known = all(part.compress_type in _PACKED_AS for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or not known:
        what = "het bestand is uitgepakt te groot"
        return _of_file(what, "Haal lege opgemaakte rijen, plaatjes en andere bladen weg.")
    return _dangerous(archive.read(part) for part in parts if not part.filename.endswith("/"))


def _dangerous(parts: Iterator[bytes]) -> Fault | None:
    tags = ranged = 0
    for part in parts:
        tags += part.count(b"<")
        ranged += sum(_cells_in(ref.decode()) for ref in _RANGES.findall(part))
        # Declarations can blow up when read, and NULs hide them in another encoding.
        if b"<!DOCTYPE" in part or (part.lstrip()[:5] != b"<?xml" and b"\0" in part):
            what = "het bestand bevat onderdelen die hier niet in horen"
            return _of_file(what, "Bewaar het opnieuw als .xlsx, zonder plaatjes.")
    if ranged > MAX_RANGE:
        what = "er zijn te veel cellen samengevoegd of als link gemaakt"
        return _of_file(what, "Splits de cellen en haal de links weg.")
    if tags > MAX_TAGS:
        return _of_file("het bestand heeft te veel cellen", "Haal lege opgemaakte cellen weg.")
    return None


def _cells_in(ref: str) -> int:
    """How many cells a range has; more than any file may have when that cannot be told."""
    try:
        left, top, right, bottom = range_boundaries(ref)
    except ValueError:
        return MAX_RANGE + 1
    if left is None or top is None or right is None or bottom is None:  # whole rows or columns
        return MAX_RANGE + 1
    return (right - left + 1) * (bottom - top + 1)


def _opened(content: bytes) -> Workbook | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about what openpyxl leaves out; all we want is the cells
        try:
            return load_workbook(BytesIO(content), keep_links=False)
        except Exception:  # noqa: BLE001 -- openpyxl lets through whatever its parts raise
            return None


def _own(cells: tuple[_AnyCell, ...]) -> Iterator[Cell]:
    """The cells that can hold something; the others lie under one that was merged."""
    return (cell for cell in cells if isinstance(cell, Cell))


class _Sheet:
    """Reads one sheet: its headings, its rows and what is wrong with them."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self.faults: list[Fault] = []
        self.headings: dict[int, str] = {}
        self.rows: list[Row] = []
        if sheet.max_row > MAX_ROWS or sheet.max_column > MAX_COLUMNS:
            what = f"het blad heeft meer dan {MAX_ROWS} rijen of {MAX_COLUMNS} kolommen"
            self._note(1, "", what, "Haal weg wat onder en naast de vragenlijst staat.")
            return
        for merged in sheet.merged_cells.ranges:
            what = f"de cellen {merged.coord} zijn samengevoegd"
            self._note(merged.min_row, "", what, "Splits ze weer.")
        first, *rest = [*sheet.iter_rows()] or [()]
        self.headings = self._read_headings(first)
        rows = (self._read_row(number, cells) for number, cells in enumerate(rest, start=2))
        self.rows = [row for row in rows if row.cells]

    def _note(self, row: int, name: str, what: str, remedy: str) -> None:
        self.faults.append(Fault(Place(self._sheet.title, row, name), what, remedy))

    def _read_headings(self, cells: tuple[_AnyCell, ...]) -> dict[int, str]:
        found: dict[int, str] = {}
        for cell in _own(cells):
            heading = self._content(cell, cell.coordinate)
            if heading in found.values():
                what = f"de kolom {quoted(str(heading))} staat er twee keer"
                self._note(1, cell.coordinate, what, "Haal er één weg.")
            elif heading != "":
                found[cell.column] = str(heading)
        return found

    def _read_row(self, number: int, cells: tuple[_AnyCell, ...]) -> Row:
        filled: dict[str, Content] = {}
        for cell in _own(cells):
            heading = self.headings.get(cell.column, "")
            content = self._content(cell, heading or cell.coordinate)
            if content == "":
                continue
            if heading:
                filled[heading] = content
            else:
                what = f"cel {cell.coordinate} staat in een kolom zonder naam"
                self._note(cell.row, "", what, "Maak de cel leeg.")
        return Row(number, filled)

    def _content(self, cell: Cell, name: str) -> Content:
        """What the cell holds; "" when it is empty or holds what a questionnaire cannot hold."""
        value: object = cell.value
        if value is None:
            return ""
        if cell.data_type in _KINDS:
            what = f"hier hoort tekst, maar er staat {_KINDS[cell.data_type]}"
            self._note(cell.row, name, what, "Typ de tekst zelf, met een apostrof ervoor.")
            return ""
        if isinstance(value, int):
            return value
        if isinstance(value, str):
            return self._visible(cell, name, value)
        what = "hier hoort tekst, maar er staat een getal met een komma, een datum of een tijd"
        self._note(cell.row, name, what, "Typ de tekst zelf, met een apostrof ervoor.")
        return ""

    def _visible(self, cell: Cell, name: str, text: str) -> str:
        hidden = INVISIBLE.search(text)
        if hidden:
            what = f"er staat een onzichtbaar teken (U+{ord(hidden.group()):04X})"
            self._note(cell.row, name, what, "Haal het weg: typ de tekst in deze cel opnieuw.")
            return "\N{REPLACEMENT CHARACTER}"
        return from_cell(text).strip()
