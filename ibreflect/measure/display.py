"""What the numbers allow: which combination of people shows what, said before anybody is asked."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from ibreflect.measure.disclosure import DETAIL_FLOOR, FLOORS, TEXT_FLOOR, Cell, cells
from ibreflect.measure.dutch import listed
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.voice import MARK_WORDS, Mark


class Shows(StrEnum):
    """What is shown of a group, in the words of the screen and of the documentation."""

    NOTHING = "niets"
    CAREFULLY = "gemiddelde, voorzichtig lezen"
    IN_FULL = "gemiddelde, laagste en hoogste, verdeling"


_ONE = {
    RaterGroup.TEACHER: "leraar",
    RaterGroup.COLLEAGUE: "collega",
    RaterGroup.BOARD: "persoon van bestuur of samenwerkingsverband",
    RaterGroup.PARENT: "ouder",
}
_MORE = {
    RaterGroup.TEACHER: "leraren",
    RaterGroup.COLLEAGUE: "collega's",
    RaterGroup.BOARD: "mensen van bestuur of samenwerkingsverband",
    RaterGroup.PARENT: "ouders",
}
_WHO = {Mark.REST: "samen, als overige collega's"}
_MEANS = {
    Shows.CAREFULLY: "te zien is een gemiddelde; lees het voorzichtig.",
    Shows.IN_FULL: "te zien zijn gemiddelden, laagste en hoogste, en hoe verdeeld de groep is.",
}


class Row(NamedTuple):
    """One combination of numbers, and what each cell of it shows, by what the cell is called."""

    counts: Mapping[RaterGroup, int]
    shown: tuple[tuple[Mark, Shows], ...]


def shows(cell: Cell) -> Shows:
    """What is shown of a cell when all its people answer a statement."""
    if not cell.is_shown:
        return Shows.NOTHING
    return Shows.IN_FULL if cell.n >= DETAIL_FLOOR else Shows.CAREFULLY


def forecast(counts: Mapping[RaterGroup, int], floors: Mapping[RaterGroup, int]) -> tuple[str, ...]:
    """A sentence for each cell: what it would show if everybody on the list answers."""
    return tuple(_sentence(cell, counts) for cell in cells(counts, floors))


def shows_anything(counts: Mapping[RaterGroup, int], floors: Mapping[RaterGroup, int]) -> bool:
    """Whether any group would be shown if everybody on the list answers."""
    return any(cell.is_shown for cell in cells(counts, floors))


def matrix(most: int = 6) -> Iterator[Row]:
    """Every combination of 0 up to `most` leraren and collega's who answered, both being asked.

    With the lowest floors. The two behave alike, so the larger number is that of leraren; bestuur
    behaves as collega's, and ouders stand alone.
    """
    for teachers in range(most + 1):
        for colleagues in range(teachers + 1):
            counts = {RaterGroup.TEACHER: teachers, RaterGroup.COLLEAGUE: colleagues}
            yield Row(counts, tuple((cell.mark, shows(cell)) for cell in cells(counts, FLOORS)))


def in_words(row: Row) -> str:
    """What a combination shows, on one line: 'leraren: …; collega's: …', 'samen: …' or 'niets'."""
    kinds = {kind for _, kind in row.shown}
    if kinds == {Shows.NOTHING}:
        return str(Shows.NOTHING)
    return "; ".join(f"{_WHO.get(mark, MARK_WORDS[mark])}: {kind}" for mark, kind in row.shown)


def number_of(count: int, group: RaterGroup) -> str:
    """So many people of a group: '3 leraren', '1 ouder'."""
    return f"{count} {(_ONE if count == 1 else _MORE)[group]}"


def _sentence(cell: Cell, counts: Mapping[RaterGroup, int]) -> str:
    people = listed([number_of(counts[group], group) for group in cell.groups])
    if len(cell.groups) > 1:
        return _merged(cell, people)
    means = _MEANS.get(shows(cell))
    if means:
        return f"{people}: {means}"
    return (
        f"{people}: te weinig, er staat straks niets. Vraag er minstens {cell.floor}, of niemand."
    )


def _merged(cell: Cell, people: str) -> str:
    if not cell.is_shown:
        return (
            f"{people}: ook samen te weinig, er staat straks niets. Vraag meer mensen, of niemand."
        )
    return (
        f"{people}: worden samengevoegd tot “overige collega's” ({cell.n}); {_MEANS[shows(cell)]}"
    )


TEXTS = (
    f"Wat mensen bij de open vragen schrijven, is te zien als minstens {TEXT_FLOOR} mensen bij die "
    "vraag iets schreven; in willekeurige volgorde, zonder groep."
)
IF_ALL = "Dit geldt als iedereen antwoordt. Vraag er daarom liever een paar meer."
