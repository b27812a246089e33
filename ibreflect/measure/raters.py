"""How sure a value of one person or of a group is, and when two of them differ.

The voices of oneself and of others stand beside each other: nothing here takes a mean of voices.
"""

import math
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from ibreflect.measure.dutch import number_word
from ibreflect.measure.growth import Z_95, Noise, Verdict, verdict_on

LOWEST, HIGHEST = 1, 5
UNITED_UP_TO = 5 / 6
"""c/6 for a scale of c = 5 options, in points (Burke & Dunlap, 2002)."""

SINGLE_RATER = 0.37
"""Mean reliability of one peer's rating of a colleague's work (Conway & Huffcutt, 1997)."""

RATER_SD = 0.70
"""Assumed spread between the people of a group on one statement, in points of the scale."""

STATEMENTS_IN_SCALE = 8
"""The statements of the scale that the reliability in `Noise` is about."""

CAREFUL_UP_TO, FIRM_FROM = 0.70, 0.80

# fmt: off
T_95 = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)
# fmt: on
"""The .975 quantile of Student's t for 1-30 degrees of freedom."""


class Unity(StrEnum):
    """Whether the people of a group answered one statement alike; the value is what users read."""

    UNITED = "eensgezind"
    DIVIDED = "verdeeld"


class Voiced(NamedTuple):
    """A value (1-5) that `n` people gave to a number of statements; both counts at least 1.

    `n` is 1 for the ib'er and for anybody who is named. More people are a group, and then `value`
    is the mean of theirs.
    """

    value: float
    n: int
    statements: int


def average_deviation(values: Sequence[float]) -> float:
    """How far the answers of a group to one statement lie from their mean: 0-2, in points.

    AD_M = Σ|x - mean| / n (Burke, Finkelstein & Dusig, 1999). `values` holds at least one answer
    (1-5), one per person.
    """
    mean = math.fsum(values) / len(values)
    return math.fsum(abs(value - mean) for value in values) / len(values)


def unity(values: Sequence[float]) -> Unity:
    """UNITED when the average deviation is at most c/6, with c = 5 options: 0.83.

    Burke & Dunlap (2002) derive c/6 as the practical upper limit for agreement. `values` as in
    `average_deviation`. Beside a mean, this word can tell what three people answered; who shows it
    decides from how many people on it may be told.
    """
    # A group can lie at exactly 5/6; an error in the last decimal must not divide it.
    return Unity.UNITED if average_deviation(values) <= UNITED_UP_TO + 1e-9 else Unity.DIVIDED


def trust(n: int, single: float = SINGLE_RATER) -> float:
    """How strongly a mean of n people would go together with that of n others like them: 0-1.

    n·r / (1 + (n - 1)·r), with r the reliability of a `single` person's answer (0-1; Spearman,
    1910; Brown, 1910). n is at least 1.
    """
    return n * single / (1 + (n - 1) * single)


def trust_words(n: int) -> str:
    """How far the mean of n people can be leaned on, in one Dutch sentence; n is at least 2.

    The trust in two decimals decides: up to .70 'voorzichtig lezen' (2-4 people), below .80
    'redelijk houvast' (5-6), from .80 'goed houvast' (7 and more). Four people reach .70 and no
    more, on an assumed reliability; so they are read with care.
    """
    people = number_word(n)
    reach = round(trust(n), 2)
    if reach <= CAREFUL_UP_TO:
        hold, change = "voorzichtig lezen", "kan er een ander beeld uitkomen"
    elif reach < FIRM_FROM:
        hold, change = "redelijk houvast", "komt er in grote lijnen hetzelfde uit"
    else:
        hold, change = "goed houvast", "verandert er waarschijnlijk weinig"
    return f"Een gemiddelde van {people} mensen: {hold}, want met {people} anderen {change}."


def trust_assumption() -> str:
    """What `trust_words` rests on, in Dutch; it belongs wherever those words stand."""
    single = f"{SINGLE_RATER:.2f}".replace(".", ",")
    return (
        f"Aanname: het antwoord van één collega heeft een betrouwbaarheid van {single}. Dat is het "
        "gemiddelde uit onderzoek in allerlei beroepen (Conway en Huffcutt, 1997); bij ib'ers is "
        "het niet gemeten. Hoe ver je op meer mensen samen kunt leunen, is daarmee uitgerekend "
        "(Spearman en Brown, 1910)."
    )


def error(voiced: Voiced, noise: Noise) -> float:
    """One standard error of the value, in points of the scale (1-5).

    One person over m statements: SD · √(1 - r) · √(8/m). `noise` has the SD and the reliability r
    of a mean of eight statements; its error variance SD²·(1 - r) is an eighth of that of one.
    A group of n: s / √n, with s = 0.70 on one statement and the SD in `noise` on a scale (two
    statements or more).

    The two answer different questions: how else the same person could have answered, and how else
    n others of the group could have. That s is assumed, never estimated from the answers of the
    group, keeps them private: a band worked out from three answers would tell what they were.
    """
    if voiced.n == 1:
        fewer = STATEMENTS_IN_SCALE / voiced.statements
        return noise.sd * math.sqrt(1 - noise.reliability) * math.sqrt(fewer)
    spread = RATER_SD if voiced.statements == 1 else noise.sd
    return spread / math.sqrt(voiced.n)


def band(voiced: Voiced, noise: Noise) -> tuple[float, float]:
    """The 95 % band around a value: lowest and highest, both within 1-5.

    value ± 1.96 · `error` for one person, value ± t(.975; n - 1) · `error` for a group (above 31
    people with the t of 31, which is a little wider). With an assumed spread 1.96 would do for a
    group too; t keeps a mean of few people wide on purpose.
    """
    factor = Z_95 if voiced.n == 1 else T_95[min(voiced.n - 1, len(T_95)) - 1]
    half = factor * error(voiced, noise)
    return max(LOWEST, voiced.value - half), min(HIGHEST, voiced.value + half)


def needed_difference(one: Voiced, other: Voiced, noise: Noise) -> float:
    """The difference that error alone exceeds in 5 % of cases, in points of the scale.

    1.96 · √(e₁² + e₂²), with e the `error` of each: the standard error of a difference between two
    independent values. For two people over eight statements it is `growth.needed_change`.
    """
    return Z_95 * math.hypot(error(one, noise), error(other, noise))


def difference(one: Voiced, other: Voiced, noise: Noise) -> Verdict:
    """Whether `one` lies demonstrably higher (MORE) or lower (LESS) than `other`."""
    return verdict_on(one.value - other.value, needed_difference(one, other, noise))


def differs(one: Voiced, other: Voiced, noise: Noise) -> bool:
    """Whether two voices differ by more than `needed_difference`; which is right, nobody knows."""
    return difference(one, other, noise) is not Verdict.WITHIN_ERROR
