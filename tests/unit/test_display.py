"""What numbers of people will show: said beforehand, in the documentation and on the screen."""

from collections.abc import Mapping

import pytest

from docs import matrix
from ibreflect.measure import display
from ibreflect.measure.disclosure import FLOORS, cells
from ibreflect.measure.display import Shows
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.voice import Mark

T, C = RaterGroup.TEACHER, RaterGroup.COLLEAGUE
B, P = RaterGroup.BOARD, RaterGroup.PARENT

NOTHING, CAREFULLY, IN_FULL = Shows.NOTHING, Shows.CAREFULLY, Shows.IN_FULL
TEACHERS, COLLEAGUES, REST = Mark.TEACHERS, Mark.COLLEAGUES, Mark.REST

MEAN = "te zien is een gemiddelde; lees het voorzichtig."
ALL = "te zien zijn gemiddelden, laagste en hoogste, en hoe verdeeld de groep is."
TOO_FEW = "te weinig, er staat straks niets. Vraag er minstens 3, of niemand."

TOGETHER_TOO_FEW = "ook samen te weinig, er staat straks niets. Vraag meer mensen, of niemand."


def _together(people: str, n: int, means: str) -> tuple[str]:
    return (f"{people}: worden samengevoegd tot “overige collega's” ({n}); {means}",)


# Derived by hand from the rules: a group shows from 3 on, in full from 5 on; a smaller one goes
# together with the other small ones, and with the smallest large one if that is still too few.
@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, ()),
        ({T: 1}, (f"1 leraar: {TOO_FEW}",)),
        ({T: 2}, (f"2 leraren: {TOO_FEW}",)),
        ({T: 3}, (f"3 leraren: {MEAN}",)),
        ({T: 4}, (f"4 leraren: {MEAN}",)),
        ({T: 5}, (f"5 leraren: {ALL}",)),
        ({T: 8}, (f"8 leraren: {ALL}",)),
        ({T: 2, C: 1}, _together("2 leraren en 1 collega", 3, MEAN)),
        ({T: 2, C: 2}, _together("2 leraren en 2 collega's", 4, MEAN)),
        ({T: 2, C: 3}, _together("2 leraren en 3 collega's", 5, ALL)),
        ({T: 3, C: 1}, _together("3 leraren en 1 collega", 4, MEAN)),
        ({T: 3, C: 2}, _together("3 leraren en 2 collega's", 5, ALL)),
        ({T: 3, C: 3}, (f"3 leraren: {MEAN}", f"3 collega's: {MEAN}")),
        ({T: 5, C: 1}, _together("5 leraren en 1 collega", 6, ALL)),
        ({T: 5, C: 2}, _together("5 leraren en 2 collega's", 7, ALL)),
        ({T: 5, C: 3}, (f"5 leraren: {ALL}", f"3 collega's: {MEAN}")),
        ({T: 8, C: 1}, _together("8 leraren en 1 collega", 9, ALL)),
        ({T: 8, C: 2}, _together("8 leraren en 2 collega's", 10, ALL)),
        ({T: 8, C: 3}, (f"8 leraren: {ALL}", f"3 collega's: {MEAN}")),
        (
            {T: 1, C: 1},
            (f"1 leraar en 1 collega: {TOGETHER_TOO_FEW}",),
        ),
        (
            {T: 8, C: 2, B: 1},
            (
                f"8 leraren: {ALL}",
                *_together("2 collega's en 1 persoon van bestuur of samenwerkingsverband", 3, MEAN),
            ),
        ),
        (
            {T: 5, P: 4},
            (
                f"5 leraren: {ALL}",
                "4 ouders: te weinig, er staat straks niets. Vraag er minstens 5, of niemand.",
            ),
        ),
        ({P: 5}, (f"5 ouders: {ALL}",)),
    ],
)
def test_what_is_said_before_anybody_is_asked(
    counts: Mapping[RaterGroup, int], said: tuple[str, ...]
) -> None:
    assert display.forecast(counts, FLOORS) == said
    shown = [each for each in said if "niets" not in each]
    assert display.shows_anything(counts, FLOORS) == bool(shown)


def test_a_higher_floor_shows_less_and_says_how_many_are_needed() -> None:
    floors = {**FLOORS, T: 6}
    assert display.forecast({T: 5}, floors) == (
        "5 leraren: te weinig, er staat straks niets. Vraag er minstens 6, of niemand.",
    )
    assert not display.shows_anything({T: 5}, floors)


def test_the_matrix_has_every_combination_once_with_what_its_cells_show() -> None:
    rows = [*display.matrix(6)]
    pairs = [(row.counts[T], row.counts[C]) for row in rows]
    assert pairs == [(t, c) for t in range(7) for c in range(t + 1)]
    for row in rows:
        found = cells(row.counts, FLOORS)
        assert row.shown == tuple((cell.mark, display.shows(cell)) for cell in found)


@pytest.mark.parametrize(
    ("counts", "shown", "words"),
    [
        ((0, 0), ((REST, NOTHING),), "niets"),
        ((2, 0), ((REST, NOTHING),), "niets"),
        (
            (2, 1),
            ((REST, CAREFULLY),),
            f"samen, als overige collega's: {CAREFULLY}",
        ),
        (
            (6, 0),
            ((REST, IN_FULL),),
            f"samen, als overige collega's: {IN_FULL}",
        ),
        (
            (5, 3),
            ((TEACHERS, IN_FULL), (COLLEAGUES, CAREFULLY)),
            f"leraren: {IN_FULL}; collega's: {CAREFULLY}",
        ),
    ],
)
def test_a_row_of_the_matrix(
    counts: tuple[int, int], shown: tuple[tuple[Mark, Shows], ...], words: str
) -> None:
    rows = {(row.counts[T], row.counts[C]): row for row in display.matrix()}
    assert rows[counts].shown == shown
    assert display.in_words(rows[counts]) == words


def test_the_two_groups_behave_alike() -> None:
    """So the matrix need not have both orders: swapped numbers give swapped cells."""
    other = {TEACHERS: COLLEAGUES, COLLEAGUES: TEACHERS, REST: REST}
    for row in display.matrix():
        swapped = cells({T: row.counts[C], C: row.counts[T]}, FLOORS)
        found = {(other[cell.mark], display.shows(cell)) for cell in swapped}
        assert found == set(row.shown)


def test_the_documentation_is_what_the_code_says() -> None:
    """When this fails, run `python -m docs.matrix`."""
    assert matrix.PATH.read_text(encoding="utf-8") == matrix.page()


def test_the_documentation_has_a_line_for_every_combination() -> None:
    lines = matrix.page().splitlines()
    for row in display.matrix():
        assert f"| {row.counts[T]} | {row.counts[C]} | {display.in_words(row)} |" in lines
