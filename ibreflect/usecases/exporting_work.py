"""Goals, entries of the log and reflection questions as they are taken along."""

from ibreflect.model.goal import Goal
from ibreflect.model.log import Entry
from ibreflect.model.person import Person
from ibreflect.model.taken_work import TakenGoal, TakenGoalNote, TakenLogEntry, TakenReflection
from ibreflect.store.connection import Store
from ibreflect.usecases import goals, log_entries, reflection


def taken_goals(store: Store, actor: Person) -> tuple[TakenGoal, ...]:
    """The actor's goals, oldest first; those of one day in order of what they say."""
    found = [_goal(each) for each in goals.mine(store, actor)]
    return tuple(sorted(found, key=_in_order))


def taken_log(store: Store, actor: Person) -> tuple[TakenLogEntry, ...]:
    """What the actor wrote down, oldest first, so that bringing it in keeps the order."""
    return tuple(_entry(each) for each in reversed(log_entries.mine(store, actor)))


def taken_reflections(store: Store, actor: Person) -> tuple[TakenReflection, ...]:
    """What the actor answered, the newest school year first."""
    return tuple(
        TakenReflection(school_year=each.school_year, topic=each.topic, body=each.body)
        for each in reflection.answers(store, actor)
    )


def _goal(goal: Goal) -> TakenGoal:
    notes = sorted((each.written_on, each.body) for each in goal.notes)
    return TakenGoal(
        **goal.entry._asdict(),
        school=goal.school_name,
        agreed_on=goal.agreed_on,
        outcome=goal.outcome,
        effect=goal.effect,
        closed_on=goal.closed_on,
        notes=tuple(TakenGoalNote(written_on=day, body=body) for day, body in notes),
    )


def _in_order(goal: TakenGoal) -> tuple[object, ...]:
    """Never by an id: that is another one in another installation."""
    return goal.agreed_on, goal.check_on, goal.model_dump_json()


def _entry(entry: Entry) -> TakenLogEntry:
    return TakenLogEntry(school=entry.school.name, **entry.content._asdict())
