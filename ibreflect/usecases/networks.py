"""The figures of a network: published by a coach at a moment, then the same for every reader."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from pydantic import TypeAdapter

from ibreflect.access import networks as verdicts
from ibreflect.access import policy
from ibreflect.errors import InputError
from ibreflect.measure.network import FLOOR, LEAST_SCANS, Group
from ibreflect.model.event import Event, EventKind
from ibreflect.model.moment import day_at
from ibreflect.model.network import SUBGROUPS, Added, Counted, Figures, SnapshotId
from ibreflect.model.person import Person
from ibreflect.model.place import Place
from ibreflect.store import (
    events,
    memberships,
    network,
    network_invites,
    people,
    places,
    rounds,
)
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.network import Count, Published
from ibreflect.usecases import network_figures, network_scan
from ibreflect.usecases.network_figures import Before, Made

_FIGURES = TypeAdapter(Figures)
_ADDED = TypeAdapter(Added)
_PLACES = TypeAdapter(dict[str, int])
_NOT_ENOUGH = (
    f"Er zijn nog niet genoeg nieuwe scans: minstens {LEAST_SCANS}, van minstens {FLOOR} scholen. "
    "Elke scan telt één keer mee. Er is niets gemaakt."
)
_NO_SUBGROUP = "Zo kan het netwerk niet worden verdeeld. Laad de pagina opnieuw en kies nog eens."
_AT_ONCE = "Een andere coach maakte zojuist ook een beeld. Laad de pagina opnieuw."


class Snapshot(NamedTuple):
    """What was published at a moment; `number` counts from 1."""

    number: int
    made_on: date
    figures: Figures


class _Scan(NamedTuple):
    scan_id: UUID
    counted: Counted


class _Placed(NamedTuple):
    counted: Counted
    places: dict[str, int]


def mine(store: Store, actor: Person, *, today: date) -> tuple[Place, ...]:
    """The networks of which the actor reads the figures, by name."""
    every = places.near(store, actor.person_id)
    readable = _readable(store, actor, every, today)
    return tuple(each for each in every if each.place_id in readable)


def may_publish(store: Store, actor: Person, alliance_id: UUID, *, today: date) -> bool:
    """Whether the actor publishes for this network."""
    held = memberships.of_person(store, actor.person_id)
    return verdicts.may_publish(held, alliance_id, today).allowed


def is_for_a_board(store: Store, actor: Person, *, today: date) -> bool:
    """Whether the actor reads networks for a board."""
    return verdicts.reads_for_a_board(memberships.of_person(store, actor.person_id), today)


def published(
    store: Store, actor: Person, alliance_id: UUID, *, today: date
) -> tuple[Snapshot, ...]:
    """Everything published of a network, newest first; NotAllowedError for who does not read it."""
    readable = _readable(store, actor, places.near(store, actor.person_id), today)
    policy.require(verdicts.may_read(readable, alliance_id))
    return tuple(
        Snapshot(each.sequence, each.made_on, _FIGURES.validate_json(each.figures))
        for each in reversed(network.snapshots(store, alliance_id))
    )


def is_enough(store: Store, actor: Person, alliance_id: UUID, *, today: date) -> bool:
    """Whether there is enough that was not published before; never how much.

    NotAllowedError for who does not publish for this network.
    """
    _require_coach(store, actor, alliance_id, today)
    return _enough([each.counted for each in _scans(store, alliance_id, today)])


def publish(
    store: Store, actor: Person, alliance_id: UUID, subgroup: str, *, now: datetime
) -> None:
    """Publish the figures of every scan that may be counted and was not yet.

    `subgroup` is one of SUBGROUPS, or "" for the network as a whole; `now` a moment in UTC.
    InputError with fewer than ten scans from five schools, for another subgroup, or when another
    coach was first; NotAllowedError for who is no coach of the samenwerkingsverband.
    """
    today = day_at(now)
    _require_coach(store, actor, alliance_id, today)
    if subgroup and subgroup not in SUBGROUPS:
        raise InputError(_NO_SUBGROUP)
    scans = _scans(store, alliance_id, today)
    counted = [each.counted for each in scans]
    if not _enough(counted):
        raise InputError(_NOT_ENOUGH)
    earlier = network.snapshots(store, alliance_id)
    before = _before(store, earlier[-1].snapshot_id) if earlier else None
    made = network_figures.made(counted, subgroup, before, secrets.SystemRandom())
    written = _FIGURES.dump_json(made.figures).decode()
    new = Published(SnapshotId(uuid4()), len(earlier) + 1, today, written)
    fields = {"place_id": str(alliance_id)}
    event = Event(now, EventKind.NETWORK_PUBLISHED, actor.person_id, None, fields)

    def work(transaction: Transaction) -> None:
        if not network.publish(transaction, alliance_id, new, [_count(e, made) for e in scans]):
            raise InputError(_AT_ONCE)
        events.add(transaction, event)

    store.write(work)


def _require_coach(store: Store, actor: Person, alliance_id: UUID, today: date) -> None:
    held = memberships.of_person(store, actor.person_id)
    policy.require(verdicts.may_publish(held, alliance_id, today))


def _readable(store: Store, actor: Person, every: Sequence[Place], today: date) -> frozenset[UUID]:
    return verdicts.read(memberships.of_person(store, actor.person_id), every, today)


def _enough(scans: Sequence[Counted]) -> bool:
    return len(scans) >= LEAST_SCANS and len({each.school_id for each in scans}) >= FLOOR


def _scans(store: Store, alliance_id: UUID, today: date) -> tuple[_Scan, ...]:
    """The newest scan of each person that may be counted, of a round here or from a file."""
    return (*_rounds(store, alliance_id, today), *_files(store, alliance_id, today))


def _rounds(store: Store, alliance_id: UUID, today: date) -> tuple[_Scan, ...]:
    """Those of rounds here; one that cannot be read is left out."""
    newest = {each.person_id: each for each in network.waiting(store, alliance_id, today)}
    found = []
    for waiting in newest.values():
        owner, subject = people.person(store, waiting.person_id), None
        if owner is not None:
            subject = rounds.of_id(store, waiting.round_id)
        if owner is None or subject is None:
            continue
        added = network_scan.added(store, owner, subject)
        counted = Counted(waiting.person_id, waiting.school_id, added)
        found.append(_Scan(waiting.scan_id, counted))
    return tuple(found)


def _files(store: Store, alliance_id: UUID, today: date) -> tuple[_Scan, ...]:
    return tuple(
        _Scan(
            each.scan_id,
            Counted(each.person_id, each.school_id, _ADDED.validate_json(each.added)),
        )
        for each in network_invites.waiting(store, alliance_id, today)
    )


def _before(store: Store, snapshot_id: SnapshotId) -> Before:
    found = network.counted(store, snapshot_id)
    placed = [
        _Placed(
            Counted(each.person_id, each.school_id, _ADDED.validate_json(each.added)),
            _PLACES.validate_json(each.places),
        )
        for each in found
        if each.added
    ]
    stopped = frozenset(each.school_id for each in found if not each.added)
    return Before([each.counted for each in placed], _groups(placed), stopped)


def _groups(placed: Sequence[_Placed]) -> dict[str, tuple[Group, ...]]:
    found: dict[str, dict[int, set[UUID]]] = {}
    for each in placed:
        for key, place in each.places.items():
            found.setdefault(key, {}).setdefault(place, set()).add(each.counted.school_id)
    return {
        key: tuple(tuple(sorted(of[place])) for place in sorted(of)) for key, of in found.items()
    }


def _count(scan: _Scan, made: Made) -> Count:
    school_id = scan.counted.school_id
    placed = {
        key: place
        for key, groups in made.places.items()
        for place, group in enumerate(groups)
        if school_id in group
    }
    added = _ADDED.dump_json(scan.counted.added).decode()
    return Count(scan.scan_id, added, _PLACES.dump_json(placed).decode())
