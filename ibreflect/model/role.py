"""The three roles of the 2022 standard and the seven regions in which they overlap."""

from enum import StrEnum
from itertools import combinations

Region = tuple["Role", ...]
"""One, two or three different roles, in alphabetical order of their ids."""


class Role(StrEnum):
    """A role of the intern begeleider; the value is the id used in files and exports."""

    LEARNING_COORDINATOR = "learning_coordinator"
    TREND_ANALYST = "trend_analyst"
    CARE_DIRECTOR = "care_director"


ROLE_NAMES = {
    Role.LEARNING_COORDINATOR: "leercoördinator",
    Role.TREND_ANALYST: "trendanalist",
    Role.CARE_DIRECTOR: "zorgregisseur",
}

REGIONS: tuple[Region, ...] = tuple(
    tuple(sorted(group)) for size in (1, 2, 3) for group in combinations(Role, size)
)
"""Each role alone, then the three pairs, then all three together."""


def region_name(region: Region) -> str:
    """The Dutch name of a region, such as 'leercoördinator én trendanalist'."""
    if len(region) == len(Role):
        return "alle drie de rollen"
    return " én ".join(ROLE_NAMES[role] for role in Role if role in region)
