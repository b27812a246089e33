"""The good questionnaire as a spreadsheet, and how tests spoil one cell of it."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from ibreflect.errors import QuestionnaireError
from ibreflect.questionnaires.load import parse
from ibreflect.questionnaires.xlsform_in import read
from ibreflect.questionnaires.xlsform_out import xlsform
from tests.unit.example_questionnaire import GOOD


def good_workbook(text: str = GOOD) -> Workbook:
    """The spreadsheet of a questionnaire, open for spoiling."""
    return load_workbook(BytesIO(xlsform(parse(text, "proef.yaml"))))


def saved(workbook: Workbook) -> bytes:
    """The bytes that a spreadsheet program would save."""
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def told(content: bytes) -> list[str]:
    """Every problem in a file."""
    with pytest.raises(QuestionnaireError) as raised:
        read(content, "proef.xlsx")
    return str(raised.value).splitlines()
