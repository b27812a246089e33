"""Met anderen: what others see of the ib'er's work, beside what the ib'er sees."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import policy
from ibreflect.measure.growth import Noise
from ibreflect.model.asking import CONTACT, CONTACT_WORDS, REMARK_TOPICS
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Panel, Questionnaire
from ibreflect.model.round import Round
from ibreflect.model.voice import Mark, Snapshot, Voice
from ibreflect.store import asking as kept
from ibreflect.store.connection import Store
from ibreflect.usecases import asking, ending, hearing, instruments, mirror_figures, rounds
from ibreflect.usecases.asking import Asking
from ibreflect.usecases.frames import Figure
from ibreflect.usecases.mirror_figures import Quadrants, Roles, Statements
from ibreflect.usecases.mirror_frames import Views


class Part(NamedTuple):
    """One questionnaire: whose voices there are, and what they show beside each other.

    `contact` is how often most people of a voice work with the ib'er, where that may be told.
    Without another voice that may be heard there are no figures.
    """

    questionnaire: Questionnaire
    voices: tuple[Voice, ...]
    contact: Mapping[Mark, str]
    glance: Figure | None = None
    quadrants: tuple[Quadrants, ...] = ()
    scales: tuple[Statements, ...] = ()
    roles: Roles | None = None

    @property
    def groups(self) -> tuple[Voice, ...]:
        """The voices of people who are not named."""
        return tuple(voice for voice in self.voices if voice.is_group)


class Written(NamedTuple):
    """What was written at one open question; `others` is empty when too few people did."""

    question: str
    others: tuple[str, ...]
    leader: str


def asked_in(store: Store, actor: Person) -> tuple[Round, ...]:
    """The actor's rounds in which others are asked about the ib'er, newest first."""
    asked = kept.asked_of_person(store, actor.person_id)
    return tuple(
        each
        for each in reversed(rounds.mine(store, actor))
        if _about_me(store, each, asked.get(each.round_id, ()))
    )


def of_round(store: Store, actor: Person, round_id: UUID, *, today: date) -> Asking:
    """How far asking is, with only the questionnaires about the ib'er in it."""
    state = asking.of_round(store, actor, round_id, today=today)
    asked = state.rules.asked if state.rules else ()
    return state._replace(questionnaires=_about_me(store, state.round, asked))


def part(
    store: Store, actor: Person, round_id: UUID, questionnaire: Questionnaire, noise: Noise
) -> Part:
    """What may be seen of one questionnaire now; NotAllowedError for somebody else's round."""
    subject = rounds.one(store, actor, round_id)
    own, *others = voices = hearing.voices(store, actor, subject.round_id, questionnaire)
    contact = _contact(voices, _taken(store, subject))
    heard = tuple(voice for voice in others if not voice.reason)
    if own.reason or not heard:
        return Part(questionnaire, voices, contact)
    views = Views(questionnaire, own, heard, noise)
    return Part(
        questionnaire=questionnaire,
        voices=voices,
        contact=contact,
        glance=mirror_figures.glance(views),
        quadrants=mirror_figures.quadrants(views),
        scales=tuple(mirror_figures.statements(views, each) for each in questionnaire.scales),
        roles=mirror_figures.roles(views),
    )


def written(store: Store, actor: Person, round_id: UUID) -> tuple[Written, ...]:
    """What others wrote, by question, the strengths first; empty until it may be seen."""
    taken = _taken(store, rounds.one(store, actor, round_id))
    if taken is None:
        return ()
    return tuple(
        Written(
            question=each.text,
            others=tuple(taken.remarks.get(each.topic, ())),
            leader=taken.leader_remarks.get(each.topic, ""),
        )
        for each in REMARK_TOPICS
    )


def _about_me(store: Store, subject: Round, asked: Collection[str]) -> tuple[Questionnaire, ...]:
    return tuple(
        each
        for each in instruments.of_round(store, subject)
        if each.id in asked and each.panel is Panel.COORDINATOR
    )


def _taken(store: Store, subject: Round) -> Snapshot | None:
    """The snapshot of a round, once it may be seen."""
    taken = ending.snapshot(store, subject.round_id)
    verdict = policy.may_hear_groups(subject, has_ended=taken is not None)
    return taken if verdict.allowed else None


def _contact(voices: Sequence[Voice], taken: Snapshot | None) -> dict[Mark, str]:
    """Told of a voice only when it was said by the very same groups."""
    said = taken.voices.get(ending.COOPERATION, ()) if taken else ()
    common = {tuple(each.groups): each.heard[CONTACT].common for each in said if each.heard}
    found = {voice.mark: common.get(tuple(voice.groups)) for voice in voices if not voice.reason}
    return {mark: CONTACT_WORDS[each - 1] for mark, each in found.items() if each is not None}
