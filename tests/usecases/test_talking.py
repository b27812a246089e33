"""A talk: begun by who is ready, from theme to theme, written by who has the pen."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.conversation import Conversation, Decision, Stage
from ibreflect.model.guide import Seat
from ibreflect.store.connection import Store
from ibreflect.usecases import agreeing, conversing, talking, view_talk
from ibreflect.usecases.view_talk import Talk
from tests.usecases import organisation, talks
from tests.usecases.organisation import Organisation
from tests.usecases.talks import Table

OWNER, PARTNER = Seat
NOW = datetime(2026, 11, 2, 14, 0)  # noqa: DTZ001 - moments are UTC without a zone


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation.organisation(store)


@pytest.fixture
def table(store: Store, folk: Organisation, tmp_path: Path) -> Table:
    return talks.plan(store, folk.an, folk.leader, tmp_path)


def _here(table: Table) -> Conversation:
    return conversing.seated(table.store, table.owner, table.at()).conversation


def _seen(table: Table, seat: Seat) -> Talk:
    return view_talk.talk(table.store, table.who(seat), table.at(seat))


def _write(table: Table, seat: Seat, body: str, theme: str = "rollen") -> None:
    talking.write(table.store, table.who(seat), table.at(seat), theme, body)


@pytest.mark.parametrize("seat", Seat)
def test_who_is_ready_begins_and_nobody_else(table: Table, seat: Seat) -> None:
    with pytest.raises(NotAllowedError, match="nog niet klaar"):
        talking.begin(table.store, table.who(seat), table.at())
    table.ready(seat.other)
    with pytest.raises(NotAllowedError, match="nog niet klaar"):
        talking.begin(table.store, table.who(seat), table.at())
    table.ready(seat)
    for _ in range(2):
        talking.begin(table.store, table.who(seat), table.at())
    assert (_here(table).stage, _here(table).step) == (Stage.TALKING, 3)


def test_nothing_of_a_talk_can_be_done_before_it_begins(table: Table) -> None:
    at, an, store = table.at(), table.owner, table.store
    for refused in (
        lambda: talking.show(store, an, at, "rollen"),
        lambda: talking.set_clock(store, an, at, 5, now=NOW),
        lambda: talking.write(store, an, at, "rollen", "x"),
        lambda: talking.decide(store, an, at, Decision("MI1", 3, "")),
        lambda: talking.end(store, an, at),
        lambda: agreeing.go_back(store, an, at),
        lambda: agreeing.page(store, an, at),
    ):
        with pytest.raises(NotAllowedError):
            refused()
    talking.take_pen(store, table.partner, at)
    assert _here(table).step == 0


def test_either_shows_a_theme_and_the_clock_runs_for_both(table: Table) -> None:
    table.fill(OWNER, {"thema:tijd": "nee"})
    table.begin()
    talking.show(table.store, table.partner, table.at(), "mandaat")
    talking.set_clock(table.store, table.partner, table.at(), 10, now=NOW)
    assert _here(table).clock_ends == NOW + timedelta(minutes=10)
    now = _seen(table, OWNER).now
    assert now
    assert now.theme.id == "mandaat"
    talking.set_clock(table.store, table.owner, table.at(), None, now=NOW)
    assert _here(table).clock_ends is None
    for theme in ("tijd", "niets"):
        with pytest.raises(InputError):
            talking.show(table.store, table.owner, table.at(), theme)
    for minutes in (0, 61, -5):
        with pytest.raises(InputError):
            talking.set_clock(table.store, table.owner, table.at(), minutes, now=NOW)
    talking.show(table.store, table.owner, table.at(), "")
    assert _seen(table, PARTNER).now is None


def test_who_has_the_pen_writes_and_the_other_takes_it_first(table: Table) -> None:
    table.begin()
    _write(table, OWNER, "Van de een")
    with pytest.raises(NotAllowedError, match="De ander schrijft"):
        _write(table, PARTNER, "Van de ander")
    talking.take_pen(table.store, table.partner, table.at())
    _write(table, PARTNER, "Van de een, aangevuld")
    with pytest.raises(NotAllowedError, match="De ander schrijft"):
        _write(table, OWNER, "Verloren")
    with pytest.raises(NotAllowedError):
        talking.decide(table.store, table.owner, table.at(), Decision("MI1", 3, ""))
    said = {each.theme.id: each.said for each in _seen(table, OWNER).themes}
    assert said == {"rollen": "Van de een, aangevuld", "mandaat": "", "tijd": ""}


@pytest.mark.parametrize(
    ("theme", "body"), [("tijd", "x"), ("niets", "x"), ("", "x"), ("rollen", "x" * 4001)]
)
def test_only_themes_on_the_table_are_written_about(table: Table, theme: str, body: str) -> None:
    table.fill(OWNER, {"thema:tijd": "nee"})
    table.begin()
    with pytest.raises(InputError):
        _write(table, OWNER, body, theme)
    assert not any(each.said for each in _seen(table, OWNER).themes)


@pytest.mark.parametrize(
    "decided",
    [
        Decision("MI9", 3, ""),
        Decision("", 3, ""),
        Decision("MI1", 6, ""),
        Decision("MI1", -1, ""),
        Decision("MI1", 3, "x" * 201),
    ],
)
def test_only_topics_on_the_table_are_decided_on(table: Table, decided: Decision) -> None:
    table.begin()
    with pytest.raises(InputError):
        talking.decide(table.store, table.owner, table.at(), decided)
    assert _seen(table, OWNER).decisions == {}


def test_what_was_decided_is_changed_or_taken_back(table: Table) -> None:
    table.begin()
    for level in (3, 4):
        decided = Decision("MI1", level, "  in  \n overleg ")
        talking.decide(table.store, table.owner, table.at(), decided)
    assert _seen(table, PARTNER).decisions == {"MI1": Decision("MI1", 4, "in overleg")}
    talking.decide(table.store, table.owner, table.at(), Decision("MI1", 0, ""))
    assert _seen(table, PARTNER).decisions == {}


def test_while_one_writes_the_other_ends_and_nothing_is_lost(table: Table) -> None:
    table.begin()
    talking.end(table.store, table.partner, table.at())
    talking.end(table.store, table.owner, table.at())
    _write(table, OWNER, "Nog net")
    assert agreeing.page(table.store, table.partner, table.at()).said == {"rollen": "Nog net"}
    with pytest.raises(NotAllowedError):
        talking.begin(table.store, table.owner, table.at())
    with pytest.raises(NotAllowedError):
        talking.show(table.store, table.owner, table.at(), "rollen")
    agreeing.go_back(table.store, table.partner, table.at())
    assert _here(table).stage is Stage.TALKING


def test_many_at_once_begin_and_end_it_once(table: Table) -> None:
    table.ready(*Seat)
    people_there = [table.owner, table.partner] * 4
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda who: talking.begin(table.store, who, table.at()), people_there))
        assert (_here(table).stage, _here(table).step) == (Stage.TALKING, 3)
        list(pool.map(lambda who: talking.end(table.store, who, table.at()), people_there))
    assert (_here(table).stage, _here(table).step) == (Stage.ENDED, 4)
