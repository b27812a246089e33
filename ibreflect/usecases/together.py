"""From one owner to several people who sign in, and back; what is kept stays what it was."""

from datetime import datetime
from uuid import UUID, uuid4

from ibreflect.errors import InputError
from ibreflect.model.membership import INSTALLATION, Membership, Position
from ibreflect.model.person import Person
from ibreflect.store import memberships, people, sessions
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import entering, signing_in

_EXAMPLE = "In deze database staan voorbeeldgegevens. Begin voor jullie zelf met een lege database."
_ALONE = (
    "In deze database staan {count} mensen. Persoonlijk werken kan alleen met één mens erin: laat "
    "ieder eerst de eigen gegevens meenemen (Mijn gegevens)."
)
_NOT_TOGETHER = "Hier meldt niemand zich aan: ibreflect is persoonlijk ingesteld."
_FIRST_IS_GONE = "De eerste beheerder is er niet meer. Vraag een andere beheerder om een link."


def begin(store: Store, *, name: str, now: datetime) -> Person:
    """Let several people work here from now on; who is the first beheerder.

    That is the owner, who stays ib'er; without one it is a new person with this name. A second time
    changes nothing. InputError for example data, or when a name is missing or too long.
    """
    if people.setting(store, people.DEMO) is not None:
        raise InputError(_EXAMPLE)
    kept = people.setting(store, people.FIRST) or people.setting(store, people.OWNER)
    first = UUID(kept) if kept else None
    called = "" if first else entering.name(name, "de naam van de beheerder")

    def work(transaction: Transaction) -> UUID:
        person_id = first or uuid4()
        if first is None:
            people.add(transaction, person_id, called)
        place = (Position.ADMINISTRATOR, INSTALLATION, now.date(), None)
        memberships.add(transaction, Membership(person_id, *place))
        people.set_to(transaction, people.FIRST, str(person_id))
        people.set_to(transaction, people.MODE, people.TOGETHER)
        return person_id

    found = people.person(store, store.write(work))
    assert found is not None  # noqa: S101 -- just added, or the owner
    return found


def first_link(store: Store, *, now: datetime) -> str | None:
    """The secret part of a new link for the first beheerder; None once a beheerder can sign in."""
    first = people.setting(store, people.FIRST)
    if first is None or sessions.administrator_has_way_in(store):
        return None
    return signing_in.make_link(store, None, UUID(first), now=now)


def rescue_link(store: Store, *, now: datetime) -> str:
    """The secret part of a new link for the first beheerder, who lost the way in.

    For the person who runs the server. InputError when nobody signs in here, or they are gone.
    """
    first = people.setting(store, people.FIRST)
    if not signing_in.is_together(store) or first is None:
        raise InputError(_NOT_TOGETHER)
    if people.person(store, UUID(first)) is None:
        raise InputError(_FIRST_IS_GONE)
    return signing_in.make_link(store, None, UUID(first), now=now)


def end(store: Store) -> None:
    """Let one owner work here without signing in; InputError when there are more people."""
    everybody = people.everybody(store)
    if len(everybody) > 1:
        raise InputError(_ALONE.format(count=len(everybody)))

    def work(transaction: Transaction) -> None:
        people.drop_setting(transaction, people.MODE)
        for each in everybody:
            people.set_to(transaction, people.OWNER, str(each.person_id))

    store.write(work)
