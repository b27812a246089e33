"""The papers of this installation: filled with what is so in it, to read and to take along."""

import tomllib
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ibreflect.access import policy
from ibreflect.errors import InputError, QuestionnaireError
from ibreflect.measure.disclosure import DETAIL_FLOOR, TEXT_FLOOR
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Kind, Questionnaire
from ibreflect.model.retention import BOUNDS, in_words
from ibreflect.model.retention import Period as Kept
from ibreflect.reports import papers
from ibreflect.reports.papers import PAPERS, Facts, Paper, Period
from ibreflect.settings import PROJECT, Settings
from ibreflect.store.connection import Store
from ibreflect.usecases import downloads, floors, instruments, people, retention, signing_in

_PASSKEY = "met een toegangssleutel (passkey) op het eigen apparaat"
_ACCOUNT = "met een account van {}"
_UNTIL_CLOSED = "tot het vragen sluit"
_OWN = "tot de ib'er ze wist"
_CARD = "tot en met 31 juli van het schooljaar na de laatste wijziging, of tot iemand het weghaalt"
_FETCH_MINUTES = int(downloads.SECONDS // 60)
_OF_ONE = (Kept.ANSWERS_OF_OTHERS, Kept.EVENTS)


class Installation(NamedTuple):
    """The settings of an installation, and what the accounts to sign in with are called."""

    settings: Settings
    accounts: tuple[str, ...] = ()


class Written(NamedTuple):
    """A paper and its text, as Markdown."""

    paper: Paper
    text: str


def read(store: Store, actor: Person, here: Installation, *, today: date) -> tuple[Written, ...]:
    """Every paper as it reads today, for who administers the installation."""
    policy.require(policy.may_administer(people.positions(store, actor, today=today)))
    return _all(facts(store, here, today=today))


def take_along(written: Written, *, now: float) -> str:
    """The ticket by which a paper that was read is fetched as a document, once.

    `now` is a number of seconds that only goes up.
    """
    return downloads.offer(written.paper.file_name, _file(written), now=now)


def write_all(store: Store, here: Installation, folder: Path, *, today: date) -> tuple[Path, ...]:
    """Write every paper as a document into a folder, made if need be; where they are.

    Asks no policy: the command line is the operator's. InputError when the disk refuses.
    """
    made = {folder / each.paper.file_name: each for each in _all(facts(store, here, today=today))}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, written in made.items():
            path.write_bytes(_file(written))
    except OSError as error:
        raise InputError(
            f"In {folder} kan niet worden geschreven. Kies een andere map, of maak ruimte vrij."
        ) from error
    return tuple(made)


def facts(store: Store, here: Installation, *, today: date) -> Facts:
    """What is so in this installation; it names no person."""
    settings, core = here.settings, _core(store, here.settings)
    is_together = signing_in.is_together(store)
    accounts = (_ACCOUNT.format(each) for each in here.accounts)
    return Facts(
        version=_version(),
        today=today,
        is_together=is_together,
        address=settings.address or f"http://localhost:{settings.port}",
        ways=(*accounts, _PASSKEY) if is_together else (),
        mail=settings.smtp_security if settings.smtp_host else "",
        floors=floors.of_installation(store),
        text_floor=TEXT_FLOOR,
        detail_floor=DETAIL_FLOOR,
        periods=_periods(store, is_together=is_together),
        idle_minutes=int(signing_in.IDLE.total_seconds() // 60),
        longest_hours=int(signing_in.LONGEST.total_seconds() // 3600),
        link_days=signing_in.LINK_LASTS.days,
        fetch_minutes=_FETCH_MINUTES,
        items=len(core.items),
        minutes=core.minutes,
    )


def _periods(store: Store, *, is_together: bool) -> tuple[Period, ...]:
    chosen = retention.periods(store)
    return (
        Period("Eigen scans, teksten en afspraken van een ib'er", _OWN),
        Period("Doelen, logboek, reflectievragen en gesprekken van een ib'er", _OWN),
        Period("Wat teamleden op de expertisekaart zetten", _CARD),
        Period("Namen, adressen en half ingevulde antwoorden van wie gevraagd is", _UNTIL_CLOSED),
        *(
            Period(BOUNDS[each].says.removesuffix("."), in_words(days))
            for each, days in chosen.items()
            if is_together or each in _OF_ONE
        ),
        Period(
            "Bestanden om op te halen, in het geheugen",
            f"{_FETCH_MINUTES} minuten, of tot het ophalen",
        ),
    )


def _all(found: Facts) -> tuple[Written, ...]:
    return tuple(Written(paper, papers.text(paper, found)) for paper in PAPERS)


def _file(written: Written) -> bytes:
    return papers.file(written.paper, written.text)


def _core(store: Store, settings: Settings) -> Questionnaire:
    for each in instruments.on_offer(store, settings.questionnaires):
        if each.questionnaire.kind is Kind.CORE:
            return each.questionnaire
    raise QuestionnaireError(f"In {settings.questionnaires} ontbreekt een kernvragenlijst.")


def _version() -> str:
    described = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(described["project"]["version"])
