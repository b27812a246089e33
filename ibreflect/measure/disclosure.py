"""What the answers of others may show: decided here, before any page, figure or file."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ibreflect.model.questionnaire import NON_ANSWER_WORDS, Given, NonAnswer

FLOOR = 3
"""So many people of a group must have given a number before anything of the group is shown."""

TOO_FEW = f"minder dan {FLOOR} antwoorden; dan is niet te zien wie wat zei"
NOT_ANSWERED = "niet beantwoord"


class Heard(NamedTuple):
    """What may be seen of one statement in one voice.

    `value` is somebody's own answer, or the mean of a group rounded to one decimal. `common` is
    that answer, or the one that more than half of the group gave; None when it is divided. `n` is
    the number of people behind it. `reason` says in Dutch why there is no value.
    """

    value: float | None
    n: int
    common: int | None
    reason: str | None


def of_one(given: Given | None) -> Heard:
    """The answer of somebody who is named, or the reason why there is no number."""
    if given is None:
        return Heard(None, 0, None, NOT_ANSWERED)
    if isinstance(given, NonAnswer):
        return Heard(None, 0, None, NON_ANSWER_WORDS[given])
    return Heard(float(given), 1, given, None)


def of_group(given: Sequence[Given | None]) -> Heard:
    """The answers of a group to one statement, one per person; absent ones are None.

    Nothing, not even how many there were, unless at least FLOOR people gave a number. The mean is
    sum / n, rounded to one decimal; that somebody gave no number is never told.
    """
    numbers = [each for each in given if isinstance(each, int)]
    if len(numbers) < FLOOR:
        return Heard(None, 0, None, TOO_FEW)
    most, times = Counter(numbers).most_common(1)[0]
    common = most if times * 2 > len(numbers) else None
    return Heard(round(sum(numbers) / len(numbers), 1), len(numbers), common, None)
