from itertools import pairwise

import pytest

from ibreflect.measure.growth import Noise, change
from ibreflect.measure.scales import Score
from ibreflect.measure.sentences import (
    about_growth,
    about_overlap_growth,
)
from ibreflect.model.role import Region
from tests.unit.builders import CD, LC, TA

PAIR: Region = tuple(sorted((LC, TA)))
OTHER_PAIR: Region = tuple(sorted((TA, CD)))
ALL_THREE: Region = tuple(sorted((LC, TA, CD)))


def valued(value: float, n: int = 8) -> Score:
    return Score(value, n, n, 0.5, None)


def missing(reason: str = "nog niets beantwoord") -> Score:
    return Score(None, 0, 8, None, reason)


def growth_over(*values: float) -> str:
    rounds = ["herfst", "winter", "lente", "zomer"][: len(values)]
    changes = [change(before, after, Noise()) for before, after in pairwise(values)]
    return about_growth("Trendanalist", changes, rounds)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ((), "er is nog geen meetronde met een waarde."),
        (
            (3.0,),
            (
                "dit is je eerste meetronde (herfst). Een tweede laat zien of er aantoonbaar "
                "meer of minder van te zien is, of dat het verschil binnen de "
                "meetonzekerheid blijft."
            ),
        ),
        ((2.0, 3.0), "sinds de vorige meetronde (herfst) zie je dit aantoonbaar meer."),
        (
            (3.0, 3.5),
            "sinds de vorige meetronde (herfst) blijft het verschil binnen de meetonzekerheid.",
        ),
        (
            (3.0, 2.0),
            (
                "sinds de vorige meetronde (herfst) zie je dit aantoonbaar minder. "
                "Minder kan een bewuste keuze zijn."
            ),
        ),
        (
            (2.0, 2.5, 3.0),
            (
                "sinds de vorige meetronde (winter) blijft het verschil binnen de meetonzekerheid; "
                "sinds de eerste (herfst) zie je dit aantoonbaar meer."
            ),
        ),
        (
            (2.0, 2.2, 3.0),
            (
                "sinds de vorige meetronde (winter) en sinds de eerste (herfst) zie je dit "
                "aantoonbaar meer."
            ),
        ),
    ],
)
def test_growth_is_told_since_the_previous_and_the_first_round(
    values: tuple[float, ...], told: str
) -> None:
    assert growth_over(*values) == f"Trendanalist: {told}"


def test_the_overlap_moves_where_it_demonstrably_does() -> None:
    rounds = [
        {PAIR: valued(2.0, n=2), ALL_THREE: valued(4.0, n=5), OTHER_PAIR: valued(1.0, n=1)},
        {PAIR: valued(2.2, n=2), ALL_THREE: valued(4.0, n=5), OTHER_PAIR: valued(1.0, n=1)},
        {PAIR: valued(2.8, n=2), ALL_THREE: valued(3.0, n=5), OTHER_PAIR: valued(5.0, n=1)},
    ]
    assert about_overlap_growth(["herfst", "winter", "lente"], rounds, Noise()) == (
        "Sinds de vorige meetronde (winter) komen je rollen aantoonbaar minder bij alle drie de "
        "rollen samen; sinds de eerste (herfst) komen je rollen aantoonbaar meer bij "
        "leercoördinator én trendanalist en aantoonbaar minder bij alle drie de rollen samen. "
        "Minder kan een bewuste keuze zijn. Bij trendanalist én zorgregisseur rust het op één "
        "stelling: te weinig om van groei te spreken."
    )


def test_the_overlap_of_one_round_waits_for_a_second() -> None:
    assert about_overlap_growth(["herfst"], [{PAIR: valued(2.0)}], Noise()) == (
        "Dit is je eerste meetronde (herfst). Een tweede laat zien of je rollen op andere plekken "
        "samenkomen."
    )
    assert about_overlap_growth([], [], Noise()) == "Er is nog geen meetronde met een waarde."


def test_an_overlap_within_error_or_without_values_is_no_movement() -> None:
    still = [{PAIR: valued(3.0)}, {PAIR: valued(3.2)}]
    empty = [{PAIR: missing()}, {PAIR: missing()}]
    rounds = ["herfst", "winter"]
    assert about_overlap_growth(rounds, still, Noise()) == (
        "Sinds de vorige meetronde (herfst) blijven de verschillen in de overlap "
        "binnen de meetonzekerheid."
    )
    assert about_overlap_growth(rounds, empty, Noise()) == (
        "Sinds de vorige meetronde (herfst) valt er nog niets te vergelijken."
    )
