"""Verdicts on an actor, an action and an object: asked before anything is read or written."""

from collections.abc import Collection, Iterable
from typing import NamedTuple
from uuid import UUID

from ibreflect.errors import NotAllowedError
from ibreflect.model.person import Person
from ibreflect.model.round import Round

# Somebody else's round and no round at all read alike, so that an id tells nobody anything.
_NOT_THERE = "Deze ronde is er niet (meer). Ga terug naar Start en kies een ronde."
_NO_SCHOOL = "Deze school is er niet (meer). Ga terug naar Start en kies een ronde."
_CLOSED = "Deze ronde is afgesloten. Je kunt haar nog bekijken, maar niet meer veranderen."
_STILL_OPEN = (
    "Je scan van {term} is nog niet ingeleverd. Lever die eerst in, of wis die ronde als je er "
    "niet mee verder wilt."
)
_HEARD_EACH_OTHER = (
    "De schoolleider heeft ook ingeleverd en jullie kunnen elkaars antwoorden zien. Daarom blijft "
    "je scan zoals hij is."
)
_BLIND = "Je ziet elkaars antwoorden zodra jullie allebei hebben ingeleverd."
_SELF_STILL_OPEN = "De scan van de ib'er is nog niet ingeleverd."
_LEADER_STILL_OPEN = "De schoolleider heeft nog niet geantwoord."
_LEADER_NEVER = "De schoolleider heeft in deze meetronde niet geantwoord."
_TEAM_STILL_OPEN = "Wat het team antwoordde, zie je nadat je de meetronde hebt afgesloten."
_TEAM_TOO_SMALL = (
    "Er zijn minder dan drie antwoorden van het team. Dan is te zien wie wat zei, en daarom staat "
    "er niets."
)
_HANDED_IN = "Je scan is al ingeleverd. Heropen de scan eerst als je nog iets wilt veranderen."


class Verdict(NamedTuple):
    """Whether something is allowed and, if not, why: a Dutch sentence for the user."""

    allowed: bool
    reason: str = ""


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


def may_reopen(actor: Person, subject: Round, *, heard_each_other: bool) -> Verdict:
    """The owner reopens a scan until what somebody else answered can be seen beside it."""
    changeable = may_change(actor, subject)
    if changeable.allowed and heard_each_other:
        return Verdict(allowed=False, reason=_HEARD_EACH_OTHER)
    return changeable


def may_hear_self(subject: Round) -> Verdict:
    """What the ib'er answered is laid beside other voices once it is handed in."""
    if not subject.handed_in:
        return Verdict(allowed=False, reason=_SELF_STILL_OPEN)
    return Verdict(allowed=True)


def may_hear_leader(subject: Round, *, answered: bool) -> Verdict:
    """Ib'er and schoolleider see each other's answers once both have handed in, not before."""
    if not subject.handed_in:
        return Verdict(allowed=False, reason=_BLIND)
    if not answered:
        reason = _LEADER_STILL_OPEN if subject.is_open else _LEADER_NEVER
        return Verdict(allowed=False, reason=reason)
    return Verdict(allowed=True)


def may_hear_team(subject: Round, *, enough: bool) -> Verdict:
    """What the team answered is seen when the round is closed, so that nobody sees it grow."""
    if subject.is_open:
        return Verdict(allowed=False, reason=_TEAM_STILL_OPEN)
    if not enough:
        return Verdict(allowed=False, reason=_TEAM_TOO_SMALL)
    return Verdict(allowed=True)


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


def require(verdict: Verdict) -> None:
    """Raise NotAllowedError with the verdict's reason when it is not allowed."""
    if not verdict.allowed:
        raise NotAllowedError(verdict.reason)
