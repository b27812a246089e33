"""The versions of questionnaires that this installation made itself, and which are on offer."""

from typing import NamedTuple
from uuid import UUID

from ibreflect.store import instruments
from ibreflect.store.connection import Store, Transaction

_ALL = """
    select questionnaire_id, version, offered, school_id from own_questionnaire
    order by questionnaire_id, version
"""
_OFFERED = """
    select source_text from own_questionnaire join questionnaire using (questionnaire_id, version)
    where offered and (school_id is null or school_id = $1)
    order by questionnaire_id, version
"""
_KEPT = "select sha256 from questionnaire where questionnaire_id = $1 and version = $2"
_SCHOOL = "select school_id from own_questionnaire where questionnaire_id = $1 and version = $2"
_OFFER = """
    insert into own_questionnaire (questionnaire_id, version, offered, school_id)
    values ($1, $2, true, $3)
    on conflict (questionnaire_id, version) do update set offered = true
"""
_WITHDRAW = """
    update own_questionnaire set offered = false where questionnaire_id = $1 and version = $2
"""


class OwnVersion(NamedTuple):
    """One version, whether a new round can be started with it, and the school it is for.

    `school_id` is None for a version that is for every school.
    """

    questionnaire_id: str
    version: str
    offered: bool
    school_id: UUID | None = None


def all_versions(store: Store) -> tuple[OwnVersion, ...]:
    """Every own version, offered or not, by id and then by version as text."""
    return tuple(OwnVersion(*row) for row in store.read(_ALL))


def offered(store: Store, school_id: UUID | None) -> tuple[str, ...]:
    """The exact texts of the own versions on offer for every school, and for this one."""
    return tuple(str(text) for (text,) in store.read(_OFFERED, school_id))


def offer(
    store: Store, key: tuple[str, str], sha256: str, source_text: str, school_id: UUID | None
) -> bool:
    """Keep a version under (id, version) and offer it to a school, or to every school for None.

    False, and nothing changes, when that key is of another text or of another school.
    """

    def work(transaction: Transaction) -> bool:
        instruments.keep(transaction, key, sha256, source_text)
        ((kept,),) = transaction.run(_KEPT, *key)
        if kept != sha256 or transaction.run(_SCHOOL, *key) not in ([], [(school_id,)]):
            return False
        transaction.run(_OFFER, *key, school_id)
        return True

    return store.write(work)


def withdraw(store: Store, questionnaire_id: str, version: str) -> None:
    """Offer a version no longer; its text stays."""
    store.write(lambda transaction: transaction.run(_WITHDRAW, questionnaire_id, version))
