"""Mijn opdracht: the six questions, the context card and the ib'er's own notes."""

from typing import NamedTuple
from uuid import UUID

from ibreflect.access import policy
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.assignment import (
    ASSIGNMENT_QUESTIONS,
    CONTEXT_FIELDS,
    VISION_QUESTION,
    note_topic,
)
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.store import framing
from ibreflect.store.connection import Store
from ibreflect.usecases import entering, instruments, rounds


class Framing(NamedTuple):
    """What frames a round, with the answers of the round before beside it."""

    round: Round
    texts: dict[str, str]
    choices: dict[str, str]
    earlier: Round | None
    earlier_texts: dict[str, str]
    earlier_choices: dict[str, str]


def of_round(store: Store, actor: Person, round_id: UUID) -> Framing:
    """The framing of one of the actor's rounds."""
    subject = rounds.one(store, actor, round_id)
    mine = rounds.mine(store, actor)
    before = [each for each in mine if each.term < subject.term]
    earlier = before[-1] if before else None
    return Framing(
        round=subject,
        texts=framing.texts(store, subject.round_id),
        choices=framing.choices(store, subject.round_id),
        earlier=earlier,
        earlier_texts=framing.texts(store, earlier.round_id) if earlier else {},
        earlier_choices=framing.choices(store, earlier.round_id) if earlier else {},
    )


def save_text(store: Store, actor: Person, round_id: UUID, *, topic: str, body: str) -> None:
    """Keep a text under one of the round's topics; an empty text drops it.

    InputError for an unknown topic or a text over 4,000 characters; NotAllowedError when the round
    is closed or somebody else's.
    """
    subject = rounds.one(store, actor, round_id)
    policy.require(policy.may_change(actor, subject))
    if topic not in _topics(store, subject):
        raise InputError("Deze vraag hoort niet bij je ronde. Laad de pagina opnieuw.")
    if not framing.keep_text(store, subject.round_id, topic, entering.free_text(body)):
        raise NotAllowedError("De ronde is intussen afgesloten; je tekst is niet opgeslagen.")


def save_choice(store: Store, actor: Person, round_id: UUID, *, field: str, choice: str) -> None:
    """Keep a choice on the context card; an empty one drops it. Errors as for `save_text`."""
    subject = rounds.one(store, actor, round_id)
    policy.require(policy.may_change(actor, subject))
    options = {each.field: each.options for each in CONTEXT_FIELDS}.get(field, {})
    if choice and choice not in options:
        raise InputError("Dit antwoord hoort niet bij de vraag. Laad de pagina opnieuw.")
    if not framing.keep_choice(store, subject.round_id, field, choice):
        raise NotAllowedError("De ronde is intussen afgesloten; je keuze is niet opgeslagen.")


def _topics(store: Store, subject: Round) -> set[str]:
    asked = instruments.of_round(store, subject)
    questions = {question.topic for question in (*ASSIGNMENT_QUESTIONS, VISION_QUESTION)}
    return questions | {note_topic(scale.id) for each in asked for scale in each.scales}
