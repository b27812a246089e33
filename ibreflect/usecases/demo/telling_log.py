"""What the cast wrote in their logboeken: the same whatever the seed, counted back from today."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import cycle
from typing import NamedTuple
from uuid import UUID

import numpy as np

from ibreflect.model.log import Content, Entry, Kind, Step
from ibreflect.model.person import Person, School
from ibreflect.store import log
from ibreflect.store.connection import Store
from ibreflect.usecases import log_entries
from ibreflect.usecases.demo import school_days
from ibreflect.usecases.demo.log_entry import Told
from ibreflect.usecases.demo.log_moments import EFFECTS, MOMENTS
from ibreflect.usecases.demo.log_work import ACTIVITIES, QUESTIONS

_SEED = 177
_TEXTS = {
    Kind.ACTIVITY: ACTIVITIES,
    Kind.BUMPY_MOMENT: MOMENTS,
    Kind.QUESTION: QUESTIONS,
    Kind.EFFECT: EFFECTS,
}
_OFTEN = {Kind.ACTIVITY: 0.45, Kind.BUMPY_MOMENT: 0.2, Kind.QUESTION: 0.22, Kind.EFFECT: 0.13}

# Of a question at the beginning and now: on which step of the interventieladder it comes in.
_STEPS_THEN, _STEPS_NOW = np.array([0.45, 0.3, 0.15, 0.1]), np.array([0.15, 0.25, 0.3, 0.3])
_PLANNED_THEN, _PLANNED_NOW = 0.35, 0.7


class Span(NamedTuple):
    """So many entries at a school, between so many days ago and so many days ago."""

    school: School
    entries: int
    since: int
    until: int = 0


def write(store: Store, actor: Person, spans: Sequence[Span], *, today: date) -> None:
    """Write down what happened, oldest first; no text comes back before the others had a turn.

    All at once, as one by one would cost seconds.
    """
    rng = np.random.default_rng([_SEED, *actor.name.encode()])
    texts = {kind: cycle(_shuffled(rng, told)) for kind, told in _TEXTS.items()}
    entries = [
        Entry(UUID(bytes=rng.bytes(16), version=4), span.school, log_entries.checked(each, today))
        for span in spans
        for each in _contents(rng, texts, span, today)
    ]
    log.add(store, actor.person_id, *entries)


def _contents(
    rng: np.random.Generator, texts: Mapping[Kind, Iterator[Told]], span: Span, today: date
) -> Iterator[Content]:
    for number in range(span.entries):
        along = (number + rng.random()) / span.entries
        back = span.since - along * (span.since - span.until)
        day = school_days.on_or_before(today - timedelta(days=round(back)))
        kind = list(_OFTEN)[rng.choice(len(_OFTEN), p=list(_OFTEN.values()))]
        yield _content(rng, kind, next(texts[kind]), along)._replace(day=day)


def _shuffled(rng: np.random.Generator, told: Sequence[Told]) -> list[Told]:
    return [told[number] for number in rng.permutation(len(told))]


def _content(rng: np.random.Generator, kind: Kind, told: Told, along: float) -> Content:
    """What is written of something, `along` (0-1) the way from the first entry to the last."""
    step = rng.choice(len(Step), p=(1 - along) * _STEPS_THEN + along * _STEPS_NOW)
    is_planned = rng.random() < (1 - along) * _PLANNED_THEN + along * _PLANNED_NOW
    return Content(
        kind=kind,
        day=date.min,
        what=told.what,
        theme=told.theme,
        explored=told.explored,
        follow_up=told.follow_up,
        roles=told.roles,
        minutes=told.minutes,
        is_planned=bool(is_planned),
        step=Step(int(step)),
        place=told.place,
    )
