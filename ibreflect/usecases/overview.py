"""How this installation is doing: in counts of everything together, and in what needs care."""

import shutil
from datetime import date, datetime, timedelta
from typing import NamedTuple

from ibreflect.access import policy
from ibreflect.measure import pooled
from ibreflect.measure.dutch import listed
from ibreflect.model.days import in_dutch
from ibreflect.model.event import EventKind
from ibreflect.model.membership import Position
from ibreflect.model.moment import day_at
from ibreflect.model.person import Person
from ibreflect.model.round import term_of
from ibreflect.store import counting, events, last_backup
from ibreflect.store.connection import Store
from ibreflect.usecases import nights, people, tidying
from ibreflect.usecases.papers import Installation

BACKUP_DAYS = 7
"""After so many days without a copy there is a warning."""

NIGHT_DAYS = 2
"""After so many days without a night there is a warning."""

LEAST_FREE = 1_000_000_000
"""Bytes on the disk; a file that is written anew needs its own size once more."""

_ERASED = (EventKind.ROUND_ERASED, EventKind.PERSON_ERASED, EventKind.TIDIED)
_NEVER = "nog niet"
_UNITS = ("bytes", "kB", "MB", "GB", "TB")
_STEP = 1000
_MORE = {
    Position.IB_COORDINATOR: "ib'ers",
    Position.SCHOOL_LEADER: "schoolleiders",
    Position.COACH: "coaches",
    Position.BOARD_MEMBER: "mensen van een bestuur",
    Position.ADMINISTRATOR: "beheerders",
}


class Line(NamedTuple):
    """Something about the installation, and what it is now, in Dutch."""

    about: str
    now: str


class Overview(NamedTuple):
    """What there is, how it is, and what needs care: sentences with what to do."""

    counts: tuple[Line, ...]
    state: tuple[Line, ...]
    warnings: tuple[str, ...]


class _Disk(NamedTuple):
    size: int
    free: int


def of_installation(store: Store, actor: Person, here: Installation, *, now: datetime) -> Overview:
    """How the installation is doing at a moment in UTC; NotAllowedError for who is no beheerder.

    People and places are counted, since the beheerder sets those up. Rounds are somebody's own, so
    only how many there are in all, in steps of five.
    """
    today = day_at(now)
    policy.require(policy.may_administer(people.positions(store, actor, today=today)))
    disk = _Disk(store.path.stat().st_size, shutil.disk_usage(store.path.parent).free)
    copied, night = last_backup.noted(store.path), nights.known(store)
    return Overview(
        counts=_counts(store, today),
        state=(*_state(store, disk, copied, night.last), *_ways(here)),
        warnings=(*_care(disk, copied, night, today), *_missing(here)),
    )


def in_bytes(size: float) -> str:
    """A size as people say it: '12 MB', '1 GB'."""
    unit = 0
    while size >= _STEP and unit < len(_UNITS) - 1:
        size, unit = size / _STEP, unit + 1
    return f"{round(size)} {_UNITS[unit]}"


def _counts(store: Store, today: date) -> tuple[Line, ...]:
    held = counting.positions(store, today)
    places, term = counting.places(store), term_of(today)
    rounds = counting.rounds(store, term.school_year)
    return (
        *(Line(_MORE[each].capitalize(), str(count)) for each, count in held.items()),
        Line("Scholen", str(places.schools)),
        Line("Besturen", str(places.boards)),
        Line("Samenwerkingsverbanden", str(places.alliances)),
        Line(f"Meetrondes in {term.school_year}", pooled.number(rounds.begun)),
        Line("Daarvan ingeleverd", pooled.number(rounds.handed_in)),
        Line("Daarvan ook aan anderen gevraagd", pooled.number(rounds.with_others)),
    )


def _state(store: Store, disk: _Disk, copied: date | None, night: date | None) -> tuple[Line, ...]:
    erased = events.newest(store, _ERASED, 1)
    pending = "; wat gewist is, gaat vannacht ook uit het bestand" if tidying.is_due(store) else ""
    return (
        Line("Grootte van de database", in_bytes(disk.size)),
        Line("Vrije ruimte op de schijf", in_bytes(disk.free)),
        Line("Laatste reservekopie", _day(copied)),
        Line("Laatste nacht dat er is opgeruimd", _day(night)),
        Line("Laatst gewist", _day(day_at(erased[0].at) if erased else None) + pending),
    )


def _ways(here: Installation) -> tuple[Line, ...]:
    accounts = [f"een account van {each}" for each in here.accounts]
    mail = here.settings.smtp_host
    return (
        Line("Mail", f"ibreflect mailt via {mail}" if mail else "ibreflect mailt niet"),
        Line("Adres", here.settings.address or "niet ingesteld"),
        Line("Aanmelden met", listed(["een toegangssleutel", *accounts])),
    )


def _care(disk: _Disk, copied: date | None, night: nights.Nights, today: date) -> tuple[str, ...]:
    checks = {
        "De schijf raakt vol. Maak ruimte: zonder ruimte kan niemand nog iets opslaan.": (
            disk.free < max(LEAST_FREE, 2 * disk.size)
        ),
        f"Er is al meer dan {BACKUP_DAYS} dagen geen reservekopie gemaakt. Stop ibreflect even en "
        "maak er een met “python -m ibreflect backup”.": _is_old(copied, BACKUP_DAYS, today),
        "Het opruimen in de nacht is al dagen niet gebeurd. Laat ibreflect ook in de nacht "
        "draaien; anders gebeurt het zodra het weer draait.": (
            night.last is not None and _is_old(night.last, NIGHT_DAYS, today)
        ),
        "De klok van deze computer versprong, of ibreflect stond lang uit. Er wordt pas weer "
        "opgeruimd op een volgende dag. Controleer de klok.": (
            night.doubted is not None and night.last is not None
        ),
    }
    return tuple(sentence for sentence, is_so in checks.items() if is_so)


def _missing(here: Installation) -> tuple[str, ...]:
    checks = {
        "Er is geen adres ingesteld (IBREFLECT_ADDRESS). Links in brieven en mails wijzen dan "
        "misschien naar de verkeerde plek.": not here.settings.address,
        "Er is geen mailserver ingesteld. Links gaan dan op papier, of je geeft ze zelf door.": (
            not here.settings.smtp_host
        ),
    }
    return tuple(sentence for sentence, is_so in checks.items() if is_so)


def _is_old(day: date | None, days: int, today: date) -> bool:
    return day is None or today - day > timedelta(days=days)


def _day(day: date | None) -> str:
    return _NEVER if day is None else in_dutch(day)
