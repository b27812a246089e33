"""A conversation with a word of its own in everything that was written for it and in it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from ibreflect.model.conversation import ConversationId, Decision
from ibreflect.model.goal import GoalEntry
from ibreflect.model.person import Person
from ibreflect.model.report import Closing
from ibreflect.model.round import RoundId
from ibreflect.store import conversations
from ibreflect.store.connection import Store
from ibreflect.store.conversations import NewConversation
from ibreflect.usecases import agreeing, preparing, private_notes, talking
from ibreflect.usecases.conversing import At
from tests.usecases import talks
from tests.usecases.organisation import NOW


class Two(NamedTuple):
    """The ib'er and who sits across the table, at a school, with a round to talk about."""

    owner: Person
    partner: Person
    school_id: UUID
    round_id: RoundId | None


def held(store: Store, two: Two, word: Callable[[str], str], today: date) -> ConversationId:
    """A conversation of which the ib'er confirmed the report; `word` makes a text of its own."""
    conversation_id = _planned(store, two, word, today)
    at = At(conversation_id, today)
    owner, partner = two.owner, two.partner
    for topic in ("koers", "twijfel"):
        preparing.save(store, owner, at, topic, word(topic))
    preparing.save(store, owner, at, "deel:roles", "ja")
    for topic in ("zicht", "overweging"):
        preparing.save(store, partner, at, topic, word(topic))
    for person in (owner, partner):
        preparing.set_ready(store, person, at, is_ready=True, now=NOW)
        private_notes.keep(store, person, at, word(f"notitie van {person.name}"))
    talking.begin(store, owner, at)
    talking.write(store, owner, at, "rollen", word("gezegd"))
    talking.decide(store, owner, at, Decision("MI1", 3, word("besloten")))
    talking.end(store, owner, at)
    goal = GoalEntry(word("te doen"), "", "", "", "", today + timedelta(days=60))
    agreeing.keep(store, owner, at, Closing((goal,)))
    agreeing.confirm(store, owner, at, agreeing.page(store, owner, at).mark, now=NOW)
    return conversation_id


def _planned(store: Store, two: Two, word: Callable[[str], str], today: date) -> ConversationId:
    """Planned, with a name as who works alone types it."""
    new = NewConversation(
        owner_id=two.owner.person_id,
        school_id=two.school_id,
        partner_id=two.partner.person_id,
        partner_name=store.vault.seal(two.owner.person_id, word("naam van de ander")),
        round_id=two.round_id,
        guide=talks.guide(),
        planned_on=today,
        planned_at=None,
        open_until=today + timedelta(days=42),
    )
    return store.write(lambda work: conversations.add(work, store.vault, new))
