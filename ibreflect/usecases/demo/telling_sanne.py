"""Sanne's work between rounds: talks with the schoolleider, goals, logboek and reflection.

The first talk was held before there was a mandate map, so it is told before the rounds go on.
"""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from ibreflect.model import topics
from ibreflect.model.conversation import ConversationId, Stage
from ibreflect.model.goal import Look, Outcome
from ibreflect.model.log import Kind
from ibreflect.model.person import Person
from ibreflect.store import erasure
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    conversing,
    goal_progress,
    goals,
    log_entries,
    people,
    reflection,
    rounds,
)
from ibreflect.usecases.conversing import At
from ibreflect.usecases.demo import school_days, talks_sanne, telling_log, telling_talks
from ibreflect.usecases.demo.tables import first_day, term_back
from ibreflect.usecases.demo.telling_log import Span
from ibreflect.usecases.demo.telling_others import Now
from ibreflect.usecases.demo.telling_talks import Setting

_DAY = timedelta(days=1)
_ENTRIES, _DAYS = 60, 810
_FIRST, _CHECK, _ALONE = 355 * _DAY, 180 * _DAY, 63 * _DAY
"""How long ago the first talk was, the check, and the day of a goal of her own."""

_LOOK_BACK = 10


class Two(NamedTuple):
    """Who talk with each other, and at which school."""

    owner: Person
    partner: Person
    school_id: UUID


def begin(store: Store, two: Two, now: Now) -> None:
    """The first talk, and how the goals of it ended.

    The talk that was planned then became the check, so it is no longer there. The file is not
    written anew for that: it tells of nobody.
    """
    day = school_days.on_or_after(now.today - _FIRST)
    where = Setting(*two, _round_id(store, two.owner, now, back=2), day)
    if telling_talks.hold(store, talks_sanne.FIRST, where) is None:
        return
    looks = (
        Look(Outcome.REACHED, talks_sanne.EFFECT_QUESTIONS),
        Look(Outcome.PARTLY, talks_sanne.EFFECT_VISITS),
    )
    for goal, look in zip(goals.mine(store, two.owner), looks, strict=True):
        day = goal.entry.check_on
        goal_progress.close(store, two.owner, goal.goal_id, look, today=day)
    for each, _ in conversing.mine(store, two.owner, today=now.today):
        if each.stage is Stage.PREPARING:
            _erase(store, each.conversation_id)


def go_on(store: Store, two: Two, now: Now) -> None:
    """The check, what is written apart, and the talk that is coming."""
    _check(store, two, now)
    _own_goal(store, two, now)
    for written, day in zip(
        talks_sanne.REFLECTIONS, (first_day(term_back(now.term, 2)), now.today), strict=True
    ):
        for topic, body in written.items():
            reflection.save(store, two.owner, topic, body, today=day)
    school = people.my_school(store, two.owner, two.school_id)
    telling_log.write(store, two.owner, [Span(school, _ENTRIES, _DAYS)], today=now.today)
    _prepare_next(store, two, now)


def _check(store: Store, two: Two, now: Now) -> None:
    day = school_days.on_or_before(now.today - _CHECK)
    days = (now.today - day).days + _LOOK_BACK
    (aim,) = talks_sanne.CHECK.aims
    check = talks_sanne.CHECK._replace(aims=(aim._replace(days=days),))
    if telling_talks.hold(store, check, Setting(*two, None, day)) is None:
        return
    (goal,) = [each for each in goals.mine(store, two.owner) if each.is_open]
    for number, note in enumerate(talks_sanne.NOTES_CHECK, 1):
        on = school_days.on_or_before(day + number * 45 * _DAY)
        goal_progress.note(store, two.owner, goal.goal_id, note, today=on)


def _own_goal(store: Store, two: Two, now: Now) -> None:
    day = now.today - _ALONE
    entry = talks_sanne.ALONE.entry(day)
    goal_id = goals.make(store, two.owner, two.school_id, entry, today=day)
    for number, note in enumerate(talks_sanne.NOTES_ALONE, 1):
        on = school_days.on_or_before(day + number * 25 * _DAY)
        goal_progress.note(store, two.owner, goal_id, note, today=on)


def _prepare_next(store: Store, two: Two, now: Now) -> None:
    """Sanne is ready; the schoolleider is halfway."""
    where = Setting(*two, _round_id(store, two.owner, now, back=1), _coming(now.today))
    planned = telling_talks.plan(store, talks_sanne.FIRST.guide_id, where, today=now.today)
    if planned is None:
        return
    at = At(planned, now.today)
    brought = talks_sanne.NOW_OWNER._replace(laid=_laid(store, two.owner))
    telling_talks.prepare(store, two.owner, at, brought)
    telling_talks.prepare(store, two.partner, at, talks_sanne.NOW_PARTNER)


def _laid(store: Store, owner: Person) -> tuple[str, ...]:
    """The newest bumpy moment, and the answer about the knowledge that is lacking."""
    moments = (
        each for each in log_entries.mine(store, owner) if each.content.kind is Kind.BUMPY_MOMENT
    )
    answers = (
        each for each in reflection.answers(store, owner) if each.topic == "reflectie:kennis"
    )
    return (
        topics.entry(str(next(moments).entry_id)),
        topics.reflection(next(answers).answer_id),
    )


def _coming(today: date) -> date:
    """A school day within two weeks, or another weekday when there is none."""
    days = [today + number * _DAY for number in range(8, 14)]
    return min(days, key=lambda day: (not school_days.is_open(day), school_days.is_weekend(day)))


def _round_id(store: Store, owner: Person, now: Now, *, back: int) -> UUID:
    term = term_back(now.term, back)
    return next(each.round_id for each in rounds.mine(store, owner) if each.term == term)


def _erase(store: Store, conversation_id: ConversationId) -> None:
    store.write(lambda work: erasure.erase_conversation(work, conversation_id))
