"""Schools that never were: whom their ib'ers asked, who answered what, and when asking ended.

Small groups, equal answers, answers at the ends of the scale and statements that almost nobody can
judge come up far more often than in a real school, for there anonymity is hard.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from ibreflect.measure import disclosure
from ibreflect.measure.disclosure import FLOORS
from ibreflect.model.asking import ANONYMOUS, CONTACT, HandedOutBy, Rules, remark_topics
from ibreflect.model.questionnaire import (
    Form,
    Given,
    Item,
    NonAnswer,
    Questionnaire,
    RaterGroup,
    WishKind,
)
from ibreflect.questionnaires.load import load_folder
from ibreflect.store.snapshots import HandedIn
from ibreflect.store.voices import OTHERS

LEADER = RaterGroup.SCHOOL_LEADER
MOST_PEOPLE = 12
_FOLDER = Path(__file__).resolve().parents[2] / "questionnaires"
_SIZES = (0, 1, 2, 3, 3, 4, 4, 5, 6, 7, 9, MOST_PEOPLE)
_CUTS = 6
"""How many small subsets of the statements of each questionnaire there are to ask."""


class Response(NamedTuple):
    """What one person handed in; `remarks` by topic."""

    person: str
    group: RaterGroup
    given: Mapping[str, Given]
    remarks: Mapping[str, str]


class Taking(NamedTuple):
    """One round of one ib'er: `responses` are those in time, in order of arrival.

    `invited` has the names of everybody who got a link, `late` what came after the end.
    """

    key: str
    rules: Rules
    asked: tuple[Questionnaire, ...]
    invited: Mapping[RaterGroup, tuple[str, ...]]
    responses: tuple[Response, ...]
    late: tuple[Response, ...]


class Question(NamedTuple):
    """What is public about one statement: who sees it and how it is answered, from 1 to `top`."""

    groups: tuple[RaterGroup, ...]
    chooses: bool
    top: int


class _Habits(NamedTuple):
    """How people of a round answer: `shared` gives a group one answer to a statement."""

    shared: Mapping[tuple[RaterGroup, str], int]
    unseen: frozenset[str]
    skipping: float


def organisation(seed: int, number: int) -> tuple[Taking, ...]:
    """All rounds of one school: 1-3 ib'ers with 1-3 rounds each, over the same people."""
    chance = Random(f"{seed}:{number}")  # noqa: S311 - to be repeated, not to be secret
    school = {
        group: [f"{group.value} {each}" for each in range(chance.choice(_SIZES))]
        for group in ANONYMOUS
    }
    rounds = [
        (f"ib'er {owner}, ronde {turn}", owner)
        for owner in range(chance.randint(1, 3))
        for turn in range(chance.randint(1, 3))
    ]
    return tuple(_taking(chance, key, _around(school, owner)) for key, owner in rounds)


def handed_in(taking: Taking, responses: Sequence[Response]) -> HandedIn:
    """What the maker of a snapshot is handed, had these people and nobody else answered."""
    groups = {each.group for each in responses}
    return HandedIn(
        frozenset(taking.invited),
        {
            group: [each.given for each in responses if each.group is group]
            for group in RaterGroup
            if group in groups
        },
        [
            (each.group.value if each.group is LEADER else OTHERS, topic, body)
            for each in responses
            for topic, body in each.remarks.items()
        ],
    )


def questions(taking: Taking) -> dict[str, Question]:
    """Every statement and wish of a round by id, and how often people work together."""
    found = {CONTACT: Question(ANONYMOUS, chooses=True, top=5)}
    for each in taking.asked:
        is_map = each.form is Form.MANDATE_MAP
        for item in each.items:
            found[item.id] = Question(item.visible_to, chooses=is_map, top=5)
            if each.wish is not None:
                turns = each.wish is WishKind.DIRECTION
                top = len(each.wish_words)
                found[item.wish_id] = Question(item.visible_to, chooses=is_map or turns, top=top)
    return found


@cache
def _cuts() -> tuple[tuple[Questionnaire, ...], ...]:
    chance = Random("cuts")  # noqa: S311 - to be repeated, not to be secret
    return tuple(
        tuple(_cut(each.questionnaire, chance) for _ in range(_CUTS))
        for each in load_folder(_FOLDER)
    )


def _cut(whole: Questionnaire, chance: Random) -> Questionnaire:
    """The same questionnaire with three statements of one scale and one or two of others."""
    scale = chance.choice([each for each in whole.scales if any(map(_is_asked, each.items))])
    asked = [item for item in scale.items if _is_asked(item)]
    near = chance.sample(asked, min(3, len(asked)))
    far = [item for item in whole.items if _is_asked(item) and item not in near]
    rare = sorted(far, key=lambda item: (len(item.visible_to), chance.random()))[:4]
    chosen = (*near, *chance.sample(rare, min(2, len(rare))))
    return whole.model_copy(update={"scales": (scale.model_copy(update={"items": chosen}),)})


def _is_asked(item: Item) -> bool:
    return bool({*item.visible_to} & {*ANONYMOUS})


def _around(
    school: Mapping[RaterGroup, Sequence[str]], owner: int
) -> dict[RaterGroup, Sequence[str]]:
    """Everybody but the ib'er, who is the first, second or third of the collega's."""
    colleagues = school[RaterGroup.COLLEAGUE]
    others = [name for place, name in enumerate(colleagues) if place != owner]
    return {**school, RaterGroup.COLLEAGUE: others, LEADER: ["schoolleider"]}


def _taking(chance: Random, key: str, people: Mapping[RaterGroup, Sequence[str]]) -> Taking:
    asked = tuple(chance.choice(each) for each in chance.sample(_cuts(), chance.randint(1, 3)))
    invited = {
        group: tuple(names[: chance.choice((MOST_PEOPLE, MOST_PEOPLE, chance.randint(1, 7)))])
        for group, names in people.items()
        if chance.random() < 0.85
    }
    rules = Rules(
        opens_on=date(2027, 3, 1),
        closes_on=date(2027, 3, 15),
        floors=disclosure.floors(
            FLOORS[RaterGroup.TEACHER] + _raised(chance),
            FLOORS[RaterGroup.PARENT] + _raised(chance),
        ),
        asked=tuple(each.id for each in asked),
        region="",
        reply_name="",
        reply_address="",
        handed_out_by=HandedOutBy.SELF,
    )
    empty = Taking(key, rules, asked, {g: names for g, names in invited.items() if names}, (), ())
    arrived = _arrived(chance, empty)
    on_time = len(arrived) - chance.choice((0, 0, 0, chance.randint(0, len(arrived))))
    return empty._replace(responses=arrived[:on_time], late=arrived[on_time:])


def _raised(chance: Random) -> int:
    return chance.choice((0, 0, 0, 0, 0, 0, 1, 1, 3))


def _arrived(chance: Random, taking: Taking) -> tuple[Response, ...]:
    habits = _habits(chance, taking)
    eager = {group: chance.choice((0.4, 0.8, 1.0, 1.0)) for group in RaterGroup}
    coming = [
        (group, person)
        for group, people in taking.invited.items()
        for person in people
        if chance.random() < eager[group]
    ]
    chance.shuffle(coming)
    asked = questions(taking)
    return tuple(
        Response(
            person, group, _given(chance, group, asked, habits), _remarks(chance, person, group)
        )
        for group, person in coming
    )


def _habits(chance: Random, taking: Taking) -> _Habits:
    asked = questions(taking)
    alike = chance.choice((0.0, 0.3, 0.9))
    shared = {
        (group, item_id): chance.choice((1, each.top, chance.randint(1, each.top)))
        for group in RaterGroup
        for item_id, each in asked.items()
        if chance.random() < alike
    }
    unseen = frozenset(item_id for item_id in asked if chance.random() < 0.12)
    return _Habits(shared, unseen, chance.choice((0.0, 0.05, 0.3)))


def _given(
    chance: Random, group: RaterGroup, asked: Mapping[str, Question], habits: _Habits
) -> dict[str, Given]:
    skipping = chance.choice((habits.skipping,) * 8 + (0.9,))  # some answer nearly nothing
    line = chance.choice((None,) * 7 + (1, 3, 5))  # some give the same answer everywhere
    given: dict[str, Given] = {}
    for item_id, question in asked.items():
        is_seen = group in question.groups or (group is LEADER and item_id == CONTACT)
        if is_seen and chance.random() >= skipping:
            own = line if line else chance.randint(max(1, question.top - 3), question.top)
            number = min(question.top, habits.shared.get((group, item_id), own))
            cannot = chance.random() < (0.85 if item_id in habits.unseen else 0.05)
            given[item_id] = chance.choice(_NON_ANSWERS) if cannot else number
    return given


def _remarks(chance: Random, person: str, group: RaterGroup) -> dict[str, str]:
    return {
        each.topic: f"{person} over {each.topic}"
        for each in remark_topics(group)
        if chance.random() < 0.5
    }


_NON_ANSWERS = (NonAnswer.CANNOT_JUDGE,) * 3 + (NonAnswer.NOT_APPLICABLE,)
