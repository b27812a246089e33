"""What happens by itself, at moments that the test chooses."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import RoundId
from ibreflect.store import snapshots
from ibreflect.store.asking import Progress
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.usecases import asking
from ibreflect.web import clockwork
from tests.store import rounds_with_others as others
from tests.store.rounds_with_others import TEAM, TODAY
from tests.usecases import post_office
from tests.usecases.post_office import Office, at

NOOR = Person(UUID(int=1), "Noor")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("IBREFLECT_STORE", str(tmp_path / "ibreflect.duckdb"))
    yield open_store(tmp_path / "ibreflect.duckdb")
    close_stores()


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """The mail server of this installation."""
    with post_office.office() as opened:
        opened.is_that_of_this_installation(monkeypatch)
        yield opened


def _progress(store: Store, round_id: RoundId) -> dict[RaterGroup, Progress]:
    return dict(asking.of_round(store, NOOR, round_id, today=TODAY).progress)


def test_asking_ends_after_the_last_day_whatever_the_hour(store: Store) -> None:
    round_id = others.begin(store, NOOR, "rolhelderheid")
    others.begin_asking(store, NOOR, round_id)
    last = TODAY + timedelta(days=14)
    clockwork.tick(store, at(last, 23))
    assert snapshots.find(store, round_id) is None
    clockwork.tick(store, at(last + timedelta(days=1), 0))
    made = snapshots.find(store, round_id)
    assert made is not None
    clockwork.tick(store, at(last + timedelta(days=2), 9))
    assert snapshots.find(store, round_id) == made


def test_groups_are_counted_once_a_day_from_six(store: Store) -> None:
    round_id = others.begin(store, NOOR, "rolhelderheid")
    first, *more = others.ask_team(store, NOOR, round_id, 3)
    others.answers(store, first, {"MR1": 4})
    clockwork.tick(store, at(TODAY, 5))
    assert _progress(store, round_id) == {}
    clockwork.tick(store, at(TODAY, 6))
    assert _progress(store, round_id) == {TEAM: Progress(is_enough=False, as_of=TODAY)}
    for token in more:
        others.answers(store, token, {"MR1": 4})
    clockwork.tick(store, at(TODAY, 23))
    assert _progress(store, round_id) == {TEAM: Progress(is_enough=False, as_of=TODAY)}
    tomorrow = TODAY + timedelta(days=1)
    clockwork.tick(store, at(tomorrow, 6))
    assert _progress(store, round_id) == {TEAM: Progress(is_enough=True, as_of=tomorrow)}


def test_a_planned_opening_mails_on_its_morning_between_six_and_eighteen(
    store: Store, office: Office
) -> None:
    opens = TODAY + timedelta(days=3)
    post_office.begin(store, NOOR, "Tom; tom@school.nl", opens_on=opens)
    for moment in (at(TODAY, 9), at(opens - timedelta(days=1), 17), at(opens, 5), at(opens, 18)):
        clockwork.tick(store, moment)
        assert office.take() == {}
    clockwork.tick(store, at(opens, 6))
    assert office.take().keys() == {"tom@school.nl"}
    clockwork.tick(store, at(opens, 7))
    assert office.take() == {}


def test_a_database_that_is_away_is_logged_and_tried_again(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    round_id = others.begin(store, NOOR, "rolhelderheid")
    others.begin_asking(store, NOOR, round_id)
    close_stores()
    kept, over = store.path.read_bytes(), at(TODAY + timedelta(days=15))
    store.path.write_bytes(b"geen database " * 1000)
    clockwork._tick(lambda: over)
    assert "is geen leesbare database" in caplog.text
    assert "Traceback" not in caplog.text

    store.path.write_bytes(kept)
    clockwork._tick(lambda: over)
    assert snapshots.find(open_store(store.path), round_id) is not None
