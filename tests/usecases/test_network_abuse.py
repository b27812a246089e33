"""Readers of a network who subtract, wait, look into what is drawn, or come from elsewhere."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest

from ibreflect.charts.network_dots import network_dots
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.measure.network import FLOOR
from ibreflect.model.membership import Membership, Position
from ibreflect.model.network import Figures, key_of
from ibreflect.model.person import Person
from ibreflect.store import erasing, memberships, network, people
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import counting, networks, view_network
from tests.store import scans
from tests.usecases import networked
from tests.usecases.networked import DAY, NEXT_DAY, at, counted, iber, join, scan, school
from tests.usecases.organisation import ALLIANCE, LONG_AGO, Organisation, organisation

QUESTIONNAIRE = scans.instrument().questionnaire
CARE = key_of(QUESTIONNAIRE.id, "care_director")
OTHER = UUID(int=500)
SCHOOLS = 13
UNEVEN = {0: 1, 1: 2, 2: 2, 3: 3, 4: 5, 5: 4, 6: 4, 7: 3, 8: 5, 9: 1, 10: 2, 11: 4, 12: 3}


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation(store)


def _publish(store: Store, folk: Organisation, subgroup: str = "", day: date = DAY) -> None:
    networks.publish(store, folk.coach, ALLIANCE, subgroup, now=at(day))


def _frozen(store: Store) -> list[str]:
    return [each.figures for each in network.snapshots(store, ALLIANCE)]


def _newest(store: Store, folk: Organisation) -> Figures:
    return networks.published(store, folk.coach, ALLIANCE, today=NEXT_DAY)[0].figures


def _uneven(store: Store, number: int, day: date = DAY, **choices: str) -> None:
    """A scan that counts, with answers of which no mean is a round number."""
    items = QUESTIONNAIRE.items
    given = {item.id: 1 + (UNEVEN[number] + place % 3) % 5 for place, item in enumerate(items)}
    round_id = scan(store, iber(number), school(number), given, day, **choices)
    counting.count(store, iber(number), round_id, day + timedelta(days=300), now=at(day))


@pytest.fixture
def uneven(store: Store, folk: Organisation) -> Organisation:
    """Thirteen schools that were in two snapshots, with answers all over the scale."""
    join(store, *range(SCHOOLS))
    for day in (DAY, NEXT_DAY):
        for number in range(SCHOOLS):
            _uneven(store, number if day == DAY else (number * 5 + 2) % SCHOOLS, day)
        _publish(store, folk, day=day)
    return folk


def _numbers(tree: object) -> Iterator[float]:
    if isinstance(tree, dict):
        for each in tree.values():
            yield from _numbers(each)
    elif isinstance(tree, list):
        for each in tree:
            yield from _numbers(each)
    elif isinstance(tree, float):
        yield tree


def _drawn(store: Store, folk: Organisation) -> list[dict[str, object]]:
    """Everything that goes to the charts of the newest snapshot, as the browser gets it."""
    snapshots = networks.published(store, folk.coach, ALLIANCE, today=NEXT_DAY)
    shown = view_network.view(snapshots[0].figures, [QUESTIONNAIRE]).chapters
    years = view_network.over_the_years(snapshots, [QUESTIONNAIRE])
    parts = [part for chapter in (*shown, *years) for part in chapter.parts]
    assert parts
    return [network_dots(part.figure.drawn, words=part.words).to_dict() for part in parts]


def test_figures_stay_the_same_whatever_comes_and_goes(store: Store, folk: Organisation) -> None:
    """After every arrival, withdrawal and erasure the frozen text is the same, to the letter."""
    join(store, *range(SCHOOLS))
    ids = [counted(store, number, UNEVEN[number]) for number in range(10)]
    _publish(store, folk)
    frozen = _frozen(store)
    for number in range(10, SCHOOLS):
        counted(store, number, UNEVEN[number])
        assert _frozen(store) == frozen
        with pytest.raises(InputError, match="niet genoeg nieuwe"):
            _publish(store, folk)
    counting.withdraw(store, iber(0), ids[0], now=at(DAY))
    assert _frozen(store) == frozen
    erasing.erase_person(store, iber(1).person_id)
    assert _frozen(store) == frozen


def test_consecutive_snapshots_differ_by_nobody_or_by_five_schools(
    store: Store, folk: Organisation
) -> None:
    """A coach who tries at every arrival gets a snapshot of ten new scans, and no sooner."""
    join(store, *range(25))
    made = []
    for number in range(25):
        counted(store, number, 1 + number % 5)
        before = len(_frozen(store))
        try:
            _publish(store, folk)
        except InputError:
            assert len(_frozen(store)) == before
        else:
            made.append(number + 1)
    assert made == [10, 20]


@pytest.mark.parametrize("how", ["withdrawn", "erased"])
def test_a_change_never_gives_away_who_stopped(store: Store, folk: Organisation, how: str) -> None:
    """The newest minus its change is the one before of the ten who stayed; minus it, who left."""
    join(store, *range(11))
    ids = [counted(store, number, 5 if number == 0 else 3) for number in range(11)]
    _publish(store, folk)
    if how == "withdrawn":
        counting.withdraw(store, iber(0), ids[0], now=at(DAY))
    else:
        erasing.erase_person(store, iber(0).person_id)
    for number in range(1, 11):
        counted(store, number, 2 + number % 3, NEXT_DAY)
    _publish(store, folk, day=NEXT_DAY)
    assert [each.key for each in _newest(store, folk).scales if each.shift] == []


def test_a_change_never_gives_away_one_of_two_who_stopped(store: Store, folk: Organisation) -> None:
    """Of a school with two ib'ers one stops: what the other adds is not what counted before."""
    join(store, *range(10))
    for number in range(10):
        counted(store, number, 3)
    other = networked.second(store, 0)
    round_id = networked.counted_of(store, other, 0, 5)
    _publish(store, folk)
    counting.withdraw(store, other, round_id, now=at(DAY))
    for number in range(10):
        counted(store, number, 2 + number % 3, NEXT_DAY)
    _publish(store, folk, day=NEXT_DAY)
    assert [each.key for each in _newest(store, folk).scales if each.shift] == []


def test_nothing_is_finer_than_a_decimal(store: Store, uneven: Organisation) -> None:
    """Neither in what is frozen, nor in what goes to a chart, below a tooltip."""
    frozen = [json.loads(text) for text in _frozen(store)]
    for tree in (frozen, [chart["datasets"] for chart in _drawn(store, uneven)]):
        found = list(_numbers(tree))
        assert len({each % 1 for each in found}) > 3
        assert [each for each in found if each != round(each, 1)] == []


def test_nobody_and_no_school_is_in_what_is_published(store: Store, uneven: Organisation) -> None:
    """Neither ids nor names, in any way they can be written."""
    texts = [*_frozen(store), json.dumps(_drawn(store, uneven), ensure_ascii=False)]
    kept = scans.contents(store)["network_scan"]
    ids = [value for row in kept for value in row.values() if isinstance(value, UUID)]
    ids += [each(number) for number in range(SCHOOLS) for each in (school, lambda n: UUID(int=n))]
    names = [f"School {number}" for number in range(SCHOOLS)]
    names += [iber(number).name for number in range(SCHOOLS)]
    forms = [form for each in ids if each != ALLIANCE for form in (str(each), each.hex)]
    assert len(kept) == 2 * SCHOOLS
    for text in texts:
        assert [each for each in (*forms, *names) if each in text] == []


def test_frozen_counts_are_in_fives_and_dots_have_no_size(
    store: Store, uneven: Organisation
) -> None:
    """Thirteen schools are ten at least; how many are behind a dot, and which, is nowhere."""
    for text in _frozen(store):
        schools, scans_in_it, _, scales, *_ = json.loads(text)
        assert (schools, scans_in_it) == (10, 10)
        dots = [dot for _, strips, *_ in scales for _, of_strip in strips for dot in of_strip]
        assert dots
        assert {(len(each), type(each[0]), type(each[1])) for each in dots} == {(2, float, str)}


@pytest.mark.parametrize(
    ("villages", "cities", "lines"),
    [(9, 4, [()]), (8, 5, [("dorp",), ("stad",)]), (5, 8, [("dorp",), ("stad",)]), (12, 1, [()])],
)
def test_a_part_below_five_schools_is_not_there(
    store: Store, folk: Organisation, villages: int, cities: int, lines: list[tuple[str, ...]]
) -> None:
    join(store, *range(SCHOOLS))
    for number in range(villages + cities):
        place = "dorp" if number < villages else "stad"
        counted(store, number, UNEVEN[number], omgeving=place)
    _publish(store, folk, "omgeving")
    (text,) = _frozen(store)
    (care,) = [each for each in _newest(store, folk).scales if each.key == CARE]
    assert [strip.bands for strip in care.strips] == lines
    assert ("stad" in text) is (cities >= FLOOR)


def test_a_small_part_hides_the_next_smallest_too(store: Store, folk: Organisation) -> None:
    """Six, five and two: the two go together with the five, or the whole minus both is the two."""
    join(store, *range(SCHOOLS))
    for number in range(SCHOOLS):
        place = "dorp" if number < 6 else "stad" if number < 11 else "grote_stad"
        counted(store, number, UNEVEN[number], omgeving=place)
    _publish(store, folk, "omgeving")
    (care,) = [each for each in _newest(store, folk).scales if each.key == CARE]
    assert sorted(len(strip.bands) for strip in care.strips) == [1, 2]


def test_a_coach_of_elsewhere_is_told_what_is_told_of_nothing(
    store: Store, uneven: Organisation
) -> None:
    """For all that a coach can do, the network of another is as one that is not there."""
    coach = Person(UUID(int=501), "Ode")

    def work(transaction: Transaction) -> None:
        transaction.run("insert into alliance (alliance_id, name) values ($1, 'PO Oost')", OTHER)
        people.add(transaction, coach.person_id, coach.name)
        held = Membership(coach.person_id, Position.COACH, OTHER, LONG_AGO, None)
        memberships.add(transaction, held)

    store.write(work)
    assert networks.published(store, coach, OTHER, today=DAY) == ()
    for refused in (
        lambda place: networks.published(store, coach, place, today=NEXT_DAY),
        lambda place: networks.is_enough(store, coach, place, today=NEXT_DAY),
        lambda place: networks.publish(store, coach, place, "", now=at(NEXT_DAY)),
        lambda place: networks.publish(store, coach, place, "naam", now=at(NEXT_DAY)),
    ):
        told = []
        for alliance_id in (ALLIANCE, UUID(int=999)):
            with pytest.raises(NotAllowedError) as error:
                refused(alliance_id)
            told.append((type(error.value), error.value.args))
        assert told[0] == told[1]
