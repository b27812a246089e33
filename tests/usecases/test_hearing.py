"""Ib'er and schoolleider are blind until both are done; of the team nobody is ever singled out."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.asking import Stage
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, NonAnswer, Questionnaire, RaterGroup
from ibreflect.model.round import RoundId
from ibreflect.model.voice import Mark, Voice
from ibreflect.store.connection import Store
from ibreflect.usecases import asking, ending, fill_in, hearing, inviting, rounds
from tests.store import rounds_with_others as others

ANSWERS = st.one_of(st.sampled_from([1, 2, 3, 4, 5]), st.just(NonAnswer.CANNOT_JUDGE))


@pytest.fixture
def asked() -> Questionnaire:
    return others.module("rolhelderheid").questionnaire


@pytest.fixture
def round_id(store: Store, actor: Person) -> RoundId:
    return others.begin(store, actor, "rolhelderheid")


def test_nobody_is_heard_before_the_scan_is_handed_in(
    store: Store, actor: Person, round_id: RoundId, asked: Questionnaire
) -> None:
    others.leader_answers(store, actor, round_id, {"MR1": 5})
    others.team_answers(store, actor, round_id, [{"MR1": 1}] * 4)
    voices = hearing.voices(store, actor, round_id, asked)
    assert [each.mark for each in voices] == [Mark.SELF, Mark.SCHOOL_LEADER, Mark.TEACHERS]
    assert not any(each.heard for each in voices)
    assert "allebei" in voices[1].reason


def test_a_snapshot_is_not_heard_either_before_the_scan_is_handed_in(
    store: Store, actor: Person, round_id: RoundId, asked: Questionnaire
) -> None:
    others.leader_answers(store, actor, round_id, {"MR1": 5})
    others.team_answers(store, actor, round_id, [{"MR1": 1}] * 4)
    others.end_asking(store, actor, round_id)
    _, leader, team = hearing.voices(store, actor, round_id, asked)
    assert (leader.n, team.n, dict(leader.heard), dict(team.heard)) == (0, 0, {}, {})
    assert "je eigen scan" in team.reason
    others.finish_scan(store, actor, round_id, {"MR1": 2})
    _, leader, team = hearing.voices(store, actor, round_id, asked)
    assert (leader.heard["MR1"].value, team.n) == (5, 4)


def test_a_scan_that_stands_beside_a_snapshot_stays_as_it_is(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    others.finish_scan(store, actor, round_id, {"MR1": 2})
    others.team_answers(store, actor, round_id, [{"MR1": 1}] * 3)
    fill_in.reopen(store, actor, round_id)
    fill_in.hand_in(store, actor, round_id)
    others.end_asking(store, actor, round_id)
    with pytest.raises(NotAllowedError, match="wat anderen antwoordden"):
        fill_in.reopen(store, actor, round_id)
    assert rounds.one(store, actor, round_id).handed_in


def test_ib_er_and_schoolleider_hear_each_other_once_both_are_done(
    store: Store, actor: Person, round_id: RoundId, asked: Questionnaire
) -> None:
    others.begin_asking(store, actor, round_id)
    others.finish_scan(store, actor, round_id, {"MR1": 2})
    _, leader = hearing.voices(store, actor, round_id, asked)
    assert not leader.heard
    assert "nog niet geantwoord" in leader.reason
    others.leader_answers(store, actor, round_id, {"MR1": 5})
    self_, leader = hearing.voices(store, actor, round_id, asked)
    assert (self_.heard["MR1"].value, leader.heard["MR1"].value) == (2, 5)
    assert leader.heard["MR2"].reason == "niet beantwoord"


def test_groups_are_heard_once_asking_has_ended(
    store: Store, actor: Person, round_id: RoundId, asked: Questionnaire
) -> None:
    others.finish_scan(store, actor, round_id, {"MR1": 2})
    others.team_answers(store, actor, round_id, [{"MR1": 1}, {"MR1": 2}, {"MR1": 5}])
    *_, team = hearing.voices(store, actor, round_id, asked)
    assert (team.n, dict(team.heard)) == (0, {})
    assert "is gesloten" in team.reason
    others.end_asking(store, actor, round_id)
    *_, team = hearing.voices(store, actor, round_id, asked)
    assert (team.n, team.heard["MR1"].value) == (3, 2.7)  # 8 / 3 = 2.666…
    assert team.heard["MR2"].value is None


@pytest.mark.parametrize("members", [1, 2])
def test_of_too_small_a_team_nothing_is_told(
    store: Store, actor: Person, round_id: RoundId, asked: Questionnaire, members: int
) -> None:
    """Whoever handed in or not: two people asked of whom 0, 1 or 2 answered look the same."""
    others.finish_scan(store, actor, round_id, {"MR1": 2})
    for token in others.ask_team(store, actor, round_id, 2)[:members]:
        others.answers(store, token, {"MR1": 5})
    others.end_asking(store, actor, round_id)
    (*_, team) = hearing.voices(store, actor, round_id, asked)
    assert team[2:5] == (0, 3, {})
    assert "Te weinig mensen" in team.reason
    nobody = Person(UUID(int=4), "Bo")
    empty = others.begin(store, nobody, "rolhelderheid")
    others.finish_scan(store, nobody, empty, {"MR1": 2})
    others.ask_team(store, nobody, empty, 2)
    others.end_asking(store, nobody, empty)
    assert hearing.voices(store, nobody, empty, asked) == hearing.voices(
        store, actor, round_id, asked
    )


def test_somebody_elses_voices_are_as_absent_as_none(
    store: Store, somebody_else: Person, round_id: RoundId, asked: Questionnaire
) -> None:
    with pytest.raises(NotAllowedError) as foreign:
        hearing.voices(store, somebody_else, round_id, asked)
    with pytest.raises(NotAllowedError) as absent:
        hearing.voices(store, somebody_else, UUID(int=9), asked)
    assert str(foreign.value) == str(absent.value)


@settings(max_examples=25)
@given(
    team=st.lists(
        st.dictionaries(st.sampled_from(["MR1", "MR2", "MR3"]), ANSWERS, min_size=1),
        min_size=1,
        max_size=6,
    )
)
def test_whatever_a_team_answers_every_number_rests_on_three_people(
    tmp_path_factory: pytest.TempPathFactory, team: list[dict[str, Given]]
) -> None:
    voice = _closed_with(tmp_path_factory.mktemp("team"), team)
    for item_id, heard in voice.heard.items():
        numbers = [person[item_id] for person in team if isinstance(person.get(item_id), int)]
        assert (heard.value is None) == (len(numbers) < 3)
        assert heard.n in ({len(numbers)} if len(numbers) >= 3 else {0})
        assert heard.common is None
        assert heard.counts is None or len(numbers) >= 5
    if len(team) < 3:
        assert not voice.heard


def test_of_what_is_not_asked_of_others_only_the_ib_er_is_heard(
    store: Store, actor: Person, asked: Questionnaire
) -> None:
    round_id = others.begin(store, actor, "rolhelderheid", "positionering")
    others.finish_scan(store, actor, round_id, {"MR1": 2})
    (alone,) = hearing.voices(store, actor, round_id, asked)
    others.begin_asking(store, actor, round_id, asked=("positionering",))
    others.team_answers(store, actor, round_id, [{"PO11": 4}] * 3)
    assert hearing.voices(store, actor, round_id, asked) == (alone,)
    others.end_asking(store, actor, round_id)
    assert hearing.voices(store, actor, round_id, asked) == (alone,)
    assert alone.mark is Mark.SELF


def test_a_schoolleider_who_never_answered_is_waited_for_no_longer(
    store: Store, actor: Person, round_id: RoundId, asked: Questionnaire
) -> None:
    others.finish_scan(store, actor, round_id, {"MR1": 2})
    others.ask_leader(store, actor, round_id)
    others.end_asking(store, actor, round_id)
    _, leader = hearing.voices(store, actor, round_id, asked)
    assert "in deze meetronde niet geantwoord" in leader.reason


def test_the_core_can_be_asked_too_but_not_of_a_group_that_sees_nothing_of_it(
    store: Store, actor: Person
) -> None:
    round_id = others.begin(store, actor, "rolhelderheid")
    others.begin_asking(store, actor, round_id, asked=("rolhelderheid",))
    for unasked in (RaterGroup.PARENT, RaterGroup.BOARD):
        with pytest.raises(InputError, match="niets te vragen"):
            inviting.add_unnamed(store, actor, round_id, unasked, 3, today=others.TODAY)


def test_progress_tells_no_more_than_whether_it_was_enough_this_morning(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    seen = []
    for token in others.ask_team(store, actor, round_id, 4):
        others.answers(store, token, {"MR1": 3})
        seen.append(asking.of_round(store, actor, round_id, today=others.TODAY))
    assert seen == [seen[0]] * 4, "nothing moves while people answer"
    assert (seen[0].progress, seen[0].stage) == ({}, Stage.OPEN)


def _closed_with(folder: Path, team: Sequence[Mapping[str, Given]]) -> Voice:
    store, actor = Store(folder / "ibreflect.duckdb"), Person(UUID(int=1), "Noor")
    round_id = others.begin(store, actor, "rolhelderheid")
    others.finish_scan(store, actor, round_id, {"MR1": 2})
    others.team_answers(store, actor, round_id, team)
    rounds.close(store, actor, round_id)
    heard = hearing.voices(store, actor, round_id, others.module("rolhelderheid").questionnaire)
    assert ending.snapshot(store, round_id) is not None
    store.close()
    return next(each for each in heard if each.is_group)
