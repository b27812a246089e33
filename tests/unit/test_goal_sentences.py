"""What is said above goals and roles over time: what is known, and not what caused what."""

import pytest

from ibreflect.measure.goal_sentences import about_goals, about_roles_meanwhile
from ibreflect.measure.growth import Verdict
from ibreflect.model.goal import Outcome
from ibreflect.model.role import Role

LC, TA, ZR = Role
MORE, WITHIN, LESS = Verdict
TWO = ("najaar 2025", "najaar 2026")


@pytest.mark.parametrize(
    ("outcomes", "says"),
    [
        ([], "Er is nog geen doel."),
        ([None], "Je werkt aan één doel."),
        ([Outcome.REACHED], "Je keek op één doel terug: één gelukt."),
        (
            [None, Outcome.CHANGED, None, Outcome.REACHED, Outcome.REACHED, Outcome.NOT_REACHED],
            (
                "Je werkt aan twee doelen en je keek op vier doelen terug: twee gelukt, "
                "één niet gelukt en één veranderd."
            ),
        ),
    ],
)
def test_how_many_goals_there_are_and_how_they_went(
    outcomes: list[Outcome | None], says: str
) -> None:
    assert about_goals(outcomes) == says


def test_without_two_rounds_there_is_no_change_to_speak_of() -> None:
    assert "Lever je een scan in" in about_roles_meanwhile({}, [])
    assert "nog maar één keer" in about_roles_meanwhile({}, TWO[:1])


def test_within_the_noise_is_no_change() -> None:
    assert about_roles_meanwhile({LC: WITHIN, TA: WITHIN, ZR: WITHIN}, TWO) == (
        "Sinds je eerste meetronde (najaar 2025) blijft het verschil bij leercoördinator, "
        "trendanalist en zorgregisseur binnen de meetonzekerheid (dat is geen verandering). Wat "
        "hier naast elkaar staat, gebeurde in dezelfde tijd; of het een door het ander kwam, zegt "
        "het plaatje niet."
    )


def test_more_and_less_are_told_and_less_is_no_failure() -> None:
    says = about_roles_meanwhile({LC: LESS, TA: MORE, ZR: WITHIN}, TWO)
    assert (
        "zie je bij trendanalist aantoonbaar meer, zie je bij leercoördinator aantoonbaar minder "
        "en blijft het verschil bij zorgregisseur binnen de meetonzekerheid" in says
    )
    assert "Minder kan een bewuste keuze zijn." in says


@pytest.mark.parametrize("verdict", Verdict)
def test_no_sentence_says_that_a_goal_caused_it(verdict: Verdict) -> None:
    says = about_roles_meanwhile(dict.fromkeys(Role, verdict), TWO)
    assert says.endswith("of het een door het ander kwam, zegt het plaatje niet.")
    assert not [word for word in ("dankzij", "omdat", "waardoor", "gegroeid") if word in says]
