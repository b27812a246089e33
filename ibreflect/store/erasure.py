"""Which tables hold something of a person, and how a round or a person is taken out of them."""

from collections.abc import Callable, Collection
from typing import NamedTuple
from uuid import UUID

from ibreflect.model.conversation import ConversationId
from ibreflect.model.round import RoundId
from ibreflect.store.transaction import Row, Transaction

Run = Callable[..., list[Row]]


class PersonalTable(NamedTuple):
    """A table with personal data and the statement that empties it of one round or person."""

    name: str
    sql: str


# Answers first: they are found through the response that goes next.
OF_ROUND = (
    PersonalTable(
        "answer",
        "delete from answer where response_id in "
        "(select response_id from response where round_id = $1)",
    ),
    PersonalTable("response", "delete from response where round_id = $1"),
    PersonalTable("invitation", "delete from invitation where round_id = $1"),
    PersonalTable("remark", "delete from remark where round_id = $1"),
    PersonalTable("snapshot", "delete from snapshot where round_id = $1"),
    PersonalTable("progress", "delete from progress where round_id = $1"),
    PersonalTable("second_person", "delete from second_person where round_id = $1"),
    PersonalTable("invitee", "delete from invitee where round_id = $1"),
    PersonalTable("asking", "delete from asking where round_id = $1"),
    PersonalTable("draft", "delete from draft where round_id = $1"),
    PersonalTable("context", "delete from context where round_id = $1"),
    PersonalTable("round_text", "delete from round_text where round_id = $1"),
    PersonalTable("share", "delete from share where round_id = $1"),
    PersonalTable("time_share", "delete from time_share where round_id = $1"),
    # That a scan of this school was counted stays, without whose: a change that is told later would
    # otherwise, with the snapshot before it, tell what it added (measure/network.py).
    PersonalTable(
        "network_scan", "delete from network_scan where round_id = $1 and snapshot_id is null"
    ),
    PersonalTable(
        "network_scan",
        "update network_scan set person_id = uuid(), round_id = null, added = '', places = '' "
        "where round_id = $1",
    ),
    PersonalTable("tabled_picture", "delete from tabled_picture where round_id = $1"),
    PersonalTable("conversation", "update conversation set round_id = null where round_id = $1"),
    PersonalTable("round", "delete from round where round_id = $1"),
)

# The conversation itself last: what belongs to it is found through it.
OF_CONVERSATION = (
    PersonalTable("preparation", "delete from preparation where conversation_id = $1"),
    PersonalTable("preparation_ready", "delete from preparation_ready where conversation_id = $1"),
    PersonalTable("tabled_picture", "delete from tabled_picture where conversation_id = $1"),
    PersonalTable("tabled_text", "delete from tabled_text where conversation_id = $1"),
    PersonalTable("said", "delete from said where conversation_id = $1"),
    PersonalTable("decision", "delete from decision where conversation_id = $1"),
    PersonalTable("closing", "delete from closing where conversation_id = $1"),
    PersonalTable("report_confirmed", "delete from report_confirmed where conversation_id = $1"),
    PersonalTable("report", "delete from report where conversation_id = $1"),
    PersonalTable("private_note", "delete from private_note where conversation_id = $1"),
    PersonalTable("conversation", "delete from conversation where conversation_id = $1"),
)

OF_PERSON = (
    # As partner: what they wrote apart goes; what both agreed stays with the ib'er.
    PersonalTable(
        "preparation",
        "delete from preparation where seat = 'partner' and conversation_id in "
        "(select conversation_id from conversation where partner_id = $1)",
    ),
    PersonalTable("private_note", "delete from private_note where person_id = $1"),
    PersonalTable("coach_note", "delete from coach_note where person_id = $1 or coach_id = $1"),
    PersonalTable("reflection", "delete from reflection where person_id = $1"),
    PersonalTable(
        "conversation", "update conversation set partner_id = null where partner_id = $1"
    ),
    PersonalTable(
        "mandate_agreed",
        "delete from mandate_agreed where agreement_id in "
        "(select agreement_id from mandate_agreement where person_id = $1)",
    ),
    PersonalTable("mandate_agreement", "delete from mandate_agreement where person_id = $1"),
    PersonalTable("log_entry", "delete from log_entry where person_id = $1"),
    PersonalTable("school_direction", "delete from school_direction where person_id = $1"),
    PersonalTable(
        "goal_note",
        "delete from goal_note where goal_id in (select goal_id from goal where person_id = $1)",
    ),
    PersonalTable("goal", "delete from goal where person_id = $1"),
    PersonalTable("share", "delete from share where reader_id = $1"),
    PersonalTable("leaving", "delete from leaving where person_id = $1"),
    PersonalTable("membership", "delete from membership where person_id = $1"),
    PersonalTable("demo_viewpoint", "delete from demo_viewpoint where person_id = $1"),
    PersonalTable("identity", "delete from identity where person_id = $1"),
    PersonalTable("passkey", "delete from passkey where person_id = $1"),
    PersonalTable("entry_link", "delete from entry_link where person_id = $1"),
    PersonalTable("session", "delete from session where person_id = $1"),
    # What they saw of others stays to be read by those, without who it was.
    PersonalTable("event", "delete from event where subject_id = $1"),
    PersonalTable("event", "update event set actor_id = null where actor_id = $1"),
    PersonalTable("installation", "delete from installation where content = cast($1 as varchar)"),
    PersonalTable("person", "delete from person where person_id = $1"),
)

# What team members wrote about themselves; they have no person_id, for they do not sign in.
OF_EXPERTISE = (PersonalTable("expertise", "delete from expertise where entry_id = $1"),)

# Who has a code of a network, and no account. What was counted stays known as counted.
OF_INVITE = (
    PersonalTable(
        "network_file",
        "delete from network_file where scan_id in (select n.scan_id from network_scan n "
        "join network_invite i on i.person_id = n.person_id "
        "where i.invite_id = $1 and n.snapshot_id is null)",
    ),
    PersonalTable(
        "network_scan",
        "delete from network_scan where snapshot_id is null and person_id in "
        "(select person_id from network_invite where invite_id = $1)",
    ),
    PersonalTable(
        "network_scan",
        "update network_scan set added = '', places = '' where person_id in "
        "(select person_id from network_invite where invite_id = $1)",
    ),
    PersonalTable(
        "network_invite",
        "update network_invite set code = '', is_taken_back = true where invite_id = $1",
    ),
)

PERSONAL_TABLES = OF_ROUND + OF_CONVERSATION + OF_PERSON + OF_EXPERTISE + OF_INVITE

_ROUNDS = "select round_id from round where person_id = $1"
_CONVERSATIONS = "select conversation_id from conversation where person_id = $1"
_READS_EXPERTISE_AT = """
    select distinct place_id from membership
    where person_id = $1 and role in ('ib_coordinator', 'school_leader')
"""
_IS_READ_BY = """
    select 1 from membership
    where place_id = $1 and role in ('ib_coordinator', 'school_leader')
        and (until is null or until >= current_date)
"""
_EXPERTISE = "select entry_id from expertise where school_id = $1"
_NO_TEAM_LINK = "delete from team_link where school_id = $1"
# In the settings of the installation, for the short time between the rows and the keys.
_KEEP_KEY = "insert into installation (setting, content) values ($1, $2) on conflict do nothing"
_KEYS = "select setting from installation where content = $1"
_DROP_KEY = "delete from installation where setting = $1 and content = $2"
_KEY, _DESTROY = "key ", "destroy"
_IS_DUE = "select 1 from installation where setting = $1 and content = $2"
_CHANGE = """
    insert into installation (setting, content) values ($1, $2)
    on conflict (setting) do update set content = excluded.content
"""

REWRITE, DUE, DONE = "rewrite", "due", "done"
"""The setting that says whether the file must be written anew, for what was deleted from it."""


def erase_round(transaction: Transaction, round_id: RoundId) -> None:
    """Delete a round and everything that belongs to it; its key is due to be destroyed."""
    for table in OF_ROUND:
        transaction.run(table.sql, round_id)
    _note(transaction, round_id)


def erase_conversation(transaction: Transaction, conversation_id: ConversationId) -> None:
    """Delete a conversation and everything that belongs to it; goals that came from it stay."""
    for table in OF_CONVERSATION:
        transaction.run(table.sql, conversation_id)
    set_rewrite(transaction, DUE)


def erase_expertise(transaction: Transaction, entry_id: UUID) -> None:
    """Delete what a team member wrote on the expertisekaart; its key is due to be destroyed."""
    for table in OF_EXPERTISE:
        transaction.run(table.sql, entry_id)
    _note(transaction, entry_id)


def erase_invite(transaction: Transaction, invite_id: UUID) -> None:
    """Delete a code of a network and what came with it; its key is due to be destroyed."""
    for table in OF_INVITE:
        transaction.run(table.sql, invite_id)
    _note(transaction, invite_id)


def erase_person(transaction: Transaction, person_id: UUID) -> None:
    """Delete a person, their rounds, conversations and all else of them; their keys are due.

    The expertisekaart of a school is of its team: it stays, with the link to it, when another ib'er
    or schoolleider works there. Otherwise nobody can read it any more, and it goes too.
    """
    schools = transaction.run(_READS_EXPERTISE_AT, person_id)
    for (round_id,) in transaction.run(_ROUNDS, person_id):
        erase_round(transaction, round_id)
    for (conversation_id,) in transaction.run(_CONVERSATIONS, person_id):
        erase_conversation(transaction, conversation_id)
    for table in OF_PERSON:
        transaction.run(table.sql, person_id)
    _note(transaction, person_id)
    for (school_id,) in schools:
        _erase_unread_expertise(transaction, school_id)


def keys_due(run: Run) -> frozenset[UUID]:
    """The rounds and persons that were erased and may have a key still."""
    return frozenset(UUID(setting.removeprefix(_KEY)) for (setting,) in run(_KEYS, _DESTROY))


def forget_keys(transaction: Transaction, destroyed: Collection[UUID]) -> None:
    """Of these the keys are destroyed, so that nothing is due any more."""
    for owner_id in keys_due(transaction.run) & frozenset(destroyed):
        transaction.run(_DROP_KEY, f"{_KEY}{owner_id}", _DESTROY)


def set_rewrite(transaction: Transaction, state: str) -> None:
    """Keep that the file must be written anew (DUE), or has been (DONE)."""
    transaction.run(_CHANGE, REWRITE, state)


def must_rewrite(run: Run) -> bool:
    """Whether the file must be written anew."""
    return bool(run(_IS_DUE, REWRITE, DUE))


def _note(transaction: Transaction, owner_id: UUID) -> None:
    transaction.run(_KEEP_KEY, f"{_KEY}{owner_id}", _DESTROY)
    set_rewrite(transaction, DUE)


def _erase_unread_expertise(transaction: Transaction, school_id: UUID) -> None:
    if transaction.run(_IS_READ_BY, school_id):
        return
    for (entry_id,) in transaction.run(_EXPERTISE, school_id):
        erase_expertise(transaction, entry_id)
    transaction.run(_NO_TEAM_LINK, school_id)
