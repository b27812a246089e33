"""What documents point at is there."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

_TEST_FILE = re.compile(r"`(tests/[\w/]+\.py)`")
_LINK = re.compile(r"\]\(([\w./-]+\.(?:md|png))\)")
_DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: path.name)
def test_documents_point_at_what_there_is(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    missing = [name for name in _TEST_FILE.findall(text) if not (ROOT / name).is_file()]
    missing += [name for name in _LINK.findall(text) if not (document.parent / name).is_file()]
    assert not missing


def test_every_promise_about_others_names_its_test() -> None:
    text = (ROOT / "docs" / "anderen-vragen.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 20
    assert all(_TEST_FILE.search(row) for row in rows)
