"""What happened with somebody's data, in plain sentences: who saw, shared, changed or erased it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Literal, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from babel.dates import format_time

from ibreflect.model.asking import GROUP_WORDS
from ibreflect.model.days import in_dutch
from ibreflect.model.event import Detail, Event, EventKind
from ibreflect.model.membership import POSITION_WORDS, Position
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.retention import in_words
from ibreflect.store import events, kept, people
from ibreflect.store.connection import Store

GONE = "iemand die er niet meer is"
SOMEBODY = "iemand anders"
OPERATOR = "wie deze installatie beheert"
TOOL = "deze installatie"

By = Literal["self", "somebody_else", "nobody"]

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_WITHOUT_A_PERSON = {EventKind.ENTRY_LINK_MADE: OPERATOR, EventKind.TIDIED: TOOL}
_WAYS = {"passkey": " met een toegangssleutel", "account": " met een account van elders"}
_WHAT = {"name": "naam", "address": "mailadres"}
_THE_WHAT = {"name": "de naam", "address": "het mailadres"}

_OF_ONESELF = {
    EventKind.SIGNED_IN: "Je meldde je aan{way}.",
    EventKind.SIGNED_OUT: "Je meldde je af.",
    EventKind.KEY_ADDED: "Je maakte een toegangssleutel.",
    EventKind.KEY_REMOVED: "Je haalde een toegangssleutel weg.",
    EventKind.SHARED: "Je deelde een meetronde met {reader}, tot en met {until}.",
    EventKind.WITHDRAWN: "Je trok in wat je had gedeeld.",
    EventKind.REPORT_CONFIRMED: "Je bevestigde het verslag van een gesprek, versie {version}.",
    EventKind.COUNTED: "Je liet een meetronde meetellen in het netwerk, tot en met {until}.",
    EventKind.COUNTS_NO_MORE: "Je liet een meetronde niet meer meetellen in het netwerk.",
    EventKind.NETWORK_PUBLISHED: "Je maakte een beeld van een netwerk.",
    EventKind.NETWORK_CODE_MADE: "Je maakte een deelnamecode voor een netwerk.",
    EventKind.NETWORK_CODE_TAKEN_BACK: "Je trok een deelnamecode van een netwerk in.",
    EventKind.NETWORK_FILE_READ: "Je las een bestand in voor een netwerk.",
    EventKind.CORRECTED: "Je verbeterde je {what}.",
    EventKind.EXPORTED: "Je nam je gegevens mee in een bestand.",
    EventKind.IMPORTED: "Je nam gegevens op uit een bestand; nieuwe meetrondes: {rounds}.",
    EventKind.ROUND_ERASED: "Je wiste een meetronde.",
}
# In the past tense 'je' and a name take the same verb.
_OF_TWO = {
    EventKind.SIGNED_IN: "{who} meldde zich aan.",
    EventKind.SIGNED_OUT: "{who} meldde {whom} af.",
    EventKind.ENTRY_LINK_MADE: "{who} maakte een link om binnen te komen voor {whom}.",
    EventKind.KEY_ADDED: "{who} maakte een toegangssleutel voor {whom}.",
    EventKind.KEY_REMOVED: "{who} haalde een toegangssleutel van {whom} weg.",
    EventKind.POSITION_GIVEN: "{who} gaf {whom} een positie: {position}.",
    EventKind.POSITION_ENDED: "{who} beëindigde een positie van {whom}: {position}.",
    EventKind.SWITCHED_OFF: "{who} zette de toegang van {whom} uit.",
    EventKind.SWITCHED_ON: "{who} zette de toegang van {whom} weer aan.",
    EventKind.PLACES_IMPORTED: "{who} veranderde de lijst van scholen en mensen.",
    EventKind.SHARED: "{who} deelde een meetronde met {reader}, tot en met {until}.",
    EventKind.WITHDRAWN: "{who} trok in wat was gedeeld.",
    EventKind.SEEN: "{who} bekeek wat {owner} had gedeeld.",
    EventKind.TABLED: "{who} legde iets op tafel voor {reader}, tot en met {until}.",
    EventKind.REPORT_CONFIRMED: "{who} bevestigde het verslag van een gesprek met {whom}, versie "
    "{version}.",
    EventKind.EXPERTISE_REMOVED: "{who} haalde van de expertisekaart wat iemand erop zette.",
    EventKind.COUNTED: "{who} liet een meetronde meetellen in het netwerk, tot en met {until}.",
    EventKind.COUNTS_NO_MORE: "{who} liet een meetronde niet meer meetellen in het netwerk.",
    EventKind.NETWORK_PUBLISHED: "{who} maakte een beeld van een netwerk.",
    EventKind.NETWORK_CODE_MADE: "{who} maakte een deelnamecode voor een netwerk.",
    EventKind.NETWORK_CODE_TAKEN_BACK: "{who} trok een deelnamecode van een netwerk in.",
    EventKind.NETWORK_FILE_READ: "{who} las een bestand in voor een netwerk.",
    EventKind.CORRECTED: "{who} verbeterde {the_what} van {whom}.",
    EventKind.EXPORTED: "{who} nam gegevens van {whom} mee in een bestand.",
    EventKind.IMPORTED: "{who} nam gegevens op uit een bestand; nieuwe meetrondes: {rounds}.",
    EventKind.ROUND_ERASED: "{who} wiste een meetronde van {whom}.",
    EventKind.PERSON_ERASED: "{who} wiste alles over iemand.",
    EventKind.PERIODS_CHANGED: "{who} veranderde hoe lang iets bewaard blijft: {days}.",
    EventKind.FLOORS_RAISED: "{who} verhoogde een drempel: {group}, {floor}.",
    EventKind.TIDIED: "{who} ruimde op wat lang genoeg bewaard was.",
}


class Happening(NamedTuple):
    """An event as its reader sees it; `at` is a moment in UTC, `when` and `says` are Dutch."""

    at: datetime
    kind: EventKind
    by: By
    when: str
    says: str


_LATELY = timedelta(days=14)


class _Names(NamedTuple):
    """Who is who, for a reader that is 'je' in every sentence."""

    reader_id: UUID
    people: Mapping[UUID, str]
    places: Mapping[UUID, str]
    unknown: str = GONE

    def of(self, person_id: UUID | None, me: str) -> str:
        if person_id == self.reader_id:
            return me
        return self.people.get(person_id, self.unknown) if person_id else self.unknown


def about_me(store: Store, actor: Person) -> tuple[Happening, ...]:
    """What the actor did and what was done with their data, newest first."""
    return told(store, actor.person_id, events.about(store, actor.person_id))


def nameless(store: Store, actor: Person) -> tuple[Happening, ...]:
    """As `about_me`, without the name of anybody or of any place."""
    names = _Names(actor.person_id, {}, {}, SOMEBODY)
    return _told(names, events.about(store, actor.person_id))


def link_by_another(store: Store, actor: Person, *, now: datetime) -> str | None:
    """When and by whom a link was made lately to come in as the actor, who could sign in already.

    Whoever uses such a link is the actor from then on, so the actor has to know. None when there
    was none in the two weeks before `now`, a moment in UTC.
    """
    found = events.about(store, actor.person_id)
    first = next((each.at for each in reversed(found) if each.kind is EventKind.SIGNED_IN), now)
    made = [
        each
        for each in found
        if each.kind is EventKind.ENTRY_LINK_MADE
        and each.subject_id == actor.person_id != each.actor_id
        and max(first, now - _LATELY) < each.at
    ]
    if not made:
        return None
    (newest, *_) = told(store, actor.person_id, made)
    return f"{newest.when}: {newest.says}"


def told(store: Store, reader_id: UUID, found: Sequence[Event]) -> tuple[Happening, ...]:
    """These events in sentences for somebody who is 'je' in them.

    For use cases that have asked whether this reader may see them. Names are those of today.
    """
    return _told(_names(store, reader_id, found), found)


def when(at: datetime) -> str:
    """A moment in UTC as people in the Netherlands say it: '3 maart 2027, 14:05 uur'."""
    here = at.replace(tzinfo=UTC).astimezone(_AMSTERDAM)
    return f"{in_dutch(here.date())}, {format_time(here, 'HH:mm', locale='nl_NL')} uur"


def _told(names: _Names, found: Sequence[Event]) -> tuple[Happening, ...]:
    me = names.reader_id
    return tuple(
        Happening(each.at, each.kind, _by(each, me), when(each.at), _says(each, names))
        for each in found
    )


def _by(event: Event, reader_id: UUID) -> By:
    if event.actor_id == reader_id:
        return "self"
    return "somebody_else" if event.actor_id or event.kind not in _WITHOUT_A_PERSON else "nobody"


def _names(store: Store, reader_id: UUID, found: Sequence[Event]) -> _Names:
    ids = {each for event in found for each in (event.actor_id, event.subject_id) if each}
    ids |= {UUID(str(event.fields["with_id"])) for event in found if "with_id" in event.fields}
    known = [person for each in ids if (person := people.person(store, each))]
    places = {UUID(str(event.fields["place_id"])) for event in found if "place_id" in event.fields}
    return _Names(
        reader_id,
        {person.person_id: person.name for person in known},
        kept.place_names(store, places) if places else {},
    )


def _says(event: Event, names: _Names) -> str:
    mine = event.actor_id == names.reader_id and event.subject_id in {None, names.reader_id}
    template = _OF_ONESELF.get(event.kind) if mine else None
    by = _WITHOUT_A_PERSON.get(event.kind) if event.actor_id is None else None
    who = by or names.of(event.actor_id, "je")
    sentence = (template or _OF_TWO[event.kind]).format(
        who=who,
        whom=names.of(event.subject_id, "jezelf" if mine else "jou"),
        owner=names.of(event.subject_id, "jij"),
        **_details(event.fields, names),
    )
    return sentence[:1].upper() + sentence[1:]


def _details(fields: Mapping[str, Detail], names: _Names) -> dict[str, str]:
    """What the fields of an event add to its sentence; a dash for what is not there."""
    return {
        "way": _WAYS.get(str(fields.get("way")), ""),
        "what": _WHAT.get(str(fields.get("what")), "gegevens"),
        "the_what": _THE_WHAT.get(str(fields.get("what")), "gegevens"),
        "rounds": str(fields.get("rounds", 0)),
        "days": in_words(int(fields.get("days", 0))),
        "floor": str(fields.get("floor", "–")),
        "version": str(fields.get("version", "–")),
        "group": _group(fields.get("group")),
        "until": _day(fields.get("until")),
        "reader": names.of(_id(fields.get("with_id")), "jou"),
        "position": _position(fields, names),
    }


def _position(fields: Mapping[str, Detail], names: _Names) -> str:
    position = fields.get("position")
    if position not in set(Position):
        return "–"
    place = names.places.get(_id(fields.get("place_id")) or UUID(int=0), "")
    words = POSITION_WORDS[Position(str(position))]
    return f"{words}, {place}" if place else words


def _group(group: Detail | None) -> str:
    return GROUP_WORDS[RaterGroup(str(group))] if group in set(RaterGroup) else "–"


def _day(day: Detail | None) -> str:
    return in_dutch(date.fromisoformat(str(day))) if day else "–"


def _id(detail: Detail | None) -> UUID | None:
    return UUID(str(detail)) if detail else None
