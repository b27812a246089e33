"""How the statements of a scale do among many people: nothing about fewer than may be told of."""

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from ibreflect.measure import pooled, reliability
from ibreflect.measure.reliability import Reliability, Table
from ibreflect.model.questionnaire import Given, NonAnswer

WEAK = 0.2
"""A statement that goes along with the others less than this deserves a look."""

NARROW = 0.5
"""With a smaller spread, in points of the answer scale, nearly everybody answers the same."""


class Sheet(NamedTuple):
    """What one person gave in one round at one school, by item id."""

    person: Hashable
    school: Hashable
    given: Mapping[str, Given]


class Statement(NamedTuple):
    """How one statement does: shares in bands of words, figures with one decimal to be told.

    `numbers` says in steps how many people gave a number. `spread` is the standard deviation of
    those, `item_rest` the correlation with the sum of the other statements among who answered all.
    Both are None when `reason` says in Dutch why; `item_rest` also when it alone is of too few.
    """

    item_id: str
    numbers: str
    missing: str
    non_answers: Mapping[NonAnswer, str]
    spread: float | None
    item_rest: float | None
    reason: str


class Quality(NamedTuple):
    """How the statements of one scale do, one by one and together."""

    alpha: Reliability
    omega: Reliability
    statements: tuple[Statement, ...]


def is_enough(sheets: Sequence[Sheet]) -> bool:
    """Whether these come from enough people and schools to tell anything."""
    return pooled.pool((each.person, each.school) for each in sheets).is_enough


def of_scale(item_ids: Sequence[str], sheets: Sequence[Sheet]) -> Quality | None:
    """How these statements do among these people, one sheet each; None when they are too few.

    Reliabilities are of who gave a number at every statement. Each figure is there only when those
    it is about are enough people of enough schools by themselves.
    """
    if not is_enough(sheets):
        return None
    complete = [each for each in sheets if _all_numbers(each, item_ids)]
    answers = _table(item_ids, complete)
    if not is_enough(complete):
        too_few = Reliability(None, None, None, len(complete), len(item_ids), pooled.TOO_FEW)
        alpha = omega = too_few
        along: tuple[float | None, ...] = (None,) * len(item_ids)
    else:
        alpha, omega = reliability.alpha(answers), reliability.omega(answers)
        along = reliability.item_rest(answers)
    statements = (_statement(*each, sheets) for each in zip(item_ids, along, strict=True))
    return Quality(alpha, omega, tuple(statements))


def _statement(item_id: str, item_rest: float | None, sheets: Sequence[Sheet]) -> Statement:
    given = [each.given.get(item_id) for each in sheets]
    rated = [each for each in sheets if isinstance(each.given.get(item_id), int)]
    numbers = [each for each in given if isinstance(each, int)]
    found = Statement(
        item_id=item_id,
        numbers=pooled.number(len(numbers)),
        missing=pooled.share(given.count(None), len(given)),
        non_answers={each: pooled.share(given.count(each), len(given)) for each in NonAnswer},
        spread=None,
        item_rest=None,
        reason=pooled.TOO_FEW,
    )
    if not is_enough(rated):
        return found
    return found._replace(spread=float(np.std(numbers, ddof=1)), item_rest=item_rest, reason="")


def _all_numbers(sheet: Sheet, item_ids: Sequence[str]) -> bool:
    return all(isinstance(sheet.given.get(item_id), int) for item_id in item_ids)


def _table(item_ids: Sequence[str], sheets: Sequence[Sheet]) -> Table:
    rows = [[sheet.given[item_id] for item_id in item_ids] for sheet in sheets]
    return np.array(rows, dtype=np.float64).reshape(len(sheets), len(item_ids))
