"""A small correct questionnaire file, and how tests spoil it."""

from ibreflect.questionnaires.load import parse, problems

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


def as_read() -> dict[str, object]:
    content = parse(GOOD, "proef.yaml").model_dump(mode="json", by_alias=True)
    assert isinstance(content, dict)
    return content
