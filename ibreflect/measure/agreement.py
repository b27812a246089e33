"""How far voices lie apart on one statement, and what is wanted: never who is right.

The limits are choices that everybody can follow, not statistics: less than one step of the answer
scale is 'eens', two steps or more is 'verder uit elkaar'. Nothing is averaged across voices.
"""

from collections.abc import Collection, Mapping, Sequence

from ibreflect.measure.dutch import listed, number_word, starting
from ibreflect.measure.sentences import word_for

A_STEP = 1.0
FURTHER_APART = 2.0
MOST_NAMED = 2
LESS, AS_IT_IS, MORE = 1, 2, 3

_WISHES = {MORE: "meer dan nu", LESS: "minder dan nu", AS_IT_IS: "dat het blijft zoals het is"}


def apart(values: Collection[float]) -> float:
    """How far voices lie apart, in steps of the answer scale (0..4): highest minus lowest.

    `values` holds one value (1..5) of each voice, at least one; a mean of the team counts as one.
    """
    # Means have one decimal; without rounding, 3.4 - 1.4 would be just less than two steps.
    return round(max(values) - min(values), 6)


def apart_word(distance: float) -> str:
    """A distance in steps (0..4) in words: 'eens' below 1, 'verder uit elkaar' from 2.

    A choice that can be followed by eye, not a statistic.
    """
    if distance < A_STEP:
        return "eens"
    return "een stap verschil" if distance < FURTHER_APART else "verder uit elkaar"


def about_voices(
    title: str, statements: Mapping[str, Mapping[str, float]], words: Sequence[str]
) -> str:
    """On how many statements the voices lie close together, and where they lie furthest apart.

    `statements` maps the text of each statement to the value (1..5) of each voice that has one, by
    the label of the voice; statements with fewer than two voices are left out. `words` are the five
    words of the answer scale.
    """
    shared = {text: voices for text, voices in statements.items() if len(voices) > 1}
    if not shared:
        return f"{title}: er valt nog niets naast elkaar te leggen."
    distances = {text: apart(voices.values()) for text, voices in shared.items()}
    close = sum(distance < A_STEP for distance in distances.values())
    sentence = f"{title}: {_close_together(close, len(shared))}."
    furthest = max(distances.values())
    if furthest < A_STEP:
        return sentence
    texts = [text for text, distance in distances.items() if distance == furthest]
    named = [f"{_quoted(text)} ({_voiced(shared[text], words)})" for text in texts[:MOST_NAMED]]
    return f"{sentence} Het verst uit elkaar: {listed(_with_rest(named, len(texts)))}."


def about_wishes(statements: Mapping[str, tuple[float, float]]) -> str:
    """Where somebody wants more, less or the same as now; empty when no wish is given.

    `statements` maps the text of each statement to the value of now and the one wanted, on the same
    scale (1..5); one without both does not belong in it.
    """
    return about_directions(
        {
            text: AS_IT_IS + (wished > now) - (wished < now)
            for text, (now, wished) in statements.items()
        }
    )


def about_directions(statements: Mapping[str, int]) -> str:
    """As `about_wishes`, for statements with a direction: 1 less, 2 as it is, 3 more."""
    of_direction = {
        direction: [text for text, wish in statements.items() if wish == direction]
        for direction in _WISHES
    }
    clauses = [_wanted(direction, texts) for direction, texts in of_direction.items() if texts]
    return f"{starting(listed(clauses))}." if clauses else ""


def _close_together(close: int, total: int) -> str:
    if total == 1:
        where = "dicht bij elkaar" if close else "uit elkaar"
        return f"bij de enige stelling met meer dan één stem liggen jullie antwoorden {where}"
    count = f"{number_word(close) if close else 'geen'} van de {number_word(total)}"
    if close == total:
        count = "beide" if total == 2 else f"alle {number_word(total)}"  # noqa: PLR2004
    return f"bij {count} stellingen liggen jullie antwoorden dicht bij elkaar"


def _voiced(voices: Mapping[str, float], words: Sequence[str]) -> str:
    return ", ".join(f"{label}: {word_for(value, words)}" for label, value in voices.items())


def _wanted(direction: int, texts: Sequence[str]) -> str:
    statements = f"{number_word(len(texts))} {'stelling' if len(texts) == 1 else 'stellingen'}"
    clause = f"bij {statements} wil je {_WISHES[direction]}"
    if direction == AS_IT_IS:
        return clause
    named = [_quoted(text) for text in texts[:MOST_NAMED]]
    return f"{clause} ({listed(_with_rest(named, len(texts)))})"


def _quoted(text: str) -> str:
    return f"“{text.rstrip('.')}”"


def _with_rest(named: Sequence[str], total: int) -> list[str]:
    """What is named, and how many more there are."""
    more = total - len(named)
    return [*named, f"nog {number_word(more)}"] if more else [*named]
