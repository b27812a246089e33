"""What goes by itself, once every night: what was kept long enough, and nothing else."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from ibreflect.access import policy
from ibreflect.measure import pooled
from ibreflect.model.days import in_dutch
from ibreflect.model.event import Detail, Event, EventKind
from ibreflect.model.expertise import kept_from
from ibreflect.model.moment import day_at
from ibreflect.model.person import Person
from ibreflect.model.retention import NOTICE_DAYS, Period
from ibreflect.store import erasing, events, expertise, network_invites, people, sessions
from ibreflect.store import retention as kept
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import people as acting
from ibreflect.usecases import retention, signing_in, tidying

FIRST_HOUR = 3
"""From this hour on it is done, so that it is quiet."""

LONGEST_GAP = timedelta(days=7)
"""After more days without a night nothing goes at first: the clock may be wrong."""

_LAST, _DOUBTED = "night", "night_doubted"
_MOST = 30
_WHAT = {
    "answers_of_others": "losse antwoorden en teksten van anderen: aantal meetrondes",
    "events": "gebeurtenissen",
    "signing_in": "aanmeldingen en links om binnen te komen",
    "shares": "wat gedeeld was",
    "expertise": "wat teamleden op de expertisekaart zetten, na twee schooljaren",
    "network_files": "bestanden voor een netwerk die niet meer mogen meetellen",
    "people": "mensen die geen ib'er meer zijn, met alles wat van hen was",
}


class Turn(StrEnum):
    """What to do at a moment."""

    NOT_YET = "not_yet"
    WAIT = "wait"
    GO = "go"


class Nights(NamedTuple):
    """The day of the last night on which it was done, and a day on which the clock was doubted."""

    last: date | None
    doubted: date | None


class WrittenDown(NamedTuple):
    """What went in a night: on which day, what, and how much, in Dutch and in steps."""

    day: str
    what: str
    amount: str


def known(store: Store) -> Nights:
    """What is known of the nights before."""
    days = (people.setting(store, each) for each in (_LAST, _DOUBTED))
    return Nights(*(date.fromisoformat(each) if each else None for each in days))


def written_down(store: Store, actor: Person, *, today: date) -> tuple[WrittenDown, ...]:
    """What went in the last nights, newest first; NotAllowedError for who is no beheerder."""
    policy.require(policy.may_administer(acting.positions(store, actor, today=today)))
    return tuple(
        WrittenDown(
            in_dutch(day_at(each.at)),
            _WHAT[str(each.fields["what"])],
            pooled.number(int(each.fields["count"])),
        )
        for each in events.newest(store, (EventKind.TIDIED,), _MOST)
    )


def turn(nights: Nights, now: datetime) -> Turn:
    """Whether it is time: once a day, from three at night; at once when a night was missed.

    A clock that went back, or forward by more than a week, is doubted: then nothing goes until it
    shows a later day than that.
    """
    today, (last, doubted) = now.date(), nights
    if today in {last, doubted}:
        return Turn.NOT_YET
    if doubted is not None:
        return Turn.GO if today > doubted else Turn.WAIT
    if last is None or not timedelta(0) < today - last <= LONGEST_GAP:
        return Turn.WAIT
    missed = today - last > timedelta(days=1)
    return Turn.GO if missed or now.hour >= FIRST_HOUR else Turn.NOT_YET


def at_night(store: Store, now: datetime) -> None:
    """Erase what is due at a moment in the Netherlands, and write down what and how much.

    StoreError when the disk refuses; what is left then is done at the next moment.
    """
    whether = turn(known(store), now)
    if whether is Turn.WAIT:
        people.change_setting(store, _DOUBTED, now.date().isoformat())
    if whether is Turn.GO:
        _go(store, now)


def _go(store: Store, now: datetime) -> None:
    at = now.astimezone(UTC).replace(tzinfo=None)
    days = retention.periods(store)
    done = {
        "events": events.drop_before(store, at - timedelta(days=days[Period.EVENTS])),
        "signing_in": sessions.drop_before(store, at - timedelta(days=days[Period.SIGNING_IN])),
    }
    done |= store.write(lambda transaction: _erased(transaction, days, now.date()))
    if signing_in.is_together(store):
        done["people"] = store.write(
            lambda transaction: _who_left(transaction, days[Period.ENDED_POSITIONS], now.date())
        )
    erasing.destroy_keys(store)
    gone = {what: count for what, count in done.items() if count}

    def work(transaction: Transaction) -> None:
        for what, count in gone.items():
            fields: dict[str, Detail] = {"what": what, "count": count}
            events.add(transaction, Event(at, EventKind.TIDIED, None, None, fields))
        people.set_to(transaction, _LAST, now.date().isoformat())
        people.drop_setting(transaction, _DOUBTED)

    store.write(work)
    if gone:
        tidying.forget_deleted(store)


def _erased(transaction: Transaction, days: Mapping[Period, int], today: date) -> dict[str, int]:
    """Erase answers of others, what shares showed, old expertise and files; how much of each."""
    # Asking that ended after its last day, or yesterday by hand, ended yesterday.
    kept.date_snapshots(transaction, today - timedelta(days=1))
    answers_until = today - timedelta(days=days[Period.ANSWERS_OF_OTHERS])
    shares_before = today - timedelta(days=days[Period.SHARES])
    return {
        "answers_of_others": kept.drop_answers_of_others(transaction, answers_until),
        "shares": kept.empty_shares(transaction, shares_before),
        "expertise": expertise.drop_before(transaction, kept_from(today)),
        "network_files": network_invites.forget_expired(transaction, today),
    }


def _who_left(transaction: Transaction, days: int, today: date) -> int:
    """Tell who left that everything goes, and erase who was told long enough ago; how many."""
    soon = today + timedelta(days=NOTICE_DAYS)
    left = [each for each in kept.left(transaction) if each.last + timedelta(days=days) <= soon]
    kept.tell(transaction, {each.person_id for each in left}, today)
    due = [
        each
        for each in left
        if each.told_on and retention.leaving_day(each.last, each.told_on, days) <= today
    ]
    for each in due:
        kept.erase_who_left(transaction, each.person_id, today)
    return len(due)
