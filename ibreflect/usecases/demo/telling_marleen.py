"""Marleen's work between rounds: ten years of goals, the logboek, the coach and the visieteam."""

from datetime import timedelta

from ibreflect.model.goal import GoalEntry, Look
from ibreflect.model.person import Person, School
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    goal_progress,
    goals,
    people,
    private_notes,
    reflection,
    rounds,
)
from ibreflect.usecases.conversing import At
from ibreflect.usecases.demo import school_days, talks_marleen, telling_log, telling_talks
from ibreflect.usecases.demo.tables import first_day, term_back
from ibreflect.usecases.demo.telling_log import Span
from ibreflect.usecases.demo.telling_others import Now
from ibreflect.usecases.demo.telling_talks import Setting

_DAY = timedelta(days=1)
_MADE, _NOTED, _LOOKED = 40 * _DAY, 150 * _DAY, 300 * _DAY
"""How far into a year a goal was made, noted about and looked back on."""

_COACHED, _VISION, _OWN_GOAL = 160 * _DAY, 30 * _DAY, 70 * _DAY
"""How long ago."""

_NEXT = 20 * _DAY
_OLDEST, _MOVED = 19, 8
"""Terms back of the first round, and of the first one at the school of now."""

_ENTRIES = (75, 75)


def tell(store: Store, owner: Person, coach: Person, now: Now) -> None:
    """What was done alone, and then the talks."""
    _past_goals(store, owner, now)
    _log(store, owner, now)
    for topic, body in talks_marleen.REFLECTION.items():
        reflection.save(store, owner, topic, body, today=now.today)
    _coached(store, owner, coach, now)
    _vision(store, owner, now)
    _own_goal(store, owner, now)


def _past_goals(store: Store, owner: Person, now: Now) -> None:
    """One goal for each year but the present one."""
    for number, told in enumerate(talks_marleen.GOALS):
        back = 2 * (len(talks_marleen.GOALS) - number)
        began = first_day(term_back(now.term, back))
        entry = GoalEntry(told.behaviour, "", told.evidence, "", "", began + _LOOKED)
        school_id = _school(store, owner, now, back=back).school_id
        goal_id = goals.make(store, owner, school_id, entry, today=began + _MADE)
        goal_progress.note(store, owner, goal_id, told.note, today=began + _NOTED)
        look = Look(told.outcome, told.effect)
        goal_progress.close(store, owner, goal_id, look, today=began + _LOOKED)


def _log(store: Store, owner: Person, now: Now) -> None:
    began, moved = (
        (now.today - first_day(term_back(now.term, back))).days for back in (_OLDEST, _MOVED)
    )
    before, after = _ENTRIES
    spans = (
        Span(_school(store, owner, now, back=_OLDEST), before, began, moved),
        Span(_school(store, owner, now, back=0), after, moved),
    )
    telling_log.write(store, owner, spans, today=now.today)


def _coached(store: Store, owner: Person, coach: Person, now: Now) -> None:
    """One talk with the coach, of which the coach keeps a note; both are at preparing the next."""
    school_id = _school(store, owner, now, back=0).school_id
    first, latest = [each.round_id for each in rounds.mine(store, owner)[-2:]]
    day = school_days.on_or_before(now.today - _COACHED)
    where = Setting(owner, coach, school_id, first, day)
    held = telling_talks.hold(store, talks_marleen.COACHED, where)
    coming = where._replace(round_id=latest, day=school_days.on_or_after(now.today + _NEXT))
    planned = telling_talks.plan(store, talks_marleen.COACHED.guide_id, coming, today=now.today)
    if held is None or planned is None:
        return
    private_notes.keep(store, coach, At(held, day), talks_marleen.COACH_NOTE)
    telling_talks.prepare(store, owner, At(planned, now.today), talks_marleen.NEXT_OWNER)
    telling_talks.prepare(store, coach, At(planned, now.today), talks_marleen.NEXT_COACH)


def _vision(store: Store, owner: Person, now: Now) -> None:
    """A meeting of the visieteam; the next one is planned."""
    school_id = _school(store, owner, now, back=0).school_id
    day = school_days.on_or_before(now.today - _VISION)
    again = school_days.on_or_after(now.today + _NEXT)
    meeting = talks_marleen.VISION._replace(next_in=(again - day).days)
    telling_talks.hold(store, meeting, Setting(owner, None, school_id, None, day))


def _own_goal(store: Store, owner: Person, now: Now) -> None:
    school_id = _school(store, owner, now, back=0).school_id
    day = now.today - _OWN_GOAL
    entry = talks_marleen.NOW_GOAL.entry(day)
    goal_id = goals.make(store, owner, school_id, entry, today=day)
    noted_on = school_days.on_or_before(now.today - _VISION)
    goal_progress.note(store, owner, goal_id, talks_marleen.NOW_NOTE, today=noted_on)


def _school(store: Store, owner: Person, now: Now, *, back: int) -> School:
    """Where Marleen worked so many terms back; before the first round as in that."""
    term = term_back(now.term, min(back, _OLDEST))
    subject = next(each for each in rounds.mine(store, owner) if each.term == term)
    return people.my_school(store, owner, subject.school_id)
