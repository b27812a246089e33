"""A network: who counts in it, what a coach publishes, and who reads that."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, timedelta
from uuid import UUID

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.network import Figures, key_of
from ibreflect.store import erasing
from ibreflect.store.connection import Store
from ibreflect.usecases import counting, networks
from tests.store import scans
from tests.usecases.networked import (
    DAY,
    LAST,
    NEXT_DAY,
    at,
    counted,
    counted_of,
    iber,
    join,
    scan,
    school,
    second,
)
from tests.usecases.organisation import ALLIANCE, Organisation, organisation

CORE = scans.instrument().questionnaire.id
CARE = key_of(CORE, "care_director")


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation(store)


def _publish(store: Store, folk: Organisation, subgroup: str = "", day: date = DAY) -> Figures:
    networks.publish(store, folk.coach, ALLIANCE, subgroup, now=at(day))
    return networks.published(store, folk.coach, ALLIANCE, today=day)[0].figures


def _values(figures: Figures, key: str = CARE) -> list[float]:
    (scale,) = [each for each in figures.scales if each.key == key]
    return [dot.value for strip in scale.strips for dot in strip.dots]


def test_ten_scans_of_ten_schools_are_two_dots(store: Store, folk: Organisation) -> None:
    """Five schools with 2 and five with 4: the means of the halves are 2 and 4."""
    join(store, *range(10))
    for number in range(10):
        counted(store, number, 2 if number % 2 else 4)
    figures = _publish(store, folk)
    assert (figures.schools, figures.scans) == (10, 10)
    assert _values(figures) == [2.0, 4.0]


def test_nine_scans_are_too_few(store: Store, folk: Organisation) -> None:
    join(store, *range(10))
    for number in range(9):
        counted(store, number, 3)
    assert not networks.is_enough(store, folk.coach, ALLIANCE, today=DAY)
    with pytest.raises(InputError, match="minstens 10"):
        networks.publish(store, folk.coach, ALLIANCE, "", now=at(DAY))
    assert networks.published(store, folk.coach, ALLIANCE, today=DAY) == ()


def test_a_scan_counts_in_one_snapshot_only(store: Store, folk: Organisation) -> None:
    """A second snapshot with one scan more would otherwise give that scan away."""
    join(store, *range(11))
    for number in range(10):
        counted(store, number, 3)
    _publish(store, folk)
    counted(store, 10, 5)
    with pytest.raises(InputError, match="niet genoeg nieuwe"):
        networks.publish(store, folk.coach, ALLIANCE, "", now=at(DAY))


@pytest.mark.parametrize("how", ["withdrawn", "expired", "moved", "erased"])
def test_what_may_not_count_any_more_does_not(store: Store, folk: Organisation, how: str) -> None:
    join(store, *range(11))
    ids = [counted(store, number, 5 if number == 0 else 3) for number in range(11)]
    day = DAY
    match how:
        case "withdrawn":
            counting.withdraw(store, iber(0), ids[0], now=at(DAY))
        case "expired":
            counting.count(store, iber(0), ids[0], DAY, now=at(DAY))
            day = DAY + timedelta(days=1)
        case "moved":
            elsewhere = "update school set alliance_id = $2 where school_id = $1"
            store.write(lambda work: work.run(elsewhere, school(0), UUID(int=55)))
        case "erased":
            erasing.erase_person(store, iber(0).person_id)
    assert set(_values(_publish(store, folk, day=day))) == {3.0}


def test_of_a_school_with_more_ibers_the_mean_counts_once(store: Store, folk: Organisation) -> None:
    """One school has 1 and 5, nine others have 3: every group of five means 3."""
    join(store, *range(10))
    for number in range(10):
        counted(store, number, 1 if number == 0 else 3)
    counted_of(store, second(store, 0), 0, 5)
    figures = _publish(store, folk)
    assert (figures.schools, figures.scans) == (10, 10)
    assert _values(figures) == [3.0, 3.0]


def test_the_change_in_the_same_schools_is_told(store: Store, folk: Organisation) -> None:
    """All of ten schools go from 3 to 4: the change is 1.

    There is no spread in it; the error is as if one school changed by a step more: 2.262 / 10.
    """
    join(store, *range(10))
    for number in range(10):
        counted(store, number, 3)
    _publish(store, folk)
    for number in range(10):
        counted(store, number, 4, NEXT_DAY)
    figures = _publish(store, folk, day=NEXT_DAY)
    (care,) = [each for each in figures.scales if each.key == CARE]
    assert care.shift
    assert (care.shift.change, care.shift.error, care.shift.schools) == (1.0, 0.3, 10)


def test_with_one_newcomer_no_change_is_told(store: Store, folk: Organisation) -> None:
    join(store, *range(11))
    for number in range(10):
        counted(store, number, 3)
    _publish(store, folk)
    for number in range(11):
        counted(store, number, 4, NEXT_DAY)
    figures = _publish(store, folk, day=NEXT_DAY)
    assert all(each.shift is None for each in figures.scales)


def test_an_older_scan_never_counts_after_a_newer_one(store: Store, folk: Organisation) -> None:
    join(store, *range(10))
    for number in range(10):
        counted(store, number, 3, NEXT_DAY)
    _publish(store, folk, day=NEXT_DAY)
    items = scans.instrument().questionnaire.items
    for number in range(10):
        older = scan(store, iber(number), school(number), {each.id: 4 for each in items}, DAY)
        counting.count(store, iber(number), older, NEXT_DAY + LAST, now=at(NEXT_DAY))
    assert not networks.is_enough(store, folk.coach, ALLIANCE, today=NEXT_DAY)


def test_parts_of_a_network_have_five_schools_each(store: Store, folk: Organisation) -> None:
    join(store, *range(14))
    for number in range(14):
        counted(store, number, 2 if number < 8 else 4, omgeving="dorp" if number < 8 else "stad")
    figures = _publish(store, folk, "omgeving")
    (care,) = [each for each in figures.scales if each.key == CARE]
    assert [(strip.bands, [dot.value for dot in strip.dots]) for strip in care.strips] == [
        (("dorp",), [2.0]),
        (("stad",), [4.0]),
    ]
    with pytest.raises(InputError, match="niet worden verdeeld"):
        networks.publish(store, folk.coach, ALLIANCE, "ervaring", now=at(DAY))


def test_many_coaches_at_once_publish_once(store: Store, folk: Organisation) -> None:
    join(store, *range(10))
    for number in range(10):
        counted(store, number, 3)

    def publish(_: int) -> None:
        with suppress(InputError):
            networks.publish(store, folk.coach, ALLIANCE, "", now=at(DAY))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(publish, range(4)))
    assert len(networks.published(store, folk.coach, ALLIANCE, today=DAY)) == 1


def test_only_a_coach_publishes_and_only_the_network_reads(
    store: Store, folk: Organisation
) -> None:
    join(store, *range(10))
    for number in range(10):
        counted(store, number, 3)
    for person in (folk.an, folk.leader, folk.board_member, folk.administrator, iber(1)):
        with pytest.raises(NotAllowedError):
            networks.publish(store, person, ALLIANCE, "", now=at(DAY))
    _publish(store, folk)
    told = set()
    for person in (folk.leader, folk.administrator):
        for alliance_id in (ALLIANCE, UUID(int=999)):
            with pytest.raises(NotAllowedError) as refused:
                networks.published(store, person, alliance_id, today=DAY)
            told.add(str(refused.value))
    assert len(told) == 1
    assert networks.published(store, iber(1), ALLIANCE, today=DAY)
    assert networks.published(store, folk.an, ALLIANCE, today=DAY)
    assert networks.published(store, folk.board_member, ALLIANCE, today=DAY)


def test_what_was_chosen_is_told_back(store: Store, folk: Organisation) -> None:
    join(store, *range(10))
    ids = [counted(store, number, 3) for number in range(10)]
    assert [each.until for each in counting.mine(store, iber(0))] == [DAY + LAST]
    _publish(store, folk)
    (mine,) = counting.mine(store, iber(0))
    assert (mine.until, mine.was_counted, mine.alliance) == (DAY + LAST, True, "PO Zuid")
    counting.withdraw(store, iber(0), ids[0], now=at(DAY))
    (mine,) = counting.mine(store, iber(0))
    assert (mine.until, mine.was_counted) == (None, True)


@pytest.mark.parametrize("days", [-1, 366])
def test_until_when_is_a_day_within_a_year(store: Store, folk: Organisation, days: int) -> None:
    join(store, 0)
    round_id = counted(store, 0, 3)
    with pytest.raises(InputError, match="hoogstens een jaar"):
        counting.count(store, iber(0), round_id, DAY + timedelta(days=days), now=at(DAY))
    with pytest.raises(NotAllowedError):
        counting.count(store, folk.an, round_id, DAY, now=at(DAY))


def test_of_who_erased_everything_only_the_school_stays(store: Store, folk: Organisation) -> None:
    join(store, *range(10))
    ids = [counted(store, number, 3) for number in range(10)]
    _publish(store, folk)
    erasing.erase_person(store, iber(0).person_id)
    rows = scans.contents(store)["network_scan"]
    (left,) = [row for row in rows if not row["added"]]
    assert left["school_id"] == school(0)
    assert (left["round_id"], left["places"]) == (None, "")
    assert not {iber(0).person_id, ids[0]} & {value for row in rows for value in row.values()}
