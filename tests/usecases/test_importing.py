"""From one installation to another: everything of oneself, once, all of it or nothing."""

from datetime import date
from itertools import count
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ibreflect.errors import InputError
from ibreflect.measure.growth import Noise
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import NON_ANSWER_WORDS
from ibreflect.store import bringing_in
from ibreflect.store.bringing_in import Begun
from ibreflect.store.connection import Store
from ibreflect.store.whole import Whole
from ibreflect.usecases import (
    asking,
    exporting,
    framing,
    hearing,
    importing,
    instruments,
    people,
    rounds,
    time,
    view_picture,
)
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases import taking_along
from tests.usecases.taking_along import NOW, TODAY, bring_in, propose


class _Home(NamedTuple):
    """A round where it lives."""

    store: Store
    actor: Person
    round_id: UUID


@pytest.fixture
def me(elsewhere: Store) -> Person:
    owner = people.owner(elsewhere)
    assert owner is not None
    return owner


def test_every_figure_is_the_same_elsewhere(
    store: Store, actor: Person, elsewhere: Store, me: Person
) -> None:
    before = taking_along.full_person(store, actor)
    taking_along.second_round(store, actor)

    assert bring_in(elsewhere, me, taking_along.file_of(store, actor)) == 2

    after, unfinished = rounds.mine(elsewhere, me)
    assert (unfinished.school_name, unfinished.is_open, unfinished.handed_in) == (
        "Het Anker",
        True,
        False,
    )
    _same_pictures(_Home(store, actor, before), _Home(elsewhere, me, after.round_id))
    _same_voices(_Home(store, actor, before), _Home(elsewhere, me, after.round_id))
    assert framing.of_round(elsewhere, me, after.round_id).texts == {
        "opdracht:school": taking_along.KEPT_ODD
    }
    numbers = time.of_round(elsewhere, me, after.round_id).numbers
    assert numbers == time.of_round(store, actor, before).numbers != {}


def test_what_is_taken_along_again_elsewhere_is_the_same_file(
    store: Store, actor: Person, elsewhere: Store, me: Person
) -> None:
    taking_along.full_person(store, actor)
    bring_in(elsewhere, me, taking_along.file_of(store, actor))

    first = exporting.take_along(store, actor, today=TODAY)
    second = exporting.take_along(elsewhere, me, today=TODAY)
    own = {"person", "events", "conversations"}
    assert second.model_dump(exclude=own) == first.model_dump(exclude=own)


_ITEMS = [item.id for item in scans.instrument().questionnaire.items]
_GIVEN = st.one_of(st.integers(1, 5), st.sampled_from(sorted(NON_ANSWER_WORDS)))


_FILLED = st.tuples(
    st.dictionaries(st.sampled_from(_ITEMS), _GIVEN, min_size=1), st.text(max_size=200)
)


@given(filled=_FILLED)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_somebody_filled_in_comes_along(
    store: Store, actor: Person, elsewhere: Store, me: Person, filled: tuple[dict[str, Any], str]
) -> None:
    answers, text = filled
    round_id = scans.begin(store, actor)
    framing.save_text(store, actor, round_id, topic="opdracht:wens", body=text)
    others.finish_scan(store, actor, round_id, answers)

    assert bring_in(elsewhere, me, taking_along.file_of(store, actor)) == 1

    (after,) = rounds.mine(elsewhere, me)
    _same_pictures(_Home(store, actor, round_id), _Home(elsewhere, me, after.round_id))
    kept = framing.of_round(store, actor, round_id).texts
    assert framing.of_round(elsewhere, me, after.round_id).texts == kept
    rounds.erase(store, actor, round_id)
    rounds.erase(elsewhere, me, after.round_id)


def test_the_same_file_twice_brings_nothing_new(
    store: Store, actor: Person, elsewhere: Store, me: Person
) -> None:
    taking_along.full_person(store, actor)
    content = taking_along.file_of(store, actor)
    first = propose(elsewhere, me, content)
    assert importing.bring_in(elsewhere, me, first, now=NOW, today=TODAY) == 1
    before = _without_events(elsewhere)

    again = propose(elsewhere, me, content)
    assert not again.is_new
    assert again.rounds_here == ("najaar 2026, De Wilg",)
    # A second click on the button of before.
    assert importing.bring_in(elsewhere, me, first, now=NOW, today=TODAY) == 0
    assert _without_events(elsewhere) == before


def test_a_round_that_is_here_already_stays_as_it_is(
    store: Store, actor: Person, elsewhere: Store, me: Person
) -> None:
    taking_along.full_person(store, actor)
    taking_along.second_round(store, actor)
    here = scans.begin(elsewhere, me)

    found = propose(elsewhere, me, taking_along.file_of(store, actor))
    assert found.rounds_here == ("najaar 2026, De Wilg",)
    assert found.new_rounds == ("voorjaar 2027, Het Anker",)
    importing.bring_in(elsewhere, me, found, now=NOW, today=TODAY)

    assert not rounds.one(elsewhere, me, here).handed_in
    assert len(rounds.mine(elsewhere, me)) == 2


def test_it_says_whose_it_is_and_what_would_come(
    store: Store, actor: Person, elsewhere: Store, me: Person
) -> None:
    taking_along.full_person(store, actor)
    before = scans.contents(elsewhere)
    found = propose(elsewhere, me, taking_along.file_of(store, actor))
    assert (found.name, found.made_on) == ("Noor", TODAY)
    assert (found.directions, found.agreements) == (1, 1)
    assert found.new_schools == ("De Wilg",)
    assert scans.contents(elsewhere) == before


def test_what_fails_halfway_leaves_nothing(
    store: Store, actor: Person, elsewhere: Store, me: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    taking_along.full_person(store, actor)
    taking_along.second_round(store, actor)
    found = propose(elsewhere, me, taking_along.file_of(store, actor))
    before = scans.contents(elsewhere)
    begin, begun = bringing_in.begin, count(1)

    def begin_once(whole: Whole, *new: Any) -> Begun:
        if next(begun) > 1:
            raise OSError("no space")
        return begin(whole, *new)

    monkeypatch.setattr(bringing_in, "begin", begin_once)
    with pytest.raises(OSError, match="no space"):
        importing.bring_in(elsewhere, me, found, now=NOW, today=TODAY)
    assert scans.contents(elsewhere) == before


def test_a_questionnaire_with_another_text_is_refused(
    store: Store, actor: Person, elsewhere: Store, me: Person
) -> None:
    others.finish_scan(store, actor, scans.begin(store, actor), {"LC1": 3})
    first = scans.instrument().questionnaire.items[0].self_text
    content = taking_along.file_of(store, actor)
    changed = content.decode().replace(first, "Ik doe iets anders.").encode()
    assert changed != content

    with pytest.raises(InputError, match="heeft hier een andere tekst"):
        propose(elsewhere, me, changed)


def test_asking_that_was_under_way_begins_anew(
    store: Store, actor: Person, elsewhere: Store, me: Person
) -> None:
    round_id = others.begin(store, actor, "rolhelderheid")
    others.finish_scan(store, actor, round_id, {"LC1": 3})
    others.team_answers(store, actor, round_id, [{"LC1": 2}] * 3)
    bring_in(elsewhere, me, taking_along.file_of(store, actor))

    (after,) = rounds.mine(elsewhere, me)
    state = asking.of_round(elsewhere, me, after.round_id, today=others.TODAY)
    assert state.rules is None
    assert state.invitees == ()
    assert others.handed_in(elsewhere, after.round_id) == {}


def _same_pictures(here: _Home, there: _Home) -> None:
    mine, theirs = (view_picture.my_picture(*each, Noise()) for each in (here, there))
    assert theirs.elsewhere == mine.elsewhere
    for part, same in zip(mine.parts, theirs.parts, strict=True):
        for one, other in zip(part.domains, same.domains, strict=True):
            assert other.figure.says == one.figure.says
            assert other.figure.drawn.equals(one.figure.drawn)


def _same_voices(here: _Home, there: _Home) -> None:
    for asked in instruments.of_round(here.store, rounds.one(*here)):
        heard = hearing.voices(*here, asked)
        assert hearing.voices(*there, asked) == heard
        assert len(heard) > 1


def _without_events(store: Store) -> dict[str, list[dict[str, object]]]:
    kept = scans.contents(store)
    kept.pop("event")
    return kept


def test_a_day_of_the_future_is_refused(
    store: Store, actor: Person, elsewhere: Store, me: Person
) -> None:
    taking_along.full_person(store, actor)
    content = taking_along.file_of(store, actor)
    with pytest.raises(InputError, match="dag die nog moet komen"):
        importing.propose(elsewhere, taking_along.FOLDER, me, content, today=date(2026, 9, 1))
