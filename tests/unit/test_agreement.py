"""How far voices lie apart and what is wanted; every expected word is worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.agreement import (
    about_directions,
    about_voices,
    about_wishes,
    apart,
    apart_word,
)

CLEAR = (
    "helemaal niet duidelijk",
    "een beetje duidelijk",
    "half duidelijk",
    "grotendeels duidelijk",
    "helemaal duidelijk",
)


@pytest.mark.parametrize(
    ("values", "distance"),
    [([4], 0), ([2, 5], 3), ([5, 2, 3.4], 3), ([3, 3, 3], 0), ([4, 3.8], 0.2), ([3.4, 1.4], 2)],
)
def test_distance_is_highest_minus_lowest_voice(values: list[float], distance: float) -> None:
    assert apart(values) == distance


@given(st.lists(st.floats(1, 5), min_size=1, max_size=3))
def test_distance_does_not_depend_on_who_said_what(values: list[float]) -> None:
    assert apart(values) == apart(values[::-1])
    assert 0 <= apart(values) <= 4


@pytest.mark.parametrize(
    ("distance", "word"),
    [
        (0, "eens"),
        (0.9, "eens"),
        (1, "een stap verschil"),
        (1.9, "een stap verschil"),
        (2, "verder uit elkaar"),
        (4, "verder uit elkaar"),
    ],
)
def test_words_change_at_one_and_at_two_steps(distance: float, word: str) -> None:
    assert apart_word(distance) == word


def test_voices_are_summed_up_and_the_furthest_is_told() -> None:
    # Distances: 0, 5 - 4.2 = 0.8, 5 - 2 = 3 and 4 - 3 = 1; two of four are below one step. The last
    # statement has one voice and is left out.
    said = about_voices(
        "Rolhelderheid",
        {
            "Een.": {"ib'er": 4, "schoolleider": 4},
            "Twee.": {"ib'er": 5, "team": 4.2},
            "Drie.": {"ib'er": 5, "schoolleider": 2, "team": 3.4},
            "Vier.": {"ib'er": 3, "schoolleider": 4},
            "Vijf.": {"ib'er": 1},
        },
        CLEAR,
    )
    assert said == (
        "Rolhelderheid: bij twee van de vier stellingen liggen jullie antwoorden dicht bij elkaar. "
        "Het verst uit elkaar: “Drie” (ib'er: helemaal duidelijk, schoolleider: een beetje "
        "duidelijk, team: tussen half duidelijk en grotendeels duidelijk)."
    )


def test_statements_equally_far_apart_are_named_together() -> None:
    far = {"ib'er": 5.0, "schoolleider": 1.0}
    said = about_voices("T", {"A.": far, "B.": far, "C.": far, "D.": far}, CLEAR)
    assert said.startswith("T: bij geen van de vier stellingen liggen jullie antwoorden dicht")
    assert said.endswith(
        "Het verst uit elkaar: “A” (ib'er: helemaal duidelijk, schoolleider: helemaal niet "
        "duidelijk), “B” (ib'er: helemaal duidelijk, schoolleider: helemaal niet duidelijk) en nog "
        "twee."
    )


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        ({}, "T: er valt nog niets naast elkaar te leggen."),
        ({"A.": {"team": 3.0}}, "T: er valt nog niets naast elkaar te leggen."),
        (
            {"A.": {"ib'er": 3, "team": 3.9}},
            (
                "T: bij de enige stelling met meer dan één stem liggen jullie antwoorden "
                "dicht bij elkaar."
            ),
        ),
        (
            {"A.": {"ib'er": 3, "team": 3}, "B.": {"ib'er": 2, "team": 2}},
            "T: bij beide stellingen liggen jullie antwoorden dicht bij elkaar.",
        ),
    ],
)
def test_few_statements_are_told_as_what_they_are(
    statements: dict[str, dict[str, float]], said: str
) -> None:
    assert about_voices("T", statements, CLEAR) == said


def test_wishes_are_more_less_or_as_it_is() -> None:
    said = about_wishes(
        {"A.": (1, 4), "B.": (2, 3), "C.": (3, 5), "D.": (4, 2), "E.": (3, 3), "F.": (5, 5)}
    )
    assert said == (
        "Bij drie stellingen wil je meer dan nu (“A”, “B” en nog één), bij één stelling wil je "
        "minder dan nu (“D”) en bij twee stellingen wil je dat het blijft zoals het is."
    )


def test_directions_are_told_like_wishes() -> None:
    assert about_directions({"A.": 3, "B.": 2}) == about_wishes({"A.": (1, 2), "B.": (2, 2)})
    assert about_directions({"A.": 1}) == "Bij één stelling wil je minder dan nu (“A”)."


def test_without_wishes_nothing_is_said() -> None:
    assert about_wishes({}) == about_directions({}) == ""
