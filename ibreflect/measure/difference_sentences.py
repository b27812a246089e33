"""What is said of oneself beside another perspective: where pictures differ, agree or are missing.

A difference is a 'verschil in beeld', in either direction. No sentence says who is right.
"""

from collections.abc import Mapping, Sequence

from ibreflect.measure.dutch import listed, number_word, starting
from ibreflect.measure.growth import Noise, Verdict
from ibreflect.measure.raters import Unity, Voiced, difference
from ibreflect.model.voice import MARK_WORDS, Mark

MOST_NAMED = 2
ASK_FOR_EXAMPLES = "Vraag elkaar om een voorbeeld: wat zien jullie elk gebeuren?"
DIVIDED_IS_NO_FAULT = "Verdeeld kan betekenen dat mensen jou in ander werk meemaken."
UNSEEN_IS_NO_FAULT = "Dat gaat over wat zichtbaar is, en niet over hoe je het doet."

_NEUTER = (Mark.BOARD, Mark.TEAM)


def about_differences(
    title: str,
    pairs: Mapping[str, tuple[Voiced, Voiced]],
    noise: Noise,
    *,
    other: Mark,
    whole: tuple[Voiced, Voiced] | None = None,
) -> str:
    """Where the ib'er and another perspective differ by more than the error, on one scale.

    `pairs` maps the text of each statement to the ib'er's value and that of the `other`; one
    without both does not belong in it. `whole` is the same for the scale, None when either has no
    value. At most two statements are named, the largest difference first: one of each direction, or
    two of the only one.
    """
    opening = f"{title}, jij en {_the(other)}"
    if not pairs and whole is None:
        return f"{opening}: er valt nog niets naast elkaar te leggen."
    higher, lower = (_differing(pairs, noise, side) for side in (Verdict.MORE, Verdict.LESS))
    clauses = [_overall(difference(*whole, noise), other)] if whole else []
    clauses.append(_how_many(len(higher) + len(lower), len(pairs)))
    where = [clause for clause in clauses if clause]
    if not where:
        return f"{opening}: jullie beelden liggen binnen de meetonzekerheid."
    named = _named(higher, lower, other)
    sentence = f"{opening}: er is verschil in beeld {listed(where)}."
    return " ".join([sentence, *named, ASK_FOR_EXAMPLES])


def about_unity(other: Mark, statements: Mapping[str, str]) -> str:
    """On how many statements a group answered alike and on how many it is divided, and on which.

    `statements` maps the text of each statement to a value of `Unity`; one of which it may not be
    told does not belong in it. Empty when there are none.
    """
    if not statements:
        return ""
    divided = [text for text, found in statements.items() if found == Unity.DIVIDED]
    united = len(statements) - len(divided)
    opening = starting(_the(other))
    if not divided:
        return f"{opening}: {Unity.UNITED} bij {_all_of(len(statements))}."
    where = f"bij {number_word(len(divided))}" if united else f"bij {_all_of(len(statements))}"
    counts = [f"{Unity.DIVIDED} {where} ({_quoted(divided, MOST_NAMED)})"]
    if united:
        total = number_word(len(statements))
        counts.insert(0, f"{Unity.UNITED} bij {number_word(united)} van de {total} stellingen")
    return f"{opening}: {', '.join(counts)}. {DIVIDED_IS_NO_FAULT}"


def about_unseen(other: Mark, texts: Sequence[str]) -> str:
    """What more than half of a group could not judge, as a finding and a question; else empty.

    `texts` are those statements, in the order of the questionnaire.
    """
    if not texts:
        return ""
    return (
        f"Onzichtbaar werk: meer dan de helft van {_the(other)} kan {_quoted(texts, MOST_NAMED)} "
        f"niet beoordelen. {UNSEEN_IS_NO_FAULT} Hoe zouden zij het kunnen zien?"
    )


def _the(other: Mark) -> str:
    return f"{'het' if other in _NEUTER else 'de'} {MARK_WORDS[other]}"


def _differing(
    pairs: Mapping[str, tuple[Voiced, Voiced]], noise: Noise, side: Verdict
) -> list[str]:
    """The statements on which the ib'er is demonstrably on this side, furthest apart first."""
    texts = [text for text, pair in pairs.items() if difference(*pair, noise) is side]
    # Means have one decimal; without rounding, 4 - 2.3 would be more than 3 - 1.3.
    return sorted(
        texts, key=lambda text: -round(abs(pairs[text][0].value - pairs[text][1].value), 6)
    )


def _overall(verdict: Verdict, other: Mark) -> str:
    if verdict is Verdict.WITHIN_ERROR:
        return ""
    whose = "jouw beeld" if verdict is Verdict.MORE else f"het beeld van {_the(other)}"
    return f"over het geheel ({whose} ligt hoger)"


def _how_many(differing: int, total: int) -> str:
    if not differing:
        return ""
    some = f"{number_word(differing)} van de {number_word(total)} stellingen"
    return f"bij {_all_of(total) if differing == total else some}"


def _named(higher: Sequence[str], lower: Sequence[str], other: Mark) -> list[str]:
    theirs = _the(other)
    if higher and lower:
        mine = f"Bij {_quoted(higher, 1)} ligt jouw antwoord hoger"
        return [f"{mine}, bij {_quoted(lower, 1)} dat van {theirs}."]
    if higher:
        return [f"Bij {_quoted(higher, MOST_NAMED)} ligt jouw antwoord hoger."]
    if lower:
        return [f"Bij {_quoted(lower, MOST_NAMED)} ligt het antwoord van {theirs} hoger."]
    return []


def _quoted(texts: Sequence[str], most: int) -> str:
    quoted = [f"“{text.rstrip('.')}”" for text in texts[:most]]
    more = len(texts) - most
    return listed([*quoted, f"nog {number_word(more)}"] if more > 0 else quoted)


def _all_of(total: int) -> str:
    if total == 1:
        return "de enige stelling"
    if total == 2:  # noqa: PLR2004 - Dutch has a word for all of two
        return "beide stellingen"
    return f"alle {number_word(total)} de stellingen"
