"""From a laptop to the network by a file: read in once, whole, and only when it is in order."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from pydantic import TypeAdapter

from ibreflect.errors import InputError
from ibreflect.model.event import EventKind
from ibreflect.model.network import Added, key_of
from ibreflect.model.questionnaire import NonAnswer
from ibreflect.model.round import RoundId
from ibreflect.model.time import WORK, Moment, Slot
from ibreflect.store import events, network, network_invites
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    framing,
    network_file,
    network_inviting,
    network_scan,
    networks,
    rounds,
    time,
)
from ibreflect.usecases.network_file import Wish
from ibreflect.usecases.network_inviting import State
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases.filed import TOMORROW, YESTERDAY, Desk, Laptop, inside, laptop
from tests.usecases.networked import DAY, LAST, NEXT_DAY, at, counted, join, school
from tests.usecases.organisation import ALLIANCE, ESDOORN, WILG, organisation

CARE = key_of(scans.instrument().questionnaire.id, "care_director")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, organisation(store))


@pytest.fixture
def noor(tmp_path: Path) -> Iterator[Laptop]:
    with laptop(tmp_path / "laptop") as own:
        yield own


def _publish(desk: Desk, day: date = DAY) -> list[float]:
    """The dots of one scale in a new snapshot."""
    networks.publish(desk.store, desk.folk.coach, ALLIANCE, "", now=at(day))
    newest, *_ = networks.published(desk.store, desk.folk.coach, ALLIANCE, today=day)
    (care,) = [each for each in newest.figures.scales if each.key == CARE]
    return [dot.value for strip in care.strips for dot in strip.dots]


def _states(desk: Desk, day: date = DAY) -> list[State]:
    return [each.state for each in desk.invites(day)]


def test_ten_laptops_of_ten_schools_are_a_picture(desk: Desk, tmp_path: Path) -> None:
    """Five schools with 2 and five with 4, as from rounds here: the dots are 2 and 4."""
    join(desk.store, *range(10))
    files = []
    for number in range(10):
        code = desk.code(school(number))
        with laptop(tmp_path / str(number)) as own:
            files.append(own.file(own.scan(2 if number % 2 else 4), code).content)
    assert all(each.is_read for each in desk.read(*files))
    assert _publish(desk) == [2.0, 4.0]
    assert _states(desk) == [State.COUNTED] * 10
    assert "telde al mee" in desk.refused(files[0])
    with pytest.raises(InputError, match="niet genoeg"):
        networks.publish(desk.store, desk.folk.coach, ALLIANCE, "", now=at(DAY))


def test_files_count_beside_rounds_and_a_later_one_is_laid_beside(desk: Desk, noor: Laptop) -> None:
    """Nine rounds here and a file, all 3, then all 4: the same people, so the change is told."""
    join(desk.store, *range(10))
    code = desk.code(school(9))
    for day, value in ((DAY, 3), (NEXT_DAY, 4)):
        for number in range(9):
            counted(desk.store, number, value, day)
        desk.read(noor.file(noor.scan(value, day), code, day).content, day=day)
        _publish(desk, day)
    newest, *_ = networks.published(desk.store, desk.folk.coach, ALLIANCE, today=NEXT_DAY)
    (care,) = [each for each in newest.figures.scales if each.key == CARE]
    assert care.shift
    assert (care.shift.change, care.shift.schools) == (1.0, 10)


def test_the_newest_of_each_person_counts_in_whichever_order(desk: Desk, noor: Laptop) -> None:
    code = desk.code(WILG)
    older = noor.file(noor.scan(1), code).content
    newer = noor.file(noor.scan(5, scans.SPRING), code).content
    assert all(each.is_read for each in desk.read(older, newer))
    assert "nieuwer bestand" in desk.refused(older)
    (waiting,) = desk.store.read("select added from network_scan")
    assert f'"{CARE}":5.0' in waiting[0]


def test_the_same_file_counts_once_and_the_same_round_too(desk: Desk, noor: Laptop) -> None:
    code, round_id = desk.code(WILG), noor.scan(3)
    made = noor.file(round_id, code).content
    desk.read(made)
    assert "al ingelezen" in desk.refused(made)
    desk.read(noor.file(round_id, code, TOMORROW, TOMORROW).content, day=TOMORROW)
    assert [each.until for each in desk.invites()] == [TOMORROW]
    assert "nieuwer bestand" in desk.refused(made, TOMORROW)
    other = noor.file(round_id, desk.code(ESDOORN)).content
    assert "andere deelnamecode" in desk.refused(other)


@pytest.mark.parametrize("first", ["scan", "stop"])
def test_who_stops_counts_no_more_in_whichever_order(desk: Desk, noor: Laptop, first: str) -> None:
    code, round_id = desk.code(WILG), noor.scan(3)
    scan, stop = noor.file(round_id, code).content, noor.stop(code).content
    desk.read(*((scan, stop) if first == "scan" else (stop, scan)))
    assert _states(desk) == [State.STOPPED]
    assert desk.store.read("select * from network_scan") == []
    assert desk.store.read("select * from network_file") == []
    assert "niets meer meetelt" in desk.refused(scan)
    assert "al ingelezen" in desk.refused(stop)
    again = noor.file(round_id, code, TOMORROW).content
    desk.read(again, day=TOMORROW)
    assert _states(desk) == [State.WAITING]
    assert "al ingelezen" in desk.refused(stop, TOMORROW)
    assert _states(desk) == [State.WAITING]


@pytest.mark.parametrize("how", ["stopped", "taken back", "expired", "moved"])
def test_what_may_not_count_any_more_does_not(desk: Desk, noor: Laptop, how: str) -> None:
    join(desk.store, *range(11))
    for number in range(10):
        counted(desk.store, number, 3)
    code, day = desk.code(school(10)), DAY
    round_id = noor.scan(5)
    desk.read(noor.file(round_id, code, until=DAY).content)
    match how:
        case "stopped":
            desk.read(noor.stop(code).content)
        case "taken back":
            _take_back(desk)
        case "expired":
            day = TOMORROW
        case "moved":
            elsewhere = "update school set alliance_id = $2 where school_id = $1"
            desk.store.write(lambda work: work.run(elsewhere, school(10), UUID(int=55)))
    assert _publish(desk, day) == [3.0, 3.0]


@pytest.mark.parametrize("how", ["stopped", "taken back"])
def test_of_what_counted_nothing_is_kept_to_lay_beside(desk: Desk, noor: Laptop, how: str) -> None:
    join(desk.store, *range(10))
    for number in range(9):
        counted(desk.store, number, 3)
    code = desk.code(school(9))
    made = noor.file(noor.scan(3), code).content
    desk.read(made)
    _publish(desk)
    assert _states(desk) == [State.COUNTED]
    if how == "stopped":
        desk.read(noor.stop(code).content)
    else:
        _take_back(desk)
    (snapshot,) = network.snapshots(desk.store, ALLIANCE)
    kept = [each for each in network.counted(desk.store, snapshot.snapshot_id) if each.added]
    assert len(kept) == 9
    assert _states(desk) == [State.STOPPED if how == "stopped" else State.TAKEN_BACK]
    desk.refused(made)


def test_a_file_holds_what_counts_and_nothing_else(desk: Desk, noor: Laptop) -> None:
    code = desk.code(WILG)
    made = noor.file(noor.scan(3, omgeving="dorp", ervaring="2_5"), code)
    assert made.name == f"netwerk-najaar-2026-{code[-4:]}.json"
    assert set(inside(code, made.content)) == {
        *("kind", "scope", "made_on", "until", "school_year", "period", "scan_id", "added"),
    }
    found = inside(code, made.content)["added"]
    assert found["choices"] == {"omgeving": "dorp"}
    assert found["values"][CARE] == 3
    text = made.content.decode()
    assert not [
        each for each in ("Noor", "Ergens", "dorp", str(noor.owner.person_id)) if each in text
    ]


def test_who_made_a_file_reads_that_back_on_the_laptop(noor: Laptop, desk: Desk) -> None:
    code = desk.code(WILG)
    noor.file(noor.scan(3), code)
    noor.stop(code)
    kinds = [each.kind for each in events.about(noor.store, noor.owner.person_id)]
    assert kinds == [EventKind.COUNTS_NO_MORE, EventKind.COUNTED]


@pytest.mark.parametrize("until", [YESTERDAY, DAY + timedelta(days=366)])
def test_until_when_is_a_day_within_a_year(noor: Laptop, desk: Desk, until: date) -> None:
    with pytest.raises(InputError, match="hoogstens een jaar"):
        noor.file(noor.scan(3), desk.code(WILG), until=until)


def test_where_a_round_counts_here_no_file_is_made_of_it(desk: Desk) -> None:
    join(desk.store, 0)
    round_id = counted(desk.store, 0, 3)
    (held,) = desk.store.read("select person_id from round where round_id = $1", round_id)
    actor = desk.folk.an._replace(person_id=held[0])
    assert network_file.possible(desk.store, actor) == ()
    with pytest.raises(InputError, match="hoort hier al bij een netwerk"):
        network_file.scan(
            desk.store, actor, round_id, Wish(desk.code(WILG), DAY + LAST), now=at(DAY)
        )


def _take_back(desk: Desk) -> None:
    (invited,) = desk.invites()
    network_inviting.take_back(
        desk.store, desk.folk.coach, ALLIANCE, invited.invite_id, now=at(DAY)
    )


def test_what_others_said_and_the_mandate_map_come_over_whole(desk: Desk, noor: Laptop) -> None:
    round_id = _asked(noor)
    code = desk.code(WILG)
    (outcome,) = desk.read(noor.file(round_id, code).content)
    assert outcome.is_read, outcome.says
    subject = rounds.one(noor.store, noor.owner, round_id)
    added = network_scan.added(noor.store, noor.owner, subject)
    assert all(added)
    (waiting,) = network_invites.waiting(desk.store, ALLIANCE, DAY)
    assert TypeAdapter(Added).validate_json(waiting.added) == added


def _asked(own: Laptop) -> RoundId:
    """A round with something of everything: six leraren, of whom most cannot judge one thing."""
    round_id = others.begin(own.store, own.owner, "mandaatkaart")
    framing.save_choice(own.store, own.owner, round_id, field="fase", choice="bouwen")
    week = {Slot(WORK.split_id, part.part_id, Moment.NOW): 25 for part in WORK.parts}
    time.save(own.store, own.owner, round_id, numbers=week)
    asked = (scans.instrument(), others.module("mandaatkaart"))
    own_answers = {item.id: 5 for each in asked for item in each.questionnaire.items}
    others.finish_scan(own.store, own.owner, round_id, own_answers)
    for token in others.ask_team(own.store, own.owner, round_id, 6):
        first, *rest = [each.id for each in others.visit(own.store, token).sheet.items]
        others.answers(own.store, token, {first: NonAnswer.CANNOT_JUDGE, **dict.fromkeys(rest, 2)})
    others.end_asking(own.store, own.owner, round_id)
    return round_id
