"""What docs/bronnen.md says of every source idea exists, and so does every document cited."""

import re
from pathlib import Path

import pytest

from ibreflect.questionnaires.cards import load_card_files
from ibreflect.questionnaires.guides import load_guides
from ibreflect.questionnaires.load import load_folder
from ibreflect.questionnaires.meetings import load_meetings
from tests.architecture.source import ROOT

IDEAS = [f"S{number:02}" for number in range(1, 55)]
FOLDER = ROOT / "questionnaires"
ROWS = [
    line
    for line in (ROOT / "docs" / "bronnen.md").read_text(encoding="utf-8").splitlines()
    if re.match(r"\| S\d", line)
]
CITED = re.compile(r"\b(\w+) r\.\d")


def test_every_idea_has_one_row() -> None:
    assert [row.split()[1] for row in ROWS] == IDEAS


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split()[1])
def test_a_row_names_places_that_exist(row: str) -> None:
    places = re.findall(r"`([^`]+)`", row)
    assert places
    assert not [place for place in places if not _exists(place)]


def test_only_known_documents_are_cited() -> None:
    documents = _documents()
    assert len(documents) == 5
    assert not [row for row in ROWS if not _keys(row) or not _keys(row) <= documents.keys()]


def test_a_key_stands_for_the_same_document_everywhere() -> None:
    documents = _documents()
    assert not {key: files for key, files in documents.items() if len(files) > 1}


def _exists(place: str) -> bool:
    path, _, card_id = place.partition("#")
    if not (ROOT / path).is_file():
        return False
    return not card_id or card_id in _card_ids(ROOT / path)


def _card_ids(path: Path) -> set[str]:
    return {card.id for file in load_card_files(path.parent) for card in file.cards}


def _documents() -> dict[str, set[str]]:
    """The documents behind each key, in all questionnaires, cards, guides and themes that ship."""
    found: dict[str, set[str]] = {}
    for sources in (
        *(instrument.questionnaire.sources for instrument in load_folder(FOLDER)),
        *(file.sources for file in load_card_files(FOLDER / "kaarten")),
        *(each.guide.sources for each in load_guides(FOLDER / "gesprek")),
        *(file.sources for file in load_meetings(FOLDER)),
    ):
        for key, document in sources.items():
            found.setdefault(key, set()).add(document.file)
    return found


def _keys(row: str) -> set[str]:
    return set(CITED.findall(row))
