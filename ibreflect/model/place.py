"""The places people work at."""

from typing import NamedTuple
from uuid import UUID

from ibreflect.model.membership import PlaceKind


class Place(NamedTuple):
    """A school, a board or a samenwerkingsverband.

    Only a school belongs to a board and a samenwerkingsverband (None: to none that is known), and
    only a school can be closed.
    """

    kind: PlaceKind
    place_id: UUID
    name: str
    board_id: UUID | None = None
    alliance_id: UUID | None = None
    is_closed: bool = False
