"""What somebody takes along as a workbook: numbers are numbers, days are days, texts are texts.

Texts were typed by people, so no cell may become a formula, whatever stands in it.
"""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ibreflect.model.takeaway import Readable
from ibreflect.questionnaires.xlsform_layout import to_cell
from ibreflect.reports.blocks import Cell
from ibreflect.reports.plain import some_lines
from ibreflect.reports.takeaway_tables import Table, tables

_FORMULA_STARTS = ("=", "+", "-", "@")
_AS_TEXT = "@"
_HEADING = Font(bold=True)
_ON_TOP = Alignment(wrap_text=True, vertical="top")
_TRUTH = {True: "ja", False: "nee"}


def takeaway_xlsx(found: Readable) -> bytes:
    """The bytes of an .xlsx file with a sheet for each kind of thing, headings in bold."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for table in tables(found):
        _fill(workbook.create_sheet(table.title), table)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def _fill(sheet: Worksheet, table: Table) -> None:
    sheet.freeze_panes = "A2"
    for column, (heading, width) in enumerate(table.widths.items(), start=1):
        sheet.cell(1, column, heading).font = _HEADING
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(table.rows, start=2):
        for column, content in enumerate(row, start=1):
            _put(sheet, (number, column), content)


def _put(sheet: Worksheet, place: tuple[int, int], content: Cell) -> None:
    cell = sheet.cell(*place)
    cell.alignment = _ON_TOP
    if isinstance(content, bool):
        content = _TRUTH[content]
    if not isinstance(content, str):
        cell.value = content
        return
    text = some_lines(content)
    cell.number_format = _AS_TEXT
    if text:
        cell.value = to_cell(text)
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_FORMULA_STARTS)
