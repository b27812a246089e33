"""What is said of statements among many people: never that somebody is good or bad at them."""

from ibreflect.measure import pooled
from ibreflect.measure.dutch import number_word, starting
from ibreflect.measure.quality import NARROW, WEAK, Quality, Statement
from ibreflect.measure.reliability import Reliability
from ibreflect.model.numbers import one_decimal, two_decimals
from ibreflect.model.questionnaire import NON_ANSWER_WORDS, NonAnswer

STEADY = 0.70
"""From here on, and below, a scale is by custom said to carry one value (Nunnally, 1978)."""

ALIKE = 0.95
"""From here on statements may be saying the same twice, or people answer them out of habit."""


def about_scale(quality: Quality) -> str:
    """Whether the statements of a scale measure one thing together, with the figures after it."""
    together = quality.omega if quality.omega.reason is None else quality.alpha
    if together.low is None or together.high is None:
        return f"Over deze stellingen samen is nog niets te zeggen: {together.reason}."
    count = number_word(together.items)
    says = _verdict(together.low, together.high).format(count=count)
    return (
        f"{says} Alfa is {interval(quality.alpha)} en omega {interval(quality.omega)}, van "
        f"{pooled.number(together.people)} mensen die overal een getal gaven."
    )


def interval(reliability: Reliability) -> str:
    """A reliability in words, '0,80 (tussen 0,70 en 0,86)', or why there is none."""
    value, low, high, *_ = reliability
    if value is None or low is None or high is None:
        return f"er niet ({reliability.reason})"
    return f"{two_decimals(value)} (tussen {two_decimals(low)} en {two_decimals(high)})"


def _verdict(low: float, high: float) -> str:
    if low >= ALIKE:
        return (
            "De {count} stellingen lijken erg op elkaar. Misschien kan er een weg, of vult men ze "
            "achter elkaar hetzelfde in."
        )
    if low >= STEADY:
        return "De {count} stellingen meten samen één ding."
    if high < STEADY:
        return (
            "De {count} stellingen meten samen niet één ding. Lees ze apart, of kijk of ze anders "
            "gesteld moeten worden."
        )
    return "Of de {count} stellingen samen één ding meten, is nog onzeker."


def about_answers(statement: Statement) -> str:
    """How many people gave a number, and why others did not, but for the smallest bands."""
    told = {
        **{NON_ANSWER_WORDS[each]: band for each, band in statement.non_answers.items()},
        "niet ingevuld": statement.missing,
    }
    many = [f"{reason} ({band})" for reason, band in told.items() if not pooled.is_least(band)]
    without = f" Zonder getal: {', '.join(many)}." if many else ""
    return f"{starting(statement.numbers)} met een getal.{without}"


def about_measuring(statement: Statement) -> str:
    """Spread and correlation with one decimal and what deserves a look, or why there is nothing."""
    if statement.spread is None:
        return f"{starting(statement.reason)}."
    rest = statement.item_rest
    along = "" if rest is None else f"; samenhang {one_decimal(rest)}"
    look = look_at(statement)
    return f"Spreiding {one_decimal(statement.spread)}{along}." + (f" {look}." if look else "")


def look_at(statement: Statement) -> str:
    """What deserves a look at a statement, by fixed rules; empty when nothing does.

    The rules look at what is told, with one decimal, so that equal figures are never told apart.
    """
    if statement.reason:
        return ""
    weak = statement.item_rest is not None and round(statement.item_rest, 1) < WEAK
    narrow = statement.spread is not None and round(statement.spread, 1) < NARROW
    checks = {
        "bijna iedereen antwoordt hetzelfde": narrow,
        "hangt weinig samen met de andere": weak,
        "voor veel mensen moeilijk te beoordelen": pooled.is_much(
            statement.non_answers[NonAnswer.CANNOT_JUDGE]
        ),
        "past op veel scholen niet": pooled.is_much(
            statement.non_answers[NonAnswer.NOT_APPLICABLE]
        ),
        "ligt op veel scholen bij een ander": pooled.is_much(
            statement.non_answers[NonAnswer.ELSEWHERE]
        ),
    }
    return starting("; ".join(words for words, is_so in checks.items() if is_so))
