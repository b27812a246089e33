"""How long what is kept here: read by everybody, chosen by the beheerder within fixed bounds."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from ibreflect.access import policy
from ibreflect.errors import InputError
from ibreflect.model.event import Detail, Event, EventKind
from ibreflect.model.moment import day_at
from ibreflect.model.person import Person
from ibreflect.model.retention import BOUNDS, NOTICE_DAYS, Period, in_words
from ibreflect.store import events, people
from ibreflect.store import retention as kept
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import people as acting

_SETTING = "period {}"


def periods(store: Store) -> Mapping[Period, int]:
    """How many days each is kept: as was chosen, else as usual; always within its bounds."""
    return {each: _days(store, each) for each in Period}


def change(store: Store, actor: Person, period: Period, days: int, *, now: datetime) -> None:
    """Keep something for so many days from now on; `now` is a moment in UTC.

    InputError when that is out of bounds, NotAllowedError for who is no beheerder. The same number
    again changes nothing.
    """
    positions = acting.positions(store, actor, today=day_at(now))
    policy.require(policy.may_administer(positions))
    bounds = BOUNDS[period]
    if not bounds.allows(days):
        raise InputError(
            f"Kies {in_words(bounds.shortest)} tot en met {in_words(bounds.longest)}. Er is niets "
            "veranderd."
        )
    if days == _days(store, period):
        return
    changed: dict[str, Detail] = {"period": period.value, "days": days}

    def work(transaction: Transaction) -> None:
        people.set_to(transaction, _SETTING.format(period.value), str(days))
        event = Event(now, EventKind.PERIODS_CHANGED, actor.person_id, None, changed)
        events.add(transaction, event)

    store.write(work)


def goes_on(store: Store, actor: Person) -> date | None:
    """The first day on which everything of the actor goes; None for who need not be told."""
    left = kept.of_person(store, actor.person_id)
    if left is None or left.told_on is None:
        return None
    return leaving_day(left.last, left.told_on, _days(store, Period.ENDED_POSITIONS))


def leaving_day(last: date, told_on: date, days: int) -> date:
    """So many days after the last day as ib'er, and never sooner than the notice allows."""
    return max(last + timedelta(days=days), told_on + timedelta(days=NOTICE_DAYS))


def _days(store: Store, period: Period) -> int:
    chosen = people.setting(store, _SETTING.format(period.value))
    bounds = BOUNDS[period]
    days = int(chosen) if chosen else bounds.usual
    return days if bounds.allows(days) else bounds.usual
