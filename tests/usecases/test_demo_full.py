"""Example data in full: everybody in every term with nine others, the same for the same seed."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from uuid import UUID

import pytest
from click.testing import CliRunner

from benchmarks.__main__ import main
from ibreflect.errors import InputError
from ibreflect.measure.growth import Noise
from ibreflect.model.person import Person
from ibreflect.model.voice import Mark
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.usecases import (
    ending,
    networks,
    people,
    rounds,
    view_growth,
    view_mirror,
    view_network,
    view_picture,
)
from ibreflect.usecases.demo.build import Summary
from ibreflect.usecases.demo.full import build_full
from tests.usecases.demo_reading import (
    CONTENT,
    TODAY,
    answers_of,
    column,
    offered,
    others_gave,
)

SCALE = 0.2


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(tmp_path_factory.mktemp("full") / "one.duckdb")
    build_full(store, offered(), scale=SCALE, seed=7, today=TODAY)
    yield store
    close_stores()


@pytest.fixture
def fresh(tmp_path: Path, filled: Store) -> Store:
    """An empty database; `filled` closes it with the others."""
    return open_store(tmp_path / "fresh.duckdb")


def _ibers(store: Store) -> list[Person]:
    sql = (
        "select person_id, name from person where person_id in (select person_id from round) "
        "order by person_id"
    )
    return [Person(*row) for row in store.read(sql)]


def _coaches(store: Store) -> list[tuple[Person, UUID]]:
    sql = "select person_id, place_id from membership where role = 'coach' order by place_id"
    return [(Person(person_id, "Coach"), place_id) for person_id, place_id in store.read(sql)]


def _rows(store: Store) -> dict[str, list[str]]:
    """Everything that is not sealed; numbers of answers follow the order in which they came."""
    return {table: sorted(map(repr, store.read(sql))) for table, sql in CONTENT.items()}


def test_everybody_did_every_term_with_nine_others(filled: Store) -> None:
    for person in _ibers(filled):
        terms = [each.term for each in rounds.mine(filled, person)]
        assert len(set(terms)) == 20
        assert all(each.handed_in for each in rounds.mine(filled, person))
    per_round = column(filled, "select count(*) from response group by round_id")
    assert set(per_round) == {10}


def test_every_answer_is_one_that_the_questionnaire_takes(filled: Store) -> None:
    asked = {each.questionnaire.id: each.questionnaire for each in offered()}
    of_round = [asked["kwaliteitscoordinator-2022"], asked["mandaatkaart"]]
    for given in answers_of(filled).values():
        assert len(given) == sum(len(each.items) for each in of_round)
        assert all(any(each.accepts(*pair) for each in of_round) for pair in given.items())
    seen = {
        group: {item_id for each in of_round for item_id in ending.asked_of(each, (group,))}
        for group, _ in others_gave(filled)
    }
    for group, given in others_gave(filled):
        assert set(given) == seen[group]


def test_every_picture_can_be_looked_at(filled: Store) -> None:
    for person in _ibers(filled):
        done = view_picture.handed_in(filled, person)
        assert view_picture.my_picture(filled, person, done[0].round_id, Noise()).parts[0].roles
        for questionnaire_id in view_growth.questionnaires(
            filled, view_picture.handed_in(filled, person)
        ):
            assert view_growth.my_growth(filled, person, questionnaire_id, Noise()).lines


def test_of_the_last_two_terms_others_are_heard(filled: Store) -> None:
    for person in _ibers(filled):
        offered_rounds = view_mirror.asked_in(filled, person)
        assert {each.term for each in offered_rounds} == {
            each.term for each in view_picture.handed_in(filled, person)[: len(offered_rounds)]
        }
        newest = offered_rounds[0].round_id
        about = view_mirror.of_round(filled, person, newest, today=TODAY).questionnaires[0]
        part = view_mirror.part(filled, person, newest, about, Noise())
        counts = {each.mark: each.n for each in part.voices}
        assert counts == {
            Mark.SELF: 1,
            Mark.SCHOOL_LEADER: 1,
            Mark.TEACHERS: 5,
            Mark.COLLEAGUES: 3,
        }


def test_a_coach_can_publish_the_network(filled: Store) -> None:
    ((coach, alliance_id),) = _coaches(filled)
    now = datetime.combine(TODAY, time(9))
    networks.publish(filled, coach, alliance_id, "", now=now)
    (snapshot,) = networks.published(filled, coach, alliance_id, today=TODAY)
    questionnaires = [each.questionnaire for each in offered()]
    assert view_network.view(snapshot.figures, questionnaires).chapters


def test_the_same_seed_in_the_same_term_gives_the_same(tmp_path: Path, filled: Store) -> None:
    made = {}
    for name, seed, day in (
        ("one", 5, TODAY),
        ("later_this_term", 5, date(2027, 1, 31)),
        ("other_seed", 6, TODAY),
    ):
        store = open_store(tmp_path / f"{name}.duckdb")
        build_full(store, offered(), scale=0.05, seed=seed, today=day)
        made[name] = _rows(store)
    assert made["one"] == made["later_this_term"]
    assert made["one"]["answer"] != made["other_seed"]["answer"]


def test_the_summary_counts_what_is_there(fresh: Store) -> None:
    summary = build_full(fresh, offered(), scale=0.05, seed=3, today=TODAY)
    counted = [
        column(fresh, "select count(*) from alliance"),
        column(fresh, "select count(*) from school"),
        column(fresh, "select count(*) from person"),
        column(fresh, "select count(*) from round"),
        column(fresh, "select count(*) from answer"),
    ]
    assert summary == Summary(*(count for (count,) in counted))


def test_a_database_with_people_is_left_alone(fresh: Store) -> None:
    people.introduce(fresh, name="Noor", school="De Proef", today=TODAY)
    with pytest.raises(InputError, match="al in gebruik"):
        build_full(fresh, offered(), scale=0.05, seed=1, today=TODAY)
    assert column(fresh, "select count(*) from round") == [0]


def test_the_benchmark_of_the_country_runs(tmp_path: Path, filled: Store) -> None:
    again = []
    for _ in range(2):  # the second time with the databases of the first
        run = CliRunner().invoke(
            main, ["country", str(tmp_path), "--scale", "0.25", "--people", "2", "--markdown"]
        )
        assert run.exit_code == 0, run.output
        again.append(run.output)
    assert "| Mijn beeld |" in again[0]
    assert "Beeld van een netwerk maken" in again[0]
    assert "Beeld van een netwerk maken" not in again[1]
