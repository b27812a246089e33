"""Reading what is shared: by its reader, while it lasts, and the owner knows."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from ibreflect.errors import NotAllowedError
from ibreflect.model.event import EventKind
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.model.round import RoundId
from ibreflect.model.sharing import ShareId
from ibreflect.store import erasing, events, memberships, people
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import rounds, shared, sharing
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases import shared_rounds
from tests.usecases.organisation import ALLIANCE, NOW, Organisation, organisation

NOT_FOR_YOU = "Dit wordt niet (meer) met je gedeeld."


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def round_id(store: Store, everybody: Organisation) -> RoundId:
    """A handed-in round of An."""
    mine = scans.begin(store, everybody.an)
    others.finish_scan(store, everybody.an, mine, shared_rounds.own())
    return mine


def _withdrawn(store: Store, people_here: Organisation, share_id: ShareId) -> None:
    sharing.withdraw(store, people_here.an, share_id, now=NOW)


def _reader_left(store: Store, people_here: Organisation, _: ShareId) -> None:
    shared_rounds.end_position(store, people_here.leader)


def _switched_off(store: Store, people_here: Organisation, _: ShareId) -> None:
    off = "update person set is_active = false where person_id = $1"
    store.write(lambda work: work.run(off, people_here.leader.person_id))


def _round_erased(store: Store, people_here: Organisation, _: ShareId) -> None:
    (mine,) = rounds.mine(store, people_here.an)
    rounds.erase(store, people_here.an, mine.round_id)


def _owner_erased(store: Store, people_here: Organisation, _: ShareId) -> None:
    erasing.erase_person(store, people_here.an.person_id)


def _nothing(_: Store, __: Organisation, ___: ShareId) -> None:
    pass


@pytest.mark.parametrize(
    "happens", [_nothing, _withdrawn, _reader_left, _switched_off, _round_erased, _owner_erased]
)
def test_only_its_reader_reads_and_only_while_it_lasts(
    store: Store,
    everybody: Organisation,
    round_id: RoundId,
    happens: Callable[[Store, Organisation, ShareId], None],
) -> None:
    share_id = shared_rounds.share(store, everybody.an, round_id, everybody.leader)
    happens(store, everybody, share_id)
    for actor in everybody:
        offered = [each.share.share_id for each in shared.with_me(store, actor, now=NOW)]
        if actor is everybody.leader and happens is _nothing:
            assert offered == [share_id]
            assert shared.read(store, actor, share_id, now=NOW).frozen.owner == "An"
            continue
        assert offered == []
        (refusal,) = {_refusal(store, actor, each) for each in (share_id, uuid4(), UUID(int=0))}
        assert refusal.startswith(NOT_FOR_YOU)
    looks = _kinds(store, everybody.an).count(EventKind.SEEN)
    assert looks == (1 if happens is _nothing else 0)


def test_a_coach_reads_what_is_shared_with_the_coach_and_the_schoolleider_does_not(
    store: Store, everybody: Organisation, round_id: RoundId
) -> None:
    share_id = shared_rounds.share(store, everybody.an, round_id, everybody.coach)
    assert shared.read(store, everybody.coach, share_id, now=NOW)
    assert _refusal(store, everybody.leader, share_id).startswith(NOT_FOR_YOU)


def test_the_last_day_is_a_day_in_the_netherlands(
    store: Store, everybody: Organisation, round_id: RoundId
) -> None:
    share_id = shared_rounds.share(store, everybody.an, round_id, everybody.leader)
    # In December it is one hour later in the Netherlands than in UTC.
    midnight = datetime(2026, 12, 14, 23, tzinfo=UTC).replace(tzinfo=None)
    assert shared.read(store, everybody.leader, share_id, now=midnight - timedelta(seconds=1))
    with pytest.raises(NotAllowedError):
        shared.read(store, everybody.leader, share_id, now=midnight)
    (mine,) = sharing.mine(store, everybody.an, now=midnight)
    assert not mine.lasts


def test_the_owner_sees_who_looked_when_once_per_half_hour(
    store: Store, everybody: Organisation, round_id: RoundId
) -> None:
    share_id = shared_rounds.share(store, everybody.an, round_id, everybody.leader)
    moments = [NOW + timedelta(minutes=minutes) for minutes in (0, 10, 29, 30, 45, 90)]
    for moment in moments:
        shared.read(store, everybody.leader, share_id, now=moment)
    (mine,) = sharing.mine(store, everybody.an, now=NOW)
    assert mine.looks == (moments[5], moments[3], moments[0])
    assert mine.reader == "Cas"
    assert mine.is_near


def test_a_coach_who_is_beheerder_too_reads_only_what_is_shared_with_that_coach(
    store: Store, everybody: Organisation, round_id: RoundId
) -> None:
    share_id = shared_rounds.share(store, everybody.an, round_id, everybody.leader)
    both = Person(uuid4(), "Hanna")

    def work(transaction: Transaction) -> None:
        people.add(transaction, *both)
        for position, place in ((Position.COACH, ALLIANCE), (Position.ADMINISTRATOR, UUID(int=0))):
            held = Membership(both.person_id, position, place, date(2020, 9, 14), None)
            memberships.add(transaction, held)

    store.write(work)
    assert shared.with_me(store, both, now=NOW) == ()
    assert _refusal(store, both, share_id).startswith(NOT_FOR_YOU)


def _refusal(store: Store, actor: Person, share_id: UUID) -> str:
    with pytest.raises(NotAllowedError) as refused:
        shared.read(store, actor, share_id, now=NOW)
    return str(refused.value)


def _kinds(store: Store, actor: Person) -> list[EventKind]:
    return [each.kind for each in events.about(store, actor.person_id)]
