"""Planted weaknesses in what is said of one statement in one cell, and in what people wrote."""

import secrets
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from fractions import Fraction
from functools import partial
from statistics import stdev

from ibreflect.measure import disclosure
from ibreflect.measure.disclosure import DETAIL_FLOOR, TEXT_FLOOR
from ibreflect.model.questionnaire import Given
from ibreflect.model.voice import NAMED, Heard, Voice
from tests.adversary.organisation import LEADER, Taking, questions
from tests.adversary.published import Maker, Seen, of_groups, publish

Change = Callable[[Heard, Sequence[int]], tuple[Heard, Hashable]]
"""What is said instead, and beside it, of the numbers of a group that rates a statement."""


def figure_maker(name: str, change: Change) -> Maker:
    """A maker that says something else of every statement that a group rates."""

    def say(
        given: Sequence[Given | None],
        floor: int,
        chooses: bool,  # noqa: FBT001
    ) -> tuple[Heard, Hashable]:
        return _said(change, given, floor, chooses=chooses)

    return Maker(name, partial(_published, change), say)


def open_ended(heard: Heard, numbers: Sequence[int]) -> tuple[Heard, Hashable]:
    """The mean as it is, also when everybody chose the end of the scale."""
    return heard._replace(value=_mean(numbers, 1), bound=""), None


def narrow(heard: Heard, numbers: Sequence[int]) -> tuple[Heard, Hashable]:
    """Lowest and highest as they are, also when they are the same."""
    if len(numbers) < DETAIL_FLOOR:
        return heard, None
    return heard._replace(low=min(numbers), high=max(numbers)), None


def counted(heard: Heard, numbers: Sequence[int]) -> tuple[Heard, Hashable]:
    """The distribution from five people on, whatever it is."""
    if len(numbers) < DETAIL_FLOOR:
        return heard, None
    return heard._replace(counts=tuple(numbers.count(value) for value in range(1, 6))), None


def with_majority(heard: Heard, numbers: Sequence[int]) -> tuple[Heard, Hashable]:
    """What more than half said beside the mean."""
    most, many = Counter(numbers).most_common(1)[0]
    return heard._replace(common=most if 2 * many > len(numbers) else None), None


def with_two_decimals(heard: Heard, numbers: Sequence[int]) -> tuple[Heard, Hashable]:
    """Means with two decimals."""
    return (heard if heard.bound else heard._replace(value=_mean(numbers, 2))), None


def with_spread(heard: Heard, numbers: Sequence[int]) -> tuple[Heard, Hashable]:
    """A band as wide as the group's own answers lie apart, in two decimals."""
    return heard, round(stdev(numbers), 2)


def all_texts(taking: Taking) -> tuple[Seen, ...]:
    """Remarks also when fewer than the text floor wrote one."""
    (seen,) = _with_remarks(taking, "{topic}", least=1)
    return (_shuffled(seen),)


def labelled_texts(taking: Taking) -> tuple[Seen, ...]:
    """Remarks by the group of who wrote them."""
    (seen,) = _with_remarks(taking, "{topic} ({group})", least=TEXT_FLOOR)
    return (_shuffled(seen),)


def texts_as_they_came(taking: Taking) -> tuple[Seen, ...]:
    """Remarks in the order in which they came."""
    return _with_remarks(taking, "{topic}", least=TEXT_FLOOR)


def texts_in_one_order(taking: Taking) -> tuple[Seen, ...]:
    """Remarks in random order, but the same people first under every topic."""
    (seen,) = publish(taking)
    topics = list(seen.snapshot.remarks)
    if len(topics) < 2:
        return (seen,)
    writers = {
        body: each.remarks for each in taking.responses for body in [each.remarks.get(topics[0])]
    }
    remarks = {
        topic: tuple(writers[body][topic] for body in seen.snapshot.remarks[topics[0]])
        if all(topic in writers[body] for body in seen.snapshot.remarks[topics[0]])
        else shown
        for topic, shown in seen.snapshot.remarks.items()
    }
    return (seen._replace(snapshot=seen.snapshot._replace(remarks=remarks)),)


def _with_remarks(taking: Taking, heading: str, *, least: int) -> tuple[Seen, ...]:
    (seen,) = publish(taking)
    found: dict[str, list[str]] = {}
    for each in taking.responses:
        for topic, body in each.remarks.items() if each.group is not LEADER else ():
            under = heading.format(topic=topic, group=each.group.value)
            found.setdefault(under, []).append(body)
    remarks = {topic: tuple(bodies) for topic, bodies in found.items() if len(bodies) >= least}
    return (seen._replace(snapshot=seen.snapshot._replace(remarks=remarks)),)


def _shuffled(seen: Seen) -> Seen:
    anew = secrets.SystemRandom()
    remarks = {
        topic: tuple(anew.sample(shown, len(shown)))
        for topic, shown in seen.snapshot.remarks.items()
    }
    return seen._replace(snapshot=seen.snapshot._replace(remarks=remarks))


def _published(change: Change, taking: Taking) -> tuple[Seen, ...]:
    (seen,) = publish(taking)
    asked = questions(taking)
    beside: dict[tuple[str, str], Hashable] = {}

    def changed(voice: Voice) -> Voice:
        heard = dict(voice.heard)
        for item_id in heard if voice.mark not in NAMED else ():
            people = of_groups(seen, voice.groups, asked[item_id].groups)
            given = [each.given.get(item_id) for each in people]
            heard[item_id], beside[voice.mark.value, item_id] = _said(
                change, given, voice.floor, chooses=asked[item_id].chooses
            )
        return voice._replace(heard=heard)

    voices = {key: tuple(map(changed, each)) for key, each in seen.snapshot.voices.items()}
    return (seen._replace(snapshot=seen.snapshot._replace(voices=voices), beside=beside),)


def _said(
    change: Change, given: Sequence[Given | None], floor: int, *, chooses: bool
) -> tuple[Heard, Hashable]:
    if chooses:
        return disclosure.choice_of_group(given, floor=floor), None
    heard = disclosure.of_group(given, floor=floor)
    numbers = [each for each in given if isinstance(each, int)]
    return change(heard, numbers) if heard.reason is None else (heard, None)


def _mean(numbers: Sequence[int], decimals: int) -> float:
    return float(round(Fraction(sum(numbers), len(numbers)), decimals))
