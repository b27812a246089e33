"""Attack three, exact: which answers can there have been, when the rule is public?

Whoever knows the rule can try all answers a cell could have given and keep those that give exactly
what is published of a statement: mean, bound, unity, lowest, highest, counts, unseen and how many,
all at once. It is a breach when everybody gave the same answer in all that are left, for then the
answer of each is known: the number of all who gave one, or that all could not judge.

Up to eight people every multiset is tried, with the reasons for giving no number. Above that, what
all said alike must have a twin nearby: numbers that differ a step and give the same.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations_with_replacement

from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.model.voice import Heard
from tests.adversary.published import Say, Told

TRIED = 8
"""Up to how many people everything is tried."""

_REASONS = (NonAnswer.CANNOT_JUDGE, NonAnswer.NOT_APPLICABLE)


def alike(told: Iterable[Told], say: Say) -> list[Told]:
    """The figures that only answers that are all alike give."""
    return [each for each in told if each.people and _tells(each, say)]


@cache
def possible(
    say: Say, size: int, floor: int, asked: tuple[bool, int]
) -> Mapping[tuple[int, Hashable], frozenset[tuple[Given, ...]]]:
    """Per number of givers and thing published of `size` people, the answers there can have been.

    `asked` is whether a group chooses and the highest answer. Without any number given the answers
    are the reasons; else the numbers alone, for who gave one is known.
    """
    chooses, top = asked
    found: dict[tuple[int, Hashable], set[tuple[Given, ...]]] = defaultdict(set)
    for given in combinations_with_replacement([*range(1, top + 1), *_REASONS], size):
        numbers = tuple(each for each in given if isinstance(each, int))
        found[len(numbers), _said(*say(given, floor, chooses))].add(numbers or given)
    return {published: frozenset(answers) for published, answers in found.items()}


def are_known(answers: Iterable[tuple[Given, ...]]) -> bool:
    """Whether these possible answers tell what each person gave.

    They do when in all of them everybody gave the same; of one person, when there is one answer;
    without numbers, when all could not judge.
    """
    found = {*answers}
    if any(len({*each}) > 1 for each in found):
        return False
    if any(len(each) == 1 for each in found):
        return len(found) == 1 and found != {(NonAnswer.NOT_APPLICABLE,)}
    return all(each[0] is not NonAnswer.NOT_APPLICABLE for each in found)


@cache
def _without_counts(say: Say) -> Say:
    """The same of groups together, of which it is never told how many gave what."""

    def said(given: Sequence[Given | None], floor: int, chooses: bool) -> tuple[Heard, Hashable]:  # noqa: FBT001
        heard, beside = say(given, floor, chooses)
        return heard._replace(counts=None), beside

    return said


def _said(heard: Heard, beside: Hashable) -> Hashable:
    """What is published but for how many gave a number: that is known, told or not."""
    return heard._replace(n=0), beside


def _tells(each: Told, say: Say) -> bool:
    if each.known:  # the schoolleider is mixed in: linear programming sees to that
        return False
    published, asked = _said(each.heard, each.beside), (each.chooses, each.top)
    if each.merged and each.heard.counts is None:
        say = _without_counts(say)
    if len(each.people) <= TRIED:
        tried = possible(say, len(each.people), each.floor, asked)
        return are_known(tried[len(each.givers), published])
    return _has_no_twin(say, (len(each.people), len(each.givers), each.floor), asked, published)


@lru_cache(maxsize=100_000)
def _has_no_twin(
    say: Say, sizes: tuple[int, int, int], asked: tuple[bool, int], published: Hashable
) -> bool:
    """Whether all alike give what is published, and nothing a step beside that does."""
    people, n, floor = sizes
    chooses, top = asked
    if n <= 1:
        return False
    reasons = [
        (*[NonAnswer.CANNOT_JUDGE] * cannot, *[NonAnswer.NOT_APPLICABLE] * (people - n - cannot))
        for cannot in range(people - n + 1)
    ]

    def gives(numbers: Sequence[int]) -> bool:
        return any(
            _said(*say((*numbers, *other), floor, chooses)) == published for other in reasons
        )

    found = [value for value in range(1, top + 1) if gives([value] * n)]
    return bool(found) and not any(gives(near) for value in found for near in _near(value, n, top))


def _near(value: int, n: int, top: int) -> Iterator[list[int]]:
    """Answers that differ in one or two people from all giving `value`."""
    changes = ((value - 1,), (value + 1,), (value - 1, value + 1))
    for change in changes:
        if all(1 <= each <= top for each in change):
            yield [value] * (n - len(change)) + [*change]
