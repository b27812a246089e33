"""From the signs in which chapters are written to answers."""

from collections.abc import Iterator, Sequence
from itertools import cycle

from ibreflect.model.questionnaire import Given, NonAnswer, Questionnaire
from ibreflect.usecases.demo.chapter import Said, Signs

NOTHING = "."
_SIGNS = {
    "n": NonAnswer.NOT_APPLICABLE,
    "?": NonAnswer.CANNOT_JUDGE,
    "a": NonAnswer.ELSEWHERE,
}


def given(questionnaires: Sequence[Questionnaire], said: Said) -> Iterator[tuple[str, Given]]:
    """What is said, by item id, with the wish right after each statement that has a number."""
    for each in questionnaires:
        wishes = dict(of_items(each, said.wished))
        wish_ids = {item.id: item.wish_id for item in each.items}
        for item_id, sign in of_items(each, said.now):
            wish = wishes.get(item_id, NOTHING) if sign.isdigit() else NOTHING
            pair = {item_id: sign, wish_ids[item_id]: wish}
            yield from ((at, _read(of)) for at, of in pair.items() if of != NOTHING)


def of_items(questionnaire: Questionnaire, signs: Signs) -> Iterator[tuple[str, str]]:
    """The sign at each statement; they start again where a scale has more statements."""
    for scale in questionnaire.scales:
        for item, sign in zip(scale.items, cycle(signs.get(scale.id, "")), strict=False):
            yield item.id, sign


def _read(sign: str) -> Given:
    return int(sign) if sign.isdigit() else _SIGNS[sign]
