"""What the answers of others may show: decided here, before any page, figure or file.

Two rules make that nothing can be worked out by subtracting. Every answer is in one figure only:
groups are shown apart, or together in one, and there are no totals. And a figure never says that
all of a group gave the same answer, for then everybody's own answer would be known.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ibreflect.measure.raters import unity
from ibreflect.model.questionnaire import NON_ANSWER_WORDS, Given, NonAnswer, RaterGroup
from ibreflect.model.voice import MARK_OF, Heard, Mark

FLOOR = 3
"""No figure of a group, and no rule about one, goes below this."""

FLOORS = {
    RaterGroup.TEACHER: FLOOR,
    RaterGroup.COLLEAGUE: FLOOR,
    RaterGroup.BOARD: FLOOR,
    RaterGroup.PARENT: 5,
}
"""From how many people on a group is shown; a round may ask for more, never for less."""

MERGED = (RaterGroup.TEACHER, RaterGroup.COLLEAGUE, RaterGroup.BOARD)
"""The groups that may be shown as one; they have one floor, or how they go together would tell."""

DETAIL_FLOOR = 5
"""From how many numbers on it is told whether a group agrees, its lowest, highest and distribution.

With fewer, these and the mean together would often leave one way in which people answered."""

TEXT_FLOOR = 5
"""From how many people on what they wrote at one question is shown, in any order."""

TOO_FEW = "te weinig antwoorden; zo blijft onbekend wie wat zei"
NOT_ANSWERED = "niet beantwoord"
AT_LEAST, AT_MOST = "minstens", "hoogstens"

_JOINS_FIRST = (RaterGroup.COLLEAGUE, RaterGroup.TEACHER, RaterGroup.BOARD)
_LOWEST, _HIGHEST = 1, 5


class Cell(NamedTuple):
    """Answers that are shown as one: of `groups`, `n` people, from `floor` people on."""

    mark: Mark
    groups: tuple[RaterGroup, ...]
    n: int
    floor: int

    @property
    def is_shown(self) -> bool:
        """Whether there are enough people."""
        return self.n >= self.floor

    @property
    def is_merged(self) -> bool:
        """Whether more than one group is in it; then it is never told how many people exactly.

        From the numbers of two such cells one could work out how many of a small group took part.
        """
        return len(self.groups) > 1


def floors(
    colleagues: int = FLOOR, parents: int = FLOORS[RaterGroup.PARENT]
) -> dict[RaterGroup, int]:
    """The floors of a round: one for leraren, collega's and bestuur, and one for parents."""
    return {**dict.fromkeys(MERGED, colleagues), RaterGroup.PARENT: parents}


def cells(counts: Mapping[RaterGroup, int], floors: Mapping[RaterGroup, int]) -> tuple[Cell, ...]:
    """How the groups that were asked are shown, in the order of `RaterGroup`, the rest last.

    `counts` has the number of people who answered for every group that was asked, also when it is
    0; the schoolleider, who is named, is left out. Leraren, collega's and bestuur of which too few
    answered go together as the rest; if that is still too few, one of the others of these three
    joins them: collega's if they can, else leraren. Groups with nobody and with too few are treated
    alike, and who joins does not depend on how many they are, so that how groups are shown seldom
    tells that somebody answered (never what); the tests of the adversary count how seldom.
    """
    alone = {
        group: Cell(MARK_OF[group], (group,), counts[group], floors[group])
        for group in RaterGroup
        if group in counts and group is not RaterGroup.SCHOOL_LEADER
    }
    rest = _rest([alone[group] for group in MERGED if group in alone])
    kept = tuple(cell for group, cell in alone.items() if group not in rest.groups)
    return (*kept, rest) if rest.groups else kept


def as_one(counts: Mapping[RaterGroup, int], floors: Mapping[RaterGroup, int]) -> tuple[Cell, ...]:
    """Leraren, collega's and bestuur as one team, for who decides what; parents are not asked."""
    groups = tuple(group for group in MERGED if group in counts)
    if not groups:
        return ()
    n = sum(counts[group] for group in groups)
    return (Cell(Mark.TEAM, groups, n, max(floors[group] for group in groups)),)


def _rest(mergeable: Sequence[Cell]) -> Cell:
    small = [cell for cell in mergeable if not cell.is_shown]
    large = [cell for cell in mergeable if cell.is_shown]
    rest = _together(small)
    if small and not rest.is_shown and large:
        joins = min(large, key=lambda cell: _JOINS_FIRST.index(cell.groups[0]))
        rest = _together([cell for cell in mergeable if cell in small or cell is joins])
    # One group that is too small has nobody to go with; it keeps its own name.
    return rest if len(rest.groups) > 1 else _together([])


def _together(parts: Sequence[Cell]) -> Cell:
    return Cell(
        Mark.REST,
        tuple(group for part in parts for group in part.groups),
        sum(part.n for part in parts),
        max((part.floor for part in parts), default=FLOOR),
    )


def of_one(given: Given | None) -> Heard:
    """The answer of somebody who is named, or the reason why there is no number."""
    if given is None:
        return Heard(None, 0, None, NOT_ANSWERED)
    if isinstance(given, NonAnswer):
        return Heard(None, 0, None, NON_ANSWER_WORDS[given])
    return Heard(float(given), 1, given, None)


def of_group(given: Sequence[Given | None], *, floor: int) -> Heard:
    """The answers of a group that rates one statement, one per person; absent ones are None.

    Nothing unless at least `floor` people gave a number, not even how many there were; only that
    more than half could not judge. The mean is sum / n with one decimal, with the sum of all but
    one person at most at either end of the scale: if everybody chose the end, it says "at least".
    """
    numbers = sorted(each for each in given if isinstance(each, int))
    unseen = len(given) >= floor and _more_than_half(given, NonAnswer.CANNOT_JUDGE)
    if len(numbers) < floor:
        return Heard(None, 0, None, TOO_FEW, unseen=unseen)
    total, bound = _bounded(sum(numbers), len(numbers))
    heard = Heard(
        round(total / len(numbers), 1),
        len(numbers),
        None,
        None,
        bound=bound,
        unseen=unseen,
    )
    return _with_detail(heard, numbers) if len(numbers) >= DETAIL_FLOOR else heard


def choice_of_group(given: Sequence[Given | None], *, floor: int) -> Heard:
    """The answers of a group that chooses rather than rates: the one that more than half gave.

    Nothing unless at least `floor` people chose; no answer in common means they are divided.
    """
    numbers = [each for each in given if isinstance(each, int)]
    unseen = len(given) >= floor and _more_than_half(given, NonAnswer.CANNOT_JUDGE)
    if len(numbers) < floor:
        return Heard(None, 0, None, TOO_FEW, unseen=unseen)
    most = Counter(numbers).most_common(1)[0][0]
    common = most if _more_than_half(numbers, most) else None
    return Heard(None, len(numbers), common, None, unseen=unseen)


def with_least(heard: Heard, floor: int) -> Heard:
    """The same with so many people as there are at least, for groups that are shown as one.

    Without a distribution, of which the sum is how many there are.
    """
    if not heard.n:
        return heard
    least = floor if heard.n < DETAIL_FLOOR else max(floor, DETAIL_FLOOR)
    return heard._replace(n=least, counts=None)


def _bounded(total: int, n: int) -> tuple[int, str]:
    """The sum as it may be told: everybody at one end looks like everybody but one step."""
    if total >= _HIGHEST * n - 1:
        return _HIGHEST * n - 1, AT_LEAST
    if total <= _LOWEST * n + 1:
        return _LOWEST * n + 1, AT_MOST
    return total, ""


def _with_detail(heard: Heard, numbers: Sequence[int]) -> Heard:
    """Whether they agree; lowest and highest, a step wider when all are equal; counts only when
    three or more differ.

    With fewer who differ the counts would be left out for equal answers only, and so tell them.
    """
    low, high = numbers[0], numbers[-1]
    if low == high:
        low, high = max(_LOWEST, low - 1), min(_HIGHEST, high + 1)
    counts = tuple(numbers.count(value) for value in range(_LOWEST, _HIGHEST + 1))
    shown = counts if len(numbers) - max(counts) >= FLOOR else None
    return heard._replace(unity=unity(numbers).value, low=low, high=high, counts=shown)


def _more_than_half(given: Sequence[Given | None], answer: Given) -> bool:
    return 2 * sum(each == answer for each in given) > len(given)
