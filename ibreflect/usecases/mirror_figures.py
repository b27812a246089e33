"""The ib'er beside others: each figure of the page with what it says."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from ibreflect.measure import difference_sentences, perspectives
from ibreflect.measure.difference_sentences import about_unity, about_unseen
from ibreflect.measure.perspective_sentences import about_glance, about_quadrants, about_views
from ibreflect.measure.perspectives import Pair
from ibreflect.measure.quadrants import Quadrant
from ibreflect.measure.raters import Voiced, differs
from ibreflect.measure.scales import with_value
from ibreflect.model.questionnaire import Kind, Scale
from ibreflect.model.role import Role
from ibreflect.model.voice import Voice
from ibreflect.usecases import frames, mirror_frames
from ibreflect.usecases.frames import Figure
from ibreflect.usecases.mirror_frames import Views, label

_MOST_PAIRS = 2
_SAID_ONCE = (
    difference_sentences.ASK_FOR_EXAMPLES,
    difference_sentences.DIVIDED_IS_NO_FAULT,
    difference_sentences.UNSEEN_IS_NO_FAULT,
)


class Quadrants(NamedTuple):
    """The scales in quadrants beside one other voice; `places` has the titles in each quadrant.

    `neutral` is how far around the middle the ib'er and the other belong to no side.
    """

    other: Voice
    figure: Figure
    neutral: tuple[float, float]
    places: Mapping[Quadrant, tuple[str, ...]]


class Statements(NamedTuple):
    """One scale, statement by statement; `also` are sentences beside the conclusion."""

    scale: Scale
    figure: Figure
    also: tuple[str, ...]


class Roles(NamedTuple):
    """The role picture of each voice that has one, by what the voice is called."""

    pictures: Mapping[str, pd.DataFrame]
    read: pd.DataFrame
    says: str


def glance(views: Views) -> Figure:
    """All scales in one figure."""
    pairs = {scale.title: views.pairs(scale.items) for scale in views.questionnaire.scales}
    return Figure(
        drawn=mirror_frames.scales_drawn(views),
        read=mirror_frames.scales_read(views),
        says=about_glance(pairs, views.noise),
    )


def quadrants(views: Views) -> tuple[Quadrants, ...]:
    """Beside each other voice that can be compared: the largest group first, one person last.

    None for a module: more of what it asks (solving things oneself, steering) is no strength.
    """
    if views.questionnaire.kind is not Kind.CORE:
        return ()
    ordered = sorted(views.others, key=lambda voice: (not voice.is_group, -voice.n))
    return tuple(found for voice in ordered if (found := _beside(views, voice)))


def statements(views: Views, scale: Scale) -> Statements:
    """One scale, with where pictures differ, agree or are missing."""
    says, *more = _differences(views, scale)
    groups = [voice for voice in views.others if voice.is_group]
    unity = [about_unity(voice.mark, _unity(voice, scale)) for voice in groups]
    unseen = [about_unseen(voice.mark, _unseen(voice, scale)) for voice in groups]
    says, *also = _said_once([says, *more, *filter(None, unity), *filter(None, unseen)])
    figure = Figure(
        drawn=mirror_frames.statements_drawn(views, scale),
        read=mirror_frames.statements_read(views, scale),
        says=says,
    )
    return Statements(scale, figure, tuple(also))


def roles(views: Views) -> Roles | None:
    """The role pictures, when the statements are about roles and another voice has a region."""
    regions = [(each, mirror_frames.regions_of(each, views.questionnaire)) for each in views.all]
    seen = [(voice, scores) for voice, scores in regions if with_value(scores)]
    if all(voice is views.own for voice, _ in seen):
        return None
    return Roles(
        pictures={label(voice): frames.regions_drawn(scores) for voice, scores in seen},
        read=mirror_frames.regions_read({label(voice): scores for voice, scores in regions}),
        says=about_views({voice.mark: _of_roles(views, voice) for voice, _ in seen}, views.noise),
    )


def _beside(views: Views, other: Voice) -> Quadrants | None:
    drawn = mirror_frames.quadrants_drawn(views, other)
    if drawn.empty:
        return None
    found = list(zip(drawn["quadrant"], drawn["label"], strict=True))
    places = {
        each: tuple(title for place, title in found if place == each.value) for each in Quadrant
    }
    return Quadrants(
        other=other,
        figure=Figure(
            drawn=drawn,
            read=mirror_frames.quadrants_read(drawn, other),
            says=about_quadrants(other.mark, places),
        ),
        neutral=mirror_frames.neutral(views, other),
        places={each: titles for each, titles in places.items() if titles},
    )


def _differences(views: Views, scale: Scale) -> list[str]:
    """A sentence on the voices that differ most, two at most; on the first when none differs."""
    found = []
    for voice in views.others:
        pairs = perspectives.by_statement(views.own, voice, scale.items)
        whole = views.pairs(scale.items).get(voice.mark)
        if pairs or whole:
            sentence = difference_sentences.about_differences(
                scale.title, pairs, views.noise, other=voice.mark, whole=whole
            )
            both = [*pairs.values(), *([whole] if whole else [])]
            found.append((_how_telling(both, views), sentence))
    telling = sorted((each for each in found if each[0] > 0), key=lambda each: -each[0])
    if telling:
        return [sentence for _, sentence in telling[:_MOST_PAIRS]]
    if found:
        return [found[0][1]]
    return [f"{scale.title}: er valt nog niets naast elkaar te leggen."]


def _how_telling(pairs: Sequence[Pair], views: Views) -> float:
    """The sum of the differences, in points of the scale, that exceed the error."""
    return sum(
        abs(own.value - other.value) for own, other in pairs if differs(own, other, views.noise)
    )


def _said_once(sentences: Sequence[str]) -> list[str]:
    """The same sentences, with what all of a kind end with only in the first of them."""
    told = list(sentences)
    for phrase in _SAID_ONCE:
        first = next((place for place, each in enumerate(told) if phrase in each), len(told))
        later = [each.replace(f" {phrase}", "") for each in told[first + 1 :]]
        told = [*told[: first + 1], *later]
    return told


def _unity(voice: Voice, scale: Scale) -> dict[str, str]:
    heard = {item.self_text: voice.heard.get(item.id) for item in scale.items}
    return {text: each.unity for text, each in heard.items() if each and each.unity}


def _unseen(voice: Voice, scale: Scale) -> list[str]:
    return [
        item.self_text
        for item in scale.items
        if item.id in voice.heard and voice.heard[item.id].unseen
    ]


def _of_roles(views: Views, voice: Voice) -> dict[Role, Voiced]:
    found = {
        scale.role: perspectives.voiced(voice, scale.items)
        for scale in views.questionnaire.scales
        if scale.role
    }
    return {role: each for role, each in found.items() if each}
