"""Verdicts on conversations: who has which seat, and what one sees of what the other wrote.

Whatever is missing, somebody without a seat gets the same sentence.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from ibreflect.access.policy import Verdict
from ibreflect.errors import NotAllowedError
from ibreflect.model.conversation import Conversation, Stage
from ibreflect.model.guide import Company, Seat
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person

NOT_THERE = "Dit gesprek is er niet (meer). Ga naar Gesprekken en kies er een."
_NOT_YOURS = "Dat kan alleen de ib'er. Vraag het aan tafel."
_LOCKED = (
    "Jullie voorbereidingen liggen op tafel. Ze blijven zoals ze zijn; wat je nog wilt zeggen, zeg "
    "je in het gesprek."
)
_NOT_APART = "Een gesprek met een groep bereiden jullie niet apart voor. Begin het aan tafel."
_IS_READY = "Je voorbereiding is klaar. Kies eerst Toch nog iets aanpassen."
_BLIND = "Je ziet wat de ander schreef zodra jullie allebei klaar zijn, of als het gesprek begint."
_UNREADY = "De voorbereiding was nog niet klaar toen het gesprek begon en blijft daarom privé."
_UNPREPARED = "Jouw voorbereiding is nog niet klaar."
_OVER = "Wat op tafel lag, kun je niet meer inzien: de afgesproken tijd is om."
_NOT_TALKING = "Dit kan alleen tijdens het gesprek. Begin het gesprek, of ga er verder mee."
_NOT_ENDED = "Het verslag maken jullie na het gesprek. Rond eerst het gesprek af."
_ALREADY_AGREED = "Jullie hebben het verslag allebei bevestigd. Het gesprek blijft zoals het is."
_NO_PEN = "De ander schrijft nu. Kies Ik schrijf om het over te nemen."


class Viewer(NamedTuple):
    """Who asks, on which day, with which positions.

    `wants` is the seat that the one owner of an installation takes, who works alone and so may take
    either; None for everybody else.
    """

    actor: Person
    day: date
    held: tuple[Membership, ...]
    wants: Seat | None = None


class FoundConversation:
    """A conversation that was looked up by an id from outside, not read until it is opened."""

    __slots__ = ("__conversation",)

    def __init__(self, conversation: Conversation) -> None:
        self.__conversation = conversation

    def opened(self, viewer: Viewer) -> tuple[Conversation, Seat]:
        """The conversation and the seat in it of who asks; NotAllowedError without a seat."""
        seat = _seat(viewer, self.__conversation)
        if seat is None:
            raise NotAllowedError(NOT_THERE)
        return self.__conversation, seat

    def written_in(self, actor: Person) -> tuple[Conversation, Seat]:
        """The conversation and the seat at which the actor wrote, whether or not they still sit.

        Only to hand back to somebody what they wrote there; NotAllowedError for anybody else.
        """
        conversation = self.__conversation
        seats = {conversation.partner_id: Seat.PARTNER, conversation.owner_id: Seat.OWNER}
        if actor.person_id not in seats:
            raise NotAllowedError(NOT_THERE)
        return conversation, seats[actor.person_id]


def opened(viewer: Viewer, found: FoundConversation | None) -> tuple[Conversation, Seat]:
    """What was found with the seat of who asks; NotAllowedError, the same as when there is none."""
    if found is None:
        raise NotAllowedError(NOT_THERE)
    return found.opened(viewer)


def all_opened(
    viewer: Viewer, found: Iterable[FoundConversation]
) -> tuple[tuple[Conversation, Seat], ...]:
    """Those of what was found in which who asks has a seat."""
    seated = []
    for each in found:
        with suppress(NotAllowedError):
            seated.append(each.opened(viewer))
    return tuple(seated)


def all_written_in(
    actor: Person, found: Iterable[FoundConversation]
) -> tuple[tuple[Conversation, Seat], ...]:
    """Those of what was found in which the actor wrote at a seat, as `written_in`."""
    written = []
    for each in found:
        with suppress(NotAllowedError):
            written.append(each.written_in(actor))
    return tuple(written)


def may_own(seat: Seat) -> Verdict:
    """What is on the table, the day and the erasing are the ib'er's."""
    return _if(seat is Seat.OWNER, _NOT_YOURS)


def may_prepare(conversation: Conversation) -> Verdict:
    """A preparation is changed until it lies on the table; a group prepares nothing apart."""
    if not conversation.has_partner:
        return Verdict(allowed=False, reason=_NOT_APART)
    return _if(conversation.stage is Stage.PREPARING and not _both_ready(conversation), _LOCKED)


def may_fill_in(conversation: Conversation, seat: Seat) -> Verdict:
    """Who said to be ready says first that they are not after all: what is laid down stays true."""
    open_to_change = may_prepare(conversation)
    if open_to_change.allowed and seat in conversation.ready:
        return Verdict(allowed=False, reason=_IS_READY)
    return open_to_change


def may_see_preparation(conversation: Conversation, seat: Seat, day: date) -> Verdict:
    """Who sits at `seat` sees what the other wrote, once both are ready or the talk has begun.

    A preparation that was not ready by then stays with who wrote it, and who was not ready sees
    none before the talk. The ib'er's is seen by the partner until the last agreed day.
    """
    if seat is Seat.PARTNER and day > conversation.open_until:
        return Verdict(allowed=False, reason=_OVER)
    if conversation.stage is Stage.PREPARING:
        if seat not in conversation.ready:
            return Verdict(allowed=False, reason=_UNPREPARED)
        return _if(_both_ready(conversation), _BLIND)
    return _if(seat.other in conversation.ready, _UNREADY)


def may_lie_there(conversation: Conversation, seat: Seat) -> Verdict:
    """What somebody prepared lies on the table, to be seen by themselves too, once it is ready."""
    unready = _UNPREPARED if conversation.stage is Stage.PREPARING else _UNREADY
    return _if(seat in conversation.ready, unready)


def may_begin(conversation: Conversation, seat: Seat) -> Verdict:
    """Either begins, once their own preparation is ready: nobody looks before showing."""
    if conversation.stage is not Stage.PREPARING:
        return Verdict(allowed=False, reason=_NOT_TALKING)
    ready = seat in conversation.ready or not conversation.has_partner
    return _if(ready, f"{_UNPREPARED} Kies eerst Ik ben klaar; dan kunnen jullie beginnen.")


def may_talk(conversation: Conversation) -> Verdict:
    """The themes, the clock and what is decided belong to a talk that goes on."""
    return _if(conversation.stage is Stage.TALKING, _NOT_TALKING)


def may_write(conversation: Conversation, seat: Seat) -> Verdict:
    """Who has the pen writes, during the talk and after it, so that two never undo each other."""
    if conversation.stage is Stage.PREPARING:
        return Verdict(allowed=False, reason=_NOT_TALKING)
    return _if(conversation.pen is seat, _NO_PEN)


def may_close(conversation: Conversation) -> Verdict:
    """The report is made once the talk is over."""
    return _if(conversation.stage is Stage.ENDED, _NOT_ENDED)


def may_go_back(conversation: Conversation, *, is_agreed: bool) -> Verdict:
    """Back to the table goes who has not yet, with the other, confirmed the report."""
    ended = may_close(conversation)
    if ended.allowed and is_agreed:
        return Verdict(allowed=False, reason=_ALREADY_AGREED)
    return ended


def _seat(viewer: Viewer, conversation: Conversation) -> Seat | None:
    if viewer.actor.person_id == conversation.owner_id:
        takes_either = conversation.has_partner and conversation.partner_id is None
        return viewer.wants if viewer.wants and takes_either else Seat.OWNER
    if viewer.actor.person_id != conversation.partner_id:
        return None
    near = {
        Company.SCHOOL_LEADER: (Position.SCHOOL_LEADER, conversation.school_id),
        Company.COACH: (Position.COACH, conversation.alliance_id),
    }
    place = near.get(conversation.company)
    works_there = any(
        (each.position, each.place_id) == place and each.holds_on(viewer.day)
        for each in viewer.held
    )
    return Seat.PARTNER if works_there else None


def _both_ready(conversation: Conversation) -> bool:
    return conversation.ready == frozenset(Seat)


def _if(allowed: bool, reason: str) -> Verdict:  # noqa: FBT001 - one condition, read with its reason
    return Verdict(allowed=True) if allowed else Verdict(allowed=False, reason=reason)
