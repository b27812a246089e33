"""How far somebody is with preparing a conversation: what is open, and how long that takes."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ibreflect.model import topics
from ibreflect.model.guide import OpenQuestion, Theme
from ibreflect.model.time import WHOLE, WORK, Moment

QUESTION_SECONDS, POINT_SECONDS, NUMBER_SECONDS = 60, 8, 10
"""How long one answer takes; own assumption: a few sentences, a choice of five words, a guess."""


class HowFar(NamedTuple):
    """How much there is to fill in, and how much of it is open."""

    questions: int
    points: int
    open_questions: int
    open_points: int
    open_numbers: int

    @property
    def minutes(self) -> int:
        """About how many minutes what is open takes, rounded up; 0 when nothing is.

        ceil((60 * questions + 8 * points + 10 * numbers) / 60).
        """
        seconds = (
            QUESTION_SECONDS * self.open_questions
            + POINT_SECONDS * self.open_points
            + NUMBER_SECONDS * self.open_numbers
        )
        return math.ceil(seconds / 60)


def how_far(
    questions: Sequence[OpenQuestion], themes: Sequence[Theme], filled: Mapping[str, str]
) -> HowFar:
    """How far one seat is with its questions and these themes; `filled` goes by topic."""
    points = [point for theme in themes for point in theme.points]
    weeks = [moment for theme in themes if theme.time for moment in Moment]
    return HowFar(
        questions=len(questions),
        points=len(points),
        open_questions=sum(not filled.get(each.id, "").strip() for each in questions),
        open_points=sum(topics.point(each.id) not in filled for each in points),
        open_numbers=sum(_open_numbers(moment, filled) for moment in weeks),
    )


def divided(moment: Moment, filled: Mapping[str, str]) -> dict[str, int]:
    """The percents of the week at one moment, by part, as far as they were filled in."""
    kept = {part.part_id: filled.get(topics.time(part.part_id, moment)) for part in WORK.parts}
    return {part_id: int(percent) for part_id, percent in kept.items() if percent}


def _open_numbers(moment: Moment, filled: Mapping[str, str]) -> int:
    """How many parts are empty; none once the week is whole, because an empty part is then 0."""
    shares = divided(moment, filled)
    return 0 if sum(shares.values()) == WHOLE else len(WORK.parts) - len(shares)
