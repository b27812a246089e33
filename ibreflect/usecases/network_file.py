"""A file with which a round counts in a network elsewhere; for who works on their own computer."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import network_codes, policy
from ibreflect.access.network_codes import Code
from ibreflect.errors import InputError
from ibreflect.model.event import Event, EventKind
from ibreflect.model.moment import day_at
from ibreflect.model.network_file import (
    FILED,
    KIND,
    VERSION,
    Envelope,
    FiledAdded,
    FiledScan,
    FiledStop,
)
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.store import events
from ibreflect.store.connection import Store
from ibreflect.usecases import counting, network_scan, rounds

_HERE = (
    "Deze school hoort hier al bij een netwerk. Kies daar of je meetronde meetelt; een bestand is "
    "dan niet nodig. Er is niets gemaakt."
)
_WHEN = "Kies een dag vanaf vandaag, en hoogstens een jaar verder. Er is niets gemaakt."


class Wish(NamedTuple):
    """The code as it was typed, and the last day on which the round may be counted."""

    code: str
    until: date


class Made(NamedTuple):
    """A file to hand over: what it is called, and what is in it."""

    name: str
    content: bytes


def possible(store: Store, actor: Person) -> tuple[Round, ...]:
    """The actor's handed-in rounds that cannot count in a network here, newest first."""
    here = {each.subject.round_id for each in counting.mine(store, actor)}
    return tuple(
        each
        for each in reversed(rounds.mine(store, actor))
        if each.handed_in and each.round_id not in here
    )


def scan(store: Store, actor: Person, round_id: UUID, wish: Wish, *, now: datetime) -> Made:
    """The file with what a round of the actor's adds; `now` is a moment in UTC.

    InputError for a code with a typo, for a day before today or more than a year off, and for a
    round that can count here; NotAllowedError for one that is not handed in or somebody else's.
    """
    subject, today = rounds.one(store, actor, round_id), day_at(now)
    policy.require(policy.may_share(actor, subject))
    if subject not in possible(store, actor):
        raise InputError(_HERE)
    code = network_codes.typed(wish.code)
    if not today <= wish.until <= today + counting.LONGEST:
        raise InputError(_WHEN)
    filed = FiledScan(
        kind="scan",
        scope="network_figures",
        made_on=today,
        until=wish.until,
        school_year=subject.term.school_year,
        period=subject.term.period,
        scan_id=network_codes.scan_id(subject.round_id),
        added=FiledAdded.of(network_scan.added(store, actor, subject)),
    )
    until = {"until": wish.until.isoformat()}
    events.record(store, Event(now, EventKind.COUNTED, actor.person_id, actor.person_id, until))
    name = f"netwerk-{subject.term.label.replace(' ', '-')}-{code.ending}.json"
    return Made(name, _written(code, filed))


def stop(store: Store, actor: Person, typed: str, *, now: datetime) -> Made:
    """The file that lets nothing count any more of what the actor handed over with a code.

    `now` is a moment in UTC. InputError for a code with a typo.
    """
    code = network_codes.typed(typed)
    filed = FiledStop(kind="stop", made_on=day_at(now))
    events.record(store, Event(now, EventKind.COUNTS_NO_MORE, actor.person_id, actor.person_id))
    return Made(f"netwerk-stop-{code.ending}.json", _written(code, filed))


def _written(code: Code, filed: FiledScan | FiledStop) -> bytes:
    inside = network_codes.sealed(code, FILED.dump_json(filed))
    outside = Envelope(soort=KIND, versie=VERSION, netwerk=code.invite_id, inhoud=inside)
    return outside.model_dump_json(indent=2).encode() + b"\n"
