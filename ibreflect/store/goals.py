"""Goals of ib'ers with their notes; every text is sealed under the key of whose it is."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from ibreflect.access.goals import FoundGoal
from ibreflect.model.conversation import ConversationId
from ibreflect.model.goal import Goal, GoalEntry, GoalId, GoalNote, Look, Outcome
from ibreflect.store.connection import Row, Store, Transaction
from ibreflect.store.vault import Vault

_GOAL = """
    select
        g.goal_id, g.person_id, g.school_id, s.name, g.conversation_id, g.agreed_on,
        g.behaviour, g.first_step, g.evidence, g.helper, g.partner_part, g.check_on,
        g.outcome, g.closed_on, g.sequence, g.effect
    from goal g
    join school s on s.school_id = g.school_id
"""
_BY_ID = _GOAL + " where g.goal_id = $1"
_OF_PERSON = _GOAL + " where g.person_id = $1 order by g.check_on, g.goal_id"
_OPEN = """
    select
        goal_id, conversation_id,
        behaviour, first_step, evidence, helper, partner_part, check_on
    from goal
    where person_id = $1 and school_id = $2 and closed_on is null
"""
_OF_CONVERSATION = """
    select person_id, behaviour, first_step, evidence, helper, partner_part, check_on from goal
    where conversation_id = $1 order by check_on, goal_id
"""
_NOTES = """
    select n.goal_id, n.note_id, n.written_on, n.body
    from goal_note n
    join goal g on g.goal_id = n.goal_id
    where g.person_id = $1
    order by n.written_on, n.note_id
"""
_NOTES_OF_GOAL = "select written_on, body from goal_note where goal_id = $1"
_ADD = """
    insert into goal (
        goal_id, person_id, school_id, conversation_id, agreed_on,
        behaviour, first_step, evidence, helper, partner_part, check_on, sequence, effect
    )
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, '')
"""
_REWRITE = """
    update goal set
        behaviour = $2, first_step = $3, evidence = $4, helper = $5, partner_part = $6,
        sequence = case when check_on = $7 then sequence else sequence + 1 end, check_on = $7
    where goal_id = $1 and closed_on is null and conversation_id is null
        and not exists (select 1 from goal_note n where n.goal_id = $1)
    returning goal_id
"""
_MOVE = """
    update goal set check_on = $2, sequence = sequence + 1
    where goal_id = $1 and closed_on is null and check_on <> $2
"""
_CLOSE = """
    update goal set outcome = $2, effect = $3, closed_on = $4
    where goal_id = $1 and closed_on is null
    returning goal_id
"""
_REOPEN = "update goal set outcome = null, closed_on = null where goal_id = $1"
_ADD_NOTE = """
    insert into goal_note (note_id, goal_id, written_on, body)
    select $1, goal_id, $3, $4 from goal where goal_id = $2 and closed_on is null
"""
_DROP_NOTE = "delete from goal_note where goal_id = $1 and note_id = $2"
_DROP_NOTES = "delete from goal_note where goal_id = $1"
_DROP = "delete from goal where goal_id = $1"
_DROP_WITHOUT_NOTES = """
    delete from goal
    where goal_id = $1 and not exists (select 1 from goal_note n where n.goal_id = $1)
"""


class OpenGoal(NamedTuple):
    """A goal that is worked on now, as far as a new one has to do with it."""

    goal_id: GoalId
    conversation_id: ConversationId | None
    entry: GoalEntry


class NewGoal(NamedTuple):
    """What a new goal needs; the texts in `entry` are sealed."""

    person_id: UUID
    school_id: UUID
    conversation_id: ConversationId | None
    agreed_on: date
    entry: GoalEntry


def find(store: Store, goal_id: UUID) -> FoundGoal | None:
    """The goal with this id, whoever asks: only the policy can open it; None when none is."""
    rows = store.read(_BY_ID, goal_id)
    return FoundGoal(_goals(store, rows[0][1], rows)[0]) if rows else None


def of_person(store: Store, person_id: UUID) -> tuple[Goal, ...]:
    """All goals of somebody, by check date; StoreError without their key."""
    return _goals(store, person_id, store.read(_OF_PERSON, person_id))


def of_conversation(store: Store, conversation_id: ConversationId) -> tuple[GoalEntry, ...]:
    """What was agreed in a conversation, by check date; StoreError without the key."""
    return tuple(
        _opened(store.vault, person_id, entry)
        for person_id, *entry in store.read(_OF_CONVERSATION, conversation_id)
    )


def sealed(vault: Vault, person_id: UUID, entry: GoalEntry) -> GoalEntry:
    """The entry with its texts sealed for whose it is; errors as `Vault.seal`."""
    return entry.with_texts(partial(vault.seal, person_id))


def open_at_school(
    transaction: Transaction, vault: Vault, person_id: UUID, school_id: UUID
) -> tuple[OpenGoal, ...]:
    """The open goals of somebody at a school; StoreError without their key."""
    return tuple(
        OpenGoal(GoalId(goal_id), conversation_id, _opened(vault, person_id, entry))
        for goal_id, conversation_id, *entry in transaction.run(_OPEN, person_id, school_id)
    )


def add(transaction: Transaction, new: NewGoal) -> GoalId:
    """Keep a new goal; its id."""
    goal_id = GoalId(uuid4())
    *whose, entry = new
    transaction.run(_ADD, goal_id, *whose, *entry)
    return goal_id


def rewrite(transaction: Transaction, goal_id: GoalId, entry: GoalEntry) -> bool:
    """Keep other, sealed texts; False when it was closed or agreed, or has notes by now."""
    return bool(transaction.run(_REWRITE, goal_id, *entry))


def move(transaction: Transaction, goal_id: GoalId, check_on: date) -> None:
    """Keep another check date of an open goal."""
    transaction.run(_MOVE, goal_id, check_on)


def close(transaction: Transaction, goal_id: GoalId, look: Look, closed_on: date) -> bool:
    """Close a goal with how it went, its effect sealed; False when it was closed already."""
    return bool(transaction.run(_CLOSE, goal_id, look.outcome.value, look.effect, closed_on))


def reopen(transaction: Transaction, goal_id: GoalId) -> None:
    """Open a closed goal again; what was written about its effect stays."""
    transaction.run(_REOPEN, goal_id)


def note(store: Store, goal: Goal, body: str, written_on: date) -> None:
    """Add a note to an open goal; the same text twice on one day is one note."""
    sealed_body = store.vault.seal(goal.person_id, body)

    def work(transaction: Transaction) -> None:
        for day, kept in transaction.run(_NOTES_OF_GOAL, goal.goal_id):
            if day == written_on and store.vault.opened(goal.person_id, kept) == body:
                return
        transaction.run(_ADD_NOTE, uuid4(), goal.goal_id, written_on, sealed_body)

    store.write(work)


def drop_note(transaction: Transaction, goal_id: GoalId, note_id: UUID) -> None:
    """Delete a note of this goal; one of another goal stays."""
    transaction.run(_DROP_NOTE, goal_id, note_id)


def drop(transaction: Transaction, goal_id: GoalId) -> None:
    """Delete a goal with its notes."""
    transaction.run(_DROP_NOTES, goal_id)
    transaction.run(_DROP, goal_id)


def drop_without_notes(transaction: Transaction, goal_id: GoalId) -> None:
    """Delete a goal that nothing was noted about."""
    transaction.run(_DROP_WITHOUT_NOTES, goal_id)


def _goals(store: Store, person_id: UUID, rows: Sequence[Row]) -> tuple[Goal, ...]:
    notes = _notes(store, person_id) if rows else {}
    return tuple(_goal(store.vault, row, notes.get(row[0], [])) for row in rows)


def _notes(store: Store, person_id: UUID) -> Mapping[UUID, list[GoalNote]]:
    notes: dict[UUID, list[GoalNote]] = {}
    for goal_id, note_id, written_on, body in store.read(_NOTES, person_id):
        opened = store.vault.opened(person_id, body)
        notes.setdefault(goal_id, []).append(GoalNote(note_id, written_on, opened))
    return notes


def _goal(vault: Vault, row: Row, notes: Sequence[GoalNote]) -> Goal:
    goal_id, person_id, school_id, school_name, conversation_id, agreed_on, *rest = row
    *entry, outcome, closed_on, sequence, effect = rest
    return Goal(
        goal_id=GoalId(goal_id),
        person_id=person_id,
        school_id=school_id,
        school_name=school_name,
        conversation_id=conversation_id,
        agreed_on=agreed_on,
        entry=_opened(vault, person_id, entry),
        outcome=Outcome(outcome) if outcome else None,
        closed_on=closed_on,
        sequence=int(sequence),
        effect=vault.opened(person_id, effect),
        notes=tuple(notes),
    )


def _opened(vault: Vault, person_id: UUID, entry: Sequence[Any]) -> GoalEntry:
    return GoalEntry(*entry).with_texts(partial(vault.opened, person_id))
