"""What the adversary learns from ibreflect: nothing; and from makers with a weakness: that one.

`make adversary` does the same with ten thousand schools.
"""

from datetime import date

import pytest

from ibreflect.measure.disclosure import FLOORS
from ibreflect.model.asking import HandedOutBy, Rules
from ibreflect.model.questionnaire import RaterGroup
from tests.adversary import multisets, participation, search, texts
from tests.adversary.attack import ATTENDANCE, breaches
from tests.adversary.organisation import LEADER, Response, Taking, organisation
from tests.adversary.planted import PLANTED, nobody_told_apart
from tests.adversary.published import PRODUCT, Breach, Maker, say

SEED = 360
SAMPLE = 150
FEW = 60


def round_of(**counts: tuple[int, int]) -> Taking:
    """A round in which of each group so many answered of so many invited."""
    rules = Rules(date(2027, 3, 1), date(2027, 3, 15), FLOORS, (), "", "", "", HandedOutBy.SELF)
    invited = {
        RaterGroup(group): tuple(f"{group} {each}" for each in range(many))
        for group, (_, many) in counts.items()
    }
    responses = tuple(
        Response(person, group, {}, {})
        for group, names in invited.items()
        for person in names[: counts[group.value][0]]
    )
    return Taking("ronde", rules, (), invited, responses, ())


def took_part(maker: Maker, taking: Taking) -> list[tuple[RaterGroup, int]]:
    return [
        each for seen in maker.publish(taking) for each in participation.told(maker, taking, seen)
    ]


@pytest.fixture(scope="module")
def learned() -> list[tuple[int, Breach]]:
    return [each for number in range(SAMPLE) for each in search.of_school(SEED, number)]


def test_nothing_is_learned(learned: list[tuple[int, Breach]]) -> None:
    assert [each for each in learned if each[1].attack != ATTENDANCE] == []


def test_how_groups_go_together_seldom_tells_who_took_part(
    learned: list[tuple[int, Breach]],
) -> None:
    """In less than one in a hundred of these rounds, which are harsher than real ones."""
    rounds = {(number, each.where) for number, each in learned if each.attack == ATTENDANCE}
    assert len(rounds) < SAMPLE * 4 / 100


@pytest.mark.parametrize("maker", PLANTED, ids=lambda maker: maker.name)
def test_a_planted_weakness_is_found(maker: Maker) -> None:
    assert search.found_by(maker, SEED, range(FEW))


def test_order_of_texts_tells_nothing() -> None:
    alone = organisation(SEED, 0)[0]._replace(asked=())
    assert not texts.order(PRODUCT, alone, texts.ROUNDS).tells


def test_the_same_seed_gives_the_same_schools() -> None:
    assert organisation(SEED, 7) == organisation(SEED, 7)
    assert organisation(SEED, 7) != organisation(SEED, 8)


def test_schools_are_as_hard_as_they_should_be() -> None:
    """Empty, small and large groups, raised floors, late answers."""
    rounds = [taking for number in range(SAMPLE) for taking in organisation(SEED, number)]
    answered = [
        (sum(each.group is group for each in taking.responses), len(names))
        for taking in rounds
        for group, names in taking.invited.items()
        if group is not LEADER
    ]
    assert {0, 1, 2, 3, 5, 12} <= {many for many, _ in answered}
    assert any(many == 0 < invited for many, invited in answered)
    assert any(taking.late for taking in rounds)
    assert any(taking.rules.floors != FLOORS for taking in rounds)
    assert {len(taking.asked) for taking in rounds} == {1, 2, 3}


def test_who_took_part_is_not_told_by_how_groups_are_shown() -> None:
    """Of leraren and collega's together three answered: 0 + 3, 1 + 2, 2 + 1 or 3 + 0."""
    assert took_part(PRODUCT, round_of(leraar=(1, 4), collega=(2, 3))) == []
    assert took_part(PRODUCT, round_of(leraar=(0, 4), collega=(3, 3))) == []


def test_that_everybody_of_a_cell_took_part_is_meant_to_be_told() -> None:
    assert took_part(PRODUCT, round_of(leraar=(1, 1), collega=(2, 2))) == []


def test_that_nobody_of_a_group_took_part_is_learned_when_it_says_so() -> None:
    told_apart = Maker("", nobody_told_apart, say)
    assert took_part(told_apart, round_of(ouder=(0, 3))) == [(RaterGroup.PARENT, 0)]
    assert took_part(told_apart, round_of(ouder=(1, 3))) == []


def test_the_limit_of_a_mean_of_three_for_who_took_part_and_stands_alone() -> None:
    """Who gave a 3 and sees 4.3 of three knows that the others gave 5; no rule here hides that."""
    published, _ = say([3, 5, 5], 3, False)  # noqa: FBT003
    possible = multisets.possible(say, 3, 3, (False, 5))[3, (published._replace(n=0), None)]
    assert [answers for answers in possible if 3 in answers] == [(3, 5, 5)]


def test_nothing_is_learned_without_answers() -> None:
    empty = [taking._replace(responses=()) for taking in organisation(SEED, 1)]
    assert list(breaches(PRODUCT, tuple(empty))) == []
