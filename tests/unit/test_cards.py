"""Files with conversation cards: what is read from them, and what is told about a mistake."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from ibreflect.__main__ import main
from ibreflect.errors import QuestionnaireError
from ibreflect.model.card import Audience, Card
from ibreflect.model.part import SourceDocument
from ibreflect.model.source import Citation, citations
from ibreflect.questionnaires.cards import load_card_files, load_cards

SHIPPED = Path(__file__).parents[2] / "questionnaires" / "kaarten" / "gesprekskaarten.yaml"
GOOD = """\
versie: 1.0.0
bronnen:
  "000": {bestand: artikel.txt, titel: Een artikel}
kaarten:
  - id: eerste
    titel: De eerste kaart
    voor: [ib'er, samen]
    bron: [000 r.25-32]
    toelichting: Neem de tijd.
    vragen:
      - Wat gaat goed?
      - Wat wil je anders?
  - id: tweede
    titel: De tweede kaart
    voor: [team]
    bron: [000 r.40]
    vragen:
      - Waar staan we?
      - Waar willen we heen?
"""


def test_a_file_gives_its_cards_in_order(tmp_path: Path) -> None:
    first, second = load_cards(_written(tmp_path, GOOD)).cards

    assert first.id == "eerste"
    assert first.title == "De eerste kaart"
    assert first.audience == (Audience.COORDINATOR, Audience.TOGETHER)
    assert first.explanation == "Neem de tijd."
    assert first.questions == ("Wat gaat goed?", "Wat wil je anders?")
    assert second.explanation is None


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("versie: 1.0.0", "versie: 1", 1, "hier hoort tekst"),
        ("versie: 1.0.0", "versie: een", 1, "zoals '1.0.0'"),
        ("kaarten:", "kaartn:", 4, "Bedoel je 'kaarten'?"),
        ("    voor: [team]\n", "", 13, "kaart tweede: 'voor' ontbreekt"),
        ("voor: [team]", "voor: [klas]", 15, "Kies uit: ib'er, schoolleider, samen, team, coach."),
        ("voor: [team]", "vor: [team]", 15, "Bedoel je 'voor'?"),
        ("voor: [team]", "voor: []", 15, "te weinig onderdelen (0)"),
        ("voor: [team]", "voor: [team, team]", 15, "'team' staat twee keer"),
        ("id: tweede", "id: Tweede kaart", 13, "zoals 'mijn-kaart'"),
        ("id: tweede", "id: eerste", 13, "'eerste' staat er al"),
        ("000 r.40", "007 r.40", 16, "bron '007' staat niet in 'bronnen'"),
        ("000 r.40", "000 regel 40", 16, "zoals '000 r.25-32'"),
        ("      - Waar willen we heen?\n", "", 17, "Maak er minstens 2 van."),
        ("Waar willen we heen?", "Waar staan we?", 19, "staat twee keer in deze lijst"),
        ("Waar willen we heen?", "Waar staan **we**?", 19, "de tekst bevat opmaak: '**'"),
        ("Waar willen we heen?", "Waar staan <b>we</b>?", 17, "de tekst bevat HTML"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, says: str
) -> None:
    assert old in GOOD
    with pytest.raises(QuestionnaireError) as raised:
        load_cards(_written(tmp_path, GOOD.replace(old, new, 1)))
    told = str(raised.value).splitlines()
    assert any(f"proef.yaml, regel {line}" in each and says in each for each in told), told


def test_a_folder_tells_the_problems_of_all_files_together(tmp_path: Path) -> None:
    _written(tmp_path, GOOD, "a.yaml")
    _written(tmp_path, GOOD.replace("id: tweede", "id: derde"), "b.yaml")
    _written(tmp_path, "", "c.yaml")

    with pytest.raises(QuestionnaireError) as raised:
        load_card_files(tmp_path)

    empty, same = str(raised.value).splitlines()
    assert empty.startswith("c.yaml, regel 1: het bestand is leeg.")
    assert same.startswith("b.yaml, regel 1, kaart eerste: a.yaml heeft ook een kaart met het id")


def test_a_missing_folder_holds_no_cards(tmp_path: Path) -> None:
    assert load_card_files(tmp_path / "kaarten") == ()


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "proef.yaml").write_bytes(b"versie: 1.0.0\n# caf\xe9\n")
    with pytest.raises(QuestionnaireError, match="regel 2: deze regel bevat tekens"):
        load_cards(tmp_path / "proef.yaml")
    with pytest.raises(QuestionnaireError, match="kan niet worden gelezen"):
        load_cards(tmp_path / "weg.yaml")


def test_lines_are_cited_per_document_in_order_of_first_mention() -> None:
    one, other = (SourceDocument(file="x.txt", title=title) for title in ("Een", "Ander"))
    cited = citations(["004 r.9-12", "000 r.3", "004 r.1-2"], {"000": one, "004": other})
    assert cited == (Citation("Ander", ("9-12", "1-2")), Citation("Een", ("3",)))


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        (GOOD, 0, "proef.yaml: in orde (2 kaarten, versie 1.0.0)."),
        (GOOD.replace("tweede", "eerste"), 1, "'eerste' staat er al"),
    ],
)
def test_the_command_checks_cards_in_their_folder(
    tmp_path: Path, text: str, code: int, says: str
) -> None:
    (tmp_path / "kaarten").mkdir()
    told = CliRunner().invoke(main, ["check", str(_written(tmp_path / "kaarten", text))])
    assert told.exit_code == code
    assert says in told.output


@pytest.mark.parametrize("card", load_cards(SHIPPED).cards, ids=lambda card: card.id)
def test_a_shipped_card_asks_questions(card: Card) -> None:
    assert all(question.endswith("?") for question in card.questions)
    assert card.explanation is None or card.explanation.endswith(".")
    assert not card.title.endswith(".")


def test_there_are_shipped_cards_for_everybody() -> None:
    shipped = load_cards(SHIPPED).cards
    assert {each for card in shipped for each in card.audience} == set(Audience)


def _written(folder: Path, text: str, name: str = "proef.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
