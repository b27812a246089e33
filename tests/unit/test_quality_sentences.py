"""What is said of statements among many people, in steps, bands and words."""

import pytest

from ibreflect.measure import pooled, quality_sentences
from ibreflect.measure.quality import Quality, Statement
from ibreflect.measure.reliability import Reliability
from ibreflect.model.questionnaire import NonAnswer


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "minder dan 5"),
        (4, "minder dan 5"),
        (5, "minstens 5"),
        (9, "minstens 5"),
        (34, "minstens 30"),
    ],
)
def test_numbers_are_told_in_steps(count: int, words: str) -> None:
    assert pooled.number(count) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "minder dan 1 op de 10"),
        (9, "minder dan 1 op de 10"),
        (10, "1 op de 10 tot 1 op de 4"),
        (25, "1 op de 4 tot de helft"),
        (50, "de helft of meer"),
        (100, "de helft of meer"),
    ],
)
def test_shares_are_told_in_bands(count: int, words: str) -> None:
    assert pooled.share(count, 100) == words


@pytest.mark.parametrize(
    ("low", "high", "says"),
    [
        (0.95, 0.99, "lijken erg op elkaar"),
        (0.70, 0.90, "meten samen één ding"),
        (0.50, 0.69, "meten samen niet één ding"),
        (0.60, 0.80, "nog onzeker"),
    ],
)
def test_the_interval_decides_what_is_said(low: float, high: float, says: str) -> None:
    omega = Reliability((low + high) / 2, low, high, 47, 8, None)
    told = quality_sentences.about_scale(Quality(omega, omega, ()))
    assert says in told
    assert "acht stellingen" in told
    assert "minstens 45 mensen" in told


def test_without_an_interval_the_reason_is_told() -> None:
    none = Reliability(None, None, None, 12, 8, pooled.TOO_FEW)
    assert pooled.TOO_FEW in quality_sentences.about_scale(Quality(none, none, ()))


def test_what_deserves_a_look_is_named() -> None:
    rare = dict.fromkeys(NonAnswer, pooled.LEAST)
    calm = Statement("LC1", "minstens 40", pooled.LEAST, rare, 0.9, 0.5, "")
    assert quality_sentences.look_at(calm) == ""
    assert quality_sentences.about_measuring(calm) == "Spreiding 0,9; samenhang 0,5."
    assert quality_sentences.about_answers(calm) == ("Minstens 40 met een getal.")
    told = quality_sentences.look_at(calm._replace(spread=0.44, item_rest=0.14))
    assert told == "Bijna iedereen antwoordt hetzelfde; hangt weinig samen met de andere"
    assert quality_sentences.look_at(calm._replace(spread=0.46, item_rest=0.16)) == ""
    unseen = calm._replace(non_answers={**rare, NonAnswer.CANNOT_JUDGE: "de helft of meer"})
    assert "moeilijk te beoordelen" in quality_sentences.look_at(unseen)
    assert "kan ik niet beoordelen (de helft" in quality_sentences.about_answers(unseen)
    assert quality_sentences.look_at(unseen._replace(reason=pooled.TOO_FEW)) == ""
