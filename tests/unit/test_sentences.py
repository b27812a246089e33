import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.growth import Noise
from ibreflect.measure.regions import NO_ITEMS_IN_REGION
from ibreflect.measure.scales import Score, score
from ibreflect.measure.sentences import (
    about_overlap,
    about_overlap_growth,
    about_roles,
    about_scale,
    word_for,
)
from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.model.role import REGIONS, Region, Role
from tests.unit.builders import CD, LC, TA, WORDS
from tests.unit.test_sentences_growth import growth_over

PAIR: Region = tuple(sorted((LC, TA)))
OTHER_PAIR: Region = tuple(sorted((TA, CD)))
ALL_THREE: Region = tuple(sorted((LC, TA, CD)))

FORBIDDEN = re.compile(
    r"\d|score|cijfer|onvoldoende|voldoende|slecht|zwak|sterk|goed|beter|fout|laag|hoog|tekort",
    re.IGNORECASE,
)


def valued(value: float, n: int = 8) -> Score:
    return Score(value, n, n, 0.5, None)


def missing(reason: str = "nog niets beantwoord") -> Score:
    return Score(None, 0, 8, None, reason)


def roles(learning: float, trends: float, care: float) -> dict[Role, Score]:
    return {LC: valued(learning), TA: valued(trends), CD: valued(care)}


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (1.0, "bijna nooit"),
        (2.25, "soms"),
        (2.26, "tussen soms en regelmatig"),
        (2.74, "tussen soms en regelmatig"),
        (2.75, "regelmatig"),
        (4.5, "tussen vaak en bijna altijd"),
        (5.0, "bijna altijd"),
    ],
)
def test_a_value_is_worded_by_the_nearest_point_or_the_two_around_it(
    value: float, word: str
) -> None:
    assert word_for(value, WORDS) == word


# With SD .60 and reliability .80, two roles differ when more than 0.74 apart.
@pytest.mark.parametrize(
    ("scores", "conclusion"),
    [
        (
            roles(3.0, 3.5, 3.7),
            (
                "Als leercoördinator, als trendanalist en als zorgregisseur zie je jezelf ongeveer "
                "even vaak; wat verschilt, blijft binnen de meetonzekerheid."
            ),
        ),
        (
            roles(4.5, 3.0, 3.2),
            (
                "Je ziet jezelf het vaakst als leercoördinator; als zorgregisseur en als "
                "trendanalist ongeveer even vaak. Wat past, hangt af van je opdracht."
            ),
        ),
        (
            roles(2.0, 3.1, 3.2),
            (
                "Je ziet jezelf het minst vaak als leercoördinator; als zorgregisseur en als "
                "trendanalist ongeveer even vaak. Wat past, hangt af van je opdracht."
            ),
        ),
        (
            roles(2.0, 3.0, 4.0),
            (
                "Je ziet jezelf het vaakst als zorgregisseur en het minst vaak als "
                "leercoördinator; daartussen zie je jezelf als trendanalist. "
                "Wat past, hangt af van je opdracht."
            ),
        ),
        (
            roles(3.0, 3.5, 4.0),
            (
                "Je ziet jezelf vaker als zorgregisseur dan als leercoördinator; hoe vaak je "
                "jezelf als trendanalist ziet, verschilt van geen van beide aantoonbaar. "
                "Wat past, hangt af van je opdracht."
            ),
        ),
        (
            {LC: valued(4.0), TA: valued(3.0)},
            (
                "Je ziet jezelf vaker als leercoördinator dan als trendanalist. "
                "Wat past, hangt af van je opdracht."
            ),
        ),
        (
            {LC: valued(4.0), TA: missing(), CD: missing("2 van de 8 stellingen beantwoord")},
            (
                "Er is alleen een beeld van jou als leercoördinator; vergelijken kan pas bij meer "
                "rollen. Er is geen beeld van jou als trendanalist: nog niets beantwoord. "
                "Er is geen beeld van jou als zorgregisseur: twee van de acht "
                "stellingen beantwoord."
            ),
        ),
        (
            {LC: missing(), TA: missing(), CD: missing()},
            (
                "Er is geen beeld van jou als leercoördinator, van jou als trendanalist en "
                "van jou als zorgregisseur: nog niets beantwoord."
            ),
        ),
    ],
)
def test_roles_are_compared_only_beyond_the_measurement_error(
    scores: Mapping[Role, Score], conclusion: str
) -> None:
    assert about_roles(scores, Noise()) == conclusion


def test_the_overlap_is_told_in_scale_words() -> None:
    regions = {(LC,): valued(1.0), PAIR: valued(4.0, n=2), ALL_THREE: valued(2.5, n=5)}
    assert about_overlap(regions, WORDS) == (
        "Je rollen komen het vaakst samen bij leercoördinator én trendanalist (vaak) en het minst "
        "vaak bij alle drie de rollen (tussen soms en regelmatig)."
    )


def test_the_overlap_can_be_even() -> None:
    assert about_overlap({PAIR: valued(3.1), ALL_THREE: valued(3.0)}, WORDS) == (
        "Bij leercoördinator én trendanalist en bij alle drie de rollen komen je rollen ongeveer "
        "even vaak samen: regelmatig."
    )


def test_an_overlap_of_one_statement_and_an_empty_one_say_so() -> None:
    regions = {PAIR: valued(4.0, n=1), OTHER_PAIR: Score(None, 0, 0, None, NO_ITEMS_IN_REGION)}
    assert about_overlap(regions, WORDS) == (
        "Bij leercoördinator én trendanalist komen je rollen samen: vaak. "
        "Bij leercoördinator én trendanalist rust dit op één stelling, en één stelling zegt "
        "weinig. Er is geen beeld bij trendanalist én zorgregisseur: "
        "geen stellingen over dit gebied."
    )


def test_one_answer_out_of_many_is_no_statement_to_rest_on() -> None:
    too_few = Score(None, 1, 5, None, "1 van de 5 stellingen beantwoord")
    assert about_overlap({ALL_THREE: too_few}, WORDS) == (
        "Er is geen beeld bij alle drie de rollen: één van de vijf stellingen beantwoord."
    )


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ([4, 5, 3], "twee van de drie ingevulde stellingen staan op vaak of bijna altijd."),
        ([4, 1, 3], "één van de drie ingevulde stellingen staat op vaak of bijna altijd."),
        ([1, 2, 3], "geen van de drie ingevulde stellingen staat op vaak of bijna altijd."),
        ([4, 5], "alle twee ingevulde stellingen staan op vaak of bijna altijd."),
        ([2], "de enige stelling die op de schaal is ingevuld, staat op soms."),
        (
            [NonAnswer.ELSEWHERE],
            "geen van de stellingen is op de schaal ingevuld. Bij een ander ligt: “Ik doe a”.",
        ),
        (
            [None, None, NonAnswer.CANNOT_JUDGE, 4],
            (
                "de enige stelling die op de schaal is ingevuld, staat op vaak. "
                "Niet te beoordelen is: “Ik doe c”. Nog open zijn: “Ik doe a” en “Ik doe b”."
            ),
        ),
        (
            [NonAnswer.NOT_APPLICABLE] * 5,
            (
                "geen van de stellingen is op de schaal ingevuld. Niet van toepassing zijn: "
                "“Ik doe a”, “Ik doe b”, “Ik doe c” en nog twee."
            ),
        ),
    ],
)
def test_a_domain_tells_what_is_often_and_what_has_no_number(
    answers: list[Given | None], told: str
) -> None:
    given_answers = dict(zip((f"Ik doe {letter}." for letter in "abcde"), answers, strict=False))
    assert about_scale("Leercoördinator", given_answers, WORDS) == f"Leercoördinator: {told}"


def scored(answers: list[Given | None]) -> Score:
    item_ids = [f"LC{number}" for number in range(len(answers))]
    present = {
        item_id: answer
        for item_id, answer in zip(item_ids, answers, strict=True)
        if answer is not None
    }
    return score(item_ids, present)


some_answers = st.lists(
    st.none() | st.integers(1, 5) | st.sampled_from(NonAnswer), min_size=1, max_size=40
)
any_score = some_answers.map(scored)


@given(
    st.fixed_dictionaries(dict.fromkeys(Role, any_score)),
    st.lists(st.fixed_dictionaries(dict.fromkeys(REGIONS, any_score)), min_size=1, max_size=4),
    some_answers,
    st.lists(st.floats(1, 5), max_size=4),
)
def test_no_sentence_holds_a_number_or_a_judgement(
    role_scores: dict[Role, Score],
    regions: list[dict[Region, Score]],
    answers: list[Given | None],
    values: list[float],
) -> None:
    rounds = ["herfst", "winter", "lente", "zomer"][: len(regions)]
    statements = {f"Ik doe {'a' * number}.": answer for number, answer in enumerate(answers)}
    sentences = [
        about_roles(role_scores, Noise()),
        about_overlap(regions[0], WORDS),
        about_scale("Leercoördinator", statements, WORDS),
        growth_over(*values),
        about_overlap_growth(rounds, regions, Noise()),
    ]
    for sentence in sentences:
        assert not FORBIDDEN.search(sentence)
        assert sentence.endswith(".")
        assert sentence[0].isupper()
