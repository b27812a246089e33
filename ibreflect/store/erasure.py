"""Which tables hold something of a person, and how a round or a person is taken out of them."""

from collections.abc import Callable, Collection
from typing import NamedTuple
from uuid import UUID

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
    PersonalTable("round", "delete from round where round_id = $1"),
)

OF_PERSON = (
    PersonalTable(
        "mandate_agreed",
        "delete from mandate_agreed where agreement_id in "
        "(select agreement_id from mandate_agreement where person_id = $1)",
    ),
    PersonalTable("mandate_agreement", "delete from mandate_agreement where person_id = $1"),
    PersonalTable("school_direction", "delete from school_direction where person_id = $1"),
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

PERSONAL_TABLES = OF_ROUND + OF_PERSON

_ROUNDS = "select round_id from round where person_id = $1"
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


def erase_person(transaction: Transaction, person_id: UUID) -> None:
    """Delete a person, their rounds and everything that belongs to them; their keys are due."""
    for (round_id,) in transaction.run(_ROUNDS, person_id):
        erase_round(transaction, round_id)
    for table in OF_PERSON:
        transaction.run(table.sql, person_id)
    _note(transaction, person_id)


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
