"""The core scan as it is shipped: its build, its wording and what it says about itself."""

import re
from pathlib import Path

import pytest

from ibreflect.model.questionnaire import Item, NonAnswer
from ibreflect.model.role import REGIONS, Role
from ibreflect.questionnaires.load import load, load_folder

FOLDER = Path(__file__).parents[2] / "questionnaires"
CORE = load(FOLDER / "kwaliteitscoordinator-2022.yaml")
LC, TA, CD = Role.LEARNING_COORDINATOR, Role.TREND_ANALYST, Role.CARE_DIRECTOR

each_item = pytest.mark.parametrize("item", CORE.items, ids=lambda item: item.id)


def test_every_shipped_questionnaire_loads() -> None:
    assert CORE in [instrument.questionnaire for instrument in load_folder(FOLDER)]


def test_the_core_scan_is_known_by_its_id_and_edition() -> None:
    assert CORE.id == "kwaliteitscoordinator-2022"
    assert CORE.edition == "2022"
    assert CORE.minutes <= 25


def test_four_scales_of_eight_items_with_lasting_ids() -> None:
    ids = {scale.id: [item.id for item in scale.items] for scale in CORE.scales}
    assert list(ids) == ["learning_coordinator", "trend_analyst", "care_director", "role_overlap"]
    assert list(ids.values()) == [
        [f"{letters}{number}" for number in range(1, 9)] for letters in ("LC", "TA", "ZR", "PR")
    ]
    assert [scale.role for scale in CORE.scales] == [LC, TA, CD, None]


def test_every_region_of_the_three_circles_has_items() -> None:
    assert {item.region for item in CORE.items} == set(REGIONS)


def test_the_overlap_touches_each_pair_once_and_all_three_five_times() -> None:
    overlap = CORE.scales[-1].items
    assert [set(item.roles) for item in overlap] == [
        {LC, TA},
        {LC, CD},
        {TA, CD},
        *[set(Role)] * 5,
    ]


def test_the_answer_scale_is_a_frequency_scale_with_three_non_answers() -> None:
    assert CORE.words == ("bijna nooit", "soms", "regelmatig", "vaak", "bijna altijd")
    assert CORE.non_answers == tuple(NonAnswer)


def test_the_core_scan_says_what_it_rests_on_and_what_it_is_not() -> None:
    assert "gebaseerd op openbare artikelen over de beroepsstandaard" in CORE.basis
    assert "niet gevalideerd" in CORE.basis
    assert "niet van LBBO" in CORE.basis
    assert "ontwikkeling" in CORE.purpose
    assert "niet bedoeld om iemand te beoordelen" in CORE.purpose


def test_what_the_sources_do_not_say_themselves_is_marked() -> None:
    assert {item.id for item in CORE.items if item.inferred} == {
        "LC6",
        "PR2",
        "PR3",
        "PR4",
    }


def test_every_source_document_is_used() -> None:
    used = {source.split()[0] for item in CORE.items for source in item.sources}
    assert used == set(CORE.sources) == {"000", "001", "003", "004"}


@each_item
def test_both_texts_are_one_short_sentence_about_the_same_person(item: Item) -> None:
    assert item.self_text.startswith("Ik ")
    assert item.other_text.startswith("De ib'er ")
    for text in (item.self_text, item.other_text):
        assert re.fullmatch(r"[^.?!]+\.", text)
        assert len(text.split()) <= 18
        assert len(text) <= 120


@each_item
def test_a_text_leaves_the_frequency_to_the_answer(item: Item) -> None:
    frequency = r"\b(altijd|vaak|vaker|soms|regelmatig|meestal|zelden|dagelijks|elke)\b"
    assert not re.search(frequency, f"{item.self_text} {item.other_text}")


@each_item
def test_the_text_for_others_does_not_speak_as_the_ib_er(item: Item) -> None:
    assert not re.search(r"\b(ik|mij|mijn)\b", item.other_text, re.IGNORECASE)


@each_item
def test_a_text_is_neutral_about_gender_and_speaks_of_leraar_and_schoolleider(item: Item) -> None:
    other_words = r"\b(hij|hem|haar|zijn of haar|leerkracht\w*|juf|meester|directeur)\b"
    assert not re.search(other_words, f"{item.self_text} {item.other_text}", re.IGNORECASE)


def test_an_explanation_is_two_or_three_sentences() -> None:
    for scale in CORE.scales:
        assert 2 <= len(re.findall(r"[.?!](?:\s|$)", scale.explanation)) <= 3
