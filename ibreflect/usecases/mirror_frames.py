"""The ib'er beside others as figures: scales, statements and roles, with how sure each value is.

Every value and every end of a band has one decimal before it enters a frame.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from ibreflect.measure import perspectives
from ibreflect.measure.dutch import listed, starting
from ibreflect.measure.growth import Noise
from ibreflect.measure.perspective_sentences import the
from ibreflect.measure.perspectives import Pair, rounded
from ibreflect.measure.quadrants import quadrant
from ibreflect.measure.raters import Voiced, band, differs, error
from ibreflect.measure.regions import NO_ITEMS_IN_REGION
from ibreflect.measure.scales import Score
from ibreflect.measure.sentences import word_for
from ibreflect.model.numbers import DASH, one_decimal
from ibreflect.model.questionnaire import Item, Questionnaire, Scale
from ibreflect.model.role import REGIONS, Region, region_name
from ibreflect.model.voice import Mark, Voice
from ibreflect.usecases import voice_frames

_WITHOUT_BAND = (math.nan, math.nan)
_SURE = ["band_low", "band_high", "differs"]


@dataclass(frozen=True)
class Views:
    """The ib'er's own voice and the others that may be heard beside it, on one questionnaire."""

    questionnaire: Questionnaire
    own: Voice
    others: tuple[Voice, ...]
    noise: Noise
    # Several figures ask for the same pairs, and working them out is most of what a page costs.
    _pairs: dict[tuple[str, ...], dict[Mark, Pair]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def all(self) -> tuple[Voice, ...]:
        """The ib'er first."""
        return (self.own, *self.others)

    def pairs(self, items: Sequence[Item]) -> dict[Mark, Pair]:
        """The ib'er and each other voice over the same of these statements, where both say enough.

        `items` is one statement, or all of a scale.
        """
        asked = tuple(item.id for item in items)
        if asked not in self._pairs:
            self._pairs[asked] = {
                voice.mark: pair
                for voice in self.others
                if (pair := perspectives.side_by_side(self.own, voice, items))
            }
        return self._pairs[asked]

    def differing(self, items: Sequence[Item]) -> list[Mark]:
        """The others that differ from the ib'er by more than the error."""
        pairs = self.pairs(items)
        return [mark for mark, pair in pairs.items() if differs(*pair, self.noise)]


def label(voice: Voice) -> str:
    """What a voice is called to the ib'er: 'jij', 'schoolleider', 'leraren (6)'."""
    return "jij" if voice.mark is Mark.SELF else voice_frames.label(voice)


def scales_drawn(views: Views) -> pd.DataFrame:
    """One row per scale and voice with a value somewhere, as `charts.voice_dots` wants them."""
    rows = []
    for scale in views.questionnaire.scales:
        differing = views.differing(scale.items)
        for voice in views.all:
            found = perspectives.voiced(voice, scale.items)
            rows.append(
                {
                    "item": scale.id,
                    "text": scale.title,
                    "voice": voice.mark.value,
                    "label": label(voice),
                    "value": math.nan if found is None else found.value,
                    "wished": math.nan,
                    "bound": perspectives.bound(voice, scale.items),
                    **_sure(found, views.noise),
                    "differs": voice.mark in differing,
                }
            )
    return _with_values(pd.DataFrame(rows))


def scales_read(views: Views) -> pd.DataFrame:
    """The scales as people read them: each value in words with the statements behind it."""
    return pd.DataFrame(
        [
            {
                "Domein": scale.title,
                **{starting(label(each)): _scale_read(views, scale, each) for each in views.all},
                "Verschil in beeld": _with_whom(views.differing(scale.items)),
            }
            for scale in views.questionnaire.scales
        ]
    )


def statements_drawn(views: Views, scale: Scale) -> pd.DataFrame:
    """One row per statement and voice with a value somewhere, as `charts.voice_dots` wants them.

    One answer of somebody who is named has no band: it is what was answered.
    """
    drawn = voice_frames.voices_drawn(views.questionnaire, scale, views.all)
    differing = {item.id: views.differing([item]) for item in scale.items}
    rows = [(item, voice) for item in scale.items for voice in views.all]
    sure = [_sure(_of_group(voice, item), views.noise) for item, voice in rows]
    return _with_values(
        drawn.assign(
            label=[label(voice) for _, voice in rows],
            band_low=[each["band_low"] for each in sure],
            band_high=[each["band_high"] for each in sure],
            differs=[voice.mark in differing[item.id] for item, voice in rows],
        )
    )


def statements_read(views: Views, scale: Scale) -> pd.DataFrame:
    """The statements with every answer in words, and with whom there is a difference.

    Only where a group had words of its own do those stand beside the statement.
    """
    read = voice_frames.voices_read(views.questionnaire, scale, views.all)
    own = starting(voice_frames.label(views.own))
    differing = [_with_whom(views.differing([item])) for item in scale.items]
    texts = [
        with_others if item.voices else item.self_text
        for item, with_others in zip(scale.items, read["Stelling"], strict=True)
    ]
    return (
        read.drop(columns="Verschil")
        .rename(columns={own: starting(label(views.own))})
        .assign(**{"Stelling": texts, "Verschil in beeld": differing})
    )


def quadrants_drawn(views: Views, other: Voice) -> pd.DataFrame:
    """One row per scale that both have: label, x (the ib'er), y (the other), voice, quadrant."""
    rows = []
    for scale in views.questionnaire.scales:
        pair = views.pairs(scale.items).get(other.mark)
        if pair:
            found = quadrant(pair.own, pair.other, views.noise)
            place = (scale.title, pair.own.value, pair.other.value)
            rows.append((*place, other.mark.value, found.value))
    return pd.DataFrame(rows, columns=["label", "x", "y", "voice", "quadrant"])


def quadrants_read(drawn: pd.DataFrame, other: Voice) -> pd.DataFrame:
    """The scales with both values over the same statements, and the quadrant."""
    return pd.DataFrame(
        {
            "Domein": drawn["label"],
            "Jij": [one_decimal(value) for value in drawn["x"]],
            starting(label(other)): [one_decimal(value) for value in drawn["y"]],
            "Vak": drawn["quadrant"],
        }
    )


def neutral(views: Views, other: Voice) -> tuple[float, float]:
    """How far around the middle the ib'er and the other belong to no side, at its widest.

    Rounded down: values are whole tenths, so those on the edge are the last that belong to none.
    """
    pairs = [views.pairs(scale.items).get(other.mark) for scale in views.questionnaire.scales]
    errors = [[error(each, views.noise) for each in pair] for pair in pairs if pair]
    own, others = (math.floor(max(side) * 10) / 10 for side in zip(*errors, strict=True))
    return own, others


def regions_of(voice: Voice, questionnaire: Questionnaire) -> dict[Region, Score]:
    """The seven regions of the role picture in one voice, each from its own statements."""
    return {region: _region(voice, questionnaire, region) for region in REGIONS}


def regions_read(regions: Mapping[str, Mapping[Region, Score]]) -> pd.DataFrame:
    """The regions down and the voices across; `regions` maps what a voice is called to its own."""
    columns = {
        starting(name): [_region_read(scores[region]) for region in REGIONS]
        for name, scores in regions.items()
    }
    return pd.DataFrame({"Gebied": [region_name(region) for region in REGIONS], **columns})


def _with_values(drawn: pd.DataFrame) -> pd.DataFrame:
    """Without the voices that have nothing to draw; the ib'er's own line always stays."""
    seen = {Mark.SELF.value, *drawn.loc[drawn["value"].notna(), "voice"]}
    return drawn[drawn["voice"].isin(seen)]


def _sure(found: Voiced | None, noise: Noise) -> dict[str, float]:
    low, high = band(found, noise) if found else _WITHOUT_BAND
    return {"band_low": _one_decimal(low), "band_high": _one_decimal(high)}


def _one_decimal(value: float) -> float:
    return value if math.isnan(value) else rounded(value)


def _of_group(voice: Voice, item: Item) -> Voiced | None:
    return perspectives.voiced(voice, [item]) if voice.is_group else None


def _scale_read(views: Views, scale: Scale, voice: Voice) -> str:
    figures = perspectives.together(voice, scale.items)
    if figures.value is None:
        return figures.reason or DASH
    bound = perspectives.bound(voice, scale.items)
    number = f"{bound} {one_decimal(figures.value)}".strip()
    words = word_for(figures.value, views.questionnaire.words)
    told = f"{words} ({number}), {figures.n} van {figures.applicable} stellingen"
    pair = views.pairs(scale.items).get(voice.mark)
    if pair is None or pair.own.value == perspectives.together(views.own, scale.items).value:
        return told
    return f"{told}; jij daar {one_decimal(pair.own.value)}"


def _with_whom(marks: Sequence[Mark]) -> str:
    return listed([f"met {the(mark)}" for mark in marks]) if marks else DASH


def _region(voice: Voice, questionnaire: Questionnaire, region: Region) -> Score:
    items = [item for item in questionnaire.items if item.roles and item.region == region]
    if not items:
        return Score(None, 0, 0, None, NO_ITEMS_IN_REGION)
    return perspectives.together(voice, items)


def _region_read(figures: Score) -> str:
    if figures.value is None:
        return figures.reason or DASH
    statements = f"{figures.n} van {figures.applicable} stellingen"
    on = "1 stelling" if figures.applicable == 1 else statements
    return f"{one_decimal(figures.value)}; {on}"
