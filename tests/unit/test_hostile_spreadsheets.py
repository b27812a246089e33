"""Spreadsheets that are broken, dangerous or just not a questionnaire."""

import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from ibreflect.errors import QuestionnaireError
from ibreflect.questionnaires.xlsform_in import read
from ibreflect.questionnaires.xlsform_layout import HEADINGS
from tests.unit.workbooks import good_workbook, saved, told

CONTENT = saved(good_workbook())


def repacked(**parts: bytes) -> bytes:
    """The good file with these parts (`a__b` stands for `a/b`) added or put in place of its own."""
    new = {name.replace("__", "/"): content for name, content in parts.items()}
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(CONTENT)) as old, zipfile.ZipFile(file, "w", 8) as archive:
        for name in old.namelist():
            archive.writestr(name, new.pop(name, old.read(name)))
        for name, content in new.items():
            archive.writestr(name, content)
    return file.getvalue()


def zipped(name: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, "x")
    return file.getvalue()


_BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
_SHEET = zipfile.ZipFile(BytesIO(CONTENT)).read("xl/worksheets/sheet1.xml")
_WHOLE = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
_CODED = b"<mergeCells><mergeCell ref='A1:&#88;FD1048576'/></mergeCells></worksheet>"
_LINKED = b'<hyperlinks><hyperlink ref="A:XFD"/></hyperlinks></worksheet>'


def _ending(end: bytes) -> bytes:
    """The good file with something behind the rows of its first sheet."""
    sheet = _SHEET.replace(b"</worksheet>", end)
    return repacked(**{"xl__worksheets__sheet1.xml": sheet})


REFUSED_FILES = [
    (b"", "dit is geen Excel-bestand"),
    (b"id: proef\n", "dit is geen Excel-bestand"),
    (b"PK\x03\x04" + b"\0" * 400, "dit is geen Excel-bestand"),
    (CONTENT[:2000], "dit is geen Excel-bestand"),
    (zipped("word/document.xml"), "dit is geen Excel-bestand"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "beveiligd met een wachtwoord"),
    (b"x" * (1024 * 1024 + 1), "groter dan 1 MB"),
    (repacked(xl__vbaProject=b"x"), "bevat macro's"),
    (repacked(xl__big=b" " * 9_000_000), "uitgepakt te groot"),
    (repacked(**{f"xl__part{n}": b"x" for n in range(101)}), "uitgepakt te groot"),
    (repacked(xl__tags=b"<c/>" * 300_001), "te veel cellen"),
    (_ending(_WHOLE), "te veel cellen samengevoegd"),
    (_ending(_CODED), "te veel cellen samengevoegd of"),
    (_ending(_LINKED), "of als link gemaakt"),
    (repacked(xl__bomb=_BOMB), "onderdelen die hier niet in horen"),
    (repacked(xl__bomb=_BOMB.decode().encode("utf-16")), "onderdelen die hier niet in horen"),
    (repacked(**{"xl__workbook.xml": b"<workbook"}), "beschadigd"),
    (repacked(**{"xl__worksheets__sheet1.xml": b"<worksheet><sheetData>"}), "beschadigd"),
]


@pytest.mark.parametrize(("content", "says"), REFUSED_FILES, ids=[s for _, s in REFUSED_FILES])
def test_a_file_that_is_no_questionnaire_is_refused(content: bytes, says: str) -> None:
    (said,) = told(content)
    assert said.startswith("proef.xlsx: ")
    assert says in said


def _set(place: str, content: object) -> Callable[[Workbook], None]:
    sheet, cell = place.split("!")

    def spoil(workbook: Workbook) -> None:
        workbook[sheet][cell].value = content

    return spoil


REFUSED_CELLS = [
    (_set("survey!C4", "=1+1"), "blad survey, rij 4, 'label'", "er staat een formule"),
    (_set("survey!C4", '=HYPERLINK("http://x")'), "blad survey, rij 4", "er staat een formule"),
    (_set("settings!C2", 1), "blad settings, rij 2, 'version'", "er staat het getal 1"),
    (_set("settings!C2", 1.5), "blad settings, rij 2, 'version'", "een getal met een komma"),
    (_set("vragenlijst!B6", 2022), "rij 6, 'Inhoud'", "er staat het getal 2022"),
    (_set("vragenlijst!B6", date(2022, 1, 1)), "rij 6, 'Inhoud'", "er staat een datum"),
    (_set("survey!G4", True), "blad survey, rij 4, 'Afgeleid'", "er staat WAAR of ONWAAR"),  # noqa: FBT003
    (_set("survey!G4", "misschien"), "blad survey, rij 4, 'Afgeleid'", "Schrijf 'ja'"),
    (_set("survey!C4", "Ik\u202e vraag."), "rij 4, 'label'", "onzichtbaar teken (U+202E)"),
    (_set("survey!C4", "Ik **vraag**."), "rij 4, 'label'", "de tekst bevat opmaak"),
    (_set("survey!C4", None), "rij 4, 'label'", "de tekst is leeg"),
    (_set("survey!C4", "x" * 201), "rij 4, 'label'", "langer dan 200 tekens"),
    (_set("survey!B4", "lc1"), "rij 4, 'name'", "heeft niet de juiste vorm"),
    (_set("survey!E4", "meester"), "rij 4, 'Wie het ziet'", "Kies uit: schoolleider"),
    (_set("survey!E4", None), "rij 4, 'Wie het ziet'", "te weinig onderdelen"),
    (_set("survey!F4", "007 r.1"), "rij 4, 'Bron'", "bron '007' staat niet in 'bronnen'"),
    (_set("survey!K4", "Ik vraag."), "rij 4, 'Stem schoolleider'", "staat niet bij 'ziet'"),
    (_set("survey!I4", "leren"), "rij 4, 'Domein'", "hoort niet bij een rij van de soort"),
    (_set("survey!A4", "text"), "rij 4, 'type'", "'text' is hier geen bekend soort rij"),
    (_set("survey!A5", None), "rij 6, 'type'", "de groep hierboven is nog open"),
    (_set("survey!A2", "end_group"), "rij 2, 'type'", "er is hier geen groep om te sluiten"),
    (_set("survey!A2", "note"), "rij 2, 'type'", "deze rij staat niet in een groep"),
    (_set("survey!A4", "note"), "rij 4, 'type'", "deze groep heeft al een uitleg"),
    (_set("survey!A9", None), "rij 8, 'type'", "de laatste groep wordt niet gesloten"),
    (_set("survey!A4", "select_one wens"), "rij 4, 'type'", "vraagt geen wensen"),
    (_set("survey!Q4", "x"), "blad survey, rij 4", "cel Q4 staat in een kolom zonder naam"),
    (_set("survey!Q1", "hint"), "blad survey, rij 1", "de kolom 'hint' is hier niet bekend"),
    (_set("survey!Q1", "label"), "blad survey, rij 1", "'label' staat er twee keer"),
    (_set("survey!C1", "labels"), "blad survey, rij 1", "de kolom 'label' ontbreekt"),
    (_set("choices!A2", "anders"), "choices, rij 2, 'list_name'", "geen bekende lijst"),
    (_set("choices!B2", "7"), "blad choices, rij 2, 'name'", "het getal 7 is te hoog"),
    (_set("choices!C7", "weet niet"), "choices, rij 7, 'label'", "niet de vaste tekst van nvt"),
    (_set("choices!B7", "anders"), "blad choices, rij 7, 'name'", "Kies uit: nvt"),
    (_set("vragenlijst!A6", "Soort"), "vragenlijst, rij 6, 'Wat'", "kan hier niet staan"),
    (_set("vragenlijst!B9", "lang"), "rij 9, 'Minuten'", "hier hoort een heel getal"),
    (_set("vragenlijst!B2", "kernn"), "rij 2, 'Soort'", "Kies uit: kern, module"),
    (_set("settings!A3", "Nog een"), "blad settings, rij 3", "hier hoort maar één rij"),
    (_set("bronnen!A3", "000"), "blad bronnen, rij 3, 'Sleutel'", "staat er twee keer"),
    (_set("bronnen!A3", "<b>"), "blad bronnen, rij 3, 'Sleutel'", "geen sleutel van een bron"),
    (lambda book: book.copy_worksheet(book["choices"]), "proef.xlsx", "is niet bekend"),
    (lambda book: book.remove(book["bronnen"]), "proef.xlsx", "het blad 'bronnen' ontbreekt"),
    (lambda book: book["survey"].merge_cells("C4:D4"), "blad survey, rij 4", "C4:D4 zijn samen"),
    (_set("survey!A3100", "x"), "blad survey, rij 1", "meer dan 3000 rijen"),
    (_set("survey!BZ2", "x"), "blad survey, rij 1", "of 50 kolommen"),
]


@pytest.mark.parametrize(
    ("spoil", "place", "says"), REFUSED_CELLS, ids=[f"{p}: {s}" for _, p, s in REFUSED_CELLS]
)
def test_a_mistake_is_told_with_its_sheet_and_row(
    spoil: Callable[[Workbook], object], place: str, says: str
) -> None:
    workbook = good_workbook()
    spoil(workbook)
    found = told(saved(workbook))
    assert any(place in each and says in each for each in found), found


def test_an_empty_sheet_beside_the_others_harms_nobody() -> None:
    workbook = good_workbook()
    workbook.create_sheet("Blad1")
    assert read(saved(workbook), "proef.xlsx").id == "proef"


def test_a_flood_of_problems_is_cut_off_after_a_hundred() -> None:
    workbook = good_workbook()
    for row in range(20, 300):
        workbook["survey"].cell(row, 1, f"soort {row}")
    found = told(saved(workbook))
    assert len(found) == 101
    assert "er zijn nog meer problemen" in found[-1]


_VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-9, 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["=A1", "LC1", "begin_group", "end_group", "<b>", "000 r.1", "ja", "_x0007_"])
    | st.just(datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None))
)


def _is_told_or_read(content: bytes) -> None:
    try:
        read(content, "proef.xlsx")
    except QuestionnaireError as error:
        said = str(error)
    else:
        return
    assert said
    # The sentence for an error that nobody foresaw.
    assert "kan hier niet staan. Vergelijk" not in said


@settings(max_examples=30)
@given(data=st.data())
def test_any_value_in_any_cell_is_read_or_explained(data: st.DataObject) -> None:
    workbook = good_workbook()
    for _ in range(data.draw(st.integers(1, 3))):
        sheet = workbook[data.draw(st.sampled_from(sorted(HEADINGS)))]
        place = data.draw(st.tuples(st.integers(1, 12), st.integers(1, 17)))
        sheet.cell(*place).value = data.draw(_VALUES)
    _is_told_or_read(saved(workbook))


@settings(max_examples=100)
@given(start=st.integers(0, len(CONTENT)), length=st.integers(0, 60), put=st.binary(max_size=30))
def test_any_mutation_of_the_file_is_read_or_refused(start: int, length: int, put: bytes) -> None:
    _is_told_or_read(CONTENT[:start] + put + CONTENT[start + length :])
