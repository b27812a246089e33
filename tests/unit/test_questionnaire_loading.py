"""Reading questionnaire files: everything that is wrong is said at once, with line and remedy."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ibreflect.errors import QuestionnaireError
from ibreflect.model.questionnaire import NonAnswer, RaterGroup
from ibreflect.model.role import Role
from ibreflect.questionnaires.load import load, load_folder, parse, problems, read
from ibreflect.questionnaires.schema import json_schema

GOOD = """\
id: proef
versie: 1.0.0
titel: Proef
editie: "2022"
grondslag: Voor een test.
doel: Voor een test.
minuten: 5
antwoorden:
  - {waarde: 1, woord: bijna nooit}
  - {waarde: 2, woord: soms}
  - {waarde: 3, woord: regelmatig}
  - {waarde: 4, woord: vaak}
  - {waarde: 5, woord: bijna altijd}
geen_antwoord: [nvt, kan_niet_beoordelen]
bronnen:
  "000": {bestand: artikel.txt, titel: Een artikel}
schalen:
  - id: learning_coordinator
    titel: Leercoördinator
    domein: leren
    rol: learning_coordinator
    uitleg: Over leren.
    stellingen:
      - id: LC1
        ik: Ik stel vragen.
        ander: De ib'er stelt vragen.
        rollen: [learning_coordinator]
        ziet: [leraar]
        bron: [000 r.25-32]
  - id: overlap
    titel: Overlap
    domein: verbinden
    uitleg: Over verbinden.
    stellingen:
      - id: PR1
        ik: Ik breng mensen bij elkaar.
        ander: De ib'er brengt mensen bij elkaar.
        rollen: [learning_coordinator, trend_analyst]
        ziet: [leraar, collega]
        bron: [000 r.40]
        afgeleid: true
"""


def changed(old: str, new: str) -> str:
    """The good file with one piece of text replaced."""
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def sentences(text: str) -> list[str]:
    return [str(problem) for problem in problems(text, "proef.yaml")]


def test_a_good_file_becomes_a_questionnaire() -> None:
    questionnaire = parse(GOOD, "proef.yaml")
    assert [item.id for item in questionnaire.items] == ["LC1", "PR1"]
    assert questionnaire.edition == "2022"
    assert questionnaire.sources["000"].file == "artikel.txt"
    assert questionnaire.non_answers == (NonAnswer.NOT_APPLICABLE, NonAnswer.CANNOT_JUDGE)
    overlap = questionnaire.items[1]
    assert overlap.region == (Role.LEARNING_COORDINATOR, Role.TREND_ANALYST)
    assert overlap.visible_to == (RaterGroup.TEACHER, RaterGroup.COLLEAGUE)
    assert overlap.inferred
    assert problems(GOOD, "proef.yaml") == ()


def test_windows_line_ends_and_byte_order_mark_are_fine() -> None:
    assert parse("\ufeff" + GOOD.replace("\n", "\r\n"), "proef.yaml") == parse(GOOD, "proef.yaml")


REFUSED_CONTENT = [
    ("versie: 1.0.0\n", "", 1, "'versie' ontbreekt"),
    ("        ander: De ib'er stelt vragen.\n", "", 24, "'ander' ontbreekt"),
    ("titel: Proef", "tittel: Proef", 3, "Bedoel je 'titel'?"),
    ("versie: 1.0.0", "version: 1.0.0", 2, "Bedoel je 'versie'?"),
    ("        ziet: [leraar]", "        zietx: [leraar]", 28, "Bedoel je 'ziet'?"),
    ("titel: Proef", "titel: Proef\nqqq: x", 4, "'qqq' is hier geen bekende sleutel"),
    ("id: proef", "id: Proef!", 1, "kleine letters, cijfers en streepjes"),
    ("versie: 1.0.0", "versie: 1.0", 2, "zoals '1.0.0'"),
    ("id: LC1", "id: lc1", 24, "zoals 'LC1'"),
    ("id: overlap", "id: Overlap", 30, "zoals 'trend_analyst'"),
    ("000 r.40", "000 regel 40", 40, "zoals '000 r.25-32'"),
    ('editie: "2022"', "editie: 2022", 4, "hier hoort tekst, maar er staat het getal 2022"),
    ("titel: Proef", "titel:", 3, "hier hoort tekst, maar er staat niets"),
    ("titel: Proef", "titel: [a]", 3, "hier hoort tekst, maar er staat een lijst"),
    ("titel: Proef", "titel: {a: b}", 3, "maar er staat een groep sleutels"),
    ("titel: Proef", "titel: '  '", 3, "de tekst is leeg"),
    ("titel: Proef", f"titel: {'a' * 2001}", 3, "de tekst is langer dan"),
    ("minuten: 5", "minuten: '5'", 7, "hier hoort een heel getal, maar er staat de tekst '5'"),
    ("minuten: 5", "minuten: true", 7, "hier hoort een heel getal, maar er staat true"),
    ("minuten: 5", "minuten: 0", 7, "het getal 0 is te laag. Neem minstens 1."),
    ("minuten: 5", "minuten: 61", 7, "het getal 61 is te hoog. Neem hoogstens 60."),
    ("afgeleid: true", "afgeleid: ja", 41, "hier hoort true of false"),
    ("ziet: [leraar]", "ziet: leraar", 28, "hier hoort een lijst"),
    ("ziet: [leraar]", "ziet: []", 28, "te weinig onderdelen (0). Maak er minstens 1 van."),
    ("ziet: [leraar]", "ziet: [juf]", 28, "Kies uit: schoolleider, leraar, collega, ouder"),
    ("rol: learning_coordinator", "rol: coach", 21, "Kies uit: learning_coordinator"),
    ("geen_antwoord: [nvt,", "geen_antwoord: [anders,", 14, "Kies uit: nvt,"),
    ("geen_antwoord: [nvt,", "geen_antwoord: [nvt, nvt,", 14, "'nvt' staat twee keer"),
    ("{bestand: artikel.txt, titel: Een artikel}", "artikel.txt", 16, "een groep sleutels"),
    ("  - {waarde: 5, woord: bijna altijd}\n", "", 8, "te weinig onderdelen (4)"),
    ("bijna altijd}", "bijna altijd}\n  - {waarde: 6, woord: altijd}", 8, "meer dan 5"),
    ("waarde: 4", "waarde: 3", 8, "lopen niet van 1 tot en met 5"),
    ("woord: soms", "woord: Vaak", 12, "'vaak' staat er al"),
    ("woord: soms", "woord: niet van toepassing", 10, "'niet van toepassing' staat er al"),
    ("woord: soms", "woord: ligt bij ons bij een ander", 10, "staat er al"),
    ("id: PR1", "id: LC1", 35, "'LC1' staat er al"),
    ("id: overlap", "id: learning_coordinator", 30, "'learning_coordinator' staat er al"),
    ("Ik breng mensen bij elkaar.", "ik stel  vragen.", 36, "'ik stel  vragen.' staat er al"),
    ("De ib'er brengt mensen bij elkaar.", "De ib'er stelt vragen.", 37, "staat er al"),
    ("coordinator, trend_analyst]", "coordinator, learning_coordinator]", 38, "twee keer"),
    ("000 r.40", "007 r.40", 40, "bron '007' staat niet in 'bronnen'"),
    ("000 r.40", "000 r.40-3", 40, "ligt de laatste regel vóór de eerste"),
    ('"000"', '"<b>"', 16, "kan geen sleutel van een bron zijn"),
    ("rollen: [learning_coordinator]", "rollen: [trend_analyst]", 27, "de schaal hoort bij de rol"),
    ("        rollen: [learning_coordinator]\n", "", 24, "de schaal hoort bij de rol"),
    ("titel: Proef", "titel: <b>Proef</b>", 3, "de tekst bevat HTML"),
    ("titel: Proef", "titel: Proef &amp; meer", 3, "de tekst bevat HTML"),
    ("titel: Proef", "titel: Proef [hier](x)", 3, "de tekst bevat opmaak: ']('"),
    ("titel: Proef", "titel: Een **vette** proef", 3, "de tekst bevat opmaak: '**'"),
    ("titel: Proef", "titel: ':red[proef]'", 3, "de tekst bevat opmaak: ':red['"),
    ("titel: Proef", 'titel: "Pr\\u202Eoef"', 3, "onzichtbaar teken (U+202E)"),
    ("titel: Proef", 'titel: "Pr\\0oef"', 3, "NUL-teken"),
    ("titel: Proef", 'titel: "Pr\\ud800oef"', 3, "onzichtbaar teken (U+D800)"),
    ("titel: Proef", "titel: Proef\ntitel: Nog een", 4, "'titel' staat er twee keer"),
]


@pytest.mark.parametrize(("old", "new", "line", "says"), REFUSED_CONTENT)
def test_a_mistake_is_told_with_its_line(old: str, new: str, line: int, says: str) -> None:
    told = problems(changed(old, new), "proef.yaml")
    assert any(problem.line == line and says in str(problem) for problem in told), told


@pytest.mark.parametrize(
    "word", ["niet", "niets", "geen", "Nooit", "nergens", "niemand", "noch", "evenmin"]
)
@pytest.mark.parametrize("subject", ["Ik stel", "De ib'er stelt"])
def test_a_negation_in_an_item_is_refused(word: str, subject: str) -> None:
    (said,) = sentences(changed(f"{subject} vragen", f"{subject} {word} vragen"))
    assert f"de stelling bevat de ontkenning '{word}'" in said


def test_a_negation_is_only_seen_as_a_whole_word() -> None:
    assert not sentences(changed("Ik stel vragen", "Ik stel kleinietsige, genietbare vragen"))


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


def test_all_problems_come_at_once_in_order_of_line() -> None:
    text = (
        GOOD.replace("versie: 1.0.0", "versie: een")
        .replace("minuten: 5", "minutten: 5")
        .replace("Ik stel vragen.", "Ik stel geen <b>vragen</b>.")
        .replace("id: PR1", "id: LC1")
        .replace("[leraar, collega]", "[leraar, meester]")
    )
    told = problems(text, "proef.yaml")
    assert [problem.line for problem in told] == [1, 2, 7, 25, 25, 35, 39]
    with pytest.raises(QuestionnaireError) as raised:
        parse(text, "proef.yaml")
    assert str(raised.value).splitlines() == [str(problem) for problem in told]


def test_a_problem_tells_file_line_place_and_remedy() -> None:
    (said,) = sentences(changed("id: PR1", "id: LC1"))
    assert said == (
        "proef.yaml, regel 35, schaal overlap, stelling LC1, 'id': 'LC1' staat er al. "
        "Kies een nieuw id; een id wordt maar één keer gebruikt."
    )


def test_a_part_without_id_is_told_by_its_position() -> None:
    (said,) = sentences(changed("      - id: PR1\n        ik:", "      - ik:"))
    assert "schaal overlap, stelling nummer 1: 'id' ontbreekt" in said


def test_what_is_repeated_of_the_file_is_short_and_harmless() -> None:
    (said,) = sentences(changed("ziet: [leraar]", f'ziet: ["{"x" * 900}"]'))
    assert "x" * 60 + "…" in said
    assert "x" * 61 not in said
    named = problems("", "naam\n\x1b[31m" + "n" * 900)
    assert len(str(named[0])) < 200
    assert str(named[0]).isprintable()


def test_a_flood_of_problems_is_cut_off_after_a_hundred() -> None:
    text = GOOD + "".join(f"sleutel{number}: x\n" for number in range(300))
    told = problems(text, "proef.yaml")
    assert len(told) == 101
    assert len({problem.line for problem in told[:100]}) == 100
    assert "er zijn nog meer problemen" in str(told[-1])


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


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 60_000,
        "- " * 100_000,
        "? " * 100_000,
        "[\n" * 100_000,
        "a: &a [x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n" + "d: [*c, *c, *c]\n" * 5000,
        "titel: |\n" + "\n" * 200_000,
        "titel: '" + "< " * 100_000 + "'",
        "titel: " + "&a" * 100_000,
        "\n" * 200_000 + "\0" * 50_000,
        "k" * 200_000 + ": x",
        "a: 1\n" * 9_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_bomb_is_refused(text: str) -> None:
    assert problems(text, "bom.yaml")


def _is_told_or_read(text: str) -> None:
    try:
        parse(text, "proef.yaml")
    except QuestionnaireError as error:
        told = str(error)
    else:
        return
    # The second is the sentence for an error that nobody foresaw.
    assert told
    assert "kan hier niet staan" not in told


@given(st.text(st.characters(), max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    _is_told_or_read(text)


@given(st.text(alphabet="[]{}-?:,&*!|>'\"%@`#<\\ \n\tax0~=", max_size=80))
def test_any_heap_of_yaml_signs_is_read_or_refused(text: str) -> None:
    _is_told_or_read(text)


@given(
    start=st.integers(0, len(GOOD)),
    length=st.integers(0, 40),
    put=st.text(alphabet="[]{}-?:,&*!|>'\" \n\tax0~", max_size=12),
)
def test_any_mutation_of_a_good_file_is_read_or_refused(start: int, length: int, put: str) -> None:
    _is_told_or_read(GOOD[:start] + put + GOOD[start + length :])


def _values() -> SearchStrategy[object]:
    words = st.sampled_from(["", "x", "LC1", "1.0.0", "nvt", "leraar", "<b>", "000 r.1", "a" * 50])
    leaves = st.none() | st.booleans() | st.integers(-9, 99) | words
    return st.recursive(
        leaves,
        lambda part: st.lists(part, max_size=6) | st.dictionaries(words, part, max_size=3),
        max_leaves=8,
    )


def _places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    steps: list[str | int] = []
    if isinstance(value, dict):
        steps = list(value)
    if isinstance(value, list):
        steps = list(range(len(value)))
    within = [place for step in steps for place in _places(value[step], (*path, step))]  # type: ignore[index]
    return [path, *within] if path else within


def _as_read() -> dict[str, object]:
    content = parse(GOOD, "proef.yaml").model_dump(mode="json", by_alias=True)
    assert isinstance(content, dict)
    return content


@given(data=st.data())
def test_any_value_in_any_place_is_read_or_explained(data: st.DataObject) -> None:
    content = _as_read()
    for _ in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from(_places(content)))
        around: object = content
        for step in way:
            around = around[step]  # type: ignore[index]
        around[last] = data.draw(_values())  # type: ignore[index]
    # Every JSON text is a YAML text.
    _is_told_or_read(json.dumps(content, indent=1))


def test_the_schema_helps_in_dutch_with_every_key() -> None:
    schema = json_schema()
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    parts = [schema, *definitions.values()]
    keys = [key for part in parts for key in part.get("properties", {}).values()]
    assert len(keys) == 28
    for part in [*parts, *keys]:
        assert part["description"].endswith(".")
    titles = {part["title"] for part in keys}
    assert {"Versie", "Tekst voor de ib'er", "Geen antwoord", "Wie het ziet"} <= titles
    assert not {"Version", "Self Text", "Non Answers", "Visible To"} & titles


def test_the_schema_accepts_a_good_file_and_refuses_an_unknown_key() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(json_schema())
    content = json.loads(json.dumps(_as_read()))
    assert validator.is_valid(content)
    assert not validator.is_valid({**content, "tittel": "x"})
