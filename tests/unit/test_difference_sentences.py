"""What is said of oneself beside another perspective, word for word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.difference_sentences import (
    ASK_FOR_EXAMPLES,
    DIVIDED_IS_NO_FAULT,
    about_differences,
    about_unity,
    about_unseen,
)
from ibreflect.measure.growth import Noise
from ibreflect.measure.raters import Unity, Voiced
from ibreflect.model.voice import Mark

# On one statement one person and four people need a difference of 1.64 (tests/unit/test_raters.py).
Pair = tuple[Voiced, Voiced]


def _pair(mine: float, theirs: float) -> Pair:
    return Voiced(mine, 1, 1), Voiced(theirs, 4, 1)


SAME = _pair(3, 3)
WITHIN = _pair(4, 2.4)  # 1.6
HIGHER = _pair(4, 2.3)  # 1.7
LOWER = _pair(2, 3.7)  # 1.7


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        (
            {"A.": HIGHER, "B.": SAME},
            "bij één van de twee stellingen. Bij “A” ligt jouw antwoord hoger.",
        ),
        (
            {"A.": LOWER, "B.": SAME, "C.": WITHIN},
            "bij één van de drie stellingen. Bij “A” ligt het antwoord van de leraren hoger.",
        ),
        (
            {"A.": HIGHER, "B.": LOWER, "C.": SAME},
            (
                "bij twee van de drie stellingen. Bij “A” ligt jouw antwoord hoger, bij “B” dat "
                "van de leraren."
            ),
        ),
        (
            # At most two are named: the largest, and of equal ones the first of the questionnaire.
            {"A.": _pair(3, 1.3), "B.": _pair(5, 1), "C.": HIGHER, "D.": HIGHER, "E.": SAME},
            "bij vier van de vijf stellingen. Bij “B”, “A” en nog twee ligt jouw antwoord hoger.",
        ),
        (
            {"A.": HIGHER, "B.": HIGHER, "C.": _pair(1, 5), "D.": LOWER, "E.": LOWER},
            (
                "bij alle vijf de stellingen. Bij “A” en nog één ligt jouw antwoord hoger, bij “C” "
                "en nog twee dat van de leraren."
            ),
        ),
        ({"A.": HIGHER}, "bij de enige stelling. Bij “A” ligt jouw antwoord hoger."),
    ],
)
def test_differences_beyond_the_error_are_told_in_both_directions(
    pairs: dict[str, Pair], said: str
) -> None:
    told = about_differences("Trends", pairs, Noise(), other=Mark.TEACHERS)
    assert told == (f"Trends, jij en de leraren: er is verschil in beeld {said} {ASK_FOR_EXAMPLES}")


def test_nothing_beyond_the_error_is_told_as_that() -> None:
    # Of the whole, one person over eight statements and four people over eight: errors .2683 and
    # .30, needed 1.96·√(.072 + .09) = .789.
    whole = Voiced(4.0, 1, 8), Voiced(3.3, 4, 8)
    told = about_differences(
        "Trends", {"A.": WITHIN}, Noise(), other=Mark.SCHOOL_LEADER, whole=whole
    )
    assert (
        told == "Trends, jij en de schoolleider: jullie beelden liggen binnen de meetonzekerheid."
    )


@pytest.mark.parametrize(
    ("mine", "whose"), [(4.0, "jouw beeld"), (2.0, "het beeld van het bestuur")]
)
def test_a_whole_scale_can_differ_where_no_statement_does(mine: float, whose: str) -> None:
    whole = Voiced(mine, 1, 8), Voiced(3.0, 4, 8)
    told = about_differences("Trends", {"A.": WITHIN}, Noise(), other=Mark.BOARD, whole=whole)
    assert told == (
        "Trends, jij en het bestuur: er is verschil in beeld over het geheel "
        f"({whose} ligt hoger). {ASK_FOR_EXAMPLES}"
    )


def test_a_whole_scale_is_compared_without_its_statements() -> None:
    whole = Voiced(3.0, 1, 8), Voiced(3.0, 4, 8)
    told = about_differences("Trends", {}, Noise(), other=Mark.TEACHERS, whole=whole)
    assert told.endswith(": jullie beelden liggen binnen de meetonzekerheid.")


def test_the_whole_and_its_statements_are_told_together() -> None:
    whole = Voiced(4.0, 1, 8), Voiced(3.0, 4, 8)
    told = about_differences(
        "Trends", {"A.": HIGHER, "B.": HIGHER}, Noise(), other=Mark.PARENTS, whole=whole
    )
    assert told == (
        "Trends, jij en de ouders: er is verschil in beeld over het geheel (jouw beeld ligt hoger) "
        f"en bij beide stellingen. Bij “A” en “B” ligt jouw antwoord hoger. {ASK_FOR_EXAMPLES}"
    )


def test_without_two_values_there_is_nothing_to_compare() -> None:
    assert about_differences("Trends", {}, Noise(), other=Mark.REST) == (
        "Trends, jij en de overige collega's: er valt nog niets naast elkaar te leggen."
    )


@given(st.lists(st.tuples(st.floats(1, 5), st.floats(1, 5)), max_size=8))
def test_a_sentence_never_judges_and_names_at_most_two(values: list[tuple[float, float]]) -> None:
    pairs = {f"Stelling {place}.": _pair(*both) for place, both in enumerate(values)}
    told = about_differences("Trends", pairs, Noise(), other=Mark.COLLEAGUES)
    assert told.count("“") <= 2
    assert "schatting" not in told


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (
            {"A.": Unity.UNITED, "B.": Unity.UNITED, "C.": Unity.DIVIDED},
            (
                "eensgezind bij twee van de drie stellingen, verdeeld bij één (“C”). "
                f"{DIVIDED_IS_NO_FAULT}"
            ),
        ),
        ({"A.": Unity.UNITED, "B.": Unity.UNITED}, "eensgezind bij beide stellingen."),
        # What was kept as a word counts as the word it is.
        (
            {"A.": "verdeeld", "B.": "verdeeld", "C.": "verdeeld"},
            f"verdeeld bij alle drie de stellingen (“A”, “B” en nog één). {DIVIDED_IS_NO_FAULT}",
        ),
        ({"A.": Unity.DIVIDED}, f"verdeeld bij de enige stelling (“A”). {DIVIDED_IS_NO_FAULT}"),
    ],
)
def test_unity_of_a_group_is_counted(statements: dict[str, str], said: str) -> None:
    assert about_unity(Mark.TEACHERS, statements) == f"De leraren: {said}"


def test_what_many_cannot_judge_is_a_finding_and_a_question() -> None:
    assert about_unseen(Mark.TEACHERS, ["A.", "B.", "C."]) == (
        "Onzichtbaar werk: meer dan de helft van de leraren kan “A”, “B” en nog één niet "
        "beoordelen. Dat gaat over wat zichtbaar is, en niet over hoe je het doet. Hoe zouden zij "
        "het kunnen zien?"
    )


def test_without_findings_nothing_is_said() -> None:
    assert about_unity(Mark.TEACHERS, {}) == about_unseen(Mark.TEACHERS, []) == ""
