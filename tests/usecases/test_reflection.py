"""Reflectievragen: what was written, year beside year, and only one's own."""

from datetime import date

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.person import Person
from ibreflect.model.reflection import REFLECTION_QUESTIONS
from ibreflect.model.round import RoundId
from ibreflect.store.connection import Store
from ibreflect.usecases import framing, reflection
from ibreflect.usecases.reflection import Earlier, Journal
from tests.store import scans
from tests.store.scans import AUTUMN

WHY, KNOWS = "reflectie:waarom", "reflectie:kennis"
TODAY = date(2026, 11, 23)
LAST_DAY, FIRST_DAY = date(2026, 7, 31), date(2026, 8, 1)


def earlier(found: Journal, topic: str) -> list[Earlier]:
    return [
        each
        for asked in (*found.asked, *found.assignment)
        if asked.question.topic == topic
        for each in asked.earlier
    ]


def test_nothing_is_written_yet(store: Store, actor: Person) -> None:
    found = reflection.journal(store, actor, today=TODAY)
    assert found.school_year == "2026/2027"
    assert [each.question for each in found.asked] == list(REFLECTION_QUESTIONS)
    assert not any(each.body or each.earlier for each in found.asked)
    assert found.assignment == ()


def test_a_school_year_ends_with_july(store: Store, actor: Person) -> None:
    reflection.save(store, actor, WHY, "oud", today=LAST_DAY)
    reflection.save(store, actor, WHY, "nieuw", today=FIRST_DAY)
    found = reflection.journal(store, actor, today=FIRST_DAY)
    assert [each.body for each in found.asked] == ["nieuw", "", "", "", ""]
    assert earlier(found, WHY) == [Earlier("2025/2026", "oud")]


def test_ten_years_stand_newest_first(store: Store, actor: Person) -> None:
    for year in range(2017, 2027):
        reflection.save(store, actor, WHY, f"in {year}", today=TODAY.replace(year=year))
    found = reflection.journal(store, actor, today=TODAY)
    assert [each.body for each in earlier(found, WHY)] == [
        f"in {year}" for year in range(2025, 2016, -1)
    ]


def test_answers_go_newest_year_first_in_the_order_of_the_questions(
    store: Store, actor: Person
) -> None:
    for topic in (KNOWS, WHY):
        for day in (LAST_DAY, FIRST_DAY):
            reflection.save(store, actor, topic, "iets", today=day)
    assert [each.answer_id for each in reflection.answers(store, actor)] == [
        f"{WHY}@2026/2027",
        f"{KNOWS}@2026/2027",
        f"{WHY}@2025/2026",
        f"{KNOWS}@2025/2026",
    ]


def test_what_is_emptied_is_gone(store: Store, actor: Person) -> None:
    reflection.save(store, actor, WHY, "iets", today=TODAY)
    reflection.save(store, actor, WHY, "  ", today=TODAY)
    assert reflection.answers(store, actor) == ()


@pytest.mark.parametrize(("topic", "body"), [("opdracht:school", "x"), (WHY, "x" * 4001)])
def test_an_unknown_question_and_a_very_long_text_are_refused(
    store: Store, actor: Person, topic: str, body: str
) -> None:
    with pytest.raises(InputError):
        reflection.save(store, actor, topic, body, today=TODAY)
    assert reflection.answers(store, actor) == ()


def test_chosen_answers_are_ones_own(store: Store, actor: Person, somebody_else: Person) -> None:
    reflection.save(store, actor, WHY, "van mij", today=TODAY)
    (mine,) = reflection.chosen(store, actor, [f"{WHY}@2026/2027"])
    assert mine.body == "van mij"
    with pytest.raises(NotAllowedError) as foreign:
        reflection.chosen(store, somebody_else, [f"{WHY}@2026/2027"])
    with pytest.raises(NotAllowedError) as made_up:
        reflection.chosen(store, actor, [f"{WHY}@2026/2027", "niets"])
    assert str(foreign.value) == str(made_up.value)


def test_somebody_else_sees_nothing_of_it(
    store: Store, actor: Person, somebody_else: Person, round_id: RoundId
) -> None:
    reflection.save(store, actor, WHY, "van mij", today=TODAY)
    framing.save_text(store, actor, round_id, topic="opdracht:wens", body="meer tijd")
    assert "van mij" not in repr(reflection.journal(store, somebody_else, today=TODAY))
    assert "meer tijd" not in repr(reflection.journal(store, somebody_else, today=TODAY))


def test_the_answers_of_mijn_opdracht_go_along_with_their_round(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    framing.save_text(store, actor, round_id, topic="opdracht:wens", body="meer tijd")
    found = reflection.journal(store, actor, today=TODAY)
    assert earlier(found, "opdracht:wens") == [
        Earlier(f"najaar {AUTUMN.year}, {scans.SCHOOL}", "meer tijd")
    ]
    assert [each.question.topic for each in found.assignment] == ["opdracht:wens"]
