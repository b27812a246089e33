"""Floors only go up, and not for who was asked already; and how an installation is doing."""

from datetime import timedelta
from pathlib import Path

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.measure.disclosure import FLOORS
from ibreflect.measure.disclosure import floors as of_round
from ibreflect.model.event import EventKind
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.retention import BOUNDS, YEAR, Period
from ibreflect.model.round import term_of
from ibreflect.settings import read_settings
from ibreflect.store import asking as kept
from ibreflect.store import backup, events, last_backup
from ibreflect.store.connection import Store
from ibreflect.usecases import asking, floors, nights, overview, retention, rounds
from ibreflect.usecases.papers import Installation
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases import many_scans
from tests.usecases.organisation import NOW, Organisation, organisation
from tests.usecases.post_office import at

HERE = Installation(read_settings())


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


def _raise(store: Store, actor: Person, colleagues: int, parents: int) -> None:
    floors.raise_to(store, actor, colleagues=colleagues, parents=parents, now=NOW)


def _warnings(store: Store, everybody: Organisation) -> str:
    found = overview.of_installation(store, everybody.administrator, HERE, now=NOW)
    return " ".join(found.warnings)


def test_floors_begin_as_they_are_fixed(store: Store) -> None:
    assert floors.of_installation(store) == FLOORS


def test_a_raised_floor_holds_for_asking_that_begins_and_not_for_what_began(
    store: Store, everybody: Organisation
) -> None:
    begun = others.begin(store, everybody.an, "rolhelderheid")
    others.begin_asking(store, everybody.an, begun)
    _raise(store, everybody.administrator, 5, 6)
    rules = kept.rules(store, begun)
    assert rules is not None
    assert dict(rules.floors) == FLOORS
    modules = (others.module("rolhelderheid"),)
    wish = rounds.Wish("De Esdoorn", term_of(scans.AUTUMN), scans.instrument(), modules)
    later = rounds.start(store, everybody.bo, wish, today=scans.AUTUMN)
    with pytest.raises(InputError, match="niet lager dan 5"):
        asking.begin(store, everybody.bo, later, others.rules(), today=others.TODAY)
    enough = others.rules(floors=of_round(5, 6))
    asking.begin(store, everybody.bo, later, enough, today=others.TODAY)


@pytest.mark.parametrize(("colleagues", "parents"), [(4, 6), (5, 5), (11, 6), (5, 11)])
def test_floors_never_go_down_and_not_too_high(
    store: Store, everybody: Organisation, colleagues: int, parents: int
) -> None:
    _raise(store, everybody.administrator, 5, 6)
    with pytest.raises(InputError):
        _raise(store, everybody.administrator, colleagues, parents)
    assert floors.of_installation(store) == of_round(5, 6)


def test_raising_is_written_down_per_group(store: Store, everybody: Organisation) -> None:
    _raise(store, everybody.administrator, 3, 7)
    (raised,) = events.newest(store, (EventKind.FLOORS_RAISED,), 9)
    assert dict(raised.fields) == {"group": RaterGroup.PARENT.value, "floor": 7}
    assert raised.actor_id == everybody.administrator.person_id


def test_only_the_beheerder_changes_and_looks(store: Store, everybody: Organisation) -> None:
    for person in everybody:
        if person == everybody.administrator:
            continue
        with pytest.raises(NotAllowedError):
            _raise(store, person, 5, 6)
        with pytest.raises(NotAllowedError):
            retention.change(store, person, Period.EVENTS, YEAR, now=NOW)
        with pytest.raises(NotAllowedError):
            overview.of_installation(store, person, HERE, now=NOW)
        with pytest.raises(NotAllowedError):
            nights.written_down(store, person, today=NOW.date())
    assert floors.of_installation(store) == FLOORS


@pytest.mark.parametrize(
    ("period", "days"),
    [
        (Period.ANSWERS_OF_OTHERS, 6),
        (Period.ANSWERS_OF_OTHERS, 31),
        (Period.EVENTS, YEAR - 1),
        (Period.EVENTS, YEAR + 1),
        (Period.ENDED_POSITIONS, 6 * YEAR),
        (Period.SIGNING_IN, 29),
    ],
)
def test_a_period_stays_within_its_bounds(
    store: Store, everybody: Organisation, period: Period, days: int
) -> None:
    with pytest.raises(InputError, match="niets veranderd"):
        retention.change(store, everybody.administrator, period, days, now=NOW)
    assert retention.periods(store)[period] == BOUNDS[period].usual
    assert events.newest(store, (EventKind.PERIODS_CHANGED,), 9) == ()


def test_a_change_of_period_is_written_down_once(store: Store, everybody: Organisation) -> None:
    for _ in range(2):
        retention.change(store, everybody.administrator, Period.EVENTS, YEAR, now=NOW)
    (changed,) = events.newest(store, (EventKind.PERIODS_CHANGED,), 9)
    assert dict(changed.fields) == {"period": "events", "days": YEAR}


def test_rounds_are_counted_in_steps_and_of_everybody_together(
    store: Store, everybody: Organisation
) -> None:
    scans.begin(store, everybody.an)
    found = overview.of_installation(store, everybody.administrator, HERE, now=NOW)
    counts = {each.about: each.now for each in found.counts}
    assert counts["Meetrondes in 2026/2027"] == "minder dan 5"
    assert (counts["Schoolleiders"], counts["Scholen"]) == ("2", "2")
    now = term_of(scans.AUTUMN)
    many_scans.keep(store, [each._replace(term=now) for each in many_scans.people(13, 6)])
    found = overview.of_installation(store, everybody.administrator, HERE, now=NOW)
    counts = {each.about: each.now for each in found.counts}
    assert counts["Meetrondes in 2026/2027"] == "minstens 10"
    assert counts["Daarvan ook aan anderen gevraagd"] == "minder dan 5"


def test_a_copy_that_was_made_is_known_and_grows_old(
    store: Store, everybody: Organisation, tmp_path: Path
) -> None:
    assert "geen reservekopie" in _warnings(store, everybody)
    store.close()
    backup.backup(backup.place(store.path), tmp_path / "kopie.duckdb", today=NOW.date())
    again = Store(store.path)
    assert "geen reservekopie" not in _warnings(again, everybody)
    last_backup.note(store.path, NOW.date() - timedelta(days=8))
    assert "geen reservekopie" in _warnings(again, everybody)
    again.close()


def test_a_night_that_was_missed_and_a_doubted_clock_are_warned_about(
    store: Store, everybody: Organisation
) -> None:
    day = NOW.date()
    nights.at_night(store, at(day - timedelta(days=6), 3))  # the first night, nothing to doubt yet
    assert "De klok" not in _warnings(store, everybody)
    nights.at_night(store, at(day - timedelta(days=5), 3))
    nights.at_night(store, at(day - timedelta(days=9), 3))
    assert "De klok" in _warnings(store, everybody)
    nights.at_night(store, at(day - timedelta(days=4), 3))
    told = _warnings(store, everybody)
    assert "De klok" not in told
    assert "nacht is al dagen niet gebeurd" in told
    nights.at_night(store, at(day, 3))
    assert "nacht is al dagen niet gebeurd" not in _warnings(store, everybody)


@pytest.mark.parametrize(
    ("size", "words"), [(999, "999 bytes"), (12_300_000, "12 MB"), (2_000_000_000, "2 GB")]
)
def test_sizes_are_said_in_words(size: int, words: str) -> None:
    assert overview.in_bytes(size) == words
