"""What a user reads is Dutch, and says ib'er as the field does."""

import re
from pathlib import Path

from tests.architecture.source import PAGES, ROOT, place, python_files, texts, tree

SUFFIXES = {".py", ".md", ".yaml", ".sql", ".toml", ".txt"}
NOT_OURS = {".git", ".venv", "build", "data"}

WRONG_FOR_IBER = re.compile(r"\bib[-\u2010-\u2015]er", re.IGNORECASE)
ENGLISH_ON_SCREEN = re.compile(
    r"\b(Submit|Save|Saved|Next|Previous|Back|Cancel|Close|Delete|Edit|Search|Loading|Please|Warning"
    r"|Settings|Download now|Sign in|Log in|Log out|Click here|Welcome|Yes|Not found)\b"
)


def test_an_iber_is_written_with_an_apostrophe() -> None:
    files = _own_texts()
    assert files
    assert not [
        f"{place(path)}:{number} {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if WRONG_FOR_IBER.search(line)
    ]


def test_screens_speak_dutch() -> None:
    shown = [*PAGES, *python_files("ibreflect/ui", "ibreflect/charts")]
    assert not [
        f"{place(path, text.node)} {text.value}"
        for path in shown
        for text in texts(tree(path))
        if ENGLISH_ON_SCREEN.search(text.value)
    ]


def test_longer_texts_speak_dutch() -> None:
    shown = [*(ROOT / "ibreflect" / "ui" / "texts").glob("*"), *_questionnaires()]
    assert not [
        f"{place(path)} {found.group()}"
        for path in shown
        if (found := ENGLISH_ON_SCREEN.search(path.read_text(encoding="utf-8")))
    ]


def _questionnaires() -> list[Path]:
    return sorted((ROOT / "questionnaires").glob("*.yaml"))


def _own_texts() -> list[Path]:
    """Every text file of the project but this one, which must name what it forbids."""
    return sorted(
        path
        for top in ROOT.iterdir()
        if top.name not in NOT_OURS
        for path in ([top] if top.is_file() else top.rglob("*"))
        if path.suffix in SUFFIXES and path != Path(__file__).resolve()
    )
