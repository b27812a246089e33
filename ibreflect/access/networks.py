"""Verdicts on a network: who publishes its figures, who reads them, and whose scan counts."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from ibreflect.access.policy import Verdict
from ibreflect.model.membership import Membership, Position
from ibreflect.model.place import Place

# Of another network and of none at all read alike, so that an id tells nobody anything.
_NOT_THERE = "Dit netwerk is er niet (meer). Ga terug naar Start."
_NOT_THE_COACH = "Een beeld van het netwerk maakt een coach van het samenwerkingsverband."
_NOT_THE_HOST = "Deelnamecodes voor het netwerk geeft een coach van het samenwerkingsverband."


def read(held: Iterable[Membership], places: Iterable[Place], day: date) -> frozenset[UUID]:
    """The samenwerkingsverbanden of which somebody reads the figures on that day.

    That is where they are coach, and those of the schools where they are ib'er, or of whose board
    they are, then.
    """
    now = {(each.position, each.place_id) for each in held if each.holds_on(day)}
    coached = {place_id for position, place_id in now if position is Position.COACH}
    joined = {
        each.alliance_id
        for each in places
        if (Position.IB_COORDINATOR, each.place_id) in now
        or (Position.BOARD_MEMBER, each.board_id) in now
    }
    return frozenset(coached | {each for each in joined if each})


def reads_for_a_board(held: Iterable[Membership], day: date) -> bool:
    """Whether somebody reads figures of networks for a board, and neither as coach nor ib'er."""
    now = {each.position for each in held if each.holds_on(day)}
    return Position.BOARD_MEMBER in now and now.isdisjoint(
        {Position.COACH, Position.IB_COORDINATOR}
    )


def may_read(readable: Collection[UUID], alliance_id: UUID) -> Verdict:
    """The figures of a network are read by its coaches, and by ib'ers and boards of its schools."""
    if alliance_id not in readable:
        return Verdict(allowed=False, reason=_NOT_THERE)
    return Verdict(allowed=True)


def may_publish(held: Iterable[Membership], alliance_id: UUID, day: date) -> Verdict:
    """A coach of the samenwerkingsverband on that day publishes."""
    return _for_a_coach(held, alliance_id, day, _NOT_THE_COACH)


def may_invite(held: Iterable[Membership], alliance_id: UUID, day: date) -> Verdict:
    """A coach on that day gives codes, takes them back, and reads in what is made with them."""
    return _for_a_coach(held, alliance_id, day, _NOT_THE_HOST)


def _for_a_coach(held: Iterable[Membership], alliance_id: UUID, day: date, refusal: str) -> Verdict:
    for each in held:
        if (each.position, each.place_id) == (Position.COACH, alliance_id) and each.holds_on(day):
            return Verdict(allowed=True)
    return Verdict(allowed=False, reason=refusal)
