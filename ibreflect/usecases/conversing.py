"""Conversations: the list of them, and sitting down at one."""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import conversing as verdicts
from ibreflect.access.conversing import Viewer
from ibreflect.errors import NotAllowedError, StoreError
from ibreflect.model.conversation import Conversation, Seated, Stage
from ibreflect.model.guide import ExactGuide, Seat
from ibreflect.model.person import Person
from ibreflect.questionnaires.guides import parse_guide
from ibreflect.store import conversations, memberships
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import signing_in

LONGEST = timedelta(days=365)
"""How far ahead a conversation is planned, and how long after it something stays to be seen."""


_MEANWHILE = (
    "Wat je net invulde, is niet bewaard: de ander schrijft nu, of het gesprek is er niet meer. "
    "Laad de pagina opnieuw."
)


class At(NamedTuple):
    """At which conversation somebody sits down, on which day.

    `wants` is the seat that who works alone takes on this computer; for others it says nothing.
    """

    conversation_id: UUID
    today: date
    wants: Seat | None = None


def mine(store: Store, actor: Person, *, today: date) -> tuple[tuple[Conversation, Seat], ...]:
    """Every conversation in which the actor has a seat now, with that seat, last planned first."""
    found = conversations.of_person(store, actor.person_id)
    return verdicts.all_opened(_viewer(store, actor, today), found)


def seated(store: Store, actor: Person, at: At) -> Seated:
    """Sit down: the conversation, the actor's seat and its guide.

    NotAllowedError, the same for a conversation of others as for none.
    """
    viewer = _viewer(store, actor, at.today, at.wants)
    conversation, seat = verdicts.opened(viewer, conversations.find(store, at.conversation_id))
    return Seated(conversation, seat, exact_guide(store, conversation).guide)


def exact_guide(store: Store, conversation: Conversation) -> ExactGuide:
    """The guide that a conversation goes along, as it was when that was planned."""
    text = conversations.guide_text(store, conversation.guide_id, conversation.guide_version)
    if text is None:
        raise StoreError(
            f"De leidraad {conversation.guide_id} van dit gesprek is niet bewaard. Laat wie "
            "ibreflect beheert een reservekopie terugzetten."
        )
    return ExactGuide(parse_guide(text), text)


def step(store: Store, actor: Person, at: At) -> int:
    """How often anything changed that both should see; NotAllowedError without a seat (any more).

    What a screen that follows asks each second.
    """
    viewer = _viewer(store, actor, at.today, at.wants)
    conversation, _ = verdicts.opened(viewer, conversations.find(store, at.conversation_id))
    return conversation.step


def before(store: Store, actor: Person, here: Conversation, *, today: date) -> Conversation | None:
    """The conversation of the same two before this one that was held; None when it is the first."""
    held = [
        each
        for each, _ in mine(store, actor, today=today)
        if each.stage is Stage.ENDED
        and each.conversation_id != here.conversation_id
        and _pair(each) == _pair(here)
        and each.planned_on <= here.planned_on
    ]
    return held[0] if held else None


def go_on(store: Store, read: Conversation, stage: Stage) -> bool:
    """To another stage; False when anything changed since it was read: then look again."""
    return store.write(lambda transaction: conversations.go_on(transaction, read, stage))


def require_pen(transaction: Transaction, here: Seated) -> None:
    """Count a change by who writes; NotAllowedError when somebody else does by now."""
    conversation_id = here.conversation.conversation_id
    if not conversations.touch_with_pen(transaction, conversation_id, here.seat):
        raise NotAllowedError(_MEANWHILE)


def _pair(each: Conversation) -> tuple[object, ...]:
    return each.owner_id, each.school_id, each.partner_id, each.partner_name, each.company


def _viewer(store: Store, actor: Person, today: date, wants: Seat | None = None) -> Viewer:
    held = memberships.of_person(store, actor.person_id)
    alone = not signing_in.is_together(store)
    return Viewer(actor, today, held, wants if alone else None)
