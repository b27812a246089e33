"""What is written down about who did what, and what never is."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.model.event import FIELDS, Event, EventKind
from ibreflect.store import events
from ibreflect.store.connection import Store
from tests.usecases.organisation import NOW

AN, CAS = UUID(int=1), UUID(int=3)
SEEN = Event(NOW, EventKind.SEEN, CAS, AN, {"share_id": str(UUID(int=9)), "parts": "roles"})


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "ibreflect.duckdb")


def test_both_who_did_it_and_whose_data_it_is_about_read_it(store: Store) -> None:
    events.record(store, SEEN)
    assert events.about(store, AN) == (SEEN,)
    assert events.about(store, CAS) == (SEEN,)
    assert events.about(store, UUID(int=5)) == ()


@pytest.mark.parametrize("kind", EventKind)
def test_an_event_carries_what_its_kind_may_and_nothing_else(store: Store, kind: EventKind) -> None:
    allowed = dict.fromkeys(FIELDS[kind], 1)
    events.record(store, Event(NOW, kind, AN, AN, allowed))
    for foreign in ("text", "name", "answer", "token", "address"):
        assert foreign not in FIELDS[kind]
        with pytest.raises(ValueError, match=foreign):
            events.record(store, Event(NOW, kind, AN, AN, {**allowed, foreign: "geheim"}))
    assert len(events.about(store, AN)) == 1


def test_the_newest_of_some_kinds_and_what_is_too_old(store: Store) -> None:
    for days in range(4):
        moment = NOW + timedelta(days=days)
        events.record(
            store, Event(moment, EventKind.TIDIED, None, None, {"what": "raw", "count": days})
        )
    events.record(store, SEEN)
    found = events.newest(store, (EventKind.TIDIED, EventKind.EXPORTED), 2)
    assert [each.fields["count"] for each in found] == [3, 2]
    assert events.newest(store, (), 5) == ()
    assert events.drop_before(store, NOW + timedelta(days=2)) == 3
    assert [each.fields["count"] for each in events.newest(store, (EventKind.TIDIED,), 9)] == [3, 2]
