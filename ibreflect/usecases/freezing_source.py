"""From what a share is taken, and figures of a page as a share keeps them."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import policy, sharing
from ibreflect.errors import InputError
from ibreflect.measure.growth import Noise
from ibreflect.model.frozen import Drawing, FrozenFigure, Picture
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Kind, Questionnaire, Scale
from ibreflect.model.round import Round
from ibreflect.store import asking, memberships
from ibreflect.store.connection import Store
from ibreflect.usecases import contacts
from ibreflect.usecases.frames import Figure
from ibreflect.usecases.frozen_tables import kept

_NO_READER = (
    "Met deze persoon kun je deze meetronde niet delen. Kies de schoolleider van de school of een "
    "coach van het samenwerkingsverband."
)


class Source(NamedTuple):
    """An ib'er's own handed-in round as it is today, and the error to reckon with.

    `reads_leader` is whether what the schoolleider answered by name may be in the share.
    """

    store: Store
    actor: Person
    subject: Round
    noise: Noise
    today: date
    reads_leader: bool = False


def for_reader(source: Source, reader_id: UUID) -> Source:
    """The same for one reader.

    NotAllowedError for a scan that is not handed in or somebody else's, InputError for somebody
    who is neither schoolleider of its school nor coach of its samenwerkingsverband.
    """
    store, subject = source.store, source.subject
    policy.require(policy.may_share(source.actor, subject))
    near = contacts.readers_of(store, source.actor, subject, today=source.today)
    if reader_id not in {each.person.person_id for each in near}:
        raise InputError(_NO_READER)
    return source._replace(reads_leader=_reads_leader(store, subject, reader_id))


def one_picture(
    seen: Figure, drawing: Drawing, heading: str = "", words: Sequence[str] = ()
) -> FrozenFigure:
    """A figure with one drawing."""
    return FrozenFigure(
        heading=heading,
        drawing=drawing,
        says=seen.says,
        pictures=(Picture("", kept(seen.drawn)),),
        read=kept(seen.read),
        words=tuple(words),
    )


def heading_of(questionnaire: Questionnaire, scale: Scale) -> str:
    """What stands above a scale; of a module, which stands on its own, with its title."""
    if questionnaire.kind is Kind.MODULE:
        return f"{questionnaire.title}: {scale.title}"
    return scale.title


def _reads_leader(store: Store, subject: Round, reader_id: UUID) -> bool:
    rules = asking.rules(store, subject.round_id)
    held = memberships.of_person(store, reader_id)
    return rules is not None and (
        sharing.may_read_leader(held, subject.school_id, rules.opens_on).allowed
    )
