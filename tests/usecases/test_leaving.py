"""Who is no ib'er any more: told sixty days before everything of theirs goes, and never sooner."""

from datetime import date, timedelta

import pytest

from ibreflect.model.event import EventKind
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.model.retention import NOTICE_DAYS, YEAR, Period
from ibreflect.store import events, memberships, people, rounds
from ibreflect.store.connection import Store
from ibreflect.usecases import retention
from tests.store import scans
from tests.usecases.organisation import ESDOORN, NOW, WILG, organisation
from tests.usecases.test_nights import DAY, every_night


def test_who_left_is_told_sixty_days_before_everything_goes(store: Store) -> None:
    made = organisation(store)
    round_id = scans.begin(store, made.an, NOW.date())
    _leave(store, made.an, NOW.date())
    gone_on = NOW.date() + timedelta(days=2 * YEAR)
    told_on = gone_on - timedelta(days=NOTICE_DAYS)
    every_night(store, told_on - timedelta(days=5), told_on)
    assert retention.goes_on(store, made.an) == gone_on
    every_night(store, told_on + timedelta(days=1), gone_on - timedelta(days=1))
    assert rounds.of_person(store, made.an.person_id)
    every_night(store, gone_on, gone_on)
    assert people.person(store, made.an.person_id) is None
    assert not store.read("select 1 from round where round_id = $1", round_id)
    assert store.vault.is_destroyed(made.an.person_id)
    assert people.person(store, made.bo.person_id) == made.bo


@pytest.mark.parametrize("days", [YEAR, 5 * YEAR])
def test_a_day_in_the_past_or_a_shorter_period_never_takes_the_notice_away(
    store: Store, days: int
) -> None:
    made = organisation(store)
    scans.begin(store, made.an, NOW.date())
    _leave(store, made.an, NOW.date() - timedelta(days=5 * YEAR + 300))
    retention.change(store, made.administrator, Period.ENDED_POSITIONS, days, now=NOW)
    first = NOW.date() + timedelta(days=2)
    every_night(store, NOW.date(), first - timedelta(days=1))
    told = retention.goes_on(store, made.an)
    assert told is not None
    assert told >= first - timedelta(days=1) + timedelta(days=NOTICE_DAYS)
    every_night(store, first, told - timedelta(days=1))
    assert rounds.of_person(store, made.an.person_id)
    every_night(store, told, told)
    assert not rounds.of_person(store, made.an.person_id)


def test_who_comes_back_is_no_longer_told(store: Store) -> None:
    made = organisation(store)
    _leave(store, made.an, NOW.date() - timedelta(days=3 * YEAR))
    every_night(store, NOW.date(), NOW.date() + timedelta(days=1))
    assert retention.goes_on(store, made.an) is not None
    again = Membership(made.an.person_id, Position.IB_COORDINATOR, ESDOORN, NOW.date(), None)
    store.write(lambda transaction: memberships.add(transaction, again))
    every_night(store, NOW.date() + timedelta(days=2), NOW.date() + timedelta(days=NOTICE_DAYS + 9))
    assert retention.goes_on(store, made.an) is None
    assert people.person(store, made.an.person_id) == made.an


def test_who_became_schoolleider_keeps_working_without_what_was_theirs_as_iber(
    store: Store,
) -> None:
    made = organisation(store)
    scans.begin(store, made.an, NOW.date())
    _leave(store, made.an, NOW.date() - timedelta(days=3 * YEAR))
    now_leads = Membership(made.an.person_id, Position.SCHOOL_LEADER, WILG, NOW.date(), None)
    store.write(lambda transaction: memberships.add(transaction, now_leads))
    every_night(store, NOW.date(), NOW.date() + timedelta(days=NOTICE_DAYS + 2))
    assert not rounds.of_person(store, made.an.person_id)
    assert people.person(store, made.an.person_id) == made.an
    assert memberships.of_person(store, made.an.person_id) == (now_leads,)
    assert [dict(each.fields) for each in events.newest(store, (EventKind.TIDIED,), 9)] == [
        {"what": "people", "count": 1}
    ]


def test_alone_nobody_leaves(store: Store, actor: Person) -> None:
    scans.begin(store, actor)
    _leave(store, actor, DAY - timedelta(days=5 * YEAR))
    every_night(store, DAY, DAY + timedelta(days=NOTICE_DAYS + 9))
    assert rounds.of_person(store, actor.person_id)


def _leave(store: Store, person: Person, last: date) -> None:
    """Every position as an ib'er ends with that day."""
    store.write(
        lambda transaction: transaction.run(
            "update membership set until = $2 where person_id = $1 and role = 'ib_coordinator'",
            person.person_id,
            last,
        )
    )
