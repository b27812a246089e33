"""Going on with a talk: from theme to theme, who writes, what was said and decided."""

from datetime import datetime, timedelta

from ibreflect.access import conversing as verdicts
from ibreflect.access import policy
from ibreflect.errors import InputError
from ibreflect.model.conversation import Decision, Seated, Stage
from ibreflect.model.person import Person
from ibreflect.store import conversations, talks
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import conversing, entering, tabling
from ibreflect.usecases.conversing import At

LONGEST_CLOCK = 60
LONGEST_NOTE = 200
_NO_THEME = "Dit thema ligt niet op tafel. Kies een ander."
_NO_TOPIC = "Over dit onderwerp kunnen jullie hier niets afspreken. Laad de pagina opnieuw."
_CLOCK = f"Kies 1 tot {LONGEST_CLOCK} minuten."


def begin(store: Store, actor: Person, at: At) -> None:
    """Begin the talk; a second click does nothing.

    NotAllowedError while the actor's own preparation is not ready, or once it is over.
    """
    here = conversing.seated(store, actor, at)
    if here.conversation.stage is Stage.TALKING:
        return
    policy.require(verdicts.may_begin(here.conversation, here.seat))
    if not conversing.go_on(store, here.conversation, Stage.TALKING):
        begin(store, actor, at)


def show(store: Store, actor: Person, at: At, theme_id: str) -> None:
    """Talk about a theme on the table, or (empty) about the whole again; the clock stops."""
    here = _talking(store, actor, at)
    if theme_id and theme_id not in tabling.themes(store, here):
        raise InputError(_NO_THEME)
    conversation_id = here.conversation.conversation_id
    store.write(
        lambda transaction: conversations.show_theme(transaction, conversation_id, theme_id)
    )


def take_pen(store: Store, actor: Person, at: At) -> None:
    """Be the one who writes from now on, at the table and in the report."""
    here = conversing.seated(store, actor, at)
    conversation_id = here.conversation.conversation_id
    store.write(lambda transaction: conversations.give_pen(transaction, conversation_id, here.seat))


def set_clock(store: Store, actor: Person, at: At, minutes: int | None, *, now: datetime) -> None:
    """Let the clock run for 1-60 minutes from a moment in UTC, or stop it (None)."""
    here = _talking(store, actor, at)
    if minutes is not None and not 1 <= minutes <= LONGEST_CLOCK:
        raise InputError(_CLOCK)
    ends = None if minutes is None else now + timedelta(minutes=minutes)
    conversation_id = here.conversation.conversation_id
    store.write(lambda transaction: conversations.set_clock(transaction, conversation_id, ends))


def write(store: Store, actor: Person, at: At, theme_id: str, body: str) -> None:
    """Keep what was said about a theme on the table; empty drops it.

    InputError for another theme or a text over 4,000 characters, NotAllowedError for who has not
    the pen.
    """
    here = _writing(store, actor, at)
    conversation = here.conversation
    if theme_id not in tabling.themes(store, here):
        raise InputError(_NO_THEME)
    sealed = store.vault.seal(conversation.owner_id, entering.free_text(body))

    def work(transaction: Transaction) -> None:
        conversing.require_pen(transaction, here)
        talks.write(transaction, conversation.conversation_id, theme_id, sealed)

    store.write(work)


def decide(store: Store, actor: Person, at: At, decided: Decision) -> None:
    """Decide on a topic of the mandate map: level 1-5 with a note; level 0 is nothing after all.

    InputError for a topic that no point on the table is about, another level, or a long note.
    """
    here = _writing(store, actor, at)
    conversation = here.conversation
    points = {
        point.topic: here.guide.scales[point.scale]
        for theme_id in tabling.themes(store, here)
        for point in here.guide.theme(theme_id).points
        if point.topic
    }
    words = points[decided.topic].words if decided.topic in points else ()
    if decided.topic not in points or not 0 <= decided.level <= len(words):
        raise InputError(_NO_TOPIC)
    sealed = store.vault.seal(conversation.owner_id, _note(decided.note))

    def work(transaction: Transaction) -> None:
        conversing.require_pen(transaction, here)
        if decided.level:
            talks.decide(transaction, conversation.conversation_id, decided._replace(note=sealed))
        else:
            talks.undecide(transaction, conversation.conversation_id, decided.topic)

    store.write(work)


def end(store: Store, actor: Person, at: At) -> None:
    """End the talk, so that the report can be made; a second click does nothing."""
    here = conversing.seated(store, actor, at)
    if here.conversation.stage is Stage.ENDED:
        return
    policy.require(verdicts.may_talk(here.conversation))
    if not conversing.go_on(store, here.conversation, Stage.ENDED):
        end(store, actor, at)


def _talking(store: Store, actor: Person, at: At) -> Seated:
    here = conversing.seated(store, actor, at)
    policy.require(verdicts.may_talk(here.conversation))
    return here


def _writing(store: Store, actor: Person, at: At) -> Seated:
    here = conversing.seated(store, actor, at)
    policy.require(verdicts.may_write(here.conversation, here.seat))
    return here


def _note(text: str) -> str:
    note = " ".join(entering.cleaned(text).split())
    if len(note) > LONGEST_NOTE:
        raise InputError(
            f"Kort de toelichting in tot {LONGEST_NOTE} tekens; nu zijn het er {len(note)}."
        )
    return note
