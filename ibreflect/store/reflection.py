"""Answers to reflection questions: private, sealed under the key of who wrote them."""

from uuid import UUID

from ibreflect.store.connection import Store, Transaction

_OF_PERSON = """
    select school_year, topic, body from reflection
    where person_id = $1 order by school_year desc, topic
"""
_KEEP = """
    insert into reflection (person_id, school_year, topic, body) values ($1, $2, $3, $4)
    on conflict (person_id, school_year, topic) do update set body = excluded.body
"""
_DROP = "delete from reflection where person_id = $1 and school_year = $2 and topic = $3"


def of_person(store: Store, person_id: UUID) -> tuple[tuple[str, str, str], ...]:
    """School year, topic and text of every answer of somebody, the newest year first."""
    return tuple(
        (school_year, topic, store.vault.opened(person_id, sealed))
        for school_year, topic, sealed in store.read(_OF_PERSON, person_id)
    )


def keep(store: Store, person_id: UUID, school_year: str, topic: str, body: str) -> None:
    """Keep an answer, or drop it when empty."""
    key, sealed = (person_id, school_year, topic), store.vault.seal(person_id, body)

    def work(transaction: Transaction) -> None:
        if sealed:
            transaction.run(_KEEP, *key, sealed)
        else:
            transaction.run(_DROP, *key)

    store.write(work)
