"""What a plane of two scales says, in words: where one is, what one wishes, what the school chose.

Neither end of a scale is better than the other, and no sentence here says that it is.
"""

from collections.abc import Sequence
from typing import NamedTuple

from ibreflect.measure.dutch import in_words, listed
from ibreflect.measure.scales import Score
from ibreflect.measure.sentences import word_for
from ibreflect.measure.wishes import Leaning, MeanWish, leaning, step
from ibreflect.model.direction import Direction

NEITHER_IS_BETTER = (
    "Geen plek in dit vlak is beter dan een andere: het een kan naast het ander, en allebei vaak "
    "of allebei minder vaak kan ook. Wat past, hangt af van wat jullie school wil zijn."
)

_WISHES = {
    Leaning.MOSTLY_LESS: "bij de meeste stellingen minder",
    Leaning.PARTLY_LESS: "bij een deel van de stellingen minder",
    Leaning.SAME: "zo houden",
    Leaning.MOSTLY_SAME: "bij de meeste stellingen zo houden",
    Leaning.MIXED: "bij de ene stelling meer en bij de andere minder",
    Leaning.PARTLY_MORE: "bij een deel van de stellingen meer",
    Leaning.MOSTLY_MORE: "bij de meeste stellingen meer",
}


class Axis(NamedTuple):
    """One of the two scales: its title, what its items come down to now, and the wish."""

    title: str
    score: Score
    wish: MeanWish

    @property
    def name(self) -> str:
        """The title as it stands inside a sentence."""
        return self.title[:1].lower() + self.title[1:]


def about_plane(across: Axis, up: Axis, words: Sequence[str]) -> str:
    """Where somebody is on both scales, in the words of the answer scale, and what they wish."""
    axes = (across, up)
    places = [
        f"bij {axis.name} {_place(axis.score.value, words)}"
        for axis in axes
        if axis.score.value is not None
    ]
    wishes = [f"{axis.name} {wish_words(axis.wish)}" for axis in axes if leaning(axis.wish)]
    sentences = [f"Je staat {listed(places)}."] if places else []
    if wishes:
        sentences.append(f"Je wens: {'; '.join(wishes)}.")
    sentences += [
        f"Er is geen beeld van {axis.name}: {in_words(axis.score.reason)}."
        for axis in axes
        if axis.score.reason
    ]
    sentences += [
        f"Er is geen beeld van je wens bij {axis.name}: {in_words(axis.wish.reason)}."
        for axis in axes
        if axis.wish.reason and not axis.score.reason
    ]
    return " ".join(sentences)


def about_direction(across: Axis, up: Axis, direction: Direction | None) -> str:
    """How the wish relates to what the school chose: the same way, another way, or neither.

    More of the first scale (`across`) or less of the second (`up`) points to a team that decides
    more; the other way round points to a school that steers more; both or neither points nowhere.
    """
    if direction is None:
        return (
            "Wat jullie school zelf kiest, is hier nog niet vastgelegd. Leg je het vast, dan lees "
            "je hier hoe je wens zich daartoe verhoudt."
        )
    chose = f"Jullie school koos op {direction.day}: “{direction.words}”."
    if across.wish.value is None or up.wish.value is None:
        return f"{chose} Je wens is nog niet compleet genoeg om ernaast te leggen."
    return f"{chose} {_relation(direction.side, _towards_steering(across.wish, up.wish))}"


def wish_words(wish: MeanWish) -> str:
    """What the wishes beside one scale come down to; without a value, why there is none."""
    kind = leaning(wish)
    return wish.reason or "" if kind is None else _WISHES[kind]


def _place(value: float, words: Sequence[str]) -> str:
    word = word_for(value, words)
    return word if word.startswith("tussen ") else f"op {word}"


def _towards_steering(across: MeanWish, up: MeanWish) -> int:
    """1 towards a school that steers more, -1 towards a team that decides more, 0 neither."""
    tilt = _sign(step(up)) - _sign(step(across))
    return _sign(tilt)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _relation(school: int, wish: int) -> str:
    if school == 0:
        return (
            "Die keuze ligt in het midden: je wens wijst er niet naartoe en er niet vanaf. "
            "Ook dat is iets om over te praten."
        )
    if wish == 0:
        return "Je wens zegt daar niets over. Ook dat is iets om over te praten."
    if wish == school:
        return "Je wens wijst dezelfde kant op. Ook dat is iets om over te praten."
    return "Je wens wijst een andere kant op. Dat is iets om over te praten, geen fout."
