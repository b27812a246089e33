"""The mandate map of a round: blind first, then voices side by side, never mixed.

Leraren, collega's and bestuur are one team on it, for who decides what is agreed with all of them.
"""

import math
from collections.abc import Mapping
from uuid import UUID, uuid4

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.measure.mandate import Agreement
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, NonAnswer, RaterGroup
from ibreflect.store.connection import Store
from ibreflect.usecases import mandate, mandate_rounds, rounds
from ibreflect.usecases.mandate import Holder, MandateMap
from tests.store import rounds_with_others as others
from tests.store import scans

OWN: Mapping[str, Given] = {"MI1": 5, "MI2": 4, "MB1": 3, "MR1": 5}
LEADER: Mapping[str, Given] = {"MI1": 3, "MI2": 4, "MB1": NonAnswer.NOT_APPLICABLE, "MR1": 2}
TEAM: list[Mapping[str, Given]] = [{"MI1": 3, "MI2": 4}, {"MI1": 3, "MI2": 2}]
COLLEAGUES: list[Mapping[str, Given]] = [{"MI1": 5, "MI2": 1}]


@pytest.fixture
def round_id(store: Store, actor: Person) -> UUID:
    return others.begin(store, actor, "mandaatkaart", "rolhelderheid")


@pytest.fixture
def compared(store: Store, actor: Person, round_id: UUID) -> MandateMap:
    """All three answered and the round is closed."""
    others.finish_scan(store, actor, round_id, OWN)
    _everybody_answers(store, actor, round_id)
    rounds.close(store, actor, round_id)
    return mandate.mandate_map(store, actor, round_id)


def _everybody_answers(store: Store, actor: Person, round_id: UUID) -> None:
    others.leader_answers(store, actor, round_id, LEADER)
    others.team_answers(store, actor, round_id, TEAM)
    others.group_answers(store, actor, round_id, RaterGroup.COLLEAGUE, COLLEAGUES)


def test_only_rounds_with_a_map_are_offered_newest_first(
    store: Store, actor: Person, somebody_else: Person, round_id: UUID
) -> None:
    others.finish_scan(store, actor, round_id, OWN)
    scans.begin(store, actor, scans.SPRING)
    others.begin(store, somebody_else, "mandaatkaart")
    assert [each.round_id for each in mandate_rounds.asked_in(store, actor)] == [round_id]


def test_while_blind_nothing_of_anybody_is_drawn(
    store: Store, actor: Person, round_id: UUID
) -> None:
    _everybody_answers(store, actor, round_id)
    seen = mandate.mandate_map(store, actor, round_id)
    assert not seen.can_compare
    assert all(holder.figure is None for holder in seen.holders)
    assert not any(topic.levels for holder in seen.holders for topic in holder.topics)
    assert all(each.reason for each in seen.voices)
    assert seen.clarity is None
    assert not seen.shared


def test_the_own_voice_alone_is_not_a_comparison(
    store: Store, actor: Person, round_id: UUID
) -> None:
    others.finish_scan(store, actor, round_id, OWN)
    others.team_answers(store, actor, round_id, TEAM)
    seen = mandate.mandate_map(store, actor, round_id)
    assert not seen.can_compare
    assert all(holder.figure is None for holder in seen.holders)


def test_the_team_stays_out_until_asking_has_ended(
    store: Store, actor: Person, round_id: UUID
) -> None:
    others.finish_scan(store, actor, round_id, OWN)
    _everybody_answers(store, actor, round_id)
    (own, *_) = mandate.mandate_map(store, actor, round_id).holders
    assert own.topics[0].levels == {"ib'er": 5, "schoolleider": 3}
    assert own.figure is not None
    assert set(own.figure.drawn["voice"]) == {"iber", "schoolleider"}


def test_voices_stand_side_by_side(compared: MandateMap) -> None:
    own, phase, expert = compared.holders
    # MI1: 5, 3 and two of three 3. MI2: 4, 4 and the team 4, 2, 1: nobody with more than half.
    assert own.topics[0].levels == {"ib'er": 5, "schoolleider": 3, "team": 3}
    assert own.topics[1].agreement is Agreement.DIVIDED
    assert compared.shared == {}
    assert own.figure is not None
    assert own.figure.says.startswith("Over geen van de twee onderwerpen")
    row = own.figure.read.iloc[0]
    assert list(row) == [
        "Een methode kiezen",
        "beslissen",
        "adviseren",
        "adviseren",
        "verder uit elkaar",
        "–",
    ]
    assert phase.figure is not None
    assert phase.topics[0].agreement is Agreement.ONE_VOICE
    assert expert.figure is None


def test_the_frame_holds_no_mean_and_no_count(compared: MandateMap) -> None:
    (own, *_) = compared.holders
    assert own.figure is not None
    drawn = own.figure.drawn
    assert list(drawn.columns) == [
        "topic",
        "voice",
        "label",
        "level",
        "answer",
        "agreed",
        "differs",
    ]
    team = drawn[(drawn["voice"] == "team") & (drawn["topic"] == own.topics[1].text)].iloc[0]
    # 4, 2 and 1 have a mean of 2.3; of a divided team nothing but that is told.
    assert team["answer"] == "verdeeld"
    assert math.isnan(team["level"])


def test_why_a_voice_names_no_level_is_said_shortly(compared: MandateMap) -> None:
    figure = _phase(compared).figure
    assert figure is not None
    first = figure.read.iloc[0]
    assert first["Schoolleider"] == "niet van toepassing"
    assert first["Team"] == "te weinig antwoorden"


def test_a_voice_without_any_level_is_not_drawn_but_named(compared: MandateMap) -> None:
    phase = _phase(compared)
    assert phase.silent == ("schoolleider", "team")
    assert phase.figure is not None
    assert set(phase.figure.drawn["voice"]) == {"iber"}


def test_role_clarity_stands_beside_it(compared: MandateMap) -> None:
    assert compared.clarity is not None
    (figure,) = compared.clarity.figures
    values = figure.drawn.set_index(["item", "voice"])["value"]
    assert (values["MR1", "iber"], values["MR1", "schoolleider"]) == (5, 2)


def test_a_round_without_a_map_says_so(store: Store, actor: Person) -> None:
    plain = scans.begin(store, actor)
    assert mandate_rounds.asked_in(store, actor) == ()
    with pytest.raises(InputError, match="zit geen mandaatkaart"):
        mandate.mandate_map(store, actor, plain)


def test_somebody_elses_round_and_no_round_read_alike(
    store: Store, somebody_else: Person, round_id: UUID
) -> None:
    for foreign in (round_id, uuid4()):
        with pytest.raises(NotAllowedError, match="is er niet"):
            mandate.mandate_map(store, somebody_else, foreign)


def _phase(seen: MandateMap) -> Holder:
    return seen.holders[1]
