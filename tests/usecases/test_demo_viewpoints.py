"""The people whose eyes one looks through in example data: what is said of them is true."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ibreflect.measure.dutch import number_word
from ibreflect.measure.growth import Noise, Verdict, change
from ibreflect.measure.scales import scale_scores, with_value
from ibreflect.questionnaires.load import Instrument, read
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.usecases import fill_in, people, rounds, view_growth
from ibreflect.usecases.demo.build import build
from ibreflect.usecases.demo.viewpoints import CAST
from tests.usecases.demo_reading import (
    SHIPPED,
    TODAY,
    answers_of,
    offered,
    progress_of,
    viewpoint_people,
)


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return read(SHIPPED)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(tmp_path_factory.mktemp("demo") / "one.duckdb")
    build(store, offered(), scale=0.1, seed=7, today=TODAY)
    yield store
    close_stores()


@pytest.fixture
def fresh(tmp_path: Path, filled: Store) -> Store:
    """An empty database; `filled` closes it with the others."""
    return open_store(tmp_path / "fresh.duckdb")


def test_labels_are_true(filled: Store) -> None:
    for viewpoint in people.viewpoints(filled)[: len(CAST)]:
        person = people.invented(filled, viewpoint.person_id)
        assert person
        mine = rounds.mine(filled, person)
        counts = {0: "nog geen meetronde", 1: "(1 meetronde"}
        assert viewpoint.label.split(",")[0] == person.name.split()[0]
        assert counts.get(len(mine), f"({len(mine)} meetrondes") in viewpoint.label
        schools = len({each.school_id for each in mine})
        assert ("scholen" in viewpoint.label) == (schools > 1)
        assert schools < 2 or f"{number_word(schools)} scholen" in viewpoint.label
        progress = re.search(r"(\d+) van de (\d+)", viewpoint.label)
        assert progress_of(filled, person, mine) == (
            progress and tuple(map(int, progress.groups()))
        )


def test_viewpoints_show_every_stage(filled: Store) -> None:
    mine = [rounds.mine(filled, person) for person in viewpoint_people(filled)]
    sanne, beginner, ten_years, halfway, newcomer = mine
    assert 4 <= len(sanne) <= 6
    assert all(each.handed_in for each in sanne)
    assert sanne[-1].is_open
    assert [each.handed_in for each in beginner] == [True]
    assert len(ten_years) == 20
    assert len({each.school_id for each in ten_years}) == 2
    assert [each.handed_in for each in halfway[-2:]] == [True, False]
    assert newcomer == ()


def test_ten_years_hold_another_school_and_new_schoolleiders(
    filled: Store, instrument: Instrument
) -> None:
    ten_years = viewpoint_people(filled)[2]
    growth = view_growth.my_growth(filled, ten_years, instrument.questionnaire.id, Noise())
    assert list(growth.markers["text"]) == [
        "nieuwe schoolleider",
        "andere school",
        "nieuwe schoolleider",
    ]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_sanne_grows_as_leercoordinator_and_does_a_little_less_as_zorgregisseur(
    fresh: Store, instrument: Instrument, seed: int
) -> None:
    build(fresh, (instrument,), scale=0.1, seed=seed, today=TODAY)
    sanne = str(people.viewpoints(fresh)[0].person_id)
    given = [each for (person, _), each in answers_of(fresh).items() if person == sanne]
    first, last = (
        with_value(scale_scores(instrument.questionnaire, each)) for each in (given[0], given[-1])
    )
    grown, less = (
        change(first[scale], last[scale], Noise())
        for scale in ("learning_coordinator", "care_director")
    )
    assert grown.verdict is Verdict.MORE
    assert less.verdict is Verdict.WITHIN_ERROR
    assert less.change < 0


def test_somebody_can_go_on_where_the_example_stopped(fresh: Store, instrument: Instrument) -> None:
    build(fresh, (instrument,), scale=0.1, seed=1, today=TODAY)
    halfway = viewpoint_people(fresh)[3]
    current = rounds.current(fresh, halfway)
    assert current
    scan = fill_in.scan(fresh, halfway, current.round_id)
    item_id, before = next(iter(scan.kept.items()))
    other = 1 if before.given == 5 else 5
    fill_in.save(fresh, halfway, current.round_id, item_id=item_id, given=other)
    assert fill_in.scan(fresh, halfway, current.round_id).kept[item_id].given == other
