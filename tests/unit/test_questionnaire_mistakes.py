import pytest

from ibreflect.questionnaires.load import problems
from tests.unit.example_questionnaire import changed, sentences

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
    ("titel: Proef", "titel: Proef\nsoort: kernn", 4, "Kies uit: kern, module"),
    ("titel: Proef", "titel: Proef\npaneel: klas", 4, "Kies uit: iber, samen, school"),
    ("titel: Proef", "titel: Proef\nvorm: kaart", 4, "Kies uit: schalen, mandaatkaart"),
    ("titel: Proef", "titel: Proef\nwens: ooit", 4, "Kies uit: minder_zo_meer, zelfde_schaal"),
    ("ziet: [leraar]", "ziet: [leraar]\n        stemmen: {juf: Ik vraag.}", 29, "'juf' is hier"),
    (
        "ziet: [leraar]",
        "ziet: [leraar]\n        stemmen: {collega: Ik vraag.}",
        29,
        "'collega' heeft eigen woorden, maar staat niet bij 'ziet'",
    ),
    ("ziet: [leraar]", "ziet: [leraar]\n        stemmen: {leraar: Ik vraag niet.}", 29, "'niet'"),
    ("geen_antwoord: [nvt,", "geen_antwoord: [nvt, nvt,", 14, "'nvt' staat twee keer"),
    ("{bestand: artikel.txt, titel: Een artikel}", "artikel.txt", 16, "een groep sleutels"),
    ("  - {waarde: 5, woord: bijna altijd}\n", "", 8, "te weinig onderdelen (4)"),
    ("bijna altijd}", "bijna altijd}\n  - {waarde: 5, woord: altijd}", 8, "meer dan 5"),
    ("waarde: 4", "waarde: 3", 8, "lopen niet van 1 tot en met 5"),
    ("waarde: 5", "waarde: 6", 13, "het getal 6 is te hoog. Neem hoogstens 5."),
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
