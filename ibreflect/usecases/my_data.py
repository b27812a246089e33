"""Everything that is kept of somebody: told in plain words, corrected, and erased."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from ibreflect.errors import InputError
from ibreflect.model.event import Event, EventKind
from ibreflect.model.membership import Position
from ibreflect.model.person import Person
from ibreflect.store import events, kept, memberships, people
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.kept import Counts
from ibreflect.usecases import entering, pasted, rounds, signing_in
from ibreflect.usecases import people as actors

LONGEST_ADDRESS = 254

_ONLY_ME = "alleen jij"


class _Who(NamedTuple):
    """Who sees what can be shared, what a beheerder looks after, and what a conversation is about.

    `private` is what stays with who wrote it until it is laid on the table.
    """

    shared: str
    administered: str
    goals: str
    private: str
    talks: str


_ALONE = _Who(_ONLY_ME, _ONLY_ME, _ONLY_ME, _ONLY_ME, "jij en wie met jou aan dit scherm zit")
_TOGETHER = _Who(
    shared="jij en met wie je ze deelt",
    administered="jij en de beheerder",
    goals="jij; wat je samen afsprak ook je gesprekspartner",
    private="jij; wat je op tafel legt ook je gesprekspartner",
    talks="jij en de ander; ieders eigen notitie alleen wie haar schreef",
)
_ADDRESS_IS_GIVEN = (
    "Je mailadres verandert de beheerder voor je (Beheer, Mensen). Er is nog niets veranderd."
)
_LAST = (
    "Je bent de enige beheerder. Geef eerst iemand anders de positie beheerder (Beheer, Mensen); "
    "daarna kun je alles over jou wissen. Er is nog niets gewist."
)


class Line(NamedTuple):
    """One kind of thing that is kept: what, how many, and who can see it."""

    what: str
    number: int
    seen_by: str


class Overview(NamedTuple):
    """What is kept of somebody, line by line; lines with nothing are left out.

    `is_partner` is whether they have, or had, a conversation with an ib'er.
    """

    address: str
    lines: tuple[Line, ...]
    is_partner: bool


def overview(store: Store, actor: Person) -> Overview:
    """What is kept of the actor."""
    together = signing_in.is_together(store)
    counts = kept.counts(store, actor.person_id)
    lines = _lines(counts, _TOGETHER if together else _ALONE)
    return Overview(
        address=people.address(store, actor.person_id),
        lines=tuple(each for each in lines if each.number),
        is_partner=counts.conversations_as_partner > 0,
    )


def correct(store: Store, actor: Person, *, name: str, address: str, now: datetime) -> bool:
    """Keep another name or mail address of the actor; False when both were so already.

    `now` is in UTC. InputError for a name that is missing or longer than 80 characters, for an
    address that is none, and where several people work for another address than the beheerder
    gave: by that address somebody is recognised in a list of people. Then nothing is changed.
    """
    renamed = Person(actor.person_id, entering.name(name, "je naam"))
    reached = entering.cleaned(address)
    if reached and (len(reached) > LONGEST_ADDRESS or not pasted.is_address(reached)):
        raise InputError("Dit is geen mailadres. Controleer het, of laat het leeg.")
    before = {"name": actor.name, "address": people.address(store, actor.person_id)}
    after = {"name": renamed.name, "address": reached}
    changed = [what for what in before if before[what] != after[what]]
    if "address" in changed and signing_in.is_together(store):
        raise InputError(_ADDRESS_IS_GIVEN)
    sealed = store.vault.seal(actor.person_id, reached)

    def work(transaction: Transaction) -> None:
        people.correct(transaction, renamed, sealed)
        for what in changed:
            events.add(transaction, _of_oneself(EventKind.CORRECTED, actor, now, what=what))

    if changed:
        store.write(work)
    return bool(changed)


def erase_round(store: Store, actor: Person, round_id: UUID, *, now: datetime) -> None:
    """Delete one of the actor's rounds, with what others answered in it and who it was shared with.

    NotAllowedError, the same for somebody else's round as for none.
    """
    rounds.erase(store, actor, round_id)
    events.record(store, _of_oneself(EventKind.ROUND_ERASED, actor, now))


def erase_everything(store: Store, actor: Person, *, now: datetime, today: date) -> None:
    """Delete the actor with everything of theirs; whoever is signed in as them no longer is.

    That somebody was erased is written down without who it was. InputError for the only beheerder.
    """
    if Position.ADMINISTRATOR in actors.positions(store, actor, today=today):
        _require_other_administrator(store, actor, today)
    actors.erase_me(store, actor)
    events.record(store, Event(now, EventKind.PERSON_ERASED, None, None))


def _require_other_administrator(store: Store, actor: Person, today: date) -> None:
    if not store.write(
        lambda transaction: memberships.has_other_administrator(transaction, actor.person_id, today)
    ):
        raise InputError(_LAST)


def _of_oneself(kind: EventKind, actor: Person, now: datetime, **fields: str) -> Event:
    return Event(now, kind, actor.person_id, actor.person_id, fields)


def _lines(counts: Counts, who: _Who) -> list[Line]:
    return [
        Line("Meetrondes", counts.rounds, who.shared),
        Line("Antwoorden op stellingen en wensen", counts.answers, who.shared),
        Line("Teksten en notities", counts.texts, who.shared),
        Line("Antwoorden over je school", counts.choices, who.shared),
        Line("Getallen over je tijd", counts.time, who.shared),
        Line("Beelden van wat groepen zeiden", counts.heard, who.shared),
        Line("Mensen op je lijst, tot het vragen sluit", counts.invitees, "jij en wie meekijkt"),
        Line("Koersen van je school", counts.directions, _ONLY_ME),
        Line("Afspraken over wie waarover beslist", counts.agreements, _ONLY_ME),
        Line("Doelen, met hun notities", counts.goals, who.goals),
        Line("Logboek: wat je opschreef", counts.log_entries, who.private),
        Line("Antwoorden op reflectievragen", counts.reflections, who.private),
        Line("Gesprekken die van jou zijn", counts.conversations, who.talks),
        Line("Gesprekken als gesprekspartner", counts.conversations_as_partner, who.talks),
        Line("Keren dat je iets deelde", counts.shares, "jij en met wie je het deelde"),
        Line("Meetrondes die in het netwerk meetellen", counts.counted, _ONLY_ME),
        Line("Aantekeningen over ib'ers die je begeleidt", counts.coach_notes, _ONLY_ME),
        Line("Posities", counts.positions, who.administered),
        Line("Manieren om je aan te melden", counts.ways_in, "jij; de beheerder ziet of er een is"),
        Line("Keren dat je aangemeld was", counts.sessions, _ONLY_ME),
        Line("Gebeurtenissen", counts.events, "jij; over de toegang ook de beheerder"),
    ]
