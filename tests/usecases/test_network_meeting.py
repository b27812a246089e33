"""The sheet for a meeting of a network: what the snapshot shows, and nothing finer or else."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.vocabulary import Vocabulary
from ibreflect.questionnaires.load import load_folder
from ibreflect.reports.blocks import Tabled
from ibreflect.reports.network_sheet import blocks
from ibreflect.store.connection import Store
from ibreflect.usecases import downloads, network_meeting, networks, view_network
from ibreflect.usecases.network_meeting import HIDDEN, Meeting, Texts, Wanted, When
from ibreflect.usecases.networks import Snapshot
from tests.architecture.source import ROOT
from tests.usecases.networked import DAY, at, counted, iber, join
from tests.usecases.organisation import ALLIANCE, Organisation, organisation

NASTY = "<b>=1+1</b> #set $x$"
FOLDER = ROOT / "questionnaires"
TEXTS = Texts(FOLDER, [each.questionnaire for each in load_folder(FOLDER)])
NOW = When(DAY, 0.0)


@pytest.fixture
def folk(store: Store) -> Organisation:
    """Ten schools of a network with a snapshot: half of them answered 2, half 4."""
    everybody = organisation(store)
    join(store, *range(10))
    for number in range(10):
        counted(store, number, 2 if number % 2 else 4)
    networks.publish(store, everybody.coach, ALLIANCE, "", now=at(DAY))
    rename = "update alliance set name = $1 where alliance_id = $2"
    store.write(lambda transaction: transaction.run(rename, NASTY, ALLIANCE))
    return everybody


def _snapshot(store: Store, folk: Organisation) -> Snapshot:
    return networks.published(store, folk.coach, ALLIANCE, today=DAY)[0]


def _meeting(store: Store, folk: Organisation) -> Meeting:
    return network_meeting.meeting(_snapshot(store, folk), TEXTS)


def test_divided_schools_are_suggested_and_what_is_hidden_says_so(
    store: Store, folk: Organisation
) -> None:
    found = _meeting(store, folk)
    assert found.suggested == ("rollen", "analyse", "leren")
    assert not found.themes["rollen"].is_hidden
    for theme_id in ("mandaat", "tijd", "effect", "twee-kanten"):
        assert found.themes[theme_id].is_hidden
        assert all(each.says == (HIDDEN,) for each in found.themes[theme_id].sheet.told)
    assert not found.themes["schoolleider"].sheet.told
    assert not found.themes["schoolleider"].is_hidden


def test_a_sheet_tells_the_dots_of_the_picture_and_no_other_number(
    store: Store, folk: Organisation
) -> None:
    snapshot, found = _snapshot(store, folk), _meeting(store, folk)
    view = view_network.view(snapshot.figures, TEXTS.questionnaires)
    dots = {
        str(dot)
        for chapter in view.chapters
        for part in chapter.parts
        for dot in part.figure.drawn["dot"]
    }
    sheet = network_meeting.sheet(NASTY, snapshot, [*found.themes.values()])
    tables = [each for each in blocks(sheet, Vocabulary().said) if isinstance(each, Tabled)]
    assert tables
    told = {dot for each in tables for row in each.rows for dot in str(row[1]).split(" · ")}
    assert told <= dots


def test_a_file_for_a_word_processor_says_what_the_screen_says(
    store: Store, folk: Organisation
) -> None:
    wanted = Wanted(ALLIANCE, 1, ["analyse", "zorg"])
    word = network_meeting.offer_word(store, folk.an, wanted, TEXTS, when=NOW)
    made = downloads.take(word, now=0.0)
    assert made
    with ZipFile(BytesIO(made.content)) as archive:
        read = archive.read("word/document.xml").decode()
    text = re.sub(r"<[^>]+>", " ", read).replace("&lt;", "<").replace("&gt;", ">")
    assert NASTY in text
    assert "Beeld van 2 november 2026, uit minstens 10 meetrondes van minstens 10 scholen." in text
    assert "niet om te beoordelen" in text
    assert "Om samen te bespreken" in text
    assert "Zorg en grenzen" in text
    assert "Leren van leraren" not in text
    assert not any(iber(number).name in text.split() for number in range(10))
    assert not any(f"School {number}" in text for number in range(10))
    assert read.count('descr="Alle scholen die meetellen: ') == 2


def test_a_file_to_print_says_what_the_screen_says(store: Store, folk: Organisation) -> None:
    wanted = Wanted(ALLIANCE, 1, ["analyse", "zorg"])
    pdf = network_meeting.offer_pdf(store, folk.an, wanted, TEXTS, when=NOW)
    paper = downloads.take(pdf, now=0.0)
    assert paper
    assert paper.name == "netwerkbijeenkomst.pdf"
    pages = PdfReader(BytesIO(paper.content)).pages
    printed = " ".join(page.extract_text() for page in pages)
    assert "Om samen te bespreken" in printed
    assert "Zorg en grenzen" in printed
    assert "Leren van leraren" not in printed
    assert any(page.images for page in pages)


@pytest.mark.parametrize(
    "themes", [[], ["weg"], ["zorg", "zorg"], ["zorg", "leren", "analyse", "rollen"]]
)
def test_one_to_three_themes_that_exist(
    store: Store, folk: Organisation, themes: list[str]
) -> None:
    wanted = Wanted(ALLIANCE, 1, themes)
    with pytest.raises(InputError, match="Kies een tot 3 thema's"):
        network_meeting.offer_pdf(store, folk.coach, wanted, TEXTS, when=NOW)


def test_only_readers_of_the_network_and_only_what_was_published(
    store: Store, folk: Organisation
) -> None:
    wanted = Wanted(ALLIANCE, 1, ["zorg"])
    with pytest.raises(NotAllowedError):
        network_meeting.offer_word(store, folk.administrator, wanted, TEXTS, when=NOW)
    with pytest.raises(InputError, match="Dit beeld is er niet"):
        network_meeting.offer_word(
            store, folk.coach, wanted._replace(number=2), TEXTS, when=When(date(2026, 11, 3), 0.0)
        )
