"""Verdicts on the desk of a coach: whom it is about, and about whom the coach keeps notes."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from ibreflect.access.policy import Verdict
from ibreflect.model.membership import Membership, Position

# Of who never was there and who is there no more alike, so that an id tells nobody anything.
_NOT_THERE = (
    "Deze ib'er staat niet (meer) bij Mijn ib'ers: er wordt niets met je gedeeld en er is geen "
    "gesprek. Er is niets bewaard."
)


def coached(held: Iterable[Membership], day: date) -> frozenset[UUID]:
    """The samenwerkingsverbanden of which somebody is coach on that day."""
    return frozenset(
        each.place_id for each in held if each.position is Position.COACH and each.holds_on(day)
    )


def may_keep_note(there: Collection[UUID], person_id: UUID) -> Verdict:
    """A coach writes and reads notes about who shares something or talks with them now."""
    if person_id not in there:
        return Verdict(allowed=False, reason=_NOT_THERE)
    return Verdict(allowed=True)
