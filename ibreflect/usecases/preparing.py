"""Preparing a conversation, apart and blind: what each fills in, and what the ib'er lays down."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import conversing as verdicts
from ibreflect.access import policy
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model import topics
from ibreflect.model.conversation import Conversation, Seated, Tabled
from ibreflect.model.event import Event, EventKind
from ibreflect.model.guide import Guide, Seat
from ibreflect.model.person import Person
from ibreflect.model.sharing import Part
from ibreflect.model.time import WHOLE, WORK, Moment
from ibreflect.store import conversations, events, preparations
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.preparations import Laid
from ibreflect.usecases import (
    conversing,
    entering,
    log_entries,
    prefilling,
    reflection,
    tabling,
)
from ibreflect.usecases.conversing import At
from ibreflect.usecases.tabling import Offer

_TOO_LATE = "Jullie voorbereidingen liggen intussen op tafel. Wat je net invulde, is niet bewaard."
_UNKNOWN = "Dit hoort niet bij dit gesprek. Laad de pagina opnieuw; de rest is bewaard."

_TIME = tuple(topics.time(part.part_id, moment) for part in WORK.parts for moment in Moment)
_PERCENTS = frozenset(map(str, range(WHOLE + 1)))


class Sheet(NamedTuple):
    """What somebody prepares with: what stands there, and what the ib'er can lay on the table.

    `entries` goes by topic, with what is known from the round already filled in. `offer` is None
    for the partner.
    """

    seated: Seated
    entries: Mapping[str, str]
    is_ready: bool
    may_change: bool
    offer: Offer | None


def sheet(store: Store, actor: Person, at: At) -> Sheet:
    """What the actor prepares with; NotAllowedError without a seat in the conversation."""
    here = conversing.seated(store, actor, at)
    conversation, seat = here.conversation, here.seat
    owner = _owner(conversation)
    return Sheet(
        seated=here,
        entries=entries(store, here, seat),
        is_ready=seat in conversation.ready,
        may_change=verdicts.may_prepare(conversation).allowed,
        offer=tabling.offer(store, owner, conversation, today=at.today)
        if seat is Seat.OWNER
        else None,
    )


def save(store: Store, actor: Person, at: At, topic: str, content: str) -> None:
    """Keep what was filled in under a topic; empty drops it.

    InputError for a topic that is not of this seat, an answer that is not on its scale or a text
    over 4,000 characters; NotAllowedError without a seat, or once both preparations are on the
    table.
    """
    here = conversing.seated(store, actor, at)
    conversation, seat = here.conversation, here.seat
    policy.require(verdicts.may_fill_in(conversation, seat))
    body = _checked(store, here, topic, content)
    if not body and topic in prefilled(store, here, seat):
        body = prefilling.NONE
    kept = preparations.keep(
        store, conversation.conversation_id, seat, writer(conversation, seat), (topic, body)
    )
    if not kept:
        raise NotAllowedError(_TOO_LATE)


def preview(store: Store, actor: Person, at: At) -> Tabled:
    """What would lie on the table now; for the ib'er, NotAllowedError for anybody else."""
    here = conversing.seated(store, actor, at)
    policy.require(verdicts.may_own(here.seat))
    filled = entries(store, here, here.seat)
    return tabling.preview(store, _owner(here.conversation), here, filled, today=at.today)


def set_ready(store: Store, actor: Person, at: At, *, is_ready: bool, now: datetime) -> None:
    """Say that the own preparation is ready, or is not after all; again does nothing.

    With the ib'er's what is on the table is laid down as it is now, and that is written down when
    there is something of theirs for a partner with an account. `now` is a moment in UTC.
    NotAllowedError once both are ready, or the conversation has begun.
    """
    here = conversing.seated(store, actor, at)
    conversation, seat = here.conversation, here.seat
    if is_ready and seat in conversation.ready:
        return
    policy.require(verdicts.may_prepare(conversation))
    key = writer(conversation, seat)
    laid = _laid(store, here, entries(store, here, seat), at.today) if is_ready else None
    known = prefilled(store, here, seat) if is_ready else {}
    sealed = {topic: store.vault.seal(key, body) for topic, body in known.items()}

    def work(transaction: Transaction) -> bool:
        conversation_id = conversation.conversation_id
        if not conversations.is_open_to(transaction, conversation_id, seat, key):
            return False
        preparations.keep_new(transaction, conversation_id, seat, sealed)
        if seat is Seat.OWNER:
            _lay(transaction, conversation, laid, now)
        conversations.set_ready(transaction, conversation_id, seat, is_ready=is_ready)
        return True

    if not store.write(work):  # it changed since it was read, perhaps by a second click
        set_ready(store, actor, at, is_ready=is_ready, now=now)


def entries(store: Store, here: Seated, seat: Seat) -> dict[str, str]:
    """What stands in the preparation of a seat, with what is known already filled in.

    Only for who may see it: the writer, or the other after `verdicts.may_see_preparation`.
    """
    conversation = here.conversation
    kept = preparations.entries(
        store, conversation.conversation_id, seat, writer(conversation, seat)
    )
    both = {**prefilled(store, here, seat), **kept}
    return {topic: body for topic, body in both.items() if body != prefilling.NONE}


def prefilled(store: Store, here: Seated, seat: Seat) -> dict[str, str]:
    """What the ib'er's round says already, mandate levels and time; nothing for the partner."""
    if seat is Seat.PARTNER or seat in here.conversation.ready:
        return {}
    return prefilling.of_round(store, _owner(here.conversation), here)


def writer(conversation: Conversation, seat: Seat) -> UUID:
    """With whose key a preparation is sealed: who wrote it, where that is a known person."""
    known = conversation.partner_id if seat is Seat.PARTNER else None
    return known or conversation.owner_id


def _laid(store: Store, here: Seated, filled: Mapping[str, str], today: date) -> Laid | None:
    """What the ib'er lays on the table; the partner lays nothing."""
    if here.seat is Seat.PARTNER:
        return None
    return tabling.laid(store, _owner(here.conversation), here, filled, today=today)


def _lay(
    transaction: Transaction, conversation: Conversation, laid: Laid | None, now: datetime
) -> None:
    """Lay it down; of something of the ib'er's own, for a known partner, that is written down."""
    preparations.lay(transaction, conversation.conversation_id, laid)
    if laid is None or not laid.has_own or conversation.partner_id is None:
        return
    fields = {
        "conversation_id": str(conversation.conversation_id),
        "with_id": str(conversation.partner_id),
        "until": conversation.open_until.isoformat(),
    }
    owner_id = conversation.owner_id
    events.add(transaction, Event(now, EventKind.TABLED, owner_id, owner_id, fields))


def _owner(conversation: Conversation) -> Person:
    return Person(conversation.owner_id, conversation.owner_name)


def _checked(store: Store, here: Seated, topic: str, content: str) -> str:
    """What is kept of it; InputError when the topic or the content does not fit the seat."""
    if topic in {question.id for question in here.guide.questions(here.seat)}:
        return entering.free_text(content)
    choices = _of_guide(here.guide, here.seat)
    if here.seat is Seat.OWNER:
        choices |= _of_owner(store, here)
    if topic not in choices or (content and content not in choices[topic]):
        raise InputError(_UNKNOWN)
    return content


def _of_owner(store: Store, here: Seated) -> dict[str, frozenset[str]]:
    """What only the ib'er chooses; whether there is something of a part is seen when it is laid."""
    owner, school_id = _owner(here.conversation), here.conversation.school_id
    reflections = reflection.answers(store, owner)
    entries = log_entries.mine(store, owner, school_id=school_id)
    keys = [topics.theme(theme.id) for theme in here.guide.themes]
    keys += [topics.part(part) for part in Part]
    keys += [topics.reflection(each.answer_id) for each in reflections]
    keys += [topics.entry(str(each.entry_id)) for each in entries]
    return dict.fromkeys(keys, topics.EITHER)


def _of_guide(guide: Guide, seat: Seat) -> dict[str, frozenset[str]]:
    """What is chosen at either seat."""
    found = {
        topics.brought(each.id): topics.EITHER for each in guide.questions(seat) if each.is_private
    }
    for theme in guide.themes:
        for point in theme.points:
            steps = range(1, len(guide.scales[point.scale].words) + 1)
            found[topics.point(point.id)] = frozenset(map(str, steps))
        if theme.time:
            found |= dict.fromkeys(_TIME, _PERCENTS)
    return found
