"""What somebody takes along as tables: the same sheets in every file, in one order."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ibreflect.model.direction import DIRECTION_POINTS
from ibreflect.model.goal import ENTRY_WORDS
from ibreflect.model.membership import POSITION_WORDS
from ibreflect.model.takeaway import Readable, TakenRound
from ibreflect.reports import takeaway_rows as rows
from ibreflect.reports import takeaway_work_rows as work_rows
from ibreflect.reports.blocks import Cell, Row
from ibreflect.reports.takeaway_rows import term

_TALK = {"Dag": 14, "Gesprek": 28}
_ROUND = {"Meetronde": 16, "School": 24}
_HEADINGS: Mapping[str, Mapping[str, int]] = {
    "Persoon": {"Wat": 22, "Inhoud": 50},
    "Posities": {"Positie": 16, "Waar": 34, "Vanaf": 14, "Tot en met": 14},
    "Meetrondes": {**_ROUND, "Schooljaar": 14, "Open": 10, "Ingeleverd": 12},
    "Antwoorden": {
        **_ROUND,
        "Vragenlijst": 28,
        "Versie": 10,
        "Id": 12,
        "Stelling": 60,
        "Getal": 8,
        "Antwoord": 28,
    },
    "Teksten": {**_ROUND, "Vraag": 44, "Tekst": 80},
    "Schoolkaart": {**_ROUND, "Vraag": 50, "Antwoord": 34},
    "Tijd": {**_ROUND, "Verdeling": 24, "Deel": 30, "Week": 12, "Procent": 10},
    "Anderen": {
        **_ROUND,
        "Vragenlijst": 28,
        "Id": 12,
        "Stelling": 60,
        "Wie": 20,
        "Mensen": 12,
        "Getal": 8,
        "Grens": 12,
        "In woorden": 50,
    },
    "Opmerkingen": {**_ROUND, "Van": 16, "Vraag": 44, "Tekst": 80},
    "Koers": {"School": 24, "Dag": 14, "Punt": 8, "In woorden": 44, "Waarom": 80},
    "Afspraken": {
        "School": 24,
        "Nummer": 10,
        "Afgesproken op": 16,
        "Opnieuw op": 16,
        "Onderwerp": 44,
        "Niveau": 8,
        "In woorden": 30,
        "Toelichting": 50,
    },
    "Doelen": {
        "School": 24,
        "Afgesproken op": 16,
        **dict(zip(ENTRY_WORDS.values(), (50, 40, 40, 24, 40, 14), strict=True)),
        "Hoe ging het?": 18,
        "Wat veranderde er?": 50,
        "Afgesloten op": 16,
    },
    "Notities bij doelen": {"School": 24, "Doel": 50, "Dag": 14, "Notitie": 80},
    "Logboek": {
        "School": 24,
        "Dag": 14,
        "Soort": 16,
        "Wat": 60,
        "Thema": 16,
        "Onderzocht": 60,
        "Vervolg": 60,
        "Rollen": 34,
        "Minuten": 10,
        "Gepland": 10,
        "Wat was er al gedaan?": 34,
        "Waar": 30,
    },
    "Reflectievragen": {"Schooljaar": 14, "Vraag": 50, "Antwoord": 80},
    "Gesprekken": {
        "Dag": 14,
        "Tijd": 12,
        "Gesprek": 28,
        "School": 24,
        "Met een": 16,
        "Ik was": 18,
        "Eigen notitie": 80,
    },
    "Voorbereidingen": {**_TALK, "Vraag": 60, "Antwoord": 80},
    "Op tafel": {**_TALK, "Waaruit": 50, "Tekst": 80},
    "Verslagen": {**_TALK, "Versie": 10, "Soort": 14, "Waarover": 50, "Tekst": 80},
    "Gedeeld": {
        "Wanneer (UTC)": 20,
        "Meetronde": 16,
        "School": 24,
        "Wat": 60,
        "Met een": 24,
        "Tot en met": 14,
        "Ingetrokken": 12,
    },
    "Gebeurtenissen": {"Wanneer (UTC)": 20, "Wat": 90},
}
"""Every sheet with its headings, and how many letters wide each column is."""


class Table(NamedTuple):
    """A table with its title; `widths` has each heading with its width in letters."""

    title: str
    widths: Mapping[str, int]
    rows: tuple[Row, ...]


def tables(found: Readable) -> tuple[Table, ...]:
    """All of it; empty tables too."""
    taken = found.taken
    filled: dict[str, Iterator[Row]] = {
        "Persoon": _person(found),
        "Posities": (
            (POSITION_WORDS[each.position], each.place, each.since, each.until)
            for each in taken.person.positions
        ),
        "Meetrondes": (
            (term(each), each.school, each.school_year, each.is_open, each.handed_in)
            for each in taken.rounds
        ),
        "Antwoorden": _of_rounds(found, lambda each: rows.answers(found, each)),
        "Teksten": _of_rounds(found, lambda each: rows.texts(found, each)),
        "Schoolkaart": _of_rounds(found, rows.context),
        "Tijd": _of_rounds(found, rows.time),
        "Anderen": _of_rounds(found, lambda each: rows.others(found, each)),
        "Opmerkingen": _of_rounds(found, rows.remarks),
        "Koers": (
            (each.school, each.recorded_on, each.point, *_why(each.point, each.reason))
            for each in taken.directions
        ),
        "Afspraken": rows.agreements(found),
        "Doelen": work_rows.goals(found),
        "Notities bij doelen": work_rows.goal_notes(found),
        "Logboek": work_rows.log(found),
        "Reflectievragen": work_rows.reflections(found),
        "Gesprekken": work_rows.conversations(found),
        "Voorbereidingen": work_rows.prepared(found),
        "Op tafel": work_rows.tabled(found),
        "Verslagen": work_rows.reports(found),
        "Gedeeld": rows.shares(found),
        "Gebeurtenissen": ((each.at, each.says) for each in taken.events),
    }
    return tuple(Table(title, _HEADINGS[title], tuple(each)) for title, each in filled.items())


def _of_rounds(
    found: Readable, of_round: Callable[[TakenRound], Iterator[tuple[Cell, ...]]]
) -> Iterator[Row]:
    """The rows of every round, each behind its term and school."""
    for each in found.taken.rounds:
        for row in of_round(each):
            yield term(each), each.school, *row


def _why(point: int, reason: str) -> tuple[str, str]:
    return DIRECTION_POINTS[point - 1], reason


def _person(found: Readable) -> Iterator[Row]:
    taken = found.taken
    yield "Naam", taken.person.name
    yield "Mailadres", taken.person.address
    yield "Gemaakt op", taken.made_on
    yield "Formaat", f"{taken.format}, versie {taken.version}"
