"""Groei: what changed over the rounds, and whether that is more than the measurement error."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

import pandas as pd

from ibreflect.measure import sentences
from ibreflect.measure.growth import Change, Noise, change, needed_change, shared_items
from ibreflect.measure.regions import region_scores
from ibreflect.measure.scales import Score, scale_scores
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Form, Given, Questionnaire, Scale
from ibreflect.model.round import Round, RoundId
from ibreflect.store import answers, framing
from ibreflect.store.connection import Store
from ibreflect.usecases import frames, instruments, rounds
from ibreflect.usecases.frames import Figure


class Line(NamedTuple):
    """One scale over the rounds."""

    scale: Scale
    figure: Figure


class RolePicture(NamedTuple):
    """The role picture of one round."""

    label: str
    drawn: pd.DataFrame


class Growth(NamedTuple):
    """All rounds of one questionnaire, oldest first, compared over the items they share."""

    questionnaire: Questionnaire
    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    markers: pd.DataFrame
    pictures: tuple[RolePicture, ...]
    overlap: Figure
    needed: float
    left_out: tuple[str, ...]

    @property
    def has_roles(self) -> bool:
        """Whether the questionnaire asks about roles at all."""
        return any(item.roles for item in self.questionnaire.items)


class _Measured(NamedTuple):
    round: Round
    questionnaire: Questionnaire
    given: Mapping[str, Given]


def questionnaires(store: Store, done: Sequence[Round]) -> dict[str, str]:
    """The questionnaires of these rounds, in this order: id to title.

    A mandate map is not among them: what somebody may decide is agreed, not grown.
    """
    return {
        asked.id: asked.title
        for each in done
        for asked in instruments.of_round(store, each)
        if asked.form is Form.SCALES
    }


def my_growth(
    store: Store,
    actor: Person,
    questionnaire_id: str,
    noise: Noise,
    *,
    school_id: UUID | None = None,
) -> Growth:
    """The actor's own growth, at one school or (None) at all; at least one scan is handed in."""
    measured = _measured(store, actor, questionnaire_id, school_id)
    newest = measured[-1].questionnaire
    shared = shared_items([each.questionnaire for each in measured])
    labels = _labels(measured)
    scores = [scale_scores(each.questionnaire, each.given, shared) for each in measured]
    regions = [region_scores(each.questionnaire, each.given, shared) for each in measured]
    scales = [scale for scale in newest.scales if any(item.id in shared for item in scale.items)]
    here = _at_newest_school(measured)
    notes = _notes(measured, framing.choices_of_person(store, actor.person_id))
    return Growth(
        questionnaire=newest,
        labels=labels,
        lines=tuple(
            Line(scale, _line(scale, measured, [each[scale.id] for each in scores], noise, notes))
            for scale in scales
        ),
        markers=pd.DataFrame(
            [(position - 0.5, text) for position, text in notes.items()],
            columns=["position", "text"],
        ),
        pictures=tuple(
            RolePicture(label, frames.regions_drawn(each))
            for label, each in zip(labels, regions, strict=True)
        ),
        overlap=Figure(
            drawn=pd.DataFrame(),
            read=frames.overlap_read(labels, regions),
            says=sentences.about_overlap_growth(
                [labels[position] for position in here],
                [regions[position] for position in here],
                noise,
            ),
        ),
        needed=needed_change(noise),
        left_out=tuple(item.self_text for item in newest.items if item.id not in shared),
    )


def _measured(
    store: Store, actor: Person, questionnaire_id: str, school_id: UUID | None
) -> list[_Measured]:
    done = [
        each
        for each in rounds.mine(store, actor)
        if each.handed_in and school_id in {None, each.school_id}
    ]
    given = answers.of_scans(store, done)
    return [
        _Measured(each, questionnaire, given[each.round_id])
        for each in done
        for questionnaire in instruments.of_round(store, each)
        if questionnaire.id == questionnaire_id
    ]


def _labels(measured: Sequence[_Measured]) -> tuple[str, ...]:
    """The terms; with the school where somebody had rounds at two schools in one term."""
    terms = [each.round.term.label for each in measured]
    return tuple(
        f"{term}, {each.round.school_name}" if terms.count(term) > 1 else term
        for term, each in zip(terms, measured, strict=True)
    )


def _at_newest_school(measured: Sequence[_Measured]) -> list[int]:
    """The positions of the rounds at the school of the newest round.

    Another school asks for another filling of the roles, so what changed is told of one school.
    """
    newest = measured[-1].round.school_id
    return [position for position, each in enumerate(measured) if each.round.school_id == newest]


def _line(
    scale: Scale,
    measured: Sequence[_Measured],
    scores: Sequence[Score],
    noise: Noise,
    notes: Mapping[int, str],
) -> Figure:
    labels = _labels(measured)
    schools = [each.round.school_name for each in measured]
    steps = _steps(measured, scores, noise)
    here = [each for each in _at_newest_school(measured) if scores[each].value is not None]
    drawn = frames.line_drawn(labels, schools, scores, noise)
    read = frames.line_read(labels, scores, steps, notes)
    drawn["verdict"] = read["Sinds de vorige"].replace("", None)
    title = scale.title if len(set(schools)) == 1 else f"{scale.title} op {schools[-1]}"
    return Figure(
        drawn=drawn,
        read=read,
        says=sentences.about_growth(
            title,
            [steps[position] for position in here if position in steps],
            [labels[position] for position in here],
        ),
    )


def _steps(
    measured: Sequence[_Measured], scores: Sequence[Score], noise: Noise
) -> dict[int, Change]:
    """The step to each round with a value from the last one at the same school that has one."""
    steps = {}
    latest: dict[UUID, float] = {}
    for position, (each, figures) in enumerate(zip(measured, scores, strict=True)):
        if figures.value is None:
            continue
        school_id = each.round.school_id
        if school_id in latest:
            steps[position] = change(latest[school_id], figures.value, noise)
        latest[school_id] = figures.value
    return steps


def _notes(
    measured: Sequence[_Measured], cards: Mapping[RoundId, Mapping[str, str]]
) -> dict[int, str]:
    """What was different from the round before, by the position of the round it is true of."""
    differences = {
        position: _differences(before, after, cards.get(after.round.round_id, {}))
        for position, (before, after) in enumerate(pairwise(measured), start=1)
    }
    return {position: ", ".join(texts) for position, texts in differences.items() if texts}


def _differences(before: _Measured, after: _Measured, card: Mapping[str, str]) -> list[str]:
    other_school = before.round.school_id != after.round.school_id
    shared = shared_items([before.questionnaire, after.questionnaire])
    asked = {item.id for each in (before, after) for item in each.questionnaire.items}
    return [
        text
        for text, changed in (
            ("andere school", other_school),
            ("nieuwe schoolleider", card.get("nieuwe_schoolleider") == "ja" and not other_school),
            ("andere editie", before.questionnaire.edition != after.questionnaire.edition),
            ("andere stellingen", shared != asked),
        )
        if changed
    ]
