"""Verdicts on the expertisekaart: read by who leads the work at the school now, and nobody else."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from ibreflect.access.policy import Verdict
from ibreflect.model.membership import Membership, Position

# Of another school and of no school at all read alike, so that an id tells nobody anything.
_NOT_THERE = "Dit staat niet (meer) op een expertisekaart van jouw school. Laad de pagina opnieuw."
_READERS = frozenset({Position.IB_COORDINATOR, Position.SCHOOL_LEADER})


def schools(held: Iterable[Membership], day: date) -> frozenset[UUID]:
    """The schools at which somebody is ib'er or schoolleider on that day."""
    return frozenset(
        each.place_id for each in held if each.position in _READERS and each.holds_on(day)
    )


def may_use(held: Iterable[Membership], school_id: UUID | None, day: date) -> Verdict:
    """The card of a school and the link to it are for its ib'er and schoolleider of that day.

    None stands for an entry that does not exist.
    """
    if school_id not in schools(held, day):
        return Verdict(allowed=False, reason=_NOT_THERE)
    return Verdict(allowed=True)
