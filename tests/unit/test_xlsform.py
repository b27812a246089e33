"""Questionnaires as spreadsheets and back: nothing gets lost, and every program can read them."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook
from pyxform.xls2xform import convert  # type: ignore[import-untyped]

from ibreflect.model.questionnaire import Questionnaire
from ibreflect.questionnaires.load import Instrument, load_folder, parse
from ibreflect.questionnaires.writing import writing
from ibreflect.questionnaires.xlsform_in import read
from ibreflect.questionnaires.xlsform_out import xlsform
from tests.unit.example_questionnaire import GOOD, changed
from tests.unit.generated_questionnaires import questionnaires
from tests.unit.workbooks import good_workbook, saved, told

SHIPPED = load_folder(Path(__file__).resolve().parents[2] / "questionnaires")
every_shipped = pytest.mark.parametrize("shipped", SHIPPED, ids=lambda each: each.questionnaire.id)


@given(questionnaires())
def test_what_is_written_as_yaml_reads_back_the_same(questionnaire: Questionnaire) -> None:
    assert parse(writing(questionnaire), "proef.yaml") == questionnaire


@settings(max_examples=40)
@given(questionnaires())
def test_a_spreadsheet_reads_back_the_same(questionnaire: Questionnaire) -> None:
    assert read(xlsform(questionnaire), "proef.xlsx") == questionnaire


@every_shipped
def test_a_shipped_questionnaire_survives_both_ways(shipped: Instrument) -> None:
    asked = shipped.questionnaire
    assert parse(writing(asked), "proef.yaml") == asked
    through_excel = read(xlsform(asked), "proef.xlsx")
    assert through_excel == asked
    assert writing(through_excel) == writing(asked)


@every_shipped
def test_what_is_written_is_an_xlsform(shipped: Instrument) -> None:
    asked = shipped.questionnaire
    form = convert(BytesIO(xlsform(asked)), validate=False)
    assert form.warnings == []
    wishes = len(asked.items) if asked.wish else 0
    assert form.xform.count("<select1 ") == len(asked.items) + wishes
    assert form.xform.count("<group ") == len(asked.scales)
    assert f'id="{asked.id}" version="{asked.version}"' in form.xform


def test_canonical_yaml_is_made_for_people() -> None:
    long_text = "Een uitleg die langer is dan een regel " * 5
    text = writing(parse(changed("uitleg: Over leren.", f"uitleg: {long_text}"), "proef.yaml"))
    assert "\n  - {waarde: 1, woord: bijna nooit}\n" in text
    assert "\n        ziet: [leraar, collega]\n" in text
    assert "\n    uitleg: >-\n      Een uitleg die" in text
    assert "soort" not in text
    assert max(len(line) for line in text.splitlines()) <= 110


def test_a_text_that_looks_like_a_formula_stays_text() -> None:
    text = GOOD.replace("Ik stel vragen.", '"=SOM(A1:A9)"').replace("Over leren.", "'@morgen'")
    sheet = good_workbook(text)["survey"]
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row}
    for shown in ("=SOM(A1:A9)", "@morgen"):
        assert cells[shown].data_type == "s"
        assert cells[shown].quotePrefix
    assert read(saved(good_workbook(text)), "x.xlsx").items[0].self_text == "=SOM(A1:A9)"


def test_what_a_spreadsheet_program_saves_again_is_still_the_same() -> None:
    assert read(saved(good_workbook()), "proef.xlsx") == parse(GOOD, "proef.yaml")


def test_an_editor_adds_a_statement_as_one_row() -> None:
    workbook = good_workbook()
    survey = workbook["survey"]
    survey.insert_rows(5)
    new = ("select_one antwoorden", "LC2", "Ik luister.", "De ib'er luistert.", "leraar")
    for column, content in enumerate((*new, "000 r.3", None, "learning_coordinator"), start=1):
        survey.cell(5, column, content)
    workbook["settings"]["C2"] = "1.1.0"
    questionnaire = read(saved(workbook), "proef.xlsx")
    assert questionnaire.version == "1.1.0"
    assert [item.id for item in questionnaire.items] == ["LC1", "LC2", "PR1"]


def test_all_problems_come_at_once_by_sheet_and_row() -> None:
    workbook = good_workbook()
    workbook["survey"]["C4"] = "Ik stel <b>geen</b> vragen."
    workbook["survey"]["B8"] = "LC1"
    workbook["settings"]["C2"] = 1.0
    workbook["vragenlijst"]["B9"] = 90
    workbook["bronnen"]["A2"] = 0
    workbook["choices"]["C3"] = "vaak"
    found = told(saved(workbook))
    places = [sentence.split(": ")[0] for sentence in found]
    assert places == sorted(places, key=places.index)
    for place, says in (
        ("proef.xlsx, blad survey, rij 4, 'label'", "de tekst bevat HTML"),
        ("proef.xlsx, blad survey, rij 4, 'label'", "bevat de ontkenning 'geen'"),
        ("proef.xlsx, blad survey, rij 8, 'name'", "'LC1' staat er al"),
        ("proef.xlsx, blad choices, rij 5, 'label'", "'vaak' staat er al"),
        (
            "proef.xlsx, blad settings, rij 2, 'version'",
            "hier hoort tekst, maar er staat het getal",
        ),
        ("proef.xlsx, blad vragenlijst, rij 9, 'Minuten'", "het getal 90 is te hoog"),
        ("proef.xlsx, blad bronnen, rij 2, 'Sleutel'", "hier hoort tekst, maar er staat het getal"),
    ):
        assert any(each.startswith(place) and says in each for each in found), (place, found)


def test_the_words_of_a_wish_follow_from_the_answers() -> None:
    text = changed("minuten: 5", "minuten: 5\nwens: zelfde_schaal")
    assert read(saved(good_workbook(text)), "x.xlsx") == parse(text, "x.yaml")
    workbook = good_workbook(text)
    wish = next(row for row in workbook["choices"].iter_rows() if row[0].value == "wens")
    wish[2].value = "liever nooit"
    (said,) = told(saved(workbook))
    assert "de woorden van een wens liggen vast" in said
    assert "bijna nooit, soms, regelmatig, vaak, bijna altijd" in said


def test_every_heading_is_bold_and_the_cells_are_text() -> None:
    workbook = load_workbook(BytesIO(xlsform(parse(GOOD, "proef.yaml"))))
    for sheet in workbook.worksheets:
        assert sheet["A1"].font.bold
    assert workbook["settings"]["C2"].number_format == "@"
