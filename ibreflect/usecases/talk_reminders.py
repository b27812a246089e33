"""What is near about conversations: one to prepare, a report to confirm, a course check."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ibreflect.model.conversation import Conversation, Stage
from ibreflect.model.days import in_dutch
from ibreflect.model.guide import Company, Seat
from ibreflect.model.person import Person
from ibreflect.model.reminder import Reminder
from ibreflect.store.connection import Store
from ibreflect.usecases import agreeing, conversing
from ibreflect.usecases.mandate_agreement import half_a_year_after

NEAR = timedelta(days=14)
MOST = 2
LONG_AGO = timedelta(days=30)
"""How long after its day a conversation that never began is still reminded of."""


def reminders(store: Store, actor: Person, *, today: date) -> tuple[Reminder, ...]:
    """The nearest two things about the actor's conversations, by day."""
    mine = conversing.mine(store, actor, today=today)
    found = [
        *_to_prepare(mine, today),
        *_to_confirm(store, mine, today),
        *_course_check(mine, today),
    ]
    return tuple(sorted(found, key=lambda each: each.day)[:MOST])


def _to_prepare(mine: Sequence[tuple[Conversation, Seat]], today: date) -> Iterator[Reminder]:
    for each, seat in mine:
        is_near = today - LONG_AGO <= each.planned_on <= today + NEAR
        if each.stage is not Stage.PREPARING or not is_near:
            continue
        whom = each.name_of(seat.other)
        when = f"Op {in_dutch(each.planned_on)} {_is(each, today)} je gesprek"
        with_whom = f" met {whom}" if each.has_partner else ""
        if each.has_partner and seat not in each.ready:
            says = f"{when}{with_whom}. Je voorbereiding is nog niet klaar."
            yield _reminder(each, each.planned_on, says, ("voorbereiden", "Bereid je voor"))
        else:
            says = f"{when}{with_whom}."
            yield _reminder(each, each.planned_on, says, ("gesprek", "Naar het gesprek"))


def _to_confirm(
    store: Store, mine: Sequence[tuple[Conversation, Seat]], today: date
) -> Iterator[Reminder]:
    """A report that the other confirmed, and the actor not yet."""
    for each, seat in mine:
        if each.stage is not Stage.ENDED or each.planned_on < today - 3 * LONG_AGO:
            continue
        newest = agreeing.versions_of(store, each)[-1:]
        if any(version.confirmed == {seat.other} for version in newest):
            says = (
                f"{each.name_of(seat.other)} bevestigde het verslag van "
                f"{in_dutch(each.planned_on)}. Lees het na; daarna bevestig jij."
            )
            yield _reminder(each, each.planned_on, says, ("verslag", "Naar het verslag"))


def _course_check(mine: Sequence[tuple[Conversation, Seat]], today: date) -> Iterator[Reminder]:
    """Half a year after the last conversation with a schoolleider, when none is planned."""
    by_school: dict[object, Conversation] = {}
    for each, seat in mine:
        if seat is Seat.OWNER and each.company is Company.SCHOOL_LEADER:
            by_school.setdefault(each.school_id, each)
    for last in by_school.values():
        due = half_a_year_after(last.planned_on)
        if last.stage is Stage.ENDED and due <= today:
            says = (
                f"Een half jaar geleden of langer, op {in_dutch(last.planned_on)}, sprak je "
                f"{last.partner_name}. Liggen jullie nog op koers? Dat bespreek je in vijf minuten."
            )
            yield Reminder(due, says, "", "gesprekken", "Plan een koerscheck")


def _is(each: Conversation, today: date) -> str:
    return "was" if each.planned_on < today else "is"


def _reminder(each: Conversation, day: date, says: str, link: tuple[str, str]) -> Reminder:
    page, label = link
    return Reminder(day, says, "", page, label, (("gesprek", str(each.conversation_id)),))
