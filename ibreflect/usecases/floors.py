"""From how many people on a group is shown in this installation: the least a round may choose.

The beheerder can raise it and nobody can lower it: who answers has been told what holds.
"""

from datetime import datetime

from ibreflect.access import policy
from ibreflect.errors import InputError
from ibreflect.measure import disclosure
from ibreflect.measure.disclosure import FLOORS
from ibreflect.model.event import Detail, Event, EventKind
from ibreflect.model.moment import day_at
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store import events, people
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import people as acting

HIGHEST = 10
"""A higher floor would hide every group of a small school, and could not be taken back."""

_COLLEAGUES, _PARENTS = "floor_colleagues", "floor_parents"


def of_installation(store: Store) -> dict[RaterGroup, int]:
    """The least floor of each group in a round that begins now; never below the fixed ones."""
    colleagues, parents = (
        int(people.setting(store, each) or 0) for each in (_COLLEAGUES, _PARENTS)
    )
    return disclosure.floors(
        max(colleagues, FLOORS[RaterGroup.TEACHER]), max(parents, FLOORS[RaterGroup.PARENT])
    )


def raise_to(store: Store, actor: Person, *, colleagues: int, parents: int, now: datetime) -> None:
    """Raise the floor of leraren, collega's and bestuur, who have one, and that of parents.

    Rounds in which asking has begun keep what they began with. `now` is a moment in UTC.
    InputError when one is lower than now or too high, NotAllowedError for who is no beheerder.
    """
    positions = acting.positions(store, actor, today=day_at(now))
    policy.require(policy.may_administer(positions))
    before, after = of_installation(store), disclosure.floors(colleagues, parents)
    if any(not before[group] <= floor <= HIGHEST for group, floor in after.items()):
        raise InputError(
            f"Een drempel kan alleen omhoog, en niet hoger dan {HIGHEST}. Er is niets veranderd."
        )

    def work(transaction: Transaction) -> None:
        people.set_to(transaction, _COLLEAGUES, str(colleagues))
        people.set_to(transaction, _PARENTS, str(parents))
        for group, floor in after.items():
            if floor > before[group]:
                fields: dict[str, Detail] = {"group": group.value, "floor": floor}
                event = Event(now, EventKind.FLOORS_RAISED, actor.person_id, None, fields)
                events.add(transaction, event)

    store.write(work)
