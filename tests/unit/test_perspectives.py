"""Several statements in one voice, and two voices beside each other; expected values by hand."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.disclosure import of_group, of_one
from ibreflect.measure.perspectives import (
    NOT_ASKED,
    bound,
    by_statement,
    rounded,
    side_by_side,
    together,
    voiced,
)
from ibreflect.measure.raters import Voiced
from ibreflect.model.questionnaire import Given, Item, NonAnswer, RaterGroup
from ibreflect.model.voice import Heard, Mark, Voice
from tests.unit.builders import questionnaire_with

IDS = ("AA1", "AA2", "AA3", "AA4", "AA5", "AA6")
ITEMS = questionnaire_with({"mandate": dict.fromkeys(IDS, ())}).items


def of(*ids: str) -> list[Item]:
    return [item for item in ITEMS if item.id in ids]


def own(answers: Mapping[str, Given | None]) -> Voice:
    return Voice(Mark.SELF, (), 1, 1, {each: of_one(got) for each, got in answers.items()}, "")


def group(heard: Mapping[str, Heard]) -> Voice:
    return Voice(Mark.TEACHERS, (RaterGroup.TEACHER,), 6, 3, heard, "")


def seen(value: float | None, n: int = 6, said: str = "") -> Heard:
    reason = "te weinig" if value is None else None
    return Heard(value, n if value else 0, None, reason, bound=said)


@pytest.mark.parametrize(
    ("value", "shown"), [(3.25, 3.3), (3.24, 3.2), (3.15, 3.2), (1, 1.0), (4.95, 5.0)]
)
def test_a_half_goes_up(value: float, shown: float) -> None:
    assert rounded(value) == shown


def test_the_value_of_a_group_is_the_mean_of_what_is_published() -> None:
    voice = group({"AA1": seen(3.3), "AA2": seen(4.0), "AA3": seen(2.8)})
    # (3.3 + 4.0 + 2.8) / 3 = 10.1 / 3 = 3.37
    assert together(voice, ITEMS)[:3] == (3.4, 3, 3)


def test_a_group_has_a_value_from_two_thirds_of_what_it_was_asked() -> None:
    heard = {"AA1": seen(4), "AA2": seen(2), "AA3": seen(None)}
    assert together(group(heard), ITEMS)[:3] == (3, 2, 3)  # 2 of 3 is two thirds
    fewer = together(group({**heard, "AA4": seen(None)}), ITEMS)  # 2 of 4 is less
    assert fewer.value is None
    assert "vanaf twee derde (3)" in str(fewer.reason)


def test_what_a_voice_was_not_asked_counts_for_nothing() -> None:
    voice = group({"AA1": seen(4)})
    assert together(voice, ITEMS)[:3] == (4, 1, 1)
    assert together(voice, of("AA2")).reason == NOT_ASKED


def test_of_who_is_named_non_answers_count_as_in_the_own_picture() -> None:
    answers: dict[str, Given | None] = {
        "AA1": 4,
        "AA2": 3,
        "AA3": NonAnswer.ELSEWHERE,
        "AA4": NonAnswer.NOT_APPLICABLE,
        "AA5": NonAnswer.CANNOT_JUDGE,
    }
    # AA3 and AA4 are not own work: 2 of 3, (4 + 3) / 2 = 3.5, s = √((2·25 - 49) / 2) = 0.71
    assert together(own(answers), ITEMS) == (3.5, 2, 3, 0.7, None)
    assert together(own({**answers, "AA6": None}), ITEMS).value is None  # 2 of 4


@given(st.lists(st.lists(st.integers(1, 5), min_size=3, max_size=7), min_size=1, max_size=6))
def test_a_group_on_a_scale_tells_no_more_than_its_statements(answers: list[list[int]]) -> None:
    published = {
        item.id: of_group(given, floor=3) for item, given in zip(ITEMS, answers, strict=False)
    }
    values = [each.value for each in published.values() if each.value is not None]
    found = together(group(published), ITEMS)
    assert found.value is not None
    assert abs(found.value - sum(values) / len(values)) <= 0.05 + 1e-9


def test_at_least_is_said_when_it_holds_for_every_statement() -> None:
    capped = seen(4.8, said="minstens")
    assert bound(group({"AA1": capped, "AA2": capped}), ITEMS) == "minstens"
    assert bound(group({"AA1": capped, "AA2": seen(4.0)}), ITEMS) == ""
    assert bound(group({"AA1": capped, "AA2": seen(1.2, said="hoogstens")}), ITEMS) == ""
    assert bound(group({"AA1": seen(None)}), ITEMS) == ""


def test_with_unequal_numbers_of_people_the_harmonic_mean_counts() -> None:
    # 2 / (1/3 + 1/9) = 4.5, rounded down; the plain mean would be 6.
    assert voiced(group({"AA1": seen(4, 3), "AA2": seen(4, 9)}), ITEMS) == Voiced(4, 4, 2)
    assert voiced(group({"AA1": seen(4, 6), "AA2": seen(4, 6)}), ITEMS) == Voiced(4, 6, 2)
    assert voiced(group({"AA1": seen(None)}), ITEMS) is None
    assert voiced(own({"AA1": 4}), ITEMS) == Voiced(4, 1, 1)


def test_two_voices_are_compared_over_the_statements_that_both_have() -> None:
    mine = own({"AA1": 5, "AA2": 2, "AA3": 2})
    theirs = group({"AA1": seen(3.0), "AA2": seen(4.0)})
    # Over AA1 and AA2: (5 + 2) / 2 and (3 + 4) / 2; AA3, which they were not asked, is in neither.
    assert side_by_side(mine, theirs, ITEMS) == (Voiced(3.5, 1, 2), Voiced(3.5, 6, 2))
    assert together(mine, ITEMS).value == 3  # with AA3


def test_two_voices_with_too_few_statements_together_are_not_compared() -> None:
    theirs = group(dict.fromkeys(IDS[:3], seen(3.0)))
    assert side_by_side(own({"AA1": 5, "AA4": 5}), theirs, ITEMS) is None  # 1 of their 3
    assert side_by_side(own({"AA1": 5, "AA2": 5}), theirs, ITEMS) is not None  # 2 of their 3
    assert side_by_side(own({"AA5": 5, "AA6": 5}), theirs, ITEMS) is None
    assert side_by_side(own({"AA1": 5}), group({"AA1": seen(None)}), ITEMS) is None


def test_statements_are_compared_where_both_have_a_value() -> None:
    mine = own({"AA1": 5, "AA2": NonAnswer.CANNOT_JUDGE, "AA3": 2})
    theirs = group({"AA1": seen(3.0, 4), "AA2": seen(3.0), "AA3": seen(None)})
    assert by_statement(mine, theirs, ITEMS) == {
        "Ik doe AA1.": (Voiced(5, 1, 1), Voiced(3, 4, 1)),
    }
