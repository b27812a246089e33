"""Who works with this installation, and whether it holds example data."""

from datetime import date
from uuid import UUID

from ibreflect.access import policy
from ibreflect.model.membership import Position
from ibreflect.model.person import Person, School
from ibreflect.store import erasing, memberships, people
from ibreflect.store.connection import Store
from ibreflect.store.people import Viewpoint
from ibreflect.usecases import entering, tidying


def is_example(store: Store) -> bool:
    """Whether the database is filled with invented people."""
    return people.setting(store, people.DEMO) is not None


def viewpoints(store: Store) -> tuple[Viewpoint, ...]:
    """The invented people through whose eyes example data can be looked at; else empty."""
    return people.viewpoints(store)


def owner(store: Store) -> Person | None:
    """The person this installation belongs to, or None before they introduced themselves."""
    kept = people.setting(store, people.OWNER)
    return None if kept is None else people.person(store, UUID(kept))


def invented(store: Store, person_id: UUID) -> Person | None:
    """The invented person with this id; None unless they are a viewpoint of example data."""
    if person_id not in {viewpoint.person_id for viewpoint in people.viewpoints(store)}:
        return None
    return people.person(store, person_id)


def introduce(store: Store, *, name: str, school: str, today: date) -> None:
    """Make somebody the owner, at a school; a second time changes nothing.

    InputError when a name is missing or longer than 80 characters.
    """
    people.become_owner(
        store, entering.name(name, "je naam"), entering.name(school, "de naam van je school"), today
    )


def positions(store: Store, actor: Person, *, today: date) -> frozenset[Position]:
    """As what the actor works with the tool now; who works alone is no beheerder."""
    held = policy.held_on(memberships.of_person(store, actor.person_id), today)
    is_together = people.setting(store, people.MODE) == people.TOGETHER
    return held if is_together else held - {Position.ADMINISTRATOR}


def my_schools(store: Store, actor: Person) -> tuple[School, ...]:
    """The schools the actor works or worked at."""
    return people.schools_of(store, actor.person_id)


def my_school(store: Store, actor: Person, school_id: UUID) -> School:
    """A school of the actor; NotAllowedError, the same for a foreign school as for none."""
    mine = {school.school_id: school for school in my_schools(store, actor)}
    policy.require(policy.may_see_school(mine, school_id))
    return mine[school_id]


def require_change_for_all(store: Store, actor: Person, *, today: date) -> None:
    """NotAllowedError when what holds for everybody is not the actor's to change."""
    held = memberships.of_person(store, actor.person_id)
    is_together = people.setting(store, people.MODE) == people.TOGETHER
    policy.require(policy.may_change_for_all(held, today, is_together=is_together))


def require_change_for_school(store: Store, actor: Person, school_id: UUID, *, today: date) -> None:
    """NotAllowedError when the actor is not ib'er at the school now."""
    held = memberships.of_person(store, actor.person_id)
    policy.require(policy.may_change_for_school(held, school_id, today))


def erase_me(store: Store, actor: Person) -> None:
    """Delete the actor with every round, answer, note and text of theirs.

    Their texts cannot be opened any more from older copies of the database either.
    """
    erasing.erase_person(store, actor.person_id)
    tidying.forget_deleted(store)
