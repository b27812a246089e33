"""What the adversary reads: the snapshots, and from them each figure with the people behind it.

Beside a snapshot the adversary knows what is public (the rules, the statements, who sees them, who
was invited, this source) and, as the worst case, who handed in and who gave a number. What the
schoolleider answered is known too. Numbers people gave are read nowhere but in a snapshot.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from ibreflect.measure import disclosure
from ibreflect.model.questionnaire import Given, RaterGroup
from ibreflect.model.voice import NAMED, Heard, Snapshot
from ibreflect.usecases import ending
from tests.adversary.organisation import LEADER, Response, Taking, handed_in, questions


class Who(NamedTuple):
    """Somebody who is not named; `need` is from how many people on their group may be shown."""

    name: str
    need: int


Fact = tuple[str, int]
"""What may be true of somebody: that they gave an answer, or one of the kinds of facts below."""

GAVE, CANNOT, TOOK_PART = -1, -2, -3

Row = Mapping[tuple[Who, Fact], Fraction]
"""A published number as a sum of facts about people, each with its weight."""

Say = Callable[[Sequence[Given | None], int, bool], tuple[Heard, Hashable]]
"""Of the answers to one statement, the floor and whether the group chooses: what is published."""


class Told(NamedTuple):
    """What is published of one statement in one cell.

    `people` were asked it and handed in, `givers` of them gave a number; the schoolleider is in
    neither, but in `known` with the number given, should a maker ever mix that in. `beside` is what
    a maker publishes beside what `Heard` holds. Of groups that are `merged` no counts are told.
    """

    item_id: str
    people: tuple[Who, ...]
    givers: tuple[Who, ...]
    known: tuple[int, ...]
    heard: Heard
    beside: Hashable
    floor: int
    chooses: bool
    top: int
    merged: bool = False


class Seen(NamedTuple):
    """One snapshot, of these responses; what stands beside it: `rows`, and by voice and item."""

    snapshot: Snapshot
    responses: tuple[Response, ...]
    rows: tuple[Row, ...] = ()
    beside: Mapping[tuple[str, str], Hashable] = {}


class Breach(NamedTuple):
    """What the adversary learned, by which attack, in which round."""

    attack: str
    where: str
    what: str


class Maker(NamedTuple):
    """What makes what is published of a round, and what it says of the answers in one cell."""

    name: str
    publish: Callable[[Taking], tuple[Seen, ...]]
    say: Say


def say(
    given: Sequence[Given | None],
    floor: int,
    chooses: bool,  # noqa: FBT001
) -> tuple[Heard, Hashable]:
    """What ibreflect publishes of one statement in one cell."""
    of_cell = disclosure.choice_of_group if chooses else disclosure.of_group
    return of_cell(given, floor=floor), None


def snapshot(taking: Taking, responses: Sequence[Response]) -> Snapshot:
    """The snapshot ibreflect makes of these responses."""
    return ending.taken(taking.rules, taking.asked, handed_in(taking, responses))


def publish(taking: Taking) -> tuple[Seen, ...]:
    """What ibreflect publishes of a round: one snapshot, made once."""
    return (Seen(snapshot(taking, taking.responses), taking.responses),)


PRODUCT = Maker("ibreflect", publish, say)


def who(taking: Taking, response: Response) -> Who:
    """The person behind a response."""
    return Who(response.person, taking.rules.floors[response.group])


def of_groups(
    seen: Seen, groups: Sequence[RaterGroup], visible_to: Sequence[RaterGroup]
) -> list[Response]:
    """The responses of a cell of those who see a statement; a schoolleider mixed in sees all."""
    return [
        each
        for each in seen.responses
        if each.group in groups and (each.group in visible_to or each.group is LEADER)
    ]


def told(taking: Taking, seen: Seen) -> Iterator[Told]:
    """Every statement in every cell of a snapshot, also those of which nothing may be told."""
    asked = questions(taking)
    for voices in seen.snapshot.voices.values():
        for voice in voices:
            if voice.mark in NAMED:
                continue
            for item_id, heard in voice.heard.items():
                question = asked[item_id]
                behind = of_groups(seen, voice.groups, question.groups)
                people = [each for each in behind if each.group is not LEADER]
                numbers = [each for each in behind if isinstance(each.given.get(item_id), int)]
                yield Told(
                    item_id,
                    tuple(who(taking, each) for each in people),
                    tuple(who(taking, each) for each in numbers if each.group is not LEADER),
                    tuple(number(each, item_id) for each in numbers if each.group is LEADER),
                    heard,
                    seen.beside.get((voice.mark.value, item_id)),
                    voice.floor,
                    question.chooses,
                    question.top,
                    voice.at_least,
                )


def number(response: Response, item_id: str) -> int:
    """The number somebody gave; only for who gave one."""
    given = response.given[item_id]
    assert isinstance(given, int)
    return given


def rows(taking: Taking, seen: Seen) -> Iterator[Row]:
    """Every linear figure of a snapshot, means before rounding."""
    for each in told(taking, seen):
        if each.heard.reason is None:
            yield from _rows_of(each)
    for voices in seen.snapshot.voices.values():
        for voice in voices:
            # Of groups together it is told how many there are at least, which is no sum.
            if voice.mark not in NAMED and voice.n and not voice.at_least:
                yield {
                    (Who(name, taking.rules.floors[group]), ("", TOOK_PART)): Fraction(1)
                    for group in voice.groups
                    if group is not LEADER
                    for name in taking.invited.get(group, ())
                }
    yield from seen.rows


def _rows_of(each: Told) -> Iterator[Row]:
    """How many gave a number; the sum of the numbers; how many gave 1, 2, 3 and 4.

    Everybody who gave a number gave one of five, which is known: so "gave a 5" is one minus the
    rest, and a sum of numbers is 5·n minus 4 for every 1, 3 for every 2, 2 for every 3, 1 for 4.
    """
    if each.heard.n:
        yield {(one, (each.item_id, GAVE)): Fraction(1) for one in each.people}
    if each.heard.value is not None:
        yield sum_of(each.item_id, dict.fromkeys(each.givers, Fraction(1)))
    if each.heard.counts is not None:
        for value in range(1, 5):
            yield {(one, (each.item_id, value)): Fraction(1) for one in each.givers}


def sum_of(item_id: str, weights: Mapping[Who, Fraction]) -> Row:
    """A weighted sum of the numbers people gave to a statement, as a row."""
    return {
        (one, (item_id, value)): weight * (5 - value)
        for one, weight in weights.items()
        for value in range(1, 5)
    }


def worded(fact: Fact) -> str:
    """What a fact is about."""
    item_id, kind = fact
    words = {
        TOOK_PART: "who took part",
        GAVE: f"who gave a number to {item_id}",
        CANNOT: f"who could not judge {item_id}",
    }
    return words.get(kind, f"answers to {item_id}")
