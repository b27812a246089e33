"""What a list of schools and people would add to those there are; nothing is kept here."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.errors import InputError
from ibreflect.model.membership import AT, INSTALLATION, Membership, PlaceKind, Position
from ibreflect.model.person import Person
from ibreflect.model.place import Place
from ibreflect.usecases.administering import Somebody
from ibreflect.usecases.people_file import Problem, Row

_WHICH_SCHOOL = (
    "er zijn meer scholen die {name} heten. Vul de kolom bestuur in, dan is duidelijk welke."
)
_ELSEWHERE = (
    "{name} hoort al bij een ander samenwerkingsverband: {alliance}. Verander dat eerst bij "
    "Scholen en besturen, of pas de regel aan."
)
_CLOSED = "{name} is gesloten. Open de school eerst weer, of haal de regel weg."
_OTHER_NAME = (
    "dit mailadres is van {name}. Maak de namen gelijk, of gebruik een eigen adres voor ieder."
)
_NO_ADDRESS_YET = (
    "er is al een {name} zonder mailadres. Vul dat adres eerst in bij Mensen, dan is duidelijk of "
    "dit dezelfde is."
)
_WHICH_PERSON = (
    "er zijn meer mensen die {name} heten. Vul de kolom mail in, dan is duidelijk wie dit is."
)
_OTHER_DAY = "deze functie staat ook op regel {line}, vanaf een andere dag. Laat er één staan."


class New(NamedTuple):
    """Somebody new, with a mail address that may be empty."""

    person: Person
    address: str


class Plan(NamedTuple):
    """What a list would add: `tied` are schools that get a board or samenwerkingsverband.

    A line in `problems` is not in the rest.
    """

    places: tuple[Place, ...]
    tied: tuple[Place, ...]
    people: tuple[New, ...]
    positions: tuple[Membership, ...]
    problems: tuple[Problem, ...]

    @property
    def is_empty(self) -> bool:
        """Whether all of it is there already."""
        return not (self.places or self.tied or self.people or self.positions)


def plan(
    rows: Sequence[Row], known: Sequence[Place], everybody: Sequence[Somebody], *, today: date
) -> Plan:
    """What these rows would add to the places and people there are."""
    there, who = _Places(known), _People(everybody)
    held = [each.membership for somebody in everybody for each in somebody.positions]
    given = _Positions(held, there)
    problems: list[Problem] = []
    placed: dict[int, UUID] = {}
    # What says most goes first: then the others can be seen to be the same, or not.
    for row in sorted(rows, key=lambda each: not each.board):
        with _noting(problems, row):
            placed[row.line] = there.of_row(row)
    for row in sorted(rows, key=lambda each: not each.address):
        with _noting(problems, row):
            if row.position and row.line in placed:
                key = who.of_row(row).person_id, row.position, placed[row.line]
                given.add(row.line, Membership(*key, row.since or today, None))
    return Plan(
        tuple(there.new.values()),
        tuple(there.tied.values()),
        tuple(who.new),
        tuple(given.new.values()),
        tuple(problems),
    )


@contextmanager
def _noting(problems: list[Problem], row: Row) -> Iterator[None]:
    """Note what is wrong with a row instead of stopping there."""
    try:
        yield
    except InputError as error:
        problems.append(Problem(row.line, str(error)))


class _Places:
    """The places there are, with what the rows so far add to them."""

    def __init__(self, known: Sequence[Place]) -> None:
        self.new: dict[UUID, Place] = {}
        self.tied: dict[UUID, Place] = {}
        self._by_id = {each.place_id: each for each in known}
        self._by_name: dict[tuple[PlaceKind, str], list[UUID]] = {}
        for each in known:
            self._by_name.setdefault(_called(each.kind, each.name), []).append(each.place_id)

    def one(self, place_id: UUID) -> Place:
        """A place, as the rows so far make it."""
        return self._by_id[place_id]

    def of_row(self, row: Row) -> UUID:
        """Add what a row names; where its position is, or the installation without one."""
        alliance = self._named(PlaceKind.ALLIANCE, row.alliance)
        board = self._named(PlaceKind.BOARD, row.board)
        school = self._school(row.school, board, alliance) if row.school else None
        places = {
            PlaceKind.ALLIANCE: alliance,
            PlaceKind.BOARD: board,
            PlaceKind.SCHOOL: school,
        }
        kind = AT[row.position] if row.position else PlaceKind.INSTALLATION
        return places.get(kind) or INSTALLATION

    def _named(self, kind: PlaceKind, name: str) -> UUID | None:
        """The board or samenwerkingsverband with this name, added unless it is there."""
        if not name:
            return None
        found = self._by_name.get(_called(kind, name))
        return found[0] if found else self._add(Place(kind, uuid4(), name))

    def _school(self, name: str, board: UUID | None, alliance: UUID | None) -> UUID:
        same = [self.one(each) for each in self._by_name.get(_called(PlaceKind.SCHOOL, name), ())]
        if board is not None:
            of_board = [each for each in same if each.board_id == board]
            same = of_board or [each for each in same if each.board_id is None]
        if len(same) > 1:
            raise InputError(_WHICH_SCHOOL.format(name=name))
        if not same:
            return self._add(Place(PlaceKind.SCHOOL, uuid4(), name, board, alliance))
        self._tie(same[0], board or same[0].board_id, alliance or same[0].alliance_id)
        return same[0].place_id

    def _tie(self, school: Place, board: UUID | None, alliance: UUID | None) -> None:
        if school.alliance_id not in {None, alliance}:
            there = self.one(school.alliance_id).name if school.alliance_id else ""
            raise InputError(_ELSEWHERE.format(name=school.name, alliance=there))
        after = school._replace(board_id=board, alliance_id=alliance)
        if after != school:
            (self.new if school.place_id in self.new else self.tied)[school.place_id] = after
            self._by_id[school.place_id] = after

    def _add(self, place: Place) -> UUID:
        self.new[place.place_id] = self._by_id[place.place_id] = place
        self._by_name.setdefault(_called(place.kind, place.name), []).append(place.place_id)
        return place.place_id


class _People:
    """The people there are, with those that the rows so far add."""

    def __init__(self, everybody: Sequence[Somebody]) -> None:
        self.new: list[New] = []
        self._by_name: dict[str, list[New]] = {}
        self._by_address: dict[str, New] = {}
        for each in everybody:
            self._know(New(each.person, each.address))

    def of_row(self, row: Row) -> Person:
        """Who a row is about, added unless they are there; rows with an address come first."""
        same_name = self._by_name.get(row.name.casefold(), [])
        if not row.address:
            if len(same_name) > 1:
                raise InputError(_WHICH_PERSON.format(name=row.name))
            return same_name[0].person if same_name else self._add(row)
        found = self._by_address.get(row.address.casefold())
        if found is None:
            if any(not each.address for each in same_name):
                raise InputError(_NO_ADDRESS_YET.format(name=row.name))
            return self._add(row)
        if found not in same_name:
            raise InputError(_OTHER_NAME.format(name=found.person.name))
        return found.person

    def _add(self, row: Row) -> Person:
        new = New(Person(uuid4(), row.name), row.address)
        self.new.append(new)
        self._know(new)
        return new.person

    def _know(self, somebody: New) -> None:
        self._by_name.setdefault(somebody.person.name.casefold(), []).append(somebody)
        if somebody.address:
            self._by_address[somebody.address.casefold()] = somebody


class _Positions:
    """The positions there are, with those that the rows so far add, by who holds what where."""

    def __init__(self, held: Iterable[Membership], places: _Places) -> None:
        self.new: dict[tuple[UUID, Position, UUID], Membership] = {}
        self._lines: dict[tuple[UUID, Position, UUID], int] = {}
        self._held: dict[tuple[UUID, Position, UUID], list[Membership]] = {}
        for each in held:
            self._held.setdefault(each[:3], []).append(each)
        self._places = places

    def add(self, line: int, wanted: Membership) -> None:
        """Add a position unless it is there; one that ended before the wanted day is not."""
        key = wanted[:3]
        if any(
            each.until is None or each.until >= wanted.since for each in self._held.get(key, ())
        ):
            return
        if key in self.new:
            if self.new[key] != wanted:
                raise InputError(_OTHER_DAY.format(line=self._lines[key]))
            return
        if wanted.place_id != INSTALLATION and self._places.one(wanted.place_id).is_closed:
            raise InputError(_CLOSED.format(name=self._places.one(wanted.place_id).name))
        self.new[key], self._lines[key] = wanted, line


def _called(kind: PlaceKind, name: str) -> tuple[PlaceKind, str]:
    return kind, name.casefold()
