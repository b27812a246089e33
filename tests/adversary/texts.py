"""Attack five, texts and form: what people wrote, and whether anything finer than agreed is told.

Remarks are shown from the text floor on, as they were written, by topic and in no order that goes
with who wrote or when. Order is tried over many rounds: three sums of which the mean and variance
under random order are known, each as a number of standard deviations from that mean.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ibreflect.measure.disclosure import TEXT_FLOOR
from ibreflect.model.asking import REMARK_TOPICS
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.voice import NAMED, Snapshot
from tests.adversary.organisation import LEADER, Response, Taking
from tests.adversary.published import Maker, Seen

ROUNDS = 1_000
CHANCE = 6.0
"""So many standard deviations happen by chance in two of a billion cases."""

_TOPICS = tuple(each.topic for each in REMARK_TOPICS)
_WRITERS = 7
_NEIGHBOURS_VARIANCE = 41 / 49


class Order(NamedTuple):
    """How far order is from random, in standard deviations: against arrival, neighbours, topics."""

    arrival: float
    neighbours: float
    topics: float

    @property
    def tells(self) -> bool:
        """Whether this is more than chance."""
        return any(abs(each) > CHANCE for each in self)


def told(seen: Seen) -> Iterator[str]:
    """What a snapshot says about texts or in digits that it should not."""
    yield from _texts(seen)
    for voices in seen.snapshot.voices.values():
        for voice in voices:
            for item_id, heard in voice.heard.items():
                if heard.value is not None and round(heard.value, 1) != heard.value:
                    yield f"{item_id}: {heard.value} is finer than one decimal"
                if voice.mark not in NAMED and heard.reason and any(heard[:3]):
                    yield f"{item_id}: hidden, and yet {heard}"


def _texts(seen: Seen) -> Iterator[str]:
    written = [
        (topic, body)
        for each in seen.responses
        if each.group is not LEADER
        for topic, body in each.remarks.items()
    ]
    for topic, shown in seen.snapshot.remarks.items():
        if topic not in _TOPICS:
            yield f"{topic} is not a topic"
        if len(shown) < TEXT_FLOOR:
            yield f"{len(shown)} remarks about {topic}"
        if sorted(shown) != sorted(body for about, body in written if about == topic):
            yield f"remarks about {topic} are not what was written"


def order(maker: Maker, taking: Taking, rounds: int) -> Order:
    """The order of remarks over so many rounds in which seven people write on every topic.

    Against arrival: Spearman's rank correlation of seven, of which the variance is 1/6. Neighbours:
    how many are followed by who came next: (n - 1)/n on average, and with E[X²] = (2n - 3)/n for
    random orders a variance of 41/49. Topics: the rank correlation of two topics.
    """
    people = _WRITERS
    names = tuple(f"leraar {number}" for number in range(people))
    responses = tuple(
        Response(name, RaterGroup.TEACHER, {}, {topic: str(place) for topic in _TOPICS})
        for place, name in enumerate(names)
    )
    writing = taking._replace(responses=responses, invited={RaterGroup.TEACHER: names})
    arrival = neighbours = topics = 0.0
    for _ in range(rounds):
        first, second = _places(maker.publish(writing)[-1].snapshot)
        arrival += spearman(first, range(people))
        neighbours += sum(next_ == one + 1 for one, next_ in pairwise(first))
        topics += spearman(first, second)
    spread = math.sqrt(rounds / (people - 1))
    return Order(
        arrival / spread,
        (neighbours - rounds * (people - 1) / people) / math.sqrt(rounds * _NEIGHBOURS_VARIANCE),
        topics / spread,
    )


def spearman(one: Sequence[int], other: Sequence[int]) -> float:
    """Rank correlation of two orders of 0 to n - 1: 1 - 6·Σd² / (n·(n² - 1))."""
    n = len(one)
    return 1 - 6 * sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) / (n * (n * n - 1))


def _places(taken: Snapshot) -> tuple[list[int], list[int]]:
    """In which order seven people stand under the first two topics, as the numbers they came in."""
    first, second, *_ = ([int(body) for body in shown] for shown in taken.remarks.values())
    return first, second
