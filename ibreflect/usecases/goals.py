"""Goals: what an ib'er is going to do, how it goes, looking back on it, and the day for that."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import goals as policy
from ibreflect.access.policy import require
from ibreflect.errors import InputError
from ibreflect.model.conversation import ConversationId
from ibreflect.model.days import in_dutch
from ibreflect.model.goal import ENTRY_WORDS, MOST_OPEN, Goal, GoalEntry, GoalId
from ibreflect.model.person import Person
from ibreflect.model.reminder import Reminder
from ibreflect.store import goals
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.goals import NewGoal
from ibreflect.usecases import entering, people

LONGEST = 300
"""Characters in one text of a goal."""

LATEST = timedelta(days=730)
"""How far from today a check date can be."""

NEAR = timedelta(days=14)
MOST_REMINDERS = 2

NOTHING_KEPT = "Er is nog niets bewaard."
TOO_MANY = (
    "Er zijn al drie doelen open op deze school. Kijk eerst terug op een daarvan en sluit het af; "
    "dan is er plaats voor een volgend doel."
)


class Whose(NamedTuple):
    """Whose a new goal is, at which school, and the conversation it comes from, if any."""

    person_id: UUID
    school_id: UUID
    conversation_id: ConversationId | None


def checked(entry: GoalEntry, *, today: date) -> GoalEntry:
    """The entry with clean texts.

    InputError, with a line for each thing that is wrong: without behaviour, for a text of more than
    300 characters, or for a check date that is not after today or more than two years from it.
    """
    cleaned = entry.with_texts(entering.cleaned)
    wrong = _wrong_texts(cleaned)
    if not cleaned.behaviour:
        wrong.insert(0, "Schrijf op wat je gaat doen, zo dat een ander het kan zien.")
    if not today < cleaned.check_on <= today + LATEST:
        wrong.append("Kies een kijkdatum na vandaag en binnen twee jaar.")
    if wrong:
        raise InputError("\n".join([*wrong, NOTHING_KEPT]))
    return cleaned


def mine(store: Store, actor: Person, *, school_id: UUID | None = None) -> tuple[Goal, ...]:
    """The actor's own goals, open and closed, at one school or (None) at all, by check date."""
    every = goals.of_person(store, actor.person_id)
    return tuple(each for each in every if school_id in {None, each.school_id})


def one(store: Store, actor: Person, goal_id: UUID) -> Goal:
    """A goal of the actor; NotAllowedError, the same for somebody else's as for none."""
    return policy.opened(actor, goals.find(store, goal_id))


def of_conversation(store: Store, conversation_id: ConversationId) -> tuple[GoalEntry, ...]:
    """What was agreed in a conversation in which who asks has a seat; nothing of how it went."""
    return goals.of_conversation(store, conversation_id)


def agree(
    store: Store, whose: Whose, entries: Sequence[GoalEntry], *, today: date
) -> Callable[[Transaction], tuple[GoalId, ...]]:
    """The work that keeps these checked entries, to do in a transaction; it gives their ids.

    An open goal that says the same and is of the same conversation is not kept twice. The work
    raises InputError when more than three would be open at the school.
    """
    vault = store.vault
    new = [
        (entry, NewGoal(*whose, today, goals.sealed(vault, whose.person_id, entry)))
        for entry in entries
    ]

    def work(transaction: Transaction) -> tuple[GoalId, ...]:
        there = goals.open_at_school(transaction, vault, whose.person_id, whose.school_id)
        same = {each.entry: each.goal_id for each in there if each[1] == whose.conversation_id}
        lacking = {entry: sealed for entry, sealed in new if entry not in same}
        if len(there) + len(lacking) > MOST_OPEN and lacking:
            raise InputError(TOO_MANY)
        same |= {entry: goals.add(transaction, sealed) for entry, sealed in lacking.items()}
        return tuple(same[entry] for entry, _ in new)

    return work


def make(store: Store, actor: Person, school_id: UUID, entry: GoalEntry, *, today: date) -> GoalId:
    """Keep a goal that the actor made alone; its id. A second click returns the same.

    NotAllowedError where the actor is not ib'er now, InputError as `checked` and with three open.
    """
    people.require_change_for_school(store, actor, school_id, today=today)
    whose = Whose(actor.person_id, school_id, None)
    (goal_id,) = store.write(agree(store, whose, [checked(entry, today=today)], today=today))
    return goal_id


def rewrite(store: Store, actor: Person, goal_id: UUID, entry: GoalEntry, *, today: date) -> None:
    """Keep other texts of an open goal that was made alone and has no notes.

    NotAllowedError for any other goal, InputError as `checked`.
    """
    goal = one(store, actor, goal_id)
    require(policy.may_rewrite(actor, goal))
    sealed = goals.sealed(store.vault, goal.person_id, checked(entry, today=today))
    if not store.write(lambda work: goals.rewrite(work, goal.goal_id, sealed)):
        require(policy.may_rewrite(actor, one(store, actor, goal_id)))


def remove(store: Store, actor: Person, goal_id: UUID) -> None:
    """Delete a goal with its notes, open or closed."""
    goal = one(store, actor, goal_id)
    store.write(lambda work: goals.drop(work, goal.goal_id))


def reminders(store: Store, actor: Person, *, today: date) -> tuple[Reminder, ...]:
    """The nearest two check dates of open goals that are over, or within two weeks."""
    due = [
        each for each in mine(store, actor) if each.is_open and each.entry.check_on <= today + NEAR
    ]
    return tuple(_reminder(each, today) for each in due[:MOST_REMINDERS])


def _wrong_texts(entry: GoalEntry) -> list[str]:
    return [
        f"Bij “{label}” staan {len(text)} tekens; er passen er {LONGEST}. Kort het in."
        for (field, label) in ENTRY_WORDS.items()
        if isinstance(text := getattr(entry, field), str) and len(text) > LONGEST
    ]


def _reminder(goal: Goal, today: date) -> Reminder:
    day = goal.entry.check_on
    if day < today:
        sentence = f"De kijkdatum van een doel was {in_dutch(day)}. Hoe ging het?"
    elif day == today:
        sentence = "Vandaag kijk je terug op een doel."
    else:
        sentence = f"Op {in_dutch(day)} kijk je terug op een doel."
    at_school = (("school", str(goal.school_id)),)
    return Reminder(day, sentence, goal.entry.behaviour, "doelen", "Naar Doelen", at_school)
