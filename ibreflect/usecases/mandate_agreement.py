"""What was agreed about mandates at a school: a new version each time, the earlier ones kept."""

import calendar
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

import pandas as pd

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.days import in_dutch
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.model.round import Asked, Round
from ibreflect.store import mandate as kept
from ibreflect.store.connection import Store
from ibreflect.store.mandate import AgreedLevel, Terms
from ibreflect.usecases import entering, mandate_frames, mandate_rounds, rounds

LONGEST_NOTE = 200
_MOST_DAYS = 731
"""Two years, of which one may be a leap year."""
_MONTHS_TO_REVIEW = 6


class Agreed(NamedTuple):
    """One version of what was agreed, with the map it is about and the table a team can read."""

    number: int
    terms: Terms
    questionnaire: Questionnaire
    table: pd.DataFrame

    @property
    def says(self) -> str:
        """When it was agreed and when it is looked at again."""
        return (
            f"Afgesproken op {in_dutch(self.terms.agreed_on)}. We bekijken dit "
            f"opnieuw op {in_dutch(self.terms.review_on)}."
        )

    def reminder(self, today: date) -> str:
        """A sentence once the day of the review has come, else empty."""
        if today < self.terms.review_on:
            return ""
        return (
            f"Op {in_dutch(self.terms.review_on)} zouden jullie deze afspraak "
            "opnieuw bekijken. Plan een moment, ook als jullie denken dat alles zo kan blijven."
        )


class Entry(NamedTuple):
    """What was filled in as agreed: level (1-5) and note by item id, and the two dates."""

    levels: Mapping[str, int]
    notes: Mapping[str, str]
    agreed_on: date
    review_on: date


def versions(store: Store, actor: Person, subject: Round) -> tuple[Agreed, ...]:
    """The actor's agreements at the school of one of their rounds, newest first."""
    found = []
    for number, terms in kept.agreements(store, actor.person_id, subject.school_id):
        about = mandate_rounds.as_worded_then(store, subject, terms.asked)
        table = mandate_frames.agreed_read(about, terms.agreed)
        found.append(Agreed(number, terms, about, table))
    return tuple(found)


def on_map(versions: Sequence[Agreed], asked: Questionnaire) -> dict[str, AgreedLevel]:
    """What the newest version says that holds for this map, by item id.

    An agreement holds for the words it was made with: a topic that was worded anew since has none.
    """
    if not versions:
        return {}
    newest = versions[0]
    words_then = {item.id: item.self_text for item in newest.questionnaire.items}
    return {
        item.id: newest.terms.agreed[item.id]
        for item in asked.items
        if item.id in newest.terms.agreed and words_then[item.id] == item.self_text
    }


def agree(store: Store, actor: Person, round_id: UUID, entry: Entry) -> int:
    """Add what was agreed as a new version and return its number; again adds nothing.

    InputError for an unknown topic or level, a note over 200 characters or without a level, nothing
    at all, and for a review that is not after the agreement or more than two years later.
    NotAllowedError while the ib'er has not handed in her own answers, or for somebody else's round.
    """
    subject = rounds.one(store, actor, round_id)
    asked = mandate_rounds.map_of(store, subject)
    if not subject.handed_in:
        raise NotAllowedError(
            "Lever eerst je eigen scan in. Zo vult iedereen de kaart blind in, en spreken jullie "
            "daarna pas iets af."
        )
    _require_dates(entry.agreed_on, entry.review_on)
    terms = Terms(
        agreed_on=entry.agreed_on,
        review_on=entry.review_on,
        asked=Asked(asked.id, asked.version),
        agreed=_agreed(asked, entry),
    )
    return kept.add(store, actor.person_id, subject.school_id, terms)


def half_a_year_after(day: date) -> date:
    """The same day six months on, or the last day of that month when it is shorter."""
    months = day.year * 12 + day.month - 1 + _MONTHS_TO_REVIEW
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _require_dates(agreed_on: date, review_on: date) -> None:
    days = (review_on - agreed_on).days
    if days <= 0:
        raise InputError(
            "De dag waarop jullie dit opnieuw bekijken, ligt niet na de dag van de afspraak. Kies "
            "een latere dag."
        )
    if days > _MOST_DAYS:
        raise InputError(
            "Bekijk de afspraak binnen twee jaar opnieuw: in die tijd verandert er veel op een "
            "school. Kies een eerdere dag."
        )


def _agreed(asked: Questionnaire, entry: Entry) -> dict[str, AgreedLevel]:
    """What was agreed, in the order of the map."""
    _require_known(asked, entry)
    notes = {item_id: _note(note) for item_id, note in entry.notes.items()}
    for item in asked.items:
        if notes.get(item.id) and item.id not in entry.levels:
            raise InputError(
                f"Bij “{item.self_text}” staat een toelichting zonder niveau. Kies een niveau, of "
                "haal de toelichting weg."
            )
    return {
        item.id: AgreedLevel(entry.levels[item.id], notes.get(item.id, ""))
        for item in asked.items
        if item.id in entry.levels
    }


def _require_known(asked: Questionnaire, entry: Entry) -> None:
    known = {item.id for item in asked.items}
    on_scale = all(type(level) is int and 1 <= level <= 5 for level in entry.levels.values())  # noqa: PLR2004
    if not {*entry.levels, *entry.notes} <= known or not on_scale:
        raise InputError(
            "Deze onderwerpen of niveaus horen niet bij jullie kaart. Er is niets vastgelegd. Laad "
            "de pagina opnieuw."
        )
    if not entry.levels:
        raise InputError("Kies bij minstens één onderwerp wat jullie hebben afgesproken.")


def _note(text: str) -> str:
    note = " ".join(entering.cleaned(text).split())
    if len(note) > LONGEST_NOTE:
        raise InputError(
            f"Kort de toelichting “{note[:40]}…” in tot {LONGEST_NOTE} tekens; nu zijn het er "
            f"{len(note)}."
        )
    return note
