"""Schools, boards and samenwerkingsverbanden: which there are, and what belongs to what."""

from collections.abc import Iterable
from uuid import UUID

from ibreflect.model.membership import PlaceKind
from ibreflect.model.place import Place
from ibreflect.store.connection import Store, Transaction

_BOARDS = "select board_id, name from board"
_ALLIANCES = "select alliance_id, name from alliance"
_SCHOOLS = "select school_id, name, board_id, alliance_id, is_closed from school"
_NEAR_ALLIANCES = """
    select alliance_id, name from alliance
    where alliance_id in (select place_id from membership where person_id = $1)
        or alliance_id in (
            select s.alliance_id from school s join membership m
                on m.place_id = s.school_id or m.place_id = s.board_id
            where m.person_id = $1)
"""
_NEAR_SCHOOLS = """
    select school_id, name, board_id, alliance_id, is_closed from school
    where school_id in (select place_id from membership where person_id = $1)
        or board_id in (select place_id from membership where person_id = $1)
"""
_ADD_BOARD = "insert into board (board_id, name) values ($1, $2)"
_ADD_ALLIANCE = "insert into alliance (alliance_id, name) values ($1, $2)"
_ADD_SCHOOL = """
    insert into school (school_id, name, board_id, alliance_id, is_closed)
    values ($1, $2, $3, $4, $5)
"""
_CHANGE_BOARD = "update board set name = $2 where board_id = $1"
_CHANGE_ALLIANCE = "update alliance set name = $2 where alliance_id = $1"
_CHANGE_SCHOOL = """
    update school set name = $2, board_id = $3, alliance_id = $4, is_closed = $5
    where school_id = $1
"""


def every(store: Store) -> tuple[Place, ...]:
    """All places: samenwerkingsverbanden, boards, then schools, each kind by name."""
    found = [
        *(Place(PlaceKind.ALLIANCE, *row) for row in store.read(_ALLIANCES)),
        *(Place(PlaceKind.BOARD, *row) for row in store.read(_BOARDS)),
        *(Place(PlaceKind.SCHOOL, *row) for row in store.read(_SCHOOLS)),
    ]
    return _in_order(found)


def near(store: Store, person_id: UUID) -> tuple[Place, ...]:
    """The schools where somebody holds or held a position, those of a board where they do or did,
    and the samenwerkingsverbanden of these and of theirs, in the same order."""
    return _in_order(
        [
            *(Place(PlaceKind.ALLIANCE, *row) for row in store.read(_NEAR_ALLIANCES, person_id)),
            *(Place(PlaceKind.SCHOOL, *row) for row in store.read(_NEAR_SCHOOLS, person_id)),
        ]
    )


def _in_order(found: Iterable[Place]) -> tuple[Place, ...]:
    order = (PlaceKind.ALLIANCE, PlaceKind.BOARD, PlaceKind.SCHOOL)
    return tuple(
        sorted(found, key=lambda each: (order.index(each.kind), each.name.casefold(), each))
    )


def add(transaction: Transaction, new: Place) -> None:
    """Add a place."""
    _keep(transaction, new, (_ADD_ALLIANCE, _ADD_BOARD, _ADD_SCHOOL))


def change(transaction: Transaction, changed: Place) -> None:
    """Let the place with this id and of this kind be as it is told now."""
    _keep(transaction, changed, (_CHANGE_ALLIANCE, _CHANGE_BOARD, _CHANGE_SCHOOL))


def _keep(transaction: Transaction, place: Place, statements: tuple[str, str, str]) -> None:
    of_alliance, of_board, of_school = statements
    named: tuple[UUID, str] = (place.place_id, place.name)
    match place.kind:
        case PlaceKind.ALLIANCE:
            transaction.run(of_alliance, *named)
        case PlaceKind.BOARD:
            transaction.run(of_board, *named)
        case PlaceKind.SCHOOL:
            ties = (place.board_id, place.alliance_id, place.is_closed)
            transaction.run(of_school, *named, *ties)
        case PlaceKind.INSTALLATION:
            raise ValueError("an installation is not kept")
