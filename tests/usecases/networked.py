"""A samenwerkingsverband with schools, and ib'ers whose scans are handed in and may count."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.model.round import RoundId, term_of
from ibreflect.store import memberships, people
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import counting, fill_in, framing, rounds
from tests.store import scans
from tests.usecases.organisation import ALLIANCE, LONG_AGO

DAY, NEXT_DAY = date(2026, 11, 2), date(2027, 10, 4)
LAST = timedelta(days=300)


def at(day: date) -> datetime:
    """A moment on that day, in UTC."""
    return datetime.combine(day, datetime.min.time()).replace(hour=9)


def school(number: int) -> UUID:
    """The id of a school of the network."""
    return UUID(int=10_000 + number)


def iber(number: int) -> Person:
    """The ib'er of a school of the network."""
    return Person(UUID(int=20_000 + number), f"Ib {number}")


def join(store: Store, *numbers: int, alliance_id: UUID = ALLIANCE) -> None:
    """Schools that join a network, each with an ib'er."""

    def work(transaction: Transaction) -> None:
        for number in numbers:
            transaction.run(
                "insert into school (school_id, alliance_id, name) values ($1, $2, $3)",
                school(number),
                alliance_id,
                f"School {number}",
            )
            people.add(transaction, iber(number).person_id, iber(number).name)
            place = Membership(
                iber(number).person_id, Position.IB_COORDINATOR, school(number), LONG_AGO, None
            )
            memberships.add(transaction, place)

    store.write(work)


def scan(
    store: Store,
    actor: Person,
    school_id: UUID,
    given: Mapping[str, int],
    day: date = DAY,
    **choices: str,
) -> RoundId:
    """A handed-in round of an ib'er."""
    wish = rounds.Wish(school_id, term_of(day), scans.instrument())
    round_id = rounds.start(store, actor, wish, today=day)
    subject = rounds.one(store, actor, round_id)
    for field, choice in choices.items():
        framing.save_choice(store, actor, round_id, field=field, choice=choice)

    def work(transaction: Transaction) -> None:
        for item_id, value in given.items():
            transaction.run(
                "insert into answer (response_id, item_id, value) values ($1, $2, $3)",
                subject.response_id,
                item_id,
                value,
            )

    store.write(work)
    fill_in.hand_in(store, actor, round_id)
    return round_id


def second(store: Store, number: int) -> Person:
    """Another ib'er of a school."""
    other = Person(UUID(int=30_000 + number), f"Tweede {number}")

    def work(transaction: Transaction) -> None:
        people.add(transaction, other.person_id, other.name)
        held = (Position.IB_COORDINATOR, school(number), LONG_AGO, None)
        memberships.add(transaction, Membership(other.person_id, *held))

    store.write(work)
    return other


def counted(store: Store, number: int, value: int, day: date = DAY, **choices: str) -> RoundId:
    """A round of the ib'er of a school, with the same answer everywhere, that counts."""
    return counted_of(store, iber(number), number, value, day, **choices)


def counted_of(
    store: Store, actor: Person, number: int, value: int, day: date = DAY, **choices: str
) -> RoundId:
    """The same of one of the ib'ers of a school."""
    items = scans.instrument().questionnaire.items
    given = {item.id: value for item in items}
    round_id = scan(store, actor, school(number), given, day, **choices)
    counting.count(store, actor, round_id, day + LAST, now=at(day))
    return round_id
