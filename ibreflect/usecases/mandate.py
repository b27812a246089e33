"""The mandate map of a round: what each voice says of it, beside what is agreed."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from ibreflect.measure import mandate
from ibreflect.measure.mandate import Topic
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Questionnaire, Scale
from ibreflect.model.round import Round
from ibreflect.model.voice import NAMED, Voice
from ibreflect.store.connection import Store
from ibreflect.store.mandate import AgreedLevel
from ibreflect.usecases import (
    hearing,
    instruments,
    mandate_agreement,
    mandate_frames,
    mandate_rounds,
    rounds,
    voice_frames,
)
from ibreflect.usecases.frames import Figure
from ibreflect.usecases.mandate_agreement import Agreed

ROLE_CLARITY = "rolhelderheid"


class Holder(NamedTuple):
    """What the voices say of one role that may hold a mandate.

    `figure` is None while there are no two voices, or when none of them names a level; voices that
    name none are `silent` and not drawn.
    """

    scale: Scale
    topics: tuple[Topic, ...]
    figure: Figure | None
    silent: tuple[str, ...] = ()


class Clarity(NamedTuple):
    """How clear the roles are to each voice, a figure for each scale."""

    questionnaire: Questionnaire
    figures: tuple[Figure, ...]


class MandateMap(NamedTuple):
    """The map of one round; `versions` are the agreements at its school, newest first.

    `agreed` has the what the newest one says that holds for this map, by item id.
    """

    round: Round
    questionnaire: Questionnaire
    voices: tuple[Voice, ...]
    holders: tuple[Holder, ...]
    clarity: Clarity | None
    versions: tuple[Agreed, ...]
    agreed: Mapping[str, AgreedLevel]

    @property
    def can_compare(self) -> bool:
        """Whether there are two voices to lay side by side."""
        return len(_heard(self.voices)) > 1

    @property
    def shared(self) -> dict[str, int]:
        """The level that at least two voices name and none contradicts, by item id."""
        return {
            topic.item_id: topic.shared_level
            for holder in self.holders
            for topic in holder.topics
            if topic.shared_level is not None
        }


def mandate_map(store: Store, actor: Person, round_id: UUID) -> MandateMap:
    """The map of one of the actor's rounds; InputError when it asks none.

    A voice is in it only as far as `hearing` lets it be seen.
    """
    subject = rounds.one(store, actor, round_id)
    asked = mandate_rounds.map_of(store, subject)
    seen = _map(store, actor, subject, hearing.voices(store, actor, round_id, asked))
    return seen._replace(clarity=_clarity(store, actor, subject))


def map_of_two(store: Store, owner: Person, round_id: UUID) -> MandateMap:
    """The map with the voices of ib'er and schoolleider only, as the schoolleider may see it.

    What the team said was said to the owner of the round, so it is not in it.
    """
    subject = rounds.one(store, owner, round_id)
    voices = hearing.voices(store, owner, round_id, mandate_rounds.map_of(store, subject))
    two = tuple(each for each in voices if each.mark in NAMED)
    return _map(store, owner, subject, two)


def _map(store: Store, actor: Person, subject: Round, voices: tuple[Voice, ...]) -> MandateMap:
    asked = mandate_rounds.map_of(store, subject)
    versions = mandate_agreement.versions(store, actor, subject)
    agreed = mandate_agreement.on_map(versions, asked)
    levels = {item_id: each.level for item_id, each in agreed.items()}
    holders = tuple(_holder(asked, scale, _heard(voices), levels) for scale in asked.scales)
    return MandateMap(
        round=subject,
        questionnaire=asked,
        voices=voices,
        holders=holders,
        clarity=None,
        versions=versions,
        agreed=agreed,
    )


def _holder(
    asked: Questionnaire, scale: Scale, voices: Sequence[Voice], agreed: Mapping[str, int]
) -> Holder:
    topics = mandate.topics(scale, {voice.label: voice.heard for voice in voices})
    speaking = {label for topic in topics for label in (*topic.levels, *topic.divided)}
    if len(voices) < 2 or not speaking:  # noqa: PLR2004 - one voice has nothing to lie beside
        return Holder(scale, topics, None)
    words = asked.words
    drawn = [voice for voice in voices if voice.label in speaking]
    figure = Figure(
        drawn=mandate_frames.matrix_drawn(topics, drawn, agreed, words),
        read=mandate_frames.matrix_read(topics, voices, agreed, words),
        says=mandate.about_topics(topics, words),
    )
    silent = tuple(voice.label for voice in voices if voice.label not in speaking)
    return Holder(scale, topics, figure, silent)


def _clarity(store: Store, actor: Person, subject: Round) -> Clarity | None:
    asked = instruments.of_round(store, subject)
    about = next((each for each in asked if each.id == ROLE_CLARITY), None)
    if about is None:
        return None
    voices = hearing.voices(store, actor, subject.round_id, about)
    if len(_heard(voices)) < 2:  # noqa: PLR2004 - as above
        return None
    figures = (voice_frames.voices_figure(about, scale, voices) for scale in about.scales)
    return Clarity(about, tuple(figures))


def _heard(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    return tuple(each for each in voices if not each.reason)
