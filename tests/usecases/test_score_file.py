import json
from typing import Any

import pytest

from ibreflect.errors import AnswersFileError
from ibreflect.measure.growth import Noise
from ibreflect.model.questionnaire import NonAnswer
from ibreflect.usecases.score_file import score_file
from tests.unit.builders import CD, LC, TA, questionnaire_with

QUESTIONNAIRE = questionnaire_with(
    {
        "learning": {"LC1": (LC,), "LC2": (LC,), "LC3": (LC,)},
        "overlap": {"PR1": (LC, TA), "PR2": (LC, TA, CD)},
    }
)
HEADER = "respondent,perspective,round,item,value"


def score_lines(*lines: str) -> Any:
    """What `score_file` makes of these lines, after a trip through JSON."""
    return json.loads(json.dumps(score_file(QUESTIONNAIRE, lines, Noise())))


def problems_in(*lines: str) -> list[str]:
    with pytest.raises(AnswersFileError) as raised:
        score_file(QUESTIONNAIRE, lines, Noise())
    return str(raised.value).splitlines()[1:]


def test_a_file_becomes_scales_regions_and_changes() -> None:
    scored = score_lines(
        HEADER,
        "r1,self,2024,LC1,2",
        "r1,self,2024,LC2,3",
        "r1,self,2024,LC3,nvt",
        "r1,self,2025,LC1,4",
        "r1,self,2025,LC2,4",
        "r1,self,2025,PR1,5",
    )
    assert scored["scales"] == [
        {
            "respondent": "r1",
            "perspective": "self",
            "round": "2024",
            "scale": "learning",
            "value": 2.5,
            "n": 2,
            "sd": pytest.approx(0.5**0.5),
            "reason": None,
        },
        {
            "respondent": "r1",
            "perspective": "self",
            "round": "2024",
            "scale": "overlap",
            "value": None,
            "n": 0,
            "sd": None,
            "reason": "nog niets beantwoord",
        },
        {
            "respondent": "r1",
            "perspective": "self",
            "round": "2025",
            "scale": "learning",
            "value": 4.0,
            "n": 2,
            "sd": 0.0,
            "reason": None,
        },
        {
            "respondent": "r1",
            "perspective": "self",
            "round": "2025",
            "scale": "overlap",
            "value": None,
            "n": 1,
            "sd": None,
            "reason": "1 van de 2 stellingen beantwoord; vanaf twee derde (2) is er een waarde",
        },
    ]
    assert scored["changes"] == [
        {
            "respondent": "r1",
            "perspective": "self",
            "scale": "learning",
            "from": "2024",
            "to": "2025",
            "change": 1.5,
            "needed": pytest.approx(0.7438, abs=5e-5),
            "verdict": "more",
        }
    ]


def test_every_region_is_listed_with_its_roles_in_alphabetical_order() -> None:
    scored = score_lines(HEADER, "r1,self,2024,PR1,5")
    assert [(row["region"], row["value"]) for row in scored["regions"]] == [
        (["learning_coordinator"], None),
        (["trend_analyst"], None),
        (["care_director"], None),
        (["learning_coordinator", "trend_analyst"], 5.0),
        (["care_director", "learning_coordinator"], None),
        (["care_director", "trend_analyst"], None),
        (["care_director", "learning_coordinator", "trend_analyst"], None),
    ]
    assert scored["regions"][2]["reason"] == "geen stellingen over dit gebied"


def test_rows_are_ordered_by_respondent_perspective_and_round_as_text() -> None:
    scored = score_lines(
        HEADER, "r2,self,1,LC1,3", "r1,self,9,LC1,3", "r1,self,10,LC1,3", "r1,leraar,9,LC1,3"
    )
    assert [
        (row["respondent"], row["perspective"], row["round"])
        for row in scored["scales"]
        if row["scale"] == "learning"
    ] == [("r1", "leraar", "9"), ("r1", "self", "10"), ("r1", "self", "9"), ("r2", "self", "1")]


def test_a_change_skips_rounds_without_a_value_and_stays_with_its_own_line() -> None:
    lines = [
        f"{who},{perspective},{in_round},{item},{value}"
        for who, perspective, in_round, value in [
            ("r1", "self", "a", 2),
            ("r1", "self", "c", 4),
            ("r1", "leraar", "b", 5),
            ("r2", "self", "b", 5),
        ]
        for item in ("LC1", "LC2")
    ]
    changes = score_lines(HEADER, *lines, "r1,self,b,LC1,5")["changes"]
    assert [(row["perspective"], row["from"], row["to"]) for row in changes] == [("self", "a", "c")]


@pytest.mark.parametrize(
    "lines",
    [
        ["\ufeffrespondent;perspective;round;item;value\r\n", "r1;self;1;LC1;4\r\n"],
        ["value,item,round,note,perspective,respondent", "4.0,LC1,1,ja,self,r1"],
        ["Respondent, Perspective, Round, Item, Value", " r1 , self , 1 , LC1 , 4 "],
        [HEADER, "", '"r1","self","1","LC1","4"', ",,,,"],
    ],
)
def test_the_same_file_as_different_programs_write_it(lines: list[str]) -> None:
    scored = score_lines(*lines)
    assert [(row["respondent"], row["n"]) for row in scored["scales"]] == [("r1", 1), ("r1", 0)]


def test_an_empty_or_missing_cell_is_not_answered_and_non_answers_are_kept_apart() -> None:
    scored = score_lines(HEADER, "r1,self,1,LC1,", "r1,self,1,LC2", "r1,self,1,PR1,bij_ander")
    assert [row["reason"] for row in scored["scales"]] == ["nog niets beantwoord"] * 2
    answered = score_lines(HEADER, *[f"r1,self,1,LC{number},bij_ander" for number in (1, 2, 3)])
    assert answered["scales"][0]["reason"] == (
        "alle stellingen zijn niet van toepassing of liggen bij een ander"
    )


def test_all_problems_are_told_with_their_line() -> None:
    assert problems_in(
        HEADER,
        "r1,self,1,LC1,4",
        "r1,self,1,XX9,4",
        "r1,self,1,LC2,6",
        "r1,self,1,LC3,3.5",
        "r1,self,1,LC1,5",
        ",self,,LC1,4",
        "r1,self,1,PR1,4,0",
        ",self,1,XX9,nee",
    ) == [
        "regel 3: item 'XX9' staat niet in deze vragenlijst",
        (
            "regel 4: waarde '6' kan niet; kies uit 1, 2, 3, 4, 5, nvt, kan_niet_beoordelen, "
            "bij_ander of laat de cel leeg"
        ),
        (
            "regel 5: waarde '3.5' kan niet; kies uit 1, 2, 3, 4, 5, nvt, kan_niet_beoordelen, "
            "bij_ander of laat de cel leeg"
        ),
        "regel 6: tweede rij voor item LC1 van 'r1' ('self', '1'); laat er één staan",
        "regel 7: de cel respondent is leeg; vul hem in",
        "regel 7: de cel round is leeg; vul hem in",
        "regel 8: 6 cellen bij 5 kolommen; er staat een scheidingsteken te veel",
        "regel 9: de cel respondent is leeg; vul hem in",
        "regel 9: item 'XX9' staat niet in deze vragenlijst",
        (
            "regel 9: waarde 'nee' kan niet; kies uit 1, 2, 3, 4, 5, nvt, kan_niet_beoordelen, "
            "bij_ander of laat de cel leeg"
        ),
    ]


def test_an_empty_cell_and_a_value_for_one_item_are_two_rows() -> None:
    assert problems_in(HEADER, "r1,self,1,LC1,", "r1,self,1,LC1,5") == [
        "regel 3: tweede rij voor item LC1 van 'r1' ('self', '1'); laat er één staan"
    ]


def test_more_than_twenty_problems_are_counted() -> None:
    told = problems_in(HEADER, *[f"r{number},self,1,LC1,0" for number in range(50)])
    assert len(told) == 21
    assert told[-1] == "en nog 30"


@pytest.mark.parametrize(
    ("lines", "columns"),
    [
        ([], ["respondent", "perspective", "round", "item", "value"]),
        (["respondent,perspective,item"], ["round", "value"]),
        ([f"{HEADER},value"], ["value"]),
    ],
)
def test_a_header_names_each_column_once(lines: list[str], columns: list[str]) -> None:
    assert problems_in(*lines) == [
        f"regel 1: de kolom {column} moet er één keer zijn, met die naam bovenaan"
        for column in columns
    ]


def test_a_non_answer_that_the_questionnaire_lacks_is_a_problem() -> None:
    without = QUESTIONNAIRE.model_copy(update={"non_answers": (NonAnswer.NOT_APPLICABLE,)})
    with pytest.raises(AnswersFileError, match="'bij_ander' kan niet"):
        score_file(without, [HEADER, "r1,self,1,LC1,bij_ander"], Noise())


def test_a_file_that_stops_in_the_middle_keeps_the_problems_before_it() -> None:
    told = problems_in(HEADER, "r1,self,1,LC1,9", 'r1,self,1,LC2,"4')
    assert [problem.split(":")[0] for problem in told] == ["regel 2", "regel 2"]
    assert "niet te lezen" in told[1]


def test_a_file_in_another_encoding_says_what_to_do() -> None:
    lines = (line.decode() for line in [HEADER.encode(), "zoë,self,1,LC1,4".encode("cp1252")])
    with pytest.raises(AnswersFileError, match="CSV UTF-8"):
        score_file(QUESTIONNAIRE, lines, Noise())


def test_a_long_cell_is_shown_short() -> None:
    assert problems_in(HEADER, f"r1,self,1,{'X' * 500},4") == [
        f"regel 2: item '{'X' * 40}…' staat niet in deze vragenlijst"
    ]


def test_a_header_alone_is_an_empty_result() -> None:
    assert score_lines(HEADER) == {"scales": [], "regions": [], "changes": []}
