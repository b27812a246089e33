"""Attack four, who took part: how many of a group answered, when too few did to be shown alone?

How groups are shown depends on how many answered, and the rule is public. So the adversary imagines
every number that can have answered of each group, lets the maker publish that, and keeps what looks
the same. It is a breach when one number below the floor is left and says it of every person of the
group: nobody, everybody, or any number out of fewer people than the floor. That everybody who was
invited into a cell took part is no breach when the number of people of the cell says so: it is
meant to be told.
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
    hidden = [group for group in _unknown(taking, seen) if not _by_design(taking, seen, group)]
    numbers: dict[RaterGroup, set[int]] = {group: set() for group in hidden}
    for counts in _possible(maker, taking, seen) if hidden else ():
        for group in hidden:
            numbers[group].add(counts[group])
        if all(len(each) > 1 for each in numbers.values()):
            break
    return [
        (group, *each)
        for group, each in numbers.items()
        if len(each) == 1
        and _says_it_of_each(*each, len(taking.invited[group]), taking.rules.floors[group])
    ]


def looks(snapshot: Snapshot) -> Hashable:
    """How groups are shown in a snapshot: what there is to see before any answer."""
    return tuple(
        (questionnaire_id, each.mark, each.groups, each.n, each.reason)
        for questionnaire_id, voices in snapshot.voices.items()
        for each in voices
        if each.mark not in NAMED
    )


def _unknown(taking: Taking, seen: Seen) -> list[RaterGroup]:
    """The groups that were invited and are not shown alone."""
    alone = {
        voice.groups
        for voice in seen.snapshot.voices[COOPERATION]
        if not voice.reason
    }
    return [group for group in ANONYMOUS if group in taking.invited and (group,) not in alone]


def _says_it_of_each(number: int, invited: int, floor: int) -> bool:
    return number < floor and (number == 0 or invited < floor)


def _by_design(taking: Taking, seen: Seen, group: RaterGroup) -> bool:
    """Whether the number of people of a cell says that everybody in it took part."""
    return any(
        voice.n == sum(len(taking.invited.get(each, ())) for each in voice.groups)
        for voice in seen.snapshot.voices[COOPERATION]
        if group in voice.groups
    )


def _possible(maker: Maker, taking: Taking, seen: Seen) -> Iterator[Counts]:
    """Every number of people per group that gives the same to see."""
    unknown = _unknown(taking, seen)
    real = {
        group: sum(each.group is group for each in seen.responses)
        for group in taking.invited
        if group not in unknown
    }
    public = taking._replace(asked=tuple(map(_bare, taking.asked)))
    least = _least(taking, seen)
    there = looks(seen.snapshot)
    for numbers in product(*(range(len(taking.invited[group]) + 1) for group in unknown)):
        counts = {**real, **dict(zip(unknown, numbers, strict=True))}
        has_room = all(
            sum(counts.get(group, 0) for group in groups) >= n for groups, n in least.items()
        )
        if has_room and there == _imagined(maker, public, counts):
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


def _imagined(maker: Maker, public: Taking, counts: Counts) -> Hashable:
    """How groups would be shown, had so many people answered."""
    responses = tuple(
        Response(person, group, {}, {})
        for group, people in public.invited.items()
        for person in people[: counts[group]]
    )
    return looks(maker.publish(public._replace(responses=responses))[-1].snapshot)


def _bare(questionnaire: Questionnaire) -> Questionnaire:
    """The same questionnaire with one statement, asked of the same groups: as much to see, sooner."""
    scale = questionnaire.scales[0]
    item = scale.items[0].model_copy(update={"visible_to": questionnaire.groups})
    return questionnaire.model_copy(update={"scales": (scale.model_copy(update={"items": (item,)}),)})
