"""Attack four, who took part: how many of a group answered, when too few did to be shown alone?

How groups are shown depends on how many answered, and the rule is public. So the adversary imagines
every number that can have answered of each group, lets the maker publish that, and keeps what looks
the same. It is a breach when one number below the floor is left and says it of every person of the
group: nobody, everybody, or any number out of fewer people than the floor. That everybody who was
invited into a cell that is shown took part is no breach: how many there are is meant to be told.
"""

from collections.abc import Hashable, Iterator, Mapping
from itertools import product

from ibreflect.model.asking import ANONYMOUS
from ibreflect.model.questionnaire import Questionnaire, RaterGroup
from ibreflect.model.voice import NAMED, Snapshot
from ibreflect.usecases.ending import COOPERATION
from tests.adversary.organisation import Response, Taking, questions
from tests.adversary.published import Maker, Seen

Counts = Mapping[RaterGroup, int]


def told(maker: Maker, taking: Taking, seen: Seen) -> list[tuple[RaterGroup, int]]:
    """The groups of which can be known how many took part, fewer than may be shown alone."""
    numbers: dict[RaterGroup, set[int]] = {group: set() for group in _unknown(taking, seen)}
    for counts in _possible(maker, taking, seen) if numbers else ():
        for group, possible in numbers.items():
            possible.add(counts[group])
        if all(len(each) > 1 for each in numbers.values()):
            break
    exact = {group: min(each) for group, each in numbers.items() if len(each) == 1}
    complete = {group for group, number in exact.items() if number == len(taking.invited[group])}
    meant = {group for cell in _shown(seen) if complete.issuperset(cell) for group in cell}
    return [
        (group, number)
        for group, number in exact.items()
        if group not in meant and _is_breach(taking, group, number)
    ]


def looks(snapshot: Snapshot) -> dict[str, Hashable]:
    """How groups are shown on each questionnaire: what there is to see before any answer."""
    return {
        questionnaire_id: tuple(
            (each.mark, each.groups, each.n, each.reason)
            for each in voices
            if each.mark not in NAMED
        )
        for questionnaire_id, voices in snapshot.voices.items()
    }


def _unknown(taking: Taking, seen: Seen) -> list[RaterGroup]:
    """The groups that were invited and are not shown alone."""
    cooperation = seen.snapshot.voices[COOPERATION]
    alone = {voice.groups for voice in cooperation if not voice.reason}
    return [group for group in ANONYMOUS if group in taking.invited and (group,) not in alone]


def _shown(seen: Seen) -> set[tuple[RaterGroup, ...]]:
    """The groups of every cell that is shown, on any questionnaire."""
    return {
        voice.groups
        for voices in seen.snapshot.voices.values()
        for voice in voices
        if voice.mark not in NAMED and not voice.reason
    }


def _is_breach(taking: Taking, group: RaterGroup, number: int) -> bool:
    floor = taking.rules.floors[group]
    return number < floor and (number == 0 or len(taking.invited[group]) < floor)


def _possible(maker: Maker, taking: Taking, seen: Seen) -> Iterator[Counts]:
    """Every number of people per group that gives the same to see."""
    unknown = _unknown(taking, seen)
    real = {
        group: sum(each.group is group for each in seen.responses)
        for group in taking.invited
        if group not in unknown
    }
    public = taking._replace(asked=tuple(map(_bare, taking.asked)))
    alone = public._replace(asked=())  # sooner imagined, and seldom right
    least = _least(taking, seen)
    there = looks(seen.snapshot)
    for numbers in product(*(range(len(taking.invited[group]) + 1) for group in unknown)):
        counts = {**real, **dict(zip(unknown, numbers, strict=True))}
        has_room = all(
            sum(counts.get(group, 0) for group in groups) >= n for groups, n in least.items()
        )
        if has_room and all(
            _imagined(maker, each, counts).items() <= there.items() for each in (alone, public)
        ):
            yield counts


def _least(taking: Taking, seen: Seen) -> dict[tuple[RaterGroup, ...], int]:
    """How many of some groups took part at least, as so many gave a number."""
    asked = questions(taking)
    least: dict[tuple[RaterGroup, ...], int] = {}
    for voices in seen.snapshot.voices.values():
        for voice in voices:
            for item_id, heard in voice.heard.items() if voice.mark not in NAMED else ():
                groups = tuple(each for each in voice.groups if each in asked[item_id].groups)
                least[groups] = max(heard.n, least.get(groups, 0))
    return least


def _imagined(maker: Maker, public: Taking, counts: Counts) -> dict[str, Hashable]:
    """How groups would be shown, had so many people answered."""
    responses = tuple(
        Response(person, group, {}, {})
        for group, people in public.invited.items()
        for person in people[: counts[group]]
    )
    return looks(maker.publish(public._replace(responses=responses))[-1].snapshot)


def _bare(questionnaire: Questionnaire) -> Questionnaire:
    """The same questionnaire with one statement, asked of the same groups: it looks the same."""
    scale = questionnaire.scales[0]
    item = scale.items[0].model_copy(update={"visible_to": questionnaire.groups})
    return questionnaire.model_copy(
        update={"scales": (scale.model_copy(update={"items": (item,)}),)}
    )
