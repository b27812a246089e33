"""What a division of time tells in words; differences under ten points are called equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.time_sentences import about_rounds, about_split, about_total, difference
from ibreflect.model.time import (
    LINE,
    WORK,
    Division,
    Moment,
    Shares,
    Slot,
    TimeSplit,
    division,
    left,
    percent,
)

PERCENT = st.integers(min_value=0, max_value=100)
NUMBERS = st.dictionaries(st.sampled_from([part.part_id for part in WORK.parts]), PERCENT)


def shares(split: TimeSplit, *numbers: int) -> Shares:
    return {part.part_id: number for part, number in zip(split.parts, numbers, strict=True)}


def plain(sentence: str) -> str:
    return sentence.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("moment", "numbers", "expected"),
    [
        (Moment.NOW, (60, 30, 0, 0), "Nu is het samen 90 %: verdeel nog 10 %."),
        (Moment.NOW, (60, 30, 10, 0), "Nu is het samen 100 %."),
        (Moment.WISHED, (60, 30, 20, 5), "Gewenst is samen 115 %: haal er 15 % af."),
    ],
)
def test_the_total_says_what_is_left(
    moment: Moment, numbers: tuple[int, ...], expected: str
) -> None:
    assert plain(about_total(moment, shares(WORK, *numbers))) == expected


@given(NUMBERS)
def test_a_split_counts_exactly_when_it_is_a_hundred_and_no_number_is_changed(
    typed: dict[str, int],
) -> None:
    numbers = {Slot("werk", part_id, Moment.NOW): each for part_id, each in typed.items()}
    now, wished = division(WORK, numbers)
    assert wished is None
    assert (now is not None) == (sum(typed.values()) == 100)
    if now is not None:
        assert sum(now.values()) == 100
        assert {part: now[part] for part in typed} == typed
        assert not any(now[part] for part in now.keys() - typed.keys())


@given(NUMBERS)
def test_doing_what_the_total_says_makes_it_a_hundred(typed: dict[str, int]) -> None:
    sentence = about_total(Moment.NOW, typed)
    rest = left(typed)
    assert (percent(abs(rest)) in sentence) or rest == 0
    assert ("verdeel nog" in sentence) == (rest > 0)
    assert ("haal er" in sentence) == (rest < 0)


@pytest.mark.parametrize(
    ("now", "wished", "expected"),
    [
        (20, 29, "ongeveer gelijk"),
        (20, 30, "10 punten meer"),
        (30, 20, "10 punten minder"),
        (29, 20, "ongeveer gelijk"),
        (0, 100, "100 punten meer"),
        (40, 40, "ongeveer gelijk"),
    ],
)
def test_a_difference_begins_at_ten_points(now: int, wished: int, expected: str) -> None:
    assert difference(now, wished) == expected


@pytest.mark.parametrize(
    ("now", "wished", "expected"),
    [
        (
            (20, 30, 45, 5),
            (40, 30, 20, 10),
            (
                "Je wilt meer tijd voor preventief werk en minder voor coördineren; curatief werk "
                "en overig werk blijven ongeveer gelijk."
            ),
        ),
        (
            (20, 40, 40, 0),
            (50, 25, 25, 0),
            (
                "Je wilt meer tijd voor preventief werk en minder voor curatief werk en "
                "coördineren; overig werk blijft ongeveer gelijk."
            ),
        ),
        ((25, 25, 25, 25), (34, 16, 25, 25), "Je wilt je tijd ongeveer zo verdelen als nu."),
        (
            (30, 30, 30, 10),
            (50, 23, 23, 4),
            (
                "Je wilt meer tijd voor preventief werk; curatief werk, coördineren en overig "
                "werk blijven ongeveer gelijk."
            ),
        ),
        (
            (50, 20, 20, 10),
            (30, 27, 27, 16),
            (
                "Je wilt minder tijd voor preventief werk; curatief werk, coördineren en overig "
                "werk blijven ongeveer gelijk."
            ),
        ),
    ],
)
def test_the_wish_is_told_beside_now(
    now: tuple[int, ...], wished: tuple[int, ...], expected: str
) -> None:
    both = Division(shares(WORK, *now), shares(WORK, *wished))
    assert about_split(WORK, both) == expected


def test_all_parts_can_move() -> None:
    both = Division(shares(LINE, 70, 30), shares(LINE, 30, 70))
    expected = "Je wilt meer tijd voor de tweede lijn en minder voor de eerste lijn."
    assert about_split(LINE, both) == expected


def test_one_moment_alone_says_where_most_goes_and_asks_for_the_other() -> None:
    now = plain(about_split(WORK, Division(shares(WORK, 20, 45, 35, 0), None)))
    assert now.startswith("Nu gaat de meeste tijd naar curatief werk (45 %). Vul ook in wat")
    wished = plain(about_split(LINE, Division(None, shares(LINE, 50, 50))))
    assert wished.startswith(
        "Je wenst de meeste tijd voor de eerste lijn en de tweede lijn (50 %, evenveel). Vul ook"
    )


def test_rounds_are_told_since_the_previous_and_since_the_first() -> None:
    labels = ["najaar 2025", "voorjaar 2026", "najaar 2026"]
    moved = [shares(LINE, 60, 40), shares(LINE, 50, 50), shares(LINE, 45, 55)]
    assert about_rounds(LINE, labels, moved) == (
        "Sinds de vorige meetronde (voorjaar 2026) is je verdeling ongeveer gelijk gebleven. "
        "Sinds de eerste (najaar 2025) gaat er meer tijd naar de tweede lijn en minder naar de "
        "eerste lijn."
    )


def test_what_is_true_of_both_is_told_once() -> None:
    labels = ["najaar 2025", "voorjaar 2026", "najaar 2026"]
    moved = [shares(LINE, 60, 40), shares(LINE, 60, 40), shares(LINE, 50, 50)]
    assert about_rounds(LINE, labels, moved) == (
        "Sinds de vorige meetronde (voorjaar 2026) en de eerste (najaar 2025) gaat er meer tijd "
        "naar de tweede lijn en minder naar de eerste lijn."
    )


def test_a_first_round_at_a_school_compares_nothing() -> None:
    said = about_rounds(LINE, ["najaar 2026"], [shares(LINE, 60, 40)])
    assert said == "Dit is je eerste verdeling op deze school (najaar 2026)."
