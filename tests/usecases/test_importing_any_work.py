"""Anything in goals, the log and reflection questions: it comes along, or is refused in words."""

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ibreflect.errors import InputError
from ibreflect.model.log import Content, Entry, Kind, Place, Step
from ibreflect.model.person import Person, School
from ibreflect.model.reflection import REFLECTION_QUESTIONS
from ibreflect.model.role import REGIONS
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    exporting,
    goal_progress,
    goals,
    log_entries,
    people,
    reflection,
)
from tests.store import scans
from tests.usecases import taking_along, talks
from tests.usecases.organisation import LONG_AGO
from tests.usecases.taking_along import CHECK, TODAY, bring_in, edited, file_of, propose


@pytest.fixture
def me(store: Store) -> Person:
    people.introduce(store, name="Noor", school=scans.SCHOOL, today=LONG_AGO)
    found = people.owner(store)
    assert found is not None
    return found


@pytest.fixture
def content(store: Store, me: Person) -> bytes:
    """What somebody takes along who has no round."""
    taking_along.work(store, me, people.my_schools(store, me)[0])
    return file_of(store, me)


_RULES: dict[str, tuple[Any, str]] = {
    "no day yet": (lambda t: t["goals"][0].update(agreed_on="2027-01-01"), "dagen kloppen niet"),
    "a far check": (lambda t: t["goals"][0].update(check_on="9999-12-31"), "dagen kloppen niet"),
    "half closed": (lambda t: t["goals"][0].update(outcome="reached"), "niet duidelijk"),
    "invisible": (lambda t: t["goals"][0].update(behaviour="\u200b"), "ontbreekt een tekst"),
    "grown": (lambda t: t["goals"][0].update(helper="\u0958" * 300), "te lang"),
    "tomorrow": (lambda t: t["log"][0].update(day="2026-12-02"), "dag die al geweest is"),
    "a theme": (lambda t: t["log"][0].update(theme="x"), "Dit thema is er niet"),
    "a minute": (lambda t: t["log"][1].update(minutes=1), "hoelang het duurde"),
    "next year": (lambda t: t["reflections"][0].update(school_year="2027/2028"), "dat schooljaar"),
    "two years": (lambda t: t["reflections"][0].update(school_year="2025/2027"), "dat schooljaar"),
    "a question": (lambda t: t["reflections"][0].update(topic="x"), "de vraag x bestaat niet"),
    "no words": (lambda t: t["reflections"][0].update(body="\u200b"), "ontbreekt een tekst"),
    "twice": (lambda t: t["reflections"].append(t["reflections"][0]), "meer dan één keer"),
}


@pytest.mark.parametrize("name", _RULES)
def test_what_cannot_be_is_told_in_a_sentence(
    elsewhere: Store, there: Person, content: bytes, name: str
) -> None:
    change, told = _RULES[name]
    before = scans.contents(elsewhere)
    with pytest.raises(InputError, match=told):
        propose(elsewhere, there, edited(content, change))
    assert scans.contents(elsewhere) == before


def _text(most: int) -> st.SearchStrategy[str]:
    """A text that keeps something when it is cleaned."""
    return st.text(max_size=most - 1).map(lambda text: f"x{text}")


_ENTRIES = st.one_of(
    st.builds(
        Content,
        *(st.just(Kind.ACTIVITY), st.just(TODAY), _text(90)),
        roles=st.sampled_from(REGIONS),
        minutes=st.integers(5, 600),
        is_planned=st.booleans(),
    ),
    st.builds(
        Content,
        *(st.just(Kind.QUESTION), st.just(TODAY), _text(90)),
        step=st.sampled_from(Step),
    ),
    st.builds(
        Content,
        *(st.just(Kind.EFFECT), st.just(TODAY), _text(90)),
        explored=st.text(max_size=90),
        place=st.sampled_from(Place),
    ),
)
_ANSWERS = st.dictionaries(
    st.sampled_from([each.topic for each in REFLECTION_QUESTIONS]), st.text()
)
_GOAL = st.tuples(_text(90), _text(90))
_WRITTEN = st.tuples(st.lists(_ENTRIES, max_size=4), _ANSWERS, _GOAL)
Written = tuple[list[Content], dict[str, str], tuple[str, str]]


@given(written=_WRITTEN)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_somebody_wrote_comes_along_once(
    store: Store, me: Person, elsewhere: Store, there: Person, written: Written
) -> None:
    _write(store, me, written)
    content = file_of(store, me)
    for _ in range(2):
        bring_in(elsewhere, there, content)
    assert _work(elsewhere, there) == _work(store, me)
    _empty(store, me)
    _empty(elsewhere, there)


def _work(store: Store, person: Person) -> dict[str, Any]:
    taken = exporting.take_along(store, person, today=TODAY)
    return taken.model_dump(include={"goals", "log", "reflections"})


def _write(store: Store, person: Person, written: Written) -> None:
    contents, answers, (behaviour, note) = written
    (school,) = people.my_schools(store, person)
    for content in contents:
        log_entries.add(store, person, Entry(uuid4(), School(*school), content), today=TODAY)
    for topic, body in answers.items():
        reflection.save(store, person, topic, body, today=TODAY)
    entry = talks.goal(behaviour, CHECK)
    made = goals.make(store, person, school.school_id, entry, today=TODAY)
    goal_progress.note(store, person, made, note, today=TODAY)


def _empty(store: Store, person: Person) -> None:
    for entry in log_entries.mine(store, person):
        log_entries.remove(store, person, entry.entry_id)
    for answer in reflection.answers(store, person):
        reflection.save(store, person, answer.topic, "", today=TODAY)
    for goal in goals.mine(store, person):
        goals.remove(store, person, goal.goal_id)
