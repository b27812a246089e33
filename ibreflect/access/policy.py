"""Verdicts on an actor, an action and an object: asked before anything is read or written."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from ibreflect.errors import NotAllowedError
from ibreflect.model.asking import Stage
from ibreflect.model.membership import INSTALLATION, Membership, Position
from ibreflect.model.person import Person
from ibreflect.model.round import Round

# Somebody else's round and no round at all read alike, so that an id tells nobody anything.
_NOT_THERE = "Deze ronde is er niet (meer). Ga terug naar Start en kies een ronde."
_NO_SCHOOL = "Deze school is er niet (meer). Ga terug naar Start en kies een ronde."
_NOT_MY_SCHOOL = (
    "Een meetronde begin je op een school waar je nu ib'er bent. Staat jouw school er niet bij, "
    "vraag dan de beheerder van ibreflect."
)
_NO_PAGE = "Deze pagina is er niet. Ga terug naar Start."
_NOTHING_TO_SHARE = "Delen kan zodra je scan is ingeleverd. Lever die eerst in."
_FOR_ALL = (
    "Dit geldt voor iedereen die hier met ibreflect werkt. Alleen een beheerder kan het veranderen."
)
_CLOSED = "Deze ronde is afgesloten. Je kunt haar nog bekijken, maar niet meer veranderen."
_STILL_OPEN = (
    "Je scan van {term} is nog niet ingeleverd. Lever die eerst in, of wis die ronde als je er "
    "niet mee verder wilt."
)
_HEARD_OTHERS = "Je kunt zien wat anderen antwoordden. Daarom blijft je scan zoals hij is."
_BLIND = "Je ziet wat de schoolleider antwoordde zodra jullie allebei hebben ingeleverd."
_SELF_STILL_OPEN = "De scan van de ib'er is nog niet ingeleverd."
_LEADER_STILL_OPEN = "De schoolleider heeft nog niet geantwoord."
_LEADER_NEVER = "De schoolleider heeft in deze meetronde niet geantwoord."
_STILL_ASKING = "Wat zij antwoorden, zie je nadat het vragen is gesloten."
_SELF_FIRST = "Je ziet wat anderen antwoordden zodra je je eigen scan hebt ingeleverd."
_HAS_BEGUN = "Het vragen is al begonnen; de afspraken staan dan vast."
_HAS_ENDED = "Het vragen is gesloten. Wie je nog wilt vragen, vraag je in een volgende meetronde."
_NOT_BEGUN = "Leg eerst vast wat je vraagt en tot wanneer. Daarna maak je de links."
_NOT_AGREED = "De lijst wacht op akkoord. Daarna gaan de links weg."
_HANDED_IN = "Je scan is al ingeleverd. Heropen de scan eerst als je nog iets wilt veranderen."


class Verdict(NamedTuple):
    """Whether something is allowed and, if not, why: a Dutch sentence for the user."""

    allowed: bool
    reason: str = ""


class Found:
    """A round that was looked up by an id from outside; nothing of it is read until it is opened.

    `opened` gives the round to whom it may be given.
    """

    __slots__ = ("__subject",)

    def __init__(self, subject: Round) -> None:
        self.__subject = subject

    def opened(self, actor: Person) -> Round:
        """The round, for its owner; NotAllowedError for anybody else."""
        require(may_see(actor, self.__subject.person_id))
        return self.__subject


def opened(actor: Person, found: Found | None) -> Round:
    """The round that was found, for its owner; NotAllowedError, the same as when there is none."""
    if found is None:
        raise NotAllowedError(_NOT_THERE)
    return found.opened(actor)


def may_open(held: Collection[Position], seen_by: Collection[Position]) -> Verdict:
    """A page is opened by who holds one of the positions it is for.

    One that is for every position also opens for somebody whose positions are over.
    """
    if set(seen_by) != set(Position) and not set(held) & set(seen_by):
        return Verdict(allowed=False, reason=_NO_PAGE)
    return Verdict(allowed=True)


def may_administer(held: Collection[Position]) -> Verdict:
    """Places, people and what holds for everybody are the beheerder's; answers never are."""
    return may_open(held, {Position.ADMINISTRATOR})


def may_change_for_all(held: Iterable[Membership], day: date, *, is_together: bool) -> Verdict:
    """What holds for everybody is changed by a beheerder, or by the one owner there is."""
    if is_together and not _holds(held, Position.ADMINISTRATOR, INSTALLATION, day):
        return Verdict(allowed=False, reason=_FOR_ALL)
    return Verdict(allowed=True)


def may_change_for_school(held: Iterable[Membership], school_id: UUID, day: date) -> Verdict:
    """What holds for the rounds at a school is changed by who is ib'er there on that day."""
    if not _holds(held, Position.IB_COORDINATOR, school_id, day):
        return Verdict(allowed=False, reason=_NO_SCHOOL)
    return Verdict(allowed=True)


def _holds(held: Iterable[Membership], position: Position, place_id: UUID, day: date) -> bool:
    at = (position, place_id)
    return any((each.position, each.place_id) == at and each.holds_on(day) for each in held)


def held_on(memberships: Iterable[Membership], day: date) -> frozenset[Position]:
    """The positions somebody holds on a day; who ever was ib'er keeps their own history."""
    return frozenset(
        each.position
        for each in memberships
        if each.holds_on(day) or (each.position is Position.IB_COORDINATOR and each.since <= day)
    )


def may_see(actor: Person, owner_id: UUID | None) -> Verdict:
    """A round is seen by its owner; None stands for a round that does not exist."""
    if owner_id != actor.person_id:
        return Verdict(allowed=False, reason=_NOT_THERE)
    return Verdict(allowed=True)


def may_see_school(own: Collection[UUID], school_id: UUID) -> Verdict:
    """What somebody recorded of a school is theirs as long as they work or worked there."""
    if school_id not in own:
        return Verdict(allowed=False, reason=_NO_SCHOOL)
    return Verdict(allowed=True)


def may_change(actor: Person, subject: Round) -> Verdict:
    """The owner changes what belongs to a round as long as it is open."""
    seen = may_see(actor, subject.person_id)
    if seen.allowed and not subject.is_open:
        return Verdict(allowed=False, reason=_CLOSED)
    return seen


def may_answer(actor: Person, subject: Round) -> Verdict:
    """The owner answers an open round until she hands the scan in."""
    changeable = may_change(actor, subject)
    if changeable.allowed and subject.handed_in:
        return Verdict(allowed=False, reason=_HANDED_IN)
    return changeable


def may_reopen(actor: Person, subject: Round, *, heard_others: bool) -> Verdict:
    """The owner reopens a scan until what somebody else answered can be seen beside it."""
    changeable = may_change(actor, subject)
    if changeable.allowed and heard_others:
        return Verdict(allowed=False, reason=_HEARD_OTHERS)
    return changeable


def may_hear_self(subject: Round) -> Verdict:
    """What the ib'er answered is laid beside other voices once it is handed in."""
    if not subject.handed_in:
        return Verdict(allowed=False, reason=_SELF_STILL_OPEN)
    return Verdict(allowed=True)


def may_hear_leader(subject: Round, *, answered: bool, has_ended: bool) -> Verdict:
    """Ib'er and schoolleider see each other's answers once both have handed in, not before."""
    if not subject.handed_in:
        return Verdict(allowed=False, reason=_BLIND)
    if not answered:
        return Verdict(allowed=False, reason=_LEADER_NEVER if has_ended else _LEADER_STILL_OPEN)
    return Verdict(allowed=True)


def may_hear_groups(subject: Round, *, has_ended: bool) -> Verdict:
    """What groups answered is seen once asking has ended, and the own scan is handed in."""
    if not has_ended:
        return Verdict(allowed=False, reason=_STILL_ASKING)
    if not subject.handed_in:
        return Verdict(allowed=False, reason=_SELF_FIRST)
    return Verdict(allowed=True)


def may_begin_asking(actor: Person, subject: Round, *, has_begun: bool) -> Verdict:
    """The owner of an open round fixes its rules once."""
    changeable = may_change(actor, subject)
    if changeable.allowed and has_begun:
        return Verdict(allowed=False, reason=_HAS_BEGUN)
    return changeable


def may_invite(actor: Person, subject: Round, *, has_ended: bool) -> Verdict:
    """The owner changes the list of who is asked until asking has ended."""
    changeable = may_change(actor, subject)
    if changeable.allowed and has_ended:
        return Verdict(allowed=False, reason=_HAS_ENDED)
    return changeable


def may_hand_out(actor: Person, subject: Round, stage: Stage, *, is_agreed: bool) -> Verdict:
    """The owner makes links once asking has begun and the list is agreed, until asking ends."""
    invitable = may_invite(actor, subject, has_ended=stage is Stage.CLOSED)
    if not invitable.allowed:
        return invitable
    if stage is Stage.NOT_BEGUN:
        return Verdict(allowed=False, reason=_NOT_BEGUN)
    return invitable if is_agreed else Verdict(allowed=False, reason=_NOT_AGREED)


def may_share(actor: Person, subject: Round) -> Verdict:
    """The owner shares what a handed-in scan shows, also of a round that is closed."""
    seen = may_see(actor, subject.person_id)
    if seen.allowed and not subject.handed_in:
        return Verdict(allowed=False, reason=_NOTHING_TO_SHARE)
    return seen


def may_close(actor: Person, subject: Round) -> Verdict:
    """The owner closes a round whose scan is handed in, so that no answer is left behind."""
    changeable = may_change(actor, subject)
    if changeable.allowed and not subject.handed_in:
        return Verdict(allowed=False, reason=_STILL_OPEN.format(term=subject.term.label))
    return changeable


def may_start(actor: Person, others: Iterable[Round]) -> Verdict:
    """A new round at a school starts when no scan of the actor there is still being filled in."""
    for other in others:
        if other.person_id == actor.person_id and other.is_open and not other.handed_in:
            return Verdict(allowed=False, reason=_STILL_OPEN.format(term=other.term.label))
    return Verdict(allowed=True)


def may_add_school(*, is_alone: bool) -> Verdict:
    """Who works alone adds a school by its name; for the others the beheerder does."""
    return Verdict(allowed=True) if is_alone else Verdict(allowed=False, reason=_NOT_MY_SCHOOL)


def require(verdict: Verdict) -> None:
    """Raise NotAllowedError with the verdict's reason when it is not allowed."""
    if not verdict.allowed:
        raise NotAllowedError(verdict.reason)
