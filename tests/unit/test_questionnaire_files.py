import hashlib
from pathlib import Path

import pytest

from ibreflect.errors import QuestionnaireError
from ibreflect.questionnaires.load import load, load_folder, parse, problems, read
from tests.unit.example_questionnaire import GOOD, changed

REFUSED_FILES = [
    ("", 1, "het bestand is leeg"),
    ("# alleen een opmerking\n", 1, "het bestand is leeg"),
    ("---\n", 1, "het bestand is leeg"),
    ("- id: proef\n", 1, "het bestand is een lijst"),
    ("proef", 1, "het bestand is losse tekst"),
    ("a: &x 1\n", 1, "het anker '&x' is hier niet toegestaan"),
    ("a: 1\nb: *x\n", 2, "de verwijzing '*x' is hier niet toegestaan"),
    ("*x : 1\n", 1, "de verwijzing '*x' is hier niet toegestaan"),
    ("a: 1\nb: !!python/name:os.system\n", 2, "het label 'tag:yaml.org,2002:python/name:os"),
    ("a: !eigen {b: c}\n", 1, "het label '!eigen' is hier niet toegestaan"),
    ("a: 1\n---\nb: 2\n", 2, "er begint een tweede document"),
    ("a: 1\n? [b]\n: 2\n", 2, "een sleutel moet een woord zijn"),
    ("a: \0\n", 1, "NUL-teken"),
    ("a: 1\nb: x\u202ey\n", 2, "onzichtbaar teken (U+202E)"),
    ("a: 1\nb: x\u200by\n", 2, "onzichtbaar teken (U+200B)"),
    ("a: 1\r\rb: x\x1by\n", 3, "onzichtbaar teken (U+001B)"),
    ("a: \ud800\n", 1, "onzichtbaar teken (U+D800)"),
    ("a:\n\tb: 1\n", 2, "er staat een tab"),
    ("a: b: c\n", 1, "een dubbele punt op een plek waar dat niet kan"),
    ("a: 1\nb: 'open\nc: 2\n", 2, "een aanhalingsteken wordt niet gesloten"),
    ("a: [x, y\nb: 2\n", 1, "een lijst tussen haken klopt niet"),
    ("a:\n  b: 1\n c: 2\n", 3, "de inspringing klopt hier niet"),
    ("a: 1\nlos\n", 2, "na een sleutel ontbreekt de dubbele punt"),
    ("a: @b\n", 1, "een teken dat hier niet vooraan mag staan"),
    ('a: "\\UFFFFFFFF"\n', 1, "de opbouw van het bestand klopt hier niet"),
    (f"%YAML {'9' * 5000}.1\n---\na: 1\n", 1, "de opbouw van het bestand klopt hier niet"),
    ("a: " + "[" * 12 + "]" * 12, 1, "dieper dan 12 niveaus"),
    ("a: [" + "b," * 20_000 + "]", 1, "meer dan 20000 onderdelen"),
    ("#" * (256 * 1024 + 1), 1, "het bestand is groter dan 256 kB"),
    ("a: 'é" + "é" * 128 * 1024 + "'", 1, "het bestand is groter dan 256 kB"),
]


@pytest.mark.parametrize(("text", "line", "says"), REFUSED_FILES)
def test_a_file_that_is_no_questionnaire_is_refused(text: str, line: int, says: str) -> None:
    told = problems(text, "proef.yaml")
    assert any(problem.line == line and says in str(problem) for problem in told), told
    with pytest.raises(QuestionnaireError):
        parse(text, "proef.yaml")


def test_a_file_that_cannot_be_read_is_told_in_dutch(tmp_path: Path) -> None:
    with pytest.raises(QuestionnaireError, match=r"weg\.yaml, regel 1: het bestand kan niet"):
        load(tmp_path / "weg.yaml")
    with pytest.raises(QuestionnaireError, match="het bestand kan niet worden gelezen"):
        load(tmp_path)
    (tmp_path / "latin.yaml").write_bytes(b"a: 1\nb: caf\xe9\n")
    with pytest.raises(QuestionnaireError, match=r"latin\.yaml, regel 2: .* geen UTF-8"):
        load(tmp_path / "latin.yaml")
    (tmp_path / "groot.yaml").write_bytes(b"#" * 300_000)
    with pytest.raises(QuestionnaireError, match="groter dan 256 kB"):
        load(tmp_path / "groot.yaml")


def test_an_instrument_keeps_its_exact_text_and_fingerprint(tmp_path: Path) -> None:
    content = GOOD.replace("\n", "\r\n").encode()
    (tmp_path / "proef.yaml").write_bytes(content)
    instrument = read(tmp_path / "proef.yaml")
    assert instrument.text.encode() == content
    assert instrument.sha256 == hashlib.sha256(content).hexdigest()
    assert instrument.questionnaire == load(tmp_path / "proef.yaml")


def test_a_folder_gives_all_its_questionnaires_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(changed("id: proef", "id: tweede"), encoding="utf-8")
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "c.yaml").write_text(changed("1.0.0", "1.1.0"), encoding="utf-8")
    (tmp_path / "leesmij.txt").write_text("geen vragenlijst", encoding="utf-8")
    found = [instrument.questionnaire for instrument in load_folder(tmp_path)]
    names = [(questionnaire.id, questionnaire.version) for questionnaire in found]
    assert names == [("proef", "1.0.0"), ("tweede", "1.0.0"), ("proef", "1.1.0")]


def test_a_folder_tells_the_problems_of_all_files_together(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "c.yaml").write_text("", encoding="utf-8")
    with pytest.raises(QuestionnaireError) as raised:
        load_folder(tmp_path)
    empty, same = str(raised.value).splitlines()
    assert empty.startswith("c.yaml, regel 1: het bestand is leeg")
    assert same.startswith("b.yaml, regel 1, 'versie': a.yaml heeft hetzelfde id en dezelfde")


def test_a_folder_without_questionnaires_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "bestaat-niet"):
        with pytest.raises(QuestionnaireError, match="geen vragenlijst"):
            load_folder(folder)
