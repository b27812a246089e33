"""A list of schools and people, taken up by the beheerder: all of it, or nothing."""

from ibreflect.errors import InputError
from ibreflect.model.event import Event, EventKind
from ibreflect.model.membership import PlaceKind
from ibreflect.model.person import Person
from ibreflect.store import events, memberships, people, places
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import administering, people_file
from ibreflect.usecases.administering import ONE_AT_A_TIME, When
from ibreflect.usecases.administering_positions import given
from ibreflect.usecases.import_plan import Plan, plan


def propose(store: Store, actor: Person, content: bytes, *, when: When) -> Plan:
    """What taking up a CSV file would add; nothing is kept yet.

    InputError lists every problem in it, each on a line of its own.
    """
    everybody = administering.everybody(store, actor, when=when)
    known = administering.overview(store, actor, today=when.day)
    read = people_file.read(content, today=when.day)
    found = plan(read.rows, known, everybody, today=when.day)
    problems = read.problems + found.problems
    if problems:
        raise InputError(people_file.listed(problems))
    return found


def adopt(store: Store, actor: Person, content: bytes, *, when: When) -> Plan:
    """Take up a CSV file: what was added, which is nothing the second time. Errors as `propose`."""
    with ONE_AT_A_TIME:
        found = propose(store, actor, content, when=when)
        if not found.is_empty:
            _keep(store, actor, found, when)
    return found


def _keep(store: Store, actor: Person, found: Plan, when: When) -> None:
    store.vault.make_keys(each.person.person_id for each in found.people if each.address)
    sealed = [store.vault.seal(each.person.person_id, each.address) for each in found.people]
    schools = [each for each in found.places if each.kind is PlaceKind.SCHOOL]
    fields = {"schools": len(schools), "people": len(found.people)}
    new = [(each.person, address) for each, address in zip(found.people, sealed, strict=True)]
    taken_up = Event(when.moment, EventKind.PLACES_IMPORTED, actor.person_id, None, fields)

    def work(transaction: Transaction) -> None:
        events.add(transaction, taken_up)
        for place in found.places:
            places.add(transaction, place)
        for school in found.tied:
            places.change(transaction, school)
        people.add_many(transaction, new)
        memberships.add_many(transaction, found.positions)
        events.add_many(transaction, [given(actor, each, when) for each in found.positions])

    store.write(work)
