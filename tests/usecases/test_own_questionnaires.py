"""Own questionnaires: from a file to rounds, without any new code."""

from datetime import date

import pytest

from ibreflect.errors import InputError, QuestionnaireError
from ibreflect.measure.growth import Noise
from ibreflect.measure.scales import scale_scores
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import Period, SchoolTerm
from ibreflect.questionnaires.crosswalk import ItemKind
from ibreflect.questionnaires.load import Instrument
from ibreflect.settings import PROJECT
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    exchange,
    fill_in,
    instruments,
    own_questionnaires,
    rounds,
    view_growth,
    view_picture,
)
from ibreflect.usecases.score_file import score_file
from tests.usecases.topics import OWNER

FOLDER = PROJECT / "questionnaires"
CORE = "kwaliteitscoordinator-2022"
TODAY = date(2026, 11, 2)
AUTUMN = SchoolTerm("2026/2027", Period.AUTUMN)
SPRING = SchoolTerm("2026/2027", Period.SPRING)
SHIPPED = (FOLDER / f"{CORE}.yaml").read_text(encoding="utf-8")
FIRST = "Ik stel leraren vragen waardoor zij nadenken over hun eigen lessen."

NEW = """\
id: onze-school
versie: 1.0.0
titel: Onze eigen scan
editie: eigen
grondslag: Gemaakt door ons team; niet gevalideerd.
doel: Samen in gesprek.
minuten: 3
antwoorden:
  - {waarde: 1, woord: bijna nooit}
  - {waarde: 2, woord: soms}
  - {waarde: 3, woord: regelmatig}
  - {waarde: 4, woord: vaak}
  - {waarde: 5, woord: bijna altijd}
geen_antwoord: [nvt, kan_niet_beoordelen, bij_ander]
bronnen:
  eigen: {bestand: team.txt, titel: Afspraken van ons team}
schalen:
  - id: onze_begeleiding
    titel: Onze begeleiding
    domein: begeleiden
    uitleg: Zoals wij het noemen.
    stellingen:
      - {id: ZQ1, ik: Ik loop binnen., ander: Loopt binnen., ziet: [leraar], bron: [eigen r.1]}
      - {id: ZQ2, ik: Ik vraag door., ander: Vraagt door., ziet: [leraar], bron: [eigen r.2]}
"""


def shipped_as(version: str, *changes: tuple[str, str]) -> bytes:
    """The shipped core scan as another version, with pieces of text replaced."""
    text = SHIPPED.replace("versie: 1.0.0\n", f"versie: {version}\n")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def new_as(version: str, *changes: tuple[str, str]) -> bytes:
    """The new questionnaire as another version, with pieces of text replaced."""
    text = NEW.replace("versie: 1.0.0", f"versie: {version}")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def adopt(store: Store, content: bytes, filename: str = "mijn.yaml") -> None:
    proposal = own_questionnaires.propose(store, FOLDER, content, filename)
    own_questionnaires.adopt(store, OWNER, FOLDER, proposal, today=TODAY)


def refused(store: Store, content: bytes) -> list[str]:
    with pytest.raises(QuestionnaireError) as raised:
        own_questionnaires.propose(store, FOLDER, content, "mijn.yaml")
    return str(raised.value).splitlines()


def offered(store: Store) -> dict[str, Instrument]:
    return {each.questionnaire.id: each for each in instruments.on_offer(store, FOLDER)}


def test_a_questionnaire_made_of_yaml_alone_goes_all_the_way(store: Store, actor: Person) -> None:
    adopt(store, NEW.encode())
    ours = offered(store)["onze-school"]
    asked = ours.questionnaire

    for term, value in ((AUTUMN, 2), (SPRING, 5)):
        wish = rounds.Wish("De Regenboog", term, ours)
        round_id = rounds.start(store, actor, wish, today=TODAY)
        assert fill_in.scan(store, actor, round_id).scales == asked.scales
        for item in asked.items:
            fill_in.save(store, actor, round_id, item_id=item.id, given=value)
        fill_in.hand_in(store, actor, round_id)

    assert scale_scores(asked, {"ZQ1": 5, "ZQ2": 4})["onze_begeleiding"].value == 4.5
    lines = ["respondent,perspective,round,item,value", "r1,self,1,ZQ1,5", "r1,self,1,ZQ2,4"]
    scored = score_file(asked, lines, Noise())
    assert [row["value"] for row in scored["scales"]] == [4.5]  # type: ignore[attr-defined]

    (part,) = view_picture.my_picture(store, actor, round_id, Noise()).parts
    assert [domain.scale.title for domain in part.domains] == ["Onze begeleiding"]
    assert list(part.domains[0].figure.drawn["value"]) == [5, 5]
    growth = view_growth.my_growth(store, actor, "onze-school", Noise())
    assert list(growth.lines[0].figure.drawn["value"]) == [2.0, 5.0]
    assert "aantoonbaar meer" in growth.lines[0].figure.says

    for extension in ("yaml", "xlsx", "json", "txt"):
        made = exchange.exported(asked, extension, RaterGroup.TEACHER)
        assert made
        if extension in exchange.READABLE:
            assert exchange.imported(made, f"x.{extension}").questionnaire == asked


def test_a_changed_copy_is_proposed_with_its_crosswalk_and_then_offered(store: Store) -> None:
    content = shipped_as("1.1.0", (FIRST, "Ik vraag leraren naar hun eigen lessen."))
    proposal = own_questionnaires.propose(store, FOLDER, content, "mijn.yaml")
    assert proposal.key == (CORE, "1.1.0")
    assert proposal.previous_version == "1.0.0"
    changed = [each for each in proposal.crosswalk if each.kind is not ItemKind.SAME]
    assert [(each.kind, each.old_text) for each in changed] == [(ItemKind.REWORDED, FIRST)]
    assert offered(store)[CORE].questionnaire.version == "1.0.0"

    own_questionnaires.adopt(store, OWNER, FOLDER, proposal, today=TODAY)
    assert offered(store)[CORE].questionnaire == proposal.questionnaire
    assert offered(store)[CORE].text.encode() == content


def test_a_spreadsheet_is_kept_as_canonical_yaml(store: Store) -> None:
    asked = exchange.imported(NEW.encode(), "x.yaml").questionnaire
    adopt(store, exchange.exported(asked, "xlsx"), "Onze School.XLSX")
    ours = offered(store)["onze-school"]
    assert ours.questionnaire == asked
    assert ours.text == exchange.exported(asked, "yaml").decode()


def test_a_new_questionnaire_has_no_version_before_it(store: Store) -> None:
    proposal = own_questionnaires.propose(store, FOLDER, NEW.encode(), "mijn.yaml")
    assert proposal.previous_version is None
    assert [(each.item_id, each.kind) for each in proposal.crosswalk] == [
        ("ZQ1", ItemKind.NEW),
        ("ZQ2", ItemKind.NEW),
    ]


def test_another_text_needs_another_version(store: Store) -> None:
    (said,) = refused(store, shipped_as("1.0.0", (FIRST, "Ik vraag door bij leraren.")))
    assert said.startswith(f"Versie 1.0.0 van {CORE} bestaat al, met een andere tekst")
    adopt(store, NEW.encode())
    (said,) = refused(store, new_as("1.0.0", ("Ik vraag door.", "Ik vraag verder.")))
    assert "bijvoorbeeld 1.0.1" in said


def test_a_version_is_higher_than_every_one_before_it(store: Store) -> None:
    adopt(store, new_as("1.10.0"))
    (said,) = refused(store, new_as("1.9.0", ("ZQ2", "ZQ3"), ("vraag", "praat")))
    assert "niet hoger dan de nieuwste versie (1.10.0)" in said
    assert "bijvoorbeeld 1.11.0" in said


def test_an_id_that_was_dropped_does_not_return_for_something_else(store: Store) -> None:
    second = new_as("1.0.0").decode().splitlines(keepends=True)
    without = "".join(line for line in second if "ZQ2" not in line)
    adopt(store, NEW.encode())
    adopt(store, without.replace("versie: 1.0.0", "versie: 1.1.0").encode())
    (said,) = refused(store, new_as("1.2.0", ("Ik vraag door.", "Ik luister goed.")))
    assert said.startswith("Het id ZQ2 is al gebruikt, eerder of")
    adopt(store, new_as("1.2.0"))


def test_an_id_of_another_questionnaire_is_taken(store: Store) -> None:
    said = refused(store, new_as("1.0.0", ("ZQ1", "LC1"), ("onze_begeleiding", "coach")))
    assert [sentence.split("”: ")[1].split(". ")[0] for sentence in said] == ["coach", "LC1"]
    copied = refused(store, shipped_as("1.0.0", (f"id: {CORE}", "id: onze-kopie")))
    assert len(copied) == 1
    assert f"Laat haar id dan {CORE}." in copied[0]


def test_what_stands_in_the_way_by_now_is_told_at_adopting_too(store: Store) -> None:
    ours = own_questionnaires.propose(store, FOLDER, new_as("1.0.0"), "mijn.yaml")
    theirs = new_as("1.0.0", ("Ik vraag door.", "Ik vraag verder."))
    adopt(store, theirs)
    with pytest.raises(QuestionnaireError, match="bestaat al, met een andere tekst"):
        own_questionnaires.adopt(store, OWNER, FOLDER, ours, today=TODAY)
    assert offered(store)["onze-school"].text.encode() == theirs


def test_adopting_twice_is_adopting_once(store: Store, actor: Person) -> None:
    adopt(store, NEW.encode())
    adopt(store, NEW.encode())
    assert own_questionnaires.mine(store, actor) == (("onze-school", "1.0.0", True, None),)


def test_the_newest_version_is_offered_and_withdrawing_goes_back(
    store: Store, actor: Person
) -> None:
    for version in ("1.9.0", "1.10.0"):
        adopt(store, new_as(version))
    assert [each.version for each in own_questionnaires.mine(store, actor)] == ["1.10.0", "1.9.0"]
    assert offered(store)["onze-school"].questionnaire.version == "1.10.0"
    own_questionnaires.withdraw(store, actor, "onze-school", "1.10.0", today=TODAY)
    assert offered(store)["onze-school"].questionnaire.version == "1.9.0"
    own_questionnaires.withdraw(store, actor, "onze-school", "1.9.0", today=TODAY)
    assert "onze-school" not in offered(store)
    adopt(store, new_as("1.10.0"))
    assert offered(store)["onze-school"].questionnaire.version == "1.10.0"


def test_a_round_keeps_a_version_that_is_no_longer_offered(store: Store, actor: Person) -> None:
    adopt(store, NEW.encode())
    ours = offered(store)["onze-school"]
    wish = rounds.Wish("De Regenboog", AUTUMN, ours)
    round_id = rounds.start(store, actor, wish, today=TODAY)
    own_questionnaires.withdraw(store, actor, "onze-school", "1.0.0", today=TODAY)
    adopt(store, new_as("1.1.0", ("Ik vraag door.", "Ik vraag verder.")))
    scan = fill_in.scan(store, actor, round_id)
    assert scan.scales == ours.questionnaire.scales


@pytest.mark.parametrize("filename", ["mijn.xls", "mijn.txt", "mijn", "mijn.yaml.exe"])
def test_another_kind_of_file_is_refused(store: Store, filename: str) -> None:
    with pytest.raises(InputError, match=r"\.yaml of \.xlsx"):
        own_questionnaires.propose(store, FOLDER, NEW.encode(), filename)


def test_all_problems_of_a_file_come_at_once(store: Store) -> None:
    found = refused(store, new_as("een", ("Ik vraag door.", "Ik vraag <b>niet</b>.")))
    assert len(found) == 3
    assert found[0].startswith("mijn.yaml, regel 2")
