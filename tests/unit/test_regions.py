from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.growth import Noise, Verdict
from ibreflect.measure.regions import (
    NO_ITEMS_IN_REGION,
    overlap,
    overlap_shifts,
    region_scores,
)
from ibreflect.measure.scales import Score
from ibreflect.model.questionnaire import NonAnswer
from ibreflect.model.role import REGIONS, Region
from tests.unit.builders import CD, LC, TA, questionnaire_with

LEARNING_TRENDS: Region = tuple(sorted((LC, TA)))
LEARNING_CARE: Region = tuple(sorted((LC, CD)))
ALL_THREE: Region = tuple(sorted((LC, TA, CD)))

QUESTIONNAIRE = questionnaire_with(
    {
        "learning": {"LC1": (LC,), "LC2": (LC,)},
        "trends": {"TA1": (TA,)},
        "overlap": {"PR1": (LC, TA), "PR2": (TA, LC, CD), "PR3": (CD, LC, TA)},
        "other": {"CL1": ()},
    }
)
ITEM_IDS = [item.id for item in QUESTIONNAIRE.items]


def test_every_region_is_the_mean_of_exactly_its_own_items() -> None:
    scores = region_scores(
        QUESTIONNAIRE, {"LC1": 1, "LC2": 2, "TA1": 5, "PR1": 4, "PR2": 2, "PR3": 3, "CL1": 5}
    )
    assert {region: figures.value for region, figures in scores.items()} == {
        (LC,): 1.5,
        (TA,): 5,
        (CD,): None,
        LEARNING_TRENDS: 4,
        LEARNING_CARE: None,
        tuple(sorted((TA, CD))): None,
        ALL_THREE: 2.5,
    }


def test_all_seven_regions_are_there_and_an_empty_one_says_so() -> None:
    scores = region_scores(QUESTIONNAIRE, {"LC1": 5})
    assert list(scores) == list(REGIONS)
    assert scores[LEARNING_CARE] == Score(None, 0, 0, None, NO_ITEMS_IN_REGION)


def test_full_roles_leave_their_overlap_unmeasured() -> None:
    scores = region_scores(QUESTIONNAIRE, {"LC1": 5, "LC2": 5, "TA1": 5})
    assert scores[LEARNING_TRENDS].value is None
    assert scores[LEARNING_TRENDS].reason == "nog niets beantwoord"


def test_a_region_kept_to_other_items_is_empty() -> None:
    scores = region_scores(QUESTIONNAIRE, {"PR2": 2, "PR3": 5}, only={"PR2"})
    assert scores[ALL_THREE][:3] == (2, 1, 1)
    assert scores[(LC,)].reason == NO_ITEMS_IN_REGION


@given(
    st.dictionaries(st.sampled_from(ITEM_IDS), st.integers(1, 5) | st.sampled_from(NonAnswer)),
    st.sampled_from(ITEM_IDS),
    st.integers(1, 5),
)
def test_an_answer_moves_no_other_region(
    answers: dict[str, int | NonAnswer], item_id: str, value: int
) -> None:
    own = next(item.region for item in QUESTIONNAIRE.items if item.id == item_id)
    before = region_scores(QUESTIONNAIRE, answers)
    after = region_scores(QUESTIONNAIRE, {**answers, item_id: value})
    others = [region for region in REGIONS if region != own]
    assert [before[region] for region in others] == [after[region] for region in others]


def test_overlap_is_where_at_least_two_roles_meet() -> None:
    assert [len(region) for region in overlap(region_scores(QUESTIONNAIRE, {}))] == [2, 2, 2, 3]


def test_a_region_of_one_statement_gets_no_verdict() -> None:
    before = region_scores(QUESTIONNAIRE, {"PR1": 1, "PR2": 2, "PR3": 2})
    after = region_scores(QUESTIONNAIRE, {"PR1": 5, "PR2": 3, "PR3": 3})
    assert overlap_shifts(before, after, Noise()) == {Verdict.MORE: [ALL_THREE]}


def test_a_region_without_a_value_in_one_round_is_not_compared() -> None:
    before = region_scores(QUESTIONNAIRE, {})
    after = region_scores(QUESTIONNAIRE, {"PR2": 3, "PR3": 3})
    assert overlap_shifts(before, after, Noise()) == {}
