"""What is said, decided and agreed in a conversation, and the versions of its report."""

from uuid import UUID

from ibreflect.model.conversation import ConversationId, Decision
from ibreflect.model.guide import Seat
from ibreflect.store.connection import Store, Transaction

_SAID = "select theme, body from said where conversation_id = $1"
_WRITE = """
    insert into said (conversation_id, theme, body) values ($1, $2, $3)
    on conflict (conversation_id, theme) do update set body = excluded.body
"""
_UNWRITE = "delete from said where conversation_id = $1 and theme = $2"
_DECISIONS = "select topic, level, note from decision where conversation_id = $1 order by topic"
_DECIDE = """
    insert into decision (conversation_id, topic, level, note) values ($1, $2, $3, $4)
    on conflict (conversation_id, topic) do update set level = excluded.level, note = excluded.note
"""
_UNDECIDE = "delete from decision where conversation_id = $1 and topic = $2"
_CLOSING = "select body from closing where conversation_id = $1"
_KEEP_CLOSING = """
    insert into closing (conversation_id, body) values ($1, $2)
    on conflict (conversation_id) do update set body = excluded.body
"""
_REPORTS = "select number, body from report where conversation_id = $1 order by number"
_ADD_REPORT = "insert into report (conversation_id, number, body) values ($1, $2, $3)"
_CONFIRMED = "select number, seat from report_confirmed where conversation_id = $1"
_CONFIRM = """
    insert into report_confirmed (conversation_id, number, seat) values ($1, $2, $3)
    on conflict do nothing
"""


def said(store: Store, conversation_id: ConversationId, owner_id: UUID) -> dict[str, str]:
    """What was said, by theme."""
    rows = store.read(_SAID, conversation_id)
    return {theme: store.vault.opened(owner_id, sealed) for theme, sealed in rows}


def write(
    transaction: Transaction, conversation_id: ConversationId, theme: str, sealed: str
) -> None:
    """Keep what was said about a theme, or drop it when empty."""
    if sealed:
        transaction.run(_WRITE, conversation_id, theme, sealed)
    else:
        transaction.run(_UNWRITE, conversation_id, theme)


def decisions(
    store: Store, conversation_id: ConversationId, owner_id: UUID
) -> tuple[Decision, ...]:
    """What was decided about mandates, by topic."""
    return tuple(
        Decision(topic, int(level), store.vault.opened(owner_id, sealed))
        for topic, level, sealed in store.read(_DECISIONS, conversation_id)
    )


def decide(transaction: Transaction, conversation_id: ConversationId, decided: Decision) -> None:
    """Keep a decision, its note sealed."""
    transaction.run(_DECIDE, conversation_id, *decided)


def undecide(transaction: Transaction, conversation_id: ConversationId, topic: str) -> None:
    """Drop what was decided about a topic."""
    transaction.run(_UNDECIDE, conversation_id, topic)


def closing(store: Store, conversation_id: ConversationId, owner_id: UUID) -> str:
    """The goals and days that are being agreed on, as written; empty when there are none yet."""
    rows = store.read(_CLOSING, conversation_id)
    return store.vault.opened(owner_id, str(rows[0][0])) if rows else ""


def keep_closing(transaction: Transaction, conversation_id: ConversationId, sealed: str) -> None:
    """Keep the goals and days that are being agreed on."""
    transaction.run(_KEEP_CLOSING, conversation_id, sealed)


def reports(
    store: Store, conversation_id: ConversationId, owner_id: UUID
) -> tuple[tuple[int, str, frozenset[Seat]], ...]:
    """Every version of the report in order: its number, as written, and who confirmed it."""
    confirmed: dict[int, set[Seat]] = {}
    for number, seat in store.read(_CONFIRMED, conversation_id):
        confirmed.setdefault(number, set()).add(Seat(seat))
    return tuple(
        (int(number), store.vault.opened(owner_id, sealed), frozenset(confirmed.get(number, ())))
        for number, sealed in store.read(_REPORTS, conversation_id)
    )


def add_report(
    transaction: Transaction, conversation_id: ConversationId, number: int, sealed: str
) -> None:
    """Keep a version of the report, which nobody has confirmed yet."""
    transaction.run(_ADD_REPORT, conversation_id, number, sealed)


def confirm(
    transaction: Transaction, conversation_id: ConversationId, number: int, seat: Seat
) -> None:
    """Confirm a version from a seat; again changes nothing."""
    transaction.run(_CONFIRM, conversation_id, number, seat.value)
