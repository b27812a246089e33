"""Questionnaires for other programs: SurveyJS and LimeSurvey."""

import csv
import html
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.model.questionnaire import Questionnaire, RaterGroup
from ibreflect.questionnaires.limesurvey import limesurvey
from ibreflect.questionnaires.load import Instrument, load_folder, parse
from ibreflect.questionnaires.surveyjs import surveyjs
from tests.unit.example_questionnaire import GOOD, changed
from tests.unit.generated_questionnaires import questionnaires

SHIPPED = load_folder(Path(__file__).resolve().parents[2] / "questionnaires")
PROEF = parse(GOOD, "proef.yaml")
WITH_WISH = parse(changed("minuten: 5", "minuten: 5\nwens: minder_zo_meer"), "proef.yaml")
WITH_VOICE = parse(
    changed("ziet: [leraar]", "ziet: [leraar]\n        stemmen: {leraar: Jij vraagt.}"),
    "proef.yaml",
)


def questions(questionnaire: Questionnaire, group: RaterGroup | None = None) -> dict[str, Any]:
    """The elements of the SurveyJS form, by name."""
    survey = json.loads(surveyjs(questionnaire, group))
    return {each["name"]: each for page in survey["pages"] for each in page["elements"]}


def rows(questionnaire: Questionnaire, group: RaterGroup | None = None) -> list[dict[str, str]]:
    """The rows of the LimeSurvey file, read as LimeSurvey reads them: tabs and quotation marks."""
    lines = limesurvey(questionnaire, group).splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quotechar='"', strict=True))


def test_surveyjs_asks_the_iber_everything_with_words_and_non_answers() -> None:
    survey = json.loads(surveyjs(PROEF))
    assert (survey["title"], survey["locale"]) == ("Proef", "nl")
    assert [page["name"] for page in survey["pages"]] == ["learning_coordinator", "overlap"]
    assert [page["description"] for page in survey["pages"]] == ["Over leren.", "Over verbinden."]
    first = questions(PROEF)["LC1"]
    assert (first["type"], first["title"]) == ("radiogroup", "Ik stel vragen.")
    assert [choice["value"] for choice in first["choices"]] == [
        *(1, 2, 3, 4, 5),
        *("nvt", "kan_niet_beoordelen"),
    ]
    assert first["choices"][0]["text"] == "bijna nooit"
    assert first["choices"][-1]["text"] == "kan ik niet beoordelen"


def test_a_group_is_asked_what_it_can_see_in_its_own_words() -> None:
    assert list(questions(PROEF, RaterGroup.COLLEAGUE)) == ["PR1"]
    survey = json.loads(surveyjs(PROEF, RaterGroup.COLLEAGUE))
    assert [page["name"] for page in survey["pages"]] == ["overlap"]
    assert questions(PROEF, RaterGroup.TEACHER)["LC1"]["title"] == "De ib'er stelt vragen."
    assert questions(WITH_VOICE, RaterGroup.TEACHER)["LC1"]["title"] == "Jij vraagt."
    assert [each["name"] for each in rows(PROEF, RaterGroup.COLLEAGUE) if each["class"] == "Q"] == [
        "PR1"
    ]


def test_a_wish_is_a_question_of_its_own() -> None:
    asked = questions(WITH_WISH)
    assert list(asked) == ["LC1", "LC1.wens", "PR1", "PR1.wens"]
    assert asked["LC1.wens"]["title"] == "Wat wil je hierbij? Ik stel vragen."
    assert [each["text"] for each in asked["LC1.wens"]["choices"]] == [
        "minder",
        "zo houden",
        "meer",
    ]
    found = rows(WITH_WISH)
    at = next(number for number, row in enumerate(found) if row["name"] == "LC1wens")
    assert [row["text"] for row in found[at + 1 : at + 4]] == ["minder", "zo houden", "meer"]


def test_limesurvey_gets_groups_questions_and_answers_in_order() -> None:
    found = rows(PROEF)
    assert [row["class"] for row in found] == [
        *("S", "S", "S", "SL", "SL"),
        *("G", "Q", *["A"] * 7),
        *("G", "Q", *["A"] * 7),
    ]
    settings = {row["name"]: row["text"] for row in found[:5]}
    assert settings["language"] == "nl"
    assert settings["anonymized"] == "Y"
    assert settings["surveyls_title"] == "Proef"
    question = found[6]
    assert (question["type/scale"], question["name"]) == ("L", "LC1")
    assert [row["name"] for row in found[7:14]] == ["1", "2", "3", "4", "5", "nvt", "knb"]
    assert {row["language"] for row in found} == {"nl"}


def test_what_limesurvey_would_compute_or_draw_stays_text() -> None:
    text = GOOD.replace("Ik stel vragen.", '"Ik vraag {LC1} & \\"hoe\\" 1 < 2."')
    (question,) = [row for row in rows(parse(text, "x.yaml")) if row["name"] == "LC1"]
    assert "{" not in question["text"]
    assert html.unescape(question["text"]) == 'Ik vraag {LC1} & "hoe" 1 < 2.'


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda each: each.questionnaire.id)
def test_every_perspective_of_every_shipped_questionnaire_goes_out(shipped: Instrument) -> None:
    asked = shipped.questionnaire
    for group in (None, *asked.groups):
        statements = [item for item in asked.items if group is None or group in item.visible_to]
        found = questions(asked, group)
        assert [found[item.id]["title"] for item in statements] == [
            item.text_for(group) for item in statements
        ]
        assert len(found) == len(statements) * (2 if asked.wish else 1)
        names = [row["name"] for row in rows(asked, group) if row["class"] == "Q"]
        assert names == [name.replace(".", "") for name in found]
        assert all(name.isalnum() and len(name) <= 20 for name in names)


@given(questionnaires(), st.sampled_from([None, *RaterGroup]))
def test_any_text_keeps_to_its_own_cell(
    questionnaire: Questionnaire, group: RaterGroup | None
) -> None:
    found = rows(questionnaire, group)
    asked = [row for row in found if row["class"] == "Q"]
    assert len(asked) == len(questions(questionnaire, group))
    assert all(None not in row and len(row) == 12 for row in found)
    assert all(len(row["name"]) <= 5 for row in found if row["class"] == "A")
