"""The ib'er's own place beside the figures of the network; for nobody else."""

from typing import NamedTuple
from uuid import UUID

from ibreflect.model.assignment import CONTEXT_FIELDS
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.store import places
from ibreflect.store.connection import Store
from ibreflect.usecases import network_scan, rounds
from ibreflect.usecases.view_network import Own


class Place(NamedTuple):
    """A round of the actor's as it stands beside the network, with what was told of the school.

    `context` has a question and its answer for each field of the context card that was filled in.
    """

    subject: Round
    own: Own
    context: tuple[str, ...]


def has_place(store: Store, actor: Person, alliance_id: UUID) -> bool:
    """Whether there is a round of the actor's to lay beside this network."""
    return _newest(store, actor, alliance_id) is not None


def place(store: Store, actor: Person, alliance_id: UUID) -> Place | None:
    """The newest handed-in round of the actor's at a school of this network; None without one.

    It is read from the actor's own answers, whether the round counts in the network or not.
    """
    subject = _newest(store, actor, alliance_id)
    if subject is None:
        return None
    added = network_scan.added(store, actor, subject)
    context = tuple(
        f"{each.question} {each.options[added.choices[each.field]]}"
        for each in CONTEXT_FIELDS
        if added.choices.get(each.field) in each.options
    )
    return Place(subject, Own(added.values, added.choices), context)


def _newest(store: Store, actor: Person, alliance_id: UUID) -> Round | None:
    near = places.near(store, actor.person_id)
    there = {each.place_id for each in near if each.alliance_id == alliance_id}
    done = [
        each for each in rounds.mine(store, actor) if each.handed_in and each.school_id in there
    ]
    return done[-1] if done else None
