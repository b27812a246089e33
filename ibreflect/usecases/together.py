"""From one owner to several people who sign in, and back; what is kept stays what it was."""

from datetime import datetime
from uuid import UUID, uuid4

from ibreflect.errors import InputError
from ibreflect.model.membership import INSTALLATION, Membership, Position
from ibreflect.store import memberships, people
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import entering, signing_in

_EXAMPLE = "In deze database staan voorbeeldgegevens. Begin voor jullie zelf met een lege database."
_ALONE = (
    "In deze database staan {count} mensen. Persoonlijk werken kan alleen met één mens erin: laat "
    "ieder eerst de eigen gegevens meenemen (Mijn gegevens)."
)


def begin(store: Store, *, name: str, now: datetime) -> str:
    """Let several people work here from now on; the secret part of the first beheerder's link.

    The owner, if there is one, becomes the beheerder and stays ib'er; otherwise `name` does. A
    second time gives a new link for the first beheerder. InputError for example data, or when a
    name is missing.
    """
    if people.setting(store, people.DEMO) is not None:
        raise InputError(_EXAMPLE)
    kept = people.setting(store, people.OWNER) or people.setting(store, people.FIRST)
    first = UUID(kept) if kept else _first(store, entering.name(name, "de naam van de beheerder"))

    def work(transaction: Transaction) -> None:
        place = (Position.ADMINISTRATOR, INSTALLATION, now.date(), None)
        memberships.add(transaction, Membership(first, *place))
        people.set_to(transaction, people.FIRST, str(first))
        people.set_to(transaction, people.MODE, people.TOGETHER)

    store.write(work)
    return signing_in.make_link(store, None, first, now=now)


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


def _first(store: Store, name: str) -> UUID:
    person_id = uuid4()
    store.write(lambda transaction: people.add(transaction, person_id, name))
    return person_id
