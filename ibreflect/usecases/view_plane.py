"""Two scales as a plane: where a scan is, what is wished, and what the school chose."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

import pandas as pd

from ibreflect.measure import plane_sentences
from ibreflect.measure.growth import Noise, half_band, shared_items
from ibreflect.measure.plane_sentences import Axis, wish_words
from ibreflect.measure.scales import score
from ibreflect.measure.wishes import mean_wish, step
from ibreflect.model.direction import Direction
from ibreflect.model.numbers import one_decimal
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import DIRECTION_WORDS, Given, Questionnaire, Scale, WishKind
from ibreflect.model.round import Round
from ibreflect.store import answers
from ibreflect.store.connection import Store
from ibreflect.usecases import direction, instruments, rounds
from ibreflect.usecases.frames import HIGHEST, LOWEST, Figure


class Plane(NamedTuple):
    """One round in the plane of two scales, with the earlier rounds at the same school.

    `figure` has the rounds, `arrows` the wish per scale (axis, step, word).
    """

    across: Axis
    up: Axis
    words: tuple[str, ...]
    figure: Figure
    arrows: pd.DataFrame
    direction_says: str
    directions: tuple[Direction, ...]
    school_id: UUID

    @property
    def has_place(self) -> bool:
        """Whether this round has a value on both scales, and so a place in the plane."""
        return self.across.score.value is not None and self.up.score.value is not None


class _Placed(NamedTuple):
    label: str
    across: Axis
    up: Axis


def of_round(
    store: Store, actor: Person, round_id: UUID, questionnaire_id: str, noise: Noise
) -> Plane | None:
    """The plane of one questionnaire of the actor's own round; None when it has no plane.

    A questionnaire has one when it asks a wish as a direction (minder, zo houden, meer) and has
    exactly two scales: the first runs across, the second up. Earlier handed-in rounds at the same
    school are in it as long as they asked the same statements. NotAllowedError for others' rounds.
    """
    subject = rounds.one(store, actor, round_id)
    questionnaire = _with_plane(store, subject, questionnaire_id)
    if questionnaire is None:
        return None
    kept = answers.newest(store, subject.response_id)
    given = {item_id: each.given for item_id, each in kept.items()}
    now = _placed(subject, questionnaire, given)
    earlier = _earlier(store, actor, subject, questionnaire)
    directions = direction.history(store, actor, subject.school_id)
    return Plane(
        across=now.across,
        up=now.up,
        words=questionnaire.words,
        figure=Figure(
            drawn=_drawn([*earlier, now], half_band(noise)),
            read=_read([*earlier, now]),
            says=plane_sentences.about_plane(now.across, now.up, questionnaire.words),
        ),
        arrows=_arrows(now),
        direction_says=plane_sentences.about_direction(
            now.across, now.up, directions[0] if directions else None
        ),
        directions=directions,
        school_id=subject.school_id,
    )


def _with_plane(store: Store, subject: Round, questionnaire_id: str) -> Questionnaire | None:
    for each in instruments.of_round(store, subject):
        two = len(each.scales) == 2  # noqa: PLR2004 - a plane has two axes
        if each.id == questionnaire_id and each.wish is WishKind.DIRECTION and two:
            return each
    return None


def _placed(of: Round, questionnaire: Questionnaire, given: Mapping[str, Given]) -> _Placed:
    across, up = (_axis(scale, given) for scale in questionnaire.scales)
    return _Placed(of.term.label, across, up)


def _axis(scale: Scale, given: Mapping[str, Given]) -> Axis:
    return Axis(
        title=scale.title,
        score=score([item.id for item in scale.items], given),
        wish=mean_wish(scale.items, given),
    )


def _earlier(
    store: Store, actor: Person, subject: Round, questionnaire: Questionnaire
) -> list[_Placed]:
    """The rounds before this one, oldest first, that asked the same on the same school."""
    before = [
        each
        for each in rounds.mine(store, actor)
        if each.handed_in and each.school_id == subject.school_id and each.term < subject.term
    ]
    given = answers.of_scans(store, before)
    every_item = {item.id for item in questionnaire.items}
    return [
        _placed(each, asked, given[each.round_id])
        for each in before
        for asked in [_with_plane(store, each, questionnaire.id)]
        if asked and shared_items([asked, questionnaire]) == every_item
    ]


def _drawn(placed: Sequence[_Placed], half: float) -> pd.DataFrame:
    """One row per round: round, x and y (1-5 or NaN), and the band around both, within 1-5."""
    frame = pd.DataFrame(
        {
            "round": [each.label for each in placed],
            "x": pd.Series([each.across.score.value for each in placed], dtype="float64"),
            "y": pd.Series([each.up.score.value for each in placed], dtype="float64"),
        }
    )
    for axis in ("x", "y"):
        frame[f"{axis}_low"] = (frame[axis] - half).clip(lower=LOWEST)
        frame[f"{axis}_high"] = (frame[axis] + half).clip(upper=HIGHEST)
    return frame


def _read(placed: Sequence[_Placed]) -> pd.DataFrame:
    """The rounds with both values and both wishes, as people read them."""
    return pd.DataFrame(
        [
            {
                "Meetronde": each.label,
                **{f"{axis.title} (1-5)": _value(axis) for axis in (each.across, each.up)},
                **{f"Wens {axis.name}": wish_words(axis.wish) for axis in (each.across, each.up)},
            }
            for each in placed
        ]
    )


def _value(axis: Axis) -> str:
    return axis.score.reason or "" if axis.score.value is None else one_decimal(axis.score.value)


def _arrows(now: _Placed) -> pd.DataFrame:
    """One row per scale: axis, step (-2 to 2) and the word of the wish."""
    steps = [step(now.across.wish), step(now.up.wish)]
    less, same, more = DIRECTION_WORDS
    words = [same if each == 0 else more if each > 0 else less for each in steps]
    return pd.DataFrame({"axis": ["x", "y"], "step": steps, "word": words})
