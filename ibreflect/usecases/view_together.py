"""Samen en school: what ib'er, schoolleider and team say about working together and the school."""

from typing import NamedTuple
from uuid import UUID

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Form, Panel, Questionnaire, Scale
from ibreflect.model.round import Round
from ibreflect.model.voice import Voice
from ibreflect.store.connection import Store
from ibreflect.usecases import hearing, instruments, rounds, voice_frames
from ibreflect.usecases.frames import Figure


class Statements(NamedTuple):
    """One scale, statement by statement, with the voices that may be shown."""

    scale: Scale
    figure: Figure


class Part(NamedTuple):
    """One questionnaire; its voices stand beside each other and are never added up."""

    questionnaire: Questionnaire
    voices: tuple[Voice, ...]
    scales: tuple[Statements, ...]


def with_others(store: Store, actor: Person) -> tuple[Round, ...]:
    """The actor's rounds in which something is asked about the pair or the school, newest first."""
    return tuple(
        each
        for each in reversed(rounds.mine(store, actor))
        if any(_belongs_here(asked) for asked in instruments.of_round(store, each))
    )


def parts(store: Store, actor: Person, round_id: UUID) -> tuple[Part, ...]:
    """What may be seen of one of the actor's own rounds now; NotAllowedError for others'."""
    subject = rounds.one(store, actor, round_id)
    return tuple(
        _part(each, hearing.voices(store, actor, round_id, each))
        for each in instruments.of_round(store, subject)
        if _belongs_here(each)
    )


def _belongs_here(questionnaire: Questionnaire) -> bool:
    """The mandate map has a page of its own."""
    return questionnaire.panel is not Panel.COORDINATOR and questionnaire.form is Form.SCALES


def _part(questionnaire: Questionnaire, voices: tuple[Voice, ...]) -> Part:
    heard = any(voice.heard for voice in voices)
    scales = tuple(
        Statements(scale, voice_frames.voices_figure(questionnaire, scale, voices))
        for scale in questionnaire.scales
    )
    return Part(questionnaire, voices, scales if heard else ())
