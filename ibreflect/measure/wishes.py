"""How the wishes beside a set of items become one direction, or the reason why there is none."""

import math
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from ibreflect.model.questionnaire import Given, Item

KEEP = 2
"""The value of a wish that lies in the middle: 1 is less, 2 keep it so, 3 more."""

NO_NUMBERS = "geen van de stellingen is op de schaal ingevuld"
NO_WISHES = "nog geen wens ingevuld"


class MeanWish(NamedTuple):
    """The direction of the wishes beside a set of items, -1 (less) to +1 (more).

    `n` wishes stand beside the `numbered` items that have a number now; `same` of them say keep it
    so. `reason` says in Dutch why `value` is None, and is None where there is a value.
    """

    value: float | None
    n: int
    numbered: int
    same: int
    reason: str | None


class Leaning(StrEnum):
    """What a direction comes down to."""

    MOSTLY_LESS = "mostly_less"
    PARTLY_LESS = "partly_less"
    SAME = "same"
    MOSTLY_SAME = "mostly_same"
    MIXED = "mixed"
    PARTLY_MORE = "partly_more"
    MOSTLY_MORE = "mostly_more"


_OF_STEP = {
    -2: Leaning.MOSTLY_LESS,
    -1: Leaning.PARTLY_LESS,
    1: Leaning.PARTLY_MORE,
    2: Leaning.MOSTLY_MORE,
}


def mean_wish(items: Sequence[Item], answers: Mapping[str, Given]) -> MeanWish:
    """The mean of (wish - 2) over the items with a number now and a wish beside it.

    `answers` maps item ids to answers (1-5 or a non-answer) and wish ids to wishes (1 less, 2 keep
    it so, 3 more). There is a value when at least one item has both and n / numbered >= 2/3. Items
    without a number stay out, so that the wish is about the same items as the value it starts from.
    The value is (more - less) / n: how many more items one wishes up than down, as a share; how far
    up or down was not asked.
    """
    numbered = [item for item in items if isinstance(answers.get(item.id), int)]
    given = (answers.get(item.wish_id) for item in numbered)
    wishes = [wish for wish in given if isinstance(wish, int)]
    n, same = len(wishes), wishes.count(KEEP)
    if n == 0 or n * 3 < len(numbered) * 2:
        return MeanWish(None, n, len(numbered), same, _why_none(len(numbered), n))
    return MeanWish((sum(wishes) - KEEP * n) / n, n, len(numbered), same, None)


def step(wish: MeanWish) -> int:
    """The direction in whole steps, -2 to 2; 0 without one.

    0 below a quarter (|value| < 1/4), 2 above a half (then most items are wished that way, since
    more > n/2 follows from more - less > n/2), 1 in between.
    """
    if wish.value is None or abs(wish.value) < 0.25:  # noqa: PLR2004 - a quarter, see above
        return 0
    size = 2 if abs(wish.value) > 0.5 else 1  # noqa: PLR2004 - a half, see above
    return size if wish.value > 0 else -size


def leaning(wish: MeanWish) -> Leaning | None:
    """What the wishes come down to, None without a direction.

    Where up and down balance, it matters whether most items may stay as they are or the wishes
    differ from item to item: a mean of 0 says neither.
    """
    if wish.value is None:
        return None
    balance = step(wish)
    if balance:
        return _OF_STEP[balance]
    if wish.same == wish.n:
        return Leaning.SAME
    return Leaning.MOSTLY_SAME if wish.same * 2 > wish.n else Leaning.MIXED


def _why_none(numbered: int, n: int) -> str:
    if numbered == 0:
        return NO_NUMBERS
    if n == 0:
        return NO_WISHES
    enough = math.ceil(numbered * 2 / 3)
    beside = "stelling" if numbered == 1 else "stellingen"
    return (
        f"{n} van de {numbered} {beside} met een wens; vanaf twee derde ({enough}) is er een beeld"
    )
