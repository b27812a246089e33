"""The file with schools, people and positions that a beheerder brings along: read, not yet kept.

One row is a school, or a person with a position; the columns are COLUMNS, in any order.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ibreflect.errors import InputError
from ibreflect.model.membership import AT, PlaceKind, Position
from ibreflect.usecases import administering, csv_file, entering, pasted
from ibreflect.usecases.administering_places import WORDS
from ibreflect.usecases.administering_positions import require_day
from ibreflect.usecases.csv_file import Record

MOST_ROWS = 2000

_ALLIANCE, _BOARD, _SCHOOL, _NAME, _ADDRESS, _POSITION, _SINCE = COLUMNS = (
    "samenwerkingsverband",
    "bestuur",
    "school",
    "naam",
    "mail",
    "functie",
    "vanaf",
)
_COLUMN_OF = {
    PlaceKind.ALLIANCE: _ALLIANCE,
    PlaceKind.BOARD: _BOARD,
    PlaceKind.SCHOOL: _SCHOOL,
}

TEMPLATE = "\r\n".join(
    (
        ";".join(COLUMNS),
        "SWV Voorbeeld;Stichting Voorbeeld;De Ster;Sam Voorbeeld;sam@voorbeeld.nl;ib'er;2026-08-01",
        "SWV Voorbeeld;;;Kim Voorbeeld;kim@voorbeeld.nl;coach;1-8-2026",
        "",
    )
).encode("utf-8-sig")
"""An example to fill in, as Excel opens it with its accents whole."""

# What people call a position, in letters alone: without accents, signs and spaces.
_POSITIONS = {
    "iber": Position.IB_COORDINATOR,
    "internbegeleider": Position.IB_COORDINATOR,
    "kcer": Position.IB_COORDINATOR,
    "kwaliteitscoordinator": Position.IB_COORDINATOR,
    "schoolleider": Position.SCHOOL_LEADER,
    "directeur": Position.SCHOOL_LEADER,
    "coach": Position.COACH,
    "bestuur": Position.BOARD_MEMBER,
    "bestuurder": Position.BOARD_MEMBER,
}
# A list names people, and a name proves nothing.
_BY_HAND = "beheerder"

_EMPTY = "Dit bestand is leeg. Zet op de eerste regel de namen van de kolommen."
_TOO_MANY = "Dit bestand heeft {count} regels; er passen er {most} in. Knip het in stukken."
_FIRST_LINE = (
    f"Zet op de eerste regel de namen van de kolommen: {', '.join(COLUMNS)}. Een kolom die je niet "
    "gebruikt, mag weg."
)
_BROKEN = (
    "de aanhalingstekens kloppen niet, of een veld is veel te lang. Herstel deze regel; daarna "
    "wordt verder gekeken."
)


class Row(NamedTuple):
    """A row that can be understood by itself; empty texts and None for what is not in it."""

    line: int
    alliance: str
    board: str
    school: str
    name: str
    address: str
    position: Position | None
    since: date | None


class Problem(NamedTuple):
    """What is wrong on a line of the file (from 1), and what to do about it."""

    line: int
    says: str


class Read(NamedTuple):
    """The rows that can be understood, and every problem with the others."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def read(content: bytes, *, today: date) -> Read:
    """The rows of a CSV file; InputError when it cannot be read as a list at all."""
    records, broken_line = csv_file.records(content)
    problems = [] if broken_line is None else [Problem(broken_line, _BROKEN)]
    if not records:
        raise InputError(listed(problems) or _EMPTY)
    header, *body = records
    columns = _columns(header)
    if len(body) > MOST_ROWS:
        raise InputError(_TOO_MANY.format(count=len(body), most=MOST_ROWS))
    rows = []
    for record in body:
        wrong = [Problem(record.line, says) for says in _troubles(record, columns, today)]
        problems += wrong
        if not wrong:
            rows.append(_row(record, columns))
    return Read(tuple(rows), tuple(problems))


def listed(problems: Sequence[Problem]) -> str:
    """All problems, each on its own line, in the order of the file."""
    in_order = sorted(problems, key=lambda each: each.line)
    return "\n".join(f"Regel {each.line}: {each.says}" for each in in_order)


def _columns(header: Record) -> dict[str, int]:
    """Where each column stands; InputError for a strange, double or missing one."""
    names = [entering.cleaned(cell).casefold() for cell in header.cells]
    used = [name for name in names if name]
    strange = [name[:40] for name in used if name not in COLUMNS]
    if strange:
        called = ", ".join(f'"{name}"' for name in strange[:10])
        raise InputError(f"Regel {header.line}: {called} is geen kolom die ik ken. {_FIRST_LINE}")
    if len(set(used)) < len(used):
        raise InputError(f"Regel {header.line}: een kolom staat er twee keer. {_FIRST_LINE}")
    return {name: place for place, name in enumerate(names) if name}


def _troubles(record: Record, columns: Mapping[str, int], today: date) -> Iterator[str]:
    extra = [cell for cell in record.cells[max(columns.values()) + 1 :] if entering.cleaned(cell)]
    if extra:
        yield (
            "er zijn meer velden dan kolommen. Zet een tekst met een scheidingsteken erin tussen "
            "aanhalingstekens."
        )
        return
    cells = _cells(record, columns)
    yield from _long_names(cells)
    yield from _about_person(cells)
    yield from _about_day(cells[_SINCE], today)


def _long_names(cells: Mapping[str, str]) -> Iterator[str]:
    called = {_COLUMN_OF[kind]: f"de naam van {words}" for kind, words in WORDS.items()}
    for column, what in {**called, _NAME: "de naam"}.items():
        try:
            if cells[column]:
                entering.name(cells[column], what)
        except InputError as error:
            yield _going_on(str(error))


def _about_person(cells: Mapping[str, str]) -> Iterator[str]:
    name, address, called = cells[_NAME], cells[_ADDRESS], cells[_POSITION]
    if address and not pasted.is_address(address):
        yield _going_on(administering.NO_ADDRESS.format(what=_quoted(address)))
    if bool(name) != bool(called):
        missing = "een functie" if name else "een naam"
        yield f"{missing} ontbreekt. Vul die in, of laat naam, mail en functie alle drie leeg."
    elif address and not name:
        yield "bij dit mailadres ontbreekt een naam. Vul naam en functie in."
    yield from _about_position(called, cells)


def _about_position(called: str, cells: Mapping[str, str]) -> Iterator[str]:
    position = _position(called)
    if _letters(called) == _BY_HAND:
        yield "een beheerder staat niet op een lijst. Maak iemand beheerder bij Mensen."
    elif called and position is None:
        known = "ib'er, schoolleider, coach of bestuur"
        yield f"{_quoted(called)} is geen functie die ik ken. Kies {known}."
    if position and not cells[_COLUMN_OF[AT[position]]]:
        yield f"waar is deze functie? Vul de kolom {_COLUMN_OF[AT[position]]} in."


def _about_day(typed: str, today: date) -> Iterator[str]:
    if not typed:
        return
    since = _day(typed)
    if since is None:
        yield f"{_quoted(typed)} is geen dag. Schrijf die als 2026-08-01 of 1-8-2026."
        return
    try:
        require_day(since, today)
    except InputError as error:
        yield _going_on(str(error))


def _row(record: Record, columns: Mapping[str, int]) -> Row:
    cells = _cells(record, columns)
    return Row(
        line=record.line,
        alliance=cells[_ALLIANCE],
        board=cells[_BOARD],
        school=cells[_SCHOOL],
        name=cells[_NAME],
        address=cells[_ADDRESS],
        position=_position(cells[_POSITION]),
        since=_day(cells[_SINCE]),
    )


def _cells(record: Record, columns: Mapping[str, int]) -> dict[str, str]:
    """What stands in each column, cleaned and on one line; empty where the row ends early."""
    found = {name: record.cells[place : place + 1] for name, place in columns.items()}
    return {
        name: " ".join(entering.cleaned("".join(found.get(name, ()))).split()) for name in COLUMNS
    }


def _position(called: str) -> Position | None:
    return _POSITIONS.get(_letters(called))


def _letters(called: str) -> str:
    plain = unicodedata.normalize("NFKD", called.casefold())
    return "".join(each for each in plain if each.isalpha())


def _day(typed: str) -> date | None:
    """A day written as 2026-08-01, 1-8-2026 or 1/8/2026; None for anything else."""
    parts = typed.replace("/", "-").split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):  # noqa: PLR2004
        return None
    first, month, last = (int(part[:6]) for part in parts)
    year, day = (first, last) if len(parts[0]) == 4 else (last, first)  # noqa: PLR2004
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _quoted(text: str) -> str:
    return f'"{text[:60]}"'


def _going_on(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
