"""Change between rounds, and when it is more than the measurement error."""

import math
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from ibreflect.errors import InputError
from ibreflect.model.questionnaire import Questionnaire

Z_95 = 1.96
LARGEST_SD = 2.0
"""Half of the distance from 1 to 5: no spread on the answer scale is larger."""


class Noise(NamedTuple):
    """How much a scale score moves by itself; assumptions until enough own figures exist.

    `sd` is the spread between ib'ers in points of the answer scale (0-2), `reliability` that of a
    scale of about eight items (0-1). The score of fewer items moves more than this says.
    """

    sd: float = 0.60
    reliability: float = 0.80


class Verdict(StrEnum):
    """What may be said of a change, at 95 %; the value is the word used in files and exports."""

    MORE = "more"
    WITHIN_ERROR = "within_error"
    LESS = "less"


VERDICT_WORDS = {
    Verdict.MORE: "aantoonbaar meer",
    Verdict.WITHIN_ERROR: "binnen de meetonzekerheid",
    Verdict.LESS: "aantoonbaar minder",
}


class Change(NamedTuple):
    """After minus before, the change that is needed to speak of a change, and the verdict."""

    change: float
    needed: float
    verdict: Verdict


def noise(sd: float, reliability: float) -> Noise:
    """The assumptions as somebody entered them: 0 < sd <= 2 and 0 <= reliability < 1.

    Raises InputError when one of them cannot be true.
    """
    if not 0 < sd <= LARGEST_SD:
        raise InputError(
            "De spreiding (SD) kan niet kloppen: kies een getal boven 0 en niet groter dan 2."
        )
    if not 0 <= reliability < 1:
        raise InputError(
            "De betrouwbaarheid kan niet kloppen: kies een getal vanaf 0 en kleiner dan 1."
        )
    return Noise(sd, reliability)


def needed_change(noise: Noise) -> float:
    """The difference between two scores that error alone exceeds in 5 % of cases, in scale points.

    1.96 · SD · √2 · √(1 - r): the standard error of a difference between two scores that are
    equally reliable (Jacobson & Truax, 1991).
    """
    return Z_95 * noise.sd * math.sqrt(2) * math.sqrt(1 - noise.reliability)


def half_band(noise: Noise) -> float:
    """Half the width of the band around a line, in scale points: `needed_change` / 2.

    Two bands of ±1.39 standard errors that do not touch differ demonstrably; bands of ±1.96 would
    hide differences that are there (Goldstein & Healy, 1995).
    """
    return needed_change(noise) / 2


def verdict_on(change: float, needed: float) -> Verdict:
    """MORE or LESS only when the change is larger than what is needed, not when it equals it."""
    if change > needed:
        return Verdict.MORE
    if change < -needed:
        return Verdict.LESS
    return Verdict.WITHIN_ERROR


def change(before: float, after: float, noise: Noise) -> Change:
    """The change from one score (1-5) to a later one, with its verdict; -4 to 4."""
    needed = needed_change(noise)
    return Change(after - before, needed, verdict_on(after - before, needed))


def in_total(changes: Sequence[Change]) -> Change:
    """All these consecutive changes as one, judged by what the last one needed; at least one."""
    total = math.fsum(step.change for step in changes)
    needed = changes[-1].needed
    return Change(total, needed, verdict_on(total, needed))


def shared_items(versions: Sequence[Questionnaire]) -> frozenset[str]:
    """The ids of items that every version asks with the same text and about the same roles.

    Lines over rounds run over these items only, so that a changed text cannot look like growth.
    """
    asked = [
        {(item.id, item.self_text, item.region) for item in version.items} for version in versions
    ]
    if not asked:
        return frozenset()
    return frozenset(item_id for item_id, _, _ in set.intersection(*asked))
