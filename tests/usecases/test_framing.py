from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.assignment import (
    ASSIGNMENT_QUESTIONS,
    CONTEXT_FIELDS,
    VISION_QUESTION,
    note_topic,
)
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in, framing, rounds
from tests.store import scans

Action = Callable[[Store, Person, UUID], object]


def _save_text(store: Store, actor: Person, round_id: UUID) -> None:
    framing.save_text(store, actor, round_id, topic="opdracht:school", body="Rust")


def _save_choice(store: Store, actor: Person, round_id: UUID) -> None:
    framing.save_choice(store, actor, round_id, field="fase", choice="bouwen")


def _hand_in(store: Store, actor: Person, round_id: UUID) -> None:
    fill_in.save(store, actor, round_id, item_id="LC1", given=3)
    fill_in.hand_in(store, actor, round_id)


def test_everything_can_be_skipped(store: Store, actor: Person, round_id: UUID) -> None:
    kept = framing.of_round(store, actor, round_id)
    assert (kept.texts, kept.choices, kept.earlier) == ({}, {}, None)


def test_every_question_and_every_note_keeps_its_text(
    store: Store, actor: Person, round_id: UUID
) -> None:
    scales = scans.instrument().questionnaire.scales
    topics = [question.topic for question in (*ASSIGNMENT_QUESTIONS, VISION_QUESTION)]
    expected = {topic: f"over {topic}" for topic in [*topics, *(note_topic(s.id) for s in scales)]}
    for topic, body in expected.items():
        framing.save_text(store, actor, round_id, topic=topic, body=body)
    assert framing.of_round(store, actor, round_id).texts == expected


def test_every_option_of_the_context_card_can_be_chosen(
    store: Store, actor: Person, round_id: UUID
) -> None:
    for field in CONTEXT_FIELDS:
        for option in field.options:
            framing.save_choice(store, actor, round_id, field=field.field, choice=option)
            assert framing.of_round(store, actor, round_id).choices[field.field] == option


def test_a_text_is_replaced_and_an_empty_one_dropped(
    store: Store, actor: Person, round_id: UUID
) -> None:
    for body, expected in [
        ("Rust", {"opdracht:school": "Rust"}),
        (
            "  Rust en <b>=1+1</b>\r\nen regelmaat ",
            {"opdracht:school": "Rust en <b>=1+1</b>\nen regelmaat"},
        ),
        (" \n ", {}),
        ("", {}),
    ]:
        framing.save_text(store, actor, round_id, topic="opdracht:school", body=body)
        assert framing.of_round(store, actor, round_id).texts == expected


def test_a_choice_is_replaced_and_an_empty_one_drops_it(
    store: Store, actor: Person, round_id: UUID
) -> None:
    for choice, expected in [
        ("zoeken", {"fase": "zoeken"}),
        ("bouwen", {"fase": "bouwen"}),
        ("", {}),
        ("", {}),
    ]:
        framing.save_choice(store, actor, round_id, field="fase", choice=choice)
        assert framing.of_round(store, actor, round_id).choices == expected


def test_a_long_text_is_refused_and_the_one_before_stays(
    store: Store, actor: Person, round_id: UUID
) -> None:
    longest = "w" * 4000
    framing.save_text(store, actor, round_id, topic="opdracht:wens", body=longest)
    with pytest.raises(InputError, match="4001 tekens lang; er passen er 4000"):
        framing.save_text(store, actor, round_id, topic="opdracht:wens", body=longest + "w")
    assert framing.of_round(store, actor, round_id).texts == {"opdracht:wens": longest}


@pytest.mark.parametrize("topic", ["", "opdracht", "notitie:nergens", "OPDRACHT:SCHOOL"])
def test_an_unknown_question_is_refused(
    store: Store, actor: Person, round_id: UUID, topic: str
) -> None:
    with pytest.raises(InputError, match="hoort niet bij je ronde"):
        framing.save_text(store, actor, round_id, topic=topic, body="Rust")
    assert framing.of_round(store, actor, round_id).texts == {}


@pytest.mark.parametrize(
    ("field", "choice"), [("fase", "slapen"), ("fase", "Bouwen"), ("kleur", "rood"), ("", "ja")]
)
def test_an_unknown_choice_is_refused(
    store: Store, actor: Person, round_id: UUID, field: str, choice: str
) -> None:
    with pytest.raises(InputError, match="hoort niet bij de vraag"):
        framing.save_choice(store, actor, round_id, field=field, choice=choice)
    assert framing.of_round(store, actor, round_id).choices == {}


def test_the_answers_of_the_round_before_stand_beside_the_new_ones(
    store: Store, actor: Person, round_id: UUID
) -> None:
    _save_text(store, actor, round_id)
    _save_choice(store, actor, round_id)
    _hand_in(store, actor, round_id)
    second = scans.begin(store, actor, scans.SPRING)
    _hand_in(store, actor, second)
    third = scans.begin(store, actor, scans.NEXT_AUTUMN)
    beside = framing.of_round(store, actor, second)
    assert (beside.texts, beside.choices) == ({}, {})
    assert (beside.earlier_texts, beside.earlier_choices) == (
        {"opdracht:school": "Rust"},
        {"fase": "bouwen"},
    )
    before = framing.of_round(store, actor, third).earlier
    assert before
    assert before.round_id == second


@pytest.mark.parametrize("action", [framing.of_round, _save_text, _save_choice])
def test_somebody_elses_framing_reads_as_no_round(
    store: Store, somebody_else: Person, round_id: UUID, action: Action
) -> None:
    before = scans.contents(store)
    with pytest.raises(NotAllowedError) as others:
        action(store, somebody_else, round_id)
    with pytest.raises(NotAllowedError) as none:
        action(store, somebody_else, uuid4())
    assert str(others.value) == str(none.value)
    assert scans.contents(store) == before


@pytest.mark.parametrize("action", [_save_text, _save_choice])
def test_a_framing_can_change_until_its_round_closes(
    store: Store, actor: Person, round_id: UUID, action: Action
) -> None:
    _hand_in(store, actor, round_id)
    action(store, actor, round_id)
    rounds.close(store, actor, round_id)
    before = scans.contents(store)
    with pytest.raises(NotAllowedError, match="afgesloten"):
        action(store, actor, round_id)
    assert scans.contents(store) == before
