"""Which tables hold something of a person, and how a round or a person is taken out of them."""

from typing import NamedTuple
from uuid import UUID

from ibreflect.store.connection import Store, Transaction


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


def erase_round(store: Store, round_id: UUID) -> None:
    """Delete a round and everything that belongs to it, in one transaction."""
    store.write(lambda transaction: _erase_round(transaction, round_id))


def erase_person(store: Store, person_id: UUID) -> None:
    """Delete a person, their rounds and everything that belongs to them, in one transaction."""

    def work(transaction: Transaction) -> None:
        for (round_id,) in transaction.run(_ROUNDS, person_id):
            _erase_round(transaction, round_id)
        for table in OF_PERSON:
            transaction.run(table.sql, person_id)

    store.write(work)


def _erase_round(transaction: Transaction, round_id: UUID) -> None:
    for table in OF_ROUND:
        transaction.run(table.sql, round_id)
