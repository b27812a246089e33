"""What the cast of the example data show besides the core scan, through the use cases of pages."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.measure.growth import Noise
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Kind
from ibreflect.model.time import LINE, WORK
from ibreflect.model.voice import Mark
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.usecases import (
    asking,
    fill_in,
    mandate,
    mandate_rounds,
    rounds,
    time,
    view_growth,
    view_picture,
    view_plane,
    view_time,
    view_together,
)
from ibreflect.usecases.demo.build import build
from ibreflect.usecases.mandate import MandateMap
from ibreflect.usecases.view_together import Part
from tests.usecases.demo_reading import TODAY, column, offered, viewpoint_people

SANNE, BILAL, MARLEEN, JORIS, AYLIN = range(5)
PLANE = "critical-friend-sturend"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(tmp_path_factory.mktemp("demo") / "one.duckdb")
    build(store, offered(), scale=0.05, seed=7, today=TODAY)
    yield store
    close_stores()


def who(store: Store, place: int) -> Person:
    return viewpoint_people(store)[place]


def map_of(store: Store, person: Person) -> MandateMap:
    (chosen,) = mandate_rounds.asked_in(store, person)
    return mandate.mandate_map(store, person, chosen.round_id)


def together_of(store: Store, person: Person) -> tuple[Part, ...]:
    (chosen,) = view_together.with_others(store, person)
    return view_together.parts(store, person, chosen.round_id)


def asked_the_plane(store: Store, person: Person) -> list[UUID]:
    return [
        each.round_id
        for each in rounds.mine(store, person)
        if PLANE in {asked.questionnaire_id for asked in each.asked}
    ]


def test_on_sannes_map_the_schoolleider_gives_more_room_than_she_thinks(filled: Store) -> None:
    seen = map_of(filled, who(filled, SANNE))
    method = seen.holders[0].topics[0]
    assert method.text == "Een methode kiezen"
    assert (method.levels["ib'er"], method.levels["schoolleider"]) == (3, 5)
    assert [voice.people for voice in seen.voices] == ["1", "1", "minstens 3"]
    assert all(holder.figure for holder in seen.holders)
    assert seen.shared


def test_the_roles_are_less_clear_to_sannes_team_than_to_the_two(filled: Store) -> None:
    clarity = map_of(filled, who(filled, SANNE)).clarity
    assert clarity
    drawn = clarity.figures[0].drawn
    means = drawn.groupby("voice")["value"].mean()
    assert means["leraren"] < means["collegas"] < means["iber"] < means["schoolleider"]


def test_sanne_agreed_twice_and_need_not_look_at_it_yet(filled: Store) -> None:
    seen = map_of(filled, who(filled, SANNE))
    newest, first = seen.versions
    assert (newest.number, first.number) == (2, 1)
    assert first.terms.agreed_on < newest.terms.agreed_on < TODAY < newest.terms.review_on
    assert len(newest.terms.agreed) > len(first.terms.agreed)
    assert seen.agreed == newest.terms.agreed
    assert not newest.reminder(TODAY)


def test_four_voices_stand_beside_each_other_about_the_place_sanne_gets(filled: Store) -> None:
    positioning, clarity = together_of(filled, who(filled, SANNE))
    assert clarity.questionnaire.id == "rolhelderheid"
    assert positioning.questionnaire.id == "positionering"
    for part in (clarity, positioning):
        assert all(voice.heard and not voice.reason for voice in part.voices)
    learning, _leading, development = positioning.scales
    assert {"iber", "schoolleider", "leraren", "collegas"} == set(learning.figure.drawn["voice"])
    seen = development.figure.drawn.dropna(subset="value")["voice"]
    assert set(seen) == {"iber", "schoolleider"}


def test_joris_map_is_blind_while_he_has_not_handed_in(filled: Store) -> None:
    joris = who(filled, JORIS)
    seen = map_of(filled, joris)
    assert asking.of_round(filled, joris, seen.round.round_id, today=TODAY).leader_handed_in
    assert not seen.can_compare
    assert not any(voice.heard for voice in seen.voices)
    assert "allebei" in next(v.reason for v in seen.voices if v.mark is Mark.SCHOOL_LEADER)
    kept = fill_in.scan(filled, joris, seen.round.round_id).kept
    assert not {item.id for item in seen.questionnaire.items} & set(kept)


def test_marleen_asks_more_and_steers_less_than_before(filled: Store) -> None:
    marleen = who(filled, MARLEEN)
    before, now = asked_the_plane(filled, marleen)
    plane = view_plane.of_round(filled, marleen, now, PLANE, Noise())
    assert plane
    assert plane.has_place
    assert len(plane.figure.drawn) == len([before, now])
    (asks, steers), (asks_now, steers_now) = plane.figure.drawn[["x", "y"]].to_numpy().tolist()
    assert asks_now > asks
    assert steers_now < steers
    steps = dict(zip(plane.arrows["axis"], plane.arrows["step"], strict=True))
    assert steps["y"] <= 0 <= steps["x"]


def test_the_direction_of_marleens_school_moved_towards_the_team_year_by_year(
    filled: Store,
) -> None:
    marleen = who(filled, MARLEEN)
    now = asked_the_plane(filled, marleen)[-1]
    plane = view_plane.of_round(filled, marleen, now, PLANE, Noise())
    assert plane
    assert [each.position for each in plane.directions] == [2, 3, 4]
    days = [each.recorded_on for each in plane.directions]
    assert all(300 < (later - earlier).days < 430 for later, earlier in pairwise(days))
    assert plane.direction_says


def test_marleens_week_shifts_slowly_to_preventing_and_is_not_where_she_wants(
    filled: Store,
) -> None:
    marleen = who(filled, MARLEEN)
    week = time.over_rounds(filled, marleen)[WORK.split_id]
    preventing = [each.now["preventief"] for each in week]
    curing = [each.now["curatief"] for each in week]
    assert len(week) == 6
    assert preventing == sorted(preventing)
    assert curing == sorted(curing, reverse=True)
    assert all(later - earlier <= 5 for earlier, later in pairwise(preventing))
    wished = week[-1].wished
    assert wished
    assert curing[-1] > wished["curatief"]
    picture = view_time.picture(filled, marleen, week[-1].round.round_id, Noise())
    assert [each.split for each in picture.lines] == [WORK, LINE]
    assert picture.care_magnet.asks


def test_marleen_can_see_growth_in_every_module_she_did_more_than_once(filled: Store) -> None:
    marleen = who(filled, MARLEEN)
    modules = {
        each.questionnaire.id for each in offered() if each.questionnaire.kind is Kind.MODULE
    }
    answered = (
        set(view_growth.questionnaires(filled, view_picture.handed_in(filled, marleen))) & modules
    )
    assert answered == {PLANE, "kernactiviteiten-2017", "preventief-curatief"}
    for each in answered:
        growth = view_growth.my_growth(filled, marleen, each, Noise())
        assert len(growth.labels) > 1
        assert growth.lines


def test_only_the_rounds_that_are_worked_on_now_stay_open(filled: Store) -> None:
    states = [
        [(each.is_open, each.handed_in) for each in rounds.mine(filled, person)]
        for person in viewpoint_people(filled)
    ]
    assert [each[-1] for each in states if each] == [
        (True, True),
        (False, True),
        (True, True),
        (True, False),
    ]
    assert all(state == (False, True) for each in states for state in each[:-1])


def test_a_changed_folder_leaves_out_what_it_no_longer_has(tmp_path: Path, filled: Store) -> None:
    core, *modules = offered()
    fewer = [each for each in modules if each.questionnaire.id == "preventief-curatief"]
    store = open_store(tmp_path / "fewer.duckdb")
    build(store, (core, *fewer), scale=0.05, seed=7, today=date(2026, 8, 1))
    assert not mandate_rounds.asked_in(store, who(store, SANNE))
    assert time.over_rounds(store, who(store, MARLEEN))[WORK.split_id]
    answered = view_growth.questionnaires(store, view_picture.handed_in(store, who(store, MARLEEN)))
    assert "preventief-curatief" in answered
    assert PLANE not in answered


def test_nobody_recorded_or_agreed_anything_after_today(tmp_path: Path, filled: Store) -> None:
    first_day_of_a_term = date(2026, 8, 1)
    store = open_store(tmp_path / "early.duckdb")
    build(store, offered(), scale=0.05, seed=7, today=first_day_of_a_term)
    marleen = who(store, MARLEEN)
    plane = view_plane.of_round(store, marleen, asked_the_plane(store, marleen)[-1], PLANE, Noise())
    assert plane
    days = [each.recorded_on for each in plane.directions]
    days += [each.terms.agreed_on for each in map_of(store, who(store, SANNE)).versions]
    days += column(store, "select closes_on from asking join snapshot using (round_id)")
    assert max(days) < first_day_of_a_term
    under_way = "select a.opens_on, a.closes_on from asking a anti join snapshot using (round_id)"
    ((opens_on, closes_on),) = store.read(under_way)
    assert opens_on < first_day_of_a_term < closes_on
