"""The papers tell what is so in this installation, to its beheerder and to its operator."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from ibreflect.__main__ import main
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.person import Person
from ibreflect.model.retention import YEAR
from ibreflect.model.retention import Period as Kept
from ibreflect.reports.papers import PAPERS
from ibreflect.settings import PROJECT, read_settings
from ibreflect.store.connection import Store, close_stores
from ibreflect.usecases import downloads, floors, papers, retention
from ibreflect.usecases.papers import Installation
from tests.usecases.organisation import NOW, Organisation, organisation

TODAY = date(2026, 11, 2)
FILES = {f"ibreflect-{paper.name}.docx" for paper in PAPERS}


@pytest.fixture
def people(store: Store) -> Organisation:
    return organisation(store)


def _said(store: Store, administrator: Person) -> str:
    written = papers.read(store, administrator, Installation(read_settings()), today=TODAY)
    return "\n".join(each.text for each in written)


def test_the_beheerder_reads_all_and_nobody_else_any(store: Store, people: Organisation) -> None:
    here = Installation(read_settings())
    written = papers.read(store, people.administrator, here, today=TODAY)
    assert [each.paper for each in written] == list(PAPERS)
    for other in people:
        if other != people.administrator:
            with pytest.raises(NotAllowedError, match="Deze pagina is er niet"):
                papers.read(store, other, here, today=TODAY)


def test_settings_are_told_as_they_are(
    store: Store, people: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = _said(store, people.administrator)
    assert "http://localhost:8501" in bare
    assert "ibreflect mailt niets" in bare
    for name, content in (
        ("ADDRESS", "https://scan.elders.nl"),
        ("SMTP_HOST", "smtp.elders.nl"),
        ("SMTP_SECURITY", "none"),
        ("MAIL_FROM", "scan@elders.nl"),
    ):
        monkeypatch.setenv(f"IBREFLECT_{name}", content)
    told = _said(store, people.administrator)
    assert "https://scan.elders.nl" in told
    assert "localhost" not in told
    assert "zonder versleuteling naar de mailserver" in told


def test_the_version_is_that_of_the_project(store: Store, people: Organisation) -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    said = _said(store, people.administrator)
    assert said.count(f"Gemaakt door ibreflect {project['version']} op 2 november 2026") == 6


def test_no_paper_names_anybody(store: Store, people: Organisation) -> None:
    words = set(_said(store, people.administrator).split())
    assert not words & {each.name for each in people}


def test_periods_are_told_as_they_were_chosen(store: Store, people: Organisation) -> None:
    assert "| 2 jaar |" in _said(store, people.administrator)
    for period in (Kept.EVENTS, Kept.ENDED_POSITIONS):
        retention.change(store, people.administrator, period, 4 * YEAR, now=NOW)
    said = _said(store, people.administrator)
    assert "| 4 jaar |" in said
    assert "| 2 jaar |" not in said


def test_raised_floors_are_told(store: Store, people: Organisation) -> None:
    assert "| ouders | 5 antwoorden |" in _said(store, people.administrator)
    floors.raise_to(store, people.administrator, colleagues=4, parents=7, now=NOW)
    said = _said(store, people.administrator)
    assert "| leraren | 4 antwoorden |" in said
    assert "| ouders | 7 antwoorden |" in said


def test_the_accounts_to_sign_in_with_are_named(store: Store, people: Organisation) -> None:
    here = Installation(read_settings(), ("Entree (Kennisnet)",))
    (first, *_) = papers.read(store, people.administrator, here, today=TODAY)
    assert "met een account van Entree (Kennisnet) en met een toegangssleutel" in first.text
    assert "Entree" not in _said(store, people.administrator)


def test_a_paper_is_fetched_once(store: Store, people: Organisation) -> None:
    first, *_ = papers.read(store, people.administrator, Installation(read_settings()), today=TODAY)
    ticket = papers.take_along(first, now=0.0)
    file = downloads.take(ticket, now=1.0)
    assert file is not None
    assert (file.name, file.content[:2]) == ("ibreflect-medezeggenschap.docx", b"PK")
    assert downloads.take(ticket, now=1.0) is None


def test_the_operator_writes_all_from_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IBREFLECT_STORE", str(tmp_path / "own.duckdb"))
    done = CliRunner().invoke(main, ["papers", str(tmp_path / "nieuw" / "map")])
    close_stores()
    assert done.exit_code == 0
    made = {path.name: path for path in (tmp_path / "nieuw" / "map").iterdir()}
    assert made.keys() == FILES
    assert all(str(path) in done.output for path in made.values())
    alone = "\n".join(
        each.text for each in Document(str(made["ibreflect-medezeggenschap.docx"])).paragraphs
    )
    assert "Deze installatie is van één ib'er" in alone


def test_a_folder_that_cannot_be_written_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "bezet").write_text("x")
    with pytest.raises(InputError, match="Kies een andere map"):
        papers.write_all(store, Installation(read_settings()), tmp_path / "bezet", today=TODAY)
