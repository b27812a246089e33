"""The workbook and the report that somebody takes along."""

import io
import re
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from ibreflect.model.membership import PlaceKind, Position
from ibreflect.model.reflection import REFLECTION_QUESTIONS
from ibreflect.model.round import Period
from ibreflect.model.takeaway import (
    Readable,
    TakeAway,
    TakenAsked,
    TakenDirection,
    TakenPerson,
    TakenPosition,
    TakenRound,
    TakenShare,
)
from ibreflect.model.time import Moment
from ibreflect.reports.blocks import Heading
from ibreflect.reports.pdf_file import BOX, drawn
from ibreflect.reports.takeaway_chapters import chapters
from ibreflect.reports.takeaway_pdf import takeaway_pdf
from ibreflect.reports.takeaway_tables import tables
from ibreflect.reports.takeaway_xlsx import takeaway_xlsx
from tests.store import scans
from tests.unit import taken_work

DAY = date(2026, 12, 1)
FORMULAS = ("=1+1", "+31", "-2", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\t=1", "\uff1d1")


def _found(text: str = "Rust", name: str = "Noor") -> Readable:
    """Somebody with one round of one text and two answers."""
    asked = scans.instrument().questionnaire
    taken = TakeAway(
        format="ibreflect-gegevens",
        version=2,
        made_on=DAY,
        person=TakenPerson(
            name=name,
            address="",
            positions=(
                TakenPosition(
                    position=Position.IB_COORDINATOR,
                    place_kind=PlaceKind.SCHOOL,
                    place="De Wilg",
                    since=DAY,
                    until=None,
                ),
            ),
        ),
        questionnaires=(),
        rounds=(
            TakenRound(
                school="De Wilg",
                school_year="2026/2027",
                period=Period.AUTUMN,
                is_open=True,
                handed_in=True,
                asked=(TakenAsked(id=asked.id, version=asked.version),),
                answers={"LC1": 4, "LC3": asked.non_answers[-1]},
                context={"fase": "bouwen"},
                texts={"opdracht:school": text},
                time=(TakenShare(split="werk", part="preventief", moment=Moment.NOW, percent=40),),
                others=None,
            ),
        ),
        directions=(
            TakenDirection(school="De Wilg", recorded_on=DAY, point=2, reason="Omdat het past."),
        ),
        agreements=(),
        goals=(taken_work.goal(text[:300]),),
        log=(taken_work.log_entry(text[:500]),),
        reflections=(taken_work.answer(text),),
        conversations=(taken_work.conversation(text),),
        shares=(),
        events=(),
    )
    return Readable(taken, {(asked.id, asked.version): asked})


def test_numbers_days_and_texts_are_what_they_are_in_the_workbook() -> None:
    book = load_workbook(io.BytesIO(takeaway_xlsx(_found())))
    answers = [[cell.value for cell in row] for row in book["Antwoorden"]]
    assert answers[0][-3:] == ["Stelling", "Getal", "Antwoord"]
    assert [row[-2:] for row in answers[1:]] == [
        [4, scans.instrument().questionnaire.words[3]],
        [None, "ligt bij ons bij een ander"],
    ]
    assert book["Tijd"]["F2"].value == 40
    assert book["Koers"]["B2"].value == datetime(2026, 12, 1)  # noqa: DTZ001
    assert book["Meetrondes"]["D2"].value == "ja"


def test_goals_the_log_and_conversations_are_in_words_in_the_workbook() -> None:
    book = load_workbook(io.BytesIO(takeaway_xlsx(_found())))
    rows = {sheet.title: [cell.value for cell in sheet[2]] for sheet in book}
    assert rows["Doelen"][8] == "gelukt"
    assert rows["Logboek"][2:5] == ["activiteit", "Rust", "gedrag"]
    assert rows["Logboek"][7:10] == ["trendanalist én zorgregisseur", 60, "ja"]
    assert rows["Reflectievragen"][1:] == [REFLECTION_QUESTIONS[0].text, "Rust"]
    assert rows["Gesprekken"][1:6] == [
        "9.30 uur",
        "Reflectiegesprek",
        "De Wilg",
        "schoolleider",
        "ib'er",
    ]
    assert rows["Verslagen"][2:] == [1, "besproken", "Rollen", "Rust"]


def test_every_typed_text_is_in_the_report_and_no_heading_is_skipped() -> None:
    found = list(chapters(_found("Iets bijzonders")))
    levels = [block.level for block in found if isinstance(block, Heading)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    written = "\n".join(str(block) for block in found)
    # The round 1; goal 5, log 3, reflection 1; prepared, on the table, note; report 1, 1 and 3.
    assert written.count("Iets bijzonders") == 18


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str) -> None:
    book = load_workbook(io.BytesIO(takeaway_xlsx(_found(text, name=text.strip()))))
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row}
    assert kinds <= {"s", "n", "d"}
    assert book["Teksten"]["D2"].value == text.strip()


def test_every_kind_has_a_sheet_with_its_headings() -> None:
    book = load_workbook(io.BytesIO(takeaway_xlsx(_found())))
    assert book.sheetnames == [table.title for table in tables(_found())]
    assert all(sheet.freeze_panes == "A2" for sheet in book)


def test_rows_are_as_wide_as_their_headings() -> None:
    for table in tables(_found()):
        assert {len(row) for row in table.rows} <= {len(table.widths)}


def test_the_report_is_tagged_and_the_same_every_time() -> None:
    made = takeaway_pdf(_found())
    assert made.startswith(b"%PDF-1.7")
    for mark in (b"/MarkInfo", b"/StructTreeRoot", b"/Lang", b"pdfuaid:part"):
        assert mark in made
    assert takeaway_pdf(_found()) == made


def test_the_report_brings_its_own_letters_along() -> None:
    """With other fonts on the machine it would look, and break, differently elsewhere."""
    assert b"LibertinusSerif" in takeaway_pdf(_found())


def test_the_text_of_the_report_can_be_read_out() -> None:
    strange = '#read("/etc/passwd") *vet* $x$ <script> @noot [a](b) = kop'
    pages = PdfReader(io.BytesIO(takeaway_pdf(_found(strange)))).pages
    text = " ".join(page.extract_text() for page in pages)
    assert strange in re.sub(r"\s+", " ", text)
    for part in ("Mijn gegevens uit ibreflect", "najaar 2026", "Preventief"):
        assert part in text
    assert scans.instrument().questionnaire.words[3] in text


@given(text=st.text(max_size=60), name=st.text(min_size=1, max_size=20))
@settings(max_examples=40)
def test_whatever_somebody_typed_becomes_files(text: str, name: str) -> None:
    found = _found(text or "x", name)
    assert takeaway_pdf(found)
    assert load_workbook(io.BytesIO(takeaway_xlsx(found)))


def test_a_letter_that_cannot_be_drawn_is_a_box() -> None:
    assert drawn("mooi 😀 汉") == f"mooi {BOX} {BOX}"
    assert drawn("é ĳ € “q” → 3") == "é ĳ € “q” → 3"


def test_every_letter_that_is_kept_can_be_drawn() -> None:
    letters = "".join(chr(code) for code in range(0x20, 0x2600))
    kept = "".join(each for each in letters if drawn(each) == each)
    assert len(kept) > 1800
    # A mark goes on the letter before it.
    text = " a".join(kept)
    parts = [text[start : start + 3900] for start in range(0, len(text), 3900)]
    for part in parts:
        takeaway_pdf(_found(f"a{part}"))
