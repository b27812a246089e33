"""A questionnaire as one kind of person is asked it: what other programs take over."""

from typing import NamedTuple

from ibreflect.model.questionnaire import (
    NON_ANSWER_WORDS,
    Item,
    Questionnaire,
    RaterGroup,
    Scale,
)


class Choice(NamedTuple):
    """A possible answer: a number from 1 up or the key of a non-answer, and its words."""

    value: int | str
    words: str


class Question(NamedTuple):
    """What is asked: a statement, or the wish beside it, under the id of its answer."""

    answer_id: str
    text: str
    choices: tuple[Choice, ...]


class Part(NamedTuple):
    """The questions of one scale that this person is asked; at least one."""

    scale: Scale
    questions: tuple[Question, ...]


def parts_for(questionnaire: Questionnaire, group: RaterGroup | None) -> tuple[Part, ...]:
    """The scales with what a group is asked, in its words; None stands for the ib'er."""
    parts = (
        Part(scale, tuple(_questions(questionnaire, scale, group)))
        for scale in questionnaire.scales
    )
    return tuple(part for part in parts if part.questions)


def wish_text(item: Item, group: RaterGroup | None) -> str:
    """How the wish beside an item is asked where it stands on its own."""
    return f"Wat wil je hierbij? {item.text_for(group)}"


def non_answers(questionnaire: Questionnaire) -> tuple[Choice, ...]:
    """The non-answers as choices."""
    return tuple(Choice(each.value, NON_ANSWER_WORDS[each]) for each in questionnaire.non_answers)


def numbered(words: tuple[str, ...]) -> tuple[Choice, ...]:
    """Words as choices with the values 1, 2, 3 …"""
    return tuple(Choice(value, word) for value, word in enumerate(words, start=1))


def _questions(
    questionnaire: Questionnaire, scale: Scale, group: RaterGroup | None
) -> list[Question]:
    choices = (*numbered(questionnaire.words), *non_answers(questionnaire))
    wishes = numbered(questionnaire.wish_words)
    asked = []
    for item in scale.items:
        if group is None or group in item.visible_to:
            asked.append(Question(item.id, item.text_for(group), choices))
            if wishes:
                asked.append(Question(item.wish_id, wish_text(item, group), wishes))
    return asked
