"""Agreeing: goals, mandates and the next day, in a report that both confirm."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from pydantic import TypeAdapter

from ibreflect.access import conversing as verdicts
from ibreflect.access import policy
from ibreflect.errors import InputError
from ibreflect.model.conversation import Conversation, Seated, Stage
from ibreflect.model.event import Detail, Event, EventKind
from ibreflect.model.goal import MOST_OPEN
from ibreflect.model.guide import Seat
from ibreflect.model.person import Person
from ibreflect.model.report import Closing, Report, ReportVersion
from ibreflect.store import conversations, events, talks
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import conversing, goals, landing, reporting
from ibreflect.usecases.conversing import LONGEST, At

_CLOSING = TypeAdapter(Closing)
_REPORT = TypeAdapter(Report)
_TOO_MANY = "Spreek hoogstens drie doelen af. Er is nog niets veranderd."
_WHEN = "Kies voor het volgende gesprek een dag na vandaag, en hoogstens een jaar verder."
_REVIEW = "Kies een dag na vandaag, binnen twee jaar, om het mandaat opnieuw te bekijken."
_CHANGED = "Het verslag is intussen veranderd. Lees het nog eens en bevestig het dan."


class Page(NamedTuple):
    """The report as it stands, with the versions that were confirmed by anybody, oldest first.

    `said` is what was said, by theme. `mark` tells this content from any other; `confirmed` are
    the seats that confirmed just it, when no other version was confirmed since. `lands` is whether
    decisions about mandates will stand on a mandate map.
    """

    seated: Seated
    closing: Closing
    said: Mapping[str, str]
    report: Report
    mark: str
    confirmed: frozenset[Seat]
    versions: tuple[ReportVersion, ...]
    lands: bool

    @property
    def is_agreed(self) -> bool:
        """Whether both confirmed what stands there now."""
        return self.confirmed == frozenset(Seat)


def page(store: Store, actor: Person, at: At) -> Page:
    """The report as it stands; NotAllowedError without a seat, or before the talk has ended."""
    here = conversing.seated(store, actor, at)
    policy.require(verdicts.may_close(here.conversation))
    versions = versions_of(store, here.conversation)
    report = _report(store, here, versions)
    return Page(
        seated=here,
        closing=report.closing,
        said=talks.said(store, here.conversation.conversation_id, here.conversation.owner_id),
        report=report,
        mark=_mark(report),
        confirmed=_confirmed(report, versions),
        versions=versions,
        lands=landing.has_map(store, here.conversation),
    )


def keep(store: Store, actor: Person, at: At, closing: Closing) -> None:
    """Keep the goals and days that are being agreed on, during the talk or after it.

    InputError for more than three goals, a goal as in `goals.checked`, a review that is not after
    today and within two years, or a next talk that is not after today and within a year; what was
    kept before is not looked at again. NotAllowedError for who has not the pen.
    """
    here = conversing.seated(store, actor, at)
    conversation = here.conversation
    policy.require(verdicts.may_write(conversation, here.seat))
    checked = _checked(closing, closing_of(store, conversation), at.today)
    written = _CLOSING.dump_json(checked).decode()
    sealed = store.vault.seal(conversation.owner_id, written)

    def work(transaction: Transaction) -> None:
        conversing.require_pen(transaction, here)
        talks.keep_closing(transaction, conversation.conversation_id, sealed)

    store.write(work)


def closing_of(store: Store, conversation: Conversation) -> Closing:
    """The goals and days that are being agreed on."""
    written = talks.closing(store, conversation.conversation_id, conversation.owner_id)
    return _CLOSING.validate_json(written) if written else Closing()


def confirm(store: Store, actor: Person, at: At, mark: str, *, now: datetime) -> None:
    """Confirm the report that was read; `mark` is that of `page`. Again changes nothing.

    That it was is written down; `now` is a moment in UTC. When both confirmed the same version,
    goals, mandates and the next conversation land where they belong. InputError when it was changed
    since it was read, or when a goal has no place any more; NotAllowedError without a seat, or
    before the talk has ended.
    """
    here = conversing.seated(store, actor, at)
    conversation = here.conversation
    policy.require(verdicts.may_close(conversation))
    versions = versions_of(store, conversation)
    report = _report(store, here, versions)
    if _mark(report) != mark:
        raise InputError(_CHANGED)
    seats = frozenset({here.seat}) if conversation.has_partner else frozenset(Seat)
    if seats <= _confirmed(report, versions):
        return
    landed = landing.of_report(store, here, report, agreed(versions), today=at.today)
    confirming = _Confirming(report, versions, seats, actor.person_id, now)
    if not store.write(_work(store, conversation, confirming, landed)):
        confirm(store, actor, at, mark, now=now)


class _Confirming(NamedTuple):
    """What is confirmed, the versions there were before, from which seats, by whom and when."""

    report: Report
    versions: Sequence[ReportVersion]
    seats: frozenset[Seat]
    actor_id: UUID
    now: datetime

    @property
    def number(self) -> int:
        """Which version it is."""
        return len(self.versions) + self.is_new

    @property
    def is_new(self) -> bool:
        """Whether nobody confirmed it before, or another version was confirmed since."""
        return not self.versions or self.versions[-1].report != self.report

    def told(self, conversation: Conversation) -> Event:
        """What is written down of it."""
        fields: dict[str, Detail] = {
            "conversation_id": str(conversation.conversation_id),
            "version": self.number,
        }
        kind = EventKind.REPORT_CONFIRMED
        return Event(self.now, kind, self.actor_id, conversation.owner_id, fields)


def _work(
    store: Store,
    conversation: Conversation,
    confirming: _Confirming,
    landed: Callable[[Transaction], None],
) -> Callable[[Transaction], bool]:
    """The work that confirms a report, and lets it land once both have.

    It does nothing, and says False, when anything changed since the conversation was read.
    """
    report, versions, seats = confirming.report, confirming.versions, confirming.seats
    number = confirming.number
    sealed = store.vault.seal(conversation.owner_id, _REPORT.dump_json(report).decode())

    def work(transaction: Transaction) -> bool:
        if not conversations.touch_as_read(transaction, conversation):
            return False
        if confirming.is_new:
            talks.add_report(transaction, conversation.conversation_id, number, sealed)
        for seat in seats:
            talks.confirm(transaction, conversation.conversation_id, number, seat)
        if seats | _confirmed(report, versions) == frozenset(Seat):
            landed(transaction)
        events.add(transaction, confirming.told(conversation))
        return True

    return work


def _confirmed(report: Report, versions: Sequence[ReportVersion]) -> frozenset[Seat]:
    """Who confirmed this report, when no other version was confirmed since."""
    newest = versions[-1:]
    return next((each.confirmed for each in newest if each.report == report), frozenset())


def go_back(store: Store, actor: Person, at: At) -> None:
    """Back to the table, as long as not both confirmed the report."""
    here = conversing.seated(store, actor, at)
    conversation = here.conversation
    is_agreed = any(each.is_agreed for each in versions_of(store, conversation))
    policy.require(verdicts.may_go_back(conversation, is_agreed=is_agreed))
    if not conversing.go_on(store, conversation, Stage.TALKING):
        go_back(store, actor, at)


def versions_of(store: Store, conversation: Conversation) -> tuple[ReportVersion, ...]:
    """Every version that somebody confirmed, oldest first; for who has a seat."""
    kept = talks.reports(store, conversation.conversation_id, conversation.owner_id)
    return tuple(
        ReportVersion(number, _REPORT.validate_json(written), confirmed)
        for number, written, confirmed in kept
    )


def agreed(versions: Sequence[ReportVersion]) -> Report | None:
    """The last report that both confirmed; None when there is none."""
    both = [each.report for each in versions if each.is_agreed]
    return both[-1] if both else None


def _report(store: Store, here: Seated, versions: Sequence[ReportVersion]) -> Report:
    """The report as it stands; somebody who is called otherwise since makes it no other report."""
    report = reporting.as_it_stands(store, here, closing_of(store, here.conversation))
    if not versions:
        return report
    newest = versions[-1].report
    called = report._replace(school=newest.school, owner=newest.owner, partner=newest.partner)
    return newest if called == newest else report


def _mark(report: Report) -> str:
    return hashlib.sha256(_REPORT.dump_json(report)).hexdigest()


def _checked(closing: Closing, kept: Closing, today: date) -> Closing:
    if len(closing.goals) > MOST_OPEN:
        raise InputError(_TOO_MANY)
    if not _can_be(closing.review_on, kept.review_on, today, today + 2 * LONGEST):
        raise InputError(_REVIEW)
    if not _can_be(closing.next_on, kept.next_on, today, today + LONGEST):
        raise InputError(_WHEN)
    return closing._replace(
        goals=tuple(
            each if each in kept.goals else goals.checked(each, today=today)
            for each in closing.goals
        )
    )


def _can_be(day: date | None, kept: date | None, today: date, last: date) -> bool:
    """Whether a day that is not what was kept before is after today, and no later than the last."""
    return day is None or day == kept or today < day <= last
