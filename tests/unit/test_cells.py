"""Which groups are shown apart and which together: every answer in one figure only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.measure.disclosure import (
    DETAIL_FLOOR,
    FLOOR,
    FLOORS,
    TEXT_FLOOR,
    Cell,
    as_one,
    cells,
    floors,
)
from ibreflect.model.asking import ANONYMOUS
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.voice import Mark

T, C, B, P = RaterGroup.TEACHER, RaterGroup.COLLEAGUE, RaterGroup.BOARD, RaterGroup.PARENT

COUNTS = st.dictionaries(st.sampled_from(RaterGroup), st.integers(0, 12))
RAISED = st.builds(floors, st.integers(3, 9), st.integers(5, 9))


def test_the_floors() -> None:
    assert (FLOOR, DETAIL_FLOOR, TEXT_FLOOR) == (3, 5, 5)
    assert FLOORS == {T: 3, C: 3, B: 3, P: 5}


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        # Enough of each: each apart, in the order of the groups.
        (
            {T: 5, C: 4, P: 6, B: 3},
            ["leraren 5", "collegas 4", "ouders 6", "bestuur 3"],
        ),
        # Too few of two: together, last, and their own figure is nowhere.
        ({T: 2, C: 2}, ["overig 4"]),
        ({T: 2, C: 1, B: 4}, ["bestuur 4", "overig 3"]),
        ({T: 1, P: 6, C: 2}, ["ouders 6", "overig 3"]),
        # Still too few together: collega's join, or else leraren, whoever are more.
        ({T: 1, C: 1, B: 4}, ["overig 6"]),
        ({T: 2, C: 5, B: 4}, ["bestuur 4", "overig 7"]),
        ({T: 2, C: 4, B: 5}, ["bestuur 5", "overig 6"]),
        ({T: 8, C: 2, B: 9}, ["bestuur 9", "overig 10"]),
        ({T: 3, C: 9, B: 2}, ["leraren 3", "overig 11"]),
        # Nobody is as few as one or two.
        ({T: 0, C: 3}, ["overig 3"]),
        ({T: 1, C: 3}, ["overig 4"]),
        ({T: 2, C: 3}, ["overig 5"]),
        ({T: 0, C: 0, B: 0}, ["overig 0 verborgen"]),
        ({T: 0, C: 2}, ["overig 2 verborgen"]),
        # One small group alone has nobody to go with.
        ({T: 2}, ["leraren 2 verborgen"]),
        ({B: 0}, ["bestuur 0 verborgen"]),
        # Parents go with nobody, however few they or others are.
        ({P: 4, T: 3}, ["leraren 3", "ouders 4 verborgen"]),
        ({P: 1, T: 2, C: 2}, ["ouders 1 verborgen", "overig 4"]),
        ({P: 9, T: 2}, ["leraren 2 verborgen", "ouders 9"]),
        # The schoolleider is named, and so is in no group.
        ({RaterGroup.SCHOOL_LEADER: 1, T: 3}, ["leraren 3"]),
        ({}, []),
    ],
)
def test_which_groups_are_shown_together(
    counts: dict[RaterGroup, int], expected: list[str]
) -> None:
    assert [_said(cell) for cell in cells(counts, FLOORS)] == expected


def test_a_raised_floor_counts_for_everybody_at_school() -> None:
    raised = floors(6, parents=8)
    assert raised == {T: 6, C: 6, B: 6, P: 8}
    assert [_said(cell) for cell in cells({T: 6, C: 7, P: 7}, raised)] == [
        "leraren 6",
        "collegas 7",
        "ouders 7 verborgen",
    ]
    assert cells({T: 5, C: 4}, raised) == (Cell(Mark.REST, (T, C), 9, 6),)
    assert [_said(cell) for cell in cells({T: 2, C: 3}, raised)] == ["overig 5 verborgen"]


def test_the_lowest_floors_are_those_of_a_round_that_asks_for_no_more() -> None:
    assert floors() == FLOORS


@given(COUNTS, RAISED)
def test_every_answer_is_in_one_figure_only(
    counts: dict[RaterGroup, int], raised: dict[RaterGroup, int]
) -> None:
    shown = cells(counts, raised)
    anonymous = {group: n for group, n in counts.items() if group in ANONYMOUS}
    assert sorted(group for cell in shown for group in cell.groups) == sorted(anonymous)
    for cell in shown:
        assert cell.n == sum(anonymous[group] for group in cell.groups)
        assert cell.floor == max(raised[group] for group in cell.groups)
        assert cell.groups == (P,) or P not in cell.groups
        assert cell.n >= FLOOR or not cell.is_shown
        assert cell.is_merged == (cell.mark is Mark.REST)


@given(st.integers(3, 12), st.integers(3, 12), st.permutations([T, C, B]))
def test_how_groups_are_shown_hangs_on_no_number_but_whether_it_is_enough(
    one: int, other: int, groups: list[RaterGroup]
) -> None:
    """Nobody, one and two look alike, and so do all numbers from the floor on."""
    small, *large = groups
    looks = {
        tuple((cell.mark, cell.groups) for cell in cells(counts, FLOORS))
        for n in (0, 1, 2)
        for counts in (
            {small: n, large[0]: one, large[1]: other},
            {small: n, large[0]: other, large[1]: one},
        )
    }
    assert len(looks) == 1


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({T: 2, C: 1, B: 0, P: 9}, (Cell(Mark.TEAM, (T, C, B), 3, 3),)),
        ({T: 1, C: 1}, (Cell(Mark.TEAM, (T, C), 2, 3),)),
        ({P: 9}, ()),
    ],
)
def test_about_mandate_all_at_school_are_one_team(
    counts: dict[RaterGroup, int], expected: tuple[Cell, ...]
) -> None:
    assert as_one(counts, FLOORS) == expected
    assert all(cell.is_shown == (cell.n >= 3) for cell in as_one(counts, FLOORS))


def _said(cell: Cell) -> str:
    return f"{cell.mark} {cell.n}" + ("" if cell.is_shown else " verborgen")
