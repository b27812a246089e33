"""How it goes with a goal: notes, the day to look at it, looking back, and going on after all."""

from datetime import date, datetime
from uuid import UUID

from ibreflect.access import goals as policy
from ibreflect.access.policy import require
from ibreflect.errors import InputError
from ibreflect.model.goal import MOST_OPEN, Look, Outcome
from ibreflect.model.person import Person
from ibreflect.reports.calendar_file import Appointment, calendar_file
from ibreflect.store import goals
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import downloads, entering
from ibreflect.usecases.goals import NOTHING_KEPT, TOO_MANY, checked, one

LONGEST_NOTE = 500
"""Characters in a note, and in what was seen to change."""

_WITHOUT_EFFECT = (
    "Schrijf in een zin wat je zag veranderen: bij de leraar, in het team of bij leerlingen. Het "
    "doel is nog niet afgesloten."
)
_CLOSED_ELSEWHERE = (
    "Dit doel is intussen al afgesloten, in een ander venster misschien. Wil je het anders "
    "opschrijven, heropen het dan eerst."
)


def move(store: Store, actor: Person, goal_id: UUID, check_on: date, *, today: date) -> None:
    """Look back on an open goal on another day; errors as `rewrite`, also for what was agreed."""
    goal = one(store, actor, goal_id)
    require(policy.may_work_on(actor, goal))
    checked(goal.entry._replace(check_on=check_on), today=today)
    store.write(lambda work: goals.move(work, goal.goal_id, check_on))


def note(store: Store, actor: Person, goal_id: UUID, body: str, *, today: date) -> None:
    """Add how it goes with an open goal: 1-500 characters; InputError for any other number."""
    goal = one(store, actor, goal_id)
    require(policy.may_work_on(actor, goal))
    text = _short(body)
    if not text:
        raise InputError(f"Schrijf eerst een zin op. {NOTHING_KEPT}")
    goals.note(store, goal, text, today)


def drop_note(store: Store, actor: Person, goal_id: UUID, note_id: UUID) -> None:
    """Delete a note of an open goal."""
    goal = one(store, actor, goal_id)
    require(policy.may_work_on(actor, goal))
    store.write(lambda work: goals.drop_note(work, goal.goal_id, note_id))


def close(store: Store, actor: Person, goal_id: UUID, look: Look, *, today: date) -> None:
    """Look back on a goal, which closes it; the same a second time changes nothing.

    InputError when it went well, or partly, and nothing was seen to change; when that text is
    longer than 500 characters; or when the goal was closed in another way meanwhile.
    """
    goal = one(store, actor, goal_id)
    look = Look(look.outcome, _short(look.effect))
    if look.outcome in {Outcome.REACHED, Outcome.PARTLY} and not look.effect:
        raise InputError(_WITHOUT_EFFECT)
    sealed = Look(look.outcome, store.vault.seal(goal.person_id, look.effect))
    if store.write(lambda work: goals.close(work, goal.goal_id, sealed, today)):
        return
    goal = one(store, actor, goal_id)
    if (goal.outcome, goal.effect) != look:
        raise InputError(_CLOSED_ELSEWHERE)


def reopen(store: Store, actor: Person, goal_id: UUID) -> None:
    """Go on with a closed goal; what was written about it stays. InputError with three open."""
    goal = one(store, actor, goal_id)
    whose = (goal.person_id, goal.school_id)

    def work(transaction: Transaction) -> None:
        there = goals.open_at_school(transaction, store.vault, *whose)
        if goal.goal_id in {each.goal_id for each in there}:
            return
        if len(there) >= MOST_OPEN:
            raise InputError(TOO_MANY)
        goals.reopen(transaction, goal.goal_id)

    store.write(work)


def offer_check_date(
    store: Store, actor: Person, goal_id: UUID, *, now: datetime, seconds: float
) -> str:
    """The ticket of a calendar file with the check date of an open goal, and nothing of the goal.

    `now` is the moment in UTC, `seconds` that of `downloads.offer`.
    """
    goal = one(store, actor, goal_id)
    require(policy.may_work_on(actor, goal))
    appointment = Appointment(
        uid=f"{goal.goal_id}@ibreflect",
        title="Kijkmoment bij een doel",
        day=goal.entry.check_on,
        start=None,
        minutes=0,
        sequence=goal.sequence,
        made_at=now,
    )
    return downloads.offer("kijkmoment.ics", calendar_file(appointment), now=seconds)


def _short(text: str) -> str:
    body = entering.cleaned(text)
    if len(body) > LONGEST_NOTE:
        raise InputError(
            f"Je tekst is {len(body)} tekens lang; er passen er {LONGEST_NOTE}. Kort hem in. "
            f"{NOTHING_KEPT}"
        )
    return body
