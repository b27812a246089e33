"""What one voice says of several statements together, and of two voices over the same statements.

Of a group everything here is worked out from what is published of each statement, so that it tells
nothing that is not published already. Values have one decimal, as they are shown.
"""

import math
from collections.abc import Mapping, Sequence
from statistics import fmean, harmonic_mean
from typing import NamedTuple

from ibreflect.measure.disclosure import TOO_FEW
from ibreflect.measure.raters import Voiced
from ibreflect.measure.scales import Score, score
from ibreflect.model.questionnaire import NON_ANSWER_WORDS, Given, Item
from ibreflect.model.voice import Heard, Voice

NOT_ASKED = "niet gevraagd"
_OF_WORDS = {words: kind for kind, words in NON_ANSWER_WORDS.items()}


class Pair(NamedTuple):
    """The ib'er and another voice, over the same statements."""

    own: Voiced
    other: Voiced


def rounded(value: float) -> float:
    """The value with one decimal; a half goes up, as where it is written."""
    return math.floor(value * 10 + 0.5) / 10


def together(voice: Voice, items: Sequence[Item]) -> Score:
    """The value (1-5) of a voice over these statements, and how many it rests on.

    Of somebody who is named: `scales.score` of the answers. Of a group: the mean of the published
    values of the statements that it was asked, once two thirds of those have one; there is no
    spread. `applicable` are the statements that were asked; without any, the reason says so.
    """
    asked = [item.id for item in items if item.id in voice.heard]
    if not asked:
        return Score(None, 0, 0, None, NOT_ASKED)
    return _of_group(voice, asked) if voice.is_group else _of_one(voice, asked)


def bound(voice: Voice, items: Sequence[Item]) -> str:
    """'minstens' or 'hoogstens' when that is said of every statement in the mean, else empty.

    Said of some only, their published values are in the mean and nothing is said of it.
    """
    said = {heard.bound for heard in _valued(voice, items).values()}
    return said.pop() if len(said) == 1 else ""


def voiced(voice: Voice, items: Sequence[Item]) -> Voiced | None:
    """The value of `together` with the people and the statements behind it; None without one."""
    figures = together(voice, items)
    if figures.value is None:
        return None
    return Voiced(figures.value, _people(list(_valued(voice, items).values())), figures.n)


def side_by_side(own: Voice, other: Voice, items: Sequence[Item]) -> Pair | None:
    """Both voices over the statements of which both have a value; None when that says too little.

    Each has a value over its own statements (`together`), and at least two thirds of those of the
    other are among the ib'er's.
    """
    if together(own, items).value is None or together(other, items).value is None:
        return None
    mine, theirs = _valued(own, items), _valued(other, items)
    shared = [item_id for item_id in theirs if item_id in mine]
    if not shared or len(shared) * 3 < len(theirs) * 2:
        return None
    return Pair(*(_over([voice[each] for each in shared]) for voice in (mine, theirs)))


def by_statement(own: Voice, other: Voice, items: Sequence[Item]) -> dict[str, Pair]:
    """Both voices on each statement of which both have a value, by its own text."""
    mine, theirs = _valued(own, items), _valued(other, items)
    return {
        item.self_text: Pair(_over([mine[item.id]]), _over([theirs[item.id]]))
        for item in items
        if item.id in mine and item.id in theirs
    }


def _of_group(voice: Voice, asked: Sequence[str]) -> Score:
    values = [each for item_id in asked if (each := voice.heard[item_id].value) is not None]
    n = len(values)
    if n == 0:
        return Score(None, 0, len(asked), None, TOO_FEW)
    if n * 3 < len(asked) * 2:
        enough = math.ceil(len(asked) * 2 / 3)
        reason = (
            f"van {n} van de {len(asked)} stellingen is er een waarde; "
            f"vanaf twee derde ({enough}) is er een beeld"
        )
        return Score(None, n, len(asked), None, reason)
    return Score(rounded(fmean(values)), n, len(asked), None, None)


def _of_one(voice: Voice, asked: Sequence[str]) -> Score:
    found = score(asked, {item_id: each for item_id in asked if (each := _given(voice, item_id))})
    if found.value is None:
        return found
    sd = None if found.sd is None else rounded(found.sd)
    return found._replace(value=rounded(found.value), sd=sd)


def _given(voice: Voice, item_id: str) -> Given | None:
    """What somebody who is named answered, from what is heard of it."""
    heard = voice.heard[item_id]
    return heard.common if heard.common is not None else _OF_WORDS.get(heard.reason or "")


def _valued(voice: Voice, items: Sequence[Item]) -> Mapping[str, Heard]:
    heard = {item.id: voice.heard[item.id] for item in items if item.id in voice.heard}
    return {item_id: each for item_id, each in heard.items() if each.value is not None}


def _over(heard: Sequence[Heard]) -> Voiced:
    values = [each.value for each in heard if each.value is not None]
    return Voiced(rounded(fmean(values)), _people(heard), len(values))


def _people(heard: Sequence[Heard]) -> int:
    """How many people stand behind a mean of statements with n₁ … nₘ people: their harmonic mean.

    The variance of a mean of m values is at most the mean of their variances s²/nᵢ, whatever goes
    together, and that is s² over the harmonic mean. Rounded down, so that it is never less sure.
    """
    return int(harmonic_mean([each.n for each in heard]))
