"""What goes at night, and when: never early, never twice, and never what may stay."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.model.event import Event, EventKind
from ibreflect.model.person import Person
from ibreflect.model.retention import BOUNDS, YEAR, Period
from ibreflect.model.round import RoundId
from ibreflect.store import events, snapshots
from ibreflect.store.connection import Store
from ibreflect.usecases import hearing, mandate, nights, retention, view_mirror
from ibreflect.usecases.nights import Nights, Turn
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases.organisation import NOW, organisation, sign_in
from tests.usecases.post_office import at

DAY = date(2026, 11, 2)
RAW = BOUNDS[Period.ANSWERS_OF_OTHERS].usual


def every_night(store: Store, first: date, last: date) -> None:
    """Every night from the first day to the last."""
    for number in range((last - first).days + 1):
        nights.at_night(store, at(first + timedelta(days=number), 3))


def _raw(store: Store, round_id: object) -> int:
    """How many rows there are of what others answered and wrote."""
    ((responses,),) = store.read(
        "select count(*) from response where round_id = $1 and perspective <> 'self'", round_id
    )
    ((answers,),) = store.read(
        "select count(*) from answer a join response p on p.response_id = a.response_id "
        "where p.round_id = $1 and p.perspective <> 'self'",
        round_id,
    )
    ((remarks,),) = store.read("select count(*) from remark where round_id = $1", round_id)
    return int(responses + answers + remarks)


def _ended(store: Store, actor: Person) -> RoundId:
    """A round about which a schoolleider and leraren answered, with its snapshot."""
    round_id = others.begin(store, actor, "rolhelderheid", "mandaatkaart")
    others.finish_scan(store, actor, round_id, {"MR1": 2, "LC1": 4})
    others.leader_answers(store, actor, round_id, {"MR1": 5})
    others.team_answers(store, actor, round_id, [{"MR1": 3}] * 3)
    others.end_asking(store, actor, round_id)
    return round_id


@pytest.mark.parametrize(
    ("last", "doubted", "now", "expected"),
    [
        # The first time nothing is known of the clock.
        (None, None, at(DAY, 12), Turn.WAIT),
        (None, DAY, at(DAY, 23), Turn.NOT_YET),
        (None, DAY, at(DAY + timedelta(days=1), 9), Turn.GO),
        # Once a day, from three on.
        (DAY - timedelta(days=1), None, at(DAY, 2), Turn.NOT_YET),
        (DAY - timedelta(days=1), None, at(DAY, 3), Turn.GO),
        (DAY, None, at(DAY, 23), Turn.NOT_YET),
        # At once when a night was missed.
        (DAY - timedelta(days=2), None, at(DAY, 0), Turn.GO),
        # Back, and forward by more than a week: not before a later day.
        (DAY, None, at(DAY - timedelta(days=1), 3), Turn.WAIT),
        (DAY, None, at(DAY + timedelta(days=7), 3), Turn.GO),
        (DAY, None, at(DAY + timedelta(days=8), 3), Turn.WAIT),
        (DAY, DAY + timedelta(days=400), at(DAY, 3), Turn.NOT_YET),
        (DAY - timedelta(days=1), DAY + timedelta(days=400), at(DAY, 3), Turn.WAIT),
    ],
)
def test_when_it_is_time(
    last: date | None, doubted: date | None, now: datetime, expected: Turn
) -> None:
    assert nights.turn(Nights(last, doubted), now) is expected


@given(st.lists(st.integers(0, 23), min_size=2, max_size=2), st.integers(1, 60))
def test_it_never_goes_twice_on_a_day_and_always_within_two_openings(
    hours: list[int], gap: int
) -> None:
    seen = Nights(DAY, None)
    went = 0
    for number in (1, 2):
        now = at(DAY + timedelta(days=gap * number), max(3, hours[number - 1]))
        found = nights.turn(seen, now)
        went += found is Turn.GO
        if found is Turn.GO:
            seen = Nights(now.date(), None)
        elif found is Turn.WAIT:
            seen = seen._replace(doubted=now.date())
        assert nights.turn(seen, now) is Turn.NOT_YET
    assert went >= 1


def test_answers_of_others_go_after_their_period_and_what_is_seen_stays(
    store: Store, actor: Person
) -> None:
    round_id = _ended(store, actor)
    asked = others.module("rolhelderheid").questionnaire
    before = hearing.voices(store, actor, round_id, asked)
    written = view_mirror.written(store, actor, round_id)
    asked_map = mandate.mandate_map(store, actor, round_id)
    assert before[1].heard["MR1"].value == 5
    assert _raw(store, round_id) > 0
    every_night(store, DAY, DAY + timedelta(days=RAW - 1))
    assert _raw(store, round_id) > 0
    every_night(store, DAY + timedelta(days=RAW), DAY + timedelta(days=RAW))
    assert _raw(store, round_id) == 0
    assert snapshots.find(store, round_id) is not None
    assert hearing.voices(store, actor, round_id, asked) == before
    assert view_mirror.written(store, actor, round_id) == written
    assert mandate.mandate_map(store, actor, round_id).voices == asked_map.voices
    assert scans.contents(store)["answer"]
    (tidied,) = events.newest(store, (EventKind.TIDIED,), 9)
    assert dict(tidied.fields) == {"what": "answers_of_others", "count": 1}


def test_answers_of_others_stay_while_there_is_no_snapshot(store: Store, actor: Person) -> None:
    round_id = others.begin(store, actor, "rolhelderheid")
    others.team_answers(store, actor, round_id, [{"MR1": 3}] * 3)
    before = _raw(store, round_id)
    every_night(store, DAY, DAY + timedelta(days=RAW + 30))
    assert _raw(store, round_id) == before


def test_what_is_gone_cannot_be_read_from_the_file(store: Store, actor: Person) -> None:
    round_id = others.begin(store, actor, "rolhelderheid")
    token = others.ask_leader(store, actor, round_id)
    others.answers(store, token, {"MR1": 5})
    others.end_asking(store, actor, round_id)
    ((response_id,),) = store.read(
        "select response_id from response where round_id = $1 and perspective <> 'self'", round_id
    )
    little_endian = response_id.int.to_bytes(16, "little")[:8]
    every_night(store, DAY, DAY + timedelta(days=RAW + 1))
    assert not store.read("select 1 from response where response_id = $1", response_id)
    assert little_endian not in store.path.read_bytes()


def test_a_clock_that_runs_ahead_for_a_night_takes_nothing_early(
    store: Store, actor: Person
) -> None:
    round_id = _ended(store, actor)
    every_night(store, DAY, DAY + timedelta(days=3))
    before = _raw(store, round_id)
    ahead = DAY + timedelta(days=400)
    for moment in (at(ahead, 3), at(ahead, 4), at(DAY + timedelta(days=3), 5)):
        nights.at_night(store, moment)
    every_night(store, DAY + timedelta(days=4), DAY + timedelta(days=RAW - 1))
    assert _raw(store, round_id) == before
    every_night(store, DAY + timedelta(days=RAW), DAY + timedelta(days=RAW))
    assert _raw(store, round_id) == 0


def test_a_snapshot_made_while_the_clock_is_back_is_kept_its_whole_period(
    store: Store, actor: Person
) -> None:
    every_night(store, DAY, DAY + timedelta(days=3))
    round_id = _ended(store, actor)
    before = _raw(store, round_id)
    nights.at_night(store, at(DAY - timedelta(days=300), 3))
    every_night(store, DAY + timedelta(days=4), DAY + timedelta(days=RAW + 2))
    assert _raw(store, round_id) == before
    every_night(store, DAY + timedelta(days=RAW + 3), DAY + timedelta(days=RAW + 4))
    assert _raw(store, round_id) == 0


def test_a_clock_back_and_forward_erases_once(store: Store, actor: Person) -> None:
    _ended(store, actor)
    last = DAY + timedelta(days=RAW + 1)
    every_night(store, DAY, last)
    assert len(events.newest(store, (EventKind.TIDIED,), 9)) == 1
    for day in (DAY, last, last + timedelta(days=1), last, last + timedelta(days=2)):
        nights.at_night(store, at(day, 3))
    assert len(events.newest(store, (EventKind.TIDIED,), 9)) == 1


def test_a_shorter_period_holds_from_the_next_night_on(store: Store, actor: Person) -> None:
    made = organisation(store)
    round_id = _ended(store, made.an)
    every_night(store, DAY, DAY + timedelta(days=9))
    assert _raw(store, round_id) > 0
    retention.change(store, made.administrator, Period.ANSWERS_OF_OTHERS, 7, now=NOW)
    every_night(store, DAY + timedelta(days=10), DAY + timedelta(days=10))
    assert _raw(store, round_id) == 0


def test_events_and_signing_in_go_after_their_periods(store: Store) -> None:
    made = organisation(store)
    sign_in(store, made.an, now=NOW)
    moment = at(NOW.date() + timedelta(days=30), 3)
    for number in range(20, 31):
        nights.at_night(store, at(NOW.date() + timedelta(days=number), 3))
    assert store.read("select 1 from session")
    nights.at_night(store, moment + timedelta(days=1))
    assert not store.read("select 1 from session")
    assert [each.kind for each in events.about(store, made.an.person_id)] == [EventKind.SIGNED_IN]
    old = NOW - timedelta(days=2 * YEAR)
    events.record(store, Event(old, EventKind.EXPORTED, made.an.person_id, None, {"format": "zip"}))
    nights.at_night(store, moment + timedelta(days=2))
    assert [each.kind for each in events.about(store, made.an.person_id)] == [EventKind.SIGNED_IN]
