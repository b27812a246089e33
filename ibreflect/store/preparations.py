"""What each fills in before a conversation, and what lies on the table: sealed texts."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from ibreflect.model.conversation import ConversationId
from ibreflect.model.guide import Seat
from ibreflect.model.round import RoundId
from ibreflect.store import conversations
from ibreflect.store.connection import Store, Transaction

_ENTRIES = "select topic, body from preparation where conversation_id = $1 and seat = $2"
_KEEP = """
    insert into preparation (conversation_id, seat, topic, body) values ($1, $2, $3, $4)
    on conflict (conversation_id, seat, topic) do update set body = excluded.body
"""
_KEEP_NEW = """
    insert into preparation (conversation_id, seat, topic, body) values ($1, $2, $3, $4)
    on conflict (conversation_id, seat, topic) do nothing
"""
_DROP = "delete from preparation where conversation_id = $1 and seat = $2 and topic = $3"
_PICTURE = "select round_id, body from tabled_picture where conversation_id = $1"
_TEXT = "select body from tabled_text where conversation_id = $1"
_DROP_PICTURE = "delete from tabled_picture where conversation_id = $1"
_DROP_TEXT = "delete from tabled_text where conversation_id = $1"
_ADD_PICTURE = """
    insert into tabled_picture (conversation_id, round_id, body)
    select conversation_id, round_id, $3 from conversation
    where conversation_id = $1 and round_id = $2
"""
_ADD_TEXT = "insert into tabled_text (conversation_id, body) values ($1, $2)"
_ABOUT = """
    update conversation set round_id = $2
    where conversation_id = $1 and stage = 'preparing'
"""
_NOTE = "select body from private_note where conversation_id = $1 and person_id = $2"
_KEEP_NOTE = """
    insert into private_note (conversation_id, person_id, body)
    select conversation_id, $2, $3 from conversation
    where conversation_id = $1 and (person_id = $2 or partner_id = $2)
    on conflict (conversation_id, person_id) do update set body = excluded.body
"""
_DROP_NOTE = "delete from private_note where conversation_id = $1 and person_id = $2"


class Laid(NamedTuple):
    """What is laid on the table, sealed: themes and own texts, and a picture if there is one.

    `has_own` is whether there is more than themes: a text or a picture of the ib'er's.
    """

    text: str
    round_id: RoundId | None
    picture: str
    has_own: bool


def entries(
    store: Store, conversation_id: ConversationId, seat: Seat, writer_id: UUID
) -> dict[str, str]:
    """What was filled in at a seat, by topic; `writer_id` is whose key sealed it."""
    rows = store.read(_ENTRIES, conversation_id, seat.value)
    return {topic: store.vault.opened(writer_id, sealed) for topic, sealed in rows}


def keep(
    store: Store,
    conversation_id: ConversationId,
    seat: Seat,
    writer_id: UUID,
    entry: tuple[str, str],
) -> bool:
    """Keep a topic and its text, or drop it when empty; False when nothing changes (any more)."""
    topic, body = entry
    sealed = store.vault.seal(writer_id, body)

    def work(transaction: Transaction) -> bool:
        if not conversations.is_open_to(transaction, conversation_id, seat, writer_id):
            return False
        if conversations.is_ready(transaction, conversation_id, seat):
            return False
        if sealed:
            transaction.run(_KEEP, conversation_id, seat.value, topic, sealed)
        else:
            transaction.run(_DROP, conversation_id, seat.value, topic)
        return True

    return store.write(work)


def picture(store: Store, conversation_id: ConversationId) -> str:
    """The parts of the picture that lie on the table, as written; empty when none do."""
    rows = store.read(_PICTURE, conversation_id)
    return store.vault.opened(*rows[0]) if rows else ""


def text(store: Store, conversation_id: ConversationId, owner_id: UUID) -> str:
    """The themes and own texts that lie on the table, as written; empty when nothing was laid."""
    rows = store.read(_TEXT, conversation_id)
    return store.vault.opened(owner_id, str(rows[0][0])) if rows else ""


def keep_new(
    transaction: Transaction,
    conversation_id: ConversationId,
    seat: Seat,
    sealed: Mapping[str, str],
) -> None:
    """Keep sealed texts under topics that nothing is kept under yet."""
    for topic, body in sealed.items():
        transaction.run(_KEEP_NEW, conversation_id, seat.value, topic, body)


def lay(transaction: Transaction, conversation_id: ConversationId, laid: Laid | None) -> None:
    """Lay on the table what is given, instead of what lay there; None takes everything off.

    A picture of a round that was erased meanwhile is not laid.
    """
    transaction.run(_DROP_TEXT, conversation_id)
    transaction.run(_DROP_PICTURE, conversation_id)
    if laid is None:
        return
    transaction.run(_ADD_TEXT, conversation_id, laid.text)
    if laid.round_id:
        transaction.run(_ADD_PICTURE, conversation_id, laid.round_id, laid.picture)


def be_about(
    transaction: Transaction, conversation_id: ConversationId, round_id: RoundId | None
) -> None:
    """Let parts of the picture come from this round, or from none, while nothing has begun."""
    transaction.run(_ABOUT, conversation_id, round_id)


def note(store: Store, conversation_id: ConversationId, person_id: UUID) -> str:
    """What somebody keeps for themselves about a conversation; empty without."""
    rows = store.read(_NOTE, conversation_id, person_id)
    return store.vault.opened(person_id, str(rows[0][0])) if rows else ""


def keep_note(store: Store, conversation_id: ConversationId, person_id: UUID, body: str) -> None:
    """Keep a note of somebody's own, or drop it when empty; nothing of a conversation erased."""
    sealed = store.vault.seal(person_id, body)

    def work(transaction: Transaction) -> None:
        if sealed:
            transaction.run(_KEEP_NOTE, conversation_id, person_id, sealed)
        else:
            transaction.run(_DROP_NOTE, conversation_id, person_id)

    store.write(work)
