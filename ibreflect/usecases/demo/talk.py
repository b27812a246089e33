"""The words in which a conversation of the example is told."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from ibreflect.model import topics
from ibreflect.model.conversation import Decision, Seated
from ibreflect.model.goal import GoalEntry
from ibreflect.model.sharing import Part
from ibreflect.model.time import WORK, Moment
from ibreflect.usecases.demo.signs import NOTHING

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Prepared(NamedTuple):
    """What one brings to a talk.

    written: answers to open questions, by id. levels: by theme, a digit for each of its points in
    order, or "." for nothing. week: percents of the work as it is and as wished. parts: what of the
    picture lies on the table. laid: the topics of own texts that lie there.
    """

    written: Mapping[str, str] = _NOTHING
    levels: Mapping[str, str] = _NOTHING
    week: tuple[tuple[int, ...], ...] = ()
    parts: tuple[Part, ...] = ()
    laid: tuple[str, ...] = ()
    is_ready: bool = True


class Aim(NamedTuple):
    """A goal, to be looked back on after so many days."""

    behaviour: str
    first_step: str
    evidence: str
    helper: str
    partner_part: str
    days: int

    def entry(self, day: date) -> GoalEntry:
        """The goal as it is agreed on a day."""
        return GoalEntry(*self[:-1], day + timedelta(days=self.days))


class Talk(NamedTuple):
    """A conversation that was held: what was said by theme, decided and agreed.

    next_in: after how many days they talk again.
    """

    guide_id: str
    owner: Prepared = Prepared()
    partner: Prepared = Prepared()
    said: Mapping[str, str] = _NOTHING
    decided: tuple[Decision, ...] = ()
    aims: tuple[Aim, ...] = ()
    next_in: int | None = None


def filled(here: Seated, prepared: Prepared) -> Iterator[tuple[str, str]]:
    """By topic what somebody fills in, as far as the guide asks for it."""
    asked = {question.id for question in here.guide.questions(here.seat)}
    yield from ((topic, text) for topic, text in prepared.written.items() if topic in asked)
    for theme in here.guide.themes:
        signs = zip(theme.points, prepared.levels.get(theme.id, ""), strict=False)
        yield from ((topics.point(each.id), sign) for each, sign in signs if sign != NOTHING)
        if theme.time:
            yield from _week(prepared)
    chosen = (*map(topics.part, prepared.parts), *prepared.laid)
    yield from ((topic, topics.YES) for topic in chosen)


def _week(prepared: Prepared) -> Iterator[tuple[str, str]]:
    for moment, shares in zip(Moment, prepared.week, strict=False):
        for part, share in zip(WORK.parts, shares, strict=True):
            yield topics.time(part.part_id, moment), str(share)
