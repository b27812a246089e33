"""One thing that is written in a logboek of the example, without its day."""

from typing import NamedTuple

from ibreflect.model.log import Place
from ibreflect.model.role import Region, Role

LEARNING, TRENDS, CARE = (Role.LEARNING_COORDINATOR,), (Role.TREND_ANALYST,), (Role.CARE_DIRECTOR,)


class Told(NamedTuple):
    """What an entry says; `roles` and `minutes` of an activity, `place` of an effect."""

    what: str
    theme: str
    explored: str = ""
    follow_up: str = ""
    roles: Region = ()
    minutes: int | None = None
    place: Place | None = None
