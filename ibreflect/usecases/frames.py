"""Figures as tables: the frames that charts draw, and the same in Dutch words for reading."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from ibreflect.measure.agreement import about_directions, about_wishes
from ibreflect.measure.growth import VERDICT_WORDS, Change, Noise, half_band
from ibreflect.measure.scales import Score
from ibreflect.model.numbers import DASH, one_decimal
from ibreflect.model.questionnaire import (
    NON_ANSWER_WORDS,
    Given,
    NonAnswer,
    Questionnaire,
    RaterGroup,
    Scale,
    WishKind,
)
from ibreflect.model.role import REGIONS, Region, region_name

LOWEST, HIGHEST = 1.0, 5.0
OPEN = "nog open"


class Figure(NamedTuple):
    """What one figure rests on: `drawn` for the chart, `read` in Dutch for the table under it."""

    drawn: pd.DataFrame
    read: pd.DataFrame
    says: str


def words_of(questionnaire: Questionnaire, given: Given | None) -> str:
    """An answer in words; 'nog open' when there is none."""
    if given is None:
        return OPEN
    if isinstance(given, NonAnswer):
        return NON_ANSWER_WORDS[given]
    return questionnaire.words[given - 1]


def regions_drawn(scores: Mapping[Region, Score]) -> pd.DataFrame:
    """One row per region: region, name, value (1-5 or NaN), n, applicable, sd, reason."""
    return pd.DataFrame(
        {
            "region": ["+".join(region) for region in REGIONS],
            "name": [region_name(region) for region in REGIONS],
            "value": pd.Series([scores[region].value for region in REGIONS], dtype="float64"),
            "n": [scores[region].n for region in REGIONS],
            "applicable": [scores[region].applicable for region in REGIONS],
            "sd": pd.Series([scores[region].sd for region in REGIONS], dtype="float64"),
            "reason": [scores[region].reason for region in REGIONS],
        }
    )


def regions_read(scores: Mapping[Region, Score]) -> pd.DataFrame:
    """The seven regions as people read them."""
    return pd.DataFrame(
        [
            {
                "Gebied": region_name(region),
                "Waarde (1-5)": _value_or_reason(scores[region]),
                "Stellingen": f"{scores[region].n} van {scores[region].applicable}",
                "Spreiding": _spread(scores[region]),
            }
            for region in REGIONS
        ]
    )


def items_drawn(
    questionnaire: Questionnaire, scale: Scale, answers: Mapping[str, Given]
) -> pd.DataFrame:
    """One row per item of a scale: item, text, value (1-5 or NaN), answer (in words).

    When a wish is asked also wished (1-5 or NaN), or wish (a direction in words, "" without one).
    """
    given = [answers.get(item.id) for item in scale.items]
    wishes = [answers.get(item.wish_id) for item in scale.items]
    return pd.DataFrame(
        {
            "item": [item.id for item in scale.items],
            "text": [item.self_text for item in scale.items],
            "value": pd.Series(
                [each if type(each) is int else None for each in given], dtype="float64"
            ),
            "answer": [words_of(questionnaire, each) for each in given],
            **_wishes_drawn(questionnaire, wishes),
        }
    )


def items_read(
    questionnaire: Questionnaire, scale: Scale, answers: Mapping[str, Given]
) -> pd.DataFrame:
    """The items of a scale with the answer and the wish in words and who can see the behaviour."""
    return pd.DataFrame(
        [
            {
                "Stelling": item.self_text,
                "Jouw antwoord": words_of(questionnaire, answers.get(item.id)),
                **_wish_read(questionnaire, answers.get(item.wish_id)),
                "Zichtbaar voor": ", ".join(_GROUPS[group] for group in item.visible_to),
            }
            for item in scale.items
        ]
    )


def wishes_say(questionnaire: Questionnaire, scale: Scale, answers: Mapping[str, Given]) -> str:
    """Where more, less or the same is wanted, in a sentence; empty when no wish was given."""
    wishes = {item.self_text: answers.get(item.wish_id) for item in scale.items}
    given = {text: wish for text, wish in wishes.items() if isinstance(wish, int)}
    if questionnaire.wish is WishKind.DIRECTION:
        return about_directions(given)
    now = {item.self_text: answers.get(item.id) for item in scale.items}
    return about_wishes(
        {
            text: (value, given[text])
            for text, value in now.items()
            if isinstance(value, int) and text in given
        }
    )


def line_drawn(
    labels: Sequence[str], schools: Sequence[str], scores: Sequence[Score], noise: Noise
) -> pd.DataFrame:
    """One row per round: position, round, school, value, low, high (the band, within 1-5)."""
    half = half_band(noise)
    values = pd.Series([each.value for each in scores], dtype="float64")
    return pd.DataFrame(
        {
            "position": range(len(labels)),
            "round": list(labels),
            "school": list(schools),
            "value": values,
            "low": (values - half).clip(lower=LOWEST),
            "high": (values + half).clip(upper=HIGHEST),
        }
    )


def line_read(
    labels: Sequence[str],
    scores: Sequence[Score],
    changes: Mapping[int, Change],
    notes: Mapping[int, str],
) -> pd.DataFrame:
    """The rounds of one line.

    `changes` holds the step to a round and `notes` what changed around it, both by its position.
    """
    return pd.DataFrame(
        [
            {
                "Ronde": label,
                "Waarde (1-5)": _value_or_reason(figures),
                "Stellingen": f"{figures.n} van {figures.applicable}",
                "Sinds de vorige": VERDICT_WORDS[changes[position].verdict]
                if position in changes
                else "",
                "Wat anders was": notes.get(position, ""),
            }
            for position, (label, figures) in enumerate(zip(labels, scores, strict=True))
        ]
    )


def overlap_read(labels: Sequence[str], regions: Sequence[Mapping[Region, Score]]) -> pd.DataFrame:
    """The seven regions down, the rounds across."""
    columns = {
        label: [_value_or_dash(scores[region]) for region in REGIONS]
        for label, scores in zip(labels, regions, strict=True)
    }
    return pd.DataFrame({"Gebied": [region_name(region) for region in REGIONS], **columns})


def _wishes_drawn(
    questionnaire: Questionnaire, wishes: Sequence[Given | None]
) -> dict[str, pd.Series | list[str]]:
    numbers = [wish if isinstance(wish, int) else None for wish in wishes]
    match questionnaire.wish:
        case WishKind.SAME_SCALE:
            return {"wished": pd.Series(numbers, dtype="float64")}
        case WishKind.DIRECTION:
            words = questionnaire.wish_words
            return {"wish": [words[number - 1] if number else "" for number in numbers]}
    return {}


def _wish_read(questionnaire: Questionnaire, wish: Given | None) -> dict[str, str]:
    if questionnaire.wish is None:
        return {}
    title = "Wens" if questionnaire.wish is WishKind.DIRECTION else "Gewenst"
    return {title: questionnaire.wish_words[wish - 1] if isinstance(wish, int) else DASH}


def _value_or_reason(figures: Score) -> str:
    return figures.reason or "" if figures.value is None else one_decimal(figures.value)


def _value_or_dash(figures: Score) -> str:
    return DASH if figures.value is None else one_decimal(figures.value)


def _spread(figures: Score) -> str:
    return DASH if figures.sd is None else one_decimal(figures.sd)


_GROUPS = {
    RaterGroup.SCHOOL_LEADER: "schoolleider",
    RaterGroup.TEACHER: "leraren",
    RaterGroup.COLLEAGUE: "collega's",
    RaterGroup.PARENT: "ouders",
    RaterGroup.BOARD: "bestuur en samenwerkingsverband",
}
