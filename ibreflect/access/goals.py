"""Verdicts on goals: they are the ib'er's own, and change only as was agreed.

A goal of somebody else and no goal at all read alike, so that an id tells nobody anything.
"""

from ibreflect.access.policy import Verdict, require
from ibreflect.errors import NotAllowedError
from ibreflect.model.goal import Goal
from ibreflect.model.person import Person

_NOT_THERE = "Dit doel is er niet (meer). Ga naar Doelen; daar staan al je doelen."
_CLOSED = "Dit doel is al afgesloten. Wil je er toch mee verder, heropen het dan."
_AGREED = (
    "Dit doel maakten jullie samen in een gesprek. Wil je iets anders gaan doen, sluit het dan af "
    "als “doel veranderd” en maak een nieuw doel."
)
_HAS_NOTES = (
    "Bij dit doel staan al notities. Wil je iets anders gaan doen, sluit het dan af als “doel "
    "veranderd” en maak een nieuw doel."
)


class FoundGoal:
    """A goal that was looked up by an id from outside; nothing of it is read until it is opened.

    `opened` gives the goal to whom it may be given.
    """

    __slots__ = ("__goal",)

    def __init__(self, goal: Goal) -> None:
        self.__goal = goal

    def opened(self, actor: Person) -> Goal:
        """The goal, for whose it is; NotAllowedError for anybody else."""
        require(may_see(actor, self.__goal))
        return self.__goal


def opened(actor: Person, found: FoundGoal | None) -> Goal:
    """The goal that was found, for whose it is; NotAllowedError, the same as when there is none."""
    if found is None:
        raise NotAllowedError(_NOT_THERE)
    return found.opened(actor)


def may_see(actor: Person, goal: Goal) -> Verdict:
    """A goal is seen by whose it is; what was agreed, the other reads in the verslag."""
    if actor.person_id != goal.person_id:
        return Verdict(allowed=False, reason=_NOT_THERE)
    return Verdict(allowed=True)


def may_work_on(actor: Person, goal: Goal) -> Verdict:
    """Notes, another check date and looking back are for an open goal."""
    seen = may_see(actor, goal)
    if seen.allowed and not goal.is_open:
        return Verdict(allowed=False, reason=_CLOSED)
    return seen


def may_rewrite(actor: Person, goal: Goal) -> Verdict:
    """The texts of a goal change while it is open, was made alone, and has no notes."""
    workable = may_work_on(actor, goal)
    if not workable.allowed or goal.can_be_rewritten:
        return workable
    return Verdict(allowed=False, reason=_AGREED if goal.conversation_id else _HAS_NOTES)
