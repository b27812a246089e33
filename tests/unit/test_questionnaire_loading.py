"""Reading questionnaire files: everything that is wrong is said at once, with line and remedy."""

import json

import pytest

from ibreflect.errors import QuestionnaireError
from ibreflect.model.questionnaire import NonAnswer, RaterGroup
from ibreflect.model.role import Role
from ibreflect.questionnaires.load import parse, problems
from ibreflect.questionnaires.schema import json_schema
from tests.unit.example_questionnaire import GOOD, as_read, changed, sentences


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


def test_the_schema_helps_in_dutch_with_every_key() -> None:
    schema = json_schema()
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    parts = [schema, *definitions.values()]
    keys = [key for part in parts for key in part.get("properties", {}).values()]
    assert len(keys) == 33
    for part in [*parts, *keys]:
        assert part["description"].endswith(".")
    titles = {part["title"] for part in keys}
    assert {"Versie", "Tekst voor de ib'er", "Geen antwoord", "Wie het ziet"} <= titles
    assert not {"Version", "Self Text", "Non Answers", "Visible To"} & titles


def test_the_schema_accepts_a_good_file_and_refuses_an_unknown_key() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(json_schema())
    content = json.loads(json.dumps(as_read()))
    assert validator.is_valid(content)
    assert not validator.is_valid({**content, "tittel": "x"})
