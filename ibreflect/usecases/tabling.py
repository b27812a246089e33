"""What the ib'er puts on the table: chosen apart, laid down as it is then, read by both."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from pydantic import TypeAdapter

from ibreflect.access import conversing as verdicts
from ibreflect.access import policy
from ibreflect.measure.growth import Noise
from ibreflect.model import topics
from ibreflect.model.conversation import Conversation, Seated, Tabled, TabledText
from ibreflect.model.days import in_dutch
from ibreflect.model.guide import Guide, Seat
from ibreflect.model.log import KIND_WORDS, Entry
from ibreflect.model.person import Person
from ibreflect.model.reflection import ReflectionAnswer
from ibreflect.model.sharing import Part
from ibreflect.store import preparations
from ibreflect.store.connection import Store
from ibreflect.store.preparations import Laid
from ibreflect.usecases import (
    contacts,
    freezing,
    freezing_source,
    log_entries,
    reflection,
    rounds,
)
from ibreflect.usecases.freezing_source import Source


class Offer(NamedTuple):
    """What an ib'er can put on the table of a conversation.

    Parts of the picture of its round, own answers to reflection questions, entries of the log.
    """

    parts: tuple[Part, ...]
    reflections: tuple[ReflectionAnswer, ...]
    entries: tuple[Entry, ...]


class _Texts(NamedTuple):
    themes: tuple[str, ...]
    texts: tuple[TabledText, ...]


_FORM = TypeAdapter(_Texts)


def offer(store: Store, owner: Person, conversation: Conversation, *, today: date) -> Offer:
    """What the ib'er can put on the table now; of the log what is of this school."""
    source = _source(store, owner, conversation, today)
    return Offer(
        parts=freezing.offered(source) if source else (),
        reflections=reflection.answers(store, owner),
        entries=log_entries.mine(store, owner, school_id=conversation.school_id),
    )


def laid(
    store: Store, owner: Person, here: Seated, filled: Mapping[str, str], *, today: date
) -> Laid:
    """What was chosen, as it is now, sealed: the picture for the round, texts for the ib'er.

    `filled` is the ib'er's preparation. What was chosen and is gone since is left out.
    """
    conversation = here.conversation
    chosen = preview(store, owner, here, filled, today=today)
    written = _FORM.dump_json(_Texts(chosen.themes, chosen.texts)).decode()
    sealed = store.vault.seal(conversation.owner_id, written)
    if chosen.picture is None or conversation.round_id is None:
        return Laid(sealed, None, "", bool(chosen.texts))
    frozen = freezing.written(chosen.picture)
    picture = store.vault.seal(conversation.round_id, frozen)
    return Laid(sealed, conversation.round_id, picture, has_own=True)


def preview(
    store: Store, owner: Person, here: Seated, filled: Mapping[str, str], *, today: date
) -> Tabled:
    """What was chosen, as it is now and as the partner would see it; as `laid`, for the ib'er."""
    conversation = here.conversation
    offered = offer(store, owner, conversation, today=today)
    source = _source(store, owner, conversation, today)
    chosen = {part for part in offered.parts if filled.get(topics.part(part)) == topics.YES}
    picture = freezing.freeze(source, chosen) if source and chosen else None
    return Tabled(_themes(here.guide, filled), _texts(offered, filled), picture)


def tabled(store: Store, here: Seated, day: date) -> Tabled:
    """What lies on the table, for who may see it; NotAllowedError says why not (yet).

    The ib'er sees what they laid down themselves; the partner once both are ready or the talk has
    begun, until the last agreed day. Without a preparation of the ib'er all themes are on it.
    """
    conversation = here.conversation
    if here.seat is Seat.PARTNER:
        policy.require(verdicts.may_see_preparation(conversation, Seat.PARTNER, day))
    text = preparations.text(store, conversation.conversation_id, conversation.owner_id)
    if not text:
        return Tabled(tuple(theme.id for theme in here.guide.themes), (), None)
    laid_down = _FORM.validate_json(text)
    picture = preparations.picture(store, conversation.conversation_id)
    return Tabled(*laid_down, freezing.read(picture) if picture else None)


def themes(store: Store, here: Seated) -> tuple[str, ...]:
    """The themes that are on the table, which both may know: they say nothing of what was written.

    While the ib'er has laid nothing down, all themes of the guide.
    """
    conversation = here.conversation
    text = preparations.text(store, conversation.conversation_id, conversation.owner_id)
    if not text:
        return tuple(theme.id for theme in here.guide.themes)
    return _FORM.validate_json(text).themes


def _source(store: Store, owner: Person, conversation: Conversation, today: date) -> Source | None:
    """The round whose picture can be on the table, as this partner may see it.

    None without one, while its scan is not handed in, or when the partner works there no more.
    """
    if conversation.round_id is None:
        return None
    subject = rounds.one(store, owner, conversation.round_id)
    if not policy.may_share(owner, subject).allowed:
        return None
    source = Source(store, owner, subject, Noise(), today)
    if conversation.partner_id is None:
        return source
    near = contacts.readers_of(store, owner, subject, today=today)
    if conversation.partner_id not in {each.person.person_id for each in near}:
        return None
    return freezing_source.for_reader(source, conversation.partner_id)


def _themes(guide: Guide, filled: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(
        theme.id for theme in guide.themes if filled.get(topics.theme(theme.id)) != topics.NO
    )


def _texts(offered: Offer, filled: Mapping[str, str]) -> tuple[TabledText, ...]:
    reflections = (
        TabledText(f"{each.question} ({each.school_year})", each.body)
        for each in offered.reflections
        if filled.get(topics.reflection(each.answer_id)) == topics.YES
    )
    entries = (
        TabledText(_heading(each), "\n".join(text for text in each.content.texts if text))
        for each in offered.entries
        if filled.get(topics.entry(str(each.entry_id))) == topics.YES
    )
    return (*reflections, *entries)


def _heading(entry: Entry) -> str:
    return f"Uit het logboek, {in_dutch(entry.content.day)}: {KIND_WORDS[entry.content.kind]}"
