"""What frames a round: the context card and the ib'er's own texts."""

from uuid import UUID

from ibreflect.model.round import RoundId
from ibreflect.store.connection import Store, Transaction

_IS_OPEN = "select 1 from round where round_id = $1 and is_open"
_CHOICES = "select field, choice from context where round_id = $1"
_CHOICES_OF_PERSON = """
    select c.round_id, c.field, c.choice
    from context c join round r on r.round_id = c.round_id
    where r.person_id = $1
"""
_KEEP_CHOICE = """
    insert into context (round_id, field, choice) values ($1, $2, $3)
    on conflict (round_id, field) do update set choice = excluded.choice
"""
_DROP_CHOICE = "delete from context where round_id = $1 and field = $2"
_TEXTS = "select topic, body from round_text where round_id = $1"
_KEEP_TEXT = """
    insert into round_text (round_id, topic, body) values ($1, $2, $3)
    on conflict (round_id, topic) do update set body = excluded.body
"""
_DROP_TEXT = "delete from round_text where round_id = $1 and topic = $2"


def choices(store: Store, round_id: RoundId) -> dict[str, str]:
    """The context card of a round: field to chosen option; skipped fields are absent."""
    return dict(store.read(_CHOICES, round_id))


def choices_of_person(store: Store, person_id: UUID) -> dict[RoundId, dict[str, str]]:
    """The context cards of all rounds of a person, by round id."""
    cards: dict[RoundId, dict[str, str]] = {}
    for round_id, field, choice in store.read(_CHOICES_OF_PERSON, person_id):
        cards.setdefault(round_id, {})[field] = choice
    return cards


def texts(store: Store, round_id: RoundId) -> dict[str, str]:
    """The ib'er's own texts of a round: topic to text; StoreError without the round's key."""
    rows = store.read(_TEXTS, round_id)
    return {topic: store.vault.opened(round_id, sealed) for topic, sealed in rows}


def keep_choice(store: Store, round_id: RoundId, field: str, choice: str) -> bool:
    """Keep a choice, or drop it when empty; False when the round is closed."""
    return _keep(store, (_KEEP_CHOICE, _DROP_CHOICE), (round_id, field), choice)


def keep_text(store: Store, round_id: RoundId, topic: str, body: str) -> bool:
    """Keep a text, or drop it when empty; False when the round is closed."""
    sealed = store.vault.seal(round_id, body)
    return _keep(store, (_KEEP_TEXT, _DROP_TEXT), (round_id, topic), sealed)


def _keep(
    store: Store, statements: tuple[str, str], key: tuple[RoundId, str], content: str
) -> bool:
    keep, drop = statements

    def work(transaction: Transaction) -> bool:
        if not transaction.run(_IS_OPEN, key[0]):
            return False
        if content:
            transaction.run(keep, *key, content)
        else:
            transaction.run(drop, *key)
        return True

    return store.write(work)
