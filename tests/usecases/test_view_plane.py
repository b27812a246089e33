"""Two scales as a plane: where a scan is, what is wished, and what the school chose."""

import math
from collections.abc import Mapping
from datetime import date
from uuid import UUID, uuid4

import pytest

from ibreflect.errors import NotAllowedError
from ibreflect.measure.growth import Noise
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given
from ibreflect.model.round import term_of
from ibreflect.questionnaires.load import Instrument, read
from ibreflect.settings import PROJECT
from ibreflect.store.connection import Store
from ibreflect.usecases import direction, fill_in, rounds, view_plane
from tests.store import scans

MODULE = read(PROJECT / "questionnaires" / "critical-friend-sturend.yaml")
ASKED = MODULE.questionnaire
FRIEND, STEERING = ([item.id for item in scale.items] for scale in ASKED.scales)
# 1.96 * 0.60 * sqrt(2) * sqrt(0.20) = 0.7438, and half of that.
HALF = 0.3719

MORE_FRIEND: dict[str, Given] = {f"{item}.wens": 3 for item in FRIEND}
KEEP_STEERING: dict[str, Given] = {f"{item}.wens": 2 for item in STEERING}


def everywhere(friend: int, steering: int) -> dict[str, Given]:
    return {**dict.fromkeys(FRIEND, friend), **dict.fromkeys(STEERING, steering)}


def scan(
    store: Store,
    actor: Person,
    given: Mapping[str, Given],
    *,
    day: date = scans.AUTUMN,
    module: Instrument = MODULE,
) -> UUID:
    """A handed-in round with these answers."""
    wish = rounds.Wish(scans.SCHOOL, term_of(day), scans.instrument(), (module,))
    round_id = rounds.start(store, actor, wish, today=day)
    for item_id, each in {"LC1": 3, **given}.items():
        fill_in.save(store, actor, round_id, item_id=item_id, given=each)
    fill_in.hand_in(store, actor, round_id)
    return round_id


def seen(store: Store, actor: Person, round_id: UUID) -> view_plane.Plane:
    plane = view_plane.of_round(store, actor, round_id, ASKED.id, Noise())
    assert plane is not None
    return plane


def test_a_round_has_its_place_its_error_and_its_wish(store: Store, actor: Person) -> None:
    given = everywhere(4, 2) | {"ST1": 1, **MORE_FRIEND, **KEEP_STEERING}
    plane = seen(store, actor, scan(store, actor, given))
    (row,) = plane.figure.drawn.to_dict("records")
    # Sturend: (9 * 2 + 1) / 10 = 1.9.
    assert (row["round"], row["x"], row["y"]) == ("najaar 2026", 4.0, 1.9)
    assert row["x_low"] == pytest.approx(4 - HALF, abs=1e-4)
    assert row["y_high"] == pytest.approx(1.9 + HALF, abs=1e-4)
    assert plane.arrows.to_dict("records") == [
        {"axis": "x", "step": 2, "word": "meer"},
        {"axis": "y", "step": 0, "word": "zo houden"},
    ]
    assert plane.figure.says == (
        "Je staat bij critical friend op vaak en bij sturend op soms. Je wens: critical friend "
        "bij de meeste stellingen meer; sturend zo houden."
    )


def test_the_error_stays_on_the_scale(store: Store, actor: Person) -> None:
    (row,) = seen(store, actor, scan(store, actor, everywhere(5, 1))).figure.drawn.to_dict(
        "records"
    )
    assert (row["x_high"], row["y_low"]) == (5.0, 1.0)


def test_what_has_no_value_has_no_place_and_says_why(store: Store, actor: Person) -> None:
    plane = seen(store, actor, scan(store, actor, {"CF1": 2}))
    assert not plane.has_place
    assert math.isnan(plane.figure.drawn["x"].iloc[0])
    assert "Er is geen beeld van sturend: nog niets beantwoord." in plane.figure.says


def test_earlier_rounds_at_the_school_come_first(store: Store, actor: Person) -> None:
    scan(store, actor, everywhere(2, 4))
    newest = scan(store, actor, everywhere(3, 3), day=scans.SPRING)
    plane = seen(store, actor, newest)
    assert plane.figure.drawn[["round", "x", "y"]].to_numpy().tolist() == [
        ["najaar 2026", 2.0, 4.0],
        ["voorjaar 2027", 3.0, 3.0],
    ]
    assert plane.figure.read["Critical friend (1-5)"].tolist() == ["2,0", "3,0"]
    assert plane.figure.read["Wens sturend"].tolist() == ["nog geen wens ingevuld"] * 2


def test_a_later_round_and_one_with_other_statements_stay_out(store: Store, actor: Person) -> None:
    text = MODULE.text.replace("versie: 1.0.0", "versie: 2.0.0").replace(
        "Ik houd collega's een spiegel voor.", "Ik houd mijn collega's een spiegel voor."
    )
    path = store.path.with_name("anders.yaml")
    path.write_text(text, encoding="utf-8")
    scan(store, actor, everywhere(1, 1))
    middle = scan(store, actor, everywhere(2, 2), day=scans.SPRING, module=read(path))
    scan(store, actor, everywhere(4, 4), day=scans.NEXT_AUTUMN, module=read(path))
    assert seen(store, actor, middle).figure.drawn["round"].tolist() == ["voorjaar 2027"]


def test_the_wish_is_read_against_what_the_school_chose(store: Store, actor: Person) -> None:
    round_id = scan(store, actor, everywhere(3, 3) | MORE_FRIEND | KEEP_STEERING)
    assert "nog niet vastgelegd" in seen(store, actor, round_id).direction_says
    school_id = rounds.one(store, actor, round_id).school_id
    for position, relation in ((2, "dezelfde kant op"), (5, "een andere kant op")):
        chosen = direction.Chosen(position, "Zo willen wij werken.")
        direction.record(store, actor, school_id, chosen, today=date(2025, 11, 3))
        plane = seen(store, actor, round_id)
        assert "Jullie school koos op 3 november 2025: “" in plane.direction_says
        assert relation in plane.direction_says
    assert [each.position for each in plane.directions] == [5, 2]


def test_a_questionnaire_without_two_scales_and_a_direction_has_no_plane(
    store: Store, actor: Person
) -> None:
    round_id = scan(store, actor, {})
    core = scans.instrument().questionnaire.id
    assert view_plane.of_round(store, actor, round_id, core, Noise()) is None
    assert view_plane.of_round(store, actor, round_id, "nergens", Noise()) is None


def test_somebody_elses_plane_reads_as_no_round(
    store: Store, actor: Person, somebody_else: Person
) -> None:
    round_id = scan(store, actor, everywhere(3, 3))
    sentences = set()
    for asked in (round_id, uuid4()):
        with pytest.raises(NotAllowedError) as refused:
            view_plane.of_round(store, somebody_else, asked, ASKED.id, Noise())
        sentences.add(str(refused.value))
    assert len(sentences) == 1
