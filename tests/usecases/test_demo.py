"""Example data: believable, the same for the same seed, and only in an empty database."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import stdev

import numpy as np
import pytest

from ibreflect.errors import InputError
from ibreflect.measure.growth import Noise
from ibreflect.measure.scales import scale_scores, with_value
from ibreflect.model.assignment import CONTEXT_FIELDS
from ibreflect.model.questionnaire import NonAnswer
from ibreflect.questionnaires.load import Instrument, read
from ibreflect.store import people as kept_people
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.usecases import (
    fill_in,
    framing,
    people,
    rounds,
    view_growth,
    view_picture,
)
from ibreflect.usecases.demo import people as community
from ibreflect.usecases.demo.build import Summary, build
from tests.usecases.demo_reading import (
    SHIPPED,
    TODAY,
    answers_of,
    cards_of,
    column,
    content,
    everybody,
    offered,
    rows_of,
    viewpoint_people,
)


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return read(SHIPPED)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(tmp_path_factory.mktemp("demo") / "one.duckdb")
    build(store, offered(), scale=1, seed=7, today=TODAY)
    yield store
    close_stores()


@pytest.fixture
def fresh(tmp_path: Path, filled: Store) -> Store:
    """An empty database; `filled` closes it with the others."""
    return open_store(tmp_path / "fresh.duckdb")


def test_one_samenwerkingsverband_is_of_the_real_size(filled: Store) -> None:
    assert column(filled, "select count(*) from alliance") == [1]
    assert column(filled, "select count(*) from school") == [84]
    (ibers,) = column(filled, "select count(*) from person")
    assert 110 <= ibers <= 145


def test_the_summary_counts_what_is_there(fresh: Store) -> None:
    summary = build(fresh, offered(), scale=2.4, seed=3, today=TODAY)
    counted = [
        column(fresh, "select count(*) from alliance"),
        column(fresh, "select count(*) from school"),
        column(fresh, "select count(*) from person"),
        column(fresh, "select count(*) from round"),
        column(fresh, "select count(*) from answer"),
    ]
    assert summary == Summary(*(count for (count,) in counted))
    assert summary[:2] == (2, 203)


def test_the_smallest_has_three_schools(fresh: Store, instrument: Instrument) -> None:
    assert build(fresh, (instrument,), scale=0.001, seed=1, today=TODAY).schools == 3
    assert len(people.viewpoints(fresh)) == 7


def test_the_same_seed_in_the_same_term_gives_the_same(tmp_path: Path, filled: Store) -> None:
    made = {
        name: content(open_store(tmp_path / f"{name}.duckdb"), offered(), seed=seed, today=day)
        for name, seed, day in (
            ("one", 5, TODAY),
            ("later_this_term", 5, date(2027, 1, 31)),
            ("other_seed", 6, TODAY),
        )
    }
    assert made["one"] == made["later_this_term"]
    assert made["one"] != made["other_seed"]


def test_names_are_unique(filled: Store) -> None:
    for names in ("select name from school", "select name from person"):
        found = column(filled, names)
        assert len(set(found)) == len(found)


def test_schools_are_of_dutch_sizes() -> None:
    schools = community.draw_community(np.random.default_rng(1), 800, ()).schools
    sizes = Counter(schools["leerlingen"])
    # CBS 2022/'23: 18 % up to 100 pupils, 33 % to 200, 45 % to 500 and 4 % more, of 800 schools.
    expected = {"tot100": 144, "101_200": 264, "201_500": 360, "boven500": 32}
    for size, count in expected.items():
        # Whole numbers of pupils move about three schools from one class to the other.
        assert abs(sizes[size] - count) <= 5
    assert schools["pupils"].between(30, 900).all()


def test_people_differ_as_much_as_the_growth_page_assumes(
    filled: Store, instrument: Instrument
) -> None:
    latest = {person: given for (person, _), given in answers_of(filled).items()}
    scores = [with_value(scale_scores(instrument.questionnaire, each)) for each in latest.values()]
    means = {}
    for scale in instrument.questionnaire.scales:
        values = [each[scale.id] for each in scores if scale.id in each]
        assert 0.4 < stdev(values) < 0.8
        means[scale.id] = sum(values) / len(values)
    assert means["trend_analyst"] < means["learning_coordinator"] < means["care_director"]


def test_answers_are_possible_and_some_are_non_answers(filled: Store) -> None:
    asked = [each.questionnaire for each in offered()]
    all_given = [pair for given in answers_of(filled).values() for pair in given.items()]
    assert all(any(each.accepts(*pair) for each in asked) for pair in all_given)
    non_answers = Counter(given for _, given in all_given if isinstance(given, NonAnswer))
    assert set(non_answers) == set(NonAnswer)
    assert 0.01 < non_answers.total() / len(all_given) < 0.15


def test_older_rounds_are_handed_in_and_closed(filled: Store) -> None:
    states = Counter(
        (each.term.label == "najaar 2026", each.is_open, each.handed_in)
        for person in everybody(filled)
        for each in rounds.mine(filled, person)
    )
    now = {state[1:]: count for state, count in states.items() if state[0]}
    assert [state for state in states if not state[0]] == [(False, False, True)]
    assert set(now) == {(True, True), (True, False), (False, True)}
    assert max(now, key=lambda state: now[state]) == (True, True)


def test_a_school_stays_the_same_over_the_years(filled: Store) -> None:
    cards = cards_of(filled)
    for person in everybody(filled):
        for before, after in pairwise(rounds.mine(filled, person)):
            if before.school_name != after.school_name:
                continue
            for field in ("leerlingen", "schoolweging", "omgeving"):
                both = {cards[each.round_id].get(field) for each in (before, after)} - {None}
                assert len(both) <= 1


def test_cards_and_texts_are_what_the_pages_ask_for(filled: Store, instrument: Instrument) -> None:
    options = {each.field: set(each.options) for each in CONTEXT_FIELDS}
    seen: dict[str, set[str]] = {}
    for card in cards_of(filled).values():
        for field, choice in card.items():
            seen.setdefault(field, set()).add(choice)
    assert seen == options
    topics = column(filled, "select distinct topic from round_text")
    assert len(topics) == 7 + len(instrument.questionnaire.scales)
    assert {topic.split(":")[0] for topic in topics} == {"opdracht", "context", "notitie"}


def test_everything_can_be_looked_at(filled: Store, instrument: Instrument) -> None:
    for person in everybody(filled)[::25] + viewpoint_people(filled):
        for each in rounds.mine(filled, person):
            assert fill_in.scan(filled, person, each.round_id).kept
            assert framing.of_round(filled, person, each.round_id).round == each
        for each in view_picture.handed_in(filled, person):
            assert view_picture.my_picture(filled, person, each.round_id, Noise()).parts[0].roles
        for questionnaire_id in view_growth.questionnaires(
            filled, view_picture.handed_in(filled, person)
        ):
            assert view_growth.my_growth(filled, person, questionnaire_id, Noise()).lines


def test_it_says_that_it_is_an_example_without_an_owner(filled: Store) -> None:
    assert people.is_example(filled)
    assert kept_people.setting(filled, kept_people.DEMO) == "7"
    assert people.owner(filled) is None


def test_a_database_with_people_is_left_alone(fresh: Store, instrument: Instrument) -> None:
    people.introduce(fresh, name="Noor", school="De Proef", today=TODAY)
    before = rows_of(fresh)
    with pytest.raises(InputError, match="al in gebruik"):
        build(fresh, (instrument,), scale=0.1, seed=1, today=TODAY)
    assert rows_of(fresh) == before
    assert not people.is_example(fresh)


@pytest.mark.parametrize("scale", [0, -1, 78, float("nan")])
def test_an_impossible_scale_is_refused(fresh: Store, instrument: Instrument, scale: float) -> None:
    with pytest.raises(InputError, match="schaal"):
        build(fresh, (instrument,), scale=scale, seed=1, today=TODAY)
