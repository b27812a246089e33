"""What the logboek shows: planned beside spontaneous, the interventieladder, and the regions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar
from uuid import UUID

import pandas as pd

from ibreflect.measure import log_sentences
from ibreflect.measure.growth import Noise
from ibreflect.measure.log_sentences import Tally, hours
from ibreflect.model.log import STEP_WORDS, THEMES, Content, Entry, Kind, Quarter, Step, quarter_of
from ibreflect.model.person import Person
from ibreflect.model.role import REGIONS, Region, region_name
from ibreflect.model.round import term_of
from ibreflect.store.connection import Store
from ibreflect.usecases import log_entries, people, view_picture
from ibreflect.usecases.frames import Figure

FEWEST = 5
"""Entries below which nothing is drawn: a choice, so that two moments do not become a pattern."""

MOST_QUARTERS = 6
"""A year and a half: as many periods as a phone has room for; the table has all of them."""

_PLANNED, _SPONTANEOUS = "gepland", "spontaan"
_ROWS = {True: _PLANNED, False: _SPONTANEOUS}

Row = TypeVar("Row")


class YearOfActivities(NamedTuple):
    """The activities of a school year in each of the seven regions."""

    school_year: str
    tallies: dict[Region, Tally]
    read: pd.DataFrame
    says: str


class ScanPicture(NamedTuple):
    """The role picture of the newest scan at the school, of when it is, and its scale."""

    term: str
    figure: Figure
    words: tuple[str, ...]


class LogPicture(NamedTuple):
    """What there is to show of the work at one school; `years` go newest first.

    A figure is None, and `years` empty, as long as there are too few entries for it.
    """

    planned: Figure | None
    steps: Figure | None
    years: tuple[YearOfActivities, ...]
    themes: str


def picture(store: Store, actor: Person, school_id: UUID) -> LogPicture:
    """What the actor's log of the work at a school shows; NotAllowedError for a foreign school."""
    people.my_school(store, actor, school_id)
    entries = log_entries.mine(store, actor, school_id=school_id)
    return LogPicture(
        planned=_planned(entries),
        steps=_steps(entries),
        years=_years(entries),
        themes=_themes(entries),
    )


def scan_beside(store: Store, actor: Person, school_id: UUID, noise: Noise) -> ScanPicture | None:
    """The role picture of the actor's newest handed-in scan at a school; None without one."""
    here = [each for each in view_picture.handed_in(store, actor) if each.school_id == school_id]
    for each in here[:1]:
        for part in view_picture.my_picture(store, actor, each.round_id, noise).parts:
            if part.roles:
                return ScanPicture(each.term.label, part.roles, part.questionnaire.words)
    return None


def activities(entries: Iterable[Entry]) -> dict[str, dict[Region, Tally]]:
    """Per school year, newest first, the number and minutes of activities in all seven regions.

    An activity counts once, in the region of exactly its roles.
    """
    minutes: dict[str, dict[Region, list[int]]] = {}
    for content in _contents(entries, Kind.ACTIVITY):
        year = minutes.setdefault(term_of(content.day).school_year, {})
        year.setdefault(content.roles, []).append(content.minutes or 0)
    return {
        year: {
            region: Tally(len(found.get(region, [])), sum(found.get(region, [])))
            for region in REGIONS
        }
        for year, found in sorted(minutes.items(), reverse=True)
    }


def _planned(entries: Sequence[Entry]) -> Figure | None:
    """A bumpy moment is spontaneous by its nature; questions and effects are neither."""
    found = [
        (quarter_of(each.day), bool(each.is_planned))
        for each in _contents(entries, Kind.BUMPY_MOMENT, Kind.ACTIVITY)
    ]
    if len(found) < FEWEST:
        return None
    since, counts = _recent(found)
    says = log_sentences.about_planned(since.first_month, counts[True], counts[False])
    return _figure(found, _ROWS, says)


def _steps(entries: Sequence[Entry]) -> Figure | None:
    """The ladder from its top rung down, as it stands."""
    found = [
        (quarter_of(each.day), each.step)
        for each in _contents(entries, Kind.QUESTION)
        if each.step is not None
    ]
    if len(found) < FEWEST:
        return None
    since, counts = _recent(found)
    rungs = {step: STEP_WORDS[step] for step in reversed(Step)}
    return _figure(found, rungs, log_sentences.about_steps(since.first_month, counts))


def _quarters(found: Sequence[tuple[Quarter, Row]]) -> list[Quarter]:
    """Every quarter from the first to the last that something was written down in."""
    numbers = [quarter.number for quarter, _ in found]
    return [Quarter(number) for number in range(min(numbers), max(numbers) + 1)]


def _recent(found: Sequence[tuple[Quarter, Row]]) -> tuple[Quarter, Counter[Row]]:
    """Since when is drawn, and how often each was written down since."""
    since = _quarters(found)[-MOST_QUARTERS:][0]
    return since, Counter(row for quarter, row in found if quarter >= since)


def _figure(found: Sequence[tuple[Quarter, Row]], rows: Mapping[Row, str], says: str) -> Figure:
    """Drawn: row, period, position and count (see `charts.log_periods`); read: every period."""
    counts, quarters = Counter(found), _quarters(found)
    drawn = [
        {"row": name, "period": quarter.label, "position": at, "count": counts[quarter, row]}
        for row, name in rows.items()
        for at, quarter in enumerate(quarters[-MOST_QUARTERS:])
    ]
    read = [
        {"Periode": quarter.label} | {name: counts[quarter, row] for row, name in rows.items()}
        for quarter in quarters
    ]
    return Figure(drawn=pd.DataFrame(drawn), read=pd.DataFrame(read), says=says)


def _years(entries: Sequence[Entry]) -> tuple[YearOfActivities, ...]:
    return tuple(
        YearOfActivities(
            year, tallies, _tallies_read(tallies), log_sentences.about_activities(year, tallies)
        )
        for year, tallies in activities(entries).items()
        if sum(tally.number for tally in tallies.values()) >= FEWEST
    )


def _tallies_read(tallies: Mapping[Region, Tally]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "Gebied": region_name(region),
                "Activiteiten": tally.number,
                "Tijd": hours(tally.minutes),
            }
            for region, tally in tallies.items()
        ]
    )


def _themes(entries: Sequence[Entry]) -> str:
    found = [each.content.theme for each in entries if each.content.theme not in {"", "anders"}]
    if len(found) < FEWEST:
        return ""
    return log_sentences.about_themes(Counter(THEMES[theme] for theme in found))


def _contents(entries: Iterable[Entry], *kinds: Kind) -> list[Content]:
    return [each.content for each in entries if each.content.kind in kinds]
