"""The private journal of an ib'er: answers to reflection questions, year beside year."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.assignment import ASSIGNMENT_QUESTIONS, Question
from ibreflect.model.person import Person
from ibreflect.model.reflection import REFLECTION_QUESTIONS, ReflectionAnswer
from ibreflect.model.round import term_of
from ibreflect.store import framing, reflection, rounds
from ibreflect.store.connection import Store
from ibreflect.usecases import entering

_QUESTIONS = {each.topic: each.text for each in REFLECTION_QUESTIONS}


class Earlier(NamedTuple):
    """What was written at a question: when, as '2025/2026' or 'najaar 2025, De Wilg', and what."""

    when: str
    body: str


class Asked(NamedTuple):
    """A question with what stands there for this school year, and before, the newest first."""

    question: Question
    body: str
    earlier: tuple[Earlier, ...]


class Journal(NamedTuple):
    """The journal in a school year; `assignment` are the questions of Mijn opdracht, to read."""

    school_year: str
    asked: tuple[Asked, ...]
    assignment: tuple[Asked, ...]


def journal(store: Store, actor: Person, *, today: date) -> Journal:
    """The actor's journal on a day: each question with the answers of all years."""
    school_year = term_of(today).school_year
    written = answers(store, actor)
    return Journal(
        school_year,
        tuple(_asked(question, written, school_year) for question in REFLECTION_QUESTIONS),
        _assignment(store, actor),
    )


def _asked(question: Question, written: Sequence[ReflectionAnswer], school_year: str) -> Asked:
    here = [each for each in written if each.topic == question.topic]
    now = [each.body for each in here if each.school_year == school_year]
    earlier = (
        Earlier(each.school_year, each.body) for each in here if each.school_year != school_year
    )
    return Asked(question, "".join(now), tuple(earlier))


def _assignment(store: Store, actor: Person) -> tuple[Asked, ...]:
    """What was written at the six questions in each round, the newest first; empty ones not."""
    mine = tuple(reversed(rounds.of_person(store, actor.person_id)))
    texts = [
        (f"{each.term.label}, {each.school_name}", framing.texts(store, each.round_id))
        for each in mine
    ]
    found = (
        Asked(
            question,
            "",
            tuple(
                Earlier(when, kept[question.topic])
                for when, kept in texts
                if question.topic in kept
            ),
        )
        for question in ASSIGNMENT_QUESTIONS
    )
    return tuple(each for each in found if each.earlier)


def answers(store: Store, actor: Person) -> tuple[ReflectionAnswer, ...]:
    """Everything the actor wrote, the newest school year first, in the order of the questions."""
    kept = reflection.of_person(store, actor.person_id)
    found = [
        ReflectionAnswer(topic, _QUESTIONS[topic], school_year, body)
        for school_year, topic, body in kept
        if topic in _QUESTIONS
    ]
    order = list(_QUESTIONS)
    by_question = sorted(found, key=lambda each: order.index(each.topic))
    return tuple(sorted(by_question, key=lambda each: each.school_year, reverse=True))


def save(store: Store, actor: Person, topic: str, body: str, *, today: date) -> None:
    """Keep an answer for the school year of today; empty drops it.

    InputError for an unknown question or a text over 4,000 characters.
    """
    if topic not in _QUESTIONS:
        raise InputError("Deze vraag is er niet (meer). Laad de pagina opnieuw.")
    school_year = term_of(today).school_year
    reflection.keep(store, actor.person_id, school_year, topic, entering.free_text(body))


def chosen(store: Store, actor: Person, ids: Collection[str]) -> tuple[ReflectionAnswer, ...]:
    """These answers of the actor; NotAllowedError when one of them is not there."""
    mine = {each.answer_id: each for each in answers(store, actor)}
    if not set(ids) <= set(mine):
        raise NotAllowedError("Dit antwoord is er niet (meer). Laad de pagina opnieuw.")
    return tuple(each for answer_id, each in mine.items() if answer_id in set(ids))
