"""Ib'er and schoolleider are blind until both are done; of the team nobody is ever singled out."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, NonAnswer, Questionnaire
from ibreflect.store.connection import Store
from ibreflect.usecases import answering, asking, hearing, rounds
from ibreflect.usecases.hearing import Voice
from tests.store import rounds_with_others as others

ANSWERS = st.one_of(st.sampled_from([1, 2, 3, 4, 5]), st.just(NonAnswer.CANNOT_JUDGE))


@pytest.fixture
def asked() -> Questionnaire:
    return others.module("rolhelderheid").questionnaire


@pytest.fixture
def round_id(store: Store, actor: Person) -> UUID:
    return others.begin(store, actor, "rolhelderheid")


def test_nobody_is_heard_before_the_scan_is_handed_in(
    store: Store, actor: Person, round_id: UUID, asked: Questionnaire
) -> None:
    others.leader_answers(store, actor, round_id, {"MR1": 5})
    others.team_answers(store, actor, round_id, [{"MR1": 1}] * 4)
    self_, leader, team = hearing.voices(store, actor, round_id, asked)
    assert not self_.heard
    assert not leader.heard
    assert not team.heard
    assert "allebei" in leader.reason


def test_ib_er_and_schoolleider_hear_each_other_once_both_are_done(
    store: Store, actor: Person, round_id: UUID, asked: Questionnaire
) -> None:
    others.finish_scan(store, actor, round_id, {"MR1": 2})
    _, leader, _ = hearing.voices(store, actor, round_id, asked)
    assert not leader.heard
    assert "nog niet geantwoord" in leader.reason
    others.leader_answers(store, actor, round_id, {"MR1": 5})
    self_, leader, _ = hearing.voices(store, actor, round_id, asked)
    assert (self_.heard["MR1"].value, leader.heard["MR1"].value) == (2, 5)
    assert leader.heard["MR2"].reason == "niet beantwoord"


def test_the_team_is_heard_after_closing(
    store: Store, actor: Person, round_id: UUID, asked: Questionnaire
) -> None:
    others.finish_scan(store, actor, round_id, {"MR1": 2})
    others.team_answers(store, actor, round_id, [{"MR1": 1}, {"MR1": 2}, {"MR1": 5}])
    *_, team = hearing.voices(store, actor, round_id, asked)
    assert not team.heard
    rounds.close(store, actor, round_id)
    *_, team = hearing.voices(store, actor, round_id, asked)
    assert (team.n, team.heard["MR1"].value) == (3, 2.7)  # 8 / 3 = 2.666…
    assert team.heard["MR2"].value is None


@pytest.mark.parametrize("members", [0, 1, 2])
def test_of_too_small_a_team_nothing_is_told(
    store: Store, actor: Person, round_id: UUID, asked: Questionnaire, members: int
) -> None:
    others.finish_scan(store, actor, round_id, {"MR1": 2})
    others.team_answers(store, actor, round_id, [{"MR1": 5}] * members)
    rounds.close(store, actor, round_id)
    *_, team = hearing.voices(store, actor, round_id, asked)
    assert (team.n, dict(team.heard)) == (0, {})
    assert "minder dan drie" in team.reason


def test_somebody_elses_voices_are_as_absent_as_none(
    store: Store, somebody_else: Person, round_id: UUID, asked: Questionnaire
) -> None:
    with pytest.raises(NotAllowedError) as foreign:
        hearing.voices(store, somebody_else, round_id, asked)
    with pytest.raises(NotAllowedError) as absent:
        hearing.voices(store, somebody_else, UUID(int=9), asked)
    assert str(foreign.value) == str(absent.value)


@settings(max_examples=25)
@given(
    team=st.lists(
        st.dictionaries(st.sampled_from(["MR1", "MR2", "MR3"]), ANSWERS, min_size=1), max_size=5
    )
)
def test_whatever_a_team_answers_every_number_rests_on_three_people(
    tmp_path_factory: pytest.TempPathFactory, team: list[dict[str, Given]]
) -> None:
    voice = _closed_with(tmp_path_factory.mktemp("team"), team)
    for item_id, heard in voice.heard.items():
        numbers = [person[item_id] for person in team if isinstance(person.get(item_id), int)]
        assert (heard.value is None) == (len(numbers) < 3)
        assert (heard.n, heard.common) == (0, None) or len(numbers) >= 3
    if len(team) < 3:
        assert not voice.heard


def test_few_links_are_refused_before_anybody_answers(
    store: Store, actor: Person, round_id: UUID
) -> None:
    for count in (0, 1, 2):
        with pytest.raises(InputError, match="minstens 3"):
            asking.ask_team(store, actor, round_id, count=count)
    assert len(asking.ask_team(store, actor, round_id, count=3)) == 3
    assert len(asking.ask_team(store, actor, round_id, count=1)) == 1
    with pytest.raises(InputError, match="120"):
        asking.ask_team(store, actor, round_id, count=117)


def test_a_round_of_only_the_core_asks_nobody(store: Store, actor: Person) -> None:
    round_id = others.begin(store, actor)
    assert asking.of_round(store, actor, round_id).questionnaires == ()
    with pytest.raises(NotAllowedError, match="geen module"):
        asking.ask_leader(store, actor, round_id)


def test_progress_tells_no_more_than_whether_it_is_enough(
    store: Store, actor: Person, round_id: UUID
) -> None:
    tokens = asking.ask_team(store, actor, round_id, count=4)
    seen = []
    for token in tokens:
        others.answer(store, token, {"MR1": 3})
        asking_before = asking.of_round(store, actor, round_id)
        answering.hand_in(store, token)
        seen.append((asking_before.team_is_enough, asking_before.team_links))
    assert seen == [(False, 4), (False, 4), (False, 4), (True, 4)]


def _closed_with(folder: Path, team: Sequence[Mapping[str, Given]]) -> Voice:
    store, actor = Store(folder / "ibreflect.duckdb"), Person(UUID(int=1), "Noor")
    round_id = others.begin(store, actor, "rolhelderheid")
    others.finish_scan(store, actor, round_id, {"MR1": 2})
    others.team_answers(store, actor, round_id, team)
    rounds.close(store, actor, round_id)
    *_, voice = hearing.voices(store, actor, round_id, others.module("rolhelderheid").questionnaire)
    store.close()
    return voice
