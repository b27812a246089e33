"""Snapshot makers with one weakness each, planted: the adversary must find every one of them.

Each takes what ibreflect's own maker takes and breaks one of its rules.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from ibreflect.measure.disclosure import FLOOR, FLOORS
from ibreflect.model.asking import ANONYMOUS
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.voice import NAMED, Mark, Snapshot, Voice
from tests.adversary import planted_figures as figures
from tests.adversary.organisation import LEADER, Response, Taking, questions
from tests.adversary.planted_figures import figure_maker
from tests.adversary.published import (
    CANNOT,
    Fact,
    Maker,
    Row,
    Seen,
    Who,
    of_groups,
    publish,
    say,
    snapshot,
    sum_of,
    who,
)

Rows = Callable[[Taking, Seen], Iterator[Row]]


def lower_floors(taking: Taking) -> tuple[Seen, ...]:
    """A floor of two for everybody."""
    return _under(taking, dict.fromkeys(ANONYMOUS, 2))


def ignored_floors(taking: Taking) -> tuple[Seen, ...]:
    """The lowest floors, also when the round asked for more."""
    return _under(taking, FLOORS)


def live(taking: Taking) -> tuple[Seen, ...]:
    """What there is before the last response and after it."""
    return tuple(
        Seen(snapshot(taking, responses), responses)
        for responses in (taking.responses[:-1], taking.responses)
    )


def leader_mixed_in(taking: Taking) -> tuple[Seen, ...]:
    """The schoolleider makes a group of two one of three."""
    (seen,) = publish(taking)
    leader = [each for each in taking.responses if each.group is LEADER]
    small = [group for group in ANONYMOUS if len(_of(taking, group)) == FLOOR - 1]
    if not leader or not small:
        return (seen,)
    together = [*_of(taking, small[0]), leader[0]._replace(group=small[0])]
    mixed = _alone(taking, small[0], together)
    shown = {
        key: tuple(each._replace(groups=(small[0], LEADER)) for each in voices)
        for key, voices in mixed.voices.items()
    }
    return (seen._replace(snapshot=seen.snapshot._replace(voices=shown)),)


def shown_beside_merged(taking: Taking) -> tuple[Seen, ...]:
    """A group that is large enough alone, beside the rest it went into."""
    (seen,) = publish(taking)
    merged = {
        group
        for voices in seen.snapshot.voices.values()
        for voice in voices
        if voice.mark is Mark.REST
        for group in voice.groups
    }
    apart = [_alone(taking, each, _of(taking, each)) for each in ANONYMOUS if each in merged]
    return (
        _changed(seen, lambda key, shown: (*shown, *(v for a in apart for v in a.voices[key]))),
    )


def nobody_told_apart(taking: Taking) -> tuple[Seen, ...]:
    """A group of which nobody answered says so."""
    (seen,) = publish(taking)
    answered = {each.group for each in taking.responses}

    def told(_: str, shown: Sequence[Voice]) -> tuple[Voice, ...]:
        return tuple(
            each if answered & {*each.groups} else each._replace(reason="Niemand antwoordde.")
            for each in shown
        )

    return (_changed(seen, told),)


def beside(more: Rows) -> Callable[[Taking], tuple[Seen, ...]]:
    """What ibreflect publishes, with more rows beside it."""

    def published(taking: Taking) -> tuple[Seen, ...]:
        (seen,) = publish(taking)
        return (seen._replace(rows=tuple(more(taking, seen))),)

    return published


def totals(taking: Taking, seen: Seen) -> Iterator[Row]:
    """The mean of every statement over all who are not named."""
    for item_id in questions(taking):
        givers = [who(taking, each) for each in _givers(seen.responses, item_id)]
        if len(givers) >= 3:
            yield sum_of(item_id, dict.fromkeys(givers, Fraction(1)))


def scale_means(taking: Taking, seen: Seen) -> Iterator[Row]:
    """For each voice the mean of people's own means, of who answered two thirds of a scale."""
    for asked in taking.asked:
        for voice in seen.snapshot.voices[asked.id]:
            for scale in asked.scales if voice.heard and voice.mark not in NAMED else ():
                items = [each.id for each in scale.items if {*each.visible_to} >= {*voice.groups}]
                yield _scale_mean(taking, of_groups(seen, voice.groups, voice.groups), items)


def non_answers(taking: Taking, seen: Seen) -> Iterator[Row]:
    """How many of each group could not judge a statement, also of fewer than the floor."""
    for item_id, question in questions(taking).items():
        for group in question.groups:
            yield {
                (who(taking, each), (item_id, CANNOT)): Fraction(1)
                for each in seen.responses
                if each.group is group and group is not LEADER
            }


def in_order(taking: Taking, seen: Seen) -> Iterator[Row]:
    """The answers of each voice to each statement one by one, as they came."""
    for voices in seen.snapshot.voices.values():
        for voice in voices:
            for item_id, heard in voice.heard.items() if voice.mark not in NAMED else ():
                behind = of_groups(seen, voice.groups, voice.groups)
                for each in _givers(behind, item_id) if heard.value is not None else ():
                    yield sum_of(item_id, {who(taking, each): Fraction(1)})


def _scale_mean(taking: Taking, people: Sequence[Response], items: Sequence[str]) -> Row:
    """The sum of people's own means over the statements they gave a number to."""
    row: dict[tuple[Who, Fact], Fraction] = {}
    for each in people:
        rated = [item_id for item_id in items if isinstance(each.given.get(item_id), int)]
        if rated and 3 * len(rated) >= 2 * len(items):
            for item_id in rated:
                row |= sum_of(item_id, {who(taking, each): Fraction(1, len(rated))})
    return row


def _givers(responses: Sequence[Response], item_id: str) -> list[Response]:
    return [
        each
        for each in responses
        if each.group is not LEADER and isinstance(each.given.get(item_id), int)
    ]


def _of(taking: Taking, group: RaterGroup) -> tuple[Response, ...]:
    return tuple(each for each in taking.responses if each.group is group)


def _under(taking: Taking, floors: Mapping[RaterGroup, int]) -> tuple[Seen, ...]:
    lower = taking._replace(rules=taking.rules._replace(floors=floors))
    return publish(lower)


def _alone(taking: Taking, group: RaterGroup, responses: Sequence[Response]) -> Snapshot:
    """What there would be to see, had only one group been asked."""
    return snapshot(taking._replace(invited={group: taking.invited[group]}), responses)


def _changed(seen: Seen, change: Callable[[str, Sequence[Voice]], tuple[Voice, ...]]) -> Seen:
    voices = {key: change(key, shown) for key, shown in seen.snapshot.voices.items()}
    return seen._replace(snapshot=seen.snapshot._replace(voices=voices))


PLANTED = (
    Maker("a floor of two", lower_floors, say),
    Maker("raised floors ignored", ignored_floors, say),
    Maker("a total over all groups", beside(totals), say),
    Maker("means per person of a scale", beside(scale_means), say),
    Maker("a group alone and merged", shown_beside_merged, say),
    Maker("figures while asking", live, say),
    Maker("schoolleider mixed in", leader_mixed_in, say),
    Maker("nobody told from too few", nobody_told_apart, say),
    Maker("non-answers below the floor", beside(non_answers), say),
    Maker("answers as they came", beside(in_order), say),
    figure_maker("open end of the scale", figures.open_ended),
    figure_maker("lowest and highest alike", figures.narrow),
    figure_maker("every distribution", figures.counted),
    figure_maker("majority beside the mean", figures.with_majority),
    figure_maker("two decimals", figures.with_two_decimals),
    figure_maker("a band of own spread", figures.with_spread),
    Maker("few texts", figures.all_texts, say),
    Maker("texts by group", figures.labelled_texts, say),
    Maker("texts as they came", figures.texts_as_they_came, say),
    Maker("texts in one order", figures.texts_in_one_order, say),
)
