"""Who may do what at the desk of a coach: it is about who lets the coach read something."""

import functools
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from ibreflect.model.person import Person
from ibreflect.store import people
from ibreflect.store.connection import Store
from ibreflect.usecases import coach_desk, rounds, shared_in_time, sharing
from tests.usecases import shared_rounds
from tests.usecases.access_rules import Of, anybody, line
from tests.usecases.access_scene import NOW, Scene, State, Thing

ENDED = State.ENDED


def _coach_reads(scene: Scene, actor: Person, thing: Thing) -> bool:
    """The coach of today, of an ib'er who shares; `_shared` makes that so."""
    return actor == scene.folk.coach and thing.owner in {scene.folk.an, scene.folk.bo}


def _shared(function: Callable[..., object]) -> Callable[..., object]:
    """The same use case; the coach gets to read something of the ib'er first."""

    @functools.wraps(function)
    def act(store: Store, actor: Person, person_id: UUID, *rest: object, now: datetime) -> object:
        owner = people.person(store, person_id)
        if owner and actor.name == "Els":
            (mine,) = rounds.mine(store, owner)
            sharing.share(store, owner, mine.round_id, shared_rounds.wish(actor), now=now)
        return function(store, actor, person_id, *rest, now=now)

    return act


IBER = Of(lambda _, __, thing: thing.owner.person_id)

TABLE = (
    line(coach_desk.desk, ENDED, anybody, now=NOW),
    line(coach_desk.offered, ENDED, anybody, IBER, now=NOW),
    line(_shared(coach_desk.note), ENDED, _coach_reads, IBER, now=NOW),
    line(_shared(coach_desk.keep_note), ENDED, _coach_reads, IBER, "Voor mezelf", now=NOW),
    line(coach_desk.closed_notes, ENDED, anybody, now=NOW),
    line(coach_desk.drop_closed_notes, ENDED, anybody, now=NOW),
    line(_shared(shared_in_time.in_time), ENDED, _coach_reads, IBER, now=NOW),
)
