"""Codes for ib'ers with a computer of their own: given, shown, taken back; files read in."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.event import EventKind
from ibreflect.store import events
from ibreflect.store.connection import Store
from ibreflect.usecases import network_inviting
from ibreflect.usecases.network_inviting import MOST_FILES, State, Upload
from tests.usecases.filed import TOMORROW, Desk, Laptop, laptop
from tests.usecases.networked import DAY, at
from tests.usecases.organisation import ALLIANCE, WILG, organisation


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, organisation(store))


@pytest.fixture
def noor(tmp_path: Path) -> Iterator[Laptop]:
    with laptop(tmp_path / "laptop") as own:
        yield own


def _states(desk: Desk, day: date = DAY) -> list[State]:
    return [each.state for each in desk.invites(day)]


def test_a_code_that_was_taken_back_opens_nothing(desk: Desk, noor: Laptop) -> None:
    code = desk.code(WILG)
    made = noor.file(noor.scan(3), code).content
    desk.read(made)
    (invited,) = desk.invites()
    _take_back(desk)
    assert desk.store.read("select * from network_scan") == []
    assert desk.store.vault.is_destroyed(invited.invite_id)
    assert "ingetrokken" in desk.refused(made)
    one = (desk.store, desk.folk.coach, ALLIANCE, invited.invite_id)
    with pytest.raises(InputError, match="er niet"):
        network_inviting.code_of(*one, today=DAY)
    with pytest.raises(InputError, match="er niet"):
        network_inviting.take_back(*one, now=at(DAY))


def test_until_when_it_counts_is_told_and_what_expired_is_forgotten(
    desk: Desk, noor: Laptop
) -> None:
    code = desk.code(WILG)
    assert _states(desk) == [State.NOTHING]
    made = noor.file(noor.scan(3), code, until=DAY).content
    desk.read(made)
    (invited,) = desk.invites()
    assert (invited.school, invited.state, invited.until) == ("De Wilg", State.WAITING, DAY)
    assert code.endswith(invited.ending)
    assert _states(desk, TOMORROW) == [State.EXPIRED]
    desk.read(day=TOMORROW)
    assert desk.store.read("select added from network_scan") == [("",)]
    assert "voorbij" in desk.refused(made, TOMORROW)


def test_one_bad_file_does_not_stop_the_others(desk: Desk, noor: Laptop) -> None:
    made = noor.file(noor.scan(3), desk.code(WILG)).content
    assert [each.is_read for each in desk.read(b"", made, b"{}")] == [False, True, False]
    kinds = [each.kind for each in events.about(desk.store, desk.folk.coach.person_id)]
    assert kinds == [EventKind.NETWORK_FILE_READ, EventKind.NETWORK_CODE_MADE]
    with pytest.raises(InputError, match="hoogstens 100"):
        desk.read(*[b""] * (MOST_FILES + 1))


def test_a_code_is_for_a_school_of_the_network_only(desk: Desk) -> None:
    desk.store.write(
        lambda work: work.run("update school set alliance_id = null where school_id = $1", WILG)
    )
    for elsewhere in (WILG, UUID(int=999)):
        with pytest.raises(InputError, match="hoort niet bij dit netwerk"):
            desk.code(elsewhere)


def test_a_network_reads_only_its_own_codes(desk: Desk, noor: Laptop) -> None:
    made = noor.file(noor.scan(3), desk.code(WILG)).content
    file = Upload("x.json", made)
    for person in (desk.folk.an, desk.folk.leader, desk.folk.administrator):
        with pytest.raises(NotAllowedError):
            network_inviting.read_in(desk.store, person, ALLIANCE, [file], now=at(DAY))
    with pytest.raises(NotAllowedError):
        network_inviting.read_in(desk.store, desk.folk.coach, UUID(int=999), [file], now=at(DAY))


def _take_back(desk: Desk) -> None:
    (invited,) = desk.invites()
    network_inviting.take_back(
        desk.store, desk.folk.coach, ALLIANCE, invited.invite_id, now=at(DAY)
    )
