"""Conversations: which there are, between whom, and how far each is."""

from datetime import date, datetime, time
from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.access.conversing import FoundConversation
from ibreflect.model.conversation import Conversation, ConversationId, Stage
from ibreflect.model.guide import Company, ExactGuide, Seat
from ibreflect.model.round import RoundId
from ibreflect.store.connection import Row, Store, Transaction
from ibreflect.store.vault import Vault

# In the order of the fields of a conversation, then what they are made with.
_CONVERSATION = """
    select
        c.conversation_id, c.person_id, o.name, c.school_id, s.name, s.alliance_id, c.partner_id,
        p.name, c.round_id, c.guide_id, c.guide_version, c.company, c.planned_on, c.planned_at,
        c.open_until, c.stage, null, c.theme, c.pen, c.clock_ends, c.step, c.sequence,
        c.partner_name, own.seat is not null, other.seat is not null
    from conversation c
    join person o on o.person_id = c.person_id
    join school s on s.school_id = c.school_id
    left join person p on p.person_id = c.partner_id
    left join preparation_ready own
        on own.conversation_id = c.conversation_id and own.seat = 'owner'
    left join preparation_ready other
        on other.conversation_id = c.conversation_id and other.seat = 'partner'
"""
_BY_ID = _CONVERSATION + " where c.conversation_id = $1"
_OF_PERSON = (
    _CONVERSATION
    + " where c.person_id = $1 or c.partner_id = $1 order by c.planned_on desc, c.conversation_id"
)
_GUIDE = "select body from guide where guide_id = $1 and version = $2"
_KEEP_GUIDE = (
    "insert into guide (guide_id, version, body) values ($1, $2, $3) on conflict do nothing"
)
_ADD = """
    insert into conversation (
        conversation_id, person_id, school_id, partner_id, partner_name, round_id, guide_id,
        guide_version, company, planned_on, planned_at, open_until, stage, theme, pen, clock_ends,
        step, sequence
    )
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'preparing', '', 'owner', null, 0, 0)
"""
_WAITING = """
    select conversation_id, planned_on, partner_name from conversation
    where person_id = $1 and school_id = $2 and partner_id is not distinct from $3
        and guide_id = $4 and stage = 'preparing'
    order by planned_on, conversation_id
"""
_READY = """
    insert into preparation_ready (conversation_id, seat) values ($1, $2) on conflict do nothing
"""
_IS_READY = "select 1 from preparation_ready where conversation_id = $1 and seat = $2"
_UNREADY = "delete from preparation_ready where conversation_id = $1 and seat = $2"
_OPEN = """
    select 1 from conversation c
    where conversation_id = $1 and stage = 'preparing'
        and case when $2 = 'owner' then person_id else coalesce(partner_id, person_id) end = $3
        and (select count(*) from preparation_ready r where r.conversation_id = $1) < 2
"""
_TOUCH = "update conversation set step = step + 1 where conversation_id = $1"
_TOUCH_AS_READ = """
    update conversation set step = step + 1 where conversation_id = $1 and step = $2 returning step
"""
_TOUCH_WITH_PEN = """
    update conversation set step = step + 1
    where conversation_id = $1 and pen = $2 and stage <> 'preparing'
    returning step
"""
_STAGE = """
    update conversation set stage = $3, clock_ends = null, step = step + 1
    where conversation_id = $1 and step = $2
    returning step
"""
_THEME = """
    update conversation set theme = $2, clock_ends = null, step = step + 1
    where conversation_id = $1 and stage = 'talking'
"""
_PEN = """
    update conversation set pen = $2, step = step + 1
    where conversation_id = $1 and stage <> 'preparing'
"""
_CLOCK = """
    update conversation set clock_ends = $2, step = step + 1
    where conversation_id = $1 and stage = 'talking'
"""
_PLAN = """
    update conversation
    set planned_on = $2, planned_at = $3, open_until = $4, sequence = sequence + 1, step = step + 1
    where conversation_id = $1
        and (planned_on <> $2 or planned_at is distinct from $3 or open_until <> $4)
"""


class NewConversation(NamedTuple):
    """What a new conversation needs; `partner_name` is sealed, and empty where there is an id."""

    owner_id: UUID
    school_id: UUID
    partner_id: UUID | None
    partner_name: str
    round_id: RoundId | None
    guide: ExactGuide
    planned_on: date
    planned_at: time | None
    open_until: date


def find(store: Store, conversation_id: UUID) -> FoundConversation | None:
    """The conversation with this id, whoever asks: only a verdict opens it; None when none is."""
    rows = store.read(_BY_ID, conversation_id)
    return FoundConversation(_conversation(store, rows[0])) if rows else None


def of_person(store: Store, person_id: UUID) -> tuple[FoundConversation, ...]:
    """Every conversation of somebody, as ib'er or as partner, the last planned first."""
    return tuple(
        FoundConversation(_conversation(store, row)) for row in store.read(_OF_PERSON, person_id)
    )


def guide_text(store: Store, guide_id: str, version: str) -> str | None:
    """The exact text of a guide that a conversation goes along; None when it is not kept."""
    rows = store.read(_GUIDE, guide_id, version)
    return str(rows[0][0]) if rows else None


def add(transaction: Transaction, vault: Vault, new: NewConversation) -> ConversationId:
    """Keep a new conversation with its guide; one with the same on the same day is the same."""
    for conversation_id, planned_on in waiting(transaction, vault, new):
        if planned_on == new.planned_on:
            return conversation_id
    guide = new.guide.guide
    transaction.run(_KEEP_GUIDE, guide.id, guide.version, new.guide.text)
    conversation_id = ConversationId(uuid4())
    transaction.run(
        _ADD,
        conversation_id,
        *(new.owner_id, new.school_id, new.partner_id, new.partner_name, new.round_id),
        *(guide.id, guide.version, guide.company.value),
        *(new.planned_on, new.planned_at, new.open_until),
    )
    return conversation_id


def waiting(
    transaction: Transaction, vault: Vault, new: NewConversation
) -> tuple[tuple[ConversationId, date], ...]:
    """The conversations of the same two along the same guide that have not begun, with their day.

    The first planned goes first. StoreError without the key of the owner.
    """
    same = (new.owner_id, new.school_id, new.partner_id, new.guide.guide.id)
    name = vault.opened(new.owner_id, new.partner_name)
    return tuple(
        (ConversationId(conversation_id), planned_on)
        for conversation_id, planned_on, sealed_name in transaction.run(_WAITING, *same)
        if vault.opened(new.owner_id, sealed_name) == name
    )


def is_open_to(
    transaction: Transaction, conversation_id: ConversationId, seat: Seat, writer_id: UUID
) -> bool:
    """Whether the preparation of a seat still changes, by whose key its texts are sealed with."""
    return bool(transaction.run(_OPEN, conversation_id, seat.value, writer_id))


def is_ready(transaction: Transaction, conversation_id: ConversationId, seat: Seat) -> bool:
    """Whether the preparation of a seat is ready."""
    return bool(transaction.run(_IS_READY, conversation_id, seat.value))


def set_ready(
    transaction: Transaction, conversation_id: ConversationId, seat: Seat, *, is_ready: bool
) -> None:
    """Keep that a preparation is ready, or is not after all."""
    transaction.run(_READY if is_ready else _UNREADY, conversation_id, seat.value)
    touch(transaction, conversation_id)


def touch(transaction: Transaction, conversation_id: ConversationId) -> None:
    """Count a change that both should see."""
    transaction.run(_TOUCH, conversation_id)


def touch_as_read(transaction: Transaction, read: Conversation) -> bool:
    """Count a change; False, and none, when anything changed since the conversation was read."""
    return bool(transaction.run(_TOUCH_AS_READ, read.conversation_id, read.step))


def touch_with_pen(transaction: Transaction, conversation_id: ConversationId, seat: Seat) -> bool:
    """Count a change by who writes; False, and none, for who has not the pen (any more)."""
    return bool(transaction.run(_TOUCH_WITH_PEN, conversation_id, seat.value))


def go_on(transaction: Transaction, read: Conversation, stage: Stage) -> bool:
    """To another stage, with the clock stopped; False when anything changed since it was read."""
    return bool(transaction.run(_STAGE, read.conversation_id, read.step, stage.value))


def show_theme(transaction: Transaction, conversation_id: ConversationId, theme: str) -> None:
    """Talk about a theme, with the clock stopped; nothing changes outside a talk."""
    transaction.run(_THEME, conversation_id, theme)


def give_pen(transaction: Transaction, conversation_id: ConversationId, seat: Seat) -> None:
    """Let who sits there write; nothing changes before the talk has begun."""
    transaction.run(_PEN, conversation_id, seat.value)


def set_clock(
    transaction: Transaction, conversation_id: ConversationId, ends: datetime | None
) -> None:
    """Let the clock run until a moment in UTC, or stop it; nothing changes outside a talk."""
    transaction.run(_CLOCK, conversation_id, ends)


def plan(
    transaction: Transaction,
    conversation_id: ConversationId,
    *,
    on: date,
    at: time | None,
    open_until: date,
) -> None:
    """Move a conversation to a day and perhaps an hour, which counts as a change in calendars."""
    transaction.run(_PLAN, conversation_id, on, at, open_until)


def _conversation(store: Store, row: Row) -> Conversation:
    *fields, sealed_name, owner_ready, partner_ready = row
    kept = Conversation(*fields)
    ready = {Seat.OWNER: owner_ready, Seat.PARTNER: partner_ready}
    return kept._replace(
        partner_name=kept.partner_name or store.vault.opened(kept.owner_id, sealed_name),
        company=Company(kept.company),
        stage=Stage(kept.stage),
        ready=frozenset(seat for seat, is_ready in ready.items() if is_ready),
        pen=Seat(kept.pen),
    )
