"""Answers to reflection questions as they are kept: one per question and school year."""

from uuid import UUID

from ibreflect.store import erasing, people, reflection
from ibreflect.store.connection import Store
from tests.store.scans import AUTUMN

ME, OTHER = UUID(int=1), UUID(int=2)
NOW, BEFORE = "2026/2027", "2025/2026"


def test_an_answer_is_kept_per_question_and_year(store: Store) -> None:
    reflection.keep(store, ME, NOW, "reflectie:waarom", "nu")
    reflection.keep(store, ME, BEFORE, "reflectie:waarom", "toen")
    reflection.keep(store, ME, NOW, "reflectie:kennis", "lezen")
    assert reflection.of_person(store, ME) == (
        (NOW, "reflectie:kennis", "lezen"),
        (NOW, "reflectie:waarom", "nu"),
        (BEFORE, "reflectie:waarom", "toen"),
    )


def test_another_text_takes_its_place_and_an_empty_one_drops_it(store: Store) -> None:
    reflection.keep(store, ME, NOW, "reflectie:waarom", "eerst")
    reflection.keep(store, ME, NOW, "reflectie:waarom", "daarna")
    assert reflection.of_person(store, ME) == ((NOW, "reflectie:waarom", "daarna"),)
    reflection.keep(store, ME, NOW, "reflectie:waarom", "")
    assert reflection.of_person(store, ME) == ()


def test_what_one_writes_is_not_of_another(store: Store) -> None:
    reflection.keep(store, ME, NOW, "reflectie:waarom", "van mij")
    assert reflection.of_person(store, OTHER) == ()


def test_erasing_a_person_takes_their_answers(store: Store) -> None:
    people.become_owner(store, "Noor", "De Wilg", AUTUMN)
    (owner,) = people.everybody(store)
    reflection.keep(store, owner.person_id, NOW, "reflectie:waarom", "van mij")
    reflection.keep(store, OTHER, NOW, "reflectie:waarom", "van Sam")
    erasing.erase_person(store, owner.person_id)
    assert store.read("select person_id from reflection") == [(OTHER,)]
