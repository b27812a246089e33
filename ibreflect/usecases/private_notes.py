"""What somebody keeps for themselves about a conversation; apart from what was agreed."""

from ibreflect.errors import NotAllowedError
from ibreflect.model.guide import Seat
from ibreflect.model.person import Person
from ibreflect.store import preparations
from ibreflect.store.connection import Store
from ibreflect.usecases import conversing, entering
from ibreflect.usecases.conversing import At

_NO_PLACE = (
    "Wie hier op de computer van een ander zit, heeft geen plek voor eigen aantekeningen. Maak ze "
    "op papier."
)


def has_place(store: Store, actor: Person, at: At) -> bool:
    """Whether there is a place for notes of who sits there: not for who borrows the computer."""
    here = conversing.seated(store, actor, at)
    return here.seat is Seat.OWNER or here.conversation.partner_id == actor.person_id


def read(store: Store, actor: Person, at: At) -> str:
    """The actor's own note about a conversation; empty without. NotAllowedError without a seat."""
    here = conversing.seated(store, actor, at)
    if not has_place(store, actor, at):
        return ""
    return preparations.note(store, here.conversation.conversation_id, actor.person_id)


def keep(store: Store, actor: Person, at: At, body: str) -> None:
    """Keep the actor's own note; empty drops it.

    InputError for more than 4,000 characters, NotAllowedError without a seat or a place.
    """
    here = conversing.seated(store, actor, at)
    if not has_place(store, actor, at):
        raise NotAllowedError(_NO_PLACE)
    text = entering.free_text(body)
    preparations.keep_note(store, here.conversation.conversation_id, actor.person_id, text)
