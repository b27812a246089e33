"""The logboek of an ib'er: writing down, changing and removing entries, and reading one's own."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from ibreflect.access import log as access
from ibreflect.access import policy
from ibreflect.access.telltales import names_in
from ibreflect.errors import InputError
from ibreflect.model.log import (
    FEWEST_MINUTES,
    LONGEST_WHAT,
    MOST_MINUTES,
    THEMES,
    Content,
    Entry,
    Kind,
)
from ibreflect.model.person import Person
from ibreflect.model.role import REGIONS
from ibreflect.store import log, memberships
from ibreflect.store import people as known
from ibreflect.store.connection import Store
from ibreflect.usecases import entering, people

EARLIEST = date(2000, 1, 1)
"""The first day that can be written about; an earlier one is a slip of the finger."""

_WHAT = {
    Kind.BUMPY_MOMENT: "Schrijf kort op wat er gebeurde.",
    Kind.ACTIVITY: "Schrijf kort op wat je deed.",
    Kind.QUESTION: "Schrijf kort op wat de vraag was.",
    Kind.EFFECT: "Schrijf kort op wat je zag.",
}


def mine(store: Store, actor: Person, *, school_id: UUID | None = None) -> tuple[Entry, ...]:
    """All entries of the actor, newest first; with a school only those of the work there."""
    everything = log.of_person(store, actor.person_id)
    if school_id is None:
        return everything
    return tuple(each for each in everything if each.school.school_id == school_id)


def chosen(store: Store, actor: Person, entry_ids: Collection[UUID]) -> tuple[Entry, ...]:
    """These entries of the actor, newest first.

    NotAllowedError when one of them is not there, the same as when it is somebody else's.
    """
    _require_mine(store, actor, entry_ids)
    asked = frozenset(entry_ids)
    return tuple(each for each in mine(store, actor) if each.entry_id in asked)


def add(store: Store, actor: Person, entry: Entry, *, today: date) -> None:
    """Write something down, under an id that is new; a second time with that id changes nothing.

    InputError lists what is missing or cannot be, a line each; NotAllowedError for a school that
    the actor does not work and never worked at.
    """
    people.my_school(store, actor, entry.school.school_id)
    complete = entry._replace(content=checked(entry.content, today))
    log.add(store, actor.person_id, complete)


def change(store: Store, actor: Person, entry_id: UUID, content: Content, *, today: date) -> None:
    """Let an entry say this from now on; errors as for `add` and `remove`."""
    _require_mine(store, actor, [entry_id])
    if not log.change(store, actor.person_id, entry_id, checked(content, today)):
        _require_mine(store, actor, [entry_id])  # it was removed meanwhile


def remove(store: Store, actor: Person, entry_id: UUID) -> None:
    """Remove an entry; NotAllowedError when it is not there, or somebody else's."""
    _require_mine(store, actor, [entry_id])
    log.remove(store, actor.person_id, entry_id)


def names(store: Store, actor: Person, school_id: UUID, content: Content) -> tuple[str, ...]:
    """Words in the texts that look like the name of a person, or like their address or number.

    Names of people who are known to work at the school are found however they are typed. It only
    helps to look again; NotAllowedError as for `add`.
    """
    people.my_school(store, actor, school_id)
    if not any(content.texts):
        return ()
    there = {each.person_id for each in memberships.at_place(store, school_id)}
    names_there = [
        each.name for each in known.everybody(store) if each.person_id in there and each != actor
    ]
    found = (name for text in content.texts for name in names_in(text, names_there))
    return tuple(dict.fromkeys(found))


def _require_mine(store: Store, actor: Person, entry_ids: Collection[UUID]) -> None:
    policy.require(access.may_use(log.ids(store, actor.person_id), entry_ids))


def checked(content: Content, today: date) -> Content:
    """The entry as it is kept: texts cleaned, and only what goes with its kind.

    InputError lists what is missing or cannot be, a line each.
    """
    cleaned = content._replace(
        what=entering.cleaned(content.what),
        explored=entering.free_text(content.explored),
        follow_up=entering.free_text(content.follow_up),
    )
    kept = _of_its_kind(cleaned)
    problems = [*_general_problems(kept, today), *_problems_of_kind(kept)]
    if problems:
        raise InputError("\n".join(problems))
    return kept


def _of_its_kind(content: Content) -> Content:
    """Without what belongs to another kind, such as the minutes of what became a question."""
    is_activity = content.kind is Kind.ACTIVITY
    return content._replace(
        roles=tuple(sorted(content.roles)) if is_activity else (),
        minutes=content.minutes if is_activity else None,
        is_planned=content.is_planned if is_activity else None,
        step=content.step if content.kind is Kind.QUESTION else None,
        place=content.place if content.kind is Kind.EFFECT else None,
    )


def _general_problems(content: Content, today: date) -> Iterator[str]:
    if not content.what:
        yield _WHAT[content.kind]
    if len(content.what) > LONGEST_WHAT:
        yield f"Je tekst is {len(content.what)} tekens lang; er passen er {LONGEST_WHAT}."
    if content.theme and content.theme not in THEMES:
        yield "Dit thema is er niet. Laad de pagina opnieuw."
    if not EARLIEST <= content.day <= today:
        yield "Kies als dag vandaag of een dag die al geweest is."


def _problems_of_kind(content: Content) -> Iterator[str]:
    match content.kind:
        case Kind.ACTIVITY:
            yield from _activity_problems(content)
        case Kind.QUESTION if content.step is None:
            yield "Kies wat er al gedaan was toen de vraag bij jou kwam."
        case Kind.EFFECT if content.place is None:
            yield "Kies waar je het effect zag."


def _activity_problems(content: Content) -> Iterator[str]:
    if content.roles not in REGIONS:
        yield "Kies een, twee of drie rollen."
    minutes = content.minutes
    if type(minutes) is not int or not FEWEST_MINUTES <= minutes <= MOST_MINUTES:
        yield f"Vul in hoelang het duurde, van {FEWEST_MINUTES} tot en met {MOST_MINUTES} minuten."
    if content.is_planned is None:
        yield "Kies of het gepland was of spontaan."
