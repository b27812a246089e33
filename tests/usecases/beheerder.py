"""What the beheerder sees and does, for tests: who somebody is, and what was written down."""

from uuid import UUID

from ibreflect.model.event import EventKind
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.store import events, memberships
from ibreflect.store.connection import Store
from ibreflect.usecases import administering, administering_positions
from ibreflect.usecases.administering import Somebody, When
from ibreflect.usecases.administering_positions import Wanted
from ibreflect.usecases.requesting import Desk
from tests.usecases.organisation import NOW, Organisation

WHEN = When(NOW, NOW.date())
TODAY = WHEN.day
DESK = Desk("https://scan.school.nl")


def held(store: Store, person: Person) -> list[Membership]:
    """Every position of somebody, in order of their beginning."""
    return [*memberships.of_person(store, person.person_id)]


def seen(store: Store, all_of_us: Organisation, person: Person) -> Somebody:
    """Somebody as the beheerder sees them."""
    return administering.one(store, all_of_us.administrator, person.person_id, when=WHEN)


def kinds(store: Store, person: Person) -> list[EventKind]:
    """What was written down about somebody, newest first."""
    return [each.kind for each in events.about(store, person.person_id)]


def give(
    store: Store, actor: Person, whom: Person, position: Position, place_id: UUID | None
) -> None:
    """Give somebody a position from today on."""
    wanted = Wanted(position, place_id, TODAY)
    administering_positions.give(store, actor, whom.person_id, wanted, when=WHEN)
