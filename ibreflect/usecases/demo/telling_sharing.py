"""Who is along in the example: a schoolleider and a coach, with whom Sanne shares something."""

from datetime import datetime, time, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_OID, UUID, uuid5

from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.model.sharing import Part, ShareId
from ibreflect.store import bulk, memberships, people
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import rounds, shared, sharing
from ibreflect.usecases.demo.tables import first_day, term_back
from ibreflect.usecases.demo.telling_others import Now
from ibreflect.usecases.sharing import USUAL, Wish

_TERMS_THERE = 2
"""Since so many terms: the new schoolleider of whom Sanne tells."""

_AN_HOUR = timedelta(hours=1)


class _Along(NamedTuple):
    """Somebody who reads along: `backs` is of which rounds, in terms, `parts` what is shared."""

    name: str
    label: str
    position: Position
    backs: tuple[int, ...]
    parts: frozenset[Part]

    @property
    def person(self) -> Person:
        """The same person in every example."""
        return Person(uuid5(NAMESPACE_OID, self.name), self.name)


ALONG = (
    _Along(
        "Mark Terpstra",
        "Mark, schoolleider van Sanne",
        Position.SCHOOL_LEADER,
        (1,),
        frozenset({Part.ROLES, Part.OVERLAP, Part.OTHERS}),
    ),
    _Along(
        "Yasmin Ouali",
        "Yasmin, coach bij het samenwerkingsverband",
        Position.COACH,
        (0, 1),
        frozenset({Part.ASSIGNMENT, Part.ROLES, Part.ITEMS}),
    ),
)


def add_along(store: Store, owner: Person, alliance_id: UUID, now: Now) -> tuple[Person, ...]:
    """Add the schoolleider of the owner's school and the coach, and return them."""
    since = first_day(term_back(now.term, _TERMS_THERE))
    places = {Position.SCHOOL_LEADER: school_of(store, owner), Position.COACH: alliance_id}
    for each in ALONG:
        place_id = places[each.position]
        _add(store, each, Membership(each.person.person_id, each.position, place_id, since, None))
    return tuple(each.person for each in ALONG)


def school_of(store: Store, owner: Person) -> UUID:
    """The school of the owner's last round."""
    return rounds.mine(store, owner)[-1].school_id


def share(store: Store, owner: Person, now: Now) -> None:
    """Let the owner share with them; the schoolleider has looked.

    Of a round that asked fewer questionnaires less is shared.
    """
    mine = {each.term: each for each in rounds.mine(store, owner)}
    yesterday = datetime.combine(now.today - timedelta(days=1), time(13))
    for each in ALONG:
        for back in each.backs:
            subject = mine[term_back(now.term, back)]
            share_id = _share(store, owner, subject, each, yesterday)
            if each.position is Position.SCHOOL_LEADER:
                shared.read(store, each.person, share_id, now=yesterday + _AN_HOUR)


def _add(store: Store, new: _Along, held: Membership) -> None:
    def work(transaction: Transaction) -> None:
        people.add(transaction, *new.person)
        memberships.add(transaction, held)
        bulk.add_viewpoint(transaction, new.person.person_id, new.label)

    store.write(work)


def _share(store: Store, owner: Person, subject: Round, with_whom: _Along, at: datetime) -> ShareId:
    reader_id = with_whom.person.person_id
    offered = sharing.offered(store, owner, subject.round_id, reader_id, now=at)
    wish = Wish(with_whom.parts & set(offered), reader_id, at.date() + USUAL)
    return sharing.share(store, owner, subject.round_id, wish, now=at)
