"""How the answers to a set of items become one value, or the reason why there is none."""

import math
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, TypeVar

from ibreflect.model.questionnaire import Given, NonAnswer, Questionnaire

Key = TypeVar("Key")

NOT_OWN_WORK = frozenset({NonAnswer.NOT_APPLICABLE, NonAnswer.ELSEWHERE})
"""Non-answers that take an item out of the count: they are an answer, not a gap."""

NO_ITEMS = "geen stellingen"
ALL_ELSEWHERE = "alle stellingen zijn niet van toepassing of liggen bij een ander"
NOTHING_ANSWERED = "nog niets beantwoord"
ONLY_CANNOT_JUDGE = "bij elke stelling is gekozen voor kan ik niet beoordelen"


class Score(NamedTuple):
    """The value of a set of items, on the answer scale 1-5, and what it rests on.

    `n` items have a number, out of `applicable` items that are own work. `sd` is the spread between
    those n numbers. `reason` says in Dutch why `value` is None, and is None where there is a value.
    """

    value: float | None
    n: int
    applicable: int
    sd: float | None
    reason: str | None


def score(item_ids: Sequence[str], answers: Mapping[str, Given]) -> Score:
    """The arithmetic mean of the numbers given to these items, once two thirds have one.

    `answers` maps item ids to what one person gave in one round; an absent item is not answered.
    Applicable are all items but those *niet van toepassing* or *bij een ander*; there is a value
    when n >= 1 and n / applicable >= 2/3. Value 1-5; sd >= 0, None when n < 2.
    """
    given = [answers.get(item_id) for item_id in item_ids]
    applicable = [answer for answer in given if answer not in NOT_OWN_WORK]
    numbers = [answer for answer in applicable if isinstance(answer, int)]
    n = len(numbers)
    if n == 0 or n * 3 < len(applicable) * 2:
        reason = _why_no_value(len(given), applicable, n)
        return Score(None, n, len(applicable), None, reason)
    return Score(sum(numbers) / n, n, len(applicable), _sample_sd(numbers), None)


def scale_scores(
    questionnaire: Questionnaire,
    answers: Mapping[str, Given],
    only: Collection[str] | None = None,
) -> dict[str, Score]:
    """The score of every scale, by scale id, in the order of the questionnaire.

    `only` keeps just the items with these ids, so that rounds can be compared over the same items.
    """
    return {
        scale.id: score(
            [item.id for item in scale.items if only is None or item.id in only], answers
        )
        for scale in questionnaire.scales
    }


def with_value(scores: Mapping[Key, Score]) -> dict[Key, float]:
    """The values of those that have one, in the same order."""
    return {key: figures.value for key, figures in scores.items() if figures.value is not None}


def _sample_sd(numbers: Sequence[int]) -> float | None:
    """s = √((n·Σx² - (Σx)²) / (n·(n-1))): whole numbers until the division, so nothing is lost."""
    n = len(numbers)
    if n < 2:  # noqa: PLR2004 - one number has no spread
        return None
    squares = sum(number * number for number in numbers)
    return math.sqrt((n * squares - sum(numbers) ** 2) / (n * (n - 1)))


def _why_no_value(item_count: int, applicable: Sequence[Given | None], n: int) -> str:
    if item_count == 0:
        return NO_ITEMS
    if not applicable:
        return ALL_ELSEWHERE
    if all(answer is None for answer in applicable):
        return NOTHING_ANSWERED
    if all(answer == NonAnswer.CANNOT_JUDGE for answer in applicable):
        return ONLY_CANNOT_JUDGE
    enough = math.ceil(len(applicable) * 2 / 3)
    return (
        f"{n} van de {len(applicable)} stellingen beantwoord; "
        f"vanaf twee derde ({enough}) is er een waarde"
    )
