"""Mijn beeld: what one handed-in scan shows."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from ibreflect.measure import sentences
from ibreflect.measure.growth import Noise
from ibreflect.measure.regions import region_scores
from ibreflect.measure.scales import Score, scale_scores
from ibreflect.model.assignment import note_topic
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, NonAnswer, Panel, Questionnaire, Scale
from ibreflect.model.role import Role
from ibreflect.model.round import Round
from ibreflect.store import answers, framing
from ibreflect.store.connection import Store
from ibreflect.usecases import frames, instruments, rounds
from ibreflect.usecases.frames import Figure


class Domain(NamedTuple):
    """One scale, item by item, with the ib'er's own note."""

    scale: Scale
    figure: Figure
    note: str


class Part(NamedTuple):
    """What one questionnaire of the round shows; never added up with another."""

    questionnaire: Questionnaire
    roles: Figure | None
    overlap_says: str
    domains: tuple[Domain, ...]


class Picture(NamedTuple):
    """One scan: the core, then the modules about the ib'er, then what has no number."""

    round: Round
    parts: tuple[Part, ...]
    elsewhere: tuple[str, ...]
    not_applicable: tuple[str, ...]
    cannot_judge: tuple[str, ...]


def handed_in(store: Store, actor: Person) -> tuple[Round, ...]:
    """The actor's rounds whose scan is handed in, newest first."""
    return tuple(each for each in reversed(rounds.mine(store, actor)) if each.handed_in)


def my_picture(store: Store, actor: Person, round_id: UUID, noise: Noise) -> Picture:
    """The picture of one of the actor's own handed-in scans; NotAllowedError for others'."""
    subject = rounds.one(store, actor, round_id)
    questionnaires = [
        each for each in instruments.of_round(store, subject) if each.panel is Panel.COORDINATOR
    ]
    given = {
        item_id: kept.given for item_id, kept in answers.newest(store, subject.response_id).items()
    }
    texts = framing.texts(store, subject.round_id)
    return Picture(
        round=subject,
        parts=tuple(_part(each, given, texts, noise) for each in questionnaires),
        elsewhere=_with(questionnaires, given, NonAnswer.ELSEWHERE),
        not_applicable=_with(questionnaires, given, NonAnswer.NOT_APPLICABLE),
        cannot_judge=_with(questionnaires, given, NonAnswer.CANNOT_JUDGE),
    )


def _part(
    questionnaire: Questionnaire,
    given: Mapping[str, Given],
    texts: Mapping[str, str],
    noise: Noise,
) -> Part:
    regions = region_scores(questionnaire, given)
    return Part(
        questionnaire=questionnaire,
        roles=_roles(questionnaire, given, noise),
        overlap_says=sentences.about_overlap(regions, questionnaire.words),
        domains=tuple(
            Domain(scale, _items(questionnaire, scale, given), texts.get(note_topic(scale.id), ""))
            for scale in questionnaire.scales
        ),
    )


def role_scores(questionnaire: Questionnaire, scores: Mapping[str, Score]) -> dict[Role, Score]:
    """The scores of the scales that are about one role, by role."""
    return {
        scale.role: scores[scale.id] for scale in questionnaire.scales if scale.role is not None
    }


def _roles(questionnaire: Questionnaire, given: Mapping[str, Given], noise: Noise) -> Figure | None:
    roles = role_scores(questionnaire, scale_scores(questionnaire, given))
    if not roles:
        return None
    regions = region_scores(questionnaire, given)
    return Figure(
        drawn=frames.regions_drawn(regions),
        read=frames.regions_read(regions),
        says=sentences.about_roles(roles, noise),
    )


def _items(questionnaire: Questionnaire, scale: Scale, given: Mapping[str, Given]) -> Figure:
    by_text = {item.self_text: given.get(item.id) for item in scale.items}
    about = sentences.about_scale(scale.title, by_text, questionnaire.words)
    return Figure(
        drawn=frames.items_drawn(questionnaire, scale, given),
        read=frames.items_read(questionnaire, scale, given),
        says=" ".join([about, frames.wishes_say(questionnaire, scale, given)]).strip(),
    )


def _with(
    questionnaires: Sequence[Questionnaire], given: Mapping[str, Given], reason: NonAnswer
) -> tuple[str, ...]:
    return tuple(
        item.self_text
        for questionnaire in questionnaires
        for item in questionnaire.items
        if given.get(item.id) == reason
    )
