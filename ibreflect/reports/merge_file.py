"""The links of a group as a table for mail merge in Word and Outlook, or for any spreadsheet.

Names were typed by people, so no cell may become a formula, whatever stands in it.
"""

import codecs
import csv
from collections.abc import Iterable
from io import BytesIO, StringIO
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ibreflect.questionnaires.xlsform_layout import to_cell
from ibreflect.reports.plain import one_line, some_lines

_WIDTHS = {"Naam": 28, "Adres": 34, "Groep": 16, "Link": 60, "Tekst": 80}
_FORMULA_STARTS = ("=", "+", "-", "@")
_AS_TEXT = "@"
_HEADING = Font(bold=True)
_ON_TOP = Alignment(wrap_text=True, vertical="top")


class MergeRow(NamedTuple):
    """One person: name and mail address (may be empty), group in words, link, text to send."""

    name: str
    address: str
    group: str
    link: str
    text: str


def merge_file(rows: Iterable[MergeRow]) -> bytes:
    """The bytes of an .xlsx file with one sheet: a bold heading, and a row for each person.

    Every cell is text, also what looks like a formula. Invisible characters are left out.
    """
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Uitnodigingen"
    sheet.freeze_panes = "A2"
    for column, (heading, width) in enumerate(_WIDTHS.items(), start=1):
        sheet.cell(1, column, heading).font = _HEADING
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(rows, start=2):
        for column, text in enumerate(_printable(row), start=1):
            _put(sheet, (number, column), text)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def merge_csv(rows: Iterable[MergeRow]) -> bytes:
    """The same table as a CSV file that Dutch Excel opens: UTF-8 with BOM, ';' between cells.

    A cell that a spreadsheet would read as a formula gets an apostrophe in front.
    """
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow(_WIDTHS)
    writer.writerows([_harmless(text) for text in _printable(row)] for row in rows)
    return codecs.BOM_UTF8 + file.getvalue().encode()


def _printable(row: MergeRow) -> tuple[str, ...]:
    *cells, text = row
    return *(one_line(each) for each in cells), some_lines(text)


def _put(sheet: Worksheet, place: tuple[int, int], text: str) -> None:
    cell = sheet.cell(*place)
    cell.alignment = _ON_TOP
    cell.number_format = _AS_TEXT
    if not text:
        return
    # A link can hold "_x12ab_" by chance, which a spreadsheet would read as one character.
    cell.value = to_cell(text)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(_FORMULA_STARTS)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
