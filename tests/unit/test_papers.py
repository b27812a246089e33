"""The papers: filled with what is so, in Dutch, and as documents that can be read and edited."""

import re
from datetime import date
from io import BytesIO
from itertools import product

import pytest
from docx import Document

from ibreflect.measure.disclosure import FLOORS
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.reports import papers
from ibreflect.reports.papers import PAPERS, Facts, Paper, Period
from ibreflect.reports.word_file import word_file

FACTS = Facts(
    version="7.8.9",
    today=date(2027, 3, 2),
    is_together=True,
    address="https://scan.school.nl",
    ways=("met een account van de school", "met een passkey"),
    mail="starttls",
    floors=FLOORS,
    text_floor=5,
    detail_floor=5,
    periods=(Period("een eigen scan", "twee jaar na vertrek"),),
    idle_minutes=61,
    longest_hours=13,
    link_days=8,
    fetch_minutes=11,
    items=32,
    minutes=20,
)
EVERY_INSTALLATION = [
    FACTS._replace(is_together=together, mail=mail, address=address)
    for together, mail, address in product(
        (True, False), ("starttls", "tls", "none", ""), ("https://scan.school.nl", "http://pc:8501")
    )
]
EACH = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
# What stands between quotes is quoted: words of Streamlit that cannot be translated.
QUOTED = re.compile(r'"[^"]*"')
ENGLISH = re.compile(
    r"\b(the|and|with|for|from|this|that|not|data|users?|settings|password|tokens?|teachers?"
    r"|school leader|true|false|none|null|undefined|starttls|mail server|parents?)\b",
    re.IGNORECASE,
)
ODD = re.compile(r"[{}]|%|\bNone\b|  |\n\n\n| [.,;:]|\.\.|\| \|")


@EACH
@pytest.mark.parametrize("facts", EVERY_INSTALLATION, ids=range(len(EVERY_INSTALLATION)))
def test_everything_is_filled_in_and_dutch(paper: Paper, facts: Facts) -> None:
    text = papers.text(paper, facts)
    assert text.startswith(f"# {paper.title}\n\nGemaakt door ibreflect 7.8.9 op 2 maart 2027")
    assert not ODD.findall(text)
    assert not ENGLISH.findall(QUOTED.sub("", text))
    assert not re.search(r"\b(hij|hem|zijn eigen|haar eigen|beoordelingsinstrument)\b", text)


@EACH
def test_tables_have_one_width(paper: Paper) -> None:
    for facts in EVERY_INSTALLATION:
        lines = papers.text(paper, facts).splitlines()
        widths = [line.count("|") for line in lines if line.startswith("|")]
        heads = [n for n, line in enumerate(lines) if line.startswith("|---")]
        assert len(widths) > len(heads) > 0
        for head in heads:
            assert not lines[head - 2].startswith("|")
            row = head
            while row < len(lines) and lines[row].startswith("|"):
                assert lines[row].count("|") == lines[head].count("|")
                row += 1
            assert lines[row : row + 1] in ([], [""])


@pytest.mark.parametrize(
    ("field", "changed", "says"),
    [
        ("version", "99.98", "99.98"),
        ("today", date(2031, 7, 9), "9 juli 2031"),
        ("address", "https://elders.example", "https://elders.example"),
        ("ways", ("met een kaart", "met een sleutelbos"), "met een kaart en met een sleutelbos"),
        ("floors", {**FLOORS, RaterGroup.PARENT: 97}, "97"),
        ("text_floor", 96, "96"),
        ("detail_floor", 95, "95"),
        ("periods", (Period("iets anders", "tot morgen"),), "| iets anders | tot morgen |"),
        ("idle_minutes", 94, "94"),
        ("longest_hours", 93, "93"),
        ("link_days", 92, "92"),
        ("fetch_minutes", 91, "91"),
        ("items", 90, "90"),
        ("minutes", 89, "89"),
    ],
)
def test_what_changes_in_the_installation_changes_in_the_papers(
    field: str, changed: object, says: str
) -> None:
    before = "".join(papers.text(paper, FACTS) for paper in PAPERS)
    after = "".join(papers.text(paper, FACTS._replace(**{field: changed})) for paper in PAPERS)  # type: ignore[arg-type]
    assert says not in before
    assert says in after


def test_the_lowest_floor_is_that_of_the_installation() -> None:
    raised = dict.fromkeys(FLOORS, 6)
    (dpia,) = [paper for paper in PAPERS if paper.name == "dpia"]
    assert "drempels (kleinste: 3)" in papers.text(dpia, FACTS)
    assert "drempels (kleinste: 6)" in papers.text(dpia, FACTS._replace(floors=raised))


def test_who_signs_in_and_who_mails_is_told_as_it_is() -> None:
    everything = {
        name: "".join(papers.text(paper, facts) for paper in PAPERS)
        for name, facts in (
            ("alone", FACTS._replace(is_together=False, ways=(), mail="")),
            ("bare", FACTS._replace(mail="none", address="http://pc:8501")),
            ("sealed", FACTS),
        )
    }
    assert "passkey" not in everything["alone"]
    assert "Er zijn geen accounts" in everything["alone"]
    assert "ibreflect mailt niets" in everything["alone"]
    assert "zonder versleuteling naar de mailserver" in everything["bare"]
    assert "begint niet met https" in everything["bare"]
    assert "De verbinding loopt over TLS (https://scan.school.nl)" in everything["sealed"]


@EACH
def test_a_document_has_real_headings_tables_and_language(paper: Paper) -> None:
    text = papers.text(paper, FACTS)
    document = Document(BytesIO(papers.file(paper, text)))
    headings = [
        (int(each.style.name[-1]), each.text)
        for each in document.paragraphs
        if each.style and each.style.name and each.style.name.startswith("Heading")
    ]
    assert headings == [
        (len(marks), title) for marks, title in re.findall(r"^(#+) (.*)$", text, re.MULTILINE)
    ]
    assert len(document.tables) == text.count("|---|\n")
    for table in document.tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert all(run.bold for cell in table.rows[0].cells for run in cell.paragraphs[0].runs)
    assert document.core_properties.title == f"{paper.title} – ibreflect"
    assert 'w:lang w:val="nl-NL"' in document.styles.element.xml
    assert 'w:val="en-US"' not in document.styles.element.xml


@EACH
def test_a_document_says_all_that_the_text_says(paper: Paper) -> None:
    text = papers.text(paper, FACTS)
    document = Document(BytesIO(papers.file(paper, text)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = " ".join([*(each.text for each in document.paragraphs), *cells])
    words = re.sub(r"^(#+|-|\d+\.) |\*\*|\|(-+\|)+|\|", " ", text, flags=re.MULTILINE).split()
    assert sorted(said.split()) == sorted(words)


@pytest.mark.parametrize("text", ["![x](y)", "> zegt", "```\nx\n```", "a *b* c", "[a](b)", "***"])
def test_what_has_no_place_in_a_document_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no place"):
        word_file(text, title="x")
