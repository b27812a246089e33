"""Verdicts on what is shared: who reads it, who withdraws it, and whose words are in it.

Whatever is missing, a reader gets the same sentence, so that it tells nobody anything.
"""

from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import date
from uuid import UUID

from ibreflect.access.policy import Verdict, require
from ibreflect.errors import NotAllowedError
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.model.sharing import Share

NOT_FOR_YOU = (
    "Dit wordt niet (meer) met je gedeeld. Misschien is het ingetrokken of is de tijd om; vraag er "
    "gerust naar."
)
_NOT_SHARED = "Dit deel je niet (meer)."
_SAID_TO_THE_IBER = (
    "Wat de schoolleider op naam antwoordde, was voor de ib'er en voor diegene zelf."
)


class FoundShare:
    """A share that was looked up by an id from outside; nothing of it is read until it is opened.

    `for_reader` and `for_owner` give it to whom it may be given.
    """

    __slots__ = ("__share",)

    def __init__(self, share: Share) -> None:
        self.__share = share

    def for_reader(self, actor: Person, held: Iterable[Membership], day: date) -> Share:
        """The share, for who may read it on that day; NotAllowedError for anybody else."""
        require(may_read(actor, self.__share, held, day))
        return self.__share

    def for_owner(self, actor: Person) -> Share:
        """The share, for who shared it; NotAllowedError for anybody else."""
        require(may_withdraw(actor, self.__share))
        return self.__share


def shared_with(
    actor: Person, found: FoundShare | None, held: Iterable[Membership], day: date
) -> Share:
    """The share that was found, for its reader; NotAllowedError, the same as when there is none."""
    if found is None:
        raise NotAllowedError(NOT_FOR_YOU)
    return found.for_reader(actor, held, day)


def readable(
    actor: Person, found: Iterable[FoundShare], held: Collection[Membership], day: date
) -> tuple[Share, ...]:
    """Those of the shares that were found that the actor may read on that day."""
    shares = []
    for each in found:
        with suppress(NotAllowedError):
            shares.append(each.for_reader(actor, held, day))
    return tuple(shares)


def shared_by(actor: Person, found: FoundShare | None) -> Share:
    """The share that was found, for its owner; NotAllowedError, the same as when there is none."""
    if found is None:
        raise NotAllowedError(_NOT_SHARED)
    return found.for_owner(actor)


def may_read(actor: Person, share: Share, held: Iterable[Membership], day: date) -> Verdict:
    """A share is read by the one it is for, while it lasts and while they work with that school.

    `held` are the reader's positions: schoolleider of the school of the round, or coach of its
    samenwerkingsverband. Whatever is missing, the sentence is the same.
    """
    near = {
        (Position.SCHOOL_LEADER, share.school_id),
        (Position.COACH, share.alliance_id),
    }
    works_there = any(
        (each.position, each.place_id) in near and each.holds_on(day) for each in held
    )
    if actor.person_id != share.reader_id or not share.lasts_on(day) or not works_there:
        return Verdict(allowed=False, reason=NOT_FOR_YOU)
    return Verdict(allowed=True)


def may_withdraw(actor: Person, share: Share) -> Verdict:
    """What somebody shared they withdraw themselves, at any time."""
    if actor.person_id != share.owner_id:
        return Verdict(allowed=False, reason=_NOT_SHARED)
    return Verdict(allowed=True)


def may_read_leader(held: Iterable[Membership], school_id: UUID, asked_on: date) -> Verdict:
    """What a schoolleider answered by name is shared with that schoolleider only.

    That is who held the position at the school when asking began.
    """
    for each in held:
        at = (each.position, each.place_id)
        if at == (Position.SCHOOL_LEADER, school_id) and each.holds_on(asked_on):
            return Verdict(allowed=True)
    return Verdict(allowed=False, reason=_SAID_TO_THE_IBER)
