import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.plane_sentences import (
    NEITHER_IS_BETTER,
    Axis,
    about_direction,
    about_plane,
    wish_words,
)
from ibreflect.measure.scales import Score, score
from ibreflect.measure.wishes import MeanWish, mean_wish
from ibreflect.model.direction import DIRECTION_POINTS, Direction
from ibreflect.model.questionnaire import Given
from tests.unit.builders import WORDS, questionnaire_with

ITEMS = questionnaire_with({"vragen": {f"CF{number}": () for number in range(1, 6)}}).items
JUDGING = re.compile(
    r"score|cijfer|voldoende|slecht|zwak|sterk|goed|juist|verkeerd|tekort|te weinig|te veel",
    re.IGNORECASE,
)

OTHER_WAY = "Je wens wijst een andere kant op. Dat is iets om over te praten, geen fout."
SAME_WAY = "Je wens wijst dezelfde kant op. Ook dat is iets om over te praten."
NO_WAY = "Je wens zegt daar niets over. Ook dat is iets om over te praten."


def axis(title: str, now: list[int], wished: list[int]) -> Axis:
    """A scale whose first items have these answers and wishes."""
    answers: dict[str, Given] = dict(zip([item.id for item in ITEMS], now, strict=False))
    answers |= dict(zip([item.wish_id for item in ITEMS], wished, strict=False))
    return Axis(title, score([item.id for item in ITEMS], answers), mean_wish(ITEMS, answers))


def friend(wished: int) -> Axis:
    return axis("Critical friend", [3] * 5, [wished] * 5)


def steering(wished: int) -> Axis:
    return axis("Sturend", [2, 2, 3, 3, 2], [wished] * 5)


def chosen(position: int) -> Direction:
    return Direction(date(2025, 11, 3), position, "Zo willen we werken.")


def test_place_and_wish_in_the_words_of_the_scale() -> None:
    # 15/5 = 3 is regelmatig; 12/5 = 2.4 lies 0.4 from soms, so between two words.
    assert about_plane(friend(3), steering(2), WORDS) == (
        "Je staat bij critical friend op regelmatig en bij sturend tussen soms en regelmatig. "
        "Je wens: critical friend bij de meeste stellingen meer; sturend zo houden."
    )


def test_wishes_that_differ_from_item_to_item_are_not_called_the_same() -> None:
    mixed = axis("Sturend", [3] * 5, [1, 1, 3, 3, 2])
    assert "sturend bij de ene stelling meer en bij de andere minder" in about_plane(
        friend(2), mixed, WORDS
    )


def test_what_has_no_value_says_why() -> None:
    few = axis("Sturend", [3, 3], [])
    assert about_plane(friend(3), few, WORDS) == (
        "Je staat bij critical friend op regelmatig. "
        "Je wens: critical friend bij de meeste stellingen meer. "
        "Er is geen beeld van sturend: twee van de vijf stellingen beantwoord; vanaf twee derde "
        "(vier) is er een waarde."
    )
    unwished = axis("Sturend", [3] * 5, [3])
    assert about_plane(friend(3), unwished, WORDS).endswith(
        "Er is geen beeld van je wens bij sturend: één van de vijf stellingen met een wens; vanaf "
        "twee derde (vier) is er een beeld."
    )
    assert about_plane(axis("A", [], []), axis("B", [], []), WORDS) == (
        "Er is geen beeld van a: nog niets beantwoord. Er is geen beeld van b: nog niets "
        "beantwoord."
    )


@pytest.mark.parametrize(
    ("position", "wished", "relation"),
    [
        # The wish: more of the first, less of the second, points to a team that decides more.
        (1, (3, 1), SAME_WAY),
        (2, (3, 2), SAME_WAY),
        (2, (2, 1), SAME_WAY),
        (4, (3, 2), OTHER_WAY),
        (5, (2, 3), SAME_WAY),
        (1, (2, 3), OTHER_WAY),
        # More of both, less of both, or no change: nowhere.
        (2, (3, 3), NO_WAY),
        (4, (1, 1), NO_WAY),
        (5, (2, 2), NO_WAY),
    ],
)
def test_how_a_wish_relates_to_the_school(
    position: int, wished: tuple[int, int], relation: str
) -> None:
    says = about_direction(friend(wished[0]), steering(wished[1]), chosen(position))
    assert says == (
        f"Jullie school koos op 3 november 2025: “{DIRECTION_POINTS[position - 1]}”. {relation}"
    )


def test_a_choice_in_the_middle_has_no_side() -> None:
    assert "ligt in het midden" in about_direction(friend(3), steering(1), chosen(3))


def test_without_a_direction_or_a_wish_nothing_is_compared() -> None:
    assert "nog niet vastgelegd" in about_direction(friend(3), steering(1), None)
    unwished = axis("Sturend", [3] * 5, [])
    says = about_direction(friend(3), unwished, chosen(1))
    assert says.endswith("Je wens is nog niet compleet genoeg om ernaast te leggen.")


def test_a_wish_without_a_value_is_worded_by_its_reason() -> None:
    assert wish_words(MeanWish(None, 0, 4, 0, "nog geen wens ingevuld")) == "nog geen wens ingevuld"


answers = st.lists(st.integers(1, 5), max_size=5)
wishes = st.lists(st.integers(1, 3), max_size=5)
axes = st.builds(axis, st.just("Sturend"), answers, wishes)
directions = st.none() | st.integers(1, 5).map(chosen)


@given(axes, axes, directions)
def test_no_sentence_judges(across: Axis, up: Axis, direction: Direction | None) -> None:
    for says in (about_plane(across, up, WORDS), about_direction(across, up, direction)):
        assert not JUDGING.search(says)
        assert says.endswith(".")
    assert not re.search(r"\d", about_plane(across, up, WORDS))


def test_the_standing_text_calls_no_place_better() -> None:
    assert NEITHER_IS_BETTER.startswith("Geen plek in dit vlak is beter dan een andere")
    assert not JUDGING.search(NEITHER_IS_BETTER)


def test_a_title_stands_in_a_sentence_without_its_capital() -> None:
    empty = Score(None, 0, 0, None, "geen stellingen")
    wish = MeanWish(None, 0, 0, 0, "geen")
    assert Axis("Critical friend", empty, wish).name == "critical friend"
