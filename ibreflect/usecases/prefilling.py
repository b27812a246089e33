"""What a round of the ib'er says already that a preparation asks again."""

from ibreflect.model import topics
from ibreflect.model.conversation import Seated
from ibreflect.model.person import Person
from ibreflect.model.time import WORK, Moment, Slot
from ibreflect.store import answers
from ibreflect.store import time as kept_time
from ibreflect.store.connection import Store
from ibreflect.usecases import rounds

NONE = " "
"""Kept where somebody took away what was filled in already, so that it stays away.

Nothing that is typed or chosen is a mere space.
"""


def of_round(store: Store, owner: Person, here: Seated) -> dict[str, str]:
    """By topic of the preparation: the ib'er's mandate levels (1-5) and percents of the week.

    Nothing without a round, or while its scan is not handed in.
    """
    round_id = here.conversation.round_id
    if round_id is None:
        return {}
    subject = rounds.one(store, owner, round_id)
    if not subject.handed_in:
        return {}
    given = {
        item_id: kept.given for item_id, kept in answers.newest(store, subject.response_id).items()
    }
    levels = {
        topics.point(point.id): str(level)
        for theme in here.guide.themes
        for point in theme.points
        if point.topic
        and isinstance(level := given.get(point.topic), int)
        and level <= len(here.guide.scales[point.scale].words)
    }
    asks_time = any(theme.time for theme in here.guide.themes)
    return levels | (_percents(kept_time.of_round(store, subject.round_id)) if asks_time else {})


def _percents(numbers: dict[Slot, int]) -> dict[str, str]:
    return {
        topics.time(part.part_id, moment): str(numbers[slot])
        for part in WORK.parts
        for moment in Moment
        if (slot := Slot(WORK.split_id, part.part_id, moment)) in numbers
    }
