"""Files with guides for conversations: what is read from them, and what is told about a mistake."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from ibreflect.__main__ import main
from ibreflect.errors import QuestionnaireError
from ibreflect.model.guide import Company, Seat
from ibreflect.model.sharing import Part
from ibreflect.questionnaires.guides import load_guide, load_guides, parse_guide
from tests.architecture.source import ROOT

QUESTIONNAIRES = ROOT / "questionnaires"
GOOD = """\
id: proef
versie: 1.0.0
titel: Proefgesprek
met: schoolleider
toelichting: Om van te leren.
bronnen:
  "000": {bestand: artikel.txt, titel: Een artikel}
schalen:
  klopt:
    woorden: [klopt niet, klopt deels, klopt]
    verschil_vanaf: 2
  mandaat:
    woorden: [niet van deze rol, uitvoeren, adviseren, meebeslissen, beslissen]
    verschil_vanaf: 1
voorbereiding_iber:
  - id: waarheen
    vraag: Waar wil je naartoe?
    bron: [000 r.1-2]
voorbereiding_ander:
  - id: voor-jezelf
    vraag: Hoe kijk je ernaar?
    hulp: Een paar woorden.
    prive: true
    bron: [000 r.3]
themas:
  - id: eerste
    titel: Samen
    minuten: 10
    bron: [000 r.4]
    beeld: [roles, time]
    kaarten: [mandaat]
    tijd: true
    kijkpunten:
      - id: doel
        ib'er: De schoolleider en ik hebben één doel.
        ander: De ib'er en ik hebben één doel.
        schaal: klopt
        bron: [000 r.5]
      - id: mi1
        ib'er: Een methode kiezen
        ander: Een methode kiezen
        schaal: mandaat
        onderwerp: MI1
        bron: [000 r.6]
"""
MISTAKES = [
    ("id: proef", "id: Proef gesprek", 1, "zoals 'waar-we-staan'"),
    ("versie: 1.0.0", "versie: een", 2, "zoals '1.0.0'"),
    ("titel: Proefgesprek\n", "", 1, "'titel' ontbreekt"),
    (
        "met: schoolleider",
        "met: leider",
        4,
        "'met': de tekst 'leider' is hier geen mogelijke keuze",
    ),
    ("met: schoolleider", "met: leider", 4, "Kies uit: schoolleider, coach, groep."),
    ("toelichting:", "toelichtng:", 5, "Bedoel je 'toelichting'?"),
    ('"000": {', '"001": {', 18, "vraag waarheen, 'bron': bron '000' staat niet in 'bronnen'"),
    ("  klopt:\n", "  Klopt!:\n", 9, "de naam 'Klopt!' heeft niet de juiste vorm"),
    ("klopt deels, klopt]", "klopt deels, klopt deels]", 10, "'klopt deels' staat twee keer"),
    ("[klopt niet, klopt deels, klopt]", "[klopt]", 10, "schaal klopt, 'woorden': de lijst heeft"),
    ("verschil_vanaf: 2", "verschil_vanaf: 3", 11, "met 3 woorden liggen antwoorden nooit 3"),
    ("verschil_vanaf: 2", "verschil_vanaf: 0", 11, "het getal 0 is te laag"),
    ("verschil_vanaf: 2", "verschil_van: 2", 11, "Bedoel je 'verschil_vanaf'?"),
    ("uitvoeren, adviseren", "adviseren, uitvoeren", 13, "anders dan die van de mandaatkaart"),
    ("vraag: Waar wil", "vrag: Waar wil", 17, "vraag waarheen, 'vrag'"),
    ("id: waarheen", "id: eerste", 26, "thema eerste, 'id': 'eerste' staat er al"),
    ("id: voor-jezelf", "id: Voor jezelf", 20, "zoals 'waar-we-staan'"),
    ("prive: true", "prive: ja", 23, "hier hoort true of false"),
    ("000 r.3", "000 regel 3", 24, "zoals '000 r.25-32'"),
    ("minuten: 10", "minuten: 61", 28, "thema eerste, 'minuten': het getal 61 is te hoog"),
    ("[roles, time]", "[roles, rollen]", 30, "Kies uit: assignment, roles, overlap, items"),
    ("[roles, time]", "[roles, roles]", 30, "'roles' staat twee keer"),
    ("[mandaat]", "[weg]", 31, "thema eerste, kaart nummer 1: kaart 'weg' bestaat niet"),
    ("[mandaat]", "[Een kaart]", 31, "Schrijf het id van een kaart"),
    ("[mandaat]", "[mandaat, mandaat]", 31, "'mandaat' staat twee keer"),
    ("        ander: De ib'er en ik hebben één doel.\n", "", 34, "'ander' ontbreekt"),
    ("ib'er: De", "iber: De", 35, "thema eerste, kijkpunt doel, 'iber'"),
    (
        "hebben één doel.\n        ander",
        "zijn niet alleen.\n        ander",
        35,
        "ontkenning 'niet'",
    ),
    ("ander: De ib'er en ik hebben één doel.", "ander: Een methode kiezen", 41, "staat er al"),
    ("schaal: klopt", "schaal: vaak", 37, "schaal 'vaak' staat niet in 'schalen'"),
    ("schaal: klopt", "schaal: Vaak!", 37, "Schrijf de naam van een schaal"),
    ("id: mi1", "id: doel", 39, "'doel' staat er al. Kies een ander id"),
    ("onderwerp: MI1", "onderwerp: MB1", 43, "onderwerp 'MB1' staat niet op de mandaatkaart"),
    ("schaal: mandaat", "schaal: klopt", 10, "Gebruik, op deze volgorde: niet van deze rol,"),
    (
        "        schaal: klopt\n",
        "        schaal: mandaat\n        onderwerp: MI1\n",
        44,
        "'MI1' staat er al. Laat elk onderwerp maar één keer terugkomen.",
    ),
    ("Om van te leren.", "Om van te <b>leren</b>.", 5, "de tekst bevat HTML"),
    ("Om van te leren.", "Om van te **leren**.", 5, "de tekst bevat opmaak: '**'"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of guides beside the cards and the mandate map that ship."""
    (tmp_path / "kaarten").symlink_to(QUESTIONNAIRES / "kaarten")
    (tmp_path / "mandaatkaart.yaml").symlink_to(QUESTIONNAIRES / "mandaatkaart.yaml")
    guides = tmp_path / "gesprek"
    guides.mkdir()
    return guides


def test_a_file_gives_its_guide_and_its_exact_text(folder: Path) -> None:
    guide, text = load_guide(_written(folder, GOOD))

    assert text == GOOD
    assert guide.company is Company.SCHOOL_LEADER
    assert [each.text for each in guide.questions(Seat.OWNER)] == ["Waar wil je naartoe?"]
    assert [each.is_private for each in guide.questions(Seat.PARTNER)] == [True]
    theme = guide.theme("eerste")
    assert theme.parts == (Part.ROLES, Part.TIME)
    assert theme.time
    assert theme.points[0].text_for(Seat.PARTNER) == "De ib'er en ik hebben één doel."
    assert theme.points[1].topic == "MI1"
    assert guide.scales["klopt"].apart == 2


@pytest.mark.parametrize(("old", "new", "line", "says"), MISTAKES)
def test_a_mistake_is_told_with_its_line(
    folder: Path, old: str, new: str, line: int, says: str
) -> None:
    assert old in GOOD
    with pytest.raises(QuestionnaireError) as raised:
        load_guide(_written(folder, GOOD.replace(old, new, 1)))
    told = str(raised.value).splitlines()
    starts = (f"proef.yaml, regel {line},", f"proef.yaml, regel {line}:")
    assert any(each.startswith(starts) and says in each for each in told), told


@pytest.mark.parametrize("put", ["", "3", "true", "''", "[]", "[{}]", "{}", "{a: {}}", "[[1]]"])
def test_whatever_stands_there_is_read_or_told(put: str) -> None:
    lines = GOOD.splitlines()
    for number, line in enumerate(lines):
        key, colon, _ = line.partition(":")
        changed = [*lines[:number], f"{key}{colon} {put}", *lines[number + 1 :]]
        told = _told("\n".join(changed))
        assert told is None or told.startswith("leidraad, regel "), changed[number]


def _told(text: str) -> str | None:
    """What is told about a text, None when it is read."""
    try:
        parse_guide(text)
    except QuestionnaireError as error:
        return str(error)
    return None


def test_a_folder_tells_the_problems_of_all_files_together(folder: Path) -> None:
    _written(folder, GOOD, "a.yaml")
    _written(folder, GOOD, "b.yaml")
    _written(folder, "", "c.yaml")

    with pytest.raises(QuestionnaireError) as raised:
        load_guides(folder)

    empty, same = str(raised.value).splitlines()
    assert empty.startswith("c.yaml, regel 1: het bestand is leeg.")
    assert same == (
        "b.yaml, regel 1, 'id': a.yaml heeft ook een leidraad met het id 'proef'. "
        "Geef een van de twee een ander id."
    )


def test_guides_come_in_order_of_their_files(folder: Path) -> None:
    _written(folder, GOOD.replace("id: proef", "id: aaa"), "z.yaml")
    _written(folder, GOOD.replace("id: proef", "id: zzz"), "a.yaml")
    assert [each.guide.id for each in load_guides(folder)] == ["zzz", "aaa"]


def test_a_missing_folder_holds_no_guides(tmp_path: Path) -> None:
    assert load_guides(tmp_path / "gesprek") == ()


def test_cards_and_topics_are_not_looked_for_where_there_are_none(tmp_path: Path) -> None:
    text = GOOD.replace("[mandaat]", "[eigen-kaart]").replace("MI1", "EIGEN")
    assert load_guide(_written(tmp_path, text)).guide.theme("eerste").cards == ("eigen-kaart",)


def test_a_kept_text_is_read_though_its_card_is_gone(folder: Path) -> None:
    text = GOOD.replace("[mandaat]", "[weg]")
    with pytest.raises(QuestionnaireError, match="kaart 'weg' bestaat niet"):
        load_guide(_written(folder, text))
    assert parse_guide(text).theme("eerste").cards == ("weg",)


def test_a_kept_text_that_is_damaged_is_told() -> None:
    with pytest.raises(QuestionnaireError, match="leidraad, regel 1: 'titel' ontbreekt"):
        parse_guide(GOOD.replace("titel: Proefgesprek\n", ""))


def test_broken_cards_beside_a_guide_are_told(tmp_path: Path) -> None:
    for each in ("kaarten", "gesprek"):
        (tmp_path / each).mkdir()
    _written(tmp_path / "kaarten", "versie: een\n", "kaarten.yaml")
    with pytest.raises(QuestionnaireError, match=r"kaarten\.yaml, regel 1"):
        load_guide(_written(tmp_path / "gesprek", GOOD))


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        (GOOD, 0, "proef.yaml: in orde (10 minuten, versie 1.0.0)."),
        (GOOD.replace("schaal: klopt", "schaal: vaak"), 1, "Voeg haar daar toe"),
    ],
)
def test_the_command_checks_guides_in_their_folder(
    folder: Path, text: str, code: int, says: str
) -> None:
    told = CliRunner().invoke(main, ["check", str(_written(folder, text))])
    assert told.exit_code == code
    assert says in told.output


def _written(folder: Path, text: str, name: str = "proef.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
