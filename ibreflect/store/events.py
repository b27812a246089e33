"""What happened, kept in order; nothing in it is ever changed."""

import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from ibreflect.model.event import FIELDS, Event, EventKind
from ibreflect.store.connection import Row, Store, Transaction

_ADD = """
    insert into event (happened_at, kind, actor_id, subject_id, fields) values ($1, $2, $3, $4, $5)
"""
_ADD_MANY = """
    insert into event (happened_at, kind, actor_id, subject_id, fields)
    select unnest($1), unnest($2), unnest($3), unnest($4), unnest($5)
"""
_ABOUT = """
    select happened_at, kind, actor_id, subject_id, fields from event
    where subject_id = $1 or actor_id = $1 order by event_id desc
"""
_OF_KINDS = """
    select happened_at, kind, actor_id, subject_id, fields from event
    where strpos($1, ',' || kind || ',') > 0 order by event_id desc limit $2
"""
_DROP_BEFORE = "delete from event where happened_at < $1 returning event_id"


def record(store: Store, event: Event) -> None:
    """Write an event down; ValueError when it carries what its kind may not."""
    store.write(lambda transaction: add(transaction, event))


def add(transaction: Transaction, event: Event) -> None:
    """As `record`, in a transaction with what the event tells of."""
    transaction.run(_ADD, *_row_of(event))


def add_many(transaction: Transaction, happened: Sequence[Event]) -> None:
    """As `add`, for many at once that each have an actor and a subject."""
    if happened:
        columns = zip(*(_row_of(event) for event in happened), strict=True)
        transaction.run(_ADD_MANY, *(list(column) for column in columns))


def about(store: Store, person_id: UUID) -> tuple[Event, ...]:
    """What somebody did and what was done with their data, newest first."""
    return tuple(_event(row) for row in store.read(_ABOUT, person_id))


def newest(store: Store, kinds: tuple[EventKind, ...], most: int) -> tuple[Event, ...]:
    """The newest events of these kinds, at most so many."""
    return tuple(_event(row) for row in store.read(_OF_KINDS, f",{','.join(kinds)},", most))


def drop_before(store: Store, moment: datetime) -> int:
    """Delete what happened before a moment in UTC; how much that was."""
    return len(store.write(lambda transaction: transaction.run(_DROP_BEFORE, moment)))


def _row_of(event: Event) -> Row:
    foreign = event.fields.keys() - FIELDS[event.kind]
    if foreign:
        raise ValueError(f"{event.kind} may not carry {', '.join(sorted(foreign))}")
    fields = json.dumps(dict(event.fields))
    return event.at, event.kind.value, event.actor_id, event.subject_id, fields


def _event(row: Row) -> Event:
    at, kind, actor_id, subject_id, fields = row
    return Event(at, EventKind(kind), actor_id, subject_id, json.loads(fields))
