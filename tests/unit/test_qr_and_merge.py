"""Links on paper and in a table for mail merge."""

import csv
import re
import xml.etree.ElementTree as ET
from io import BytesIO, StringIO
from urllib.parse import unquote

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ibreflect.questionnaires.xlsform_layout import from_cell
from ibreflect.reports.merge_file import MergeRow, merge_csv, merge_file
from ibreflect.reports.plain import one_line, some_lines
from ibreflect.reports.qr import qr_picture
from tests.unit.letters import LINK

HEADINGS = ["Naam", "Adres", "Groep", "Link", "Tekst"]
SVG = "{http://www.w3.org/2000/svg}"
START = "data:image/svg+xml;charset=utf-8,"
MOVE = re.compile(r"([Mmh])(-?[\d.]+)(?: ?(-?[\d.]+))?")
FORMULAS = ("=1+1", '=HYPERLINK("https://elders.nl")', "+31 6", "-2", "@SOM(A1)", "\t=1+1", "\r=1")
texts = st.text(max_size=60) | st.sampled_from(FORMULAS) | st.sampled_from(["_x0041_", "a\nb", ""])
merge_rows = st.builds(MergeRow, texts, texts, texts, texts, texts)


def _dark(picture: str) -> set[tuple[int, int]]:
    """The dark modules (row, column) of a picture, quiet zone included."""
    document = ET.fromstring(unquote(picture.removeprefix(START)))  # noqa: S314 -- our own
    (lines,) = [path for path in document.iter(f"{SVG}path") if path.get("stroke") == "#000"]
    dark: set[tuple[int, int]] = set()
    x, y = 0.0, 0.0
    for command, first, second in MOVE.findall(str(lines.get("d"))):
        match command:
            case "M":
                x, y = float(first), float(second)
            case "m":
                x, y = x + float(first), y + float(second)
            case _:
                dark |= {(int(y), int(x) + step) for step in range(int(first))}
                x += float(first)
    return dark


@pytest.mark.parametrize("link", [LINK, "https://scan.school.nl/u/kort"])
def test_the_picture_is_the_code_of_the_link(link: str) -> None:
    code = segno.make(link, error="m", micro=False)
    expected = {
        (row + 4, column + 4)
        for row, modules in enumerate(code.matrix)
        for column, module in enumerate(modules)
        if module
    }

    assert _dark(qr_picture(link)) == expected


def test_the_picture_is_dark_on_white_with_a_quiet_zone() -> None:
    picture = qr_picture("https://scan.school.nl/u/" + "a" * 43)
    document = ET.fromstring(unquote(picture.removeprefix(START)))  # noqa: S314 -- our own

    # 68 bytes at level M: version 5 (at most 84), 37 modules, and four on either side.
    assert document.get("viewBox") == "0 0 45 45"
    assert document.get("width") is None
    paper, _ = document.iter(f"{SVG}path")
    assert (paper.get("fill"), paper.get("d")) == ("#fff", "M0 0h45v45h-45z")


def test_a_long_link_is_still_corrected_at_level_m() -> None:
    assert segno.make(LINK, error="m", micro=False).error in {"M", "Q", "H"}


def test_the_workbook_is_ready_for_mail_merge() -> None:
    row = MergeRow("Tom Bakker", "tom@school.nl", "leraar", LINK, f"Hallo Tom,\n\n{LINK}")
    sheet = load_workbook(BytesIO(merge_file([row]))).worksheets[0]

    assert [cell.value for cell in sheet[1]] == HEADINGS
    assert all(cell.font.b for cell in sheet[1])
    assert [cell.value for cell in sheet[2]] == list(row)
    assert sheet.column_dimensions["E"].width == 80
    assert sheet.freeze_panes == "A2"


@given(rows=st.lists(merge_rows, max_size=4))
def test_no_cell_of_the_workbook_is_a_formula(rows: list[MergeRow]) -> None:
    sheet = load_workbook(BytesIO(merge_file(rows))).worksheets[0]
    cells = [cell for line in sheet.iter_rows(min_row=2) for cell in line if cell.value is not None]

    assert {cell.data_type for cell in cells} <= {"s"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(tuple("=+-@")))
    assert [from_cell(str(cell.value)) for cell in cells] == [
        text for row in rows for text in _as_shown(row) if text
    ]


def test_a_link_that_holds_an_escape_by_chance_stays_whole() -> None:
    link = "https://scan.school.nl/u/k3_x0041_9"
    content = merge_file([MergeRow("Tom", "tom@school.nl", "leraar", link, link)])
    cell = load_workbook(BytesIO(content)).worksheets[0]["D2"]

    # ECMA-376, 22.9.2.19: _x0041_ in a file is the letter A, and _x005F_ the underscore.
    assert cell.value == "https://scan.school.nl/u/k3_x005F_x0041_9"


@given(rows=st.lists(merge_rows, max_size=4))
def test_no_cell_of_the_csv_is_a_formula(rows: list[MergeRow]) -> None:
    content = merge_csv(rows)
    assert content.startswith(b"\xef\xbb\xbf")
    heading, *lines = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")

    assert heading == HEADINGS
    assert not [cell for line in lines for cell in line if cell.startswith(tuple("=+-@\t\r"))]
    assert [[cell.removeprefix("'") for cell in line] for line in lines] == [
        [cell.removeprefix("'") for cell in _as_shown(row)] for row in rows
    ]


def test_a_cell_that_looks_like_a_formula_gets_an_apostrophe() -> None:
    row = MergeRow("=1+1", "tom@school.nl", "leraar", LINK, "-")

    assert merge_csv([row]).decode("utf-8-sig").splitlines()[1] == (
        f"'=1+1;tom@school.nl;leraar;{LINK};'-"
    )


@pytest.mark.parametrize(
    ("typed", "line"),
    [("Tom\r\nBcc: x", "Tom Bcc: x"), ("  Tom \t Bakker ", "Tom Bakker"), ("a\u202eb\x00", "a b")],
)
def test_what_cannot_be_printed_becomes_a_space(typed: str, line: str) -> None:
    assert one_line(typed) == line


def _as_shown(row: MergeRow) -> list[str]:
    return [*map(one_line, row[:-1]), some_lines(row.text)]
